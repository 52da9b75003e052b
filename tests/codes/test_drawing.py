"""Paper in dots: codes that are read back, pages that hold every row, any text at any width."""

from datetime import date

import cv2
import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import ASSETS
from kiosk.codes import paper, token
from kiosk.codes.drawing import Fonts, Stock, draw
from kiosk.codes.paper import Paper
from kiosk.desk import print_job

FONTS = Fonts(
    *(
        tuple((ASSETS / "fonts" / name.format(face)).read_bytes() for name in print_job.FONTS)
        for face in print_job.FACES
    )
)
TOKEN = token.make("AB3D", bytes(range(13))).text
A6, A4, ROLL, NARROW = (
    Stock(105.0, 148.0, 12),
    Stock(210.0, 297.0, 12),
    Stock(72.0, None, 8),
    Stock(48.0, None, 8),
)
SLIP = paper.pickup_slip(TOKEN, "482 193 6075", "Corner depot", "B-12-047", date(2026, 12, 24))


def picture(page: bytes) -> "cv2.typing.MatLike":
    found = cv2.imdecode(np.frombuffer(page, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert found is not None
    return found


@pytest.mark.parametrize("stock", [A6, ROLL, NARROW])
@pytest.mark.parametrize(
    ("drawn", "text"),
    [(SLIP, TOKEN), (paper.place_sticker("B-12-047"), "B-12-047"), (paper.badge(TOKEN, "Ña", "D"), TOKEN)],
)
def test_the_code_is_read_back_from_one_page_of_the_stock(stock: Stock, drawn: Paper, text: str) -> None:
    pages = draw(drawn, stock, FONTS)
    assert len(pages) == 1
    found = picture(pages[0])
    assert found.shape[1] == stock.wide * stock.dots
    assert stock.high is None or found.shape[0] == stock.high * stock.dots
    assert [code.text for code in zxingcpp.read_barcodes(found)] == [text]


def test_nothing_touches_the_edge() -> None:
    for stock in (A6, ROLL, NARROW):
        found = picture(draw(SLIP, stock, FONTS)[0])
        edge = np.concatenate([found[:8].ravel(), found[-8:].ravel(), found[:, :8].ravel(), found[:, -8:].ravel()])
        assert edge.min() == 255


@given(st.integers(0, 200))
@settings(max_examples=8)
def test_a_list_has_every_row_on_as_many_pages_as_it_takes(count: int) -> None:
    rows = [(f"B-{number}", "PX0123456789") for number in range(count)]
    pages = draw(paper.listing("Sheet", ("Place", "Waybill"), rows, (1, 3), box=True), A4, FONTS)
    lines = [_rules(picture(page)) for page in pages]
    assert sum(lines) == count + 1  # each row and the head stand on a line of their own
    assert all(number >= 37 for number in lines[:-1])


def _rules(page: "cv2.typing.MatLike") -> int:
    """Lines right across."""
    dark = (page[:, 120:-120] == 0).all(axis=1)
    return int(np.count_nonzero(dark[1:] & ~dark[:-1]))


def test_a_list_that_is_read_from_the_right_has_its_boxes_and_words_there() -> None:
    drawn = paper.listing("قائمة", ("الموقع", ""), [("مرحبا", "")], (1, 3), box=True, from_right=True)
    row = picture(draw(drawn, A4, FONTS)[0])[300:400]
    assert row[:, : row.shape[1] // 2].mean() > row[:, row.shape[1] // 2 :].mean()


@pytest.mark.parametrize("name", ["中文", "مرحبا"])
def test_a_name_in_any_script_is_drawn_in_its_letters(name: str) -> None:
    """No box in their place, which looks the same for every letter."""
    assert draw(paper.badge(TOKEN, name, ""), A6, FONTS) != draw(paper.badge(TOKEN, name[0] * len(name), ""), A6, FONTS)


@given(st.text(max_size=120), st.text(max_size=40), st.sampled_from([A6, ROLL, NARROW]))
@settings(max_examples=25)
def test_any_text_is_drawn(name: str, cell: str, stock: Stock) -> None:
    assert len(draw(paper.pickup_slip(TOKEN, cell, name), stock, FONTS)) == 1
    assert draw(paper.listing(name, (cell,), [(cell,)], (1,)), stock, FONTS)


@given(st.text(max_size=20), st.none() | st.text(max_size=8), st.none() | st.dates(), st.booleans())
def test_paper_goes_to_the_process_that_prints_and_comes_out_the_same(
    name: str, place: str | None, day: date | None, box: bool
) -> None:
    for made in (
        paper.pickup_slip(TOKEN, "1", name, place, day),
        paper.listing(name, ("a",), [("b",)], (1.0,), box=box),
    ):
        assert paper.from_json(paper.to_json(made)) == made
    assert TOKEN not in repr(paper.pickup_slip(TOKEN, "1", name))
