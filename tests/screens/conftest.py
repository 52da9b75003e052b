"""A window on an invisible screen."""

import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator, Sequence

import pytest
from pytestqt.qtbot import QtBot

from kiosk.screens.language import LANGUAGES
from kiosk.screens.speech import Voice
from kiosk.screens.window import StationWindow
from kiosk.technician.samples import LONG_NAME
from tests.screens.values import Make


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    """Makes a visible window of a size, and holds it until it is closed: one that is swept away while it paints ends the program."""
    made: list[StationWindow] = []

    def make(
        width: int = 1920,
        height: int = 1080,
        inches: float = 15.6,
        mounting: str = "below",
        *,
        voice: Voice | None = None,
        now: Callable[[], float] = time.monotonic,
        languages: Sequence[str] = tuple(LANGUAGES),
    ) -> StationWindow:
        window = StationWindow(
            LONG_NAME, diagonal_inches=inches, mounting=mounting, voice=voice, now=now, languages=languages
        )
        qtbot.addWidget(window)
        made.append(window)
        window.resize(width, height)
        window.show()
        return window

    yield make
    made.clear()
