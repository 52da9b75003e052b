"""A kiosk runs for weeks: what is sent and painted ten times a second may cost nothing, not even a reference."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.desk.shown import Ready, Tap
from kiosk.screens.parts import Button
from tests.screens.values import Make

ROUNDS, NOISE = 200, 60
"""What else runs in a test takes and gives back a few references."""

SPARE = [None, True, False] * 1_000_000
"""Held, so that a Qt that gives away what is not its own fails here and does not end the whole run."""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal here: nobody counts them")
@pytest.mark.parametrize("one", [None, True, False])
def test_sending_and_painting_leave_the_references_to_what_all_share_alone(make: Make, one: bool | None) -> None:
    window, received = make(), list[object]()
    QCoreApplication.processEvents()
    button = next(part for part in window.findChildren(Button) if part.sends is Tap.CALL_DESK)
    window.painted.connect(received.append)
    button.sent.connect(received.append)

    def send() -> None:
        button.sent.emit(button.sends)
        window.page.was_painted.emit()
        received.clear()

    def paint() -> None:
        window.show_shown(Ready())
        window.page.repaint()
        button.repaint()
        QCoreApplication.processEvents()
        received.clear()

    for act in (send, paint):
        assert abs(_cost(act, one)) < NOISE, act.__name__


def _cost(act: Callable[[], None], one: object) -> int:
    """References to `one` that the rounds took for good (below 0: gave away, which ends the program when none is left)."""
    act()
    before = sys.getrefcount(one)
    for _ in range(ROUNDS):
        act()
    return sys.getrefcount(one) - before
