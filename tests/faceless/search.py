"""Looks for any 32 bytes in a row of a texture: in a process's memory, in what it holds open, in files."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiosk.reader.grey import Grey

RUN = 32  # bytes
_WORD = 8  # bytes; 32 in a row hold at least three whole words, wherever they begin
_CHUNK = 1 << 24
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # spreads words over the table below
_SHIFT = np.uint64(40)

Words = NDArray[np.uint64]


class Search:
    """For one texture. A place where something is found is named; nothing found is an empty list."""

    def __init__(self, texture: Grey) -> None:
        self._bytes = texture.tobytes()
        every = [np.frombuffer(self._bytes[start : start - _WORD], "<u8") for start in range(_WORD)]
        self._words = np.sort(np.concatenate(every))
        self._table = np.zeros(1 << 24, np.bool_)
        self._table[self._words * _FACTOR >> _SHIFT] = True

    def within(self, untrusted: bytes) -> bool:
        """Whether the bytes hold a run. Every eighth place is looked at, for words from anywhere in the texture."""
        words = np.frombuffer(untrusted, "<u8", len(untrusted) // _WORD)
        likely = np.flatnonzero(self._table[words * _FACTOR >> _SHIFT])
        nearest = np.searchsorted(self._words, words[likely]).clip(max=len(self._words) - 1)
        hits = likely[self._words[nearest] == words[likely]]
        return any(self._is_run(untrusted, int(hit) * _WORD) for hit in hits)

    def _is_run(self, untrusted: bytes, at: int) -> bool:
        """Whether a run goes through the word at `at`."""
        whole = untrusted[max(0, at - RUN + _WORD) : at + RUN]
        return any(whole[start : start + RUN] in self._bytes for start in range(len(whole) - RUN + 1))

    def memory(self, pid: int) -> list[str]:
        """The places in a running process's memory, all of it that can be read. Raises PermissionError."""
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
            return [name for name, start, end in _regions(pid) if self._in_region(memory.fileno(), start, end)]

    def _in_region(self, memory: int, start: int, end: int) -> bool:
        for at in range(start, end, _CHUNK - 2 * RUN):  # pieces overlap, or a run might lie across two
            try:
                piece = os.pread(memory, min(_CHUNK, end - at), at)
            except OSError:  # a device's own, or gone since
                continue
            if self.within(piece):
                return True
        return False

    def held_open(self, pid: int) -> list[str]:
        """The files that a running process holds open, deleted ones and memory files too."""
        handles = Path(f"/proc/{pid}/fd").iterdir()
        return [str(handle.readlink()) for handle in handles if handle.is_file() and self._in_file(handle)]

    def files(self, *folders: Path) -> list[str]:
        """The files in these folders and the folders in them."""
        every = (path for folder in folders for path in folder.rglob("*"))
        return [str(path) for path in every if path.is_file() and self._in_file(path)]

    def _in_file(self, path: Path) -> bool:
        return self.within(path.read_bytes())


def _regions(pid: int) -> Iterator[tuple[str, int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        found = re.match(r"(\w+)-(\w+) (\S+) \S+ \S+ \S+ *(.*)", line)
        assert found
        start, end, rights, name = found.groups()
        if rights.startswith("r") and name not in {"[vvar]", "[vvar_vclock]", "[vsyscall]"}:
            yield f"{name or 'anonymous'} {start}", int(start, 16), int(end, 16)
