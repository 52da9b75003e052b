"""A yardstick for measuring: a window of one line of text and nothing else, so that it shows what a painting alone costs here."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget


class BareWindow(QWidget):
    """Paints a text when told to, as large as the kiosk's window, and says when it is on the screen."""

    painted = Signal()

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._text = ""
        self.resize(width, height)

    def say(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and the text; told once the picture is out, as the kiosk's window does."""
        painter = QPainter(self)
        painter.eraseRect(self.rect())
        painter.drawText(self.rect(), self._text)
        QTimer.singleShot(0, self, self.painted.emit)
