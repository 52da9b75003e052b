"""Words: texts that wrap, and a place with the words before it. Painted by hand, as drawn: headlines close, reading text open."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel

from kiosk.screens import theme as look
from kiosk.screens.lettering import Line, fitted, is_deep, line, longest_word, reach, wrap
from kiosk.screens.palette import Hue
from kiosk.screens.theme import Theme

_HEADLINE = (0.95, 1.09, 0.26)
_READING = (1.07, 1.34, 0.30)
"""In em: above the first baseline (a capital with its accent), between two, under the last."""
_DEEP_HEADLINE = (1.14, 1.36, 0.48)
_DEEP_READING = (1.24, 1.34, 0.57)
"""The same for Arabic."""


class ColumnPart(QLabel):
    """A part of a screen's column; `above` is the drawn distance over it. A label, so that screen readers take it for text."""

    above = 22.0

    def seat(self, width: int) -> int:
        """Pixels to take of a column of that width."""
        return width

    def whole(self, _width: int) -> bool:
        """Whether nothing is cut or broken at that width."""
        return True


class Words(ColumnPart):
    """A text that wraps, in one of the drawn sizes. `ground` fills a tag behind it."""

    def __init__(
        self,
        drawn: float,
        colour: Hue,
        *,
        bold: bool = False,
        headline: bool = False,
        ground: Hue | None = None,
        above: float = 22,
    ) -> None:
        super().__init__()
        self.drawn, self.bold, self.headline, self.above = drawn, bold, headline, above
        self._colour, self._ground = colour, ground
        self._text = ""
        self._font, self._pad, self._radius = QFont(), (0, 0), 0
        self._wrapped: tuple[int, list[str]] | None = None
        self._theme: Theme | None = None
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self._text

    def say(self, text: str) -> None:
        """Show the text; none hides the words and frees their room."""
        self._text, self._wrapped = text, None
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme
        self._font = theme.headline(self.drawn) if self.headline else theme.text(self.drawn, bold=self.bold)
        self._wrapped = None
        if self._ground:
            self._pad, self._radius = (theme.px(34), theme.px(14)), theme.px(18)

    def lines(self, width: int) -> list[str]:
        """The lines at that width."""
        if self._wrapped is None or self._wrapped[0] != width:
            self._wrapped = (width, wrap(self._text, self._font, width - 2 * self._pad[0]))
        return self._wrapped[1]

    def natural_width(self, width: int) -> int:
        """Pixels that the longest line takes within that width."""
        longest = max(reach(self._font, text) for text in self.lines(width))
        return min(width, math.ceil(longest) + 2 * self._pad[0] + 4)

    def seat(self, width: int) -> int:
        """Pixels to take of a column of that width: a tag is as wide as its words."""
        return self.natural_width(width) if self._ground else width

    def whole(self, width: int) -> bool:
        """Whether no word is broken at that width, and no letter reaches out of it."""
        room = width - 2 * self._pad[0]
        widest = max((reach(self._font, text) for text in self.lines(width)), default=0.0)
        return max(longest_word(self._text, self._font), widest - 1) <= room

    def heightForWidth(self, width: int) -> int:
        """Pixels that the lines take at that width."""
        over, between, under = (part * self._font.pixelSize() for part in self._spacing)
        return round(over + between * (len(self.lines(width)) - 1) + under) + 2 * self._pad[1]

    @property
    def _spacing(self) -> tuple[float, float, float]:
        if is_deep(self._text):
            return _DEEP_HEADLINE if self.headline else _DEEP_READING
        return _HEADLINE if self.headline else _READING

    def painted_texts(self) -> list[Line]:
        """The lines, from the leading edge."""
        if self._theme is None:
            return []
        colour = self._theme.colour(self._colour)
        over, between, under = (part * self._font.pixelSize() for part in self._spacing)
        across, down = self._pad
        made, base = list[Line](), down + over
        for text in self.lines(self.width()):
            room = QRectF(across, base - over, self.width() - 2 * across, over + under)
            made.append(line(text, self._font, colour, room, direction=self.layoutDirection(), baseline=base))
            base += between
        return made

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tag's ground, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ground and self._theme:
            edge = self._colour if self._theme.outlined else self._ground
            painter.setPen(QPen(QColor(self._theme.colour(edge)), self._theme.steady(3)))
            painter.setBrush(QColor(self._theme.colour(self._ground)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), self._radius, self._radius)
        for text in self.painted_texts():
            text.paint(painter)


class PlaceLine(ColumnPart):
    """`Yours is on place` and the place, large and bold, on one baseline; the place goes under it where there is no room."""

    above = 44.0

    def __init__(self, drawn: float, place_drawn: float, colour: Hue) -> None:
        super().__init__()
        self._drawn, self._place_drawn, self._colour = drawn, place_drawn, colour
        self._before, self._place = "", ""
        self._small, self._large, self._apart = QFont(), QFont(), 0
        self._theme: Theme | None = None
        self.hide()

    def text(self) -> str:
        """What is said."""
        return f"{self._before} {self._place}".strip()

    def say(self, before: str, place: str) -> None:
        """Show the place; none hides the line and frees its room."""
        self._before, self._place = (before, place) if place else ("", "")
        self.setAccessibleName(self.text())
        self.setVisible(bool(place))
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme
        self._small, self._large = theme.text(self._drawn), theme.headline(self._place_drawn)
        self._apart = theme.px(34)

    def whole(self, width: int) -> bool:
        """Whether the place fits the width as large as it is."""
        return QFontMetricsF(self._large).horizontalAdvance(self._place) <= width

    def _beside(self, width: int) -> float | None:
        """Where the place starts on the same line; None when it goes under."""
        start = QFontMetricsF(self._small).horizontalAdvance(self._before) + self._apart
        return start if start + QFontMetricsF(self._large).horizontalAdvance(self._place) <= width else None

    @property
    def _under(self) -> float:
        """Pixels under the place, in which deep letters beside it have their room, too."""
        deep = self._small.pixelSize() * _DEEP_READING[2] if is_deep(self._before) else 0.0
        return max(self._large.pixelSize() * _HEADLINE[2], deep)

    def heightForWidth(self, width: int) -> int:
        """Pixels for one line, or for two."""
        large = self._large.pixelSize() * _HEADLINE[0] + self._under
        return round(
            large
            + (
                0
                if self._beside(width)
                else self._small.pixelSize() * (_DEEP_READING if is_deep(self._before) else _READING)[1]
            )
        )

    def painted_texts(self) -> list[Line]:
        """The words, then the place."""
        if self._theme is None:
            return []
        ink = self._theme.colour(self._colour)
        start, way = self._beside(self.width()), self.layoutDirection()
        large = fitted(self._large, self._place, self.width())
        base = self.height() - self._under
        room = QRectF(0, 0, self.width(), self.height())
        small_base = base if start else self._small.pixelSize() * _READING[0]
        before = line(self._before, self._small, ink, room, direction=way, baseline=small_base)
        rest = room.adjusted(start or 0, 0, 0, 0)
        if way is Qt.LayoutDirection.RightToLeft:
            rest = room.adjusted(0, 0, -(start or 0), 0)
        return [before, line(self._place, large, ink, rest, direction=way, baseline=base)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words and place."""
        painter = QPainter(self)
        for text in self.painted_texts():
            text.paint(painter)


def tag(drawn: float) -> Words:
    """A name for what happened, on a ground of sun."""
    return Words(drawn, look.INK, bold=True, ground=look.SUN)
