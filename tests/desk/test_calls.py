"""Calls at the desk: what they say, how they merge, ring and lapse, and who answers them."""

import pytest

from kiosk.desk.calls import LAPSES_AFTER, RING_EVERY, Call, Calls, Help
from kiosk.desk.declined import Declined, Not
from kiosk.desk.failures import FAILURES, SAME_CUSTOMER, Failures
from kiosk.desk.seat import Seat
from kiosk.desk.shown import Why
from kiosk.desk.states import Event
from kiosk.ledger import events
from kiosk.parcel import ParcelState
from kiosk.policy.release import Reason
from kiosk.policy.roles import Lacking
from tests.desk.crew import Crew

CLERK, OTHER = Seat(2, "desk", with_pin=False), Seat(4, "desk", with_pin=False)


@pytest.fixture
def calls(crew: Crew) -> Calls:
    return Calls(crew.store, crew.clock)


def test_a_call_says_where_why_and_what_it_is_about(crew: Crew, calls: Calls) -> None:
    parcel, gone = crew.parcel("P1", "C-03-118"), crew.parcel("P2", "A-1", ParcelState.HANDED_OVER)
    made = calls.call("2", Why.NOT_ON_SHELF, parcels=[parcel, gone])
    assert calls.open() == (made,)
    assert (made.station, made.why, made.help) == ("2", Why.NOT_ON_SHELF, Help.LOOK_NEARBY)
    assert (made.parcels, made.places) == ((parcel.id, gone.id), ("C-03-118",))
    assert crew.entered(events.DeskCalled) == [events.DeskCalled("2", "not_on_shelf")]


def test_the_same_reason_at_the_same_station_is_one_call(crew: Crew, calls: Calls) -> None:
    here, there = crew.parcel("P1", "B-12"), crew.parcel("P2", "C-03")
    first = calls.call("left", Why.BRING_IT, parcels=[here])
    crew.clock.advance(30)
    again = calls.call("left", Why.BRING_IT, parcels=[there, here])
    assert calls.open() == (again,)
    assert (again.number, again.since, again.times) == (first.number, first.since, 2)
    assert (again.parcels, again.places) == ((here.id, there.id), ("B-12", "C-03"))
    calls.call("left", Why.HELP)
    calls.call("right", Why.BRING_IT)
    assert [(one.station, one.why) for one in calls.open()] == [
        ("left", Why.BRING_IT),
        ("left", Why.HELP),
        ("right", Why.BRING_IT),
    ]
    assert len(crew.entered(events.DeskCalled)) == 3


def test_who_answered_is_entered_and_a_colleague_sees_that_it_is_done(crew: Crew, calls: Calls) -> None:
    made = calls.call("2", Why.HELP)
    made = calls.call("2", Why.HELP)
    assert calls.answer(Seat(3, "desk", with_pin=True), made.number) == Declined(Lacking.ROLE)
    assert calls.answer(CLERK, made.number) == made
    assert calls.open() == ()
    assert calls.answer(OTHER, made.number) == Declined(Not.DONE)
    assert crew.entered(events.CallAnswered) == [events.CallAnswered("2", "help", 2, 2)]
    assert calls.call("2", Why.HELP).number != made.number


def test_one_sound_a_minute_while_anybody_waits(crew: Crew, calls: Calls) -> None:
    assert not calls.rings()
    first = calls.call("1", Why.HELP)
    assert calls.rings()
    calls.call("2", Why.HELP)
    crew.clock.advance(RING_EVERY - 1)
    assert not calls.rings()
    crew.clock.advance(1)
    assert calls.rings()
    assert not calls.rings()
    for number in (first.number, calls.open()[1].number):
        calls.answer(CLERK, number)
    crew.clock.advance(RING_EVERY)
    assert not calls.rings()


def test_nobody_waits_for_ever(crew: Crew, calls: Calls) -> None:
    made = calls.call("1", Why.HELP)
    crew.clock.advance(LAPSES_AFTER - 1)
    calls.call("1", Why.HELP)
    crew.clock.advance(LAPSES_AFTER - 1)
    assert len(calls.open()) == 1
    crew.clock.advance(1)
    assert calls.open() == ()
    assert not calls.rings()
    assert calls.answer(CLERK, made.number) == Declined(Not.DONE)


def test_something_may_help_whatever_the_reason(crew: Crew) -> None:
    for why in Why:
        for reason in (None, *Reason):
            assert Call(1, "1", why, crew.clock.now(), reason=reason).help in Help
    refused = {reason: Call(1, "1", Why.REFUSED, crew.clock.now(), reason=reason).help for reason in Reason}
    assert (refused[Reason.PAST_DAY], refused[Reason.REVOKED]) == (Help.HAND_OUT, Help.NEW_CODE)


def test_failures_in_a_row() -> None:
    row = Failures()
    told = [row.after(Event.REFUSED, float(second)) for second in range(2 * FAILURES)]
    assert told == [None, None, Why.REFUSED] * 2
    assert [row.after(event, 9.0) for event in (Event.CODE_WRONG, Event.BARCODE_OTHER, Event.PARCEL_WRONG)] == [
        None,
        None,
        Why.WRONG_PARCEL,
    ]


@pytest.mark.parametrize("right", [Event.RELEASED, Event.PARCEL_CHECKED, Event.VISIT_DONE, Event.CALL])
def test_what_goes_right_ends_the_row(right: Event) -> None:
    row = Failures()
    given = (Event.REFUSED, Event.REFUSED, right, Event.REFUSED, Event.TIME_OUT, Event.REFUSED)
    assert {row.after(event, 1.0) for event in given} == {None}


def test_another_customer_begins_another_row() -> None:
    row = Failures()
    moments = (0.0, SAME_CUSTOMER, 2 * SAME_CUSTOMER + 1, 2 * SAME_CUSTOMER + 2)
    assert {row.after(Event.REFUSED, now) for now in moments} == {None}
