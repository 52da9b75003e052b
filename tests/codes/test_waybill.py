"""Waybills: one canonical text, however they are written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes import waybill
from kiosk.codes.carrier import CarrierPattern
from kiosk.codes.waybill import Waybill, WaybillKind

SSCC = "340123450000000017"
ACME = CarrierPattern("acme", waybill=re.compile(r"%[0-9]{7}(?P<waybill>[0-9]{14})[0-9]{6}|AC[0-9]{10}"))


@pytest.mark.parametrize("text", ["RA473124829GB", "ra 473 124 829 gb", " RR123456785SG\n"])
def test_s10_with_its_check_digit(text: str) -> None:
    found = waybill.parse(text, ())
    assert found is not None
    assert found.kind is WaybillKind.S10
    assert found.text == text.strip().upper().replace(" ", "")


@given(st.from_regex(r"[0-9]{8}", fullmatch=True))
def test_one_check_digit_is_right_for_any_s10_number(digits: str) -> None:
    valid = [check for check in range(10) if waybill.valid_s10(f"RR{digits}{check}ES")]
    assert len(valid) == 1
    rest = sum(w * int(d) for w, d in zip((8, 6, 4, 2, 3, 5, 9, 7), digits, strict=True)) + valid[0]
    assert rest % 11 == 0 or (valid[0], rest % 11) in {(0, 1), (5, 5)}, "modulo 11, with 10 written 0 and 11 written 5"


def test_a_wrong_s10_check_digit_is_a_waybill_all_the_same() -> None:
    assert waybill.parse("RA473124828GB", ()) == Waybill("RA473124828GB", WaybillKind.GENERAL)


@pytest.mark.parametrize(
    "text",
    [
        f"00{SSCC}",
        f"(00){SSCC}",
        "(00) 3 4012345 000000001 7",
        f"]C100{SSCC}",
        f"]c1(00){SSCC}",
        f"\x1d00{SSCC}",
        f"]C100{SSCC}\x1d10LOT7",
        f"]d200{SSCC}421276",
        f"https://id.gs1.org/00/{SSCC}",
        f"HTTPS://track.example/gs1/00/{SSCC}?x=1#y",
        f"http://track.example/00/{SSCC}/",
    ],
)
def test_sscc_in_every_dress(text: str) -> None:
    assert waybill.parse(text, ()) == Waybill(SSCC, WaybillKind.SSCC)


@given(st.from_regex(r"[0-9]{17}", fullmatch=True))
def test_one_check_digit_is_right_for_any_sscc(digits: str) -> None:
    assert sum(waybill.valid_sscc(f"{digits}{check}") for check in range(10)) == 1


def test_a_wrong_sscc_check_digit_makes_no_sscc() -> None:
    wrong = SSCC[:-1] + "8"
    assert waybill.parse(f"00{wrong}", ()) == Waybill(f"00{wrong}", WaybillKind.GENERAL)
    assert waybill.parse(f"(00){wrong}", ()) is None
    assert waybill.parse(f"https://id.gs1.org/00/{wrong}", ()) is None


def test_a_longer_digital_link_is_none() -> None:
    assert waybill.from_digital_link(f"https://id.gs1.org/00/{SSCC}/more") is None
    assert waybill.from_digital_link(f"https://id.gs1.org/?next=/00/{SSCC}") is None


def test_a_carrier_is_named_by_its_pattern_and_its_group_is_the_number() -> None:
    assert waybill.parse("ac0123456789", [ACME]) == Waybill("AC0123456789", WaybillKind.CARRIER, "acme")
    routed = "%0028013" + "09981234567890" + "101276"
    assert waybill.parse(routed, [ACME]) == Waybill("09981234567890", WaybillKind.CARRIER, "acme")
    assert waybill.parse("RA473124829GB", [CarrierPattern("any", waybill=re.compile(".*"))]) == Waybill(
        "RA473124829GB", WaybillKind.S10
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ABC1234",
        "A" * 31,
        "AB_12345678",
        "ÄB12345678",
        "--------",
        "AB 12345678",
        "1234567\N{ARABIC-INDIC DIGIT EIGHT}",
    ],
)
def test_what_is_no_waybill(text: str) -> None:
    assert waybill.parse(text, [ACME]) is None


@given(st.one_of(st.text(max_size=40), st.from_regex(r"[A-Z0-9-]{8,30}", fullmatch=True)))
def test_the_canonical_text_is_read_back_to_itself(text: str) -> None:
    found = waybill.parse(text, ())
    if found is not None:
        again = waybill.parse(found.text, ())
        assert again is not None
        assert again.text == found.text
