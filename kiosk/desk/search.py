"""The one box: whatever a clerk scans or types into it finds parcels, results as they type.

Looked for in this order, and each parcel told once: a whole waybill (of what left, too), a pickup code, a place, the end of a waybill,
the hint. Rubbish finds nothing. Nothing is entered: looking changes nothing, and says nothing of a person.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.clock import Clock
from kiosk.codes import carrier, token, typed, waybill
from kiosk.codes.token import Token
from kiosk.codes.waybill import GROUP_SEPARATOR
from kiosk.desk.declined import Declined, declined
from kiosk.desk.patterns import code_patterns
from kiosk.desk.seat import Seat
from kiosk.parcel import CodeKind, Hold, Parcel, ParcelState, Pickup
from kiosk.policy.roles import Act
from kiosk.settings import Settings
from kiosk.store import Store
from kiosk.store.searches import LEAST_ENDING

ENDING = 5
"""Characters of a waybill's end that tell parcels apart on a list: a colleague reads out `4 7301`."""
MOST = 20
"""Hits that fit on a screen, scrolled once or twice; further typing narrows them."""
LONGEST = 512
"""Characters that are looked at."""
HINT_LENGTH = 4

_PLACE_BEGINNING = re.compile(r"([A-Z]{1,2})(?:-?(\d{1,3}(?:-\d{0,4})?)?)")
"""A place half typed; nobody types the first dash."""


class Mark(StrEnum):
    """The one thing about a parcel that a clerk must know first."""

    EXPECTED = "expected"
    WAITING = "waiting"
    OVERSIZE = "oversize"
    ID_TO_BE_SEEN = "id_to_be_seen"
    FRAGILE = "fragile"
    ASKED = "asked"
    """Its carrier asked that the desk hands it out."""
    LAST_DAY = "last_day"
    PAST_DAY = "past_day"
    SHOWN_OPEN = "shown_open"
    """Its customer is at the shelves."""
    UNCHECKED = "unchecked"
    """Shown, not confirmed."""
    BY_HAND = "by_hand"
    """Released by a clerk a moment ago; it can still be undone."""
    MISSING = "missing"
    DISPUTED = "disputed"
    HANDED_OVER = "handed_over"
    RETURNED = "returned"


class By(StrEnum):
    """What a parcel was found by."""

    WAYBILL = "waybill"
    CODE = "code"
    OLD_CODE = "old_code"
    """A code that was revoked: it opens nothing any more."""
    PLACE = "place"
    ENDING = "ending"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Hit:
    """One parcel as a list at the desk shows it; `parcel` is its number for every act."""

    parcel: int
    mark: Mark
    by: By | None
    """None on a list that nobody searched for."""
    place: str | None
    ending: str | None
    """The last five characters of the waybill; None once it was erased."""
    since: datetime | None
    """When it entered its state (UTC)."""
    last_day: date | None
    held: Hold | None


class Search:
    """Used from one thread; may raise `StoreFault`."""

    def __init__(self, store: Store, settings: Settings, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._patterns = code_patterns(settings)

    def find(self, seat: Seat, untrusted_text: str, *, limit: int = MOST) -> tuple[Hit, ...] | Declined:
        """What fits the text, best first, at most `limit`; the text may be half typed."""
        if refused := declined(self._store, seat, Act.LOOK_UP):
            return refused
        text = untrusted_text.strip()
        if not text or len(text) > LONGEST or not text.replace(GROUP_SEPARATOR, "").isprintable():
            return ()
        hits: dict[int, Hit] = {}
        for by, parcels in self._ways(text, limit):
            for parcel in parcels:
                hits.setdefault(parcel.id, hit_of(self._store, self._clock.today(), parcel, by))
            if len(hits) >= limit:
                break
        return tuple(hits.values())[:limit]

    def _ways(self, text: str, limit: int) -> Iterator[tuple[By, Iterable[Parcel]]]:
        label = waybill.parse(text, self._patterns.carriers)
        whole = self._store.parcels.by_waybill(label.text) if label else None
        yield By.WAYBILL, [whole] if whole else []
        for pickup in self._pickups(text):
            yield (By.CODE if pickup.revoked_at is None else By.OLD_CODE), pickup.parcels
        short = "".join(text.upper().split())
        if place := _PLACE_BEGINNING.fullmatch(short):
            yield By.PLACE, self._store.searches.at_place(f"{place[1]}-{place[2]}" if place[2] else short, limit)
        if len(short) >= LEAST_ENDING:
            yield By.ENDING, self._store.searches.ending_in(short, limit)
        if len(short) == LEAST_ENDING:
            yield By.ENDING, self._store.searches.ending_but_one(short, limit)
        if LEAST_ENDING <= len(short) <= HINT_LENGTH:
            yield By.HINT, self._store.searches.with_hint(short, limit)

    def _pickups(self, text: str) -> Iterator[Pickup]:
        own, digits = token.parse(text), typed.parse(text, self._patterns.typed_form)
        theirs = carrier.parse(text, self._patterns.carriers)
        codes = {
            CodeKind.TOKEN: own.text if isinstance(own, Token) else None,
            CodeKind.TYPED: digits and digits.text,
            CodeKind.CARRIER: theirs.text if theirs else text,
        }
        for kind, code in codes.items():
            found = self._store.pickups.find(kind, code) if code else None
            if found is not None:
                yield found


def hit_of(store: Store, today: date, parcel: Parcel, by: By | None = None) -> Hit:
    """A parcel as a list shows it; `today` is the depot's own date."""
    return Hit(
        parcel=parcel.id,
        mark=mark_of(parcel, today=today, by_hand=store.overrides.is_pending(parcel.id)),
        by=by,
        place=parcel.place,
        ending=parcel.waybill and parcel.waybill[-ENDING:],
        since=parcel.since,
        last_day=parcel.last_day,
        held=parcel.held,
    )


def mark_of(parcel: Parcel, *, today: date, by_hand: bool) -> Mark:
    """What stands out: an override under way, then its state, then its day, then why the desk must see to it."""
    if by_hand:
        return Mark.BY_HAND
    if parcel.state is ParcelState.RELEASED:
        return Mark.SHOWN_OPEN
    if parcel.state is not ParcelState.WAITING:
        return Mark(parcel.state.value)
    if parcel.last_day is not None and parcel.last_day <= today:
        return Mark.LAST_DAY if parcel.last_day == today else Mark.PAST_DAY
    return Mark(parcel.held.value) if parcel.held else Mark.WAITING
