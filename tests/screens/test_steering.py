"""Every screen by keys alone, and by name: the order in which keys go, a row of three buttons, what a screen reader is told."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.desk.shown import Check, Found, Key, Lot, Shown, Tap, Typing
from kiosk.screens.manner import Adjust, Manner
from kiosk.screens.palette import Look
from kiosk.screens.parts import Button, Picture
from kiosk.screens.pill import Pill
from kiosk.screens.receipt_card import Tick
from kiosk.screens.window import StationWindow
from tests.screens.values import HARD, Make, shown_to_readers
from tests.screens.watch import Watch

FOUND = Found((Lot("C-03-118", Check.NEXT), Lot("B-12", Check.CHECKED)))
SCREENS = list({type(value): value for value in HARD}.values())


def at(window: StationWindow) -> object:
    """What the button means on which the keys are."""
    here = window.page.focusWidget()
    return here.sends if isinstance(here, Button) and here.hasFocus() else None


def press(window: StationWindow, *keys: Qt.Key) -> object:
    for key in keys:
        here: QWidget | None = window.page.focusWidget()
        QTest.keyClick(window.page if here is None else here, key)
    return at(window)


@pytest.fixture
def window(make: Make) -> StationWindow:
    made = make()
    QTest.qWaitForWindowActive(made)
    return made


@pytest.mark.parametrize("value", SCREENS, ids=lambda value: f"{value.state}")
@pytest.mark.parametrize("forth", [Qt.Key.Key_F2, Qt.Key.Key_Tab])
def test_keys_come_to_every_button_once_and_round_again(window: StationWindow, value: Shown, forth: Qt.Key) -> None:
    window.show_shown(value)
    wanted = [button.sends for button in window.page.targets()]
    assert [press(window, forth) for _ in wanted] == wanted
    assert press(window, forth) == wanted[0]


def test_the_order_is_that_of_reading(window: StationWindow) -> None:
    window.show_shown(Typing("48"))
    keys = [one.sends.character for one in window.page.targets() if isinstance(one.sends, Key)]
    assert "".join(keys) == "1234567890"
    assert isinstance(window.page.targets()[-1].sends, Adjust), "the manner comes last"
    window.show_shown(FOUND)
    rows = [one.geometry().center().y() for one in window.page.targets() if not isinstance(one, Pill)]
    assert all(then >= before - 40 for before, then in pairwise(rows))


def test_three_buttons_in_a_row_do_all_that_fingers_do(make: Make) -> None:
    watch, taps = Watch(), list[object]()
    window = make(now=watch)
    QTest.qWaitForWindowActive(window)
    window.tapped.connect(taps.append)
    for number, wanted in enumerate([one.sends for one in window.page.targets() if isinstance(one.sends, Tap)]):
        watch.seconds += 1
        assert press(window, Qt.Key.Key_F2) == wanted
        press(window, Qt.Key.Key_F3)
        assert taps[number] == wanted
    assert press(window, Qt.Key.Key_F1) == taps[-2]


def test_arrows_go_where_they_point(window: StationWindow) -> None:
    window.show_shown(Typing())
    assert press(window, Qt.Key.Key_F2, Qt.Key.Key_Down) == Key("4")
    assert press(window, Qt.Key.Key_Right) == Key("5")
    assert press(window, Qt.Key.Key_Down, Qt.Key.Key_Left) == Key("7")
    assert press(window, Qt.Key.Key_Up, Qt.Key.Key_Up) == Key("1")


def test_three_more_buttons_make_text_larger_change_the_look_and_bring_controls_down(make: Make) -> None:
    watch = Watch()
    window = make(now=watch)
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7):
        watch.seconds += 1
        QTest.keyClick(window.page, key)
    assert window.manner == Manner(large=True, look=Look.DARK, reach=True)


@pytest.mark.parametrize("value", HARD[::2], ids=lambda value: f"{value.state}")
def test_every_button_and_every_text_has_its_name_and_its_role(window: StationWindow, value: Shown) -> None:
    window.show_shown(value)
    QCoreApplication.processEvents()
    roles = dict[str, set[QAccessible.Role]]()
    for one in shown_to_readers(window.page):
        name = one.text(QAccessible.Text.Name)
        if not isinstance(one.object(), Picture | Tick):  # a drawing of what the words beside it say
            assert name, one.object()
            roles.setdefault(name, set()).add(one.role())
    for button in window.page.targets():
        wanted = QAccessible.Role.CheckBox if button.isCheckable() else QAccessible.Role.Button
        assert wanted in roles[button.accessibleName()]
    for words in window.page.column:
        if not words.isHidden() and words.accessibleName():
            assert QAccessible.Role.StaticText in roles[words.accessibleName()]


def test_ready_tells_a_reader_where_the_camera_is(make: Make) -> None:
    for mounting in ("below", "beside", "above"):
        window = make(mounting=mounting)
        names = " ".join(one.text(QAccessible.Text.Name) for one in shown_to_readers(window.page))
        assert f"The reader is {mounting} the screen" in names
