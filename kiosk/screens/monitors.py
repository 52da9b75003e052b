"""Each window on a monitor of its own, full screen: a station's is the one beside its camera, so it can be named in the settings."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kiosk.screens.stays import fill_screen

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seat:
    """A window and where it belongs."""

    name: str
    """A station's name, or the desk."""
    window: QWidget
    monitor: str = ""
    """The monitor's name, e.g. HDMI-A-1; empty: the next from left to right that nobody names."""
    cursor: bool = False
    """Whether somebody has a mouse there."""


class Monitors(QObject):
    """Seats the windows, and again whenever a monitor comes or goes. None ever changes its monitor: it waits until it is back."""

    def __init__(
        self,
        seats: Sequence[Seat],
        parent: QObject | None = None,
        *,
        there: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        super().__init__(parent)
        self._seats, self._there = seats, there
        self._monitors = [seat.monitor for seat in seats]
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # whoever has windows has made it
        for changed in (application.screenAdded, application.screenRemoved):
            changed.connect(self._soon)

    def place(self) -> None:
        """Show each window on its monitor. One whose monitor is away hides: it would cover another station, or show the desk there.

        One for which there never was a monitor is a plain window.
        """
        there = {screen.name(): screen for screen in sorted(self._there(), key=_from_left_to_right)}
        self._monitors = assigned(self._monitors, list(there))
        for seat, monitor in zip(self._seats, self._monitors, strict=True):
            if monitor in there:
                log.info("%s is on monitor %s", seat.name, monitor)
                _fill(seat, there[monitor])
            elif monitor:
                log.warning("%s waits for monitor %s; there are: %s", seat.name, monitor, ", ".join(there))
                seat.window.hide()
            else:
                log.warning("%s has no monitor of its own", seat.name)
                seat.window.show()

    def _soon(self, _screen: QScreen) -> None:
        """Once Qt has moved the windows of a monitor that went."""
        QTimer.singleShot(0, self, self.place)


def assigned(wanted: Sequence[str], there: Sequence[str]) -> list[str]:
    """For each window its monitor: the one it names, else the next that nobody names, else none (an empty name)."""
    free = iter([name for name in there if name not in wanted])
    return [name or next(free, "") for name in wanted]


def _from_left_to_right(screen: QScreen) -> tuple[int, int]:
    return screen.geometry().x(), screen.geometry().y()


def _fill(seat: Seat, screen: QScreen) -> None:
    window, before = seat.window, seat.window.isFullScreen()
    if before and window.isVisible() and window.screen().name() == screen.name():
        return
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    if before:
        window.showFullScreen()
    else:
        fill_screen(window, cursor=seat.cursor)
