"""A customer's manner: theirs for their visit wherever it goes on, and nobody else's."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.desk.shown import Check, Done, Found, Lot, Ready, Refused, Shown, Tap, Typing
from kiosk.policy.release import Reason
from kiosk.screens.manner import Adjust, Manner, Manners, Remembered, depots_manner
from kiosk.screens.palette import Look
from kiosk.screens.parts import Button
from kiosk.screens.window import StationWindow
from kiosk.settings import Screen
from tests.screens.values import Make
from tests.screens.watch import Watch

DEPOTS, MINE, YOURS = Manner(), Manner(language="es", look=Look.DARK), Manner(large=True)
FOUND = Found((Lot("B-12", Check.NEXT),))
DONE = Done(1, datetime(2026, 9, 23, 18, 2, tzinfo=UTC), date(2026, 9, 30))
NOT_KNOWN = Refused(Reason.UNKNOWN)


class Screens:
    """Two screens of one depot; what tests say is what people do."""

    def __init__(self) -> None:
        self.watch = Watch()
        remembered = Remembered(900, self.watch)
        self.left, self.right = Manners(DEPOTS, remembered), Manners(DEPOTS, remembered)

    def shows(self, value: Shown, visit: int | None = None, *, asked: bool = False, right: bool = False) -> Manner:
        screen = self.right if right else self.left
        screen.follow(value, visit, asked=asked)
        return screen.now


@pytest.fixture
def screens() -> Screens:
    return Screens()


def test_what_was_chosen_before_the_code_is_the_visits(screens: Screens) -> None:
    screens.left.choose(MINE)
    assert screens.shows(NOT_KNOWN) == MINE
    assert screens.shows(Ready(), asked=True) == MINE
    assert screens.shows(FOUND, 1) == MINE


def test_it_comes_back_with_the_visit_at_any_station_and_goes_with_done(screens: Screens) -> None:
    screens.left.choose(MINE)
    screens.shows(FOUND, 1)
    assert screens.shows(Ready()) == DEPOTS
    assert screens.shows(DONE, 1, right=True) == MINE
    assert screens.shows(Ready(), right=True) == DEPOTS
    assert screens.shows(FOUND, 1) == DEPOTS, "nothing is left of it"


def test_another_ones_code_brings_another_manner_and_each_has_its_own(screens: Screens) -> None:
    screens.left.choose(MINE)
    screens.shows(FOUND, 1)
    assert screens.shows(FOUND, 2) == DEPOTS
    screens.left.choose(YOURS)
    assert screens.shows(FOUND, 1) == MINE
    assert screens.shows(DONE, 2) == YOURS
    assert screens.shows(DONE, 1) == MINE


def test_after_done_only_what_its_customer_asks_for_is_still_theirs(screens: Screens) -> None:
    screens.left.choose(MINE)
    screens.shows(DONE, 1)
    assert screens.shows(Typing(), asked=True) == MINE
    assert screens.shows(NOT_KNOWN) == DEPOTS, "somebody else's code"
    screens.left.choose(MINE)
    screens.shows(DONE, 2)
    assert screens.shows(Ready(), asked=True) == DEPOTS, "goodbye"


def test_nobody_there_any_more_is_the_depots_manner(screens: Screens) -> None:
    screens.left.choose(MINE)
    screens.shows(Typing(), asked=True)
    assert screens.shows(Ready()) == DEPOTS
    screens.left.choose(MINE)
    screens.left.leave()
    assert screens.left.now == DEPOTS


def test_a_visit_that_never_came_back_leaves_nothing(screens: Screens) -> None:
    screens.left.choose(MINE)
    screens.shows(FOUND, 1)
    screens.shows(Ready())
    screens.watch.seconds = 901
    assert screens.shows(FOUND, 1) == DEPOTS


def test_each_step_may_be_taken_back_and_the_looks_come_round() -> None:
    manner = DEPOTS
    for step in (Adjust.LARGER, Adjust.LOW, Adjust.ALOUD):
        assert manner.adjusted(step).has(step, DEPOTS)
        assert manner.adjusted(step).adjusted(step) == manner
    seen = [manner := manner.adjusted(Adjust.LOOK) for _ in Look]
    assert {one.look for one in seen} == set(Look)
    assert seen[-1] == DEPOTS


def test_a_depot_says_how_every_visit_begins() -> None:
    assert depots_manner(Screen()) == DEPOTS
    assert depots_manner(Screen(look="dark", large=True, reach=True)) == Manner(large=True, look=Look.DARK, reach=True)


def _press(window: StationWindow, what: Adjust | Tap) -> None:
    button = next(button for button in window.findChildren(Button) if button.sends == what and button.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_touch_changes_the_screen_at_once_and_the_next_customer_finds_it_as_it_was(make: Make) -> None:
    watch = Watch()
    window = make(now=watch)
    plain = window.page.theme
    for step in (Adjust.LARGER, Adjust.LOOK, Adjust.LOW):
        before = window.grab().toImage()
        _press(window, step)
        assert window.grab().toImage() != before
        watch.seconds += 1
    assert window.manner == Manner(large=True, look=Look.DARK, reach=True)
    window.show_shown(FOUND, visit=1)
    assert window.manner == Manner(large=True, look=Look.DARK, reach=True)
    window.show_shown(Ready())
    assert window.manner == Manner()
    assert window.page.theme == plain
