"""TYPING: twelve large keys for digits, or a field of letters; what was typed stands in its groups."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.desk.shown import Key, Tap, Typing
from kiosk.screens import theme as look
from kiosk.screens.page import Page, drop
from kiosk.screens.parts import Button
from kiosk.screens.theme import Theme
from kiosk.screens.wording import translate

_DIGITS = "1234567890"
_CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: I, L, O and U are in no code."""
_LABEL_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GROUPS = {10: (3, 3, 4), 8: (4, 4)}


class Slots(QWidget):
    """One seat a character, in the groups in which the code is printed."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._groups: tuple[int, ...] = (10,)
        self._theme: Theme | None = None

    def show_typed(self, typed: str, length: int) -> None:
        """Show what was typed so far."""
        self._typed, self._groups = typed, _GROUPS.get(length, (length,))
        self.setAccessibleName(translate("Typing", "%n characters typed", "", len(typed)))
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme
        self.setMinimumHeight(theme.px(118))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Characters on lines; the seat to come has a teal line."""
        assert self._theme
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count, gaps = sum(self._groups), len(self._groups) - 1
        each = min(self.width() / (count + 0.5 * gaps), theme.px(92))
        font = theme.text(76, bold=True)
        font.setPixelSize(max(10, min(font.pixelSize(), round(each * 1.1), round(self.height() * 0.7))))
        painter.setFont(font)
        base = self.height() / 2 + QFontMetricsF(font).capHeight() / 2
        left, number = 0.0, 0
        for group in self._groups:
            for _ in range(group):
                seat = QRectF(left + each * 0.08, base + theme.px(18), each * 0.84, theme.px(6))
                here = number == len(self._typed)
                painter.fillRect(
                    seat, QColor(look.TEAL if here else look.INK if number < len(self._typed) else "#8A8577")
                )
                if number < len(self._typed):
                    painter.setPen(QColor(look.INK))
                    painter.drawText(
                        QRectF(left, 0, each, base + theme.px(14)),
                        Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom,
                        self._typed[number],
                    )
                left, number = left + each, number + 1
            left += each * 0.5


class TypingScreen(Page):
    """The keypad, for a code or for the end of a label that cannot be scanned."""

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name)
        self._value = Typing()
        self._keys: list[Button] = []
        self._made_for: tuple[bool, bool] | None = None
        self.headline = self.words(84, headline=True)
        self.text = self.words(44)
        self.slots = Slots()
        self.lines.addWidget(self.slots)
        self.wrong = self.words(38, tag=True)
        self.lines.addStretch(3)
        self.call = self.button(Tap.CALL_DESK)
        self.back = Button(Tap.BACK)
        self.erase = Button(Key(""))
        self.erase.icon_name = "erase"

    def show_value(self, value: Typing) -> None:
        """Show what was typed so far."""
        self._value = value
        if self._made_for != (value.letters, value.label):
            self._made_for = (value.letters, value.label)
            self._make_keys()
        self.slots.show_typed(value.typed, value.length)
        self.retranslate()

    def _make_keys(self) -> None:
        for key in self._keys:
            if isinstance(key.sends, Key) and key.sends.character:
                drop(key)
        letters = "" if not self._value.letters else _LABEL_LETTERS if self._value.label else _CODE_LETTERS
        signs = [Button(Key(sign), fill=look.WHITE, edge="#8A8577") for sign in _DIGITS + letters]
        for key in signs:
            assert isinstance(key.sends, Key)
            key.say(key.sends.character)
            key.marked = key.sends.character == "5" and not letters
        self._keys = [*signs, self.erase, self.back] if letters else [*signs[:9], self.back, signs[9], self.erase]
        for key in self._keys:
            if key.parent() is not self:
                key.setParent(self)
                key.sent.connect(self.tapped)
            key.show()
        for first, then in zip(self._keys, self._keys[1:], strict=False):
            QWidget.setTabOrder(first, then)

    def retranslate(self) -> None:
        """Say everything again."""
        if self._value.label:
            self.headline.say(translate("Typing", "Type the end of the label"))
            self.text.say(translate("Typing", "The last 6 letters or digits of the number under the bars."))
            self.wrong.say(translate("Typing", "No match. Please check it.") if self._value.wrong else "")
        else:
            self.headline.say(translate("Typing", "Type your code"))
            self.text.say(translate("Typing", "It is in your pickup message."))
            self.wrong.say(translate("Typing", "Not found. Please check it.") if self._value.wrong else "")
        if self._value.wrong:
            self.text.say("")
        self.call.say(translate("Screens", "Call the desk"))
        self.back.say(translate("Screens", "Back"))
        self.erase.setAccessibleName(translate("Typing", "Erase the last one"))
        self.fit()

    def arrange_middle(self, theme: Theme, middle: QRect) -> bool:
        """Digits: words left, keys right down to the edge (landscape). Letters, and portrait: words above keys."""
        per_row = (5 if theme.portrait else 10) if self._value.letters else 3
        if self._value.letters or theme.portrait:
            words = middle.adjusted(0, 0, 0, 0)
            words.setHeight(self.column_height(middle.width()))
            keys = middle.adjusted(0, words.height() + theme.px(30), 0, -theme.px(16))
        else:
            wide = round(middle.width() * 0.42)
            words = middle.adjusted(0, 0, -wide - theme.px(80), 0)
            keys = QRect(middle.right() - wide, middle.y(), wide, self.rect().bottom() - theme.px(56) - middle.y())
        self.column.setGeometry(words)
        return self._place_keys(theme, keys, per_row) and self.column_height(words.width()) <= words.height()

    def _place_keys(self, theme: Theme, room: QRect, per_row: int) -> bool:
        rows = max(1, -(-len(self._keys) // per_row))
        gap = max(theme.least_gap, theme.px(18))
        wide = (room.width() - gap * (per_row - 1)) // per_row
        high = min((room.height() - gap * (rows - 1)) // rows, theme.px(250))
        for number, key in enumerate(self._keys):
            key.setGeometry(
                room.x() + number % per_row * (wide + gap), room.y() + number // per_row * (high + gap), wide, high
            )
        return min(wide, high) >= theme.least_target

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A keyboard types too: letters, digits, and the key that takes back."""
        sign = event.text().upper()
        if event.key() == Qt.Key.Key_Backspace:
            self.tapped.emit(Key(""))
        elif sign and any(key.sends == Key(sign) for key in self._keys):
            self.tapped.emit(Key(sign))
        else:
            super().keyPressEvent(event)
