"""What goes on paper, as values: a slip, a badge, a place sticker, a list. `drawing` draws them, `desk.print_job` prints them.

A slip has no words of its own, so it serves every language; a list's words come from whoever makes it. Measures are in mm.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in the middle, its capitals at most `high`, and lower where it must be to fit."""

    text: str = field(repr=False)
    high: float = 3.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code, about `side` wide with its quiet zone."""

    text: str = field(repr=False)
    side: float


@dataclass(frozen=True, slots=True)
class Notes:
    """Side by side, each under its picture: where it lies, the last day."""

    place: str | None = None
    last_day: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list; `shares` are the widths of its cells, in parts of the whole.

    `box`: one before it, to be ticked off by hand, or room for one (False), or none.
    """

    cells: tuple[str, ...] = field(repr=False)
    shares: tuple[float, ...]
    bold: bool = False
    box: bool | None = None


Part = Line | Code | Notes | Row
_PARTS: dict[str, Callable[..., Part]] = {kind.__name__: kind for kind in (Line, Code, Notes, Row)}


@dataclass(frozen=True, slots=True)
class Paper:
    """One thing to print, top to bottom. A list goes over as many pages as it needs, a slip is one."""

    parts: tuple[Part, ...]
    is_list: bool = False
    from_right: bool = False
    """Whether rows are read from the right."""


def pickup_slip(
    token_text: str, grouped_typed: str, depot_name: str, place: str | None = None, last_day: date | None = None
) -> Paper:
    """What a customer takes home: the depot, the code in both forms, where it lies, and until when."""
    notes = Notes(place, last_day.isoformat() if last_day else None)
    return Paper((Line(depot_name, 4.0, bold=True), Code(token_text, 50.0), Line(grouped_typed, 6.0, bold=True), notes))


def badge(badge_text: str, clerk: str, depot_name: str) -> Paper:
    """What a clerk shows: whose it is stands on it by the short name of their choice."""
    return Paper((Line(depot_name, 4.0, bold=True), Code(badge_text, 50.0), Line(clerk, 6.0, bold=True)))


def place_sticker(place: str) -> Paper:
    """For a shelf or a parcel: the place to be read from afar, and as a code."""
    return Paper((Line(place, 14.0, bold=True), Code(place, 36.0)))


def listing(
    title: str,
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
    shares: Sequence[float],
    *,
    box: bool = False,
    from_right: bool = False,
) -> Paper:
    """A report or a list, row under row."""
    widths = tuple(shares)
    found: list[Part] = [Line(title, 3.2, bold=True), Row(tuple(head), widths, bold=True, box=False if box else None)]
    found += [Row(tuple(row), widths, box=True if box else None) for row in rows]
    return Paper(tuple(found), is_list=True, from_right=from_right)


def to_json(paper: Paper) -> str:
    """For the process that prints."""
    parts = [{"part": type(part).__name__, **asdict(part)} for part in paper.parts]
    return json.dumps({"parts": parts, "is_list": paper.is_list, "from_right": paper.from_right})


def from_json(text: str) -> Paper:
    """What `to_json` wrote; `ValueError`, `KeyError` or `TypeError` for anything else."""
    kept = json.loads(text)
    return Paper(tuple(_part(**one) for one in kept["parts"]), kept["is_list"], kept["from_right"])


def _part(part: str, **fields: Any) -> Part:
    """Tuples became lists on the way."""
    return _PARTS[part](**{name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()})
