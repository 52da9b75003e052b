"""The one file that names sqlcipher3: an encrypted file, its settings, transactions, and its errors as our faults.

Longer than 300 lines because sqlcipher3 is named in one file only, and whatever needs it (opening, keys, copies, checks) belongs together.

sqlcipher3's exceptions do not derive from sqlite3's, which a few conveniences of sqlite-utils rely on. We use sqlite-utils for
migrations and `execute` alone and write plain statements, so nothing has to pose as `pysqlite3` before an import. Rows are
always fetched here, because a damaged page may come to light at the fetch; long lists come in pages, so no reader holds back
a checkpoint or another process.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import NoneType
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from kiosk.errors import StoreBusy, StoreDamaged, StoreFault, StoreMissing
from kiosk.store.faults import BUSY, DAMAGED, disk_fault, fault_of
from kiosk.store.files import OWNER_ONLY, sync
from kiosk.store.lean import SqliteUtils
from kiosk.store.plain import is_encrypted, refuse_plain

Row = tuple[Any, ...]

# Each None and each bytes would first be asked how it adapts itself, which takes three times as long as binding it.
sqlcipher.register_adapter(NoneType, lambda none: none)
sqlcipher.register_adapter(bytes, bytearray)

BUSY_MS = 1_800
"""How long another program's write is waited for: a station must say that it is out of order within two seconds."""
SETTINGS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "secure_delete": "ON",
    "foreign_keys": "ON",
    "temp_store": "MEMORY",
    "busy_timeout": str(BUSY_MS),
    "cache_size": "-1000",  # KiB: a visit touches few pages, and the memory of a kiosk that serves does not grow for weeks
    "trusted_schema": "OFF",
}
"""Set on each connection once the key is in. FULL because NORMAL may lose acknowledged rows at a power cut (DESIGN §6).

`cipher_memory_security` stays off: it locks and unlocks memory at every allocation, 24 times an insert, which made an import six
times and a handover twice as slow; SQLCipher keeps its keys in locked memory all the same, and codes pass through Python's memory
anyway. Keeping the whole process out of swap and core dumps is the service's part.
"""


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
        self.after_commit: list[Callable[[], None]] = []
        """Who is told that a transaction is on disk."""
        self._log = path.with_name(f"{path.name}-wal")
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
        with self._faults():
            self._db.close()

    def reopen(self) -> None:
        """A fresh connection, which shows what is truly on disk: after a failed commit, say. Raises as opening does.

        What it shows is written and synced once more, or this fails: after a sync that failed, reading still shows what the disk may
        lack, and would vouch for it. Only then is it moved into the file, for pages half moved are mended from the log alone.
        """
        old = self._db
        if self._standing() == self._opened:
            self._db = self._connect()  # first: the last connection to close moves the log into the file
        with suppress(sqlcipher.Error):  # one that cannot even close is the reason to want another
            old.close()
        if self._db is old:  # a log that was deleted is in that connection alone, which has now saved it
            self._db = self._connect()
        self._writing = False
        self._write_log_again()
        busy, *_ = self.row("PRAGMA wal_checkpoint(TRUNCATE)") or (1,)
        if busy:
            raise StoreBusy(BUSY)
        try:
            sync(self._log)
            sync(self.path.parent)
        except OSError:
            raise disk_fault(self.path) from None

    def _write_log_again(self) -> None:
        """While nobody else may write to it: what is written anew is synced anew."""
        self.run("BEGIN IMMEDIATE")
        try:
            with self._log.open("r+b") as log:
                content = log.read()
                log.seek(0)
                log.write(content)
                log.flush()
                os.fsync(log.fileno())
        except OSError:
            raise disk_fault(self.path) from None
        finally:
            self._roll_back()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, durable when the block has ended. A second one inside is a mistake (`RuntimeError`).

        Any error rolls back and goes on. A `StoreFault` of the commit itself leaves open whether the transaction is on disk:
        `reopen` and read back.
        """
        if self._writing:
            raise RuntimeError("a transaction inside a transaction")
        self._needs_its_files()
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
        for told in self.after_commit:
            told()

    def expect_many(self) -> None:
        """Keep more of the file in memory from now on: many rows come, and their index entries lie all over it."""
        self.run("PRAGMA cache_size = -65536")

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
            raise fault_of(error, self.path) from None

    def insert(self, sql: str, values: Sequence[Any]) -> int:
        """Execute one INSERT; returns the new row's id."""
        return int(self._execute(sql, values).lastrowid)

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row, or None."""
        try:
            found: Row | None = self._execute(sql, values).fetchone()
        except sqlcipher.Error as error:
            raise fault_of(error, self.path) from None
        return found

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows, for queries that give few."""
        try:
            found: list[Row] = self._execute(sql, values).fetchall()
        except sqlcipher.Error as error:
            raise fault_of(error, self.path) from None
        return found

    def pages(self, sql: str, after: int, size: int = 500) -> Iterator[Row]:
        """Rows in the order of their first column, a page at a time: `sql` takes `:after` and `:size`."""
        while True:
            with self._faults():
                page: list[Row] = self._db.execute(sql, {"after": after, "size": size}).fetchall()
            yield from page
            if len(page) < size:
                return
            after = page[-1][0]

    def migrate(self, apply: Callable[[SqliteUtils], None]) -> None:
        """Let sqlite-utils' migrations work on the connection."""
        with self._faults():
            apply(self._db)

    @property
    def key(self) -> bytes:
        """The key that opened the file."""
        return self._key

    def copy_to(self, path: Path) -> None:
        """All of it as of one moment, under the same key, in a new file of mode 0600, while others read and write. Raises `StoreFault`."""
        path.touch(mode=OWNER_ONLY, exist_ok=False)
        with self._faults():
            copy = sqlcipher.connect(str(path), isolation_level=None)
            try:
                copy.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
                copy.execute("PRAGMA journal_mode = OFF")  # a copy that is cut off is thrown away; who calls syncs it
                copy.execute("PRAGMA synchronous = OFF")
                self._db.conn.backup(copy)
            finally:
                copy.close()

    def sweep(self) -> bool:
        """Move the log into the file and cut it to nothing; False, without waiting, where somebody else holds the file."""
        self.row("PRAGMA busy_timeout = 0")
        try:
            busy, *_ = self.row("PRAGMA wal_checkpoint(TRUNCATE)") or (1,)
        finally:
            self.row(f"PRAGMA busy_timeout = {BUSY_MS}")
        return not busy

    def rekey(self, key: bytes) -> None:
        """Write every page anew under another key, in one transaction. Nobody else may have the file open: raises `StoreFault`."""
        self.row("PRAGMA locking_mode = EXCLUSIVE")
        for mode in ("DELETE", "WAL"):  # leaving WAL needs the file for oneself alone; entering it again keeps it so
            if self.row(f"PRAGMA journal_mode = {mode}") != (mode.lower(),):
                raise StoreBusy(BUSY)
        if self.row(f"PRAGMA rekey = \"x'{key.hex()}'\"") != ("ok",):
            raise StoreFault("The store could not be written under its new key. Free space, then try again.")
        self._key = key
        self.row("PRAGMA wal_checkpoint(TRUNCATE)")
        self._opened = self._standing()
        self.check()

    def check(self) -> None:
        """Read every page, whose authentication code must be right, then check each table as SQLite does; raises `StoreDamaged`.

        Takes seconds for a million parcels, and holds back no writer meanwhile. `interrupt` ends it, with a `StoreFault`.
        """
        # A page may be read while it is being written, or be half written since a power cut and whole in the log: it is
        # damaged if it still is with all of the log in the file.
        bad = self._bad_pages()
        if bad:
            _, frames, moved = self.row("PRAGMA wal_checkpoint(PASSIVE)") or (1, 1, 0)
            if frames == moved and bad & self._bad_pages():
                raise StoreDamaged(DAMAGED)
        for (table,) in self.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
            if self.rows(f"PRAGMA quick_check('{table}')") != [("ok",)]:
                raise StoreDamaged(DAMAGED)

    def interrupt(self) -> None:
        """End what the connection is doing, from another thread."""
        self._db.conn.interrupt()

    def _bad_pages(self) -> set[str]:
        return {told for (told,) in self.rows("PRAGMA cipher_integrity_check")}

    def facts(self) -> dict[str, bool | str]:
        """`encrypted` is measured on the file, not believed; `cipher` names library, version and cipher."""
        version, cipher = (self.row(f"PRAGMA {name}") for name in ("cipher_version", "cipher"))
        name = f"SQLCipher {version[0]}, {cipher[0]}" if version and cipher else "none"
        return {"encrypted": name != "none" and is_encrypted(self.path), "cipher": name}

    def setting(self, name: str) -> str:
        """A setting as it is truly in force on this connection."""
        found = self.row(f"PRAGMA {name}")
        return "" if found is None else str(found[0])

    def _execute(self, sql: str, values: Sequence[Any]) -> Any:
        self._not_given_up()
        try:
            return self._db.conn.execute(sql, values)
        except sqlcipher.Error as error:
            raise fault_of(error, self.path) from None

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except sqlcipher.Error as error:
            raise fault_of(error, self.path) from None

    def _not_given_up(self) -> None:
        if self._writing and not self._db.conn.in_transaction:
            # SQLite rolls back by itself when the disk is full; what follows must not commit alone.
            raise StoreFault("The change was given up as a whole before it was done. Try again.")

    def _needs_its_files(self) -> None:
        """Files that were moved or deleted under us take writes as before, and they end with this process."""
        if self._standing() != self._opened:
            raise StoreMissing(f"The store is no longer at {self.path}. Put the file back, then start the kiosk again.")

    def _standing(self) -> tuple[int, int] | None:
        """Which files now bear the names of the store and its log."""
        try:
            return self.path.stat().st_ino, self._log.stat().st_ino
        except OSError:
            return None

    def _roll_back(self) -> None:
        with suppress(StoreFault), self._faults():  # the error that led here says more; `reopen` drops whatever is left
            if self._db.conn.in_transaction:
                self._db.conn.execute("ROLLBACK")

    def _connect(self) -> SqliteUtils:
        if not self.path.is_file():
            raise StoreMissing(f"There is no store at {self.path}. Restore a backup, or make one with: kiosk init")
        refuse_plain(self.path)
        with self._faults():
            connection = sqlcipher.connect(f"{self.path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
        try:
            with self._faults():
                connection.execute("PRAGMA cipher_log_level = NONE")  # else SQLCipher writes to stderr
                connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")  # takes no bound value
                if not connection.execute("PRAGMA cipher_version").fetchone():
                    raise StoreFault("This SQLite has no encryption. Install the kiosk's own sqlcipher3.")
                for name, value in SETTINGS.items():
                    connection.execute(f"PRAGMA {name} = {value}").fetchall()
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the first page: is the key right?
                self._opened = self._standing()
                return SqliteUtils(connection, execute_plugins=False)
        except BaseException:
            connection.close()
            raise
