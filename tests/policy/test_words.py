"""Clerks' free words: what could be a phone number, an ID or a waybill stays out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.policy.words import Unfit, holds_number, unfit_name, unfit_note


@pytest.mark.parametrize(
    "text",
    [
        "612345678",
        "call 612 34 56 78",
        "+34 (612) 345-678",
        "ID 12345678Z",
        "6_1_2_3_4",
        "6 - 1 . 2 / 3 , 4",
        "６１２３４",
        "٦١٢٣٤",
        "¹²³⁴⁵",
        "RB123456785ES",
        "6\u200b1\u200b2\u200b3\u200b4",
    ],
)
def test_numbers_are_found(text: str) -> None:
    assert holds_number(text)


@pytest.mark.parametrize("text", ["", "phone was dead", "2 boxes, 3 bags", "he came at 14:30", "4 of 1234", "été"])
def test_words_are_taken(text: str) -> None:
    assert unfit_note(text) is None


@given(
    st.lists(st.sampled_from("0123456789"), min_size=5, max_size=12), st.text(" .-/()+_,·:;\u00a0\u200b", max_size=3)
)
def test_no_separator_hides_a_number(digits: list[str], between: str) -> None:
    assert holds_number(f"see {between.join(digits)} there")


@pytest.mark.parametrize(
    ("text", "why"),
    [("x" * 81, Unfit.TOO_LONG), ("a\nb", Unfit.UNREADABLE), ("see 612345678", Unfit.NUMBER)],
)
def test_notes_that_are_not_taken(text: str, why: Unfit) -> None:
    assert unfit_note(text) is why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ana", None),
        ("王", None),
        (" ", Unfit.EMPTY),
        ("x" * 17, Unfit.TOO_LONG),
        ("Clerk 9", Unfit.GIVEN),
        ("clerk9", Unfit.GIVEN),
        ("\u202eanA", Unfit.UNREADABLE),
        ("612345678", Unfit.NUMBER),
    ],
)
def test_names(text: str, why: Unfit | None) -> None:
    assert unfit_name(text) is why
