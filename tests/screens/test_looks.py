"""Nothing is clipped, small or crowded: measured on every screen, in every language, size and size of text, with hard values."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk.desk.shown import Check, Found, Key, Lot, Ready, Shown, Typing
from kiosk.screens.language import LANGUAGES
from kiosk.screens.lettering import Lettered, wrap
from kiosk.screens.manner import Manner
from kiosk.screens.page import Page
from kiosk.screens.parts import Button
from kiosk.screens.pill import Pill
from kiosk.screens.places import NextCard, SmallCard
from kiosk.screens.theme import Theme
from kiosk.screens.words import Words
from kiosk.technician.samples import SAMPLES
from tests.screens.measured import LETTERED, shown, wrong_with
from tests.screens.values import HARD, SIZES, Make, Size


def _open(make: Make, size: Size, value: Shown) -> tuple[Page, Theme]:
    window = make(*size)
    window.show_shown(value)
    QCoreApplication.processEvents()
    return window.page, Theme.of(*size)


CLIPPING = tuple(
    (size, large)
    for size in ((1080, 1920, 15.6), (1920, 1080, 15.6), (1280, 800, 15.6), (1280, 800, 10.1))
    for large in (False, True)
)
"""Every size, both sizes of text; on ten inches large text gives way by itself where it must."""


@pytest.mark.parametrize(("size", "large"), CLIPPING, ids=str)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_text_can_be_read_every_target_hit_and_nothing_overlaps(
    make: Make, tag: str, size: Size, large: bool
) -> None:
    window, wrong = make(*size, languages=(tag, *(other for other in LANGUAGES if other != tag))), list[str]()
    window.adjust(Manner(tag, large=large))
    for sample in SAMPLES:
        sample.show_in(window, visit=1)
        assert window.page.theme
        wrong += [f"{sample.name}: {one}" for one in wrong_with(window.page, window.page.theme, sample.shown)]
    assert wrong == []


@pytest.mark.parametrize("value", HARD[::4], ids=lambda value: f"{value.state}")
def test_a_word_too_long_for_its_button_is_found(make: Make, value: Shown) -> None:
    window = make(1280, 800)
    window.show_shown(value)
    assert window.page.theme
    button = next((b for b in window.page.findChildren(Button) if b.isVisible() and not isinstance(b, Pill)), None)
    if button is None:
        pytest.skip("this screen has no button")
    button.say("Donaudampfschifffahrtsgesellschaftskapitänsmützenabteilung")
    found = list(wrong_with(window.page, window.page.theme, value))
    assert any("Donau" in one for one in found)


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
    others = [text for part in shown(page, *LETTERED) for text in cast(Lettered, part).painted_texts()]
    assert max(others, key=lambda text: text.font.pixelSize()).text == "C-03"


def test_from_right_to_left_sides_change_and_keys_keep_their_order(make: Make) -> None:
    window = make()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.show_shown(Found((Lot("C-03-118", Check.NEXT), Lot("B-12", Check.CHECKED))))
    card, small = shown(window.page, NextCard, SmallCard)
    ways = [
        b for b in window.page.findChildren(Button) if b.leading and b.isVisible() and b.y() < card.geometry().bottom()
    ]
    assert all(way.geometry().right() < small.x() < card.x() for way in ways)
    window.show_shown(Typing("482"))
    assert list(wrong_with(window.page, Theme.of(*SIZES[0]), window.current)) == []
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
