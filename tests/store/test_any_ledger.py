"""Any order of entries, checkpoints, erasures, restores and tamperings: all that was given away holds, and what was changed is found."""

import random
import secrets
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.desk.proof import Outside, prove
from kiosk.ledger.checkpoint import Signed
from kiosk.ledger.events import CodeRevoked, DeskCalled, KioskStarted, ReceiptGiven
from kiosk.ledger.receipt import Receipt, Verdict, check
from kiosk.ledger.seal import SALT_BYTES
from kiosk.ledger.subject import month_of, of_month, of_pickup
from kiosk.store import How, Store

BEGIN = datetime(2026, 3, 2, tzinfo=UTC)
COLUMNS = ("sealed", "hashes", "act")
LOST = -1


class Undo(Exception):
    """A tampering is undone once it was found."""


class Ledger(RuleBasedStateMachine):
    """The model: what was given away, each with the number of the restore it was given before."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.home = self.folder / "home"
        self.store = Store.create(self.home)
        self.at = BEGIN
        self.entries = 0
        self.kept: list[tuple[Signed, int]] = []
        """Checkpoints outside, and how many entries of the ledger of now they vouch for; `LOST`: a restore lost what they count."""
        self.receipts: list[Receipt] = []
        self.backup: tuple[Path, int] | None = None

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def tick(self) -> datetime:
        self.at += timedelta(hours=7)
        return self.at

    @rule(pickups=st.lists(st.integers(1, 6), min_size=1, max_size=9))
    def happens(self, pickups: list[int]) -> None:
        act, at = secrets.token_bytes(16), self.tick()
        with self.store.transaction():
            for pickup in pickups:
                event = (CodeRevoked(pickup), KioskStarted("1"), DeskCalled("left", "help"))[pickup % 3]
                self.store.journal.append(event, at=at, act=act)
        self.entries += len(pickups)

    @rule(how=st.sampled_from(How))
    def gives_a_checkpoint(self, how: How) -> None:
        with self.store.transaction():
            signed = self.store.checkpoints.make(how, at=self.tick())
        self.kept.append((signed, self.entries))

    @rule(pickup=st.integers(1, 6))
    def gives_a_receipt(self, pickup: int) -> None:
        at = self.tick()
        with self.store.transaction():
            event = ReceiptGiven(1, pickup, 1, "Depot, 1 parcel")
            entry = self.store.journal.append(event, at=at, act=secrets.token_bytes(16))
            signed = self.store.checkpoints.make(How.RECEIPT, at=at)
            proof = tuple(self.store.journal.inclusion_proof(entry.seq, entry.seq + 1))
        self.entries += 1
        origin, salt = signed.checkpoint.origin, entry.content[:SALT_BYTES]
        given = Receipt(event, at, entry.seq, salt, proof, origin, entry.seq + 1, signed.key_id, signed.signature)
        self.receipts.append(given)
        self.kept.append((signed, self.entries))

    @rule(pickups=st.sets(st.integers(1, 6), max_size=3), month=st.booleans())
    def erases(self, pickups: set[int], month: bool) -> None:
        subjects = [of_pickup(pickup) for pickup in pickups]
        subjects += [of_month(month_of(self.at - timedelta(days=31)))] if month else []
        at = self.tick()
        with self.store.transaction():
            erased = self.store.journal.erase(subjects, at=at, act=secrets.token_bytes(16))
        self.entries += erased > 0
        assert not self.store.journal.about(subjects)

    @rule()
    def is_backed_up(self) -> None:
        self.store.sweep()
        self.backup = Path(shutil.copy(self.home / "store.db", self.folder / "backup.db")), self.entries

    @precondition(lambda self: self.backup)
    @rule()
    def is_restored(self) -> None:
        assert self.backup
        copy, entries = self.backup
        self.store.close()
        shutil.copy(copy, self.home / "store.db")
        for beside in self.home.glob("store.db-*"):
            beside.unlink()
        self.store = Store.open(self.home)
        at = self.tick()
        with self.store.transaction():
            self.store.journal.begin_epoch(at=at, act=secrets.token_bytes(16))
        self.entries = entries + 1
        self.kept = [(signed, size if size <= entries else LOST) for signed, size in self.kept]

    @precondition(lambda self: any(size > 0 for _, size in self.kept))
    @rule(seed=st.integers(0, 10**6))
    def is_tampered_with_and_it_is_found(self, seed: int) -> None:
        chance = random.Random(seed)
        signed, size = max(self.kept, key=lambda one: one[1])
        with suppress(Undo), self.store.transaction():
            rows = self.store._database.rows(
                "SELECT seq FROM journal JOIN subjects ON first = subject WHERE seq < ?", (size,)
            )
            if not rows:
                return
            seq, column = chance.choice(rows)[0], chance.choice(COLUMNS)
            if chance.random() < 0.3:
                self.store._database.run("DELETE FROM journal WHERE seq >= ?", (seq,))
            else:
                row = self.store._database.row(f"SELECT {column} FROM journal WHERE seq = ?", (seq,))  # noqa: S608  # our own words
                assert row
                new = bytes([row[0][0] ^ 1]) + row[0][1:]
                self.store._database.run(f"UPDATE journal SET {column} = ? WHERE seq = ?", (new, seq))  # noqa: S608  # the same
            proof = prove(self.store, signed)
            assert not proof.ok
            assert proof.verified.first_bad == seq
            raise Undo

    @invariant()
    def all_that_was_given_away_holds(self) -> None:
        found = self.store.journal.verify()
        assert (found.ok, found.entries) == (True, self.entries)
        for signed, size in self.kept:
            proof = prove(self.store, signed)
            assert (proof.ok, proof.outside) == (True, Outside.LOST if size == LOST else Outside.AGREES)
        for given in self.receipts:
            assert check(given.code, [self.store.checkpoints.public_key()])[0] is Verdict.GENUINE


TestLedger = Ledger.TestCase
TestLedger.settings = settings(max_examples=25, stateful_step_count=20)
