"""One station as it stands in the depot: its window, its reader, its hand scanner, and the desk that a badge turns it into."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.app.desk import Desk, Shared
from kiosk.app.entry import enter_once
from kiosk.clock import Clock
from kiosk.codes import token
from kiosk.codes.token import Badge
from kiosk.desk.shown import Key, Shown, Tap
from kiosk.desk.states import State
from kiosk.desk.station import Station
from kiosk.errors import ReaderFault
from kiosk.ledger import events
from kiosk.reader.presence import Presence
from kiosk.reader.promise import weakness
from kiosk.reader.reader import Reader
from kiosk.reader.reader import State as ReaderState
from kiosk.reader.sources import Source
from kiosk.reader.wire import Frame, SandboxReport, Scene, Sighting
from kiosk.screens.manner import Manners, depots_manner
from kiosk.screens.sound import Tone, answer
from kiosk.screens.window import StationWindow
from kiosk.settings import Settings
from kiosk.store import Store

OWN_CODE, A_LABEL = "QRCode", "Code128"
NOWHERE = ((0.0, 0.0),) * 4
"""Where no camera saw it."""

log = logging.getLogger(__name__)


class Stand(QObject):
    """One station as it stands in the depot: window, reader and desk, wired."""

    painted = Signal(object)
    """A value that is now on the screen for all to see."""
    framed = Signal(object)
    """The reader's report of a frame, before it is answered: for measuring."""
    touched = Signal()
    """Somebody touched the screen, anywhere."""

    def __init__(
        self,
        name: str,
        store: Store,
        settings: Settings,
        clock: Clock,
        source: Source | None,
        *,
        shared: Shared,
    ) -> None:
        super().__init__()
        self._store = store
        self._clock = clock
        self._presence = Presence()
        self._notifier: QSocketNotifier | None = None
        self._works = True
        self.window = StationWindow(
            settings.depot.name,
            diagonal_inches=settings.screen.diagonal_inches,
            mounting=settings.reader.mounting,
            manners=Manners(depots_manner(settings.screen), shared.manners),
            languages=settings.screen.languages,
            plan=shared.plan,
            transitions=settings.screen.transitions and QGuiApplication.platformName() != "offscreen",
            voice=shared.voice,
        )
        self.station = Station(name, store, settings, clock, self._show, calls=shared.calls)
        self.desk = Desk(name, store, settings, clock, shared=shared, over=self.window)
        self.desk.opened.connect(self._become)
        self.window.painted.connect(self.painted)
        self.window.tapped.connect(self._tapped)
        self._sound = shared.sound
        self.window.show_shown(self.station.shown)
        self._sandboxed = settings.reader.require_sandbox
        self._sandbox: SandboxReport | None = None
        self.reader = Reader(source, require_sandbox=self._sandboxed, at_hand=True) if source is not None else None

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
            self._tell_sandbox(self.reader.sandbox)
        self._tell_reader(self.reader is not None and self.reader.state is not ReaderState.LOST)
        self.station.in_own_manner = self.window.in_own_manner
        if self.window.aloud.speaking and self.station.leaving is None:
            self.station.attend()  # nobody is hurried who is still listening
        self.station.tick()
        self.window.warn(None if self.desk.is_open else self.station.leaving)
        self.desk.tick()

    def reader_shows(self, scene: Scene) -> None:
        """Tell the synthetic camera what to hold up; other cameras see what they see."""
        if self.reader is not None:
            self.reader.show(scene)

    def _show(self, value: Shown) -> None:
        self.window.show_shown(value, visit=self.station.visit)

    def _tapped(self, what: Tap | Key) -> None:
        before = self.station.shown
        self._sound.play(Tone.TOUCH)
        self.station.tapped(what)
        if isinstance(what, Key):
            self._tell_by_ear(before)

    def _tell_by_ear(self, before: Shown) -> None:
        """An answer is heard as well as seen."""
        tone = answer(self.station.shown)
        if tone is not None and self.station.shown is not before:
            self._sound.play(tone)

    def scanned(self, untrusted_text: str) -> None:
        """A hand scanner scanned this, a parcel's label mostly; it tells no symbology, but our own codes are never in bars."""
        is_own = token.parse(untrusted_text) or token.parse_badge(untrusted_text)
        symbology = OWN_CODE if is_own else A_LABEL
        self._sighted([Sighting(symbology, untrusted_text.encode("utf-8", "replace"), NOWHERE)])

    def _sighted(self, arrived: Sequence[Sighting]) -> None:
        """A badge makes the station the desk; while it is, every code is the clerk's."""
        texts = [one.untrusted_text.decode("utf-8", "replace") for one in arrived]
        badge = next((found for found in map(token.parse_badge, texts) if isinstance(found, Badge)), None)
        if self.desk.is_open:
            for text in texts:
                self.desk.scanned(text)
        elif badge is not None and self.station.shown.state is not State.OUT_OF_ORDER:
            self.desk.badge(badge)
        else:
            before = self.station.shown
            self.station.sighted(arrived)
            self._tell_by_ear(before)

    def _become(self, is_desk: bool) -> None:  # a signal has no names
        """The desk, with nothing of a customer's left behind it; or the customers' again, with nothing of the desk's."""
        self.station.leave()
        self.window.cover(self.desk.window if is_desk else None)

    def close(self) -> None:
        """Stop the reader and close the window."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        self.desk.close()
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
        self.framed.emit(frame)
        corners = frame.codes[0].corners if frame.codes else None
        self.window.aim(corners, frame.width, frame.height)
        self.window.advise(frame.advice)
        self.desk.sees(frame)
        arrived = self._presence.see(frame.codes, self._clock.monotonic())
        if arrived:
            self._sighted(arrived)

    def _tell_reader(self, works: bool) -> None:
        if works is self._works:
            return
        self._works = works
        self.station.reader_works(works)
        event = events.ReaderBack(self.station.name) if works else events.ReaderLost(self.station.name)
        enter_once(self._store, self._clock, event)

    def _tell_sandbox(self, report: SandboxReport | None) -> None:
        """Whoever reads the log learns, once for each way in which it is so, that a promise is weaker here."""
        if report is None or report == self._sandbox:
            return
        self._sandbox = report
        if sentence := weakness(report, required=self._sandboxed):
            log.warning("%s", sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See touches and keys on their way to the window. A key that answers whether somebody is there does nothing else, but typing."""
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress}:
            asked = self.station.leaving is not None and not self.desk.is_open
            self.touched.emit()
            self.station.attend()
            self.window.aloud.hush()
            if asked and isinstance(event, QKeyEvent) and not event.text().isalnum():
                return True
        return super().eventFilter(watched, event)
