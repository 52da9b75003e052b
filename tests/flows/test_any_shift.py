"""Any acts of any customers and clerks: no parcel is lost, none leaves twice, each act has its entry, no two visits are linked.

`witness.py` watches: it compares what people did with what the store holds and what the ledger added.

This file is longer than 300 lines because it is one machine: whatever people can do stands in one list.
"""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from kiosk.desk import intake, override, paper
from kiosk.desk.intake import Issued, Received
from kiosk.desk.override import Made, Proposal, WhyByHand
from kiosk.desk.returns import Outcome, Returns, WhyDisputed
from kiosk.desk.seat import Seat
from kiosk.desk.shelf_check import ShelfCheck
from kiosk.desk.shown import Tap
from kiosk.desk.states import State
from kiosk.desk.station import Station
from kiosk.errors import CodeFault, Duplicate
from kiosk.ledger import events
from kiosk.parcel import GONE, Hold, ParcelState
from kiosk.store import pins
from tests.desk.crew import Crew
from tests.flows.depot import SmallDepot
from tests.flows.witness import Code, Doing, Witness

WAYBILLS = ("PARCEL0001", "PARCEL0002", "PARCEL0003")
PLACES = ("A-01-001", "A-01-002", "C-03")
HELD = 2
"""The number of the parcel that needs a second person."""

numbers = st.sampled_from((0, 0, 0, 1, 2))
"""The first parcel most often, so that people get in each other's way."""
sides = st.booleans()
seats = st.sampled_from(
    [Seat(clerk, "desk", with_pin=True) for clerk in (1, 2, 2, 4)] + [Seat(2, "desk", with_pin=False)]
)


class Shift(RuleBasedStateMachine):
    """Two stations, one desk window, supervisors, clerks and a technician; each customer is somebody else."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.depot = SmallDepot(self.folder / "home")
        self.crew = Crew(self.depot.store, self.depot.settings)
        self.crew.clock = self.depot.clock
        self.window = self.crew.window()
        self.returns = Returns(self.depot.store, self.depot.clock)
        self.witness = Witness(self.depot)
        self.witness.seq = self.depot.store.journal.size()
        self.parcels = [0, 0, 0]
        for number, place in enumerate(PLACES):
            self.take_in(number, Seat(1, "desk", with_pin=True), place)
        self.proposal: Proposal | None = None
        self.made: Made | None = None

    def teardown(self) -> None:
        self.depot.close()
        shutil.rmtree(self.folder)

    def station(self, at_right: bool) -> Station:
        return self.depot.right if at_right else self.depot.left

    def gave(self, made: Issued) -> None:
        """A code of ours replaces those before it."""
        here = {parcel.id for parcel in made.parcels}
        for code in self.witness.codes:
            code.valid = code.valid and not code.parcels & here
        self.witness.codes.append(Code(made.token.text, here))

    # Customers

    @rule(at_right=sides, which=st.integers(0, 30), number=numbers, any_code=st.booleans())
    def show_code(self, at_right: bool, which: int, number: int, any_code: bool) -> None:
        """The last code of a parcel, or any that somebody still has on a phone."""
        known = self.witness.codes
        fitting = known if any_code else [code for code in known if self.parcels[number] in code.parcels][-1:]
        self.shown(fitting[which % len(fitting)], self.station(at_right))

    @rule(number=numbers, at_right=sides)
    def show_old_code(self, number: int, at_right: bool) -> None:
        """A code that another has replaced, for a parcel that is still to be had."""
        self.bring(number)
        self.new_code(number, Seat(1, "desk", with_pin=True))
        old = [code for code in self.witness.codes if self.parcels[number] in code.parcels and not code.valid]
        if old:
            self.shown(old[-1], self.station(at_right))

    def shown(self, code: Code, at: Station) -> None:
        with self.witness.watches(Doing(station=at.name, shows=code)):
            self.depot.shows(code.token, at=at)
        self.witness.joins.discard(at.name)

    @rule(number=numbers, at_right=sides)
    def scan_label(self, number: int, at_right: bool) -> None:
        at = self.station(at_right)
        self.witness.last_label[at.name] = WAYBILLS[number]
        with self.witness.watches(Doing(station=at.name)):
            self.depot.scans(WAYBILLS[number], at=at)
        self.witness.joins.discard(at.name)

    @rule(number=numbers)
    def serve(self, number: int) -> None:
        self.show_code(at_right=False, which=0, number=number, any_code=False)
        self.scan_label(number, at_right=False)

    @rule(number=numbers, seat=seats, by_hand=sides, act=st.integers(0, 6))
    def cross(self, number: int, seat: Seat, by_hand: bool, act: int) -> None:
        """Between code and label, or after an override, somebody else does something with the same parcel."""
        self.bring(number)
        if by_hand:
            self.release_by_hand(number, clerk=1, again=False)
        else:
            self.show_code(at_right=False, which=0, number=number, any_code=False)
        (
            lambda: self.new_code(number, seat),
            lambda: self.release_by_hand(number, clerk=2, again=True),
            lambda: self.handle(number, 1, seat),
            lambda: self.handle(number, 2, seat),
            lambda: self.on_paper(number, seat),
            lambda: self.one_code_for_two(both=False),
            lambda: self.serve(number),
        )[act]()
        self.scan_label(number, at_right=False)
        self.wait(11.0)

    @rule(tap=st.sampled_from(Tap), at_right=sides)
    def tap(self, tap: Tap, at_right: bool) -> None:
        at = self.station(at_right)
        asks = tap is Tap.ANOTHER_CODE and at.shown.state is State.FOUND
        with self.witness.watches(Doing(station=at.name)):
            self.depot.taps(tap, at=at)
        self.witness.joins.discard(at.name)
        if asks and at.shown.state is State.TYPING:
            self.witness.joins.add(at.name)

    @rule(first=st.integers(0, 1), second=st.integers(0, 1), leaves=st.booleans())
    def two_codes(self, first: int, second: int, leaves: bool) -> None:
        """One phone, two neighbours; or one who asks for it, thinks better of it and goes: the next is somebody else."""
        self.bring(first)
        self.bring(second)
        self.show_code(at_right=False, which=0, number=first, any_code=False)
        self.tap(Tap.ANOTHER_CODE, at_right=False)
        if leaves:
            self.tap(Tap.BACK, at_right=False)
        self.show_code(at_right=False, which=0, number=second, any_code=False)

    @rule(seconds=st.sampled_from((1.0, 5.0, 11.0, 95.0, 1000.0)))
    def wait(self, seconds: float) -> None:
        with self.witness.watches(Doing()):
            self.depot.waits(seconds)
            self.window.tick()
        for at in (self.depot.left, self.depot.right):
            if at.shown.state is not State.TYPING:
                self.witness.joins.discard(at.name)

    # Clerks

    @rule(clerk=st.integers(1, 4))
    def sign_in(self, clerk: int) -> None:
        with self.witness.watches(Doing(clerk)):
            self.crew.signed_in(clerk, self.window)

    @rule(out=sides)
    def leave(self, out: bool) -> None:
        with self.witness.watches(Doing(self.window.seat.clerk if self.window.seat else None)):
            self.window.sign_out() if out else self.window.lock()

    @rule(number=numbers, seat=seats, place=st.sampled_from(PLACES))
    def take_in(self, number: int, seat: Seat, place: str) -> None:
        self.witness.parcels += not self.parcels[number] or self.state(number) in GONE
        with self.witness.watches(Doing(seat.clerk)):
            store = self.depot.store
            held = Hold.ID_TO_BE_SEEN if number == HELD else None
            taken = intake.take_in(
                store, self.depot.settings, self.depot.clock, seat, WAYBILLS[number], place=place,
                marks=intake.Marks(held=held),
            )  # fmt: skip
            if isinstance(taken, Received):
                self.parcels[number] = taken.parcel.id
                self.witness.labels[taken.parcel.id] = WAYBILLS[number]
                self.gave(taken)

    def bring(self, number: int) -> None:
        """The next parcel, where this one has left."""
        if self.state(number) in GONE:
            self.take_in(number, Seat(1, "desk", with_pin=True), PLACES[number])

    def state(self, number: int) -> ParcelState:
        return self.depot.store.parcels.get(self.parcels[number]).state

    @rule(number=numbers, seat=seats)
    def new_code(self, number: int, seat: Seat) -> None:
        depot = self.depot
        with self.witness.watches(Doing(seat.clerk)):
            made = intake.issue_at_desk(depot.store, depot.settings, depot.clock, seat, self.parcels[number])
            if isinstance(made, Issued):
                self.gave(made)

    @rule(both=sides)
    def one_code_for_two(self, both: bool) -> None:
        """At the machine's own terminal: one code for two parcels, or none for one."""
        depot, chosen = self.depot, WAYBILLS[: 2 if both else 1]
        with self.witness.watches(Doing()):
            try:
                if both:
                    self.gave(intake.issue(depot.store, depot.settings, depot.clock, chosen))
                else:
                    intake.revoke(depot.store, depot.clock, chosen[0])
                    for code in self.witness.codes:
                        code.valid = code.valid and self.parcels[0] not in code.parcels
            except CodeFault:
                pass  # one of them has left, or has no code

    @rule(number=numbers, act=st.integers(0, 4), seat=seats)
    def handle(self, number: int, act: int, seat: Seat) -> None:
        parcel = self.parcels[number]
        with self.witness.watches(Doing(seat.clerk)):
            (
                lambda: self.returns.move(seat, parcel, "B-02"),
                lambda: self.returns.confirm(seat, parcel),
                lambda: self.returns.cannot_be_found(seat, parcel),
                lambda: self.returns.found_again(seat, parcel, "A-01-009"),
                lambda: self.returns.give_back(seat, parcel),
            )[act]()

    @rule(number=numbers, outcome=st.none() | st.sampled_from(Outcome), seat=seats)
    def dispute(self, number: int, outcome: Outcome | None, seat: Seat) -> None:
        with self.witness.watches(Doing(seat.clerk)):
            try:
                if outcome is None:
                    self.returns.open_dispute(seat, self.parcels[number], WhyDisputed.OTHER)
                else:
                    self.returns.close_dispute(seat, self.parcels[number], outcome)
            except Duplicate:
                pass  # its waybill came again meanwhile

    @rule(number=numbers, seat=seats)
    def on_paper(self, number: int, seat: Seat) -> None:
        depot = self.depot
        with self.witness.watches(Doing(seat.clerk)):
            paper.enter(depot.store, depot.clock, seat, self.parcels[number], said=depot.clock.now())

    @rule(seat=seats, scanned=st.lists(numbers, max_size=3))
    def walk(self, seat: Seat, scanned: list[int]) -> None:
        with self.witness.watches(Doing(seat.clerk)):
            check = ShelfCheck(self.depot.store, self.depot.settings, self.depot.clock, "A-01")
            for number in scanned:
                check.scan(seat, WAYBILLS[number])
            check.finish(seat)

    @rule(seat=seats)
    def answer(self, seat: Seat) -> None:
        with self.witness.watches(Doing(seat.clerk)):
            for call in self.depot.calls.open():
                self.depot.calls.answer(seat, call.number)

    # Overrides

    @rule(number=numbers, seat=seats)
    def propose(self, number: int, seat: Seat) -> None:
        with self.witness.watches(Doing(seat.clerk)):
            proposal = override.propose(
                self.depot.store, self.depot.clock, seat, self.parcels[number], reason=WhyByHand.ID_SEEN, checked=True
            )
        self.proposal = proposal if isinstance(proposal, Proposal) else self.proposal

    @rule(seat=seats, seconded=sides)
    def confirm(self, seat: Seat, seconded: bool) -> None:
        if self.proposal is None:
            return
        second = Seat(5, "desk", with_pin=True) if seconded else None
        with self.witness.watches(Doing(seat.clerk)):
            made = override.confirm(self.depot.store, self.depot.clock, seat, self.proposal, second=second)
        self.made = made if isinstance(made, Made) else self.made

    @rule(number=st.sampled_from((0, HELD)), clerk=st.sampled_from((1, 2)), again=sides)
    def release_by_hand(self, number: int, clerk: int, again: bool) -> None:
        """As it goes on most days; `again`: a colleague had the same parcel on the screen and confirms, too."""
        self.bring(number)
        self.propose(number, Seat(4, "desk", with_pin=True))
        theirs = self.proposal
        self.propose(number, Seat(clerk, "desk", with_pin=True))
        self.confirm(Seat(clerk, "desk", with_pin=True), seconded=False)
        if again:
            self.proposal = theirs
            self.confirm(Seat(4, "desk", with_pin=True), seconded=False)

    @rule(seat=seats, act=st.integers(0, 1))
    def after(self, seat: Seat, act: int) -> None:
        """Undone, or signed for."""
        if self.made is not None:
            with self.witness.watches(Doing(seat.clerk)):
                (override.undo, override.sign_owed)[act](self.depot.store, self.depot.clock, seat, self.made.override)

    @rule(number=numbers, seat=seats)
    def correct(self, number: int, seat: Seat) -> None:
        if self.made is None:
            return
        depot, made = self.depot, self.made.override
        with self.witness.watches(Doing(seat.clerk)), suppress(Duplicate):  # its waybill came again meanwhile
            override.correct(depot.store, depot.settings, depot.clock, seat, made, label=WAYBILLS[number], place="D-09")

    @invariant()
    def the_ledger_verifies_and_says_where_each_parcel_is(self) -> None:
        assert self.depot.store.journal.verify(parcels=True).ok

    @invariant()
    def a_held_parcel_leaves_by_two_people_or_is_owed(self) -> None:
        for event in self.depot.events(events.OverrideMade):
            assert isinstance(event, events.OverrideMade)
            made = self.depot.store.overrides.get(event.override)
            if self.depot.store.parcels.get(event.parcel).held is not None and event.clerk != 1:
                assert made.needs_second
                assert made.second is not None or made.is_owed or made.undone_at is not None


def run(examples: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)
    run_state_machine_as_test(Shift, settings=settings(max_examples=examples, stateful_step_count=60))


def test_any_shift(monkeypatch: pytest.MonkeyPatch) -> None:
    run(25, monkeypatch)


@pytest.mark.long
def test_many_shifts(monkeypatch: pytest.MonkeyPatch) -> None:
    run(1_000, monkeypatch)
