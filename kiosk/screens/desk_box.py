"""The desk's one box: scanned or typed, with its question at the trailing end; where nothing is typed, the question as a headline."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.screens import theme as look
from kiosk.screens.lettering import Line, fitted, line, mirrored
from kiosk.screens.theme import Theme


class DeskBox(QWidget):
    """White, with an ink edge. `typed` tells every change by a person, `entered` the Enter key."""

    typed = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.edit.setFrame(False)
        self.edit.setMaxLength(512)
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.edit.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        self.edit.textEdited.connect(self.typed)
        self.edit.returnPressed.connect(self.entered)
        self._question, self._is_box = "", True
        self._note, self._headline = QFont(), QFont()
        self._radius, self._edge, self._pad = 0, 1, 0
        self._theme: Theme | None = None

    def show_question(self, question: str, *, typed: str, is_box: bool, hidden: bool) -> None:
        """Ask; `typed` stands in the box."""
        self._question, self._is_box = question, is_box
        self.edit.setVisible(is_box)
        self.edit.setAccessibleName(question)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        if self.edit.text() != typed:
            self.edit.setText(typed)
            self.edit.selectAll()  # what was scanned gives way to what is typed next
        self._place()
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme
        palette = self.edit.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.colour(look.INK)))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(theme.colour(look.TEAL)))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.colour(look.WHITE)))
        self.edit.setPalette(palette)
        self.edit.setFont(theme.text(52))
        self._note, self._headline = theme.text(34), theme.text(56, bold=True)
        self._radius, self._edge, self._pad = theme.radius, max(2, theme.steady(4)), theme.steady(40)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The box keeps room for its question."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        room = self.rect().adjusted(self._pad, self._edge * 2, -self._pad, -self._edge * 2)
        if self._asks_inside() and self.edit.text():
            room.setWidth(room.width() - self._asked(room.width()) - self._pad // 2)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.edit.setAlignment(
            side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        )  # whatever is typed
        self.edit.setGeometry(mirrored(room, QRectF(self.rect()), self.layoutDirection()).toRect())

    def _asks_inside(self) -> bool:
        """The question gives way to what is typed."""
        typed = QFontMetrics(self.edit.font()).horizontalAdvance(self.edit.text())
        wide = self.width() - 2 * self._pad
        return not self.edit.text() or typed + self._asked(wide) + self._pad <= wide

    def _asked(self, wide: int) -> int:
        return QFontMetrics(fitted(self._note, self._question, wide * 0.9)).horizontalAdvance(self._question)

    def painted_texts(self) -> list[Line]:
        """The question."""
        if self._theme is None:
            return []
        ink, quiet = self._theme.colour(look.INK), self._theme.colour(look.QUIET)
        room = QRectF(self.rect()).adjusted(self._pad, 0, -self._pad, 0)
        way = self.layoutDirection()
        if not self._is_box:
            room = QRectF(self.rect())
            large = fitted(self._headline, self._question, room.width())
            return [line(self._question, large, ink, room, direction=way)]
        if not self._asks_inside():
            return []
        across = Qt.AlignmentFlag.AlignRight
        font = fitted(self._note, self._question, room.width() * 0.9)
        return [line(self._question, font, quiet, room, direction=way, across=across)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, or nothing but words."""
        assert self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_box:
            inset = self._edge / 2
            painter.setBrush(QColor(self._theme.colour(look.KEY)))
            painter.setPen(QPen(QColor(self._theme.colour(look.INK)), self._edge))
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, self._radius, self._radius)
        for text in self.painted_texts():
            text.paint(painter)
