"""Typed codes: drawn uniformly, read forgivingly, printed in groups."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes import typed
from kiosk.codes.typed import TypedCode, TypedForm

FORMS = st.sampled_from(TypedForm)


@given(FORMS, st.integers(0, 2**32))
def test_a_code_is_read_back_from_its_text_and_from_its_groups(form: TypedForm, seed: int) -> None:
    made = typed.make(form, random.Random(seed).randrange)
    assert len(made.text) == typed.length(form)
    assert typed.parse(made.text, form) == made
    assert typed.parse(typed.grouped(made), form) == made
    assert typed.parse(f" {typed.grouped(made).lower()}\n", form) == made


@pytest.mark.parametrize(("form", "choices"), [(TypedForm.DIGITS, 10**10), (TypedForm.LETTERS, 32**8)])
def test_every_code_can_be_drawn(form: TypedForm, choices: int) -> None:
    asked: list[int] = []

    def lowest(below: int) -> int:
        asked.append(below)
        return 0

    assert typed.make(form, lowest).text == "0" * typed.length(form)
    assert asked == [choices]
    assert set(typed.make(form, lambda below: below - 1).text) == ({"9"} if form is TypedForm.DIGITS else {"Z"})


def test_the_two_forms_as_printed() -> None:
    assert typed.grouped(TypedCode("4821936075", TypedForm.DIGITS)) == "482 193 6075"
    assert typed.grouped(TypedCode("K7QM2XPD", TypedForm.LETTERS)) == "K7QM-2XPD"
    assert [typed.group("4821936075"[:n], TypedForm.DIGITS) for n in (0, 3, 4, 7)] == ["", "482", "482 1", "482 193 6"]


@pytest.mark.parametrize("text", ["k7qm 2xpd", "K7QM\N{EN DASH}2XPD", " K7QM-2XPD "])
def test_letters_forgive_case_spaces_and_dashes(text: str) -> None:
    assert typed.parse(text, TypedForm.LETTERS) == TypedCode("K7QM2XPD", TypedForm.LETTERS)


def test_letters_forgive_what_is_mistaken() -> None:
    assert typed.parse("oOiI-lL01", TypedForm.LETTERS) == TypedCode("00111101", TypedForm.LETTERS)


@pytest.mark.parametrize("text", ["", "482193607", "48219360755", "482193607O", "٤٨٢١٩٣٦٠٧٥", "482.193.6075"])
def test_what_is_no_ten_digits_is_no_code(text: str) -> None:
    assert typed.parse(text, TypedForm.DIGITS) is None


@given(st.text(max_size=40), FORMS)
def test_any_text_is_a_canonical_code_or_none(text: str, form: TypedForm) -> None:
    code = typed.parse(text, form)
    assert code is None or typed.parse(code.text, form) == code


def test_u_is_no_symbol() -> None:
    assert typed.parse("K7QM2XPU", TypedForm.LETTERS) is None
