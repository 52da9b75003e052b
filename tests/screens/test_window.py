"""What a station's window promises: its screen for each value, taps once, painted once, nothing left behind."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.desk import faults
from kiosk.desk.shown import Check, Done, Found, Key, Lot, OutOfOrder, Ready, Shown, Tap, Typing, WrongParcel
from kiosk.policy.release import Reason
from kiosk.reader.wire import Advice
from kiosk.screens import wording
from kiosk.screens.aim import Aim
from kiosk.screens.language import Speak
from kiosk.screens.manner import Adjust
from kiosk.screens.parts import Button
from tests.screens.values import HARD, Make, everything_said
from tests.screens.watch import Watch


def _button(window: QWidget, tap: Tap | Key) -> Button:
    return next(button for button in window.findChildren(Button) if button.sends == tap and button.isVisible())


def _acts(button: Button) -> bool:
    """Whether the desk is told of it: the manner is between a customer and the screen."""
    return not isinstance(button.sends, Adjust | Speak)


@pytest.mark.parametrize("value", HARD, ids=lambda value: f"{value.state}")
def test_each_value_is_painted_once_and_never_again(make: Make, qtbot: QtBot, value: Shown) -> None:
    window, seen = make(1280, 800), list[Shown]()
    qtbot.waitUntil(window.isVisible)
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    window.painted.connect(seen.append)
    window.show_shown(value)
    qtbot.waitUntil(lambda: bool(seen))
    window.page.repaint()
    QCoreApplication.processEvents()
    assert seen == [value]
    assert window.current == value


def _is_painted_at_once(value: Shown) -> bool:
    """A receipt's code follows DONE, for nobody waits for it to see the tick."""
    return not isinstance(value, Done) or value.receipt is None


@pytest.mark.parametrize("value", [HARD[0], *(v for v in HARD if v.state != "ready" and _is_painted_at_once(v))][::3])
def test_painted_comes_when_the_whole_picture_is_on_the_screen(make: Make, qtbot: QtBot, value: Shown) -> None:
    window, on_screen = make(1280, 800), list[QImage]()
    window.show_shown(Ready(reader_works=False))
    _settle()
    before = _on_screen(window)
    window.painted.connect(lambda _shown: on_screen.append(_on_screen(window)))
    window.show_shown(value)
    qtbot.waitUntil(lambda: bool(on_screen))
    _settle()
    assert on_screen[0] != before
    assert on_screen == [_on_screen(window)]


def _settle() -> None:
    for _ in range(5):
        QCoreApplication.processEvents()


def _on_screen(window: QWidget) -> QImage:
    """What a person would see now: the pixels that the screen holds, whatever the widgets would paint."""
    return window.screen().grabWindow(window.winId()).toImage()


def test_a_hidden_window_never_claims_to_have_painted(make: Make, qtbot: QtBot) -> None:
    window, seen = make(), list[Shown]()
    window.painted.connect(seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    window.hide()
    seen.clear()
    window.show_shown(WrongParcel())
    QCoreApplication.processEvents()
    window.grab()
    QCoreApplication.processEvents()
    assert seen == []


def test_a_double_tap_acts_once_and_a_later_tap_again(make: Make) -> None:
    watch, taps = Watch(), list[object]()
    window = make(now=watch)
    window.tapped.connect(taps.append)
    button = _button(window, Tap.CALL_DESK)
    for moment in (0.0, 0.1, 1.0):
        watch.seconds = moment
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert taps == [Tap.CALL_DESK, Tap.CALL_DESK]


def test_a_tap_may_take_its_own_screen_away(make: Make) -> None:
    window = make(now=Watch())
    window.tapped.connect(lambda _tap: window.show_shown(Typing()))
    button = _button(window, Tap.TYPE_A_CODE)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.current == Typing()
    assert button.sends is Tap.TYPE_A_CODE
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert _button(window, Key("1")).isVisible()


def test_the_same_key_twice_is_two_characters(make: Make) -> None:
    taps = list[object]()
    window = make(now=Watch())
    window.show_shown(Typing())
    window.tapped.connect(taps.append)
    for _ in range(2):
        QTest.mouseClick(_button(window, Key("8")), Qt.MouseButton.LeftButton)
    assert taps == [Key("8"), Key("8")]


def test_a_keyboard_alone_types_erases_and_goes_back(make: Make) -> None:
    watch, taps = Watch(), list[object]()
    window = make(now=watch)
    window.show_shown(Typing())
    window.tapped.connect(taps.append)
    QTest.keyClicks(window.page, "48")
    QTest.keyClick(window.page, Qt.Key.Key_Backspace)
    watch.seconds = 1.0
    QTest.keyClick(window.page, Qt.Key.Key_Escape)
    assert taps == [Key("4"), Key("8"), Key(""), Tap.BACK]


def test_a_keyboards_letters_that_look_like_digits_are_digits(make: Make) -> None:
    taps = list[object]()
    window = make(now=Watch())
    window.show_shown(Typing())
    window.tapped.connect(taps.append)
    QTest.keyClicks(window.page, "oIlx")
    assert taps == [Key("0"), Key("1"), Key("1")]


def test_every_button_is_reached_by_tab_and_tapped_by_enter(make: Make) -> None:
    watch, taps = Watch(), list[object]()
    window = make(now=watch)
    window.show_shown(Found((Lot("B-12", Check.NEXT),)))
    window.tapped.connect(taps.append)
    wanted = {button.sends for button in window.findChildren(Button) if button.isVisible() and _acts(button)}
    part: QWidget | None = window.page
    for _ in range(40):
        part = part.nextInFocusChain() if part else None
        if isinstance(part, Button) and part.isVisible():
            watch.seconds += 1
            QTest.keyClick(part, Qt.Key.Key_Return)
    assert set(taps) == wanted


def test_the_ring_shows_where_the_keyboard_is_and_not_where_a_finger_was(make: Make, qtbot: QtBot) -> None:
    window = make()
    qtbot.waitUntil(window.isActiveWindow)
    button = _button(window, Tap.CALL_DESK)
    plain = button.grab().toImage()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert button.hasFocus()
    assert button.grab().toImage() == plain
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage() != plain
    button.clearFocus()
    assert button.grab().toImage() == plain


def test_nothing_of_a_visit_is_left_in_any_widget(make: Make) -> None:
    window = make()
    for value in HARD:
        window.show_shown(value)
    window.show_shown(Found((Lot("Q-77-031", Check.NEXT, ending="ZX9Y"),)))
    window.show_shown(Ready())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    said = " ".join(everything_said(window))
    assert "Q-77" not in said
    assert "ZX9Y" not in said
    assert "Hold your code" in said
    assert {type(part).__name__ for part in window.children()} >= {"ReadyScreen"}
    assert sum(type(part).__name__.endswith("Screen") for part in window.findChildren(QWidget)) == 1


def test_out_of_order_offers_nothing_to_tap(make: Make) -> None:
    window = make()
    window.show_shown(OutOfOrder("STORE-1"))
    assert not [button for button in window.findChildren(Button) if button.isVisible() and _acts(button)]


@pytest.mark.parametrize("mounting", ["below", "beside", "above"])
def test_the_corners_follow_the_hand_and_come_to_rest(make: Make, mounting: str) -> None:
    window = make(mounting=mounting)
    aim = window.findChild(Aim)
    assert aim
    rest = aim.corners
    window.aim(((0, 0), (100, 0), (100, 100), (0, 100)), 1280, 720)
    at_left_of_picture = aim.corners
    window.aim(((1180, 0), (1280, 0), (1280, 100), (1180, 100)), 1280, 720)
    assert min(p.x() for p in aim.corners) < min(p.x() for p in at_left_of_picture)
    window.aim(None, 1280, 720)
    assert aim.corners == rest


def test_every_reason_has_its_own_words() -> None:
    said = [wording.refused(reason) for reason in Reason]
    for part in ("tag", "headline", "next_step"):
        assert len({getattr(one, part) for one in said}) == len(Reason)
        assert all(getattr(one, part) for one in said)
    assert not any(word in " ".join(one).lower() for one in said for word in ("error", "invalid", "wrong", "failed"))


def test_each_fault_tells_the_technician_what_to_do() -> None:
    codes = [code for name, code in vars(faults).items() if name.isupper() and isinstance(code, str)]
    assert len(codes) == len(set(codes)) >= 8
    for code in codes:
        assert wording.fault(code).startswith(f"For the technician: {code}. ")
    assert wording.fault("OTHER-1") == "For the technician: OTHER-1"


def test_ready_says_what_would_help_and_then_again_where_to_hold_the_code(make: Make) -> None:
    window = make(1280, 800)
    window.show_shown(Ready())
    said: dict[Advice | None, list[str]] = {}
    for advice in (None, *Advice):
        window.advise(advice)
        said[advice] = list(everything_said(window))
    assert len({str(words) for words in said.values()}) == len(said), "a word for each"
    window.advise(None)
    assert list(everything_said(window)) == said[None]
    window.show_shown(Ready(reader_works=False))
    resting = list(everything_said(window))
    window.advise(Advice.CLOSER)
    assert list(everything_said(window)) == resting, "a reader that rests advises nothing"
