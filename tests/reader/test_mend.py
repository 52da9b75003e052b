"""Codes of which a part is hidden: read as far as their check codewords reach, and never made up."""

import numpy as np
import pytest
import zxingcpp

from kiosk.reader import decoder, mend
from kiosk.reader.decoder import FORMATS
from kiosk.reader.mend import Plane


def values(text: str, level: str) -> Plane:
    """The brightness of each module."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCodeModel2, ec_level=level)
    return np.asarray(code.to_image(scale=1, add_quiet_zones=False)).astype(np.float32) * 0.7 + 40


def hidden(modules: Plane, share: float, tone: float) -> Plane:
    """With a square of so much of its area in one tone, in its middle."""
    side = modules.shape[0]
    rim = round(side * (1 - share**0.5) / 2)
    patched = modules.copy()
    patched[rim : side - rim, rim : side - rim] = tone
    return patched


def read(modules: Plane) -> list[bytes]:
    page = mend.mended(modules)
    return [] if page is None else [code.untrusted_text for code in decoder.read(page, FORMATS)]


def plainly(modules: Plane) -> list[bytes]:
    page = np.kron(np.pad(modules, 4, constant_values=218), np.ones((4, 4))).astype(np.uint8)
    return [code.untrusted_text for code in decoder.read(page, FORMATS)]


@pytest.mark.parametrize("tone", [0, 129, 255])
def test_a_hole_is_mended_that_a_decoder_stops_at(tone: float) -> None:
    text = "https://example.org/" + "parcel" * 14
    whole = values(text, "Q")
    assert read(whole) == plainly(whole) == [text.encode()]
    holed = hidden(whole, 0.22, tone)
    assert plainly(holed) == []
    assert read(holed) == [text.encode()]


def test_an_inverted_code_is_mended_too() -> None:
    text = "https://example.org/" + "parcel" * 14
    assert read(255 - hidden(values(text, "Q"), 0.22, 255)) == [text.encode()]


def test_a_code_of_which_too_much_is_hidden_is_left_unread() -> None:
    assert read(hidden(values("parcel" * 20, "L"), 0.3, 255)) == []


def test_nothing_is_made_up_of_modules_thrown_at_random() -> None:
    """Fixed patterns and format are right, and everything else is noise: what a torn code looks like at its worst."""
    draw = np.random.default_rng(3)
    code = values("ABCDEFGHIJ", "L")
    middle = slice(9, code.shape[0] - 8)
    for _ in range(600):
        torn = code.copy()
        torn[middle, 9:] = draw.integers(0, 256, torn[middle, 9:].shape)
        torn[9:, middle] = draw.integers(0, 256, torn[9:, middle].shape)
        assert mend.mended(torn) is None
