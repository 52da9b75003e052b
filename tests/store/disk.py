"""What a disk holds when the power goes: replays the record that `disk.c` keeps of a program's writes, cut at any point and torn.

The model is stricter than disks and file systems are. A write counts as lasting once its file was synced after it; until then each of
its sectors may be there or not, whatever came before or after it. A truncation is there or not. A new, changed or deleted name counts
once its folder was synced; until then names hold in the order of their changes up to some point. Where a sync fails, what was
written before it may be lost for good although reading still shows it (as Linux drops pages that it could not write).
"""

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

COMPILER = shutil.which("cc")
HEAD = struct.Struct("=cHQQ")
SECTORS = (512, 4096)
"""What a disk writes whole, in bytes."""

Keep = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that the program did: kind, path (within the home), offset or new length, content.

    X, V and F are a write, a new length and a sync that failed.
    """

    kind: str
    path: str
    offset: int
    content: bytes


@dataclass(slots=True)
class File:
    """A file by what lasts of it, and what was done to it since."""

    lasting: bytearray = field(default_factory=bytearray)
    pending: list[Record] = field(default_factory=list)

    def left(self, keep: Keep, sector: int) -> bytearray:
        """What is there after a cut, where `keep` says of each sector written and each truncation whether it is."""
        found = bytearray(self.lasting)
        for done in self.pending:
            if done.kind == "T":
                if keep():
                    _resize(found, done.offset)
                continue
            for at, part in _sectors(done, sector):
                if keep():
                    _resize(found, max(len(found), at + len(part)))
                    found[at : at + len(part)] = part
        return found

    def settle(self, keep: Keep, sector: int) -> None:
        """From now on this is what lasts."""
        self.lasting, self.pending = self.left(keep, sector), []


class Disk:
    """The folder `home` as a disk has it while the records of a program pass by, beginning with what is in it now."""

    def __init__(self, home: Path, chance: Random) -> None:
        self._chance = chance
        self._lasting = {
            str(path.relative_to(home)): File(bytearray(path.read_bytes()))
            for path in home.rglob("*")
            if path.is_file() and not path.name.endswith("-shm")
        }
        self._folders = {str(path.relative_to(home)) for path in home.rglob("*") if path.is_dir()} | {""}
        self._seen = dict(self._lasting)
        self._changed: list[tuple[str, File | None]] = []
        self.said = b""
        """What the program has told."""

    def take(self, record: Record) -> None:
        """One more record."""
        name = record.path
        match record.kind:
            case "A":
                self.said += record.content
            case "C":
                self._rename(name, File())
            case "U":
                self._rename(name, None)
            case "R":
                self._rename(record.content.decode(), self._seen[name])
                self._rename(name, None)
            case "S" if name in self._folders:
                for changed, file in self._changed:
                    if _folder(changed) == name:
                        _enter(self._lasting, changed, file)
                self._changed = [one for one in self._changed if _folder(one[0]) != name]
            case "S":
                self._seen[name].settle(lambda: True, SECTORS[0])
            case "F" if name not in self._folders:
                self._seen[name].settle(self._perhaps(), self._chance.choice(SECTORS))
            case "W" | "T":
                self._seen[name].pending.append(record)

    def cut(self) -> dict[str, bytes]:
        """What each file holds if the power goes now; drawn anew each time."""
        keep, sector = self._perhaps(), self._chance.choice(SECTORS)
        names = dict(self._lasting)
        for changed, file in self._changed[: self._chance.randint(0, len(self._changed))]:
            _enter(names, changed, file)
        return {name: bytes(file.left(keep, sector)) for name, file in names.items()}

    def _perhaps(self) -> Keep:
        """Nothing that was not synced, all of it, or each part with one chance for this cut."""
        chance = self._chance.choice((0.0, 1.0, 0.1, 0.5, 0.9, 0.99))
        return lambda: self._chance.random() < chance

    def _rename(self, name: str, file: File | None) -> None:
        _enter(self._seen, name, file)
        self._changed.append((name, file))


def built(folder: Path) -> Path:
    """`disk.c`, compiled."""
    assert COMPILER is not None
    library, source = folder / "disk.so", Path(__file__).with_name("disk.c")
    subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-o", str(library), str(source)], check=True, timeout=60)
    return library


def environment(library: Path, home: Path, log: Path) -> dict[str, str]:
    """For a program whose writes to `home` are to be recorded."""
    house = str(Path(__file__).parents[2])
    return os.environ | {"LD_PRELOAD": str(library), "DISK_HOME": str(home), "DISK_LOG": str(log), "PYTHONPATH": house}


def records(log: Path, home: Path) -> Iterator[Record]:
    """Every record of a log, in order; paths are those within the home, empty for itself."""
    content, at = log.read_bytes(), 0
    while at < len(content):
        kind, path_length, offset, length = HEAD.unpack_from(content, at)
        at += HEAD.size
        path = content[at : at + path_length].decode()
        at += path_length
        carried = content[at : at + length] if kind in b"WAR" else b""
        inside = len(str(home)) + 1
        yield Record(kind.decode(), path[inside:], offset, carried[inside:] if kind in b"R" else carried)
        at += len(carried)


def python(*arguments: object, environment: dict[str, str]) -> str:
    """A program of ours, run to its end; what it says."""
    command = [sys.executable, *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def lay(files: dict[str, bytes], home: Path) -> None:
    """What a cut left, in place of the home's store."""
    for old in home.glob("store.db*"):
        old.unlink()
    for name, content in files.items():
        (home / name).write_bytes(content)


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _enter(names: dict[str, File], name: str, file: File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


def _resize(content: bytearray, length: int) -> None:
    del content[length:]
    content.extend(bytes(length - len(content)))


def _sectors(write: Record, sector: int) -> Iterator[tuple[int, bytes]]:
    """The parts of a write that lie in one sector each."""
    start, end = write.offset, write.offset + len(write.content)
    while start < end:
        stop = min(end, (start // sector + 1) * sector)
        yield start, write.content[start - write.offset : stop - write.offset]
        start = stop
