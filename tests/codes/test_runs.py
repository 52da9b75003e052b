"""A printed line in runs: in the order in which they are drawn, each by a font that has its letters."""

from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import ImageFont

from kiosk import ASSETS
from kiosk.codes.runs import FIRST_ISOLATE, POP_ISOLATE, Run, Script, runs
from kiosk.desk import print_job

KNOWN = (*"aZ09 :,.-/()%✓", *"مرحبا،؟", *"中文，。", FIRST_ISOLATE, POP_ISOLATE)


def order(text: str) -> list[str]:
    """From left to right, each run as it is read."""
    return [one.text for one in runs(text)]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Corner depot", ["Corner depot"]),
        ("Depot 中文 12", ["Depot ", "中文", " 12"]),
        ("المكتب: B-12", ["B-12", ": ", "المكتب"]),
        ("المكتب مغلق", ["مغلق", " ", "المكتب"]),
        ("Depot المكتب 12", ["Depot ", "المكتب", " 12"]),
        ("482 193 6075", ["482 193 6075"]),
        ("رقم \u2068482 193\u2069 هنا", ["هنا", " ", "482 193", " ", "رقم"]),
        ("a\u0000b", ["ab"]),
        ("", []),
    ],
)
def test_runs_stand_from_left_to_right(text: str, drawn: list[str]) -> None:
    assert order(text) == drawn


def test_each_run_says_its_side_and_its_script() -> None:
    assert runs("مرحبا B") == [Run("B", Script.LATIN), Run(" ", Script.LATIN, True), Run("مرحبا", Script.ARABIC, True)]


@given(st.text(st.sampled_from(KNOWN), max_size=30) | st.text(max_size=30))
@example(f"{FIRST_ISOLATE}{FIRST_ISOLATE}a{POP_ISOLATE}{POP_ISOLATE}")
def test_nothing_that_can_be_printed_is_lost(text: str) -> None:
    drawn = Counter("".join(order(text)))
    assert drawn == Counter(character for character in text if character.isprintable())


def test_every_letter_of_every_language_has_its_glyph() -> None:
    said = {
        character
        for path in (ASSETS / "languages").glob("*.ts")
        for one in ET.parse(path).iter()  # noqa: S314  # files of our own
        if one.tag in {"source", "translation", "numerusform"}
        for character in one.text or ""
        if character.isprintable()
    }
    assert {"中", "م", "ñ"} <= said
    for script in Script:
        mine = sorted(one for one in said if any(run.script is script for run in runs(one)))
        for face in print_job.FACES:
            font = ImageFont.truetype(ASSETS / "fonts" / print_job.FONTS[script].format(face), 40)
            missing = bytes(font.getmask("\uffff"))
            assert [one for one in mine if not one.isspace() and bytes(font.getmask(one)) == missing] == []
