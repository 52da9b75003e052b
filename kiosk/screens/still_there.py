"""The question before a screen gives way: a band over its head with the seconds that are left, and one button to stay."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.desk.shown import Tap
from kiosk.screens import theme as look
from kiosk.screens import wording
from kiosk.screens.parts import Button
from kiosk.screens.theme import Theme
from kiosk.screens.words import Words


class StillThere(QWidget):
    """Any touch and any key is an answer; the button is for those who look for one."""

    stayed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._seconds: int | None = None
        self.words = Words(46, look.PAPER, bold=True)
        self.stay = Button(Tap.STAY, fill=look.PAPER, ink=look.INK)
        for part in (self.words, self.stay):
            part.setParent(self)
        self.stay.sent.connect(self.stayed)
        self.hide()

    def ask(self, seconds: int | None) -> None:
        """So many seconds are left; None takes the question away."""
        if seconds == self._seconds:
            return
        self._seconds = seconds
        self.setVisible(seconds is not None)
        if seconds is not None:
            self.retranslate()

    @property
    def said(self) -> str:
        """The question and its answer."""
        return f"{self.words.text()} {self.stay.text()}."

    def retranslate(self) -> None:
        """Say everything again."""
        if self._seconds is not None:
            self.words.say(wording.still_there(self._seconds))
            self.stay.say(wording.here())
            self.place()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme
        self.words.dress(theme)
        self.stay.dress(theme)
        self.place()

    def place(self) -> None:
        """Over the head of the screen, or its middle for those who reach no higher; in portrait the button stands under the words."""
        if self._theme is None:
            return
        theme, whole = self._theme, self._theme.width
        pad, wide = theme.gap, self.stay.sizeHint().width()
        beside = not theme.portrait
        room = whole - 2 * theme.margin - (wide + theme.gap if beside else 0)
        words = self.words.heightForWidth(room)
        high = max(words, theme.target) if beside else words + theme.gap + theme.target
        top = round(theme.height / 2) if theme.reach else 0
        self.setGeometry(0, top, whole, high + 2 * pad)
        self.words.setGeometry(theme.margin, pad + ((high - words) // 2 if beside else 0), room, words)
        button = QRect(whole - theme.margin - wide, pad + (high - theme.target) // 2, wide, theme.target)
        if not beside:
            button = QRect(theme.margin, pad + words + theme.gap, room, theme.target)
        self.stay.setGeometry(button)
        if self.isRightToLeft():
            for part in (self.words, self.stay):
                part.move(whole - part.geometry().right() - 1, part.y())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ink, so that it stands out from every screen."""
        if self._theme:
            QPainter(self).fillRect(self.rect(), QColor(self._theme.colour(look.INK)))
