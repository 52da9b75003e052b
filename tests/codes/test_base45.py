"""Base45: the examples of RFC 9285, any bytes there and back, and no second text for the same bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes import base45


@pytest.mark.parametrize(
    ("content", "text"),
    [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"base-45", "UJCLQE7W581"), (b"ietf!", "QED8WEX0"), (b"", "")],
)
def test_the_examples_of_the_rfc(content: bytes, text: str) -> None:
    assert base45.encode(content) == text
    assert base45.decode(text) == content


@given(st.binary(max_size=200))
def test_any_bytes_are_read_back(content: bytes) -> None:
    assert base45.decode(base45.encode(content)) == content


@given(st.text(st.sampled_from(base45.ALPHABET + "a!é"), max_size=30))
def test_a_text_is_the_one_of_its_bytes_or_none(text: str) -> None:
    try:
        content = base45.decode(text)
    except ValueError:
        return
    assert base45.encode(content) == text


@pytest.mark.parametrize("text", ["GGW", ":::", "A", "AAAA", "::", "ab8"])
def test_texts_that_are_none(text: str) -> None:
    with pytest.raises(ValueError, match="base45"):
        base45.decode(text)
