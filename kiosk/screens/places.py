"""The cards of FOUND: where a parcel lies, as large as the card allows, and the small ones that are later or checked."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel

from kiosk.desk.shown import Check, Lot
from kiosk.parcel import Leaves
from kiosk.screens import theme as look
from kiosk.screens import wording
from kiosk.screens.lettering import Line, fitted, is_deep, line, mirrored, reach
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


class NextCard(QLabel):
    """The parcel to fetch now."""

    def __init__(self) -> None:
        super().__init__()
        self._lot: Lot | None = None
        self._above = self._name = self._below = ""
        self._theme: Theme | None = None

    def show_lot(self, lot: Lot, *, among_several: bool, typed: bool = False) -> None:
        """Show this parcel; `typed`: nothing scans here, so the end of its label is typed."""
        self._lot = lot
        self._name = translate("Found", "At the desk") if staff_brings(lot) else lot.place
        if lot.check is Check.CHECKED:
            self._above, self._below = translate("Found", "From place"), translate("Found", "checked")
        elif staff_brings(lot):
            self._above = translate("Found", "No need to walk")
            self._below = translate("Found", "call the desk for it")
        else:
            self._above = translate("Found", "Next, on place") if among_several else translate("Found", "On place")
            self._below = (
                translate("Found", "take it, then tap here")
                if lot.leaves is Leaves.TAP
                else translate("Found", "then type its label here")
                if typed
                else translate("Found", "then scan its label here")
            )
        if lot.ending and not staff_brings(lot):
            self._above = wording.ending(lot.ending)
        self.setAccessibleName(f"{self._above} {self._name} {self._below}")
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme

    def _inner(self, theme: Theme) -> QRectF:
        across = min(theme.steady(54), self.width() // 12)
        return QRectF(self.rect()).adjusted(across, theme.px(34), -across, -theme.px(34))

    def painted_texts(self) -> list[Line]:
        """A line above, the place, a line below."""
        if self._lot is None or self._theme is None:
            return []
        theme, way, inner = self._theme, self.layoutDirection(), self._inner(self._theme)
        small = theme.text(40)
        above, below = (fitted(small, text, inner.width()) for text in (self._above, self._below))
        high = small.pixelSize() * (1.66 if is_deep(self._above + self._below) else 1.37)
        top = QRectF(inner.x(), inner.y(), inner.width(), high)
        bottom = QRectF(inner.x(), inner.bottom() - high, inner.width(), high)
        room = inner.adjusted(0, high, 0, -high)
        name = self._name
        made = [line(self._above, above, theme.colour(look.QUIET), top, direction=way)]
        if staff_brings(self._lot):
            room = mirrored(room.adjusted(0, 0, -self._picture_side(inner) * 1.15, 0), inner, way)
            large = fitted(theme.headline(140), name, room.width())
            large.setPixelSize(max(1, min(large.pixelSize(), round(room.height() / 1.6))))
            made.append(line(name, large, theme.colour(look.INK), room, direction=way))
        else:
            made += place_lines(room, name, theme, way)
        return [*made, line(self._below, below, theme.colour(look.QUIET), bottom, direction=way)]

    @staticmethod
    def least_height(theme: Theme) -> int:
        """Pixels under which the place would no longer be larger than the words above and below it."""
        return max(theme.px(330), round(theme.text(40).pixelSize() * 4.8) + 2 * theme.px(34))

    def whole(self, theme: Theme, width: int) -> bool:
        """Whether the words above and below keep their size at that width."""
        room = width - 2 * min(theme.steady(54), width // 12)
        return all(reach(theme.text(40), text) <= room for text in (self._above, self._below))

    @staticmethod
    def _picture_side(room: QRectF) -> float:
        return min(room.height(), room.width() * 0.3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A white card with a teal edge."""
        if self._lot is None or self._theme is None:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = max(3, theme.steady(6))
        painter.setPen(QPen(QColor(theme.colour(look.MARK)), edge))
        painter.setBrush(QColor(theme.colour(look.KEY)))
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, theme.radius, theme.radius)
        if staff_brings(self._lot):
            inner = self._inner(theme)
            side = self._picture_side(inner)
            where = QRectF(inner.right() - side, inner.center().y() - side / 2, side, side)
            picture("desk", theme, look.MARK).render(painter, mirrored(where, inner, self.layoutDirection()))
        for text in self.painted_texts():
            text.paint(painter)


class SmallCard(QLabel):
    """A parcel for later, one that the desk has, one that is checked, or how many more there are."""

    def __init__(self, lot: Lot | None, more: int = 0) -> None:
        super().__init__()
        self._lot, self._more = lot, more
        self._theme: Theme | None = None
        self._checked = lot is not None and lot.check is Check.CHECKED
        self.name, self.state = self._words()
        self.setAccessibleName(f"{self.name} {self.state}".strip())

    def _words(self) -> tuple[str, str]:
        if self._lot is None:
            return wording.more(self._more), ""
        if self._checked:
            return self._lot.place, translate("Found", "checked")
        if staff_brings(self._lot):
            return translate("Found", "At the desk"), ""
        return self._lot.place, wording.ends(self._lot.ending) if self._lot.ending else ""

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme

    def fits_one_line(self, theme: Theme, width: int) -> bool:
        """Whether place and state stand side by side in a card of that width, large enough to read."""
        name, state = theme.text(36, bold=True), theme.text(36, bold=self._checked)
        wide = QFontMetricsF(name).horizontalAdvance(self.name) + QFontMetricsF(state).horizontalAdvance(self.state)
        return wide + self._tick(theme) + (theme.px(20) if self.state else 0) <= width - 2 * self._pad(theme, width)

    @staticmethod
    def _pad(theme: Theme, width: int) -> int:
        return min(theme.px(30), width // 10)

    def _tick(self, theme: Theme) -> float:
        return theme.text(36).pixelSize() * 1.2 if self._checked else 0.0

    def painted_texts(self) -> list[Line]:
        """Place and state: side by side where they fit, else one under the other."""
        if self._theme is None:
            return []
        theme, way = self._theme, self.layoutDirection()
        pad = self._pad(theme, self.width())
        inner = QRectF(self.rect()).adjusted(pad, 0, -pad, 0)
        state_font = theme.text(36, bold=self._checked)
        ink = theme.colour(look.LEAF_DEEP if self._checked else look.INK)
        two = bool(self.state) and (self.height() >= theme.px(220) or not self.fits_one_line(theme, self.width()))
        if two:
            high = inner.height()
            over = QRectF(inner.x(), inner.y() + high * 0.08, inner.width(), high * 0.46)
            under = QRectF(inner.x(), inner.y() + high * 0.52, inner.width(), high * 0.44)
            tick = self._tick(theme)
            beside = mirrored(under.adjusted(tick, 0, 0, 0), under, way)
            name = fitted(theme.headline(min(84, high * 0.34 / theme.fit / theme.tight)), self.name, over.width())
            state_font.setPixelSize(min(state_font.pixelSize(), int(under.height() * 0.8)))
            state = fitted(state_font, self.state, beside.width())
            return [
                line(self.name, name, theme.colour(look.INK), over, direction=way),
                line(self.state, state, ink, beside, direction=way),
            ]
        taken = QFontMetricsF(state_font).horizontalAdvance(self.state) + self._tick(theme) + theme.px(14)
        room = mirrored(inner.adjusted(0, 0, -taken if self.state else 0, 0), inner, way)
        drawn = 48 if self.state or self.height() < theme.px(140) else 64
        large = fitted(theme.headline(drawn), self.name, room.width())
        made = [line(self.name, large, theme.colour(look.INK), room, direction=way)]
        if self.state:
            far = Qt.AlignmentFlag.AlignRight
            made.append(line(self.state, state_font, ink, inner, direction=way, across=far))
        return made

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mist, or leaf with a tick before the word."""
        assert self._theme
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._lot is not None:
            painter.setBrush(QColor(theme.colour(look.LEAF_LIGHT if self._checked else look.MIST)))
            if theme.outlined:
                painter.setPen(QPen(QColor(theme.colour(look.INK)), theme.steady(3)))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.radius, theme.radius)
        texts = self.painted_texts()
        for text in texts:
            text.paint(painter)
        if self._checked:
            covers = texts[-1].ink
            side = texts[-1].font.pixelSize()
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            left = covers.right() + 0.2 * side if rtl else covers.left() - 1.2 * side
            middle = texts[-1].at.y() - QFontMetricsF(texts[-1].font).capHeight() / 2
            picture("tick", theme, look.LEAF_DEEP).render(painter, QRectF(left, middle - side / 2, side, side))


def place_lines(room: QRectF, place: str, theme: Theme, way: Qt.LayoutDirection) -> list[Line]:
    """The shelf huge and bold, its number smaller and quieter on the same baseline, as large as the room allows."""
    shelf, number = split_place(place)
    size = min(theme.px(380), round(room.height() * 0.92 / look.CAPITAL))
    while True:
        large, small = theme.headline(size), theme.headline(size)
        large.setPixelSize(size)
        small.setPixelSize(max(8, round(size * 0.51)))
        wide, rest = QFontMetricsF(large).horizontalAdvance(shelf), QFontMetricsF(small).horizontalAdvance(number)
        if wide + rest <= room.width() or size <= 16:
            break
        size = min(size - 1, round(size * room.width() / (wide + rest)))
    base = room.center().y() + QFontMetricsF(large).capHeight() / 2
    bearing = QFontMetricsF(large).tightBoundingRect(shelf).left()  # huge letters start where the small ones do
    both = mirrored(QRectF(room.x(), room.y(), wide + rest, room.height()), room, way)
    ltr = Qt.LayoutDirection.LeftToRight
    ink, quiet = theme.colour(look.INK), theme.colour(look.QUIET)
    made = [line(shelf, large, ink, both.translated(-bearing, 0), direction=ltr, baseline=base)]
    if number:
        made.append(line(number, small, quiet, both.adjusted(wide - bearing, 0, 0, 0), direction=ltr, baseline=base))
    return made
