"""How long screens stand: every one asks for twenty seconds before it gives way, and stays as often as somebody answers."""

import pytest

from kiosk.clock import SkippingClock
from kiosk.desk.patience import OWN_MANNER, PAUSES, WARNING, Patience, Standing
from kiosk.desk.states import AT_REST, State

STANDING = [Standing(state) for state in (State.FOUND, *PAUSES)] + [
    Standing(State.TYPING, adding=True),
    *(Standing(state, own_manner=True) for state in sorted(AT_REST)),
]


@pytest.fixture
def clock() -> SkippingClock:
    return SkippingClock()


@pytest.fixture
def patience(clock: SkippingClock) -> Patience:
    return Patience(clock, found_seconds=8)


def until_asked(patience: Patience, clock: SkippingClock, standing: Standing) -> float:
    """Seconds until the screen asks."""
    seconds = 0
    while patience.left(standing) is None:
        clock.advance(1)
        seconds += 1
        assert seconds < 200
    return seconds


@pytest.mark.parametrize("standing", STANDING, ids=str)
def test_every_screen_that_gives_way_asks_first_for_twenty_seconds(
    patience: Patience, clock: SkippingClock, standing: Standing
) -> None:
    until_asked(patience, clock, standing)
    assert patience.left(standing) == WARNING == 20
    clock.advance(19)
    assert patience.left(standing) == 1
    clock.advance(1)
    assert patience.left(standing) == 0


@pytest.mark.parametrize("standing", STANDING, ids=str)
def test_an_answer_begins_the_pause_anew_as_often_as_it_takes(
    patience: Patience, clock: SkippingClock, standing: Standing
) -> None:
    for _ in range(25):
        until_asked(patience, clock, standing)
        clock.advance(19)
        patience.begin()
        assert patience.left(standing) is None


def test_a_screen_at_rest_asks_only_whoever_made_it_theirs(patience: Patience, clock: SkippingClock) -> None:
    clock.advance(3600)
    assert patience.left(Standing(State.READY)) is None
    assert patience.left(Standing(State.OUT_OF_ORDER)) is None
    patience.begin()
    assert until_asked(patience, clock, Standing(State.READY, own_manner=True)) == OWN_MANNER
