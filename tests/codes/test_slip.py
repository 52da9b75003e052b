"""Codes on paper: the right version, readable, and safe with any name."""

from datetime import date
from xml.etree import ElementTree as ET

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.codes import slip, token
from kiosk.errors import CodeFault

TOKEN = token.make("AB3D", bytes(range(13))).text


@settings(max_examples=20)
@given(st.binary(min_size=13, max_size=13))
def test_a_token_is_a_version_2_code_in_alphanumeric_mode(random: bytes) -> None:
    text = token.make("ZZZZ", random).text
    assert slip.version(slip.symbol(text)) == 2
    drawn = np.frombuffer(slip.qr_png(text, scale=3), np.uint8)
    read = zxingcpp.read_barcode(cv2.imdecode(drawn, cv2.IMREAD_GRAYSCALE))
    assert read is not None
    assert (read.text, read.ec_level) == (text, "M")


def test_the_png_is_read_back() -> None:
    picture = cv2.imdecode(np.frombuffer(slip.qr_png(TOKEN, scale=4), np.uint8), cv2.IMREAD_GRAYSCALE)
    assert picture is not None
    assert picture.shape == ((25 + 8) * 4, (25 + 8) * 4)
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [TOKEN]


def test_the_svg_draws_the_same_modules() -> None:
    drawing = slip.qr_svg(TOKEN).decode()
    assert 'viewBox="0 0 33 33"' in drawing
    dark = sum(int(run.split("v")[0]) for run in drawing.split("h")[1:] if "v" in run and run.split("v")[0].isdigit())
    assert dark == sum(map(sum, slip.symbol(TOKEN)))


def test_a_text_that_no_code_holds_is_a_fault() -> None:
    with pytest.raises(CodeFault, match="too long"):
        slip.qr_png("a" * 3000)


@given(st.text(max_size=60), st.one_of(st.none(), st.just("B-12-047")), st.one_of(st.none(), st.dates()))
@settings(max_examples=20, deadline=None)
def test_a_slip_is_xml_with_its_texts_as_texts(name: str, place: str | None, last_day: date | None) -> None:
    root = ET.fromstring(slip.slip_svg(TOKEN, "482 193 6075", name, place, last_day))  # noqa: S314 - our own drawing
    texts = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    expected = ["".join(c for c in name if c.isprintable()), "482 193 6075", place, last_day and last_day.isoformat()]
    assert texts == [text for text in expected if text is not None]
    assert TOKEN not in "".join(texts), "the token stands in the code only"
