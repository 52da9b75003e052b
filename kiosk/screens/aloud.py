"""A screen read aloud: its sentences in order, then only what is new; a button's name when the keys come to it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kiosk.desk.shown import Key
from kiosk.screens.manner import Manner
from kiosk.screens.page import Page
from kiosk.screens.parts import Button, Header
from kiosk.screens.pill import Pill
from kiosk.screens.speech import Voice


class Aloud(QObject):
    """The reader of one window. It knows what it said last, and forgets it when nobody listens."""

    def __init__(self, voice: Voice, parent: QObject) -> None:
        super().__init__(parent)
        self._voice = voice
        self._said: list[str] = []
        self._page: Page | None = None
        self._language = ""
        self._prompted = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # no window without one
        application.focusChanged.connect(self._focus_moved)

    @property
    def works(self) -> bool:
        """Whether there is a voice."""
        return self._voice.works

    @property
    def speaking(self) -> bool:
        """Whether a sentence is not finished yet."""
        return self._voice.speaking

    def follow(self, page: Page, manner: Manner) -> None:
        """A screen as it stands: all of it when it is new, else what was not there before; nothing where it is not wanted."""
        if not manner.aloud:
            self._stop()
            return
        told = sentences(page)
        known = self._said if page is self._page and manner.language == self._language else []
        new = [one for one in told if one not in known]
        self._page, self._said, self._language = page, told, manner.language
        if new:
            self._voice.say(new, self._language, after=self._prompted)
            self._prompted = False

    def prompt(self, sentence: str) -> None:
        """One sentence that the next screen must not cut off."""
        if self._page is not None:
            self._voice.say([sentence], self._language)
            self._prompted = True

    def hush(self) -> None:
        """Somebody touched something: they have heard enough."""
        self._voice.hush()
        self._prompted = False

    def _stop(self) -> None:
        """Nobody listens any more."""
        if self._page is not None:
            self.hush()
        self._said, self._page = [], None

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What the keys have come to."""
        if isinstance(now, Button) and self._page is not None and self._page.isAncestorOf(now):
            self._voice.say([now.accessibleName()], self._language)


def sentences(page: Page) -> list[str]:
    """Every sentence of a screen, in the order of its column, then of what stands beside it; then what can be chosen."""
    labels = [part for part in page.findChildren(QLabel) if not part.isHidden() and not isinstance(part, Header)]
    column = [part for part in page.column if part in labels]
    beside = [part for part in labels if part not in column and part is not page.foot]
    foot = [page.foot] if page.foot in labels else []
    ways = [way for way in page.targets() if not isinstance(way, Pill) and not isinstance(way.sends, Key)]
    return [name for part in (*column, *beside, *foot, *ways) if (name := " ".join(part.accessibleName().split()))]
