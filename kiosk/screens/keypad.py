"""TYPING: twelve large keys for digits, or a field of letters; what was typed stands in its groups."""

import math
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.codes.typed import forgiven
from kiosk.desk.shown import Key, Tap, Typing
from kiosk.screens import theme as look
from kiosk.screens.lettering import Line, fitted, line
from kiosk.screens.page import Page
from kiosk.screens.parts import Button, drop
from kiosk.screens.theme import Theme
from kiosk.screens.wording import translate
from kiosk.screens.words import ColumnPart

_DIGITS = "1234567890"
_CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: I, L, O and U are in no code."""
_LABEL_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GROUPS = {10: (3, 3, 4), 8: (4, 4)}
_SEAT = 0.86
"""How much of a seat's share its character and line have; the rest is between two."""


class Slots(ColumnPart):
    """One seat a character, in the groups in which the code is printed."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._groups: tuple[int, ...] = (10,)
        self._each, self._line, self._font, self._high = 0, 0, QFont(), 0
        self._theme: Theme | None = None

    def show_typed(self, typed: str, length: int) -> None:
        """Show what was typed so far."""
        self._typed, self._groups = typed, _GROUPS.get(length, (length,))
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Say again how many there are."""
        self.setAccessibleName(translate("Typing", "%n characters typed", "", len(self._typed)))

    def dress(self, theme: Theme) -> None:
        """Take the theme's measures."""
        self._theme = theme
        self._font = theme.text(76, bold=True)
        widest = QFontMetricsF(self._font).horizontalAdvance("W") + 1
        self._each, self._line = max(theme.px(92), math.ceil(widest / _SEAT)), max(2, theme.px(6))
        self._high = round(self._font.pixelSize() * 1.35)

    def heightForWidth(self, _width: int) -> int:
        """Pixels for a character and its line."""
        return self._high

    def natural_width(self, width: int) -> int:
        """Pixels that the seats take of that width."""
        return round(min(width, self._each * (sum(self._groups) + 0.5 * (len(self._groups) - 1))))

    def _seats(self) -> list[QRectF]:
        """Characters run from left to right in every language; the whole stands at the leading edge."""
        count = sum(self._groups) + 0.5 * (len(self._groups) - 1)
        each = min(self.width() / count, self._each)
        from_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, seats = self.width() - each * (count - 0.14) if from_right else 0.0, list[QRectF]()
        for group in self._groups:
            for _ in range(group):
                seats.append(QRectF(left, 0, each * _SEAT, self.height() - 2 * self._line))
                left += each
            left += each * 0.5
        return seats

    def painted_texts(self) -> list[Line]:
        """What was typed, each character on its seat."""
        if self._theme is None:
            return []
        seats = self._seats()
        font = fitted(self._font, "W", seats[0].width())
        return [
            line(
                sign,
                font,
                self._theme.colour(look.INK),
                seat,
                direction=Qt.LayoutDirection.LeftToRight,
                across=Qt.AlignmentFlag.AlignHCenter,
            )
            for sign, seat in zip(self._typed, seats, strict=False)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Characters on lines; the seat to come has a teal line, twice as thick."""
        assert self._theme
        painter = QPainter(self)
        for number, seat in enumerate(self._seats()):
            here, filled = number == len(self._typed), number < len(self._typed)
            hue = look.MARK if here else look.INK if filled else look.EDGE
            under = QRectF(seat.x(), seat.bottom(), seat.width(), self._line * (2 if here else 1))
            painter.fillRect(under, QColor(self._theme.colour(hue)))
        for text in self.painted_texts():
            text.paint(painter)


class TypingScreen(Page):
    """The keypad, for a code or for the end of a label that cannot be scanned."""

    targets_on_top = True

    def __init__(self, depot_name: str) -> None:
        super().__init__(depot_name)
        self._value = Typing()
        self._keys: list[Button] = []
        self._made_for: tuple[bool, bool] | None = None
        self.headline = self.words(84, headline=True)
        self.text = self.words(44)
        self.slots = self.add(Slots())
        self.slots.above = 34
        self.wrong = self.tag_of(38)
        self.call = self.button(Tap.CALL_DESK)
        self.back = self.add_target(Button(Tap.BACK))
        self.erase = self.add_target(Button(Key("")))
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
        signs = [self.add_target(Button(Key(sign), fill=look.KEY, edge=look.EDGE)) for sign in _DIGITS + letters]
        for key, sign in zip(signs, _DIGITS + letters, strict=True):
            key.say(sign)
            key.marked = sign == "5" and not letters
            key.show()
        if letters:
            self._keys = [*signs[:10], self.erase, *signs[10:]]
        else:
            self._keys = [*signs[:9], self.back, signs[9], self.erase]
        everything = [*self._keys, *(button for button in (self.back, self.call) if button not in self._keys)]
        for first, then in pairwise(everything):
            QWidget.setTabOrder(first, then)

    def retranslate(self) -> None:
        """Say everything again."""
        self.slots.retranslate()
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

    def arrange(self, theme: Theme) -> bool:
        """The way back stands among the keys where these leave room for it."""
        among = not self._value.letters or (theme.reach and not theme.portrait)
        self.buttons = [self.call] if among else [self.back, self.call]
        return super().arrange(theme)

    def arrange_middle(self, theme: Theme, middle: QRect) -> bool:
        """Landscape: digits stand at the right, down to the edge; letters under the words. Portrait: all under the words."""
        words, letters = QRect(middle), self._value.letters
        beside = (letters or theme.reach) and not theme.portrait
        self.column = [
            part for part in (self.headline, self.text, self.slots, self.wrong) if part is not self.slots or not beside
        ]
        if not beside and not theme.portrait:
            wide = round(middle.width() * 0.42)
            words.setWidth(middle.width() - wide - theme.px(80))
            keys = QRect(
                middle.right() + 1 - wide, middle.y(), wide, self.rect().bottom() + 1 - theme.px(56) - middle.y()
            )
            return self._place_digits(theme, keys) and self.place_column(theme, words)
        words.setTop(words.top() + theme.px(28 if theme.portrait else 6))
        if beside:
            wide = self.slots.natural_width(middle.width() // 2)
            words.setWidth(middle.width() - wide - theme.px(72))
        words.setHeight(self.column_height(theme, words.width()))
        if beside:
            high = self.slots.heightForWidth(0)
            self.slots.setGeometry(middle.right() + 1 - wide, words.y() + (words.height() - high) // 2, wide, high)
        top = words.bottom() + theme.px(36)
        if theme.reach:
            top = max(top, -(-self.height() // 2))
        keys = middle.adjusted(0, top - middle.y(), 0, 0 if theme.reach else -theme.px(18))
        fits = self._place_letters(theme, keys) if letters else self._place_digits(theme, keys)
        return self.place_column(theme, words) and fits

    def _place_digits(self, theme: Theme, room: QRect) -> bool:
        """Four rows as on a telephone; in reach, landscape has height for two: five digits each, and what takes back."""
        gap, keys, rows, each_row = max(theme.least_gap, theme.px(18)), self._keys, 4, 3
        if theme.reach and not theme.portrait:
            rows, each_row = 2, 6
            keys = [*keys[:5], self.erase, *keys[5:9], *keys[10:11], self.back]
        wide = (room.width() - (each_row - 1) * gap) // each_row
        high = min((room.height() - (rows - 1) * gap) // rows, max(theme.px(250), theme.target))
        for number, key in enumerate(keys):
            down, across = divmod(number, each_row)
            key.setGeometry(room.x() + across * (wide + gap), room.y() + down * (high + gap), wide, high)
        return min(wide, high) >= theme.least_target and self.back.words_width() <= wide - theme.px(16)

    def _place_letters(self, theme: Theme, room: QRect) -> bool:
        """Digits in one row (portrait: two), the letters in rows under them; what takes back stands at the far end.

        In reach, landscape, the way back stands there, too: it leaves the bar to the controls of the head.
        """
        gap, letters = max(theme.least_gap, theme.px(14)), len(self._keys) - 11
        low = theme.reach and not theme.portrait
        each_row = 5 if theme.portrait else 13 if low else -(-letters // 2)
        wide = (room.width() - gap * (each_row - 1)) // each_row
        digits, erase, rest = self._keys[:10], self._keys[10], self._keys[11:]
        digit_rows = [digits[:5], digits[5:]] if theme.portrait else [digits]
        rows = [*digit_rows, *(rest[start : start + each_row] for start in range(0, letters, each_row))]
        high = min(
            (room.height() - gap * (len(rows) - 1)) // len(rows), max(theme.px(190), round(theme.least_target) + 1)
        )
        for down, row in enumerate(rows):
            for across, key in enumerate(row):
                key.setGeometry(room.x() + across * (wide + gap), room.y() + down * (high + gap), wide, high)
        beside = rows[-1][-1] if theme.portrait else digits[-1]
        left = beside.x() + wide + gap
        if low:
            erase.setGeometry(left, beside.y(), wide, high)
            left += wide + gap
        last = self.back if low else erase
        last.setGeometry(left, beside.y(), room.x() + each_row * (wide + gap) - gap - left, high)
        least = theme.least_target * (1 if theme.tight > 0.8 else 0.85)
        if theme.reach and theme.tight < 0.7:
            least = theme.floor_target
        return high >= least and wide >= min(theme.least_target, theme.floor_target * 1.01)

    def blocks(self) -> list[list[QWidget]]:
        """The keys keep their order in every language."""
        keys: list[QWidget] = list(self._keys)
        if self.back not in self.buttons and self.back not in keys:
            keys.append(self.back)
        return [keys, *(block for block in super().blocks() if block[0] not in keys)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A keyboard types too: letters, digits, and the key that takes back; O, I and L are digits where no key has them."""
        sign = event.text().upper()
        if sign and not any(key.sends == Key(sign) for key in self._keys):
            sign = forgiven(sign)
        if event.key() == Qt.Key.Key_Backspace:
            self.tapped.emit(Key(""))
        elif sign and any(key.sends == Key(sign) for key in self._keys):
            self.tapped.emit(Key(sign))
        else:
            super().keyPressEvent(event)
