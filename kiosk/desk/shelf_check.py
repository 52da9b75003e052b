"""A shelf check: a clerk walks along a shelf and scans what lies there; what is missing and what does not belong comes out.

Nothing is changed while they walk. At the end one act notes when each parcel was seen at its place, with its entry; what to do about the
others is for the acts of `returns`: moved here, cannot be found, found again.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.clock import Clock
from kiosk.codes import waybill
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.declined import Declined, declined
from kiosk.desk.intake import LONGEST_WAYBILL, place_from
from kiosk.desk.patterns import code_patterns
from kiosk.desk.search import Hit, hit_of
from kiosk.desk.seat import Seat
from kiosk.ledger import events
from kiosk.parcel import Parcel, ParcelState, is_place_sticker
from kiosk.policy.roles import Act
from kiosk.settings import Settings
from kiosk.store import Store

_S = ParcelState
LIES_HERE = frozenset({_S.WAITING, _S.RELEASED, _S.UNCHECKED, _S.DISPUTED})
"""States in which a parcel may rightly lie at its place; one that is released may as well be in its customer's hand."""


class Finding(StrEnum):
    """What a scan on the shelf was."""

    HERE = "here"
    AGAIN = "again"
    """Scanned before in this check."""
    ELSEWHERE = "elsewhere"
    """It belongs to another place."""
    FOUND = "found"
    """It could not be found until now."""
    LEFT = "left"
    """By the ledger it was handed over or returned, yet it lies here."""
    NOT_TAKEN_IN = "not_taken_in"
    UNKNOWN = "unknown"
    """No parcel of this depot, or no label at all."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """One scan, and the parcel it told of."""

    finding: Finding
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the walk stands."""

    shelf: str
    seen: int
    """Parcels seen that belong here."""
    outstanding: int
    """Parcels that should lie here and were not seen yet."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came out, places in order."""

    shelf: str
    seen: int
    missing: tuple[Hit, ...]
    """They should wait here and were not seen."""
    strangers: tuple[Scanned, ...]
    """They lie here and should not; each says what it is."""


class ShelfCheck:
    """One walk along one shelf. Used from one thread; may raise `StoreFault`."""

    def __init__(self, store: Store, settings: Settings, clock: Clock, untrusted_shelf: str) -> None:
        """The shelf is a place, `B-12`, or one parcel's own, `B-12-047`; raises `KioskFault` where it is none."""
        self._store = store
        self._clock = clock
        self._carriers = code_patterns(settings).carriers
        self._began = clock.now()
        self._scanned: dict[int, datetime] = {}
        self.shelf = place_from(untrusted_shelf)

    def scan(self, seat: Seat, untrusted_text: str) -> Scanned | Declined:
        """A label, or a place sticker that only one parcel has."""
        if refused := declined(self._store, seat, Act.CHECK_SHELF):
            return refused
        parcel = self._parcel(untrusted_text)
        if parcel is None:
            return Scanned(Finding.UNKNOWN)
        again = parcel.id in self._scanned
        self._scanned.setdefault(parcel.id, self._clock.now())
        return self._told(parcel, Finding.AGAIN if again else self._finding(parcel))

    def progress(self) -> Progress:
        """For the screen, after each scan."""
        return Progress(self.shelf, len(self._seen()), len(self._unseen()))

    def finish(self, seat: Seat) -> Checked | Declined:
        """The walk is over: what was seen here is noted with its time, and the entry is made.

        Parcels that were moved here, or taken away, during the walk count as they stand now.
        """

        def work(enter: Entering) -> Checked | Declined:
            if refused := declined(self._store, seat, Act.CHECK_SHELF):
                return refused
            seen, missing = self._seen(), self._unseen()
            strangers = [self._store.parcels.get(number) for number in self._scanned if number not in seen]
            for number in seen:
                self._store.parcels.saw(number, self._scanned[number])
            enter(events.ShelfChecked(self.shelf, len(seen), _ids(missing), _ids(strangers), seat.clerk))
            return Checked(
                self.shelf,
                len(seen),
                tuple(hit_of(self._store, self._clock.today(), parcel) for parcel in missing),
                tuple(self._told(parcel, self._finding(parcel)) for parcel in strangers),
            )

        return in_one_act(self._store, self._clock.now(), work)

    def _parcel(self, untrusted_text: str) -> Parcel | None:
        text = untrusted_text.strip().upper()
        if is_place_sticker(text):
            there = [parcel for parcel in self._store.lists.on_shelf(text) if parcel.state in LIES_HERE]
            return there[0] if len(there) == 1 else None
        label = waybill.parse(untrusted_text, self._carriers) if len(untrusted_text) <= LONGEST_WAYBILL else None
        return self._store.parcels.by_waybill(label.text) if label else None

    def _finding(self, parcel: Parcel) -> Finding:
        if parcel.state in {_S.HANDED_OVER, _S.RETURNED}:
            return Finding.LEFT
        if parcel.state is _S.EXPECTED:
            return Finding.NOT_TAKEN_IN
        if parcel.state is _S.MISSING:
            return Finding.FOUND
        return Finding.HERE if self._is_here(parcel) else Finding.ELSEWHERE

    def _is_here(self, parcel: Parcel) -> bool:
        return parcel.place is not None and f"{parcel.place}-".startswith(f"{self.shelf}-")

    def _seen(self) -> list[int]:
        """Those scanned that belong here, as they stand now."""
        return [number for number in self._scanned if self._finding(self._store.parcels.get(number)) is Finding.HERE]

    def _unseen(self) -> list[Parcel]:
        """Those that wait here, whoever laid them here during the walk aside. What is released may be in its customer's hand."""
        return [
            parcel
            for parcel in self._store.lists.on_shelf(self.shelf, not_since=self._began)
            if parcel.state is _S.WAITING and parcel.id not in self._scanned
        ]

    def _told(self, parcel: Parcel, finding: Finding) -> Scanned:
        return Scanned(finding, hit_of(self._store, self._clock.today(), parcel))


def _ids(parcels: Collection[Parcel]) -> tuple[int, ...]:
    return tuple(parcel.id for parcel in parcels)
