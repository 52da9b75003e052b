"""The small round targets at the head of every screen."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.screens import theme as look
from kiosk.screens.lettering import Line, line, mirrored
from kiosk.screens.parts import Button, centred, picture
from kiosk.screens.theme import Theme


class Pill(Button):
    """A small target of the header, round at its ends: at least 12.7 mm high. The one that is chosen is dark."""

    sign: str | None = None
    """An icon before the words."""

    def choose(self, chosen: bool) -> None:  # as Qt's own setters take it
        """Whether it stands for what is so now."""
        self.fill, self.ink = (look.INK, look.PAPER) if chosen else (look.MIST, look.INK)
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures; its size is the same on every screen."""
        self._theme = replace(theme, tight=1.0, large=False)
        self.setFont(self._theme.text(38))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the words on one line, at least as wide as high."""
        if self._theme is None:
            return super().sizeHint()
        high = self._theme.floor_target
        wide = self.words_width() + 2 * self._theme.steady(30) + (self._sign_width() if self.sign else 0)
        return QSize(max(high, wide), high)

    def _sign_width(self) -> int:
        return round(self.font().pixelSize() * 1.4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pill, and its sign before the words."""
        super().paintEvent(event)
        if self.sign and self._theme:
            side = round(self.font().pixelSize() * 1.1)
            inner = QRectF(self.rect()).adjusted(self._theme.steady(30), 0, -self._theme.steady(30), 0)
            at = mirrored(QRectF(inner.x(), 0, side, self.height()), inner, self.layoutDirection())
            picture(self.sign, self._theme, self.worn[1]).render(QPainter(self), centred(at, side))

    def painted_texts(self) -> list[Line]:
        """The words in the middle, or after the sign."""
        if not self.sign or not self._theme:
            return super().painted_texts()
        pad, way = self._theme.steady(30), self.layoutDirection()
        room = QRectF(self.rect()).adjusted(pad, 0, -pad, 0)
        after = mirrored(room.adjusted(self._sign_width(), 0, 0, 0), room, way)
        return [line(self.text(), self.font(), self._theme.colour(self.worn[1]), after, direction=way)]

    def radius(self) -> int:
        """Half a circle at either end."""
        return self.height() // 2
