"""A visit's parcels as the customer sees them: places, in the order of the walk, and the end of a waybill only where it must be."""

from collections import Counter

from kiosk.desk.shown import Check, Lot
from kiosk.desk.visit import Progress
from kiosk.parcel import Leaves, Parcel

ENDING = 4
"""Characters of a waybill that tell two parcels of one place apart."""


def lots_of(progress: Progress) -> tuple[Lot, ...]:
    """Next parcel first, then those to fetch, those the desk brings, those checked."""
    to_fetch = [p for p in progress.waiting if p.leaves is not Leaves.CLERK]
    at_desk = [p for p in progress.waiting if p.leaves is Leaves.CLERK] + list(progress.withheld)
    crowded = {place for place, count in Counter(p.place for p in to_fetch).items() if count > 1}
    return (
        *(_lot(p, Check.LATER if number else Check.NEXT, crowded) for number, p in enumerate(to_fetch)),
        *(_lot(p, Check.DESK, set()) for p in at_desk),
        *(_lot(p, Check.CHECKED, set()) for p in progress.checked),
    )


def place_of_next(progress: Progress) -> str | None:
    """Where the visit's next parcel lies; None when the desk brings what is left."""
    return next((p.place for p in progress.waiting if p.leaves is not Leaves.CLERK), None)


def _lot(parcel: Parcel, check: Check, crowded: set[str | None]) -> Lot:
    ending = parcel.waybill[-ENDING:] if parcel.waybill and parcel.place in crowded else None
    return Lot(parcel.place or "", check, parcel.leaves, ending)
