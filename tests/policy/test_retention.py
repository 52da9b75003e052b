"""How long what is kept, and what the clock may do: nothing expired revives, nothing goes too soon."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.parcel import ParcelState
from kiosk.policy.retention import (
    MOST_FORWARD,
    MOVED,
    Doubt,
    Reading,
    Seen,
    expired_before,
    gone_from_backups,
    is_news,
    kept_days,
    last_month,
    read,
    seen_now,
)

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SEEN = Seen(Reading(NOW), 5_000.0, "boot")
YEAR = timedelta(days=365)
STEPS = [-YEAR, 10 * YEAR, timedelta(hours=1), timedelta(hours=-1)]


def test_what_waits_or_is_with_its_customer_never_expires() -> None:
    lasting = {state for state in ParcelState if expired_before(state, NOW, 30) is None}
    assert lasting == {ParcelState.WAITING, ParcelState.RELEASED}


@pytest.mark.parametrize("days", [1, 30, 365])
def test_what_left_is_kept_for_the_dispute_window(days: int) -> None:
    assert expired_before(ParcelState.HANDED_OVER, NOW, days) == NOW - timedelta(days=days)
    assert expired_before(ParcelState.RETURNED, NOW, days) == NOW - timedelta(days=days)
    assert expired_before(ParcelState.DISPUTED, NOW, days) == NOW - YEAR


@pytest.mark.parametrize(
    ("now", "days", "month"),
    [
        (datetime(2026, 3, 2, tzinfo=UTC), 1, 202602),
        (datetime(2026, 3, 2, tzinfo=UTC), 2, 202601),
        (datetime(2026, 1, 31, tzinfo=UTC), 30, 202512),
        (datetime(2026, 1, 30, 23, 59, tzinfo=UTC), 30, 202511),
        (datetime(2026, 2, 1, tzinfo=UTC), 365, 202501),
    ],
)
def test_a_month_of_the_kiosk_goes_when_its_last_day_is_out_of_the_window(now: datetime, days: int, month: int) -> None:
    assert last_month(now, days) == month


def test_no_backup_outlives_the_dispute_window() -> None:
    assert (kept_days(14, 30), kept_days(14, 7)) == (14, 7)
    assert gone_from_backups(NOW, 14) == NOW + timedelta(days=14)


@pytest.mark.parametrize("step", STEPS)
def test_within_a_boot_the_wall_clock_counts_for_nothing(step: timedelta) -> None:
    passed = timedelta(seconds=600)
    found = read(SEEN, wall=NOW + passed + step, boottime=5_600.0, boot_id="boot")
    assert found == Reading(NOW + passed, moved=step)


def test_a_clock_that_is_adjusted_is_not_moved() -> None:
    found = read(SEEN, wall=NOW + timedelta(seconds=630), boottime=5_600.0, boot_id="boot")
    assert found == Reading(NOW + timedelta(seconds=600))


@pytest.mark.parametrize(
    ("step", "doubt"),
    [
        (timedelta(), None),
        (timedelta(hours=1), None),
        (MOST_FORWARD, None),
        (MOST_FORWARD + timedelta(seconds=1), Doubt.FORWARD),
        (10 * YEAR, Doubt.FORWARD),
        (timedelta(seconds=-1), Doubt.BACK),
        (timedelta(hours=-1), Doubt.BACK),
        (-YEAR, Doubt.BACK),
    ],
)
@pytest.mark.parametrize("boot_id", ["another", ""])
def test_across_power_off_a_step_back_or_far_forward_stops_erasing(
    step: timedelta, doubt: Doubt | None, boot_id: str
) -> None:
    found = read(SEEN, wall=NOW + step, boottime=3.0, boot_id=boot_id)
    assert found.doubt is doubt
    assert found.at == (NOW if doubt else NOW + step)


def test_a_doubt_stays_until_the_clock_is_right_and_then_goes_by_itself() -> None:
    def look(seen: Seen, wall: datetime, boottime: float) -> Seen:
        return seen_now(
            seen, read(seen, wall=wall, boottime=boottime, boot_id="next"), boottime=boottime, boot_id="next"
        )

    wrong = look(SEEN, NOW - YEAR, 10.0)
    assert look(wrong, NOW - YEAR, 99_999.0).reading.doubt is Doubt.BACK, "however long the machine runs"
    right = look(wrong, NOW + timedelta(hours=2), 700.0)
    assert right == Seen(Reading(NOW + timedelta(hours=2)), 700.0, "next")


def test_only_what_changes_is_news() -> None:
    well, moved = Reading(NOW), Reading(NOW, moved=timedelta(hours=1))
    doubted = Reading(NOW, Doubt.BACK, -YEAR)
    assert not is_news(None, well)
    assert not is_news(well, well)
    assert is_news(well, moved)
    assert not is_news(moved, Reading(NOW, moved=timedelta(hours=1, seconds=2)))
    assert is_news(well, doubted)
    assert not is_news(doubted, Reading(NOW, Doubt.BACK, -YEAR + timedelta(hours=5)))
    assert is_news(doubted, well)


@given(
    st.lists(
        st.tuples(st.sampled_from([*STEPS, timedelta(), timedelta(days=13)]), st.integers(0, 100_000), st.booleans()),
        max_size=20,
    )
)
def test_whatever_the_clock_does_time_never_runs_back(acts: list[tuple[timedelta, int, bool]]) -> None:
    """Each act: the wall clock is set, time passes, the machine may be restarted. The moment that counts is never before an earlier one,
    and within a boot never ahead of the time that passed."""
    seen, wall, boottime, boot = SEEN, NOW, 5_000.0, 0
    for step, passed, restarts in acts:
        wall += step + timedelta(seconds=passed)
        boottime, boot = (1.0, boot + 1) if restarts else (boottime + passed, boot)
        boot_id = f"boot{boot or ''}"
        found = read(seen, wall=wall, boottime=boottime, boot_id=boot_id)
        assert found.at >= seen.reading.at
        if not restarts:
            assert found.at <= max(seen.reading.at + timedelta(seconds=passed), wall)
        if found.doubt is None and not restarts and seen.boot_id == boot_id:
            assert found.at == seen.reading.at + timedelta(seconds=passed)
        assert abs(found.moved) > MOVED or not found.moved or found.doubt
        seen = seen_now(seen, found, boottime=boottime, boot_id=boot_id)
