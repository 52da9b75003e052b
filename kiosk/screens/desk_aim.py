"""What a technician aims by: the reader's view as an empty frame, and where it sees codes of the test sheet. Drawn; there is no picture."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.desk.aiming import Reading, Turn
from kiosk.reader.wire import Corners
from kiosk.screens import theme as look
from kiosk.screens.theme import Theme

WIDE = (16, 9)
"""The shape of a frame before the first one came."""


class DeskAim(QWidget):
    """The frame, a cross in its middle, and each code; its edge says good by colour and thickness, the headline by words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._theme: Theme | None = None
        self.hide()

    def show_reading(self, reading: Reading | None) -> None:
        """How it stands; None takes the drawing off the screen."""
        self._reading = reading
        self.setVisible(reading is not None)
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme

    @property
    def view(self) -> QRectF:
        """The frame, as large as there is room, in pixels of this part."""
        wide, high = WIDE
        if self._reading is not None and self._reading.height:
            wide, high = self._reading.width, self._reading.height
        scale = min(self.width() / wide, self.height() / high)
        return QRectF((self.width() - wide * scale) / 2, 0, wide * scale, high * scale)

    def outline(self, corners: Corners) -> QPolygonF:
        """Where a code stands in the view, mirrored: a hand that moves right moves it right."""
        assert self._reading is not None  # it has seen the code
        view = self.view
        across, down = view.width() / self._reading.width, view.height() / self._reading.height
        return QPolygonF([QPointF(view.right() - x * across, view.top() + y * down) for x, y in corners])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, cross, codes."""
        if self._theme is None or self._reading is None:
            return
        theme, view = self._theme, self.view
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        good = self._reading.turn is Turn.GOOD
        thick = max(2, theme.steady(10 if good else 4))
        painter.setPen(QPen(QColor(theme.colour(look.LEAF if good else look.EDGE)), thick))
        painter.setBrush(QColor(theme.colour(look.SHEET)))
        inset = thick / 2
        painter.drawRoundedRect(view.adjusted(inset, inset, -inset, -inset), theme.radius, theme.radius)
        arm, middle = view.height() / 12, view.center()
        painter.setPen(QPen(QColor(theme.colour(look.EDGE)), max(2, theme.steady(4))))
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colour(look.SHEET_INK)))
        painter.setClipRect(view)
        for one in self._reading.seen:
            painter.drawPolygon(self.outline(one.corners))
