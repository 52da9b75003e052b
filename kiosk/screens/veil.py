"""The change from one screen to the next, made calm: the new one is there at once, and the last of its own ground lifts from it.

Nothing of the screen before is shown again, nothing waits for it, and touches go through it.
"""

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

LIFTS_MS = 140
BEGINS = 0.25
"""How much of the ground covers the new screen at first: what it says is read through it from the first frame on, and what is dark
before and after grows lighter by less than a flash needs (WCAG 2.2, 2.3.1)."""


class Veil(QWidget):
    """Over its parent while it lifts, hidden otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._colour = QColor()
        self._lifting = QVariantAnimation(self)
        self._lifting.setDuration(LIFTS_MS)
        self._lifting.setStartValue(BEGINS)
        self._lifting.setEndValue(0.0)
        self._lifting.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._lifting.valueChanged.connect(self._thin)
        self._lifting.finished.connect(self.hide)
        self.hide()

    def lift(self, ground: str) -> None:
        """Cover the parent with this colour, and lift."""
        self._colour = QColor(ground)
        self._lifting.stop()
        self._thin(BEGINS)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self._lifting.start()

    def _thin(self, share: float) -> None:
        self._colour.setAlphaF(share)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, as thin as it is now."""
        QPainter(self).fillRect(self.rect(), self._colour)
