"""The parts that every screen has: buttons, pictures, the header. Each is dressed in a theme before it is shown."""

import math
import re
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk import ASSETS
from kiosk.desk.shown import Key
from kiosk.screens import theme as look
from kiosk.screens.language import Speak
from kiosk.screens.lettering import Line, line, mirrored, reach
from kiosk.screens.palette import PALETTES, Hue, Look
from kiosk.screens.theme import Theme

_INK = PALETTES[Look.PAPER][look.INK]
_DRAWN = {PALETTES[Look.PAPER][hue]: hue for hue in (look.TEAL, Hue.SUN_LINE, look.WHITE, look.MIST, look.BRICK)}
_COLOUR = re.compile("#[0-9A-F]{6}")
_ICON = 0.62
"""Of a button's height, at most: within a round one."""
_WORD = 3
"""Of a line's height: about five letters."""
_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}


class Button(QAbstractButton):
    """One big target. `fill` and `ink` are its colours, `edge` an outline; `sends` is what a tap means."""

    sent = Signal(object)

    def __init__(
        self,
        sends: StrEnum | Key | Speak,
        *,
        fill: Hue = look.MIST,
        ink: Hue = look.INK,
        edge: Hue | None = None,
        leading: bool = False,
    ) -> None:
        super().__init__()
        self.sends, self.fill, self.ink, self.edge, self.leading = sends, fill, ink, edge, leading
        self.icon_name: str | None = None
        self.squeezed = False
        """Half the padding, so that a row of buttons stays one row."""
        self.marked = False
        """A bar under the text, as a phone's 5 has, for fingers and low sight."""
        self._ring = False
        self._theme: Theme | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._send)

    def say(self, text: str) -> None:
        """Name the button, for eyes and for screen readers."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme
        self.setFont(theme.text(64 if isinstance(self.sends, Key) else 44, bold=True))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the words on one line."""
        least = self._theme.target if self._theme else 0
        return QSize(max(least, self.words_width() + 2 * self.padding()), least)

    def words_width(self) -> int:
        """Pixels that the words take on one line."""
        return math.ceil(reach(self.font(), self.text())) + 2

    def padding(self) -> int:
        """On either side of the words."""
        return self._theme.px(24 if self.squeezed else 48) if self._theme else 0

    def radius(self) -> int:
        """Of its corners, in pixels."""
        return self._theme.radius if self._theme else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The button, sunk and darker while it is pressed, ringed when the keyboard is on it."""
        assert self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, edge = self.radius(), max(2, self._theme.px(4))
        fill, ink = self.worn
        outline = self.edge or (look.INK if self._theme.outlined else None)
        inset = edge / 2 if outline else 0.0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        plain = self._theme.outlined or not self.isDown()
        painter.setBrush(QColor(self._theme.colour(fill)) if plain else self._theme.pressed(fill))
        painter.setPen(QPen(QColor(self._theme.colour(outline)), edge) if outline else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, radius, radius)
        if self._ring:
            self._paint_ring(painter, box, radius, edge)
        if self.icon_name:
            side = min(max(self._theme.px(64), QFontMetrics(self.font()).height()), round(self.height() * _ICON))
            picture(self.icon_name, self._theme, ink).render(painter, centred(QRectF(self.rect()), side))
        for text in self.painted_texts():
            text.paint(painter)
        if self.marked:
            wide, middle = self._theme.px(36), self.rect().center()
            below = middle.y() + QFontMetrics(self.font()).capHeight() // 2 + self._theme.px(14)
            painter.fillRect(
                QRectF(middle.x() - wide / 2, below, wide, self._theme.px(6)), QColor(self._theme.colour(ink))
            )

    @property
    def worn(self) -> tuple[Hue, Hue]:
        """Ground and words; a look of two colours shows a finger by changing them over."""
        swapped = self.isDown() and self._theme is not None and self._theme.outlined
        return (self.ink, self.fill) if swapped else (self.fill, self.ink)

    def painted_texts(self) -> list[Line]:
        """The words on one line, lower while they are pressed."""
        if self.icon_name or not self._theme:
            return []
        room = QRectF(self.rect()).adjusted(4, 0, -4, 0)
        if self.leading:
            room.adjust(self.padding() - 4, 0, 4 - self.padding(), 0)
        if self.isDown():
            room.translate(0, max(2, self._theme.px(4)))
        across = Qt.AlignmentFlag.AlignLeft if self.leading else Qt.AlignmentFlag.AlignHCenter
        ink = self._theme.colour(self.worn[1])
        return [line(self.text(), self.font(), ink, room, direction=self.layoutDirection(), across=across)]

    def _paint_ring(self, painter: QPainter, box: QRectF, radius: int, edge: int) -> None:
        """Two lines, light in dark, so that the ring shows on any ground."""
        assert self._theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for hue, inset in ((look.INK, edge * 0.5), (look.PAPER, edge * 2.0), (look.INK, edge * 3.0)):
            painter.setPen(QPen(QColor(self._theme.colour(hue)), edge * (1.5 if hue is look.PAPER else 1)))
            inner = box.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(inner, max(2.0, radius - inset), max(2.0, radius - inset))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for those who came by keyboard."""
        self._ring = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring where no focus is."""
        self._ring = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter taps, as Space does; every other key is the screen's, which knows the other buttons."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _send(self) -> None:
        self.sent.emit(self.sends)


class Picture(QWidget):
    """An icon of ours, in a disc of mist where it is small and alone; centred, or at the leading edge in landscape."""

    def __init__(
        self,
        name: str,
        *,
        colour: Hue = look.INK,
        disc: Hue | None = look.MIST,
        drawn: float = 352,
        leading: bool = False,
    ) -> None:
        super().__init__()
        self._leading = leading
        self.name, self.colour, self.disc, self.drawn = name, colour, disc, drawn
        self._side = 0
        self._theme: Theme | None = None

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures; standing under the words, it has more room."""
        self._theme = theme
        self._side = theme.px(self.drawn * (1.45 if theme.portrait else 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc and icon, as large as drawn or as there is room."""
        assert self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self._side, self.width(), self.height())
        whole = centred(QRectF(self.rect()), side)
        if self._leading and self.window().width() > self.window().height():
            whole.moveLeft(0)
            whole = mirrored(whole, QRectF(self.rect()), self.layoutDirection())
        if self.disc:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.colour(self.disc)))
            painter.drawEllipse(whole)
            side = round(side * 0.6)
        picture(self.name, self._theme, self.colour).render(painter, centred(whole, side))


class Header(QLabel):
    """The mark and the depot's name."""

    def __init__(self, depot_name: str, ink: Hue) -> None:
        super().__init__()
        self._name, self._ink = depot_name, ink
        self._theme: Theme | None = None
        self._font, self._mark, self._between = QFont(), 0, 0
        self.setAccessibleName(depot_name)

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme
        plain = replace(theme, large=False)  # the name is on the building, too
        self._font, self._mark, self._between = plain.text(34, bold=True), theme.steady(60), theme.steady(24)

    def height_needed(self) -> int:
        """Pixels for the mark and one line."""
        return max(self._mark, QFontMetrics(self._font).height())

    def least_width(self) -> int:
        """Pixels for the mark and the name, or for some of it: most depots' are whole, but in large text the words go before."""
        letters = 6 if self._theme and self._theme.large else 12
        name = QFontMetrics(self._font).horizontalAdvance(self._name) + 1
        return self._mark + self._between + min(name, letters * self._font.pixelSize())

    def painted_texts(self) -> list[Line]:
        """The name; without room it ends in an ellipsis, and the mark stands alone where not even a word would be left of it."""
        metrics, room = QFontMetrics(self._font), QRectF(self.rect()).adjusted(self._mark + self._between, 0, 0, 0)
        if self._theme is None or room.width() < min(metrics.horizontalAdvance(self._name), _WORD * metrics.height()):
            return []
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, int(room.width()))
        way = self.layoutDirection()
        ink, whole = self._theme.colour(self._ink), QRectF(self.rect())
        return [line(name, self._font, ink, mirrored(room, whole, way), direction=way)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark, then name."""
        assert self._theme
        painter, whole = QPainter(self), QRectF(self.rect())
        mark = QRectF(0, (self.height() - self._mark) / 2, self._mark, self._mark)
        picture("mark", self._theme).render(painter, mirrored(mark, whole, self.layoutDirection()))
        for text in self.painted_texts():
            text.paint(painter)


def picture(name: str, theme: Theme, ink: Hue = look.INK) -> QSvgRenderer:
    """An icon of ours, drawn in paper's colours, in those of the theme's look, its ink in another hue."""
    path = ASSETS / "icons" / f"{name}.svg"
    drawing = path.read_text(encoding="utf-8")
    worn = {paper: theme.colour(hue) for paper, hue in _DRAWN.items()} | {_INK: theme.colour(ink)}
    drawing = _COLOUR.sub(lambda found: worn.get(found[0], found[0]), drawing)
    return QSvgRenderer(QByteArray(drawing.encode()))


def centred(area: QRectF, side: float) -> QRectF:
    """A square in the middle of an area."""
    return QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)


def drop(widget: QWidget) -> None:
    """Take a widget off the screen at once, and free it when its own signals are through.

    It keeps its parent until then: without one it would be Python's to free, at once, while its button still sends.
    """
    widget.hide()
    widget.deleteLater()
