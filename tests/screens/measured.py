"""What is wrong with a screen as it stands: a text outside its room, too small or broken, a target too small, parts that overlap."""

from collections.abc import Iterator
from itertools import combinations
from typing import cast

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from kiosk.desk.shown import Shown, Typing
from kiosk.screens.aim import Aim
from kiosk.screens.keypad import Slots
from kiosk.screens.lettering import Lettered
from kiosk.screens.page import Page
from kiosk.screens.parts import Button, Header
from kiosk.screens.pill import Pill
from kiosk.screens.places import NextCard, SmallCard
from kiosk.screens.receipt_card import ReceiptCard
from kiosk.screens.theme import Theme
from kiosk.screens.words import ColumnPart, PlaceLine, Words

LETTERED = (Words, PlaceLine, Slots, Button, Header, NextCard, SmallCard, Aim)
"""Every part that paints text."""


def shown(page: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """The parts of those kinds that can be seen."""
    return [part for kind in kinds for part in page.findChildren(kind) if part.isVisible()]


def wrong_with(page: Page, theme: Theme, value: Shown) -> Iterator[str]:
    """One sentence for each thing that a customer could not read or hit."""
    yield from _texts(page, theme)
    narrow = isinstance(value, Typing) and value.letters and (theme.reach or theme.height / theme.mm < 190)
    yield from _targets(page, theme, 12.7 if narrow else 20)
    yield from _overlaps(page, theme)
    for card in shown(page, ReceiptCard):
        if not cast(ReceiptCard, card).holds(card.size()):
            yield "the receipt is too small to be photographed"


def _texts(page: Page, theme: Theme) -> Iterator[str]:
    for part in shown(page, *LETTERED):
        for text in cast(Lettered, part).painted_texts():
            whole = QRectF(part.rect()).adjusted(-1, -1, 1, 1)
            if not whole.contains(text.room):
                yield f"the room of {text.text!r} is outside its part"
            if not text.room.adjusted(-1, -1, 1, 1).contains(text.ink):
                yield f"{text.text!r} covers {text.ink}, its room is {text.room}"
            capital = QFontMetricsF(text.font).capHeight() / theme.mm
            # a long place on a small card is the one text that gives way, as it stands large on the next card
            if capital < (2.8 if isinstance(part, SmallCard | Aim) else 4.7 * theme.yielding):
                yield f"{text.text!r} has capitals of {capital:.1f} mm"
        if isinstance(part, ColumnPart) and not part.whole(part.width()):
            yield f"{part.accessibleName()!r} has a word that is broken"


def _targets(page: Page, theme: Theme, millimetres: float) -> Iterator[str]:
    for button in shown(page, Button):
        assert isinstance(button, Button)
        if button.words_width() > button.width() - 8:
            yield f"{button.text()!r} is wider than its button"
        least = 12.7 if isinstance(button, Pill) else max(millimetres * theme.yielding, 12.7)
        if min(button.width(), button.height()) / theme.mm < least - 0.01:
            yield f"{button.accessibleName()!r} is under {least:.1f} mm"
        if not button.accessibleName():
            yield "a button has no name"


def _overlaps(page: Page, theme: Theme) -> Iterator[str]:
    boxes = {part: _box(part, page) for part in shown(page, *(kind for kind in LETTERED if kind is not Aim))}
    for part, box in boxes.items():
        if not page.rect().contains(box):
            yield f"{part.accessibleName()!r} is outside the screen"
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        names = f"{one.accessibleName()!r} and {other.accessibleName()!r}"
        if first.intersects(second):
            yield f"{names} overlap"
        elif isinstance(one, Button) and isinstance(other, Button):
            apart = round(2.5 * theme.mm) - 1
            if first.adjusted(-apart, -apart, apart, apart).intersects(second):
                yield f"{names} are less than 2.5 mm apart"


def _box(part: QWidget, page: QWidget) -> QRect:
    return QRect(part.mapTo(page, part.rect().topLeft()), part.size())
