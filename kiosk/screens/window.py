"""The window of one station: from what the desk shows to the screen that shows it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.desk.shown import Key, Ready, Shown, Tap
from kiosk.desk.states import State
from kiosk.reader.wire import Advice
from kiosk.screens import theme as look
from kiosk.screens.advice import ClosedScreen, LockedOutScreen, OtherBarcodeScreen, OutOfOrderScreen, ShowCodeScreen
from kiosk.screens.aim import Corners
from kiosk.screens.aloud import Aloud
from kiosk.screens.desk_called import DeskCalledScreen
from kiosk.screens.done import DoneScreen
from kiosk.screens.found import FoundScreen
from kiosk.screens.keypad import TypingScreen
from kiosk.screens.language import LANGUAGES, Speak, language_of, speaking, teach
from kiosk.screens.manner import Adjust, Manner, Manners, Remembered
from kiosk.screens.my_parcel import MyParcelScreen
from kiosk.screens.notice import NoticeScreen
from kiosk.screens.page import Page
from kiosk.screens.parts import drop
from kiosk.screens.plan import Plan
from kiosk.screens.ready import ReadyScreen
from kiosk.screens.refused import RefusedScreen
from kiosk.screens.speech import Mute, Voice
from kiosk.screens.still_there import StillThere
from kiosk.screens.theme import Theme
from kiosk.screens.veil import Veil
from kiosk.screens.wrong_parcel import WrongParcelScreen

SCREENS: dict[State, Callable[[str], Page]] = {
    State.TYPING: TypingScreen,
    State.FOUND: FoundScreen,
    State.SHOW_CODE: ShowCodeScreen,
    State.OTHER_BARCODE: OtherBarcodeScreen,
    State.WRONG_PARCEL: WrongParcelScreen,
    State.DONE: DoneScreen,
    State.REFUSED: RefusedScreen,
    State.LOCKED_OUT: LockedOutScreen,
    State.DESK_CALLED: DeskCalledScreen,
    State.NOTICE: NoticeScreen,
    State.MY_PARCEL: MyParcelScreen,
    State.CLOSED: ClosedScreen,
    State.OUT_OF_ORDER: OutOfOrderScreen,
}
"""State → screen; READY also knows how the reader is mounted."""

DOUBLE_TAP = 0.4
"""Seconds after a tap in which another one is the same finger's (Qt's own double-click interval)."""


class StationWindow(QWidget):
    """Shows one value at a time. A screen lives as long as its state, so nothing of a visit outlives it in a widget."""

    tapped = Signal(object)
    """A `Tap` or a `Key`."""
    painted = Signal(object)
    """A shown value that is now on the screen; once a value."""

    def __init__(
        self,
        depot_name: str,
        *,
        diagonal_inches: float,
        mounting: str,
        manners: Manners | None = None,
        languages: Sequence[str] = tuple(LANGUAGES),
        voice: Voice | None = None,
        parent: QWidget | None = None,
        plan: Plan | None = None,
        transitions: bool = False,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._languages = [LANGUAGES[tag] for tag in languages]
        self._depot_name, self._diagonal, self._mounting, self._now = depot_name, diagonal_inches, mounting, now
        self._manners = manners or Manners(Manner(languages[0]), Remembered(0))
        teach(self, LANGUAGES[self.manner.language])
        self._plan = plan
        self._veil = Veil(self) if transitions else None
        self.aloud = Aloud(voice or Mute(), self)
        self._sees_code = False
        self._asked = False
        self._last_tap = float("-inf")
        self._unpainted: Shown | None = None
        self._cover: QWidget | None = None
        self._caption = QLabel(self)
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setWordWrap(True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._caption.setAutoFillBackground(True)
        self._caption.hide()
        self._still_there = StillThere(self)
        self._still_there.stayed.connect(self._tap)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(0)
        self._room.addWidget(self._caption)
        self.setWindowTitle(depot_name)
        self.setMinimumSize(480, 320)
        self.resize(1280, 720)
        self._shown: Shown = Ready()
        self._page = self._open(State.READY)
        self.show_shown(self._shown)

    @property
    def current(self) -> Shown:
        """The value on the screen."""
        return self._shown

    @property
    def page(self) -> Page:
        """The screen that shows it."""
        return self._page

    @property
    def manner(self) -> Manner:
        """How the customer of now is served."""
        return self._manners.now

    def adjust(self, manner: Manner) -> None:
        """Serve whoever stands here in another manner, from now on until they leave."""
        self._manners.choose(manner)
        self._follow_manner()

    def speak(self, tag: str) -> None:
        """Speak that language to whoever stands here, on the live screen too. Raises `KeyError` for one that there is not."""
        self.adjust(replace(self.manner, language=LANGUAGES[tag].tag))

    def _follow_manner(self) -> None:
        """Other words, other measures, other colours on the live screen."""
        language = LANGUAGES[self.manner.language]
        if language is not language_of(self):
            teach(self, language)
            with speaking(language):
                self._page.retranslate()
        self._dress()
        self.aloud.follow(self._page, self.manner)

    def show_shown(self, shown: Shown, *, visit: int | None = None) -> None:
        """Show a value, on the screen of its state. `visit`: whose it is, for its customer may have chosen a manner."""
        before = self.manner
        self._manners.follow(shown, visit, asked=self._asked)
        if self.manner != before:
            self._follow_manner()
        changed = False
        if shown.state is not self._shown.state:
            self._room.removeWidget(self._page)
            drop(self._page)
            self._page, changed = self._open(shown.state), True
        self._shown = self._unpainted = shown
        with speaking(language_of(self)):
            self._page.show_value(shown)
        self._page.update()
        theme = self._theme()
        if changed and self._veil is not None and self._cover is None and not theme.outlined:
            self._veil.lift(theme.colour(self._page.ground))
        self.aloud.follow(self._page, self.manner)

    def aim(self, corners: Corners | None, width: int, height: int) -> None:
        """Where a code is seen in a frame of that size; None when there is none. Only READY draws it."""
        if not isinstance(self._page, ReadyScreen):
            return
        self._page.see(corners, width, height)
        if bool(corners) is not self._sees_code and self.manner.aloud:
            with speaking(language_of(self)):
                self._page.tell(seen=bool(corners))
            if corners:
                self.aloud.prompt(self._page.text.text())
        self._sees_code = bool(corners)

    def advise(self, advice: Advice | None) -> None:
        """What would help whoever holds up a code that is not read. Only READY says it."""
        if isinstance(self._page, ReadyScreen):
            with speaking(language_of(self)):
                self._page.advise(advice)
            self.aloud.follow(self._page, self.manner)

    def warn(self, seconds: int | None) -> None:
        """Ask whether anybody is still there, for so many seconds yet; None: nobody need be asked."""
        newly = seconds is not None and self._still_there.isHidden()
        with speaking(language_of(self)):
            self._still_there.ask(seconds)
        if newly:
            self.aloud.prompt(self._still_there.said)

    @property
    def in_own_manner(self) -> bool:
        """Whether whoever stands here, or stood here, made the screen theirs."""
        return self.manner != self._manners.depots

    def caption(self, text: str) -> None:
        """A strip under the screen, for the demo; no text takes it away."""
        self._caption.setText(text)
        self._caption.setVisible(bool(text))
        self._dress()

    def cover(self, other: QWidget | None) -> None:
        """Show the desk over the station's screen; None shows the station again, in the depot's manner."""
        self._manners.leave()
        self._follow_manner()
        if self._cover is not None:
            self._cover.hide()
        self._cover = other
        if other is not None:
            other.setGeometry(self.rect())
            other.show()
            other.raise_()
            other.setFocus()
        else:
            self._page.setFocus()

    def _open(self, state: State) -> Page:
        page = (
            ReadyScreen(self._depot_name, self._mounting) if state is State.READY else SCREENS[state](self._depot_name)
        )
        if isinstance(page, FoundScreen) and self._plan is not None:
            page.take_plan(self._plan)
        page.offer(self._languages)
        theme = self._theme()
        page.resize(theme.width, theme.height)
        page.roomy = theme
        with speaking(language_of(self)):
            page.manner_bar.offer(Adjust.ALOUD, there=self.aloud.works)
            page.manner_bar.show_manner(self.manner, self._manners.depots)
        self._room.insertWidget(0, page, 1)
        page.tapped.connect(self._tap)
        page.was_painted.connect(self._paint)
        page.show()
        page.setFocus()
        return page

    def _theme(self) -> Theme:
        strip = self._caption.sizeHint().height() if self._caption.isVisible() else 0
        whole = Theme.of(self.width(), self.height(), self._diagonal)
        manner = self.manner
        return Theme(
            self.width(), self.height() - strip, whole.mm, look=manner.look, large=manner.large, reach=manner.reach
        )

    def _dress(self) -> None:
        """Measures and colours are those of the window and of the manner."""
        theme, palette = Theme.of(self.width(), self.height(), self._diagonal), self._caption.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.colour(look.INK)))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.colour(look.PAPER)))
        self._caption.setPalette(palette)
        self._caption.setFont(theme.text(34))
        self._caption.setMargin(theme.px(18))
        with speaking(language_of(self)):
            self._page.manner_bar.show_manner(self.manner, self._manners.depots)
        self._page.dress(self._theme())
        self._still_there.dress(self._theme())

    def changeEvent(self, event: QEvent) -> None:
        """Keys begin at the screen, before its first button, whenever the window comes to the front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._cover is None:
            self._page.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every measure follows the window."""
        super().resizeEvent(event)
        self._dress()
        if self._cover is not None:
            self._cover.setGeometry(self.rect())

    def _tap(self, what: Tap | Key | Adjust | Speak) -> None:
        """Pass a tap on, unless it is the second half of a double tap. Keys in a row are typing, not a double tap.

        The manner is changed here; the name of the language in use shows the others.
        """
        typing_on = isinstance(what, Key) and self._last_tap_was_key
        if not typing_on and self._now() - self._last_tap < DOUBLE_TAP:
            return
        self._last_tap, self._last_tap_was_key = self._now(), isinstance(what, Key)
        if isinstance(what, Adjust):
            self.adjust(self.manner.adjusted(what))
        elif isinstance(what, Speak) and what.tag == self.manner.language:
            self._page.unfold()
        elif isinstance(what, Speak):
            self.speak(what.tag)
        else:
            self._asked = True
            self.tapped.emit(what)
            self._asked = False

    _last_tap_was_key = False

    def _paint(self) -> None:
        """The page was painted: tell so once its children are too and the picture is out."""
        if self._unpainted is None or not self.isVisible():
            return
        shown, self._unpainted = self._unpainted, None
        QTimer.singleShot(0, self, lambda: self.painted.emit(shown))
