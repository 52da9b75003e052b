"""The one file that names sqlcipher3: an encrypted file, its settings, transactions, and its errors as our faults.

Longer than 300 lines because sqlcipher3 is to be named in one file only, and its errors' sentences belong beside what raises them.

sqlcipher3's exceptions do not derive from sqlite3's, which a few conveniences of sqlite-utils rely on. We use sqlite-utils for
migrations and `execute` alone and write plain statements, so nothing has to pose as `pysqlite3` before an import. Rows are
always fetched here, because a damaged page may come to light at the fetch; long lists come in pages, so no reader holds back
a checkpoint or another process.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from kiosk.errors import StoreDamaged, StoreFault, WrongKey
from kiosk.store.files import OWNER_ONLY
from kiosk.store.lean import SqliteUtils

Row = tuple[Any, ...]

BUSY_MS = 5_000
PLAIN_HEADER = b"SQLite format 3\0"
"""How every unencrypted SQLite file begins (fileformat2.html §1.3); an encrypted one begins with random salt."""

SETTINGS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "secure_delete": "ON",
    "foreign_keys": "ON",
    "temp_store": "MEMORY",
    "busy_timeout": str(BUSY_MS),
    "cache_size": "-65536",
    "trusted_schema": "OFF",
}
"""Set on each connection once the key is in. FULL because NORMAL may lose acknowledged rows at a power cut (DESIGN §6).

`cipher_memory_security` stays off: it locks and unlocks memory at every allocation, 24 times an insert, which made an import six
times and a handover twice as slow; SQLCipher keeps its keys in locked memory all the same, and codes pass through Python's memory
anyway. Keeping the whole process out of swap and core dumps is the service's part.
"""


class Clash(StoreFault):
    """A row breaks a rule of the schema: mostly that there can be only one of it."""


class Database:
    """One connection to one encrypted file. For one thread; other processes may have theirs at the same time."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open an existing file; raises `StoreFault`, `WrongKey` or `StoreDamaged`. Never creates one, never opens a plain one."""
        self.path = path
        self._key = key
        self._writing = False
        self.transactions = 0
        """How many transactions were begun: tells one from the next."""
        self.before_commit: list[Callable[[], None]] = []
        """What is done as the last of each transaction, so that it stands or falls with it."""
        self._db = self._connect()

    @classmethod
    def create(cls, path: Path, key: bytes) -> "Database":
        """A new empty encrypted file, mode 0600; raises `StoreFault` where the name is taken."""
        try:
            path.touch(mode=OWNER_ONLY, exist_ok=False)
        except OSError as error:
            raise StoreFault(
                f"{path} cannot be made ({error.strerror}). Choose another folder or mend its rights."
            ) from None
        return cls(path, key)

    def close(self) -> None:
        """Close; the last connection also moves the write-ahead log into the file."""
        with _faults():
            self._db.close()

    def reopen(self) -> None:
        """A fresh connection, which shows what is truly on disk: after a failed commit, say. Raises as opening does.

        What it shows is moved into the file and synced, or this fails: the read-back of a commit whose sync had failed would
        otherwise vouch for what only memory holds.
        """
        with suppress(StoreFault):  # a connection that cannot even close is the reason to want another
            self.close()
        self._writing = False
        self._db = self._connect()
        busy, frames, moved = self.row("PRAGMA wal_checkpoint(FULL)") or (1, 0, 0)
        if busy or frames != moved:
            raise StoreFault(_SENTENCES[sqlcipher.SQLITE_BUSY])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, durable when the block has ended. A second one inside is a mistake (`RuntimeError`).

        Any error rolls back and goes on. A `StoreFault` of the commit itself leaves open whether the transaction is on disk:
        `reopen` and read back.
        """
        if self._writing:
            raise RuntimeError("a transaction inside a transaction")
        self._needs_its_file()
        self.run("BEGIN IMMEDIATE")
        self._writing = True
        self.transactions += 1
        try:
            yield
            for work in self.before_commit:
                work()
            self.run("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._writing = False

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several reads of one moment, whatever other processes write meanwhile."""
        if self._writing:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    @property
    def in_transaction(self) -> bool:
        """Whether a `transaction` is open."""
        return self._writing

    def needs_transaction(self) -> None:
        """For changes of several rows that must not be torn; outside a transaction they are a mistake (`RuntimeError`)."""
        if not self._writing:
            raise RuntimeError("this change needs a transaction around it")

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Execute one statement that gives no rows; returns how many rows it changed. Raises `StoreFault` or `Clash`."""
        return int(self._execute(sql, values).rowcount)

    def run_each(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Execute one statement for each row; inside a transaction, so that all or none are in. Raises as `run` does."""
        self.needs_transaction()
        self._not_given_up()
        try:
            self._db.conn.executemany(sql, rows)
        except sqlcipher.Error as error:
            raise _fault(error) from None

    def insert(self, sql: str, values: Sequence[Any]) -> int:
        """Execute one INSERT; returns the new row's id."""
        return int(self._execute(sql, values).lastrowid)

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row, or None."""
        with _faults():
            found: Row | None = self._execute(sql, values).fetchone()
            return found

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows, for queries that give few."""
        with _faults():
            found: list[Row] = self._execute(sql, values).fetchall()
            return found

    def pages(self, sql: str, after: int, size: int = 500) -> Iterator[Row]:
        """Rows in the order of their first column, a page at a time: `sql` takes `:after` and `:size`."""
        while True:
            with _faults():
                page: list[Row] = self._db.execute(sql, {"after": after, "size": size}).fetchall()
            yield from page
            if len(page) < size:
                return
            after = page[-1][0]

    def migrate(self, apply: Callable[[SqliteUtils], None]) -> None:
        """Let sqlite-utils' migrations work on the connection."""
        with _faults():
            apply(self._db)

    @property
    def key(self) -> bytes:
        """The key that opened the file."""
        return self._key

    def rekey(self, key: bytes) -> None:
        """Write every page anew under another key, in one transaction. Nobody else may have the file open: raises `StoreFault`."""
        self.row("PRAGMA locking_mode = EXCLUSIVE")
        for mode in ("DELETE", "WAL"):  # leaving WAL needs the file for oneself alone; entering it again keeps it so
            if self.row(f"PRAGMA journal_mode = {mode}") != (mode.lower(),):
                raise StoreFault(_SENTENCES[sqlcipher.SQLITE_BUSY])
        if self.row(f"PRAGMA rekey = \"x'{key.hex()}'\"") != ("ok",):
            raise StoreFault("The store could not be written under its new key. Free space, then try again.")
        self._key = key
        self.row("PRAGMA wal_checkpoint(TRUNCATE)")
        self.check()

    def check(self) -> None:
        """Read every table page, whose codes must be right, and SQLite's own quick check; raises `StoreDamaged`."""
        if self.rows("PRAGMA quick_check(1)") != [("ok",)]:
            raise StoreDamaged(DAMAGED)

    def facts(self) -> dict[str, bool | str]:
        """`encrypted` is measured on the file, not believed; `cipher` names library, version and cipher."""
        version, cipher = (self.row(f"PRAGMA {name}") for name in ("cipher_version", "cipher"))
        name = f"SQLCipher {version[0]}, {cipher[0]}" if version and cipher else "none"
        return {"encrypted": name != "none" and _is_encrypted(self.path), "cipher": name}

    def setting(self, name: str) -> str:
        """A setting as it is truly in force on this connection."""
        found = self.row(f"PRAGMA {name}")
        return "" if found is None else str(found[0])

    def _execute(self, sql: str, values: Sequence[Any]) -> Any:
        self._not_given_up()
        try:
            return self._db.conn.execute(sql, values)
        except sqlcipher.Error as error:
            raise _fault(error) from None

    def _not_given_up(self) -> None:
        if self._writing and not self._db.conn.in_transaction:
            # SQLite rolls back by itself when the disk is full; what follows must not commit alone.
            raise StoreFault("The change was given up as a whole before it was done. Try again.")

    def _needs_its_file(self) -> None:
        """A file that was moved or deleted under us takes writes as before, and they end with this process."""
        try:
            standing = self.path.stat().st_ino
        except OSError:
            standing = None
        if standing != self._inode:
            raise StoreFault(f"The store is no longer at {self.path}. Put the file back, then start the kiosk again.")

    def _roll_back(self) -> None:
        with suppress(StoreFault), _faults():  # the error that led here says more; `reopen` drops whatever is left
            if self._db.conn.in_transaction:
                self._db.conn.execute("ROLLBACK")

    def _connect(self) -> SqliteUtils:
        if not self.path.is_file():
            raise StoreFault(
                f"There is no store at {self.path}. Put it back from a backup, or make one with: kiosk init"
            )
        self._inode = self.path.stat().st_ino
        _refuse_plain(self.path)
        with _faults():
            connection = sqlcipher.connect(f"{self.path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
        try:
            with _faults():
                connection.execute("PRAGMA cipher_log_level = NONE")  # else SQLCipher writes to stderr
                connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")  # takes no bound value
                if not connection.execute("PRAGMA cipher_version").fetchone():
                    raise StoreFault("This SQLite has no encryption. Install the kiosk's own sqlcipher3.")
                for name, value in SETTINGS.items():
                    connection.execute(f"PRAGMA {name} = {value}").fetchall()
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the first page: is the key right?
                return SqliteUtils(connection, execute_plugins=False)
        except BaseException:
            connection.close()
            raise


DAMAGED = "The store is damaged: bytes are not what was written. Stop, keep the files, and restore a backup."
WRONG_KEY = (
    "The store does not open with this key: the key belongs to another store, or the store's first page is damaged. "
    "Put back store and keys from one backup."
)
_SENTENCES = {
    sqlcipher.SQLITE_FULL: "The disk is full: the store cannot be written. Free space, then try again.",
    sqlcipher.SQLITE_BUSY: "Another program holds the store for too long. Close other kiosk commands, then try again.",
    sqlcipher.SQLITE_LOCKED: "The store is held by a reading that has not ended. Try again.",
    sqlcipher.SQLITE_READONLY: "The store may not be written. Mend the rights or the mount of its folder.",
    sqlcipher.SQLITE_PERM: "The store may not be opened. Mend the rights of its folder.",
    sqlcipher.SQLITE_CANTOPEN: "The store, or its log beside it, cannot be opened. Mend the rights of its folder.",
    sqlcipher.SQLITE_IOERR: "The disk does not read or write as it should. Check the disk, then start the kiosk again.",
    sqlcipher.SQLITE_NOMEM: "Memory ran out. Close other programs, then try again.",
}


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except sqlcipher.Error as error:
        raise _fault(error) from None


def _fault(error: Exception) -> StoreFault:
    """The fault with a sentence for an exception of sqlcipher3, whose own text is dropped, lest it hold a value."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary result code (sqlite.org/rescode.html)
    if code == sqlcipher.SQLITE_NOTADB:
        return WrongKey(WRONG_KEY)
    if code == sqlcipher.SQLITE_CORRUPT:
        return StoreDamaged(DAMAGED)
    if code == sqlcipher.SQLITE_CONSTRAINT:
        return Clash("The change breaks a rule of the store and was not made. Call a technician.")
    sentence = f"The store refused to work ({type(error).__name__} {code}). Start the kiosk again."
    return StoreFault(_SENTENCES.get(code, sentence))


def _refuse_plain(path: Path) -> None:
    if _first_bytes(path) == PLAIN_HEADER:
        raise StoreDamaged(f"{path} is not encrypted and was not written by the kiosk. Restore a backup.")


def _is_encrypted(path: Path) -> bool:
    """Whether the file hides that it is SQLite's, and plain SQLite indeed cannot read it."""
    if _first_bytes(path) == PLAIN_HEADER:
        return False
    plain = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        plain.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        return True
    finally:
        plain.close()
    return False


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN_HEADER))
    except OSError as error:
        raise StoreFault(f"{path} cannot be read ({error.strerror}). Mend its rights or its owner.") from None
