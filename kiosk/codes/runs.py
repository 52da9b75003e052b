"""A line of text as runs to be drawn from left to right, each of one script and one direction. Pure.

Of the Unicode bidirectional algorithm (UAX #9) what a printed line needs: the first strong letter gives the line its side, neutral
characters go with what stands on both their sides or with the line, a value between isolates keeps to itself. The letters of one run
are joined and ordered by whoever draws it.
"""

import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import Literal

FIRST_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
Side = Literal["L", "R", ""]
"""From the left, from the right, or whatever stands around it."""


class Script(IntEnum):
    """Which of the fonts draws it."""

    LATIN = 0
    """Also Greek, Cyrillic, digits and marks."""
    ARABIC = 1
    HAN = 2


ARABIC = ((0x600, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
HAN = ((0x2713, 0x2713), (0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF))
"""With the tick, which only that font has."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in the order in which they are read, drawn by one font."""

    text: str
    script: Script
    from_right: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """One character, or what stands between isolates."""

    text: str
    side: Side
    isolated: bool = False


def runs(text: str) -> list[Run]:
    """The runs of a line, the leftmost first; what cannot be printed is left out."""
    return _laid_out(_pieces(text))


def reads_from_right(text: str) -> bool:
    """Whether the first strong letter says so."""
    return _base(_pieces(text)) == "R"


def _pieces(text: str) -> list[_Piece]:
    found, at = list[_Piece](), 0
    while at < len(text):
        end = text.find(POP_ISOLATE, at) if text[at] == FIRST_ISOLATE else -1
        if end > at:
            found.append(_Piece(text[at + 1 : end], "", isolated=True))
            at = end
        elif text[at].isprintable():
            found.append(_Piece(text[at], _side(text[at])))
        at += 1
    return found


def _side(character: str) -> Side:
    kind = unicodedata.bidirectional(character)
    return "R" if kind in {"R", "AL", "AN"} else "L" if kind in {"L", "EN"} else ""


def _base(pieces: list[_Piece]) -> Side:
    strong = (one.side for one in pieces if one.side and not one.text.isdecimal())
    return next(strong, "L")


def _laid_out(pieces: list[_Piece]) -> list[Run]:
    base, sides = _base(pieces), [one.side for one in pieces]
    for at, side in enumerate(sides):
        if not side:
            before = sides[at - 1] if at else base
            after = next((one for one in sides[at:] if one), base)
            sides[at] = before if before == after else base
    found = list[list[Run]]()
    for side, group in groupby(zip(pieces, sides, strict=True), key=lambda pair: pair[1]):
        line = _of_one_side([piece for piece, _ in group], from_right=side == "R")
        found.append(line)
    return [run for line in (reversed(found) if base == "R" else found) for run in line]


def _of_one_side(pieces: list[_Piece], *, from_right: bool) -> list[Run]:
    found = list[list[Run]]()
    for (isolated, script), group in groupby(pieces, key=lambda one: (one.isolated, _script(one.text))):
        if isolated:
            found += [_laid_out(_pieces(one.text)) for one in group]
        else:
            found.append([Run("".join(one.text for one in group), script, from_right)])
    return [run for line in (reversed(found) if from_right else found) for run in line]


def _script(text: str) -> Script:
    """By Unicode's blocks, as the fonts in `assets` have them; a test asks these for every letter of every language."""
    point = ord(text[:1] or " ")
    if any(first <= point <= last for first, last in ARABIC):
        return Script.ARABIC
    return Script.HAN if any(first <= point <= last for first, last in HAN) else Script.LATIN
