"""Any acts of any customers and clerks: no parcel is lost, none leaves twice, and the ledger alone tells where each one is.

The check replays the ledger and compares with the store: an act without its entry, or an entry without its act, shows at once.
"""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from kiosk.desk import override
from kiosk.desk.override import Made, Proposal, WhyByHand
from kiosk.desk.returns import Outcome, Returns, WhyDisputed
from kiosk.desk.seat import Seat
from kiosk.desk.shown import Tap
from kiosk.ledger import events
from kiosk.ledger.events import Event
from kiosk.parcel import Hold, ParcelState
from kiosk.store import pins
from tests.desk.crew import PIN, Crew
from tests.flows.depot import SmallDepot

S = ParcelState
WAYBILLS = ("PARCEL0001", "PARCEL0002", "PARCEL0003")
PLACES = ("A-01-001", "A-01-002", "C-03")
HELD = 2
"""The number of the parcel that needs a second person."""

numbers = st.sampled_from((0, 0, 0, 1, 2))
"""The first parcel most often, so that people get in each other's way."""
sides = st.booleans()
SETS: dict[type[Event], ParcelState] = {
    events.ParcelReceived: S.WAITING,
    events.ParcelReleased: S.RELEASED,
    events.ParcelUnchecked: S.UNCHECKED,
    events.ParcelHandedOver: S.HANDED_OVER,
    events.ParcelConfirmed: S.HANDED_OVER,
    events.ParcelLeftByOverride: S.HANDED_OVER,
    events.OverrideMade: S.RELEASED,
    events.OverrideCorrected: S.WAITING,
    events.ParcelMissing: S.MISSING,
    events.ParcelFoundAgain: S.WAITING,
    events.ParcelReturned: S.RETURNED,
    events.DisputeOpened: S.DISPUTED,
}
LEAVING = {events.ParcelHandedOver, events.ParcelConfirmed, events.ParcelLeftByOverride, events.ParcelReturned}
IN_THE_DEPOT = {S.WAITING, S.RELEASED, S.UNCHECKED, S.MISSING}


def replayed(entries: list[Event]) -> dict[int, set[ParcelState]]:
    """Where each parcel can be, by the ledger alone. More than one state only after an undoing, which may find a customer on the way."""
    states: dict[int, set[ParcelState]] = {}
    before: dict[int, set[ParcelState]] = {}
    for event in entries:
        parcel = getattr(event, "parcel", 0)
        if type(event) in LEAVING:
            assert states[parcel] & IN_THE_DEPOT, f"{event} of a parcel that is not there"
        if isinstance(event, events.OverrideMade):
            assert states[parcel] & {S.WAITING, S.RELEASED, S.UNCHECKED}
            before[event.override] = states[parcel]
        if isinstance(event, events.OverrideUndone):
            states[parcel] = states[parcel] | before[event.override]
        elif isinstance(event, events.DisputeClosed):
            assert states[parcel] == {S.DISPUTED}
            states[parcel] = {S(event.how)}
        elif type(event) in SETS:
            states[parcel] = {SETS[type(event)]}
    return states


class Shift(RuleBasedStateMachine):
    """Two stations, one desk window, a supervisor, two clerks and a technician."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.depot = SmallDepot(self.folder / "home")
        self.crew = Crew(self.depot.store, self.depot.settings)
        self.crew.clock = self.depot.clock
        self.tokens = [self.depot.takes_in(waybill, place) for waybill, place in zip(WAYBILLS, PLACES, strict=True)]
        self.parcels = [parcel.id for parcel in self.depot.store.parcels.all()]
        self.depot.store.parcels.set_held(self.parcels[HELD], Hold.ID_TO_BE_SEEN)
        self.window = self.crew.window()
        self.returns = Returns(self.depot.store, self.depot.clock)
        self.proposal: Proposal | None = None
        self.made: Made | None = None

    def teardown(self) -> None:
        self.depot.close()
        shutil.rmtree(self.folder)

    def seat(self) -> Seat:
        """Who is signed in; where nobody is, one whose PIN was not given: what that may do is for the table of roles."""
        return self.window.seat or Seat(2, "desk", with_pin=False)

    # Customers

    @rule(number=numbers, at_right=sides)
    def show_code(self, number: int, at_right: bool) -> None:
        self.depot.shows(self.tokens[number], at=self.depot.right if at_right else self.depot.left)

    @rule(number=numbers, at_right=sides)
    def scan_label(self, number: int, at_right: bool) -> None:
        self.depot.scans(WAYBILLS[number], at=self.depot.right if at_right else self.depot.left)

    @rule(tap=st.sampled_from(Tap), at_right=sides)
    def tap(self, tap: Tap, at_right: bool) -> None:
        self.depot.taps(tap, at=self.depot.right if at_right else self.depot.left)

    @rule(seconds=st.sampled_from((1.0, 5.0, 11.0, 95.0, 1000.0)))
    def wait(self, seconds: float) -> None:
        self.depot.waits(seconds)
        self.window.tick()

    # Clerks

    @rule(clerk=st.integers(1, 4))
    def sign_in(self, clerk: int) -> None:
        self.crew.signed_in(clerk, self.window)

    @rule(out=sides)
    def leave(self, out: bool) -> None:
        self.window.sign_out() if out else self.window.lock()

    @rule(number=numbers, act=st.integers(0, 4))
    def handle(self, number: int, act: int) -> None:
        seat, parcel = self.seat(), self.parcels[number]
        (
            lambda: self.returns.move(seat, parcel, "B-02"),
            lambda: self.returns.confirm(seat, parcel),
            lambda: self.returns.cannot_be_found(seat, parcel),
            lambda: self.returns.found_again(seat, parcel, "A-01-009"),
            lambda: self.returns.give_back(seat, parcel),
        )[act]()

    @rule(number=numbers, outcome=st.none() | st.sampled_from(Outcome))
    def dispute(self, number: int, outcome: Outcome | None) -> None:
        if outcome is None:
            self.returns.open_dispute(self.seat(), self.parcels[number], WhyDisputed.OTHER)
        else:
            self.returns.close_dispute(self.seat(), self.parcels[number], outcome)

    @rule(number=numbers)
    def propose(self, number: int) -> None:
        proposal = override.propose(
            self.depot.store,
            self.depot.clock,
            self.seat(),
            self.parcels[number],
            reason=WhyByHand.ID_SEEN,
            checked=True,
        )
        self.proposal = proposal if isinstance(proposal, Proposal) else self.proposal

    @rule(number=numbers, clerk=st.sampled_from((1, 2)), again=sides)
    def release_by_hand(self, number: int, clerk: int, again: bool) -> None:
        """As it goes on most days; `again`: a colleague had the same parcel on the screen and confirms, too."""
        self.crew.signed_in(clerk, self.window)
        self.propose(number)
        self.confirm(seconded=False)
        if again:
            self.crew.signed_in(4, self.window)
            self.confirm(seconded=False)

    @rule(number=numbers)
    def serve(self, number: int) -> None:
        self.show_code(number, at_right=False)
        self.scan_label(number, at_right=False)

    @rule(seconded=sides)
    def confirm(self, seconded: bool) -> None:
        if self.proposal is None:
            return
        second = self.window.second(self.crew.badges[5], PIN) if seconded else None
        made = override.confirm(
            self.depot.store,
            self.depot.clock,
            self.seat(),
            self.proposal,
            second=second if isinstance(second, Seat) else None,
        )
        self.made = made if isinstance(made, Made) else self.made

    @rule()
    def undo(self) -> None:
        if self.made is not None:
            override.undo(self.depot.store, self.depot.clock, self.seat(), self.made.override)

    @rule()
    def sign(self) -> None:
        if self.made is not None:
            override.sign_owed(self.depot.store, self.depot.clock, self.seat(), self.made.override)

    @rule(number=numbers)
    def correct(self, number: int) -> None:
        if self.made is not None:
            override.correct(
                self.depot.store,
                self.depot.settings,
                self.depot.clock,
                self.seat(),
                self.made.override,
                label=WAYBILLS[number],
                place="D-09",
            )

    @invariant()
    def the_ledger_tells_where_each_parcel_is(self) -> None:
        store = self.depot.store
        states = replayed(self.depot.events())
        assert store.parcels.count() == len(WAYBILLS)
        for parcel in store.parcels.all():
            assert parcel.state in states[parcel.id]
            assert (parcel.state is S.HANDED_OVER) <= (parcel.waybill is None)

    @invariant()
    def nothing_is_out_of_order(self) -> None:
        assert self.depot.store.journal.verify().ok
        assert {self.depot.left.shown.state, self.depot.right.shown.state}.isdisjoint({"out_of_order"})

    @invariant()
    def a_held_parcel_leaves_by_two_people_or_is_owed(self) -> None:
        for event in self.depot.events(events.OverrideMade):
            assert isinstance(event, events.OverrideMade)
            if event.parcel == self.parcels[HELD] and event.clerk != 1:
                made = self.depot.store.overrides.get(event.override)
                assert made.needs_second
                assert made.second is not None or made.is_owed or made.undone_at is not None


def test_any_shift(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)
    run_state_machine_as_test(Shift, settings=settings(max_examples=60, stateful_step_count=20))
