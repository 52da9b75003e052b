"""A change of screens may be soft; the answer is on the screen from the first frame on, and nothing of the one before is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.desk.shown import Check, Found, Lot, Ready, Shown, Tap, WrongParcel
from kiosk.screens.parts import Button
from kiosk.screens.veil import BEGINS, LIFTS_MS, Veil
from kiosk.screens.window import StationWindow
from kiosk.settings import Screen

PLACE = Found((Lot("B-12", Check.NEXT),))


def _window(qtbot: QtBot, *, transitions: bool) -> StationWindow:
    window = StationWindow("Depot", diagonal_inches=15.6, mounting="below", transitions=transitions)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(window.isVisible)
    QApplication.processEvents()
    return window


def _on_screen(window: StationWindow) -> QImage:
    return window.screen().grabWindow(window.winId()).toImage()


@pytest.mark.parametrize("value", [PLACE, WrongParcel("B-12")], ids=["found", "wrong parcel"])
def test_the_first_frame_is_the_answer_as_through_thin_paper(qtbot: QtBot, value: Shown) -> None:
    soft, first = _window(qtbot, transitions=True), list[QImage]()
    soft.painted.connect(lambda _value: first.append(_on_screen(soft)))
    qtbot.waitUntil(lambda: bool(first))
    first.clear()
    soft.show_shown(value)
    qtbot.waitUntil(lambda: bool(first))
    qtbot.waitUntil(lambda: not soft.findChild(Veil).isVisible())  # type: ignore[union-attr]  # it has one
    QTest.qWait(20)
    whole = _on_screen(soft)
    soft.repaint()
    assert _on_screen(soft) == whole, "it is gone without a trace"
    ground, misfits, points = whole.pixelColor(30, 400).getRgb(), 0, 0
    for x in range(0, whole.width(), 16):
        for y in range(0, whole.height(), 16):
            wanted, seen = whole.pixelColor(x, y).getRgb(), first[0].pixelColor(x, y).getRgb()
            pairs = zip(wanted, seen, ground, strict=True)  # type: ignore[call-overload]  # four numbers each
            points += 1
            misfits += any(abs(other - (one + BEGINS * (under - one))) > 3 for one, other, under in pairs)
    assert misfits < points / 100, "the answer through its own ground, but for the edges of letters"


def test_a_touch_goes_through_it_and_the_next_screen_comes_over_it(qtbot: QtBot) -> None:
    window, taps = _window(qtbot, transitions=True), list[object]()
    window.tapped.connect(taps.append)
    window.show_shown(PLACE)
    button = next(one for one in window.page.findChildren(Button) if one.sends is Tap.CALL_DESK)
    at = window.windowHandle()
    QTest.mouseClick(at, Qt.MouseButton.LeftButton, pos=button.mapTo(window, button.rect().center()))
    assert taps == [Tap.CALL_DESK]
    for value in (Ready(), PLACE, Ready(), WrongParcel()):
        window.show_shown(value)
    QTest.qWait(LIFTS_MS * 3)
    assert not any(veil.isVisible() for veil in window.findChildren(Veil))


def test_it_can_be_turned_off(qtbot: QtBot) -> None:
    assert Screen().transitions
    assert _window(qtbot, transitions=False).findChildren(Veil) == []
