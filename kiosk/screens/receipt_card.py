"""The receipt on DONE: its QR code as large as there is room, in whole pixels a module, and its number to be told at the desk."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from kiosk.codes.slip import symbol_in_two
from kiosk.ledger.receipt import Receipt
from kiosk.screens import theme as look
from kiosk.screens.lettering import Line, fitted, line
from kiosk.screens.palette import Hue
from kiosk.screens.parts import picture
from kiosk.screens.theme import Theme
from kiosk.screens.wording import translate
from kiosk.screens.words import ColumnPart

MOST = 23
"""The largest version: 109 modules a side are still read from a small screen."""
_MODULES = 17 + 4 * MOST + 8  # with its quiet zone
_LEAST = 3  # pixels a module, from which a phone still reads it


class ReceiptCard(QLabel):
    """A white card. The code is drawn right after DONE was painted, for nobody waits for it to see the tick."""

    def __init__(self, receipt: Receipt) -> None:
        super().__init__()
        self._receipt = receipt
        self._code: QImage | None = None
        self._begun = False
        self._font, self._pad, self._radius = QFont(), 0, 0
        self._theme: Theme | None = None
        self.retranslate()

    def retranslate(self) -> None:
        """Say the number again."""
        self._said = translate("Done", "Receipt %1").replace("%1", str(self._receipt.number))
        self.setAccessibleName(self._said)
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme
        self._font, self._pad, self._radius = theme.text(34), theme.px(20), theme.px(24)

    def holds(self, room: QSize) -> bool:
        """Whether the largest code can be photographed in that room."""
        return min(room.width(), room.height() - self._under()) >= _LEAST * _MODULES

    def painted_texts(self) -> list[Line]:
        """The number, in the middle under the code."""
        if self._theme is None:
            return []
        card, high = self._card(), QFontMetrics(self._font).height()
        font = fitted(self._font, self._said, card.width() - 2 * self._pad)
        wide = QFontMetrics(font).horizontalAdvance(self._said) + 2
        room = QRectF(card.center().x() - wide / 2, card.bottom() + 1 - self._pad - high, wide, high)
        ink = self._theme.colour(look.SHEET_INK)
        return [line(self._said, font, ink, room, direction=Qt.LayoutDirection.LeftToRight)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, code and number; on first sight, have the code drawn."""
        assert self._theme
        painter, card = QPainter(self), self._card()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colour(look.SHEET)))
        painter.drawRoundedRect(QRectF(card), self._radius, self._radius)
        for text in self.painted_texts():
            text.paint(painter)
        if self._code is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.drawImage(self._code_in(card), self._code)
        elif not self._begun:
            self._begun = True
            QTimer.singleShot(0, self, self.draw)

    def draw(self) -> None:
        """Draw the code, once; a picture of the screen wants it at once."""
        if self._code is not None:
            return
        first, _, rest = self._receipt.code.partition("\n")
        modules = symbol_in_two(first, rest, most=MOST)
        code = QImage(len(modules), len(modules), QImage.Format.Format_ARGB32)
        code.fill(Qt.GlobalColor.transparent)  # the card is the white of it, and has round corners
        for y, row in enumerate(modules):
            for x, dark in enumerate(row):
                if dark:
                    code.setPixelColor(x, y, Qt.GlobalColor.black)
        self._code = code
        self.update()

    def _card(self) -> QRect:
        """As large as there is room for a square and the number under it."""
        under = self._under()
        side = max(1, min(self.width(), self.height() - under))
        left, top = (self.width() - side) // 2, (self.height() - side - under) // 2
        return QRect(left, top, side, side + under)

    def _under(self) -> int:
        return QFontMetrics(self._font).height() + self._pad

    def _code_in(self, card: QRect) -> QRect:
        """The code with its quiet zone, in whole pixels a module."""
        assert self._code is not None  # who paints it has it
        modules = self._code.width()
        side = max(1, card.width() // modules) * modules
        return QRect(card.x() + (card.width() - side) // 2, card.y() + (card.width() - side) // 2, side, side)


class Tick(ColumnPart):
    """The tick over the headline, where the receipt has the picture's seat."""

    def __init__(self, drawn: float, colour: Hue) -> None:
        super().__init__()
        self._drawn, self._colour, self._side = drawn, colour, 0
        self._theme: Theme | None = None

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme, self._side = theme, theme.px(self._drawn)

    def heightForWidth(self, _width: int) -> int:
        """Pixels that it takes."""
        return self._side

    def seat(self, _width: int) -> int:
        """It is as wide as high."""
        return self._side

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tick."""
        assert self._theme
        picture("tick", self._theme, self._colour).render(QPainter(self), QRectF(self.rect()))
