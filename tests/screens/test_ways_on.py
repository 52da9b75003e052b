"""No dead ends: on every screen a customer sees a way on, and every screen but those at rest gives way by itself."""

import pytest

from kiosk.desk.patience import PAUSES
from kiosk.desk.shown import Key, Shown, Tap
from kiosk.desk.states import TABLE, Event, State
from kiosk.screens.parts import Button
from tests.screens.values import HARD, Make

AT_REST = {State.READY, State.CLOSED}
LEADS_TO = {
    Tap.TYPE_A_CODE: Event.TYPE,
    Tap.TYPE_LABEL: Event.TYPE,
    Tap.ANOTHER_CODE: Event.TYPE,
    Tap.NO_CODE: Event.CALL,
    Tap.CALL_DESK: Event.CALL,
    Tap.NOT_ON_SHELF: Event.CALL,
    Tap.BRING_IT: Event.CALL,
    Tap.WHAT_IS_KEPT: Event.ASK_WHAT_IS_KEPT,
    Tap.MY_PARCEL: Event.ASK_ABOUT_MINE,
    Tap.NEXT_PARCEL: Event.ASK_ABOUT_MINE,
    Tap.LET_GO: Event.ASK_ABOUT_MINE,
    Tap.I_HAVE_IT: Event.VISIT_DONE,
    Tap.PUT_BACK: Event.PLACE_AGAIN,
    Tap.BACK: Event.BACK,
}


@pytest.mark.parametrize("value", HARD, ids=lambda value: f"{value.state}")
def test_every_button_leads_on_and_there_is_one(make: Make, value: Shown) -> None:
    window = make(1280, 800)
    window.show_shown(value)
    offered = {one.sends for one in window.page.findChildren(Button) if one.isVisible()}
    taps = {tap for tap in offered if isinstance(tap, Tap)}
    if value.state is State.OUT_OF_ORDER:
        assert not taps  # it mends itself, and says where to go meanwhile
        return
    assert taps, "a way on besides the keys"
    assert all(LEADS_TO[tap] in TABLE[value.state] for tap in taps)
    assert (Key("1") in offered) is (value.state is State.TYPING)


def test_every_screen_that_is_not_at_rest_gives_way() -> None:
    waiting = {State.FOUND} | set(PAUSES)  # FOUND has a setting of its own
    assert waiting == set(State) - AT_REST - {State.OUT_OF_ORDER}


def test_every_tap_leads_somewhere() -> None:
    assert set(LEADS_TO) == set(Tap) - {Tap.STAY}, "who stays is led nowhere"
