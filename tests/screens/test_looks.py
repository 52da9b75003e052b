"""Nothing is clipped, small, crowded or pale: measured on every screen, in six sizes, with hard values."""

from itertools import combinations
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.desk.shown import Check, Found, Key, Lot, Ready, Shown, Typing
from kiosk.screens.aim import Aim
from kiosk.screens.keypad import Slots
from kiosk.screens.lettering import Lettered, wrap
from kiosk.screens.manner import Adjust
from kiosk.screens.page import Page
from kiosk.screens.parts import Button, Header
from kiosk.screens.places import NextCard, SmallCard
from kiosk.screens.theme import Theme
from kiosk.screens.words import PlaceLine, Words
from tests.screens.values import HARD, SIZES, Make, Size

_LETTERED = (Words, PlaceLine, Slots, Button, Header, NextCard, SmallCard, Aim)
"""Every part that paints text."""


def _shown(page: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    return [part for kind in kinds for part in page.findChildren(kind) if part.isVisible()]


def _box(part: QWidget, page: QWidget) -> QRect:
    return QRect(part.mapTo(page, part.rect().topLeft()), part.size())


def _open(make: Make, size: Size, value: Shown) -> tuple[Page, Theme]:
    window = make(*size)
    window.show_shown(value)
    QCoreApplication.processEvents()
    return window.page, Theme.of(*size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("value", HARD, ids=lambda value: f"{value.state}")
def test_every_text_can_be_read_every_target_hit_and_nothing_overlaps(make: Make, size: Size, value: Shown) -> None:
    page, theme = _open(make, size, value)
    _texts_lie_within_their_parts(page, theme)
    _targets_are_large(page, theme, 12.7 if isinstance(value, Typing) and value.letters and size[2] < 12 else 20)
    _nothing_overlaps(page, theme)


def _texts_lie_within_their_parts(page: Page, theme: Theme) -> None:
    for part in _shown(page, *_LETTERED):
        for text in cast(Lettered, part).painted_texts():
            whole = QRectF(part.rect()).adjusted(-1, -1, 1, 1)
            assert whole.contains(text.room), text.text
            assert text.room.adjusted(-1, -1, 1, 1).contains(text.ink), (text.text, text.room, text.ink)
            capital = QFontMetricsF(text.font).capHeight() / theme.mm
            # a long place on a small card is the one text that gives way, as it stands large on the next card
            assert capital >= (2.8 if isinstance(part, SmallCard | Aim) else 4.7 * theme.yielding), (text.text, capital)


def _targets_are_large(page: Page, theme: Theme, millimetres: float) -> None:
    for button in page.findChildren(Button):
        if button.isVisible():
            assert button.words_width() <= button.width() - 8, button.text()
            primary = 12.7 if isinstance(button.sends, Adjust) else millimetres
            least = max(primary * theme.yielding, 12.7)
            assert min(button.width(), button.height()) / theme.mm >= least - 0.01, button.accessibleName()
            assert button.accessibleName()


def _nothing_overlaps(page: Page, theme: Theme) -> None:
    kinds = (kind for kind in _LETTERED if kind is not Aim)
    boxes = {part: _box(part, page) for part in _shown(page, *kinds)}
    for part, box in boxes.items():
        assert page.rect().contains(box), part.accessibleName()
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        assert not first.intersects(second), (one.accessibleName(), other.accessibleName())
        if isinstance(one, Button) and isinstance(other, Button):
            apart = round(2.5 * theme.mm) - 1
            assert not first.adjusted(-apart, -apart, apart, apart).intersects(second), (one.text(), other.text())


@pytest.mark.parametrize("size", SIZES)
def test_text_for_reading_has_capitals_of_48_mm(size: Size) -> None:
    theme = Theme.of(*size)
    assert theme.text(1).pixelSize() * 0.714 / theme.mm >= 4.8 * theme.yielding
    assert theme.yielding > 0.96


@pytest.mark.parametrize("size", SIZES)
def test_the_next_place_is_the_largest_text_and_stands_on_one_line(make: Make, size: Size) -> None:
    page, _theme = _open(make, size, Found((Lot("C-03-118", Check.NEXT), Lot("B-12", Check.CHECKED))))
    card = page.findChild(NextCard)
    assert isinstance(card, NextCard)
    shelf, number = (text for text in card.painted_texts() if text.text in {"C-03", "-118"})
    assert shelf.at.y() == number.at.y()
    others = [text for part in _shown(page, *_LETTERED) for text in cast(Lettered, part).painted_texts()]
    assert max(others, key=lambda text: text.font.pixelSize()).text == "C-03"


def test_from_right_to_left_sides_change_and_keys_keep_their_order(make: Make) -> None:
    window = make()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.show_shown(Found((Lot("C-03-118", Check.NEXT), Lot("B-12", Check.CHECKED))))
    card, small = _shown(window.page, NextCard, SmallCard)
    ways = [button for button in window.page.findChildren(Button) if button.leading and button.isVisible()]
    assert all(way.geometry().right() < small.x() < card.x() for way in ways)
    window.show_shown(Typing("482"))
    _nothing_overlaps(window.page, Theme.of(*SIZES[0]))
    keys = {b.text(): b for b in window.page.findChildren(Button) if isinstance(b.sends, Key)}
    assert keys["1"].x() < keys["2"].x() < keys["3"].x() < window.width() / 2


def test_headline_lines_stand_as_close_as_drawn(make: Make) -> None:
    page, _theme = _open(make, SIZES[0], Ready())
    first, second = next(w for w in page.findChildren(Words) if w.headline).painted_texts()
    assert (second.at.y() - first.at.y()) / first.font.pixelSize() == pytest.approx(1.09, abs=0.01)


@given(text=st.text(max_size=120), width=st.integers(120, 2000))
def test_wrapping_loses_no_character_and_adds_none(text: str, width: int) -> None:
    QGuiApplication.instance() or QApplication([])
    lines = wrap(text, Theme.of(*SIZES[0]).text(46), width)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_each_key_of_the_keypad_is_there_once(make: Make) -> None:
    window = make()
    window.show_shown(next(value for value in HARD if value.state == "typing"))
    keys = [b.sends for b in window.page.findChildren(Button) if isinstance(b.sends, Key)]
    assert sorted(key.character for key in keys) == ["", *"0123456789"]
