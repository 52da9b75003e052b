"""How many entries the ledger had when an act was last acknowledged, in a small file beside the store.

SQLite takes a log that is missing or cut short for one that was never written, and opens an older store without a word. This file
tells. It is written after the commit and never synced, so it costs next to nothing and is never ahead of the store, whatever a
power cut leaves of either; where it is older, or gone, it only tells less. It belongs to one file by that file's salt, so a restored
backup starts anew.
"""

import hashlib
import hmac
import os
from contextlib import suppress
from pathlib import Path

from kiosk.store.files import OWNER_ONLY
from kiosk.store.keyring import KeyRing

LOST = (
    "Entries that were acknowledged are not in the store: its log, store.db-wal, is missing or damaged. Stop, and put the log back; "
    "or restore a backup. To go on without them, delete the file store.db-acknowledged."
)
SIZE_BYTES, SEAL_BYTES = 8, 32


class Acknowledged:
    """The note of one store. Failures to write it are passed over: what they would note is done."""

    def __init__(self, store: Path, keys: KeyRing, salt: str) -> None:
        """`salt` tells the store's file from every other."""
        self._path = store.with_name(f"{store.name}-acknowledged")
        self._key = keys.digest("acknowledged", salt)
        self._descriptor: int | None = None

    def entries(self) -> int:
        """How many there must be at least; 0 where nothing, or nothing of this store's, was noted."""
        try:
            noted = self._path.read_bytes()
        except OSError:
            return 0
        entries = int.from_bytes(noted[:SIZE_BYTES])
        return entries if hmac.compare_digest(noted, self._sealed(entries)) else 0

    def note(self, entries: int) -> None:
        """There are so many now."""
        with suppress(OSError):
            if self._descriptor is None:
                self._descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, OWNER_ONLY)
            os.pwrite(self._descriptor, self._sealed(entries), 0)

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _sealed(self, entries: int) -> bytes:
        size = entries.to_bytes(SIZE_BYTES)
        return size + hashlib.blake2b(size, key=self._key, digest_size=SEAL_BYTES).digest()
