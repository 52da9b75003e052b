"""CBOR: known bytes, there and back, and only the one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ledger import cbor

values = st.lists(st.integers(0, 2**64 - 1) | st.binary(max_size=300) | st.text(max_size=60), max_size=23)


def test_known_bytes() -> None:
    """Of RFC 8949, appendix A, in one list."""
    content: list[cbor.Value] = [
        0,
        23,
        24,
        100,
        1000,
        1000000,
        18446744073709551615,
        b"\x01\x02\x03\x04",
        "IETF",
        "\u6c34",
        b"",
    ]
    assert cbor.encode(content).hex() == (
        "8b" + "00" + "17" + "1818" + "1864" + "1903e8" + "1a000f4240" + "1bffffffffffffffff" + "4401020304"
        "6449455446" + "63e6b0b4" + "40"
    )  # fmt: skip


@given(values)
def test_any_list_is_read_back(content: list[cbor.Value]) -> None:
    assert cbor.decode(cbor.encode(content)) == content


@given(st.binary(max_size=80) | values.map(cbor.encode).flatmap(lambda c: st.integers(0, len(c)).map(lambda n: c[:n])))
def test_bytes_are_in_their_one_form_or_none(content: bytes) -> None:
    try:
        read = cbor.decode(content)
    except ValueError:
        return
    assert cbor.encode(read) == content


@pytest.mark.parametrize(
    "content",
    ["", "80ff", "8118", "811817", "81190017", "8120", "81f6", "9fff", "814501", "8161ff", "a0", "98ff", "811c"],
)
def test_bytes_that_are_none(content: str) -> None:
    with pytest.raises(ValueError, match="CBOR"):
        cbor.decode(bytes.fromhex(content))
