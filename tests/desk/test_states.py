"""The table of states: no dead ends, a code is answered anywhere, and what it lacks is said to be a mistake."""

import pytest

from kiosk.desk.states import TABLE, Event, NoSuchWay, State, step

SERVING = [state for state in State if state is not State.OUT_OF_ORDER]
ANSWERS = [Event.RELEASED, Event.REFUSED, Event.PARCEL_WRONG, Event.CODE_NEEDED, Event.VISIT_DONE]


@pytest.mark.parametrize("state", SERVING)
@pytest.mark.parametrize("event", ANSWERS)
def test_a_code_or_a_label_is_answered_whatever_is_on_the_screen(state: State, event: Event) -> None:
    assert step(state, event) in State


@pytest.mark.parametrize("state", [state for state in SERVING if state is not State.READY])
def test_every_screen_gives_way_by_itself_and_by_a_tap(state: State) -> None:
    assert step(state, Event.TIME_OUT) is State.READY
    assert step(state, Event.BACK) is State.READY


def test_every_state_can_be_reached_and_left() -> None:
    reached, found = {State.READY}, {State.READY}
    while found:
        found = {target for state in found for target in TABLE[state].values()} - reached
        reached |= found
    assert reached == set(State)
    assert all(TABLE[state] for state in State)


def test_out_of_order_is_left_only_when_mended() -> None:
    assert TABLE[State.OUT_OF_ORDER] == {Event.MENDED: State.READY}


def test_a_way_that_is_not_there_is_a_mistake_of_ours() -> None:
    with pytest.raises(NoSuchWay, match="mended cannot happen in ready"):
        step(State.READY, Event.MENDED)
