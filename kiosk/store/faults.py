"""What SQLite says went wrong, as our faults with their sentences. Its own text is dropped, lest it hold a value."""

import os
from pathlib import Path

from kiosk.errors import StoreBusy, StoreDamaged, StoreFault, StoreFull, StoreReadOnly, WrongKey

DAMAGED = "The store is damaged: bytes are not what was written. Stop, keep the files, and restore a backup."
WRONG_KEY = (
    "The store does not open with this key: the key belongs to another store, or the store's first page is damaged. "
    "Put back store and keys from one backup."
)
FULL = "The disk is full: the store cannot be written. Free space, then try again."
READ_ONLY = "The store may not be written. Mend the rights or the mount of its folder."
BUSY = "Another program holds the store for too long. Close other kiosk commands, then try again."
LITTLE_ROOM = 64 * 1024
"""Bytes free below which a failed write is for want of room: SQLite's log and its index grow by less at once."""


class Clash(StoreFault):
    """A row breaks a rule of the schema: mostly that there can be only one of it."""


# By SQLite's primary result code (sqlite.org/rescode.html).
_FAULTS: dict[int, tuple[type[StoreFault], str]] = {
    3: (StoreReadOnly, "The store may not be opened. Mend the rights of its folder."),  # SQLITE_PERM
    5: (StoreBusy, BUSY),  # SQLITE_BUSY
    6: (StoreBusy, "The store is held by a reading that has not ended. Try again."),  # SQLITE_LOCKED
    7: (StoreFault, "Memory ran out. Close other programs, then try again."),  # SQLITE_NOMEM
    8: (StoreReadOnly, READ_ONLY),  # SQLITE_READONLY
    10: (
        StoreFault,
        "The disk does not read or write as it should. Check the disk, then start the kiosk again.",
    ),  # _IOERR
    11: (StoreDamaged, DAMAGED),  # SQLITE_CORRUPT
    13: (StoreFull, FULL),  # SQLITE_FULL
    14: (StoreFault, "The store, or its log beside it, cannot be opened. Mend the rights of its folder."),  # _CANTOPEN
    19: (Clash, "The change breaks a rule of the store and was not made. Call a technician."),  # SQLITE_CONSTRAINT
    26: (WrongKey, WRONG_KEY),  # SQLITE_NOTADB
}
_IOERR, _CANTOPEN = 10, 14


def fault_of(error: Exception, store: Path) -> StoreFault:
    """The fault for an exception of SQLite's about the file `store`.

    Where SQLite cannot tell (a write to its shared memory, a file system that turned read-only), the file system is asked.
    """
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    told = _of_file_system(store.parent) if code in {_IOERR, _CANTOPEN} else None
    if told is not None:
        return told
    strange = StoreFault, f"The store refused to work ({type(error).__name__} {code}). Start the kiosk again."
    kind, sentence = _FAULTS.get(code, strange)
    return kind(sentence)


def disk_fault(store: Path) -> StoreFault:
    """The fault for a disk that failed to do what it was asked."""
    kind, sentence = _FAULTS[_IOERR]
    return _of_file_system(store.parent) or kind(sentence)


def refuse_full(store: Path) -> None:
    """Raises `StoreFault` where the file system has no room for more, or takes no writes."""
    told = _of_file_system(store.parent)
    if told is not None:
        raise told


def _of_file_system(folder: Path) -> StoreFault | None:
    try:
        about = os.statvfs(folder)
    except OSError:
        return None
    if about.f_flag & os.ST_RDONLY:
        return StoreReadOnly(READ_ONLY)
    return StoreFull(FULL) if about.f_bavail * about.f_frsize < LITTLE_ROOM else None
