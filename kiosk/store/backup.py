"""A backup as a file: the store's own encrypted pages, then what is needed to bring them back, sealed by the kiosk's keys.

    pages of SQLCipher | about (JSON) | HMAC-SHA256 of about (32) | length of about (8, big end first) | magic (16)

`about` names the SHA-256 of the pages, so no byte of the file can be changed, cut off or taken from another backup unseen. In it are the
key ring, closed as it lies in the home (a device key or the recovery sheet opens it), the settings, and the checkpoint of that moment.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from kiosk.errors import StoreDamaged, StoreFault
from kiosk.ledger.checkpoint import Signed, parse
from kiosk.store.database import Database
from kiosk.store.envelope import Envelope
from kiosk.store.files import OWNER_ONLY, sync_folder
from kiosk.store.keyring import KeyRing

MAGIC = b"\nKIOSK BACKUP 1\n"
MAC_BYTES, LENGTH_BYTES = 32, 8
TAIL_BYTES = MAC_BYTES + LENGTH_BYTES + len(MAGIC)
MOST_ABOUT = 1_000_000
BLOCK = 1 << 20
DIGEST_KIND = "backup"


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself: `made` as ISO 8601 in UTC, `pages` in bytes, `sha256` of them in hex, the others as their files."""

    made: str
    pages: int
    sha256: str
    ring: str = field(repr=False)
    settings: str = field(repr=False)
    checkpoint: str

    @property
    def made_at(self) -> datetime:
        """The moment, in UTC."""
        return datetime.fromisoformat(self.made)

    @property
    def signed(self) -> Signed:
        """The checkpoint; ValueError where it is none."""
        return parse(self.checkpoint)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was read, but for its pages."""

    path: Path
    about: About
    _sealed: tuple[bytes, bytes] = field(repr=False)

    @classmethod
    def write(
        cls, path: Path, database: Database, keys: KeyRing, *, ring: str, settings: str, checkpoint: str, made: datetime
    ) -> About:
        """Copy the open store into a file, which is whole or not there, mode 0600. Raises `StoreFault`."""
        if path.exists() and not is_backup(path):
            raise StoreFault(f"{path} is there and is no backup. Name another file.")
        growing = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            growing.unlink(missing_ok=True)
            database.copy_to(growing)
            with growing.open("r+b") as file:
                digest = _digest(file_blocks(growing, growing.stat().st_size))
                about = About(made.isoformat(), growing.stat().st_size, digest, ring, settings, checkpoint)
                content = json.dumps(asdict(about)).encode()
                file.seek(0, os.SEEK_END)
                file.write(content + _mac(keys, content) + len(content).to_bytes(LENGTH_BYTES) + MAGIC)
                file.flush()
                os.fsync(file.fileno())
            growing.replace(path)
            sync_folder(path.parent)
        except OSError as error:
            raise StoreFault(
                f"{path} cannot be written ({error.strerror}). Free space there, or name another file."
            ) from None
        finally:
            growing.unlink(missing_ok=True)
        return about

    @classmethod
    def read(cls, path: Path) -> "Backup":
        """What is beside the pages; nothing of it is believed before `is_of`. Raises `StoreFault` or `StoreDamaged`."""
        try:
            with path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(max(0, size - TAIL_BYTES))
                tail = file.read(TAIL_BYTES)
                mac, length = tail[:MAC_BYTES], int.from_bytes(tail[MAC_BYTES : -len(MAGIC)])
                if (
                    not tail.endswith(MAGIC)
                    or len(tail) < TAIL_BYTES
                    or not 0 < length <= min(MOST_ABOUT, size - TAIL_BYTES)
                ):
                    raise StoreDamaged(f"{path} is no backup of a kiosk, or its end is missing. Use another one.")
                file.seek(size - TAIL_BYTES - length)
                content = file.read(length)
        except OSError as error:
            raise StoreFault(f"{path} cannot be read ({error.strerror}). Name a backup.") from None
        try:
            about = About(**json.loads(content))
            sound = about.pages == size - TAIL_BYTES - length and about.made_at.tzinfo is not None and about.signed
        except (ValueError, TypeError, AttributeError, RecursionError):
            sound = None
        if not sound:
            raise StoreDamaged(f"{path} is damaged. Use another backup.")
        return cls(path, about, (content, mac))

    @property
    def envelope(self) -> Envelope:
        """The key ring of that time, closed. Raises `StoreDamaged`."""
        return Envelope.from_bytes(self.about.ring.encode(), self.path)

    def is_of(self, keys: KeyRing) -> bool:
        """Whether the kiosk with these keys made it just so, but for its pages, which `extract` checks."""
        content, mac = self._sealed
        return hmac.compare_digest(mac, _mac(keys, content))

    @contextmanager
    def extract(self, to: Path) -> Iterator[None]:
        """Its pages as a file, for the length of a block. Raises `StoreFault`, and `StoreDamaged` where a byte is another."""
        names = [to.with_name(f"{to.name}{end}") for end in ("", "-wal", "-shm", "-journal", "-acknowledged")]
        try:
            for name in names:
                name.unlink(missing_ok=True)
            with os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb") as file:
                digest = hashlib.sha256()
                for block in file_blocks(self.path, self.about.pages):
                    digest.update(block)
                    file.write(block)
                file.flush()
                os.fsync(file.fileno())
            if digest.hexdigest() != self.about.sha256:
                raise StoreDamaged(f"{self.path} is damaged: its pages are not what was written. Use another backup.")
            yield
        except OSError as error:
            raise StoreFault(
                f"The backup cannot be brought in ({error.strerror}). Free space or mend the rights of the home."
            ) from None
        finally:
            for name in names:
                name.unlink(missing_ok=True)


def file_blocks(path: Path, length: int) -> Iterator[bytes]:
    """The first `length` bytes of a file, a block at a time."""
    with path.open("rb") as file:
        while length and (block := file.read(min(BLOCK, length))):
            length -= len(block)
            yield block


def _digest(blocks: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    for block in blocks:
        digest.update(block)
    return digest.hexdigest()


def _mac(keys: KeyRing, content: bytes) -> bytes:
    return keys.digest(DIGEST_KIND, content.decode("utf-8", "replace"))


def is_backup(path: Path) -> bool:
    """Whether the file is a backup, of whichever kiosk, with its end."""
    try:
        Backup.read(path)
    except StoreFault:
        return False
    return True
