"""Parcels and pickups as values: what the store gives out and what the policy judges."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class ParcelState(StrEnum):
    """`expected → waiting → released → handed_over`, with its side ways (DESIGN §4)."""

    EXPECTED = "expected"
    WAITING = "waiting"
    RELEASED = "released"
    UNCHECKED = "unchecked"
    HANDED_OVER = "handed_over"
    RETURNED = "returned"
    MISSING = "missing"
    DISPUTED = "disputed"


GONE = frozenset({ParcelState.HANDED_OVER, ParcelState.RETURNED})
"""States in which the parcel is no longer in the depot: its waybill may come again."""


class Leaves(StrEnum):
    """How a parcel may leave: label checked by the kiosk, brought by a clerk, or confirmed by a tap."""

    LABEL = "label"
    CLERK = "clerk"
    TAP = "tap"


class Hold(StrEnum):
    """Why the desk must see to a parcel itself."""

    OVERSIZE = "oversize"
    ID_TO_BE_SEEN = "id_to_be_seen"
    FRAGILE = "fragile"
    ASKED = "asked"


class CodeKind(StrEnum):
    """What a pickup can be opened with."""

    TOKEN = "token"
    TYPED = "typed"
    CARRIER = "carrier"


PLACE = re.compile(r"[A-Z]{1,2}-\d{1,3}(-\d{1,4})?")
"""A place: shelf `B-12`, or shelf and number `B-12-047`."""


def is_place(untrusted_text: str) -> bool:
    """Whether the text is a place as written on a shelf or a place sticker."""
    return PLACE.fullmatch(untrusted_text) is not None


def is_place_sticker(untrusted_text: str) -> bool:
    """Whether the text is a place with its number: one parcel's own, where a shelf may hold many."""
    return is_place(untrusted_text) and untrusted_text.count("-") == 2


@dataclass(frozen=True, slots=True)
class Parcel:
    """One parcel as the store knows it. The waybill's plain text is None once it was erased."""

    id: int
    state: ParcelState
    waybill: str | None = field(default=None, repr=False)
    place: str | None = None
    carrier: str | None = None
    leaves: Leaves = Leaves.LABEL
    held: Hold | None = None
    last_day: date | None = None
    hint: str | None = field(default=None, repr=False)
    since: datetime | None = None
    """When it entered its state (UTC)."""


@dataclass(frozen=True, slots=True)
class Pickup:
    """What one pickup code opens: one parcel or several."""

    id: int
    parcels: tuple[Parcel, ...]
    revoked_at: datetime | None = None
