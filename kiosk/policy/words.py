"""Free words of clerks: short, and with no number in them that could be a person's. Pure."""

import re
import unicodedata
from enum import StrEnum

MOST_WORDS = 80
"""Characters a note may have."""
MOST_NAME = 16
"""Characters a clerk's short name may have."""

_NUMBER = re.compile(r"\d(?:[\W_]*\d){4,}")
"""Five digits or more in a row, whatever stands between them short of a letter: a phone number, an ID, a waybill."""
_GIVEN = re.compile(r"clerk\s*\d+", re.IGNORECASE)


class Unfit(StrEnum):
    """Why words are not taken."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    """Something in them is no printable character."""
    NUMBER = "number"
    """A number in them could be a phone's, an ID's or a waybill's."""
    GIVEN = "given"
    """A name of the kind that the kiosk gives itself, `Clerk 7`."""


def holds_number(untrusted_text: str) -> bool:
    """Whether five digits or more stand in a row, separators between them or not, in any script and width."""
    return _NUMBER.search(unicodedata.normalize("NFKC", untrusted_text)) is not None


def unfit_note(untrusted_text: str) -> Unfit | None:
    """Why a note cannot be taken; None: it can. An empty one can."""
    return _unfit(untrusted_text, MOST_WORDS)


def unfit_name(untrusted_text: str) -> Unfit | None:
    """Why a short name cannot be taken; None: it can."""
    if not untrusted_text.strip():
        return Unfit.EMPTY
    if _GIVEN.fullmatch(untrusted_text.strip()):
        return Unfit.GIVEN
    return _unfit(untrusted_text, MOST_NAME)


def _unfit(text: str, most: int) -> Unfit | None:
    if len(text) > most:
        return Unfit.TOO_LONG
    if not text.isprintable():
        return Unfit.UNREADABLE
    return Unfit.NUMBER if holds_number(text) else None
