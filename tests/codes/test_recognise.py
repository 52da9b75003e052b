"""From any bytes to one of our values, and never an exception."""

import re
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes import token
from kiosk.codes.recognise import (
    Badge,
    CarrierCode,
    CarrierPattern,
    CodePatterns,
    Damaged,
    Foreign,
    ForeignKind,
    Recognised,
    SignedCode,
    Token,
    TypedCode,
    Waybill,
    WebLink,
    recognise,
)
from kiosk.codes.typed import TypedForm
from kiosk.codes.waybill import WaybillKind
from kiosk.errors import SettingsFault

INPOST = CarrierPattern("inpost", code=re.compile(r"P\|[^|]*\|(?P<code>[0-9]{6})"))
PATTERNS = CodePatterns(carriers=(INPOST,))
LETTERS = CodePatterns(TypedForm.LETTERS)
TOKEN = token.make("AB3D", bytes(range(13)))
BADGE = token.make_badge("AB3D", bytes(range(13)))
SSCC = "340123450000000017"
LINEAR = ["Code128", "ITF", "Code39", "EAN13", "DataBar", "Codabar"]
MATRIX = ["QRCode", "DataMatrix", "PDF417", "Aztec", ""]


def read(text: str | bytes, symbology: str = "QRCode", patterns: CodePatterns = PATTERNS) -> Recognised:
    raw = text if isinstance(text, bytes) else text.encode()
    return recognise(raw, symbology=symbology, patterns=patterns)


PREFIXES = st.sampled_from([b"", b"HK1:", b"hkb:", b"HKR:", b"]C1", b"(00)", b"00", b"https://x/00/", b"P|", b"\x1d"])


@given(
    st.one_of(st.builds(bytes.__add__, PREFIXES, st.binary(max_size=5000)), st.text(max_size=600).map(str.encode)),
    st.one_of(st.sampled_from(LINEAR + MATRIX), st.text(max_size=8)),
    st.sampled_from([PATTERNS, LETTERS]),
    st.booleans(),
)
def test_no_bytes_raise(raw: bytes, symbology: str, patterns: CodePatterns, fragment: bool) -> None:
    found = recognise(raw, symbology=symbology, patterns=patterns, fragment=fragment)
    assert isinstance(found, Recognised)
    if len(raw) > 900:
        assert isinstance(found, Foreign)


@pytest.mark.parametrize("symbology", MATRIX)
def test_each_kind_in_a_symbology_that_may_hold_all(symbology: str) -> None:
    assert read(TOKEN.text, symbology) == TOKEN
    assert read(BADGE.text, symbology) == BADGE
    assert read("4821936075", symbology) == TypedCode("4821936075", TypedForm.DIGITS)
    assert read("K7QM2XPD", symbology, LETTERS) == TypedCode("K7QM2XPD", TypedForm.LETTERS)
    assert read("P|600700800|123456", symbology) == CarrierCode("123456", "inpost")
    assert read(f"00{SSCC}", symbology) == Waybill(SSCC, WaybillKind.SSCC)
    assert read("AB-12345678", symbology) == Waybill("AB-12345678", WaybillKind.GENERAL)
    assert read("  AB-12345678\r\n", symbology) == Waybill("AB-12345678", WaybillKind.GENERAL)


@pytest.mark.parametrize("symbology", LINEAR)
def test_a_linear_barcode_is_a_label(symbology: str) -> None:
    assert read("4821936075", symbology) == Waybill("4821936075", WaybillKind.GENERAL)
    assert read("K7QM2XPD", symbology, LETTERS) == Waybill("K7QM2XPD", WaybillKind.GENERAL)
    assert isinstance(read(TOKEN.text, symbology), Foreign)
    assert isinstance(read(BADGE.text, symbology), Foreign)


@pytest.mark.parametrize(
    "link",
    ["http://example.org", "HTTPS://EXAMPLE.ORG/A?b", "www.example.org", "intent://x", "https://id.gs1.org/01/123"],
)
def test_a_link_is_a_link_and_nothing_of_it_is_kept(link: str) -> None:
    assert read(link) == WebLink() == read(link, "Code128")


def test_a_digital_link_is_its_sscc() -> None:
    assert read(f"https://id.gs1.org/00/{SSCC}") == Waybill(SSCC, WaybillKind.SSCC)
    assert read(f"https://id.gs1.org/00/{SSCC[:-1]}0") == WebLink()


def test_lengths() -> None:
    assert read("A " * 256) == Foreign(ForeignKind.TEXT)
    assert read("A " * 256 + "A") == Foreign(ForeignKind.TOO_LONG)
    assert read("HKC:" + "Q" * 2_044) == SignedCode("HKC:" + "Q" * 2_044)
    assert read("HKR:" + "Q" * 2_045) == Foreign(ForeignKind.TOO_LONG)


def test_a_receipt_has_a_line_for_people_and_no_other_control_character() -> None:
    assert read("HKR:Depot, 2 parcels\nAB+C 12") == SignedCode("HKR:Depot, 2 parcels\nAB+C 12")
    for text in ("HKR:a\nb\nc", "HKR:a\x1b[2J\nb", "HKC:a\x00"):
        assert read(text) == Foreign(ForeignKind.CONTROL)


def test_no_pattern_meets_a_text_over_the_limit() -> None:
    greedy = CodePatterns(carriers=(CarrierPattern("all", re.compile(".*"), re.compile("(?P<code>.).*")),))
    assert read("A" * 512, patterns=greedy) == CarrierCode("A", "all")
    assert read("A" * 513, patterns=greedy) == Foreign(ForeignKind.TOO_LONG)


@pytest.mark.parametrize(
    "raw", [b"AB\x0012345678", b"AB\x1b[2J12345678", "AB\x85C".encode(), b"4821\n936075", b"AB\x1d12345678"]
)
def test_control_characters(raw: bytes) -> None:
    assert read(raw) == Foreign(ForeignKind.CONTROL)


def test_the_separator_of_gs1_is_allowed_where_gs1_is() -> None:
    assert read(f"]C100{SSCC}\x1d10LOT") == Waybill(SSCC, WaybillKind.SSCC)
    assert read(f"]C100{SSCC}\x1d10\x00") == Foreign(ForeignKind.CONTROL)


def test_a_fragment_is_refused_whatever_it_holds() -> None:
    found = recognise(TOKEN.text.encode(), symbology="QRCode", patterns=PATTERNS, fragment=True)
    assert found == Foreign(ForeignKind.FRAGMENT)


def test_a_token_with_a_wrong_symbol_is_damaged() -> None:
    assert read(TOKEN.text[:-1]) == Damaged() == read(BADGE.text + "0")


def test_foreign_texts_keep_at_most_64_printable_characters() -> None:
    assert read("B-12") == Foreign(ForeignKind.TEXT, "B-12")
    assert read("é" * 64) == Foreign(ForeignKind.TEXT, "é" * 64)
    assert read("é" * 65) == Foreign(ForeignKind.TEXT, None)
    assert read("a\N{RIGHT-TO-LEFT OVERRIDE}b") == Foreign(ForeignKind.TEXT, None)
    assert read(b"caf\xe9") == Foreign(ForeignKind.TEXT, "café")


def test_the_phone_beside_a_carrier_code_enters_no_value() -> None:
    found = read("P|600700800|123456")
    assert isinstance(found, CarrierCode)
    assert {found.text, found.carrier} == {"123456", "inpost"}
    assert not hasattr(found, "__dict__"), "no other field can hold it"


def test_a_code_pattern_without_its_group_is_a_fault() -> None:
    with pytest.raises(SettingsFault, match="no group named code"):
        CarrierPattern("acme", code=re.compile("[0-9]{6}"))


@pytest.mark.parametrize("secret", ["600700801", "QZQZQZQZQZ"])
def test_no_repr_shows_a_text(secret: str) -> None:
    values: list[Recognised] = [
        Token(f"HK1:{secret}"),
        Badge(f"HKB:{secret}"),
        TypedCode(secret, TypedForm.DIGITS),
        CarrierCode(secret, "inpost"),
        Waybill(secret, WaybillKind.GENERAL),
        Foreign(ForeignKind.TEXT, secret),
    ]
    for value in values:
        assert secret not in repr(value)
        assert secret not in f"{value} {[value]}"
        try:
            raise LookupError(value)
        except LookupError:
            assert secret not in traceback.format_exc().replace(f'"{secret}"', "")
