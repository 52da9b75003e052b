"""A customer calls the desk, or is called for: what the customer is told, and what the desk sees."""

import pytest

from kiosk.desk.calls import Call, Help
from kiosk.desk.shown import DeskCalled, Refused, Tap, Why
from kiosk.ledger import events
from kiosk.parcel import Hold
from kiosk.policy.release import Reason
from kiosk.store import pins
from tests.desk.crew import Crew
from tests.flows.depot import SmallDepot, name

MINE, THEIRS = "PARCEL0001", "PARCEL0002"


@pytest.fixture
def crew(depot: SmallDepot, monkeypatch: pytest.MonkeyPatch) -> Crew:
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)
    crew = Crew(depot.store, depot.settings)
    crew.clock = depot.clock
    return crew


def only(depot: SmallDepot) -> Call:
    (call,) = depot.calls.open()
    return call


def test_not_on_the_shelf(depot: SmallDepot, crew: Crew) -> None:
    crew.signed_in(2)
    depot.shows(depot.takes_in(MINE, "C-03-118"))
    depot.waits(1)
    assert depot.taps(Tap.NOT_ON_SHELF) == DeskCalled(Why.NOT_ON_SHELF, staffed=True, line="Ring the bell.")
    call = only(depot)
    assert (call.station, call.places, call.help) == ("left", ("C-03-118",), Help.LOOK_NEARBY)
    depot.taps(Tap.BACK)
    assert only(depot) == call, "looking at the place again takes nothing back"


def test_nobody_on_shift_promises_nothing(depot: SmallDepot, crew: Crew) -> None:
    called = depot.taps(Tap.CALL_DESK)
    assert called == DeskCalled(Why.HELP, staffed=False, line="Ring the bell.")
    window = crew.window()
    crew.signed_in(2, window)
    depot.waits(100)
    window.tick()
    assert depot.taps(Tap.CALL_DESK) == DeskCalled(Why.HELP, staffed=True, line="Ring the bell."), "locked, yet there"
    crew.signed_in(2, window)
    window.sign_out()
    assert depot.taps(Tap.CALL_DESK) == DeskCalled(Why.HELP, staffed=False, line="Ring the bell.")


def test_from_a_refusal_the_desk_sees_its_reason_and_its_parcel(depot: SmallDepot) -> None:
    token = depot.takes_in(MINE, "C-03-118")
    depot.store.parcels.set_held(1, Hold.ID_TO_BE_SEEN)
    assert name(depot.shows(token)) == "refused"
    depot.taps(Tap.CALL_DESK)
    call = only(depot)
    assert (call.why, call.reason, call.places, call.help) == (Why.REFUSED, Reason.HELD, ("C-03-118",), Help.HAND_OUT)
    depot.taps(Tap.BACK)
    depot.taps(Tap.CALL_DESK)
    assert depot.calls.open()[1].parcels == (), "the next customer's call is not about the last one's parcel"


def test_with_the_wrong_parcel_in_hand(depot: SmallDepot) -> None:
    token, _ = depot.takes_in(MINE, "B-12"), depot.takes_in(THEIRS, "B-13")
    depot.shows(token)
    assert name(depot.scans(THEIRS)) == "wrong parcel"
    depot.taps(Tap.CALL_DESK)
    assert (only(depot).why, only(depot).places) == (Why.WRONG_PARCEL, ("B-12",))


def test_three_failed_scans_call_by_themselves(depot: SmallDepot, crew: Crew) -> None:
    crew.signed_in(2)
    for _ in range(2):
        refused = depot.shows("https://example.org/track")
        assert isinstance(refused, Refused)
        assert not refused.desk_knows
        depot.waits(5)
    assert depot.calls.open() == ()
    refused = depot.shows("https://example.org/track")
    assert isinstance(refused, Refused)
    assert refused.desk_knows
    assert (only(depot).by_itself, only(depot).reason) == (True, Reason.WEB_LINK)
    depot.taps(Tap.CALL_DESK)
    assert (only(depot).by_itself, only(depot).times) == (False, 2)
    assert len(depot.events(events.DeskCalled)) == 1


def test_three_failures_of_two_stations_are_no_row(depot: SmallDepot) -> None:
    for at in (depot.left, depot.right, depot.left, depot.right):
        depot.shows("https://example.org/track", at=at)
    assert depot.calls.open() == ()


def test_nobody_comes_where_nobody_is(depot: SmallDepot) -> None:
    for _ in range(3):
        refused = depot.shows("https://example.org/track")
    assert isinstance(refused, Refused)
    assert not refused.desk_knows
    assert len(depot.calls.open()) == 1, "whoever signs in next sees it"
