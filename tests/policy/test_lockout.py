"""The keypad's rests: longer and longer, and never shorter for a restart or a clock set back."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.policy import lockout

TODAY = date(2026, 11, 22)
seconds = st.floats(0, 1e6)


def test_the_table_as_documented() -> None:
    rests = {wrong: lockout.after_wrong(wrong) for wrong in (0, 1, 4, 5, 7, 8, 11, 12, 19, 20, 29, 30, 31)}
    assert rests == {
        0: 0, 1: 0, 4: 0, 5: 15, 7: 15, 8: 60, 11: 60, 12: 300, 19: 300, 20: 900, 29: 900, 30: 86400, 31: 86400
    }  # fmt: skip
    assert lockout.__doc__ is not None
    assert all(f"| {least} " in lockout.__doc__ for least, _ in lockout.DELAYS)


@given(st.integers(0, 200))
def test_rests_only_grow(wrong: int) -> None:
    assert lockout.after_wrong(wrong) <= lockout.after_wrong(wrong + 1)


def test_somebody_who_tries_all_day_has_thirty_tries() -> None:
    now, wrong = 0.0, 0
    while now < 24 * 3600:
        wrong += 1
        now += lockout.after_wrong(wrong)
    assert wrong == lockout.PER_DAY


@given(seconds, seconds, seconds)
def test_a_rest_runs_down_within_one_boot(locked: float, saved_at: float, passed: float) -> None:
    left = lockout.remaining(locked, saved_at=saved_at, now=saved_at + passed, same_boot=True)
    assert max(0.0, locked - passed) - 1e-3 <= left < max(0.0, locked - passed) + 1 + 1e-3


@given(seconds, seconds, seconds)
def test_a_restart_begins_the_rest_again(locked: float, saved_at: float, now: float) -> None:
    assert lockout.remaining(locked, saved_at=saved_at, now=now, same_boot=False) >= locked


@given(seconds, seconds, seconds)
def test_a_clock_that_moves_back_never_shortens_it(locked: float, now: float, back: float) -> None:
    assert lockout.remaining(locked, saved_at=now + back, now=now, same_boot=True) >= locked


def test_a_new_day_begins_a_new_count_and_a_day_set_back_does_not() -> None:
    assert lockout.counted(7, day=TODAY, today=TODAY) == 7
    assert lockout.counted(7, day=TODAY, today=TODAY - timedelta(days=1)) == 7
    assert lockout.counted(7, day=TODAY, today=TODAY + timedelta(days=1)) == 0
