"""The controls of the manner: small, always in the same place, on every screen of a customer's."""

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.screens import theme as look
from kiosk.screens.lettering import mirrored
from kiosk.screens.manner import Adjust, Manner
from kiosk.screens.pill import Pill
from kiosk.screens.theme import Theme
from kiosk.screens.wording import adjust


class MannerBar(QWidget):
    """One button a step, pressed while it is on. Languages have their seat before them."""

    sent = Signal(object)
    """An `Adjust`."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons = [Pill(step) for step in (Adjust.LARGER, Adjust.LOOK, Adjust.LOW, Adjust.ALOUD)]
        for button in self.buttons:
            button.setParent(self)
            button.setCheckable(True)
            button.icon_name = str(button.sends)
            button.sent.connect(self.sent)

    def offer(self, step: Adjust, *, there: bool) -> None:
        """Whether a step can be taken here at all: no ear key on a machine without a voice."""
        for button in self.buttons:
            if button.sends is step:
                button.setVisible(there)

    @property
    def _offered(self) -> list[Pill]:
        return [button for button in self.buttons if not button.isHidden()]

    def show_manner(self, manner: Manner, depots: Manner) -> None:
        """Show which steps were taken."""
        for button in self.buttons:
            assert isinstance(button.sends, Adjust)
            on = manner.has(button.sends, depots)
            button.setChecked(on)
            button.fill, button.ink = (look.INK, look.PAPER) if on else (look.MIST, look.INK)
            button.setAccessibleName(adjust(button.sends, manner))
            button.update()

    def size_needed(self, theme: Theme) -> tuple[int, int]:
        """Pixels across and down: 12.7 mm each, 2.5 mm apart."""
        count = len(self._offered)
        return count * theme.floor_target + (count - 1) * theme.least_gap, theme.floor_target

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        for number, button in enumerate(self._offered):
            button.dress(theme)
            side = theme.floor_target
            left = number * (side + theme.least_gap)
            whole = QRectF(QRect(0, 0, *self.size_needed(theme)))
            place = mirrored(QRect(left, 0, side, side), whole, self.layoutDirection())
            button.setGeometry(place.toRect())
