"""A depot with staff, through real windows: stations, the desk's window, a hand scanner, and a synthetic camera where a story needs one."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.app import Desk, Kiosk, Stand
from kiosk.clock import SkippingClock
from kiosk.codes.token import Badge
from kiosk.desk import intake
from kiosk.desk.counter.panel import Bar, Do, Panel
from kiosk.desk.shown import Key, Shown, Tap
from kiosk.desk.states import State
from kiosk.ledger.events import Event
from kiosk.parcel import Parcel, ParcelState
from kiosk.policy.roles import Role
from kiosk.reader.sources import Synthetic
from kiosk.reader.wire import Prop, Scene
from kiosk.screens.language import Speak
from kiosk.screens.parts import Button
from kiosk.screens.speech import Voice
from kiosk.screens.window import DOUBLE_TAP
from kiosk.settings import Depot, Settings, Station
from kiosk.store import Store
from kiosk.technician.backup_beside import BackupBeside
from kiosk.technician.doctor.beside import Beside
from tests.desk.crew import PIN, Crew
from tests.homes import copy_home

SETTINGS = Settings(
    Depot(tag="7KQ2", name="Riverside Depot", hours="9 to 18", line="Ring the bell."),
    stations=(Station("left"), Station("right")),
)
STROKES_MS = 10_000
"""The most between two strokes of the hand scanner, far above what settings allow: a busy machine strikes slowly."""
DOUBLE_TAP_MS = round(DOUBLE_TAP * 1000) + 20
FRAMES = 8.0
"""A second, from a camera: enough for a story, and a child that draws more takes the processor from it."""
PATIENCE = 20.0
"""Real seconds for what the reader child must see first."""


class StaffedDepot:
    """What stories say: `signs_in`, `scans`, `types`, `presses`, `picks`; what they see: `panel`, `bar`, `rows`."""

    def __init__(
        self,
        home: Path,
        settings: Settings = SETTINGS,
        *,
        cameras: int = 0,
        voice: Voice | None = None,
        strokes_ms: int = STROKES_MS,
    ) -> None:
        copy_home(home, settings)
        self.settings, self.store = settings, Store.open(home)
        self.crew = Crew(self.store, settings)
        self.clock: SkippingClock = self.crew.clock
        sources = {station.name: Synthetic(fps=FRAMES) for station in settings.stations[:cameras]}
        self.backups = BackupBeside(home) if settings.backup.folder else None
        self.kiosk = Kiosk(
            self.store,
            replace(settings, wedge=replace(settings.wedge, gap_ms=strokes_ms)),
            self.clock,
            sources,
            headless=True,
            desk=True,
            doctor=Beside(self.store.home),
            backups=self.backups,
            voice=voice,
        )
        self.kiosk.start(full_screen=False, size=(1280, 800))
        assert self.kiosk.desk is not None
        self.desk: Desk = self.kiosk.desk
        self.left: Stand = self.kiosk.stands[0]
        self.right: Stand = self.kiosk.stands[-1]
        self._touched: Tap | Key | Speak | None = None

    def close(self) -> None:
        self.kiosk.stop()
        self.store.close()

    # The clerk, at the desk's own window unless it is said

    def signs_in(self, clerk: int = 2, at: Desk | None = None) -> None:
        """Badge, and the PIN where it is asked for."""
        self.badges(clerk, at)
        if self.panel(at).keys:
            self.types(PIN, at)
            self.enters(at)

    def badges(self, clerk: int, at: Desk | None = None) -> None:
        self.scans(self.badge_of(clerk).text, at)

    def badge_of(self, clerk: int) -> Badge:
        return self.crew.badges[clerk]

    def scans(self, text: str, at: Desk | None = None) -> Panel:
        """The hand scanner types it, as fast as they do."""
        if at is None:
            window = self.desk.window.windowHandle()
            self.kiosk.hand_scanner.watch(window)
            for sign in f"{text}\r":
                QTest.keyClick(window, sign)  # type: ignore[call-overload]  # takes a character, too
        else:
            at.scanned(text)
        return self.panel(at)

    def scans_whole(self, text: str, at: Desk | None = None) -> Panel:
        """A code that is too long for fingers and for patience, as the scanner's signal or the camera brings it."""
        (at or self.desk).scanned(text)
        return self.panel(at)

    def chooses(self, row: int, at: Desk | None = None) -> Panel:
        """By the row's number."""
        (at or self.desk).window.rows.chose.emit(row)
        return self.panel(at)

    def types(self, text: str, at: Desk | None = None) -> Panel:
        """By hand into the box, over what stood there."""
        edit = (at or self.desk).window.box.edit
        edit.selectAll()
        QTest.keyClicks(edit, text)
        return self.panel(at)

    def enters(self, at: Desk | None = None) -> Panel:
        QTest.keyClick((at or self.desk).window.box.edit, Qt.Key.Key_Return)
        return self.panel(at)

    def presses(self, do: Do, at: Desk | None = None) -> Panel:
        """Touches the button, which must be there to be touched; further acts are a page on."""
        window = (at or self.desk).window
        for _ in range(6):
            there = [one for one in window.findChildren(Button) if one.sends is do and one.isVisible()]
            if there or not window.acts.more.isVisible():
                break
            QTest.mouseClick(window.acts.more, Qt.MouseButton.LeftButton)
        assert len(there) == 1, (do, self.panel(at))
        QTest.mouseClick(there[0], Qt.MouseButton.LeftButton)
        return self.panel(at)

    def offers(self, do: Do, at: Desk | None = None) -> bool:
        panel = self.panel(at)
        return do in panel.acts or do in panel.ways

    def picks(self, words: str, at: Desk | None = None) -> Panel:
        """Touches the row that says so."""
        rows = (at or self.desk).window.rows
        QApplication.processEvents()
        number = next(number for number, said in enumerate(self.rows(at)) if words in said)
        index = rows.model().index(number, 0, QModelIndex())
        rows.scrollTo(index)
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(index).center())
        return self.panel(at)

    def panel(self, at: Desk | None = None) -> Panel:
        return (at or self.desk).counter.panel

    def bar(self, at: Desk | None = None) -> Bar:
        return (at or self.desk).counter.bar

    def told(self, at: Desk | None = None) -> object:
        """What the line about the last act says."""
        tell = self.panel(at).tell
        return tell.what if tell else None

    def rows(self, at: Desk | None = None) -> list[str]:
        """What each row says, as a screen reader would."""
        model = (at or self.desk).window.rows.model()
        return [str(model.data(model.index(row, 0, QModelIndex()))) for row in range(model.rowCount())]

    # The customer

    def shows(self, text: str, symbology: str = "QRCode", at: Stand | None = None) -> Shown:
        """To a station's synthetic camera (the left one's unless it is said), until its screen answers."""
        stand = at or self.left
        before = _seen(stand)
        what = Prop.PHONE if symbology == "QRCode" else Prop.LABEL
        stand.reader_shows(Scene(what, text, symbology, shake=0.2, tilt=0.2))
        self.until(lambda: _seen(stand) != before)
        stand.reader_shows(Scene(Prop.NOTHING))
        self.waits(4)
        return stand.station.shown

    def touches(self, what: Tap | Key | Speak, at: Stand | None = None) -> Shown:
        """A finger on a station's glass, no sooner than one that means it; keys in a row may be quick."""
        stand = at or self.left
        is_typing = isinstance(what, Key) and isinstance(self._touched, Key)
        QTest.qWait(1 if is_typing else DOUBLE_TAP_MS)
        self._touched = what
        there = [one for one in stand.window.page.findChildren(Button) if one.sends == what and one.isVisible()]
        assert len(there) == 1, (what, stand.station.shown)
        QTest.mouseClick(there[0], Qt.MouseButton.LeftButton)
        return stand.station.shown

    def until(self, seen: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Let the kiosk's loop run until it is so."""
        end = time.monotonic() + patience
        while not seen():
            assert time.monotonic() < end, "nothing happened"
            QTest.qWait(10)

    def waits(self, seconds: float) -> None:
        """Time passes for everybody, a second at a time where clerks might lock."""
        self.clock.advance(seconds)
        for stand in self.kiosk.stands:
            stand.tick()
        self.desk.tick()

    # The store

    def takes_in(self, waybill: str, place: str = "B-12-001") -> Parcel:
        return self.receives(waybill, place).parcel

    def receives(self, waybill: str, place: str = "B-12-001") -> intake.Received:
        return intake.receive(self.store, self.settings, self.clock, waybill, place)

    def state_of(self, parcel: int) -> ParcelState:
        return self.store.parcels.get(parcel).state

    def entered(self, *kinds: type[Event]) -> list[Event]:
        return self.crew.entered(*kinds)

    def role_of(self, clerk: int) -> Role:
        return self.store.clerks.get(clerk).role

    def state(self) -> State:
        return self.left.station.shown.state

    def at_station(self) -> str:
        """What stands at the left station for all to see."""
        assert self.left.desk.is_open is self.left.desk.window.isVisible()
        return f"{self.state()}, the desk over it" if self.left.desk.is_open else str(self.state())


def _seen(stand: Stand) -> tuple[Shown, Panel]:
    return stand.station.shown, stand.desk.counter.panel
