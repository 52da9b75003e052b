"""Provisioning codes: what goes in comes out, and nothing else is taken for one."""

import zlib
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes import base45
from kiosk.codes.provisioning import LONGEST, MOST_BYTES, PREFIX, decode, encode
from kiosk.codes.recognise import CodePatterns, Foreign, recognise
from kiosk.errors import CodeFault

KEYS = st.text(st.characters(categories=["Ll", "Lo"]), min_size=1, max_size=8)
VALUES = st.text(max_size=12) | st.integers(-999, 999) | st.booleans() | st.floats(-9, 9)


@given(st.dictionaries(KEYS, st.dictionaries(KEYS, VALUES, max_size=5), max_size=5))
def test_there_and_back(tables: dict[str, Any]) -> None:
    text = encode(tables)
    assert text.startswith(PREFIX)
    assert len(text) <= LONGEST
    assert decode(f"{text}\r\n") == tables


def packed(content: bytes) -> str:
    return PREFIX + base45.encode(content)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "HKP:",
        "HK1:" + encode({})[4:],
        encode({"release": {"how": "tap"}})[:-3],
        encode({"release": {"how": "tap"}}) + "00",
        packed(b"\x02" + zlib.compress(b"{}")),
        packed(b"\x01" + zlib.compress(b"{}") + b"more"),
        packed(b"\x01" + zlib.compress(b"[1]")),
        packed(b"\x01" + zlib.compress(b"\xff")),
        packed(b"\x01" + zlib.compress(b"{" + b" " * MOST_BYTES + b"}")),
        packed(b"\x01" + zlib.compress(b'{"a":' + b"[" * 9000)),
        "HKP:" + "A" * LONGEST,
        "HKP:\N{SNOWMAN}",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(CodeFault, match="no provisioning code"):
        decode(text)


@given(st.text(max_size=60) | st.binary(max_size=60).map(packed))
def test_no_text_breaks_it(text: str) -> None:
    with suppress(CodeFault):
        assert isinstance(decode(text), dict)


def test_what_is_too_long_is_not_made() -> None:
    with pytest.raises(CodeFault, match="too long"):
        encode({"override": {"reasons": [f"reason {number * 7919:x}" for number in range(400)]}})


def test_at_a_station_it_is_nothing() -> None:
    assert isinstance(
        recognise(encode({"release": {"how": "tap"}}).encode(), symbology="QRCode", patterns=CodePatterns()), Foreign
    )
