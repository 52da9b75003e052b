"""A hand scanner and a person at one window: real key events through Qt, from the window system's side."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.wedge import HandScanner

GAP, FINGERS = 1_000, 50
"""Milliseconds: far above what a loaded machine needs between two strokes of a loop, and where a story strikes keys one by one."""


class Counter(QWidget):
    """A box to type in and a button that Enter and Space press."""

    def __init__(self) -> None:
        super().__init__()
        self.box, self.button, self.pressed = QLineEdit(self), QPushButton("Sign", self), 0
        self.button.clicked.connect(self._press)
        self.button.move(0, 60)

    def _press(self) -> None:
        self.pressed += 1


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    made = Counter()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.box.setFocus()
    return made


@pytest.fixture
def scanner(request: pytest.FixtureRequest, counter: Counter, qapp: QApplication) -> Iterator[HandScanner]:
    made = HandScanner(prefix="", suffix="\r", gap_ms=getattr(request, "param", GAP))
    made.start(qapp)
    made.heard = []  # type: ignore[attr-defined]  # a list beside the signal, for the tests alone
    made.scanned.connect(made.heard.append)  # type: ignore[attr-defined]  # the same
    yield made
    counter.windowHandle().removeEventFilter(made)
    made.deleteLater()


def strikes(window: QWidget, text: str) -> None:
    for sign in text:
        key = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}.get(sign, sign)
        QTest.keyClick(window.windowHandle(), key)  # type: ignore[arg-type]  # takes a character, too


def heard(scanner: HandScanner) -> list[str]:
    found: list[str] = scanner.heard  # type: ignore[attr-defined]  # see the fixture
    return found


def pause(scanner: HandScanner) -> None:
    """Until no stroke is held back any more."""
    while scanner._wedge.running:
        QTest.qWait(10)
    QApplication.processEvents()


def test_a_scan_is_told_and_nothing_of_it_is_typed(counter: Counter, scanner: HandScanner) -> None:
    counter.button.setFocus()
    strikes(counter, "PX0123 456789\r")
    assert heard(scanner) == ["PX0123 456789"]
    pause(scanner)
    assert (counter.box.text(), counter.pressed, heard(scanner)) == ("", 0, ["PX0123 456789"])


def test_half_a_scan_types_nothing(counter: Counter, scanner: HandScanner) -> None:
    strikes(counter, "PX0123")
    pause(scanner)
    assert (counter.box.text(), heard(scanner)) == ("", [])
    strikes(counter, "PX0123456789\r")
    assert heard(scanner) == ["PX0123456789"]


@pytest.mark.parametrize("scanner", [FINGERS], indirect=True)
def test_a_person_types_presses_and_moves_on(counter: Counter, scanner: HandScanner) -> None:
    for sign in "B-1":
        strikes(counter, sign)
        pause(scanner)
    assert counter.box.text() == "B-1"
    strikes(counter, "\t")
    pause(scanner)
    assert counter.button.hasFocus()
    strikes(counter, " ")
    pause(scanner)
    assert (counter.pressed, heard(scanner)) == (1, [])


def test_keys_rolled_together_arrive_in_order(counter: Counter, scanner: HandScanner) -> None:
    strikes(counter, "abc")
    pause(scanner)
    assert (counter.box.text(), heard(scanner)) == ("abc", [])


def test_a_shortcut_in_the_middle_of_a_code_opens_nothing(counter: Counter, scanner: HandScanner) -> None:
    opened: list[bool] = []
    QShortcut(Qt.Key.Key_J | Qt.KeyboardModifier.ControlModifier, counter, lambda: opened.append(True))
    strikes(counter, "PX01")
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    strikes(counter, "23456789\r")
    pause(scanner)
    assert opened == []
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert opened == [True]


def test_a_window_that_is_gone_gets_nothing(qtbot: QtBot, counter: Counter, scanner: HandScanner) -> None:
    other = Counter()
    other.show()
    scanner.watch(other.windowHandle())
    strikes(other, "a")
    other.destroy()
    pause(scanner)
    other.deleteLater()
    assert heard(scanner) == []


def test_another_window_is_watched_once_it_has_the_focus(qtbot: QtBot, counter: Counter, scanner: HandScanner) -> None:
    other = Counter()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    strikes(other, "PX0123456789\r")
    assert heard(scanner) == ["PX0123456789"]
    assert other.box.text() == ""
