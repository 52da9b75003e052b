"""The one place that wires stations, desk and store: each station's window, reader and desk, on one store."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from kiosk import __version__
from kiosk.clock import Clock
from kiosk.codes import token
from kiosk.desk.act import in_one_act
from kiosk.desk.outbox import forget_old
from kiosk.desk.station import Station
from kiosk.errors import KioskFault, ReaderFault, StoreFault
from kiosk.ledger import events
from kiosk.reader.presence import Presence
from kiosk.reader.reader import Reader
from kiosk.reader.reader import State as ReaderState
from kiosk.reader.sources import Source
from kiosk.reader.wire import Frame, Scene, Sighting
from kiosk.screens.wedge import HandScanner
from kiosk.screens.window import StationWindow
from kiosk.settings import Settings
from kiosk.store import Store

TICK_MS = 50
FORGET_MS = 10 * 60_000
"""How often time is let pass: fine enough for a count-down, coarse enough to sleep in between."""

OWN_CODE, A_LABEL = "QRCode", "Code128"
NOWHERE = ((0.0, 0.0),) * 4
"""Where no camera saw it."""

PROGRAM_FAILS = "KIOSK-1"
"""Fault code: the program met something that it was not made for."""

_IN_MEMORY = {"offscreen", "minimal"}
"""Qt platforms that need no display."""

log = logging.getLogger(__name__)


_TRY_DISPLAY = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def has_display() -> bool:
    """Whether windows can be shown: the environment names a display, and a process of its own gets through to it.

    Qt ends a process that cannot reach its display, so another one tries first.
    """
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return False
    if os.environ.get("QT_QPA_PLATFORM") in _IN_MEMORY:
        return True
    command = [sys.executable, "-I", "-c", _TRY_DISPLAY]
    try:
        tried = subprocess.run(command, capture_output=True, timeout=20, check=False)  # noqa: S603  # our own words
    except subprocess.TimeoutExpired:
        return False
    return tried.returncode == 0


def application(*, headless: bool) -> QApplication:
    """The one QApplication of this process; `headless` draws into memory only."""
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    standing = QApplication.instance()
    return standing if isinstance(standing, QApplication) else QApplication(["kiosk"])


class Stand(QObject):
    """One station as it stands in the depot: window, reader and desk, wired."""

    painted = Signal(object)
    """A value that is now on the screen for all to see."""
    touched = Signal()
    """Somebody touched the screen, anywhere."""

    def __init__(self, name: str, store: Store, settings: Settings, clock: Clock, source: Source | None) -> None:
        super().__init__()
        self._store = store
        self._clock = clock
        self._presence = Presence()
        self._notifier: QSocketNotifier | None = None
        self._works = True
        self.window = StationWindow(
            settings.depot.name, diagonal_inches=settings.screen.diagonal_inches, mounting=settings.reader.mounting
        )
        self.station = Station(name, store, settings, clock, self.window.show_shown)
        self.window.painted.connect(self.painted)
        self.window.tapped.connect(self.station.tapped)
        self.window.show_shown(self.station.shown)
        sandboxed = settings.reader.require_sandbox
        self.reader = Reader(source, require_sandbox=sandboxed) if source is not None else None

    def start(self) -> None:
        """Start the reader of a shown window; without one the keypad serves, and the screen says so."""
        self.window.windowHandle().installEventFilter(self)
        if self.reader is not None:
            try:
                self.reader.start()
            except ReaderFault as fault:
                log.error("the reader does not start: %s", type(fault).__name__)  # it is tried again with time
            self._notifier = QSocketNotifier(self.reader.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._read)
        self.tick()

    def tick(self) -> None:
        """Let time pass: the reader is watched, screens give way."""
        if self.reader is not None:
            self.reader.tick()
            self._read()
        self._tell_reader(self.reader is not None and self.reader.state is not ReaderState.LOST)
        self.station.tick()

    def reader_shows(self, scene: Scene) -> None:
        """Tell the synthetic camera what to hold up; other cameras see what they see."""
        if self.reader is not None:
            self.reader.show(scene)

    def scanned(self, untrusted_text: str) -> None:
        """A hand scanner scanned this, a parcel's label mostly; it tells no symbology, but our own codes are never in bars."""
        is_own = token.parse(untrusted_text) or token.parse_badge(untrusted_text)
        symbology = OWN_CODE if is_own else A_LABEL
        self.station.sighted([Sighting(symbology, untrusted_text.encode("utf-8", "replace"), NOWHERE)])

    def close(self) -> None:
        """Stop the reader and close the window."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        if self.reader is not None:
            self.reader.close()
        self.window.close()

    def _read(self) -> None:
        if self.reader is None:
            return
        for message in self.reader.poll():
            if isinstance(message, Frame):
                self._frame(message)

    def _frame(self, frame: Frame) -> None:
        corners = frame.codes[0].corners if frame.codes else None
        self.window.aim(corners, frame.width, frame.height)
        arrived = self._presence.see(frame.codes, self._clock.monotonic())
        if arrived:
            self.station.sighted(arrived)

    def _tell_reader(self, works: bool) -> None:
        if works is self._works:
            return
        self._works = works
        self.station.reader_works(works)
        event = events.ReaderBack(self.station.name) if works else events.ReaderLost(self.station.name)
        enter_once(self._store, self._clock, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See touches on their way to the window; none is held back."""
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress}:
            self.touched.emit()
        return super().eventFilter(watched, event)


class Kiosk(QObject):
    """All stations of one PC on one store, from start to stop."""

    def __init__(
        self, store: Store, settings: Settings, clock: Clock, sources: Mapping[str, Source | None], *, headless: bool
    ) -> None:
        self.application = application(headless=headless)
        super().__init__()
        self._store = store
        self._clock = clock
        self._settings = settings
        self._timer = QTimer(self)
        self._forgetting = QTimer(self)
        self._forgetting.timeout.connect(self._forget_old)
        self.stands = [Stand(one.name, store, settings, clock, sources.get(one.name)) for one in settings.stations]
        wedge = settings.wedge
        self.hand_scanner = HandScanner(prefix=wedge.prefix, suffix=wedge.suffix, gap_ms=wedge.gap_ms, parent=self)
        owner = wedge.window or settings.stations[0].name
        for stand in self.stands:
            if stand.station.name == owner:
                self.hand_scanner.scanned.connect(stand.scanned)

    def start(self, *, full_screen: bool, size: tuple[int, int] | None = None) -> None:
        """Show the windows and start the readers."""
        enter_once(self._store, self._clock, events.KioskStarted(__version__))
        self.hand_scanner.start(self.application)
        for stand in self.stands:
            if size is not None:
                stand.window.resize(*size)
            if full_screen:
                stand.window.setCursor(Qt.CursorShape.BlankCursor)
                stand.window.showFullScreen()
            else:
                stand.window.show()
            stand.start()
            self._timer.timeout.connect(stand.tick)
        self._timer.start(TICK_MS)
        self._forget_old()
        self._forgetting.start(FORGET_MS)

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
        self._forgetting.stop()
        for stand in self.stands:
            stand.close()
        enter_once(self._store, self._clock, events.KioskStopped())

    def later(self, milliseconds: int, work: Callable[[], None]) -> None:
        """Do `work` from the serving loop, after a pause."""
        QTimer.singleShot(milliseconds, self, work)

    def _forget_old(self) -> None:
        """What may be kept for a while only goes in time, with nobody's doing."""
        try:
            forget_old(self._store, self._clock)
        except StoreFault as fault:
            log.error("the outbox was not cleared: %s", type(fault).__name__)

    def _unforeseen(self, kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
        """What nobody foresaw puts the stations out of order; its kind is logged, never its words."""
        if issubclass(kind, KeyboardInterrupt):
            self.quit()
            return
        log.error("unforeseen: %s", kind.__name__)
        for stand in self.stands:
            stand.station.out_of_order(PROGRAM_FAILS)


def enter_once(store: Store, clock: Clock, event: events.Event) -> None:
    """An entry about the kiosk itself. A store that fails is the stations' to show, so here it is only logged."""
    try:
        in_one_act(store, clock.now(), lambda enter: enter(event))
    except StoreFault as fault:
        log.error("an entry was not written: %s", type(fault).__name__)


def save_picture(stand: Stand, path: Path) -> None:
    """A picture of the screen, for the demo's `--out` and the tests; never of what the camera sees. Raises `KioskFault`."""
    if not stand.window.grab().save(str(path)):
        raise KioskFault(
            f"The picture {path.name} cannot be written. See whether the disk is full and who may write there."
        )
