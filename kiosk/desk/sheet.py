"""The paper list for a day without power: what is here, along the shelves."""

from kiosk.parcel import GONE, Parcel
from kiosk.store import Store


def on_sheet(store: Store) -> list[Parcel]:
    """Every parcel with a place that has not left, in the order in which one walks: shelf by shelf, number by number."""
    here = (parcel for parcel in store.parcels.all() if parcel.state not in GONE and parcel.place)
    return sorted(
        here, key=lambda parcel: [int(part) if part.isdigit() else part for part in (parcel.place or "").split("-")]
    )
