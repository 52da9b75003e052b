"""The desk's rows: parcels, reasons, facts. A list of Qt's own, so that keys, scrolling and screen readers come with it."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScroller,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kiosk.desk.counter.panel import ChoiceRow, FactRow, Panel, ParcelRow, Row, TextRow
from kiosk.desk.search import Mark
from kiosk.screens import desk_wording as say
from kiosk.screens import theme as look
from kiosk.screens.language import language_of, speaking
from kiosk.screens.lettering import Line, line, mirrored
from kiosk.screens.palette import Hue
from kiosk.screens.theme import Theme
from kiosk.screens.wording import clock_time

Index = QModelIndex | QPersistentModelIndex

_CALM = {Mark.WAITING, Mark.EXPECTED, Mark.HANDED_OVER, Mark.RETURNED}
_PRESSING = {Mark.LAST_DAY, Mark.PAST_DAY, Mark.MISSING, Mark.DISPUTED}


_COLUMNS = ((0.0, 0.22), (0.23, 0.39), (0.40, 0.67), (0.67, 1.0))
"""Where the four texts of a parcel stand, in parts of the row's width."""
_EM_FOR_COLUMNS = 29
"""Under so many em of width, a parcel takes two lines."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One text of a row. `line` and `start` to `end`: its room, in lines and in parts of the row's width."""

    text: str
    hue: Hue
    bold: bool = False
    large: bool = False
    trailing: bool = False
    line: int = 0
    start: float = 0.0
    end: float = 1.0


def cells(row: Row, today: date) -> list[Cell]:
    """What a row says, from its leading edge on."""
    match row:
        case ParcelRow():
            pressing = look.BRICK_ON_CARD if row.mark in _PRESSING else look.AMBER
            return [
                Cell(row.place or "–", look.INK, bold=True, large=True),
                Cell(say.ending(row.ending), look.QUIET),
                Cell(say.since(row.since, today) if row.since else "", look.INK),
                Cell(
                    say.mark(row.mark), look.TEAL_ON_MIST if row.mark in _CALM else pressing, bold=True, trailing=True
                ),
            ]
        case ChoiceRow():
            tick = "✓" if row.on else "" if row.count is None else str(row.count)
            return [
                Cell(say.choice(row.choice), look.INK, bold=True, large=True),
                Cell(tick, look.TEAL_ON_MIST, bold=True, large=True, trailing=True),
            ]
        case FactRow():
            name, value = say.fact(row)
            if not name:
                return [Cell(value, look.INK, bold=True, large=True)]
            return [Cell(name, look.QUIET), Cell(value, look.INK, bold=True, trailing=True)]
        case TextRow():
            beside = [say.choice(row.choice)] if row.choice else []
            beside += [str(row.count)] if row.count is not None else []
            beside += [clock_time(row.at)] if row.at else []
            return [
                Cell(row.text, look.INK, bold=True, large=True),
                Cell(" · ".join(beside), look.QUIET, trailing=True),
            ]


class _Drawn(QStyledItemDelegate):
    def __init__(self, view: "DeskRows") -> None:
        super().__init__(view)
        self._view = view
        self.theme: Theme | None = None
        self.rows: tuple[Row, ...] = ()
        self.today = date.min
        self.close = 1.0
        """How near to each other the rows stand."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.high(index.row()))

    def high(self, number: int) -> int:
        """Pixels of a row: a target, and room for its lines."""
        if self.theme is None:
            return 1
        lines = 1 + max(cell.line for cell in self._placed(number))
        text = QFontMetrics(self._font(Cell("", look.INK, large=True))).height()
        return max(
            self.theme.floor_target + 2,
            round(self.theme.steady(112) * self.close),
            round(lines * text * 1.12) + self.theme.steady(16),
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        assert self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.chosen == index.row():
            painter.setBrush(QColor(self.theme.colour(look.KEY)))
            painter.setPen(QPen(QColor(self.theme.colour(look.MARK)), max(2, self.theme.steady(4))))
            radius = self.theme.radius * 0.7
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), radius, radius)
        for text in self.lines(index.row(), option.rect):
            text.paint(painter)

    def lines(self, number: int, rect: QRect) -> list[Line]:
        """Every text of a row; one that is too long for its room ends in an ellipsis."""
        assert self.theme
        pad, way = self.theme.steady(40), self._view.layoutDirection()
        inner, made = QRectF(rect).adjusted(pad, 0, -pad, 0), list[Line]()
        placed = self._placed(number)
        each = (inner.height() - self.theme.steady(16)) / (1 + max(cell.line for cell in placed))
        for cell in placed:
            left, wide = inner.x() + inner.width() * cell.start, inner.width() * (cell.end - cell.start)
            room = QRectF(left, inner.y() + self.theme.steady(8) + cell.line * each, wide, each)
            across = Qt.AlignmentFlag.AlignRight if cell.trailing else Qt.AlignmentFlag.AlignLeft
            font = self._font(cell)
            text = QFontMetrics(font).elidedText(cell.text, Qt.TextElideMode.ElideRight, int(wide) + 1)
            made.append(
                line(text, font, self.theme.colour(cell.hue), mirrored(room, inner, way), direction=way, across=across)
            )
        return made

    def _placed(self, number: int) -> list[Cell]:
        """The cells of a row in their rooms: columns where all fit, else two lines."""
        assert self.theme
        row, wide = self.rows[number], self._view.viewport().width() - 2 * self.theme.steady(40)
        with speaking(language_of(self._view)):
            told = cells(row, self.today)
        if isinstance(row, ParcelRow):
            if wide >= _EM_FOR_COLUMNS * QFontMetrics(self._font(told[1])).height() / 1.36:
                return [replace(c, start=a, end=b) for c, (a, b) in zip(told, _COLUMNS, strict=True) if c.text]
            place, label, since, mark = told
            above = self._beside(place, mark, wide)
            return [
                *above,
                *(replace(cell, line=1) for cell in self._beside(label, replace(since, trailing=True), wide)),
            ]
        first, second = told[0], told[1] if len(told) > 1 else None
        if second is None or not second.text:
            return [first]
        if self._wide(first) + self._wide(second) + self.theme.steady(24) <= wide:
            return self._beside(first, second, wide)
        return [first, replace(second, line=1)]

    def _beside(self, first: Cell, second: Cell, wide: int) -> list[Cell]:
        """Two on one line: the second has the room it needs."""
        part = max(0.3, 1 - (self._wide(second) + 4) / max(1, wide))
        return [replace(first, end=part - 0.01), replace(second, start=part)]

    def _wide(self, cell: Cell) -> int:
        return QFontMetrics(self._font(cell)).horizontalAdvance(cell.text)

    def _font(self, cell: Cell) -> QFont:
        assert self.theme
        return replace(self.theme, tight=1.0).text(46 if cell.large else 34, bold=cell.bold)


class DeskRows(QListView):
    """The rows of a panel; a touch, Enter or Space chooses one."""

    chose = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: int | None = None
        self._texts = QStandardItemModel(self)
        self.setModel(self._texts)
        self._drawn = _Drawn(self)
        self.setItemDelegate(self._drawn)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
        self.clicked.connect(lambda index: self.chose.emit(index.row()))
        self.activated.connect(lambda index: self.chose.emit(index.row()))

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._drawn.theme = theme
        self.setFont(theme.text(34))
        thick, round_, edge = theme.steady(12), theme.steady(6), theme.colour(look.EDGE)
        self.verticalScrollBar().setStyleSheet(
            f"QScrollBar:vertical {{ width: {thick}px; background: transparent; }}"
            f"QScrollBar::handle:vertical {{ background: {edge}; border-radius: {round_}px; min-height: {thick * 4}px; }}"
            "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        )
        self.scheduleDelayedItemsLayout()

    def fit(self, wide: int, high: int) -> int:
        """Pixels that the rows take in that room; they stand closer where all of them then fit, and are scrolled where not."""
        self.resize(wide, max(1, high))
        needs = 0
        for close in (1.0, 0.9, 0.8, 0.7, 1.0):
            self._drawn.close = close
            needs = sum(self._drawn.high(number) for number in range(len(self._drawn.rows)))
            if needs <= high:
                break
        self.doItemsLayout()
        return min(needs, high)

    def show_panel(self, panel: Panel, today: date) -> None:
        """The rows of a panel; the list stays where it was scrolled to, unless it is another list."""
        self.chosen = panel.chosen
        if panel.rows != self._drawn.rows or today != self._drawn.today:
            self._texts.clear()
            self._drawn.rows, self._drawn.today = panel.rows, today
            for row in panel.rows:  # drawn from the row itself; the text is for those who hear the screen
                self._texts.appendRow(QStandardItem(", ".join(cell.text for cell in cells(row, today) if cell.text)))
            self.scrollToTop()
        if panel.chosen is not None and panel.chosen < len(panel.rows):
            self.setCurrentIndex(self._texts.index(panel.chosen, 0))
        self.viewport().update()

    def painted_texts(self) -> list[Line]:
        """Every text of the rows in view."""
        found = list[Line]()
        for number in range(len(self._drawn.rows)):
            rect = self.visualRect(self._texts.index(number, 0))
            if self.viewport().rect().contains(rect):
                found += self._drawn.lines(number, rect)
        return found
