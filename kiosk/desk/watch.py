"""What the desk must keep an eye on: lists, and for a parcel that cannot be found the likely mix-ups. Codes, never persons."""

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.parcel import Parcel, ParcelState
from kiosk.store import Store
from kiosk.store.overrides import Override

MOST = 200
"""Parcels that a list shows: nobody reads further."""


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

    def waiting(self) -> list[Parcel]:
        """By age, the oldest first."""
        return self._store.lists.in_state(ParcelState.WAITING, MOST)

    def past_day(self, today: date) -> list[Parcel]:
        """Their last day is over; `today` is the depot's own date."""
        return self._store.lists.past_day(today, MOST)

    def unchecked(self) -> list[Parcel]:
        """Shown, not confirmed."""
        return self._store.lists.in_state(ParcelState.UNCHECKED, MOST)

    def missing(self) -> list[Parcel]:
        """Cannot be found."""
        return self._store.lists.in_state(ParcelState.MISSING, MOST)

    def expected(self) -> list[Parcel]:
        """Announced by a carrier, not here yet."""
        return self._store.lists.in_state(ParcelState.EXPECTED, MOST)

    def returned(self) -> list[Parcel]:
        """The carrier has them again."""
        return self._store.lists.in_state(ParcelState.RETURNED, MOST)

    def disputed(self) -> list[Parcel]:
        """In dispute."""
        return self._store.lists.in_state(ParcelState.DISPUTED, MOST)

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
