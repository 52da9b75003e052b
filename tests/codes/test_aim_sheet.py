"""The test sheet: read back by the sealed reader, as a drawing and as a PDF, each code where it should be and as large."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from kiosk.codes.aim_sheet import HALF, MARKS, PAGE, Box, shapes, to_pdf, to_svg
from kiosk.codes.bars import code128
from kiosk.codes.sheet_code import BARS, SQUARES, parse
from kiosk.reader.reading import Looked, read_all

DOTS = 10
"""To the mm."""
SIZE = QSize(int(PAGE[0] * DOTS), int(PAGE[1] * DOTS))


def svg(_: Path) -> QImage:
    image = blank()
    painter = QPainter(image)
    QSvgRenderer(to_svg()).render(painter)
    painter.end()
    return image


def pdf(folder: Path) -> QImage:
    file = folder / "sheet.pdf"
    file.write_bytes(to_pdf())
    document = QPdfDocument()
    assert document.load(str(file)) is QPdfDocument.Error.None_
    size = document.pagePointSize(0)
    assert (round(size.width() / 72 * 25.4, 1), round(size.height() / 72 * 25.4, 1)) == PAGE
    image, page = blank(), document.render(0, SIZE)
    painter = QPainter(image)
    painter.drawImage(0, 0, page)
    painter.end()
    document.close()
    return image


def blank() -> QImage:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    return image


@pytest.mark.parametrize("drawn", [svg, pdf])
def test_every_code_is_read_back_where_it_is_drawn(drawn: object, tmp_path: Path, qapp: QApplication) -> None:
    image = drawn(tmp_path)  # type: ignore[operator]  # one of the two above
    assert image.save(str(tmp_path / "sheet.png"))
    (looked,) = read_all([str(tmp_path / "sheet.png")], all_looks=True)
    assert isinstance(looked, Looked)
    seen = []
    for code in looked.frame.codes:
        known = parse(code.untrusted_text.decode())
        assert known is not None
        middle = [sum(corner[axis] for corner in code.corners) / 4 / DOTS for axis in (0, 1)]
        near = min(MARKS, key=lambda mark: math.dist(mark.middle, middle))
        assert math.dist(near.middle, middle) < 3.5
        assert (near.code, near.symbology) == (known, code.symbology)
        seen.append(near)
        if code.symbology == "QRCode":
            side = math.dist(code.corners[0], code.corners[1]) / DOTS
            assert side == pytest.approx(21 * near.module, rel=0.12)
    assert set(seen) == set(MARKS)


def test_it_has_every_size_and_fits_half_a_page_with_white_around() -> None:
    assert [mark.code.tenths for mark in MARKS if mark.symbology == "QRCode"] == list(SQUARES)
    assert [mark.code.tenths for mark in MARKS if mark.symbology == "Code128" and not mark.degrees] == list(BARS)
    boxes = [shape for shape in shapes() if isinstance(shape, Box)]
    reach = max(max(box.wide, box.high) for box in boxes if box.high < 100) / 2
    assert all(8 < box.x < PAGE[0] - 8 and box.y > 5 and box.y + min(reach, box.high) < HALF for box in boxes)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=30))
def test_code_128_has_as_many_modules_as_the_standard_says(text: str) -> None:
    widths = code128(text)
    assert sum(widths) == 11 * (len(text) + 2) + 13
    assert len(widths) % 2 == 1
    assert set(widths) <= {1, 2, 3, 4}


@pytest.mark.parametrize("text", ["", "ä", "\x7f", "A\n"])
def test_code_128_refuses_what_set_b_does_not_have(text: str) -> None:
    with pytest.raises(ValueError, match="printable ASCII"):
        code128(text)
