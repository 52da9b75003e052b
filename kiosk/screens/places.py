"""The cards of FOUND: where a parcel lies, as large as the card allows, and the small ones that are later or checked."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.desk.shown import Check, Lot
from kiosk.parcel import Leaves
from kiosk.screens import theme as look
from kiosk.screens import wording
from kiosk.screens.parts import picture
from kiosk.screens.theme import Theme
from kiosk.screens.wording import translate


def split_place(place: str) -> tuple[str, str]:
    """Shelf and number: `C-03-118` is `C-03` and `-118`."""
    parts = place.split("-")
    return "-".join(parts[:2]), "".join(f"-{part}" for part in parts[2:])


def staff_brings(lot: Lot) -> bool:
    """Whether the customer need not walk for it."""
    return lot.check is Check.DESK or lot.leaves is Leaves.CLERK


class NextCard(QWidget):
    """The parcel to fetch now."""

    def __init__(self) -> None:
        super().__init__()
        self._lot: Lot | None = None
        self._above = self._below = ""
        self._theme: Theme | None = None

    def show_lot(self, lot: Lot, *, among_several: bool) -> None:
        """Show this parcel."""
        self._lot = lot
        if staff_brings(lot):
            self._above, self._below = translate("Found", "The desk brings it"), translate("Found", "no need to walk")
        else:
            self._above = translate("Found", "Next, on place") if among_several else translate("Found", "On place")
            self._below = (
                translate("Found", "take it, then tap here")
                if lot.leaves is Leaves.TAP
                else translate("Found", "then scan its label here")
            )
        if lot.ending and not staff_brings(lot):
            self._above = wording.ending(lot.ending)
        self.setAccessibleName(f"{self._above} {lot.place} {self._below}")
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A white card with a teal edge; a line, the place, a line."""
        if self._lot is None or self._theme is None:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = max(3, theme.px(6))
        painter.setPen(QPen(QColor(look.TEAL), line))
        painter.setBrush(QColor(look.WHITE))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), theme.radius, theme.radius
        )
        pad = theme.px(54)
        small = theme.text(40)
        high = QFontMetricsF(small).height()
        inner = QRectF(self.rect()).adjusted(pad, theme.px(36), -pad, -theme.px(36))
        painter.setFont(small)
        painter.setPen(QColor(look.QUIET))
        painter.drawText(QRectF(inner.x(), inner.y(), inner.width(), high), Qt.AlignmentFlag.AlignLeading, self._above)
        painter.drawText(
            QRectF(inner.x(), inner.bottom() - high, inner.width(), high), Qt.AlignmentFlag.AlignLeading, self._below
        )
        room = inner.adjusted(0, high, 0, -high)
        if staff_brings(self._lot):
            side = min(room.height() * 0.9, room.width())
            picture("desk", look.TEAL).render(painter, QRectF(room.x(), room.center().y() - side / 2, side, side))
        else:
            paint_place(painter, room, self._lot.place, theme)


class SmallCard(QWidget):
    """A parcel for later, one that the desk brings, one that is checked, or how many more there are."""

    def __init__(self, lot: Lot | None, more: int = 0) -> None:
        super().__init__()
        self._lot, self._more = lot, more
        self._theme: Theme | None = None
        self.name, self.state, self.icon = self._words()
        self.setAccessibleName(f"{self.name} {self.state}".strip())

    def _words(self) -> tuple[str, str, str | None]:
        if self._lot is None:
            return wording.more(self._more), "", None
        if self._lot.check is Check.CHECKED:
            return self._lot.place, translate("Found", "checked"), "tick"
        if staff_brings(self._lot):
            return translate("Found", "At the desk"), "", None
        return self._lot.place, wording.ends(self._lot.ending) if self._lot.ending else translate("Found", "then"), None

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two lines where there is room, else one."""
        assert self._theme
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        checked = self._lot is not None and self._lot.check is Check.CHECKED
        painter.setPen(Qt.PenStyle.NoPen)
        if self._lot is not None:
            painter.setBrush(QColor(look.LEAF_LIGHT if checked else look.MIST))
            painter.drawRoundedRect(self.rect(), theme.radius, theme.radius)
        pad = theme.px(36)
        inner = self.rect().adjusted(pad, 0, -pad, 0)
        state_font, ink = theme.text(38, bold=checked), QColor(look.LEAF_DEEP if checked else look.INK)
        tall = self.height() >= theme.px(190) and self._lot is not None
        name_room = QRect(inner)
        if tall:
            name_room.setHeight(round(inner.height() * 0.64))
            state_room = QRect(
                inner.x(), inner.y() + round(inner.height() * 0.56), inner.width(), round(inner.height() * 0.34)
            )
        else:
            width = 0.0 if self._lot is None else QFontMetricsF(state_font).horizontalAdvance(self.state)
            width += theme.px(56) if self.icon else 0
            name_room.setWidth(inner.width() - round(width) - theme.px(20))
            state_room = QRect(name_room.right(), inner.y(), inner.right() - name_room.right(), inner.height())
        name_font = _fitting(theme.headline(84 if tall else 48), self.name, name_room.width())
        painter.setPen(QColor(look.INK))
        painter.setFont(name_font)
        painter.drawText(name_room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.name)
        painter.setPen(ink)
        painter.setFont(_fitting(state_font, self.state, state_room.width() - (theme.px(56) if self.icon else 0)))
        if self.icon:
            side = theme.px(38)
            left = (
                state_room.x()
                if tall
                else state_room.right() - round(QFontMetricsF(state_font).horizontalAdvance(self.state)) - theme.px(56)
            )
            picture(self.icon, look.LEAF_DEEP).render(
                painter, QRectF(left, state_room.center().y() - side / 2, side, side)
            )
            state_room.setLeft(left + theme.px(52))
        across = Qt.AlignmentFlag.AlignLeading if tall else Qt.AlignmentFlag.AlignTrailing
        painter.drawText(state_room, Qt.AlignmentFlag.AlignVCenter | across, self.state)


def paint_place(painter: QPainter, room: QRectF, place: str, theme: Theme) -> None:
    """The shelf huge and bold, its number smaller and quieter on the same line, as large as the room allows."""
    shelf, number = split_place(place)
    large, small = theme.headline(204), theme.headline(104)
    scale = 1.0
    for _ in range(40):
        wide = QFontMetricsF(large).horizontalAdvance(shelf) + QFontMetricsF(small).horizontalAdvance(number)
        if wide <= room.width() and QFontMetricsF(large).capHeight() <= room.height() * 0.9:
            break
        scale *= 0.95
        large.setPixelSize(max(12, round(theme.px(204) * scale)))
        small.setPixelSize(max(10, round(theme.px(104) * scale)))
    base = room.center().y() + QFontMetricsF(large).capHeight() / 2
    painter.setPen(QColor(look.INK))
    painter.setFont(large)
    painter.drawText(round(room.x()), round(base), shelf)
    painter.setPen(QColor(look.QUIET))
    painter.setFont(small)
    painter.drawText(round(room.x() + QFontMetricsF(large).horizontalAdvance(shelf)), round(base), number)


def _fitting(font: QFont, text: str, width: float) -> QFont:
    """The font, smaller where the text would not fit."""
    font = QFont(font)
    while font.pixelSize() > 10 and QFontMetricsF(font).horizontalAdvance(text) > width:
        font.setPixelSize(font.pixelSize() - 1)
    return font
