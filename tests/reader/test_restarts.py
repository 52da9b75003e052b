"""A child is started again at once, until it fails five times within ten seconds."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.reader.restarts import Restarts


def test_four_failures_in_ten_seconds_are_forgiven_and_the_fifth_waits() -> None:
    restarts = Restarts()
    assert [restarts.failed(now) - now for now in (0.0, 1.0, 2.0, 3.0)] == [0.0] * 4
    assert restarts.failed(4.0) == 5.0


def test_failures_far_apart_never_wait() -> None:
    restarts = Restarts()
    assert all(restarts.failed(now) == now for now in range(0, 100, 3))


def test_waits_double_to_half_a_minute_and_a_quiet_minute_ends_them() -> None:
    restarts = Restarts()
    now, waits = 0.0, []
    for _ in range(12):
        again = restarts.failed(now)
        waits.append(again - now)
        now = again
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30]
    assert restarts.failed(now + 61) == now + 61


def test_what_may_come_back_any_moment_is_tried_more_often() -> None:
    restarts = Restarts(4.0)
    now, waits = 0.0, []
    for _ in range(9):
        again = restarts.failed(now)
        waits.append(again - now)
        now = again
    assert waits == [0, 0, 0, 0, 1, 2, 4, 4, 4]


@given(st.lists(st.floats(0, 100), max_size=40))
def test_a_wait_is_never_negative_nor_over_half_a_minute(gaps: list[float]) -> None:
    restarts, now = Restarts(), 0.0
    for gap in gaps:
        now += gap
        assert 0 <= restarts.failed(now) - now <= 30.001
