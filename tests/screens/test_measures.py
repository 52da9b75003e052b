"""The numbers of access, in millimetres, from the windows as they stand: targets, gaps and capitals on three panels in three sizes."""

import math
from itertools import combinations
from typing import cast

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QWidget

from kiosk.desk.shown import Key, Shown, Typing
from kiosk.screens.language import LANGUAGES, Speak
from kiosk.screens.lettering import Lettered
from kiosk.screens.manner import Adjust, Manner
from kiosk.screens.page import Page
from kiosk.screens.parts import Button, Header
from kiosk.screens.pill import Pill
from kiosk.screens.places import NextCard
from kiosk.screens.reading import ReadingPage
from kiosk.screens.ready import ReadyScreen
from kiosk.screens.words import PlaceLine, Words
from tests.screens.values import HARD, Make

PANELS = [
    (wide, high, inches) for inches in (10.1, 15.6, 21.5) for wide, high in ((1080, 1920), (1920, 1080), (1280, 800))
]
READ = (Words, PlaceLine, Button, NextCard)
"""What a customer reads; the depot's name is on the building, too."""


def millimetres(page: Page, pixels: float) -> float:
    assert page.theme
    return pixels / page.theme.mm


def seen(page: Page, *kinds: type[QWidget]) -> list[QWidget]:
    return [part for kind in kinds for part in page.findChildren(kind) if part.isVisible()]


def box(part: QWidget, page: Page) -> QRect:
    return QRect(part.mapTo(page, part.rect().topLeft()), part.size())


@pytest.mark.parametrize("panel", PANELS, ids=str)
@pytest.mark.parametrize("large", [False, True])
def test_targets_gaps_and_capitals(make: Make, panel: tuple[int, int, float], large: bool) -> None:
    window = make(*panel)
    window.adjust(Manner(large=large))
    for value in HARD[:: 1 if large else 2]:
        window.show_shown(value, visit=1)
        assert window.manner.large is large
        _large_text_is_to_be_had(window.page, panel, large=large)
        _targets_are_large_and_apart(window.page, value)
        _capitals_are_high(window.page, least=_least_capital(window.page, panel, large=large))


def _large_text_is_to_be_had(page: Page, panel: tuple[int, int, float], *, large: bool) -> None:
    """On every screen of a common panel."""
    if large and panel[2] > 11:
        assert page.fits
        assert page.theme
        assert page.theme.large


def _targets_are_large_and_apart(page: Page, value: Shown) -> None:
    small = isinstance(value, Typing) and value.letters
    targets = seen(page, Button)
    for target in targets:
        assert isinstance(target, Button)
        primary = not isinstance(target.sends, Adjust | Speak) and not (small and isinstance(target.sends, Key))
        side = millimetres(page, min(target.width(), target.height()))
        assert side >= (20 * page.theme.yielding if primary and page.theme else 12.7) - 0.01, target.accessibleName()
    for one, other in combinations(targets, 2):
        near = round(2.5 * page.theme.mm) - 1 if page.theme else 0
        reach = box(one, page).adjusted(-near, -near, near, near)
        assert not reach.intersects(box(other, page)), (one.accessibleName(), other.accessibleName())


def _least_capital(page: Page, panel: tuple[int, int, float], *, large: bool) -> float:
    """Rather than lose a word, a screen of many words gives up to a fifth of large text, and on 10 inches all of it."""
    if not large or (page.theme and not page.theme.large):
        return 4.8
    return 7.0 if panel[2] > 11 and not isinstance(page, ReadingPage) else 5.6


def _capitals_are_high(page: Page, least: float) -> None:
    assert page.theme
    for part in seen(page, *READ, Header):
        wanted = min(least, 4.8) if isinstance(part, Header | Pill) else least
        for text in cast(Lettered, part).painted_texts():
            high = millimetres(page, QFontMetricsF(text.font).capHeight())
            assert high >= wanted * page.theme.yielding - 0.1, (text.text, high)


@pytest.mark.parametrize("panel", PANELS, ids=str)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_welcome_is_said_larger_than_all_else(make: Make, panel: tuple[int, int, float], tag: str) -> None:
    page = make(*panel, languages=(tag, *(other for other in LANGUAGES if other != tag))).page
    assert isinstance(page, ReadyScreen)
    said = page.headline.painted_texts()[0].font.pixelSize()
    others = [words for words in seen(page, Words) if words is not page.headline]
    for part in (*others, *seen(page, Button)):
        assert all(said > 1.3 * text.font.pixelSize() for text in cast(Lettered, part).painted_texts())


@pytest.mark.parametrize("panel", PANELS, ids=str)
def test_the_sign_of_a_round_button_is_within_it(make: Make, panel: tuple[int, int, float]) -> None:
    window = make(*panel, languages=("en",))
    picture, page = window.grab().toImage(), window.page
    pills = [pill for pill in page.manner_bar.buttons if pill.isVisible()]
    assert pills
    for pill in pills:
        assert page.theme
        around, far = QRectF(box(pill, page)).center(), pill.width() * 0.46
        turns = [turn / 20 for turn in range(126)]
        rim = [(around.x() + far * math.cos(turn), around.y() + far * math.sin(turn)) for turn in turns]
        seen_there = {picture.pixelColor(int(x), int(y)).name() for x, y in rim}
        assert seen_there == {QColor(page.theme.colour(pill.fill)).name()}
