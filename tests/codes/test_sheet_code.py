"""The test sheet's codes are known as such, and as long as they say."""

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes.recognise import CodePatterns, SheetCode, recognise
from kiosk.codes.sheet_code import MOST, parse
from kiosk.policy.release import Reason, Refusal, judge_foreign


@pytest.mark.parametrize("symbology", ["QRCode", "Code128", ""])
def test_a_code_of_the_sheet_is_known_and_opens_nothing(symbology: str) -> None:
    found = recognise(b"HKT:7", symbology=symbology, patterns=CodePatterns())
    assert found == SheetCode(7)
    assert judge_foreign(found, depot_tag="7KQ2") == Refusal(Reason.NOT_OURS)


@given(st.integers(1, MOST))
def test_its_text_says_its_size(tenths: int) -> None:
    assert parse(SheetCode(tenths).text) == SheetCode(tenths)


@pytest.mark.parametrize(
    "text", ["HKT:", "HKT:0", "HKT:07", "HKT:100", "HKT:-1", "hkt:1", "HKT:1 ", "HKT:１", "HKT:1\n"]
)
def test_nothing_else_is_one(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("tenths", [1, 9, 10, 42, MOST])
@pytest.mark.parametrize(
    ("symbology", "form"),
    [("QRCode", zxingcpp.BarcodeFormat.QRCodeModel2), ("Code128", zxingcpp.BarcodeFormat.Code128)],
)
def test_it_has_as_many_modules_as_an_encoder_gives_it(
    tenths: int, symbology: str, form: zxingcpp.BarcodeFormat
) -> None:
    code = SheetCode(tenths)
    picture = zxingcpp.create_barcode(code.text, form).to_image(scale=1, add_quiet_zones=False)
    assert picture.shape[1] == code.modules(symbology)
