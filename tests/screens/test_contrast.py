"""Contrast as it is painted: each line of text beside the ground that the pixels around it really have, in every look."""

from collections import Counter
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from kiosk.screens.lettering import Lettered, Line
from kiosk.screens.manner import Manner
from kiosk.screens.palette import PAIRS, PALETTES, Hue, Look
from tests.screens.values import HARD, Make

ONE_A_SCREEN = list({(type(value), getattr(value, "reason", None)): value for value in HARD}.values())


def luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    made = QColor(colour)
    return 0.2126 * linear(made.redF()) + 0.7152 * linear(made.greenF()) + 0.0722 * linear(made.blueF())


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def ground(picture: QImage, part: QWidget, window: QWidget, text: Line) -> str:
    """What most pixels are along a frame close around the letters."""
    at, ink = part.mapTo(window, QPoint()), text.ink.toAlignedRect().adjusted(-2, -2, 2, 2)
    ink = ink.intersected(part.rect()).translated(at)
    rows = [(x, y) for x in range(ink.left(), ink.right() + 1) for y in (ink.top(), ink.bottom())]
    columns = [(x, y) for y in range(ink.top(), ink.bottom() + 1) for x in (ink.left(), ink.right())]
    return Counter(picture.pixelColor(x, y).name() for x, y in rows + columns).most_common(1)[0][0]


@pytest.mark.parametrize("look", Look)
@pytest.mark.parametrize("pair", PAIRS)
def test_every_pair_that_a_screen_may_set_is_seven_to_one(look: Look, pair: tuple[Hue, Hue]) -> None:
    assert contrast(*(PALETTES[look][hue] for hue in pair)) >= 7


@pytest.mark.parametrize("look", Look)
def test_every_text_on_every_screen_stands_out_from_the_pixels_around_it(make: Make, look: Look) -> None:
    window, lines = make(1280, 800), 0
    window.adjust(Manner(look=look))
    for value in ONE_A_SCREEN:
        window.show_shown(value, visit=1)
        assert window.manner.look is look
        QCoreApplication.processEvents()
        picture = window.grab().toImage()
        for part in window.page.findChildren(QWidget):
            if not part.isVisible() or not hasattr(part, "painted_texts"):
                continue
            for text in cast(Lettered, part).painted_texts():
                found = ground(picture, part, window, text)
                assert contrast(text.colour, found) >= 7, (value, text.text, text.colour, found)
                lines += 1
    assert lines > 150
