"""Nothing is clipped, small, crowded or pale: measured on every screen, in three sizes, with hard values."""

from itertools import combinations

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics

from kiosk.desk.shown import Key, Shown, Tap
from kiosk.screens.parts import Button, Words
from kiosk.screens.places import NextCard, SmallCard
from kiosk.screens.theme import PAIRS, Theme
from tests.screens.values import HARD, SIZES, Make

_SECONDARY = {Tap.NOT_ON_SHELF, Tap.BRING_IT, Tap.ANOTHER_CODE, Tap.TYPE_LABEL, Tap.I_HAVE_IT}


def _luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    made = QColor(colour)
    return 0.2126 * linear(made.redF()) + 0.7152 * linear(made.greenF()) + 0.0722 * linear(made.blueF())


@pytest.mark.parametrize("pair", PAIRS)
def test_text_stands_out_from_its_ground_seven_times(pair: tuple[str, str]) -> None:
    darker, lighter = sorted(map(_luminance, pair))
    assert (lighter + 0.05) / (darker + 0.05) >= 7


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("value", HARD, ids=lambda value: f"{value.state}")
def test_every_word_fits_and_every_target_is_large_and_apart(make: Make, size: tuple[int, int], value: Shown) -> None:
    window = make(*size)
    window.show_shown(value)
    QCoreApplication.processEvents()
    page, theme = window.page, Theme.of(*size, 15.6)
    words = [part for part in page.findChildren(Words) if part.isVisible()]
    buttons = [part for part in page.findChildren(Button) if part.isVisible()]
    for label in words:
        flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.AlignmentFlag.AlignLeft
        room = label.contentsRect()
        needed = QFontMetrics(label.font()).boundingRect(QRect(0, 0, room.width(), 10_000), flags, label.text())
        assert needed.width() <= room.width(), label.text()
        assert needed.height() <= room.height(), label.text()
    for button in buttons:
        assert button.words_width() <= button.width() - 8, button.text()
        floor = 12.7 if button.sends in _SECONDARY else 20
        assert min(button.width(), button.height()) / theme.mm >= floor, button.accessibleName()
        assert button.accessibleName()
    boxes = {part: QRect(part.mapTo(page, part.rect().topLeft()), part.size()) for part in (*words, *buttons)}
    boxes |= {
        card: card.geometry() for kind in (NextCard, SmallCard) for card in page.findChildren(kind) if card.isVisible()
    }
    for part, box in boxes.items():
        assert page.rect().contains(box), part.accessibleName()
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        assert not first.intersects(second), (one.accessibleName(), other.accessibleName())
        if isinstance(one, Button) and isinstance(other, Button):
            apart = round(2.5 * theme.mm) - 1
            assert not first.adjusted(-apart, -apart, apart, apart).intersects(second), (one.text(), other.text())


@pytest.mark.parametrize("size", SIZES)
def test_text_for_reading_has_capitals_of_48_mm(size: tuple[int, int]) -> None:
    theme = Theme.of(*size, 15.6)
    assert theme.text(1).pixelSize() * 0.714 / theme.mm >= 4.8


def test_each_key_of_the_keypad_is_there_once(make: Make) -> None:
    window = make()
    window.show_shown(next(value for value in HARD if value.state == "typing"))
    keys = [b.sends for b in window.page.findChildren(Button) if isinstance(b.sends, Key)]
    assert sorted(key.character for key in keys) == ["", *"0123456789"]
