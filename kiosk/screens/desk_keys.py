"""Keys on the desk's screen: a pad for a PIN, and a field of keys for the box, where there is no keyboard."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.desk.shown import Key
from kiosk.screens import theme as look
from kiosk.screens.parts import Button
from kiosk.screens.theme import Theme
from kiosk.screens.wording import translate

FIELD = ("1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM: ")
_PAD = 3


class DeskKeys(QWidget):
    """A grid of keys; each says its character, the last one takes a character back (`""`)."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[list[Button]] = []
        self._signs: tuple[str, ...] = ()

    def show_field(self) -> None:
        """Digits and letters."""
        self._make(FIELD)

    def show_pad(self, digits: str) -> None:
        """Ten digits, in the order given."""
        self._make((digits[:3], digits[3:6], digits[6:9], digits[9:]))

    def _make(self, rows: tuple[str, ...]) -> None:
        if rows == self._signs:
            return
        for key in self.findChildren(Button):
            key.hide()
            key.deleteLater()
        self._signs = rows
        self._rows = [[self._key(sign) for sign in row if sign != " "] for row in rows]
        self._rows[-1].append(self._key(""))

    def _key(self, sign: str) -> Button:
        key = Button(Key(sign), fill=look.KEY, edge=look.EDGE)
        key.setParent(self)
        if sign:
            key.say(sign)
        else:
            key.icon_name = "erase"
            key.setAccessibleName(translate("Typing", "Erase the last one"))
        key.sent.connect(lambda sent: self.pressed.emit(sent.character))
        key.show()
        return key

    def place(self, theme: Theme, room: QRect) -> None:
        """Fill the room; keys of a pad stay near square."""
        gap = theme.least_gap
        across = max(len(row) for row in self._rows)
        wide = (room.width() - gap * (across - 1)) // across
        high = (room.height() - gap * (len(self._rows) - 1)) // len(self._rows)
        if across <= _PAD:
            wide = min(wide, round(high * 1.7))
        self.setGeometry(room)
        for down, row in enumerate(self._rows):
            for number, key in enumerate(row):
                key.dress(theme)
                last = number == len(row) - 1 and down == len(self._rows) - 1
                left = number * (wide + gap)
                width = across * (wide + gap) - gap - left if last else wide
                key.setGeometry(left, down * (high + gap), width, high)
