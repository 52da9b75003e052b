"""The store of one kiosk: its key ring, its encrypted file, and the rooms on top of them."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path

from kiosk.codes.recovery import Secret
from kiosk.errors import StoreDamaged, StoreFault, WrongKey
from kiosk.ledger.merkle import Frontier
from kiosk.store.acknowledged import LOST, Acknowledged
from kiosk.store.arrivals import Arrivals
from kiosk.store.attempts import AttemptsOfStations
from kiosk.store.backup import About, Backup
from kiosk.store.checkpoints import Checkpoints
from kiosk.store.clerks import Clerks
from kiosk.store.columns import Columns
from kiosk.store.database import Database
from kiosk.store.device_key import AskPassphrase, DeviceHome
from kiosk.store.erasure import Erasure
from kiosk.store.examination import Examination
from kiosk.store.facts import KnownParcels
from kiosk.store.faults import DAMAGED, refuse_full
from kiosk.store.files import FOLDER_OWNER_ONLY, sync_folder
from kiosk.store.journal import Journal
from kiosk.store.kept import Kept
from kiosk.store.keyring import KeyRing, ring_path
from kiosk.store.lists import Lists
from kiosk.store.outbox import Outbox
from kiosk.store.overrides import Overrides
from kiosk.store.parcels import Parcels
from kiosk.store.pickups import Pickups
from kiosk.store.schema import migrations
from kiosk.store.searches import Searches
from kiosk.store.visits import Visits
from kiosk.store.witnesses import Witnesses

FILE = "store.db"


class Store:
    """One open store. For one thread; short commands of other processes may open it at the same time."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._database = database
        self.keys = keys
        self.parcels = Parcels(database, keys)
        self.pickups = Pickups(database, keys)
        self.visits = Visits(database)
        self.attempts = AttemptsOfStations(database)
        self.clerks = Clerks(database, keys)
        self.overrides = Overrides(database)
        self.lists = Lists(database)
        self.known = KnownParcels(database)
        self.searches = Searches(database)
        self.columns = Columns(database)
        self.arrivals = Arrivals(database, keys)
        self.outbox = Outbox(database)
        self.journal = Journal(database, keys)
        self.witnesses = Witnesses(database)
        self.checkpoints = Checkpoints(database, keys, self.journal, self.witnesses)
        self.erasure = Erasure(database, self.journal)
        self.kept = Kept(database)
        self._acknowledged = Acknowledged(database.path, keys, database.setting("cipher_salt"))
        self._miss_nothing()
        database.after_commit.append(self._note)

    @classmethod
    def create(
        cls,
        home: Path,
        *,
        depot: str = "0000",
        kiosk: str = "1",
        device: DeviceHome | None = None,
        ask: AskPassphrase | None = None,
        sheet: Secret | None = None,
    ) -> "Store":
        """A new key ring and an empty store in a home, whose folder may exist; `kiosk` is the name in each entry, the depot's tag
        and it are the ledger's origin; the others are as for `KeyRing.create`.

        It is built under another name and takes its own when it is whole, so a power cut leaves no half store, and making
        it again goes on with the ring that is there. Raises `StoreFault` where the home has a store.
        """
        path, growing = home / FILE, home / f"{FILE}.new"
        if path.exists():
            raise StoreFault(f"{home} has a store already. Choose another home, or open this one.")
        try:
            home.mkdir(mode=FOLDER_OWNER_ONLY, parents=True, exist_ok=True)
            home.chmod(FOLDER_OWNER_ONLY)
            for left_over in home.glob(f"{growing.name}*"):
                left_over.unlink()
        except OSError as error:
            raise StoreFault(
                f"{home} cannot be made ({error.strerror}). Choose another folder or mend its rights."
            ) from None
        keys = (
            KeyRing.open(home, ask) if ring_path(home).exists() else KeyRing.create(home, device, ask=ask, sheet=sheet)
        )
        database = Database.create(growing, keys.store_key)
        database.migrate(migrations.apply)
        database.run(
            "INSERT INTO ledger (one, depot, kiosk, size, frontier) VALUES (1, ?, ?, 0, ?)",
            (depot, kiosk, Frontier().to_bytes()),
        )
        database.close()
        try:
            growing.rename(path)
            sync_folder(home)
        except OSError as error:
            raise StoreFault(f"{path} cannot be made ({error.strerror}). Mend the rights of its folder.") from None
        return cls(Database(path, keys.store_key), keys)

    @classmethod
    def open(cls, home: Path, ask: AskPassphrase | None = None) -> "Store":
        """The store of a home, brought to this version's tables. What is read is authenticated; `examination` reads the rest.

        `ask` is for a ring under a passphrase. Raises `StoreFault`, `WrongKey` or `StoreDamaged`; never makes a store where there is none.
        """
        keys = KeyRing.open(home, ask)
        database = open_with(home / FILE, keys)
        try:
            if not database.rows("SELECT 1 FROM sqlite_master WHERE name = ?", (migrations.migrations_table,)):
                raise StoreDamaged(DAMAGED)  # an emptied file opens with any key
            database.migrate(migrations.apply)
            return cls(database, keys)
        except BaseException:
            database.close()
            raise

    @property
    def home(self) -> Path:
        """The folder that the store lies in."""
        return self._database.path.parent

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing, durable when the block has ended; see `Database.transaction`."""
        return self._database.transaction()

    def expect_many(self) -> None:
        """A manifest comes: see `Database.expect_many`. For a process that ends with it."""
        self._database.expect_many()

    def reopen(self) -> None:
        """A fresh connection that shows what is truly on disk, for use after a failed commit."""
        self._database.reopen()
        self._miss_nothing()

    def try_again(self) -> None:
        """Whether a store that failed reads, writes and syncs again, with room for more; raises `StoreFault` where not."""
        self.reopen()
        with self.transaction():
            version = self._database.setting("user_version")
            self._database.run(f"PRAGMA user_version = {version}")  # the same again: one page is written
        refuse_full(self._database.path)

    def close(self) -> None:
        """Close the file. The store is of no use after."""
        self._acknowledged.close()
        self._database.close()

    @property
    def key(self) -> bytes:
        """The key that opened the file."""
        return self._database.key

    def back_up(self, path: Path, *, ring: str, settings: str, checkpoint: str, made: datetime) -> About:
        """Copy it into a file, while others read and write; see `Backup.write`."""
        return Backup.write(
            path, self._database, self.keys, ring=ring, settings=settings, checkpoint=checkpoint, made=made
        )

    def sweep(self) -> bool:
        """Move the write-ahead log into the file, so that what was deleted is in neither; best done after an erasure.

        False, at once, where another program reads or writes: try again later.
        """
        return self._database.sweep()

    def check(self) -> None:
        """Read and check all of it, now; raises `StoreDamaged`."""
        self._database.check()

    def beside(self) -> "Store":
        """The same store on a connection of its own, for the thread that calls this; to be closed there."""
        return Store(Database(self._database.path, self._database.key), self.keys)

    def examination(self) -> Examination:
        """The same in the background, to be started."""
        return Examination(self._database.path, self._database.key)

    def facts(self) -> dict[str, bool | str]:
        """`{"encrypted": bool, "cipher": str}`, measured on the file; see `Database.facts`."""
        return self._database.facts()

    def _note(self) -> None:
        entries = self.journal.grown_to()
        if entries is not None:
            self._acknowledged.note(entries)

    def _miss_nothing(self) -> None:
        """Raises `StoreDamaged` where entries are gone that were acknowledged."""
        noted = self._acknowledged.entries()  # first, for another program may append meanwhile
        if self.journal.size() < noted:
            raise StoreDamaged(LOST)


def open_with(path: Path, keys: KeyRing) -> Database:
    """The store's file by the ring's key for it, or, after a rotation that was cut off, by the next one. Raises as `Database` does."""
    try:
        return Database(path, keys.store_key)
    except WrongKey:
        if keys.next_store_key is None:
            raise
        return Database(path, keys.next_store_key)


@contextmanager
def opened(home: Path, ask: AskPassphrase | None = None) -> Iterator[Store]:
    """The store of a home for the length of a block."""
    store = Store.open(home, ask)
    try:
        yield store
    finally:
        store.close()
