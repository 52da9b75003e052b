"""The depot's plan of its shelves, beside the place: where to walk. On white in every look, for its colours are the depot's."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from kiosk.screens import theme as look
from kiosk.screens.palette import PALETTES, Look
from kiosk.screens.theme import Theme
from kiosk.screens.wording import put, translate


class Plan:
    """A plan as `desk.plan` gives it: cleaned."""

    def __init__(self, svg: bytes) -> None:
        self.drawing = QSvgRenderer(QByteArray(svg))
        self.box = self.drawing.viewBoxF()

    def where(self, place: str) -> QRectF | None:
        """The box of a place, else of its shelf, in the drawing's own units; None where neither is drawn."""
        for name in (place, "-".join(place.split("-")[:2])):
            if name and not self.box.isEmpty() and self.drawing.elementExists(name):
                found = self.drawing.transformForElement(name).mapRect(self.drawing.boundsOnElement(name))
                return None if found.isEmpty() else found
        return None


class PlanCard(QWidget):
    """The plan, with a frame around the place and a pin on it."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan, self._at = plan, QRectF()
        self._theme: Theme | None = None
        self.hide()

    def show_place(self, place: str | None) -> bool:
        """Mark this place; False where the plan does not have it, or there is none to walk to."""
        found = self._plan.where(place) if place else None
        self._at = found or QRectF()
        self.setAccessibleName(put(translate("Found", "Plan of the shelves: %1"), place) if found and place else "")
        self.update()
        return found is not None

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme

    def high_for(self, width: int) -> int:
        """Pixels of height that show the whole plan in that width."""
        return round(width * self._plan.box.height() / self._plan.box.width()) if not self._plan.box.isEmpty() else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A white card with the drawing as large as fits."""
        assert self._theme
        theme, box = self._theme, self._plan.box
        painter, edge = QPainter(self), max(2, theme.px(6))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colour(look.SHEET)))
        painter.drawRoundedRect(self.rect(), theme.radius, theme.radius)
        room = QRectF(self.rect()).adjusted(edge * 3, edge * 3, -edge * 3, -edge * 3)
        scale = min(room.width() / box.width(), room.height() / box.height())
        whole = QRectF(0, 0, box.width() * scale, box.height() * scale)
        whole.moveCenter(room.center())
        self._plan.drawing.render(painter, whole)
        at = QRectF((self._at.topLeft() - box.topLeft()) * scale + whole.topLeft(), self._at.size() * scale)
        ink = QColor(theme.colour(look.SHEET_INK))
        painter.setPen(QPen(ink, edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(at.adjusted(-edge, -edge, edge, edge))
        painter.setBrush(QColor(PALETTES[Look.PAPER][look.SUN]))
        painter.drawEllipse(at.center(), edge * 2.5, edge * 2.5)
