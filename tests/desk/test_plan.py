"""A depot's plan of its shelves is not believed: shapes and words are kept, whatever leads out of it goes."""

import contextlib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.desk.plan import LARGEST, clean, load
from kiosk.errors import KioskFault

SHELVES = b"""<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 400 200" onload="steal()">
  <metadata>drawn by somebody</metadata><script>steal()</script><style>@import url(http://example.org/x.css);</style>
  <image xlink:href="file:///etc/passwd" width="10" height="10"/><use xlink:href="http://example.org/x.svg#a"/>
  <a href="http://example.org"><rect id="hidden" width="5" height="5"/></a>
  <foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="http://example.org"/></foreignObject>
  <g id="B-12" transform="translate(10 20)"><rect width="80" height="30" fill="URL ( http://example.org/p )" stroke="#000"/></g>
  <rect id="C-03" x="200" y="100" width="80" height="30" onclick="steal()"/><text x="5" y="190">Door</text>
</svg>"""


def test_shapes_and_words_stay_and_nothing_leads_out() -> None:
    kept = clean(SHELVES)
    root = ET.fromstring(kept)  # noqa: S314  # cleaned just now
    assert {element.get("id") for element in root.iter() if element.get("id")} == {"B-12", "C-03"}
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == {"svg", "g", "rect", "text"}
    for trace in (b"steal", b"http://example.org", b"file:", b"passwd", b"href", b"onload", b"url"):
        assert trace not in kept.lower()
    assert clean(kept) == kept


@pytest.mark.parametrize(
    ("svg", "why"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SHELVES, "document type"),
        (SHELVES.decode().replace("UTF-8", "UTF-16").encode("utf-16"), "UTF-8"),
        (b"no svg at all", "not XML"),
        (b"<svg/>", "not an SVG"),
        (b"<html><body/></html>", "not an SVG"),
        (SHELVES + b" " * LARGEST, "512 KiB"),
        (b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 5_000 + b"</g>" * 5_000 + b"</svg>", "deep"),
    ],
)
def test_what_is_no_plan_is_said_with_its_reason(svg: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        clean(svg)


@given(st.binary(max_size=300))
def test_any_file_is_a_plan_or_a_sentence(untrusted: bytes) -> None:
    for svg in (untrusted, SHELVES[:500] + untrusted + SHELVES[500:]):
        with contextlib.suppress(ValueError):
            assert clean(clean(svg)) == clean(svg)


def test_the_setting_names_a_file_in_the_home(tmp_path: Path) -> None:
    assert load(tmp_path, "") is None
    (tmp_path / "plan.svg").write_bytes(SHELVES)
    assert load(tmp_path, "plan.svg") == clean(SHELVES)
    with pytest.raises(KioskFault, match=r"cannot be read .* Mend depot\.plan"):
        load(tmp_path, "elsewhere.svg")
    (tmp_path / "plan.svg").write_bytes(b"<svg/>")
    with pytest.raises(KioskFault, match="cannot be shown: it is not an SVG"):
        load(tmp_path, "plan.svg")
