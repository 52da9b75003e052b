"""A new code on the desk's window: the QR code and its digits, to be photographed or written down, for a minute at most.

Whoever walks past a station that serves as the desk could photograph it, too.
"""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.codes.slip import symbol
from kiosk.desk.counter.panel import Fact, Slip
from kiosk.screens import desk_wording as say
from kiosk.screens import theme as look
from kiosk.screens.language import language_of, speaking
from kiosk.screens.lettering import Line, fitted, line
from kiosk.screens.theme import Theme

SHOWN_MS = 60_000
"""For which a code is shown; it can still be printed, or made anew."""


class DeskSlip(QWidget):
    """White paper on the card."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._asked: Slip | None = None
        self._slip: Slip | None = None
        self._modules: list[list[bool]] = []
        self._digits, self._note, self._radius = QFont(), QFont(), 0
        self._theme: Theme | None = None
        self._shown = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._shown.timeout.connect(lambda: self._put_on(None))
        self.hide()

    def show_slip(self, slip: Slip | None) -> None:
        """Another code; None takes it off the screen, and out of this window's memory."""
        if slip == self._asked:
            return
        self._asked = slip
        self._put_on(slip)
        if slip:
            self._shown.start()
        else:
            self._shown.stop()

    @property
    def has_code(self) -> bool:
        """False also once a code was there for long enough: the panel that goes on showing it brings it back no more."""
        return self._slip is not None

    def _put_on(self, slip: Slip | None) -> None:
        self._slip = slip
        self._modules = symbol(slip.token) if slip else []
        self.setAccessibleName(slip.typed if slip else "")
        self.setVisible(slip is not None)
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme
        self._digits, self._note, self._radius = theme.text(52, bold=True), theme.text(30), theme.radius

    def _parts(self) -> tuple[QRectF, QRectF, QRectF]:
        """Where the QR code, the digits and the note stand: one under the other, or, where it is wide, beside each other."""
        whole, line_high = QRectF(self.rect()), QFontMetrics(self._digits).height()
        note_high = QFontMetrics(self._note).height()
        if whole.width() > whole.height() * 1.5:
            side = whole.height()
            rest = whole.adjusted(side, 0, -self._radius, 0)
            top = rest.center().y() - (line_high + note_high) / 2
            return (
                QRectF(0, 0, side, side),
                QRectF(rest.x(), top, rest.width(), line_high),
                QRectF(rest.x(), top + line_high, rest.width(), note_high),
            )
        below = line_high + note_high + self._radius
        side = min(whole.width(), whole.height() - below)
        left = (whole.width() - side) / 2
        top = side + (whole.height() - side - below) / 2
        return (
            QRectF(left, (whole.height() - side - below) / 2, side, side),
            QRectF(self._radius, top, whole.width() - 2 * self._radius, line_high),
            QRectF(self._radius, top + line_high, whole.width() - 2 * self._radius, note_high),
        )

    def painted_texts(self) -> list[Line]:
        """The digits; under them the place and the label's end, or what the number counts."""
        if self._slip is None or self._theme is None:
            return []
        ink = self._theme.colour(look.SHEET_INK)
        _, digits, note = self._parts()
        middle, way = Qt.AlignmentFlag.AlignHCenter, Qt.LayoutDirection.LeftToRight
        told = f"{self._slip.place or ''}  {say.ending(self._slip.ending)}".strip()
        if not told:  # a checkpoint is of no parcel, its number is that of the ledger's entries
            with speaking(language_of(self)):
                told = say.fact_name(Fact.ENTRIES)
        large = fitted(self._digits, self._slip.typed, digits.width())
        return [
            line(self._slip.typed, large, ink, digits, direction=way, across=middle),
            line(told, fitted(self._note, told, note.width()), ink, note, direction=way, across=middle),
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, modules, digits."""
        assert self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colour(look.SHEET)))
        painter.drawRoundedRect(QRectF(self.rect()), self._radius, self._radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        room, _, _ = self._parts()
        each = int(room.width() // max(1, len(self._modules)))
        inset = (room.width() - each * len(self._modules)) / 2
        for down, row in enumerate(self._modules):
            for across, dark in enumerate(row):
                if dark:
                    left, top = room.x() + inset + across * each, room.y() + inset + down * each
                    painter.fillRect(QRectF(left, top, each, each), QColor(self._theme.colour(look.SHEET_INK)))
        for text in self.painted_texts():
            text.paint(painter)
