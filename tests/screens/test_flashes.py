"""Nothing flashes (WCAG 2.2, 2.3.1): neither the change from one screen to the next, nor what moves while nobody touches anything."""

from collections import deque
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.codes.sheet_code import SheetCode
from kiosk.desk.aiming import Aiming
from kiosk.desk.counter.panel import Do, Kind, Panel
from kiosk.desk.shown import LockedOut, Shown, WrongParcel
from kiosk.reader.presence import Presence
from kiosk.reader.wire import Advice, Corners, Frame, Sighting
from kiosk.screens.desk_window import DeskWindow
from kiosk.screens.manner import Manner, Manners, Remembered
from kiosk.screens.palette import Look
from kiosk.screens.theme import Theme
from kiosk.screens.veil import LIFTS_MS, Veil
from kiosk.screens.window import StationWindow
from kiosk.technician.samples import FRAME, SAMPLES
from tests.screens.flashes import SHARE, Watched
from tests.screens.test_desk_window import BAR, NOON

SIZE = (960, 540, 15.6)
"""Half of a real window's pixels, which lays out alike."""
FRAMES = 20
"""Of a camera in a second; no screen changes more often by itself."""
FAR: Corners = ((20.0, 20.0), (90.0, 20.0), (90.0, 90.0), (20.0, 90.0))
SEEN: Corners = ((520.0, 250.0), (760.0, 270.0), (745.0, 500.0), (505.0, 480.0))
ONE_OF_EACH = list({sample.shown.state: sample.shown for sample in SAMPLES}.values())

DARK_AND_PALE = [one for value in ONE_OF_EACH for one in (value, WrongParcel("B-12"))]
"""Every screen, and beside each the one that is most unlike it."""

Step = Callable[[StationWindow, int], None]


def opened(qtbot: QtBot, look: Look = Look.PAPER, *, transitions: bool = False) -> tuple[StationWindow, Watched]:
    manners = Manners(Manner(look=look), Remembered(0))
    window = StationWindow("Depot", diagonal_inches=SIZE[2], mounting="below", manners=manners, transitions=transitions)
    return window, watched(qtbot, window)


def watched(qtbot: QtBot, window: QWidget) -> Watched:
    qtbot.addWidget(window)
    window.resize(*SIZE[:2])
    window.show()
    QApplication.processEvents()
    return Watched(window, Theme.of(*SIZE).mm)


def changes(window: StationWindow, to: Shown) -> Iterator[float]:
    """Another screen; then, by the clock of its coming, its first moment and its last, in seconds."""
    window.show_shown(to)
    veils = [veil for veil in window.findChildren(Veil) if veil.isVisible()]
    for clock in [veil.findChildren(QVariantAnimation)[0] for veil in veils]:
        clock.pause()
        clock.setCurrentTime(0)
        yield 0.0
        clock.setCurrentTime(clock.duration())
    yield LIFTS_MS / 1000


@pytest.mark.parametrize("look", Look)
def test_a_film_of_codes_before_the_camera_does_not_flash(qtbot: QtBot, look: Look) -> None:
    window, watch = opened(qtbot, look, transitions=True)
    presence, to_come = Presence(), deque(DARK_AND_PALE)
    watch.look(0)
    for number in range(len(to_come) * FRAMES):
        now, code = number / FRAMES, Sighting("QRCode", f"{number}".encode(), SEEN)
        if to_come and presence.see([code], now):
            for moment in changes(window, to_come.popleft()):
                watch.look(now + moment)
    assert not to_come
    assert watch.flashing < SHARE


def reader_in_doubt(window: StationWindow, number: int) -> None:
    """A code that is read in every other frame, with a word of advice in between."""
    window.aim(SEEN if number % 2 else None, *FRAME)
    window.advise(None if number % 2 else Advice.TILT)


def hand_in_motion(window: StationWindow, number: int) -> None:
    """A code that goes to and fro before the camera."""
    aside = 150.0 * (number % 3)
    window.aim(tuple((x + aside, y) for x, y in SEEN), *FRAME)


def question(window: StationWindow, number: int) -> None:
    """Somebody who is there and not there, ten times a second; the seconds count down."""
    window.warn(20 - number // FRAMES if number // 3 % 10 else None)


def keypad_rests(window: StationWindow, number: int) -> None:
    window.show_shown(LockedOut(60 - number // FRAMES))


@pytest.mark.parametrize("look", [Look.PAPER, Look.YELLOW_ON_BLACK])
@pytest.mark.parametrize("step", [reader_in_doubt, hand_in_motion, question, keypad_rests])
def test_what_moves_while_nobody_touches_anything_does_not_flash(qtbot: QtBot, look: Look, step: Step) -> None:
    window, watch = opened(qtbot, look)
    for number in range(FRAMES + 6):
        step(window, number)
        watch.look(number / FRAMES)
    assert watch.flashing < SHARE


def test_aiming_a_camera_that_reads_every_other_frame_does_not_flash(qtbot: QtBot) -> None:
    desk = DeskWindow("Depot", diagonal_inches=SIZE[2])
    watch, aiming = watched(qtbot, desk), Aiming()
    sheet = tuple(Sighting("QRCode", SheetCode(10).text.encode(), corners) for corners in (SEEN, FAR))
    for number in range(FRAMES + 6):
        now = number / FRAMES
        aiming.see(Frame(0, number, sheet if number % 2 else (), 9.0, *FRAME, 120.0, 60.0, 900.0), now)
        desk.show_panel(Panel(Kind.AIM, ways=(Do.BACK,), box=False, aim=aiming.reading(now)), BAR, NOON.date())
        watch.look(now)
    assert watch.flashing < SHARE


class Sheet(QWidget):
    """One colour, for so much of its width."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share, self.colour = share, "#FFFFFF"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        painter.fillRect(0, 0, round(self.width() * self.share), self.height(), QColor(self.colour))


@pytest.mark.parametrize(
    ("hertz", "other", "share", "found"),
    [
        (4, "#808080", 1.0, True),
        (4, "#16181D", 0.2, True),
        (4, "#16181D", 0.03, False),
        (3, "#808080", 1.0, False),
        (10, "#F4F4F4", 1.0, False),
    ],
)
def test_a_screen_that_flashes_is_found_out(qtbot: QtBot, hertz: int, other: str, share: float, found: bool) -> None:
    sheet = Sheet(share)
    watch = watched(qtbot, sheet)
    for number in range(FRAMES + 6):
        sheet.colour = other if (number * 2 * hertz // FRAMES) % 2 else "#FFFFFF"
        watch.look(number / FRAMES)
    assert (watch.flashing >= SHARE) is found


def test_a_red_one_is_found_out_on_black_too(qtbot: QtBot) -> None:
    sheet = Sheet(1.0)
    watch = watched(qtbot, sheet)
    for number in range(FRAMES):
        sheet.colour = "#9A2F25" if (number * 8 // FRAMES) % 2 else "#14161A"
        watch.look(number / FRAMES)
    assert watch.flashing >= SHARE
