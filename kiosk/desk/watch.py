"""What the desk must keep an eye on: lists, and for a parcel that cannot be found the likely mix-ups. Codes, never persons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.desk.calls import Call
from kiosk.desk.shown import Why
from kiosk.parcel import GONE, Parcel, ParcelState
from kiosk.store import Store
from kiosk.store.overrides import Override

PAGE = 200
"""Parcels that one page of a list shows."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A parcel of the same shelf that left, or whose code was shown, since the missing one was last seen there."""

    parcel: Parcel
    pickups: tuple[int, ...]
    """The pickups whose codes open it."""
    visits: tuple[int, ...]
    """The visits in which they were shown since then; none for a release by hand or a return."""


@dataclass(frozen=True, slots=True)
class MixUp:
    """Where a missing parcel may have gone: with somebody who was sent to its shelf."""

    shelf: str
    since: datetime
    """When a clerk last had the missing one in hand (UTC)."""
    suspects: tuple[Suspect, ...]
    """Those whose own label was never checked first, for their customers may hold the wrong one; then by time."""


class Watch:
    """The lists of one depot. They only read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def in_state(self, state: ParcelState, page: int = 0) -> list[Parcel]:
        """One page of those in a state, the longest first: waiting, shown and not confirmed, not to be found, in dispute, …"""
        return self._store.lists.in_state(state, PAGE, page * PAGE)

    def past_day(self, today: date, page: int = 0) -> list[Parcel]:
        """One page of those whose last day is over; `today` is the depot's own date."""
        return self._store.lists.past_day(today, PAGE, page * PAGE)

    def moved(self, page: int = 0) -> list[Parcel]:
        """One page of those that lie elsewhere than they did, the latest move first: their customers may look in the wrong place."""
        return self._store.lists.moved(PAGE, page * PAGE)

    def to_bring(self, calls: Iterable[Call]) -> list[Parcel]:
        """What customers wait for at the stations now: only a clerk may bring it, or they called for it."""
        called = (parcel for call in calls if call.why is Why.BRING_IT for parcel in call.parcels)
        found = {parcel.id: parcel for parcel in self._store.lists.to_bring()}
        for number in called:
            parcel = self._store.parcels.get(number)
            if parcel.state not in GONE:
                found.setdefault(number, parcel)
        return list(found.values())

    def count_in_state(self, state: ParcelState) -> int:
        """How many stand on that list in all."""
        return self._store.lists.count_in_state(state)

    def count_past_day(self, today: date) -> int:
        """How many stand on that list in all."""
        return self._store.lists.count_past_day(today)

    def count_moved(self) -> int:
        """How many stand on that list in all."""
        return self._store.lists.count_moved()

    def owed(self) -> list[Override]:
        """Overrides whose second signature is outstanding."""
        return self._store.overrides.owed()

    def mix_up(self, parcel: int) -> MixUp | None:
        """Where parcel number `parcel` may have gone; None for one without a place. Raises `StoreFault` where there is none."""
        missing, since = self._store.parcels.get(parcel), self._store.lists.seen_at(parcel)
        if missing.place is None or since is None:
            return None
        shelf = shelf_of(missing.place)
        found = self._store.lists.taken_from(shelf, since, but=parcel)
        found.sort(key=lambda one: one.state not in {ParcelState.UNCHECKED, ParcelState.RELEASED})
        return MixUp(shelf, since, tuple(self._suspect(one, since) for one in found))

    def _suspect(self, parcel: Parcel, since: datetime) -> Suspect:
        pickups = tuple(pickup.id for pickup in self._store.pickups.for_parcel(parcel.id))
        return Suspect(parcel, pickups, self._store.lists.visits_to(parcel.id, since))


def shelf_of(place: str) -> str:
    """The shelf of a place: `B-12` of `B-12-047`."""
    return "-".join(place.split("-")[:2])
