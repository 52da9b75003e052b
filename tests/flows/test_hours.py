"""Outside its hours a depot begins nothing, says when it opens, and finishes what was begun."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.clock import SkippingClock
from kiosk.desk.shown import Closed, Done, Ready, Tap
from kiosk.ledger import events
from kiosk.parcel import ParcelState
from kiosk.settings import Depot, Settings
from tests.flows.depot import SmallDepot, name

MINE, OTHERS = "PARCEL0001", "PARCEL0002"
HOURS = "Mon-Fri 08:00-20:00, Sat 09:00-13:00"
SETTINGS = Settings(Depot(tag="7KQ2", hours=HOURS, line="Ring the bell.", zone="Etc/UTC"))
FRIDAY, MONDAY = datetime(2026, 11, 20, 19, 50, tzinfo=UTC), datetime(2026, 11, 23, 8, tzinfo=UTC)


class FridayEvening(SkippingClock):
    """Ten minutes before eight, and then as long as was waited."""

    def __init__(self) -> None:
        super().__init__(SETTINGS.zone())

    def now(self) -> datetime:
        return FRIDAY + timedelta(seconds=self._skipped)


@pytest.fixture
def depot(tmp_path: Path) -> Iterator[SmallDepot]:
    small = SmallDepot(tmp_path / "home", SETTINGS, FridayEvening())
    yield small
    assert small.store.journal.verify().ok
    small.close()


def minutes(depot: SmallDepot, count: float) -> None:
    depot.waits(count * 60)


def closed(depot: SmallDepot) -> Closed:
    return Closed(datetime(2026, 11, 21, 9, tzinfo=UTC), depot.clock.today(), HOURS, "Ring the bell.")


def test_who_is_inside_when_the_doors_close_is_served_and_the_next_one_reads_when_to_come(depot: SmallDepot) -> None:
    mine, theirs = depot.takes_in(MINE), depot.takes_in(OTHERS)
    minutes(depot, 24)
    assert name(depot.shows(mine)) == "found", "14 minutes past eight"
    assert isinstance(depot.scans(MINE), Done)
    minutes(depot, 2)
    assert depot.left.shown == depot.right.shown == closed(depot)
    assert depot.shows(theirs) == closed(depot)
    assert depot.scans("NEVERSEEN1") == depot.scans(OTHERS) == closed(depot), "here or not, the same words"
    assert depot.shows("https://example.org/track") == closed(depot)
    assert depot.state_of(OTHERS) is ParcelState.WAITING
    assert depot.events(events.CodeRefused) == []


def test_what_was_begun_is_finished_whatever_the_clock_says(depot: SmallDepot) -> None:
    mine, theirs = depot.takes_in(MINE), depot.receives(OTHERS)
    minutes(depot, 24)
    depot.shows(mine)
    depot.shows(theirs.token.text)
    minutes(depot, 13)
    assert isinstance(depot.left.shown, Closed)
    depot.scans(MINE)
    assert isinstance(depot.shows(mine), Done), "by its label and its code"
    assert isinstance(depot.taps(Tap.BACK), Closed)
    minutes(depot, 20)
    assert depot.state_of(OTHERS) is ParcelState.UNCHECKED
    assert isinstance(depot.scans(OTHERS), Closed)
    depot.taps(Tap.TYPE_A_CODE)
    assert isinstance(depot.types(theirs.typed_code.text), Done), "even after its time was up, and by the keypad"


def test_it_opens_by_itself_in_the_morning(depot: SmallDepot) -> None:
    token = depot.takes_in(MINE)
    minutes(depot, 30)
    assert name(depot.left.shown) == "closed"
    depot.clock.advance((MONDAY - depot.clock.now()).total_seconds() - 60)
    assert name(depot.waits(0)) == "closed"
    assert depot.waits(60) == Ready()
    assert name(depot.shows(token)) == "found"


def test_codes_typed_at_night_are_counted_and_tell_nothing(depot: SmallDepot) -> None:
    here = depot.receives(MINE).typed_code.text
    minutes(depot, 30)
    for number in range(4):
        depot.taps(Tap.TYPE_A_CODE)
        assert depot.types(f"{number:010}") == closed(depot)
    depot.taps(Tap.TYPE_A_CODE)
    assert depot.types(here) == closed(depot), "a right one reads the same"
    depot.taps(Tap.TYPE_A_CODE)
    assert name(depot.types("0000000009")) == "locked out"


def test_the_desk_can_be_called_and_the_notice_read_and_both_give_way_to_closed(depot: SmallDepot) -> None:
    minutes(depot, 30)
    assert name(depot.taps(Tap.CALL_DESK)) == "desk called"
    assert isinstance(depot.waits(60), Closed)
    assert name(depot.taps(Tap.WHAT_IS_KEPT)) == "notice"
    assert isinstance(depot.taps(Tap.BACK), Closed)
    depot.left.leave()
    assert isinstance(depot.left.shown, Closed)
