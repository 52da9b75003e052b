"""Any order of takings-in, codes, visits and handovers: the store says what a plain model of it says."""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.errors import CodeFault, Duplicate
from kiosk.ledger.events import ParcelHandedOver
from kiosk.parcel import GONE, CodeKind, ParcelState
from kiosk.store import Store

waybills = st.sampled_from([f"WAYBILL-{letter}" for letter in "ABCD"])
codes = st.sampled_from([(kind, text) for kind in CodeKind for text in ("ONE", "TWO")])
picks = st.integers(0, 10**6)
BEGIN = datetime(2026, 3, 2, tzinfo=UTC)


class Depot(RuleBasedStateMachine):
    """The model: plain dictionaries. The store: a real encrypted file, now and then closed and opened."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.store = Store.create(self.home / "home")
        self.at = BEGIN
        self.parcels: dict[int, tuple[str, ParcelState]] = {}
        self.pickups: dict[int, tuple[set[int], datetime | None]] = {}
        self.codes: dict[tuple[CodeKind, str], int] = {}
        self.visits: dict[int, int] = {}
        self.entries = 0

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.home)

    def tick(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def is_over(self, pickup: int) -> bool:
        parcels, revoked = self.pickups[pickup]
        return revoked is not None or all(self.parcels[parcel][1] in GONE for parcel in parcels)

    @rule(text=waybills)
    def take_in(self, text: str) -> None:
        here = any(waybill == text and state not in GONE for waybill, state in self.parcels.values())
        try:
            waybill = Waybill(text, WaybillKind.GENERAL)
            made = self.store.parcels.add(waybill, place="A-1", state=ParcelState.WAITING, at=self.tick())
        except Duplicate:
            assert here
        else:
            assert not here
            self.parcels[made.id] = (text, ParcelState.WAITING)

    @precondition(lambda self: self.parcels)
    @rule(code=codes, which=st.lists(picks, min_size=1, max_size=3))
    def give_code(self, code: tuple[CodeKind, str], which: list[int]) -> None:
        parcels = {sorted(self.parcels)[pick % len(self.parcels)] for pick in which}
        free = code not in self.codes or self.is_over(self.codes[code])
        if all(self.parcels[parcel][1] in GONE for parcel in parcels):
            return  # nobody makes a code for what is gone
        try:
            with self.store.transaction():
                made = self.store.pickups.make(parcels, codes=dict([code]), at=self.tick())
        except CodeFault:
            assert not free
        else:
            assert free
            self.pickups[made], self.codes[code] = (parcels, None), made

    @precondition(lambda self: self.parcels)
    @rule(pick=picks, state=st.sampled_from(ParcelState))
    def change(self, pick: int, state: ParcelState) -> None:
        id_ = sorted(self.parcels)[pick % len(self.parcels)]
        text, before = self.parcels[id_]
        back = before in GONE and state not in GONE
        rival = any(one != id_ and w == text and s not in GONE for one, (w, s) in self.parcels.items())
        try:
            with self.store.transaction():
                changed = self.store.parcels.change(id_, state, self.tick())
                self.store.journal.append(ParcelHandedOver(1, id_, "1", "label"), at=self.at, act=self.act())
        except Duplicate:
            assert back
            assert rival
        else:
            assert not (back and rival)
            assert changed == (state is not before)
            self.parcels[id_] = (text, state)
            self.entries += 1

    def act(self) -> bytes:
        return int(self.at.timestamp()).to_bytes(16, "big")

    @precondition(lambda self: self.pickups)
    @rule(pick=picks)
    def revoke(self, pick: int) -> None:
        id_ = sorted(self.pickups)[pick % len(self.pickups)]
        parcels, before = self.pickups[id_]
        assert self.store.pickups.revoke(id_, self.tick()) == (before is None)
        self.pickups[id_] = (parcels, before or self.at)

    @precondition(lambda self: self.pickups)
    @rule(pick=picks)
    def visit(self, pick: int) -> None:
        id_ = sorted(self.pickups)[pick % len(self.pickups)]
        with self.store.transaction():
            visit = self.store.visits.open(id_, "1", self.tick())
        assert self.visits.setdefault(id_, visit) == visit

    @precondition(lambda self: self.visits)
    @rule(pick=picks)
    def leave(self, pick: int) -> None:
        pickup = sorted(self.visits)[pick % len(self.visits)]
        assert self.store.visits.close(self.visits.pop(pickup), self.tick())

    @rule(whole=st.booleans())
    def start_again(self, whole: bool) -> None:
        if whole:
            self.store.close()
            self.store = Store.open(self.home / "home")
        else:
            self.store.reopen()

    @invariant()
    def says_what_the_model_says(self) -> None:
        assert {one.id: one.state for one in self.store.parcels.all()} == {k: v[1] for k, v in self.parcels.items()}
        for kind, text in [(kind, text) for kind in CodeKind for text in ("ONE", "TWO")]:
            found = self.store.pickups.find(kind, text)
            assert (found.id if found else None) == self.codes.get((kind, text))
            if found is not None:
                parcels, revoked = self.pickups[found.id]
                assert ({one.id for one in found.parcels}, found.revoked_at) == (parcels, revoked)
        assert {visit.pickups[0]: visit.id for visit in self.store.visits.open_visits()} == self.visits
        verified = self.store.journal.verify()
        assert (verified.ok, verified.entries) == (True, self.entries)


TestDepot = Depot.TestCase
TestDepot.settings = settings(max_examples=40, stateful_step_count=30)
