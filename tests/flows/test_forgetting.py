"""Time passes, and clocks are set: what expired goes and never comes back, nothing goes too soon, no lockout gets shorter."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.clock import SkippingClock
from kiosk.desk.forgetting import Forgetting, trust
from kiosk.desk.shown import Refused, Shown, Tap
from kiosk.ledger.events import ClockDoubted, ClockMoved, ClockTrusted, Erased
from kiosk.parcel import ParcelState
from kiosk.policy.release import Reason
from kiosk.policy.retention import Doubt
from kiosk.settings import Notices
from tests.flows.depot import SETTINGS, SmallDepot, name

DAY, YEAR = 86_400.0, timedelta(days=365)
STEPS = [-YEAR, 10 * YEAR, timedelta(hours=-1), timedelta(hours=1)]
DAYS = SETTINGS.retention.dispute_days


class Machine(SkippingClock):
    """A machine whose wall clock somebody sets, and that is switched off and on."""

    set_by = timedelta()
    boots = 0
    _off = 0.0

    def now(self) -> datetime:
        return super().now() + self.set_by

    def boottime(self) -> float:
        return super().boottime() - self._off

    def boot_id(self) -> str:
        return f"boot {self.boots}"

    def restart(self, off_for: float = 60.0) -> None:
        self.advance(off_for)
        self._off = super().boottime() - 20.0
        self.boots += 1


class Depot(SmallDepot):
    clock: Machine

    def __init__(self, home: Path) -> None:
        super().__init__(home, replace(SETTINGS, notices=Notices(on=True)), clock=Machine())
        self.forgets_from_now_on()

    def forgets_from_now_on(self) -> None:
        """The program starts anew."""
        self.forgetting = Forgetting(self.store, self.clock, DAYS)

    def lets_pass(self, days: float) -> None:
        """The kiosk serves for so many days."""
        for _ in range(int(days)):
            self.clock.advance(DAY)
            self.sees_to_it()

    def sees_to_it(self) -> None:
        while self.forgetting.step():
            pass

    def hands_over(self, waybill: str) -> str:
        token = self.takes_in(waybill)
        self.shows(token)
        assert name(self.scans(waybill)) == "done"
        return token

    def doubt(self) -> Doubt | None:
        seen = self.store.erasure.seen()
        return seen.reading.doubt if seen else None


def refusal(shown: Shown) -> Reason | None:
    return shown.reason if isinstance(shown, Refused) else None


@pytest.fixture
def depot(tmp_path: Path) -> Iterator[Depot]:
    made = Depot(tmp_path / "home")
    made.sees_to_it()
    yield made
    made.close()


def test_a_used_code_says_so_for_the_dispute_window_and_is_unknown_then(depot: Depot) -> None:
    token = depot.hands_over("ONE111111")
    depot.lets_pass(DAYS - 1)
    assert refusal(depot.shows(token)) is Reason.ALREADY_COLLECTED
    depot.lets_pass(2)
    assert depot.state_of("ONE111111") is None
    assert len(depot.events(Erased)) == 1
    assert refusal(depot.shows(token)) is Reason.UNKNOWN


def test_a_waiting_parcel_is_never_erased(depot: Depot) -> None:
    depot.takes_in("WAIT11111")
    depot.lets_pass(400)
    assert depot.state_of("WAIT11111") is ParcelState.WAITING


@pytest.mark.parametrize("step", STEPS)
def test_a_wall_clock_set_while_the_machine_runs_changes_nothing(depot: Depot, step: timedelta) -> None:
    waybills = ("BEFORE111", "AFTER1111")
    depot.hands_over(waybills[0])
    depot.clock.set_by = step
    depot.sees_to_it()
    assert depot.events(ClockMoved), "and is told of"
    depot.hands_over(waybills[1])
    depot.lets_pass(DAYS - 1)
    assert [depot.state_of(one) for one in waybills] == [ParcelState.HANDED_OVER] * 2
    depot.lets_pass(2)
    assert depot.state_of(waybills[0]) is None
    if step <= timedelta(hours=1):
        assert depot.state_of(waybills[1]) is None
    depot.clock.set_by = timedelta()
    depot.sees_to_it()
    assert (depot.state_of(waybills[0]), depot.doubt()) == (None, None)


@pytest.mark.parametrize("step", [-YEAR, 10 * YEAR])
def test_a_clock_that_is_wrong_after_power_off_stops_erasing_until_it_is_right(depot: Depot, step: timedelta) -> None:
    depot.hands_over("PARCEL111")
    depot.lets_pass(DAYS - 1)
    depot.clock.set_by = step
    depot.clock.restart()
    depot.forgets_from_now_on()
    depot.lets_pass(5)
    assert depot.doubt() is (Doubt.BACK if step < timedelta() else Doubt.FORWARD)
    assert len(depot.events(ClockDoubted)) == 1, "told once"
    assert depot.state_of("PARCEL111") is ParcelState.HANDED_OVER
    depot.clock.set_by = timedelta()
    depot.sees_to_it()
    assert depot.doubt() is None
    assert depot.events(ClockTrusted)
    assert depot.state_of("PARCEL111") is None


def test_a_technician_says_that_a_kiosk_was_stored_for_a_month(depot: Depot) -> None:
    depot.hands_over("PARCEL111")
    depot.clock.restart(off_for=40 * DAY)
    depot.forgets_from_now_on()
    depot.sees_to_it()
    assert depot.doubt() is Doubt.FORWARD
    assert depot.state_of("PARCEL111") is ParcelState.HANDED_OVER
    trust(depot.store, depot.clock)
    depot.sees_to_it()
    assert depot.state_of("PARCEL111") is None


@pytest.mark.parametrize("off_for", [60.0, 12 * DAY])
def test_a_usual_power_cut_stops_nothing(depot: Depot, off_for: float) -> None:
    depot.hands_over("PARCEL111")
    depot.lets_pass(DAYS - 13)
    depot.clock.restart(off_for)
    depot.forgets_from_now_on()
    depot.lets_pass(14)
    assert depot.doubt() is None
    assert depot.state_of("PARCEL111") is None


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("restarts", [False, True])
def test_no_lockout_gets_shorter(depot: Depot, step: timedelta, *, restarts: bool) -> None:
    depot.taps(Tap.TYPE_A_CODE)
    for number in range(8):
        depot.types(f"{number:010d}")
        depot.waits(20)
        depot.taps(Tap.TYPE_A_CODE)
    before = depot.left._keypad.rests()
    assert before > 10
    depot.clock.set_by = step
    if restarts:
        depot.clock.restart(1.0)
    assert depot.left._keypad.rests() >= before - 1
    depot.clock.set_by = timedelta()
    assert depot.left._keypad.rests() >= before - 1


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("restarts", [False, True])
def test_wrong_codes_of_today_stay_wrong_codes_of_today(depot: Depot, step: timedelta, *, restarts: bool) -> None:
    depot.taps(Tap.TYPE_A_CODE)
    for number in range(7):
        depot.types(f"{number:010d}")
        depot.waits(20)
        depot.taps(Tap.TYPE_A_CODE)
    depot.clock.set_by = step
    if restarts and abs(step) > timedelta(days=1):
        depot.clock.restart(30.0)
        for _ in range(2):  # the rest begins anew, and is over
            depot.taps(Tap.TYPE_A_CODE)
            depot.waits(20)
        depot.taps(Tap.TYPE_A_CODE)
    depot.types("9999999999")
    assert depot.left._keypad.rests() > 50, "the eighth of this day"


@pytest.mark.parametrize("step", [-YEAR, timedelta(hours=-1)])
def test_codes_that_wait_to_be_sent_go_after_two_days_of_the_machines_own_time(depot: Depot, step: timedelta) -> None:
    depot.takes_in("NOTICE111")
    assert len(depot.store.outbox.notices()) == 1
    depot.clock.set_by = step
    depot.lets_pass(1)
    assert len(depot.store.outbox.notices()) == 1
    depot.lets_pass(2)
    assert not depot.store.outbox.notices()
