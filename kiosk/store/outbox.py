"""What waits to be told: typed codes to people, handovers and returns to carriers. Plain, so for a short time only.

Elsewhere the store keeps digests of codes, and no waybill of what has left. A row here goes when a file with it was written, when the
code is revoked or the parcel leaves (the schema's own triggers), and after 48 hours at the latest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from kiosk.parcel import ParcelState
from kiosk.store.database import Database
from kiosk.store.moments import from_micros, to_micros

LONGEST = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Notice:
    """The typed code of a parcel that lies here; nobody was told yet."""

    parcel: int
    pickup: int
    waybill: str = field(repr=False)
    code: str = field(repr=False)
    place: str | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Departure:
    """A parcel that left, and how: `HANDED_OVER` or `RETURNED`; its carrier was not told yet."""

    parcel: int
    carrier: str | None
    waybill: str = field(repr=False)
    at: datetime
    result: ParcelState


class Outbox:
    """The outbox of one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, parcels: Iterable[int], pickup: int, code: str, at: datetime) -> None:
        """A new typed code of these parcels; one that waited before gives way. Inside a transaction only."""
        sql = "INSERT OR REPLACE INTO notices (parcel, pickup, code, made) VALUES (?, ?, ?, ?)"
        self._database.run_each(sql, [(parcel, pickup, code, to_micros(at)) for parcel in parcels])

    def notices(self) -> list[Notice]:
        """Of parcels that have arrived; those of expected ones wait for them."""
        rows = self._database.rows(
            "SELECT parcel, pickup, waybill, code, place, last_day FROM notices JOIN parcels ON parcels.id = parcel"
            " WHERE state <> 'expected' AND waybill IS NOT NULL ORDER BY parcel"
        )
        return [
            Notice(parcel, pickup, waybill, code, place, day and date.fromisoformat(day))
            for parcel, pickup, waybill, code, place, day in rows
        ]

    def departures(self, carrier: str | None = None) -> list[Departure]:
        """Of one carrier, whatever its capitals, or of all."""
        rows = self._database.rows("SELECT parcel, carrier, waybill, at, result FROM departures ORDER BY at, parcel")
        found = [
            Departure(parcel, whose, waybill, from_micros(at), ParcelState(result))
            for parcel, whose, waybill, at, result in rows
        ]
        return [
            one for one in found if carrier is None or (one.carrier or "").casefold() == carrier.casefold()
        ]  # a depot's two days at most

    def told_people(self, notices: Sequence[Notice]) -> None:
        """These are written; a code that was made anew meanwhile still waits. Inside a transaction only."""
        pairs = [(one.parcel, one.pickup) for one in notices]
        self._database.run_each("DELETE FROM notices WHERE parcel = ? AND pickup = ?", pairs)

    def told_carrier(self, departures: Sequence[Departure]) -> None:
        """These are written, and with them goes the last plain waybill. Inside a transaction only."""
        self._database.run_each(FORGET_RETURNED, [(one.parcel,) for one in departures])
        pairs = [(one.parcel, to_micros(one.at)) for one in departures]
        self._database.run_each("DELETE FROM departures WHERE parcel = ? AND at = ?", pairs)

    def forget(self, now: datetime) -> int:
        """What has waited for 48 hours goes; how many. Inside a transaction only."""
        before = to_micros(now - LONGEST)
        old = self._database.rows("SELECT parcel FROM departures WHERE at <= ?", (before,))
        self._database.run_each(FORGET_RETURNED, old)
        gone = self._database.run("DELETE FROM departures WHERE at <= ?", (before,))
        return gone + self._database.run("DELETE FROM notices WHERE made <= ?", (before,))


FORGET_RETURNED = "UPDATE parcels SET waybill = NULL WHERE id = ? AND state = 'returned'"
