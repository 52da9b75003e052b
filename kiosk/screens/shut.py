"""The windows of a kiosk whose store does not open: out of order, and tried again until it does."""

import signal
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.desk.shown import OutOfOrder
from kiosk.screens.monitors import Monitors, Seat
from kiosk.screens.window import StationWindow
from kiosk.settings import Settings

TRY_EVERY_MS = 5_000


class Shut(QObject):
    """One window a station, each with the fault code."""

    def __init__(self, settings: Settings, code: str) -> None:
        super().__init__()
        self.windows: Sequence[StationWindow] = [
            StationWindow(
                settings.depot.name,
                diagonal_inches=settings.screen.diagonal_inches,
                mounting=settings.reader.mounting,
            )
            for _ in settings.stations
        ]
        self._seats = [
            Seat(one.name, window, one.monitor) for one, window in zip(settings.stations, self.windows, strict=True)
        ]
        self._line = settings.depot.line
        self._timer = QTimer(self)
        self.say(code)

    def say(self, code: str) -> None:
        """Show this fault code."""
        for window in self.windows:
            window.show_shown(OutOfOrder(code, self._line))

    def run(self, try_again: Callable[[], bool], *, full_screen: bool) -> None:
        """Stand there until `try_again` succeeds, or the machine asks to end (SIGTERM)."""
        application = QApplication.instance()
        assert application is not None  # whoever shows windows has made it
        if full_screen:
            Monitors(self._seats, self).place()
        else:
            for window in self.windows:
                window.show()
        self._timer.timeout.connect(lambda: application.quit() if try_again() else None)
        self._timer.start(TRY_EVERY_MS)
        before = signal.signal(signal.SIGTERM, lambda *_: application.quit())
        application.exec()
        signal.signal(signal.SIGTERM, before)
        self._timer.stop()
        for window in self.windows:
            window.close()
