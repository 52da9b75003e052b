"""Typed codes: what a customer types when there is no QR code to show.

Ten digits (an SMS carries them, a keypad of twelve large keys takes them), or eight Crockford symbols. Each is drawn uniformly: a
code carries no meaning and no check digit, since a wrong one must look exactly like an unknown one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.codes import crockford


class TypedForm(StrEnum):
    """Which of the two forms a depot uses."""

    DIGITS = "digits"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class TypedCode:
    """A typed code in its canonical text: upper case, nothing between the characters."""

    text: str = field(repr=False)
    form: TypedForm


_ALPHABET = {TypedForm.DIGITS: "0123456789", TypedForm.LETTERS: crockford.ALPHABET}
_GROUPS = {TypedForm.DIGITS: (3, 3, 4), TypedForm.LETTERS: (4, 4)}
_BETWEEN = {TypedForm.DIGITS: " ", TypedForm.LETTERS: "-"}
_DASHES = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
_MISTAKEN = str.maketrans("OIL", "011")


def length(form: TypedForm) -> int:
    """How many characters a code of this form has: 10 digits or 8 symbols."""
    return sum(_GROUPS[form])


def make(form: TypedForm, random_below: Callable[[int], int]) -> TypedCode:
    """A new code; `random_below(n)` gives a uniform number 0 ≤ x < n (`secrets.randbelow`)."""
    size = length(form)
    number = random_below(len(_ALPHABET[form]) ** size)
    text = f"{number:0{size}d}" if form is TypedForm.DIGITS else crockford.encode(number, size)
    return TypedCode(text, form)


def forgiven(text: str) -> str:
    """Capitals, with what is mistaken for a digit as that digit: O is 0, I and L are 1."""
    return text.upper().translate(_MISTAKEN)


def parse(untrusted_text: str, form: TypedForm) -> TypedCode | None:
    """The code in what a person typed, or None. Spaces and dashes are passed over; among symbols, case is and O is 0, I and L are 1."""
    kept = "".join(c for c in untrusted_text if not c.isspace() and c not in _DASHES)
    if not kept.isascii():
        return None
    if form is TypedForm.LETTERS:
        kept = forgiven(kept)
    if len(kept) != length(form) or not set(kept) <= set(_ALPHABET[form]):
        return None
    return TypedCode(kept, form)


def grouped(code: TypedCode) -> str:
    """The code as it is printed and read aloud: `482 193 6075` or `K7QM-2XPD`."""
    return group(code.text, code.form)


def group(text: str, form: TypedForm) -> str:
    """What was typed so far, in the groups of its form: `48219` is `482 19`."""
    parts, start = [], 0
    for size in _GROUPS[form]:
        parts.append(text[start : start + size])
        start += size
    return _BETWEEN[form].join(part for part in parts if part)
