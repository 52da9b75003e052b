"""Measures the ledger: what an act costs as it grows, how fast all of it is computed anew, how long a proof takes; and a backup of a store.

The ledger is one of drawn visits: three entries a pickup, each pickup's under a key of its own.
"""

import secrets
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from kiosk.clock import Clock
from kiosk.codes.recovery import Secret
from kiosk.desk.act import in_one_act
from kiosk.desk.proof import prove
from kiosk.errors import StoreDamaged
from kiosk.ledger.events import CodeIssued, Event, ReceiptGiven, VisitOpened
from kiosk.ledger.subject import of_pickup
from kiosk.parcel import CodeKind
from kiosk.settings import Depot, Settings
from kiosk.store import Store
from kiosk.store.database import Database
from kiosk.technician import backup
from kiosk.technician.init import make_home
from kiosk.technician.measured import BARE, OURS, Measured, spread, timed
from kiosk.technician.restore import restore

SMALLEST, GROWTH = 1_000, 10
"""The ledger is measured at so many entries, and each time that it has grown tenfold."""
ACTS, PROOFS = 300, 1_000
LOT = 1_500
"""Entries that fill the ledger in one transaction: whole pickups."""


def measure(entries: int) -> Iterator[Measured]:
    """The rows as they come, of a ledger that grows to so many entries. Raises `StoreFault`."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        home, bare = Path(folder) / "home", Database.create(Path(folder) / "bare.db", secrets.token_bytes(32))
        make_home(home, Settings(Depot(tag="7KQ2")))
        store = Store.open(home)
        try:
            bare.run("CREATE TABLE bare (id INTEGER PRIMARY KEY, content BLOB)")
            yield from _Bench(store, bare, entries).rows()
        finally:
            store.close()
            bare.close()


def measure_backup(store: Store, home: Path, folder: Path, sheet: Secret) -> Measured:
    """The open store of a home backed up, checked, and restored by its recovery sheet into an empty home of the folder."""
    clock, path = Clock(), folder / "backup"
    create = timed(partial(backup.create, store, home, clock, path))
    check = timed(partial(backup.verify, home, clock, path, ask=None, ask_sheet=lambda: sheet))
    bring_back = timed(partial(restore, folder / "restored", clock, path, ask=None, ask_sheet=lambda: sheet))
    figures = {"create_s": create, "verify_s": check, "restore_s": bring_back, "mb": path.stat().st_size / 1e6}
    return Measured("backup", {OURS: figures})


class _Bench:
    def __init__(self, store: Store, bare: Database, entries: int) -> None:
        self._store, self._bare, self._entries = store, bare, entries
        self._clock, self._chance = Clock(), Random(entries)  # noqa: S311  # chooses what is proved
        self._pickups = 0

    def rows(self) -> Iterator[Measured]:
        """One after the other: each needs the ledger as it is by then."""
        size = SMALLEST
        while size < self._entries:
            yield self._append(size)
            size *= GROWTH
        yield self._append(self._entries)
        yield self._proofs()
        yield self._verify()

    def _append(self, size: int) -> Measured:
        """One act of one entry, synced and read back, once the ledger has so many entries."""
        while (missing := size - self._store.journal.size()) > 0:
            self._fill(min(missing, LOT))
        taken: dict[str, list[float]] = {OURS: [], BARE: []}
        for _ in range(ACTS):
            (event,) = self._drawn(1)
            taken[OURS].append(timed(partial(self._one_act, event)))
            taken[BARE].append(timed(self._bare_commit))
        return spread(f"append after {size} entries", taken)

    def _fill(self, count: int) -> None:
        with self._store.transaction():
            pickups = range(self._pickups + 1, self._pickups + count // 3 + 2)
            self._store.journal.expect(map(of_pickup, pickups))
            act = secrets.token_bytes(16)
            self._store.journal.append_each(self._drawn(count), at=self._clock.now(), act=act)

    def _drawn(self, count: int) -> list[Event]:
        """The entries of one pickup after the other: its codes, its visit, its receipt."""
        found = list[Event]()
        while len(found) < count:
            self._pickups += 1
            one = self._pickups
            found.append(CodeIssued(one, (one,), (CodeKind.TOKEN, CodeKind.TYPED)))
            found.append(VisitOpened(one, one, "1", CodeKind.TOKEN))
            found.append(ReceiptGiven(one, one, 1, "Depot North, 1 parcel, 2026-11-22 14:31"))
        return found[:count]

    def _one_act(self, event: Event) -> None:
        in_one_act(self._store, self._clock.now(), lambda enter: enter(event))

    def _bare_commit(self) -> None:
        with self._bare.transaction():
            self._bare.run("INSERT INTO bare (content) VALUES (?)", (bytes(200),))

    def _proofs(self) -> Measured:
        """That one entry of all is among them."""
        size, journal = self._store.journal.size(), self._store.journal
        chosen = [self._chance.randrange(size) for _ in range(PROOFS)]
        return spread("inclusion proof", {OURS: [timed(partial(journal.inclusion_proof, seq, size)) for seq in chosen]})

    def _verify(self) -> Measured:
        """As `kiosk ledger verify`: every entry opened, every hash computed, every checkpoint compared."""
        proofs, size = list[bool](), self._store.journal.size()
        seconds = timed(lambda: proofs.append(prove(self._store).ok))
        if proofs != [True]:
            raise StoreDamaged("The ledger that was drawn does not verify. Check the disk, then try again.")
        return Measured("ledger verify", {OURS: {"entries_s": size / seconds, "s": seconds}})
