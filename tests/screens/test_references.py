"""A kiosk runs for weeks: what is sent and painted ten times a second may cost nothing, not even a reference."""

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.desk.shown import Ready, Tap
from kiosk.screens.parts import Button
from tests.screens.values import Make

ROUNDS, NOISE = 200, 100
"""A Qt that gives away what is not its own gives away one reference or more a round; what else runs here, a few in all."""

SHARED = (None, True, False)
SPARE = [*SHARED] * 1_000_000
"""Held, so that a Qt that gives away what is not its own fails here and does not end the whole run."""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal here: nobody counts them")
def test_sending_and_painting_leave_the_references_to_what_all_share_alone(make: Make) -> None:
    window, received = make(640, 400), list[object]()
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
        lost = _lost(act)
        assert all(count < NOISE for count in lost.values()), (act.__name__, lost)


def _lost(act: Callable[[], None]) -> dict[object, int]:
    """References to each of them that the rounds gave away for good: the program ends when none is left."""
    act()
    gc.collect()
    gc.disable()  # what earlier tests left behind would be given back in the middle of the count
    try:
        before = {one: sys.getrefcount(one) for one in SHARED}
        for _ in range(ROUNDS):
            act()
        return {one: before[one] - sys.getrefcount(one) for one in SHARED}
    finally:
        gc.enable()
