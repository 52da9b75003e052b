"""Whether a file is encrypted: measured on its bytes, and by letting plain SQLite try."""

import sqlite3
from pathlib import Path

from kiosk.errors import StoreDamaged, StoreFault

PLAIN_HEADER = b"SQLite format 3\0"
"""How every unencrypted SQLite file begins (fileformat2.html §1.3); an encrypted one begins with random salt."""


def refuse_plain(path: Path) -> None:
    """Raises `StoreDamaged` for a file that SQLite opens without a key."""
    if first_bytes(path) == PLAIN_HEADER:
        raise StoreDamaged(f"{path} is not encrypted and was not written by the kiosk. Restore a backup.")


def is_encrypted(path: Path) -> bool:
    """Whether the file hides that it is SQLite's, and plain SQLite indeed cannot read it."""
    if first_bytes(path) == PLAIN_HEADER:
        return False
    plain = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        plain.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        return True
    finally:
        plain.close()
    return False


def first_bytes(path: Path) -> bytes:
    """The 16 bytes that a file begins with; raises `StoreFault`."""
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN_HEADER))
    except OSError as error:
        raise StoreFault(f"{path} cannot be read ({error.strerror}). Mend its rights or its owner.") from None
