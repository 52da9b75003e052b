"""READY's drawing: a phone, its code and the reader, true to how the reader is mounted. The corners move to a seen code, live."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QLabel

from kiosk.screens import theme as look
from kiosk.screens.lettering import Line, fitted, line
from kiosk.screens.palette import Hue
from kiosk.screens.theme import Theme
from kiosk.screens.wording import translate

Corners = tuple[tuple[float, float], ...]

_SIZE = {"below": (600.0, 680.0), "above": (600.0, 680.0), "beside": (760.0, 560.0)}
_CODE = {"below": QPointF(300, 398), "above": QPointF(300, 282), "beside": QPointF(390, 270)}
_VIEW = (340.0, 250.0)
"""What the reader sees, in drawn pixels around the code."""
_REST = 110.0
"""Half the side of the corners' square while nothing is seen."""
_NAME = {"below": QRectF(62, 580, 476, 82), "above": QRectF(62, 18, 476, 82), "beside": QRectF(580, 10, 136, 520)}
"""Where the reader's name stands on it."""


class Aim(QLabel):
    """The drawing, scaled to the room it has."""

    def __init__(self, mounting: str) -> None:
        super().__init__()
        self._mounting = mounting
        self._seen: Corners | None = None
        self._font = QFont()
        self._theme: Theme | None = None
        self.retranslate()

    def retranslate(self) -> None:
        """Name the reader, and the drawing for those who hear the screen, again."""
        self._reader = translate("Ready", "reader")
        where = {
            "below": translate("Ready", "The reader is below the screen."),
            "above": translate("Ready", "The reader is above the screen."),
            "beside": translate("Ready", "The reader is beside the screen, on the right."),
        }[self._mounting]
        how = translate("Ready", "Hold the code in front of the reader, its screen toward the light")
        self.setAccessibleName(f"{where} {how}.")
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's font."""
        self._theme = theme
        self._font = theme.text(30, bold=True)

    def see(self, corners: Corners | None, width: int, height: int) -> None:
        """Move the corners to a code seen in a frame of that size; None lets them rest.

        The reader faces the customer, so its picture is mirrored: a hand that moves right moves the corners right.
        """
        seen = None
        if corners and len(corners) == 4 and width > 0 and height > 0:
            seen = tuple((min(max(1 - x / width, 0.0), 1.0), min(max(y / height, 0.0), 1.0)) for x, y in corners)
        if seen != self._seen:
            self._seen = seen
            self.update()

    @property
    def corners(self) -> tuple[QPointF, ...]:
        """Where the four corners stand, in drawn pixels, clockwise from the top left of a code held upright."""
        middle = _CODE[self._mounting]
        if self._seen is None:
            return tuple(middle + QPointF(x * _REST, y * _REST) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)))
        at = [QPointF((x - 0.5) * _VIEW[0], (y - 0.5) * _VIEW[1]) + middle for x, y in self._seen]
        return (at[1], at[0], at[3], at[2])

    @property
    def _drawn(self) -> QTransform:
        """From drawn pixels to the middle of this part."""
        wide, high = _SIZE[self._mounting]
        scale = min(self.width() / wide, self.height() / high)
        return QTransform(scale, 0, 0, scale, (self.width() - wide * scale) / 2, (self.height() - high * scale) / 2)

    def painted_texts(self) -> list[Line]:
        """The reader's name."""
        if self._theme is None:
            return []
        room = self._drawn.mapRect(_NAME[self._mounting])
        font = fitted(self._font, self._reader, room.width())
        font.setPixelSize(max(1, min(font.pixelSize(), round(room.height() * 0.8))))
        middle = Qt.AlignmentFlag.AlignHCenter
        return [
            line(
                self._reader,
                font,
                self._theme.colour(look.PAPER),
                room,
                direction=self.layoutDirection(),
                across=middle,
            )
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Light, reader, phone, code, corners."""
        assert self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setTransform(self._drawn, combine=True)
        painter.setPen(Qt.PenStyle.NoPen)
        {"below": _below, "above": _above, "beside": _beside}[self._mounting](painter, self._theme)
        _paint_code(painter, self._theme, _CODE[self._mounting])
        self._paint_corners(painter, self._theme)
        painter.restore()
        for text in self.painted_texts():
            text.paint(painter)

    def _paint_corners(self, painter: QPainter, theme: Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        at = self.corners
        path = QPainterPath()
        for number, corner in enumerate(at):
            before, after = at[number - 1] - corner, at[(number + 1) % 4] - corner
            path.moveTo(corner + before * _arm(before))
            path.lineTo(corner)
            path.lineTo(corner + after * _arm(after))
        for hue, width in ((look.INK, 22.0), (Hue.SUN_LINE, 14.0)):
            painter.setPen(
                QPen(
                    QColor(theme.colour(hue)),
                    width,
                    Qt.PenStyle.SolidLine,
                    Qt.PenCapStyle.RoundCap,
                    Qt.PenJoinStyle.MiterJoin,
                )
            )
            painter.drawPath(path)


def _below(painter: QPainter, theme: Theme) -> None:
    _fill(painter, theme.colour(Hue.LIGHT), ((176, 268), (424, 268), (500, 540), (100, 540)))
    _paint_reader(painter, theme, QRectF(2, 530, 596, 140), "down")
    _paint_phone(painter, theme, QTransform(1, 0, -0.24, 1, 164, 0))


def _above(painter: QPainter, theme: Theme) -> None:
    _fill(painter, theme.colour(Hue.LIGHT), ((100, 140), (500, 140), (424, 412), (176, 412)))
    _paint_reader(painter, theme, QRectF(2, 10, 596, 140), "up")
    _paint_phone(painter, theme, QTransform(1, 0, 0.24, 1, 0, 408))


def _beside(painter: QPainter, theme: Theme) -> None:
    _fill(painter, theme.colour(Hue.LIGHT), ((250, 150), (250, 390), (540, 500), (540, 40)))
    painter.setBrush(QColor(theme.colour(look.INK)))
    painter.drawRoundedRect(QRectF(530, 10, 200, 520), 28, 28)
    _fill(painter, theme.colour(Hue.GLASS), ((530, 60), (566, 100), (566, 440), (530, 480)))
    painter.save()
    painter.translate(252, 110)
    painter.rotate(90)
    painter.scale(0.9, 0.9)
    _paint_phone(painter, theme, QTransform(1, 0, -0.18, 1, 20, 0))
    painter.restore()


def _arm(side: QPointF) -> float:
    """How much of a side a corner's arm covers: 56 drawn pixels, never more than a third."""
    length = (side.x() ** 2 + side.y() ** 2) ** 0.5
    return min(0.33, 56 / length) if length else 0.0


def _fill(painter: QPainter, colour: str, points: tuple[tuple[float, float], ...]) -> None:
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _paint_reader(painter: QPainter, theme: Theme, box: QRectF, light: str) -> None:
    painter.setBrush(QColor(theme.colour(look.INK)))
    painter.drawRoundedRect(box, 26, 26)
    edge, inner = (box.top(), box.top() + 41) if light == "down" else (box.bottom(), box.bottom() - 41)
    _fill(painter, theme.colour(Hue.GLASS), ((58, edge), (542, edge), (504, inner), (96, inner)))


def _paint_phone(painter: QPainter, theme: Theme, slant: QTransform) -> None:
    """From behind: its screen looks at the light."""
    painter.save()
    painter.setTransform(slant, combine=True)
    painter.setBrush(QColor(theme.colour(look.INK)))
    painter.drawRoundedRect(QRectF(6, 0, 326, 268), 48, 48)
    painter.setBrush(QColor(theme.colour(Hue.ISLAND)))
    painter.drawRoundedRect(QRectF(34, 22, 108, 86), 24, 24)
    painter.setBrush(QColor(theme.colour(Hue.LENS)))
    for x, y in ((62, 48), (108, 48), (62, 84)):
        painter.drawEllipse(QPointF(x, y), 15, 14)
    painter.restore()


def _paint_code(painter: QPainter, theme: Theme, middle: QPointF) -> None:
    """A picture of a code that no reader can read: three corner squares and a pattern."""
    sheet, ink = QColor(theme.colour(look.SHEET)), QColor(theme.colour(look.SHEET_INK))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(sheet)
    painter.drawRoundedRect(QRectF(middle.x() - 90, middle.y() - 90, 180, 180), 14, 14)
    side = 140 / 25
    left, top = middle.x() - 70, middle.y() - 70
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for row in range(25):
        for column in range(25):
            corner = (row < 8 and (column < 8 or column > 16)) or (row > 16 and column < 8)
            if not corner and (row * 37 + column * 59 + row * column * 17 + (row ^ column) * 11) % 97 < 46:
                painter.fillRect(QRectF(left + column * side, top + row * side, side + 0.4, side + 0.4), ink)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x, y in ((0, 0), (18, 0), (0, 18)):
        for inset, colour in ((0, ink), (1, sheet), (2, ink)):
            edge = (7 - 2 * inset) * side
            painter.fillRect(QRectF(left + (x + inset) * side, top + (y + inset) * side, edge, edge), colour)
