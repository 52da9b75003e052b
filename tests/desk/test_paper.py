"""Handovers of a day without power: entered once, with the sheet's own time, by whoever may, and marked for ever."""

from datetime import datetime, timedelta

import pytest

from kiosk.cli.history import history
from kiosk.desk import intake, override, paper
from kiosk.desk.declined import Declined, Not
from kiosk.desk.override import Proposal, WhyByHand
from kiosk.desk.seat import Seat
from kiosk.errors import ClerkFault, StoreFault
from kiosk.ledger import events
from kiosk.parcel import CodeKind, Parcel, ParcelState
from kiosk.policy import release
from kiosk.policy.roles import Lacking
from tests.desk.crew import Crew

S = ParcelState


def minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


@pytest.fixture
def parcel(crew: Crew) -> Parcel:
    """Taken in an hour ago, half an hour before the power went."""
    parcel = crew.parcel("PARCEL0001")
    crew.clock.advance(3600)
    return parcel


def test_entered_as_the_sheet_says(crew: Crew, parcel: Parcel) -> None:
    seat, said = crew.signed_in(2), crew.clock.now() - timedelta(minutes=20)
    assert paper.enter(crew.store, crew.clock, seat, parcel.id, said=crew.clock.local(said), by=4) is None
    now = crew.store.parcels.get(parcel.id)
    assert (now.state, now.since, now.waybill) == (S.HANDED_OVER, minute(said), None)
    stamp = f"{said:%Y-%m-%d %H:%M}"
    assert crew.entered(events.ParcelLeftOnPaper) == [events.ParcelLeftOnPaper(parcel.id, stamp, 4, 2)]
    assert [words for _, words in history(parcel.id, [], crew.store.journal.entries())] == [
        f"Handed over on paper by clerk 4 at {stamp} (UTC), entered by clerk 2."
    ]
    pickup = crew.store.pickups.find(CodeKind.CARRIER, "C-PARCEL0001")
    refused = release.decide(pickup, today=crew.clock.today())
    assert isinstance(refused, release.Refusal)
    assert (refused.reason, refused.when) == (release.Reason.ALREADY_COLLECTED, minute(said))


def test_a_second_time_changes_nothing(crew: Crew, parcel: Parcel) -> None:
    seat, said = crew.signed_in(2), crew.clock.now()
    paper.enter(crew.store, crew.clock, seat, parcel.id, said=said)
    before, size = crew.store.parcels.get(parcel.id), crew.store.journal.size()
    crew.clock.advance(600)
    again = paper.enter(crew.store, crew.clock, seat, parcel.id, said=said + timedelta(minutes=5))
    assert again == Declined(Not.DONE, before)
    assert (crew.store.parcels.get(parcel.id), crew.store.journal.size()) == (before, size)


@pytest.mark.parametrize("state", S)
def test_from_each_state(crew: Crew, state: ParcelState) -> None:
    parcel, seat = crew.parcel(state=state), crew.signed_in(1)
    answer = paper.enter(crew.store, crew.clock, seat, parcel.id, said=crew.clock.now())
    if state in paper.FROM:
        assert answer is None
    else:
        why = Not.DONE if state is S.HANDED_OVER else Not.STATE
        assert answer == Declined(why, parcel)
        assert crew.entered(events.ParcelLeftOnPaper) == []


@pytest.mark.parametrize(("minutes", "taken"), [(2, False), (0, True), (-59, True), (-60, True), (-62, False)])
def test_the_time_must_have_been(crew: Crew, parcel: Parcel, minutes: int, taken: bool) -> None:
    seat, said = crew.signed_in(2), crew.clock.now() + timedelta(minutes=minutes)
    answer = paper.enter(crew.store, crew.clock, seat, parcel.id, said=said)
    assert answer == (None if taken else Declined(Not.NO_SUCH_TIME, parcel))


def test_what_a_clerk_saw_on_the_shelf_had_not_left(crew: Crew, parcel: Parcel) -> None:
    crew.store.parcels.saw(parcel.id, crew.clock.now())
    said = crew.clock.now() - timedelta(minutes=20)
    answer = paper.enter(crew.store, crew.clock, crew.signed_in(2), parcel.id, said=said)
    assert answer == Declined(Not.NO_SUCH_TIME, parcel)


def test_a_parcel_being_released_by_hand_is_left_alone(crew: Crew, parcel: Parcel) -> None:
    seat = crew.signed_in(2)
    proposal = override.propose(crew.store, crew.clock, seat, parcel.id, reason=WhyByHand.ID_SEEN, checked=True)
    assert isinstance(proposal, Proposal)
    override.confirm(crew.store, crew.clock, seat, proposal)
    answer = paper.enter(crew.store, crew.clock, seat, parcel.id, said=crew.clock.now())
    assert isinstance(answer, Declined)
    assert answer.why is Not.UNDER_OVERRIDE


def test_the_ledger_alone_tells_that_it_left(crew: Crew) -> None:
    received = intake.receive(crew.store, crew.settings, crew.clock, "PARCEL0001", "B-12")
    paper.enter(crew.store, crew.clock, crew.signed_in(2), received.parcel.id, said=crew.clock.now())
    assert crew.store.journal.verify(parcels=True).ok


def test_who_may(crew: Crew, parcel: Parcel) -> None:
    now = crew.clock.now()
    badge_alone, technician = Seat(2, "desk", with_pin=False), Seat(3, "desk", with_pin=True)
    assert paper.enter(crew.store, crew.clock, badge_alone, parcel.id, said=now) == Declined(Lacking.PIN)
    assert paper.enter(crew.store, crew.clock, technician, parcel.id, said=now) == Declined(Lacking.ROLE)
    with pytest.raises(ClerkFault):
        paper.enter(crew.store, crew.clock, crew.signed_in(2), parcel.id, said=now, by=99)
    with pytest.raises(StoreFault):
        paper.enter(crew.store, crew.clock, crew.signed_in(2), 99, said=now)
