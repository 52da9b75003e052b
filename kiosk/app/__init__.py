"""The one place that wires stations, desk and store: each station's window, reader and desk, on one store."""

import logging
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kiosk import __version__
from kiosk.app.backing_up import BackingUp
from kiosk.app.desk import Desk, Shared
from kiosk.app.display import application, has_display
from kiosk.app.entry import enter_once, enter_start
from kiosk.app.examining import Examining
from kiosk.app.noticing import Noticing
from kiosk.app.retention import Retention
from kiosk.app.stand import Stand
from kiosk.app.watching import Watching
from kiosk.clock import Clock
from kiosk.desk import plan
from kiosk.desk.calls import Calls
from kiosk.desk.faults import PROGRAM_FAILS
from kiosk.desk.print_queue import PrintQueue
from kiosk.desk.tools import Backups, Doctor
from kiosk.errors import KioskFault
from kiosk.ledger import events
from kiosk.reader.sources import Source
from kiosk.screens.manner import Remembered
from kiosk.screens.monitors import Monitors, Seat
from kiosk.screens.plan import Plan
from kiosk.screens.receipt_card import ReceiptCard
from kiosk.screens.sound import Silence, Sound, speaker
from kiosk.screens.speech import Mute, Voice
from kiosk.screens.speech import voice as machine_voice
from kiosk.screens.wedge import HandScanner
from kiosk.settings import DESK, Settings
from kiosk.store import Store

TICK_MS = 50
"""How often time is let pass: fine enough for a count-down, coarse enough to sleep in between."""

log = logging.getLogger(__name__)
__all__ = ["Desk", "Kiosk", "Stand", "application", "enter_once", "has_display", "save_picture"]


class Kiosk(QObject):
    """All stations of one PC on one store, from start to stop."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        clock: Clock,
        sources: Mapping[str, Source | None],
        *,
        headless: bool,
        desk: bool = False,
        doctor: Doctor | None = None,
        backups: Backups | None = None,
        voice: Voice | None = None,
        sound: Sound | None = None,
    ) -> None:
        """`voice` and `sound`: what stands at their seats; else the machine's own, and none where nobody hears it."""
        self.application = application(headless=headless)
        super().__init__()
        self._store = store
        self._clock = clock
        self._settings = settings
        self._timer = QTimer(self)
        self._retention = Retention(store, clock, settings.retention.dispute_days, self)
        self._examining = Examining(store, self._broken, self)
        self._watching = Watching(store.home, settings.intake.watch, self)
        self._noticing = Noticing(store, clock, self)
        shared = Shared(
            Calls(store, clock),
            PrintQueue(settings.printer, clock) if settings.printer.kind != "none" else None,
            sound or (Silence() if headless else speaker()),
            Remembered(60.0 * settings.release.open_minutes),
            voice or (Mute() if headless else machine_voice()),
            doctor,
            backups,
            _plan(store.home, settings),
        )
        self._printing, self._doctor = shared.printing, doctor
        self._backing_up = BackingUp(store, clock, backups, self)
        self.stands = [
            Stand(one.name, store, settings, clock, sources.get(one.name), shared=shared) for one in settings.stations
        ]
        self.desk = Desk(DESK, store, settings, clock, shared=shared) if desk else None
        wedge = settings.wedge
        self.hand_scanner = HandScanner(prefix=wedge.prefix, suffix=wedge.suffix, gap_ms=wedge.gap_ms, parent=self)
        owner = wedge.window or (DESK if desk else settings.stations[0].name)
        if self.desk is not None and owner == DESK:
            self.hand_scanner.scanned.connect(self.desk.scanned)
        for stand in self.stands:
            if stand.station.name == owner:
                self.hand_scanner.scanned.connect(stand.scanned)

    def start(self, *, full_screen: bool, size: tuple[int, int] | None = None) -> None:
        """Show the windows and start the readers."""
        enter_start(self._store, self._clock, self._settings, __version__)
        self.hand_scanner.start(self.application)
        self._show(full_screen=full_screen, size=size)
        for stand in self.stands:
            stand.start()
            self._timer.timeout.connect(stand.tick)
            stand.painted.connect(self._retention.painted)
        if self.desk is not None:
            self._timer.timeout.connect(self.desk.tick)
        if self._printing is not None:
            self._timer.timeout.connect(self._printing.tick)
        self._timer.start(TICK_MS)
        self._retention.start()
        self._examining.start()
        self._watching.start()
        self._backing_up.start()
        self._noticing.start()

    def _show(self, *, full_screen: bool, size: tuple[int, int] | None) -> None:
        """Each window on its own monitor; or all beside each other."""
        stations = self._settings.stations
        seats = [Seat(one.name, stand.window, one.monitor) for one, stand in zip(stations, self.stands, strict=True)]
        if self.desk is not None:
            seats.append(Seat(DESK, self.desk.window, self._settings.desk.monitor, cursor=True))
        if size is not None:
            for seat in seats:
                seat.window.resize(*size)
        if full_screen:
            Monitors(seats, self).place()
        else:
            for seat in seats:
                seat.window.show()

    def run(self) -> None:
        """Serve until `quit`, until the last window is closed, or until the machine asks to end (SIGTERM)."""
        previous, sys.excepthook = sys.excepthook, self._unforeseen
        signal.signal(signal.SIGTERM, lambda *_: self.quit())
        try:
            self.application.exec()
        finally:
            sys.excepthook = previous

    def quit(self) -> None:
        """End `run`."""
        self.application.quit()

    def stop(self) -> None:
        """Close the windows and the readers; the store stays open for its owner."""
        self._timer.stop()
        self._retention.stop()
        self._examining.stop()
        self._watching.stop()
        self._backing_up.stop()
        self._noticing.stop()
        for stand in self.stands:
            stand.close()
        if self.desk is not None:
            self.desk.close()
        if self._printing is not None:
            self._printing.close()
        if self._doctor is not None:
            self._doctor.end()
        enter_once(self._store, self._clock, events.KioskStopped())

    def later(self, milliseconds: int, work: Callable[[], None]) -> None:
        """Do `work` from the serving loop, after a pause."""
        QTimer.singleShot(milliseconds, self, lambda: work())  # noqa: PLW0108  # PySide6 6.11 keeps a bound method for ever

    def _unforeseen(self, kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
        """What nobody foresaw puts the stations out of order; its kind is logged, never its words."""
        if issubclass(kind, KeyboardInterrupt):
            self.quit()
            return
        log.error("unforeseen: %s", kind.__name__)
        self._broken(PROGRAM_FAILS)

    def _broken(self, code: str) -> None:
        for stand in self.stands:
            stand.station.out_of_order(code)


def _plan(home: Path, settings: Settings) -> Plan | None:
    """The depot's plan of its shelves; without it FOUND says the place alone."""
    try:
        svg = plan.load(home, settings.depot.plan)
    except KioskFault as fault:
        log.warning("%s", fault)
        return None
    return Plan(svg) if svg else None


def save_picture(window: QWidget, path: Path) -> None:
    """A picture of a window, for the demo's `--out` and `--book`; never of what the camera sees. Raises `KioskFault`."""
    for card in window.findChildren(ReceiptCard):
        card.draw()  # else its code comes a moment later
    if not window.grab().save(str(path)):
        raise KioskFault(
            f"The picture {path.name} cannot be written. See whether the disk is full and who may write there."
        )
