"""The desk's window as it stands: on a screen of its own, or over a station's for as long as a clerk is signed in there."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.clock import Clock
from kiosk.codes.token import Badge
from kiosk.desk.calls import Calls
from kiosk.desk.counter.counter import Counter
from kiosk.desk.print_queue import PrintQueue
from kiosk.desk.tools import Backups, Doctor
from kiosk.reader.wire import Frame
from kiosk.screens.desk_paper import DeskPapers
from kiosk.screens.desk_window import DeskWindow
from kiosk.screens.manner import Remembered
from kiosk.screens.plan import Plan
from kiosk.screens.sound import Sound, Tone
from kiosk.screens.speech import Voice
from kiosk.settings import Settings
from kiosk.store import Store

REFUSED_MS = 4000
"""How long a station says that a badge was not taken, before it is the customers' again."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all windows of one PC share."""

    calls: Calls
    printing: PrintQueue | None
    sound: Sound
    manners: Remembered
    voice: Voice
    doctor: Doctor | None = None
    backups: Backups | None = None
    plan: Plan | None = None


class Desk(QObject):
    """One window for clerks, wired to its counter."""

    opened = Signal(bool)
    """At a station: the window is wanted, or gives way to the customers."""

    def __init__(
        self,
        name: str,
        store: Store,
        settings: Settings,
        clock: Clock,
        *,
        shared: Shared,
        over: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._clock, self._shared = clock, shared
        self._is_open = False
        self.window = DeskWindow(
            settings.depot.name,
            diagonal_inches=settings.screen.diagonal_inches,
            language=settings.desk.language or settings.screen.languages[0],
            parent=over,
        )
        self.counter = Counter(
            name,
            store,
            settings,
            clock,
            calls=shared.calls,
            printing=shared.printing,
            papers=DeskPapers(settings.depot.name, clock),
            changed=self._show,
            at_station=over is not None,
            doctor=shared.doctor,
            backups=shared.backups,
        )
        self._giving_way = QTimer(self)
        self._giving_way.setSingleShot(True)
        self._giving_way.timeout.connect(self._give_way)
        self.window.typed.connect(self.counter.types)
        self.window.entered.connect(self.counter.enters)
        self.window.chose.connect(self.counter.chooses)
        self.window.did.connect(self.counter.does)
        self.window.installEventFilter(self)
        if over is not None:
            self.window.hide()  # or it would come up with the station's own window
        self._show()

    @property
    def is_open(self) -> bool:
        """Whether the window is the clerks' at this moment."""
        return self._is_open

    def badge(self, badge: Badge) -> None:
        """A badge at the station's reader: the station becomes the desk."""
        self._set_open(there=True)
        self.counter.shows_badge(badge)
        self._mind()

    def scanned(self, untrusted_text: str) -> None:
        """A hand scanner or a reader saw a code."""
        self.counter.scans(untrusted_text)

    def sees(self, frame: Frame) -> None:
        """The station's reader reports a frame."""
        self.counter.sees(frame)

    def tick(self) -> None:
        """Let time pass: the window locks itself, calls sound."""
        self.counter.tick()
        if self.counter.bar.clerk and self._shared.calls.rings():
            self._shared.sound.play(Tone.CALL)

    def close(self) -> None:
        """Lock it and close it."""
        self.counter.close()
        self.window.close()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A hand on the mouse or the glass is somebody who is there."""
        if event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel}:
            self.counter.touched()
        return False

    def _show(self) -> None:
        self.window.show_panel(self.counter.panel, self.counter.bar, self._clock.today())
        self._mind()

    def _mind(self) -> None:
        """A station is the customers' again as soon as nobody is signed in; a refused badge is told first."""
        if not self._is_open or self.counter.is_open:
            self._giving_way.stop()
        elif self.counter.was_refused:
            self._giving_way.start(REFUSED_MS)
        else:
            self._give_way()

    def _give_way(self) -> None:
        self._set_open(there=False)

    def _set_open(self, *, there: bool) -> None:
        if there is not self._is_open:
            self._is_open = there
            self.opened.emit(there)
