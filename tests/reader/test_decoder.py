"""Bars that contradict themselves are not read: damage, or a sticker over half of a label, may be another number with every check right."""

import numpy as np
import pytest
import zxingcpp

from kiosk.reader.decoder import FORMATS, read
from kiosk.reader.grey import Grey

MINE, OTHER = "RR123456785CN", "RR120132785CN"
"""Both have a right check digit, and as many bars."""


def bars(text: str) -> Grey:
    return np.array(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128).to_image(scale=3, add_hrt=False))


def on_paper(*parts: Grey, gap: int, turned: int = 0) -> Grey:
    wide = max(part.shape[1] for part in parts) + 60
    rows = [np.full((30, wide), 255, np.uint8)]
    for part in parts:
        row = np.full((part.shape[0], wide), 255, np.uint8)
        row[:, 30 : 30 + part.shape[1]] = part
        rows += [row, np.full((gap, wide), 255, np.uint8)]
    return np.rot90(np.vstack([*rows, rows[0]]), turned)


def half(text: str) -> Grey:
    dark = bars(text)
    rows = np.flatnonzero((dark == 0).any(axis=1))
    return dark[rows[0] : rows[-1] + 1]


@pytest.mark.parametrize("turned", range(4))
def test_bars_that_say_two_things_say_nothing(turned: int) -> None:
    assert read(on_paper(half(MINE), half(OTHER), gap=1, turned=turned), FORMATS) == ()


@pytest.mark.parametrize("turned", range(4))
def test_two_labels_under_each_other_are_two(turned: int) -> None:
    found = read(on_paper(half(MINE), half(OTHER), gap=60, turned=turned), FORMATS)
    assert {code.untrusted_text for code in found} == {MINE.encode(), OTHER.encode()}


def test_bars_that_say_the_same_twice_are_read() -> None:
    found = read(on_paper(half(MINE), half(MINE), gap=1), FORMATS)
    assert {code.untrusted_text for code in found} == {MINE.encode()}
