"""Visits: a pickup opened at a station, until its parcels are checked or the customer has walked away.

A visit names its pickup and station, never a person, and nothing links two visits of one.
"""

from dataclasses import dataclass
from datetime import datetime

from kiosk.errors import StoreFault
from kiosk.store.database import Database, Row
from kiosk.store.moments import from_micros, from_micros_or_none, to_micros

SELECT = "SELECT id, pickup, station, opened, closed FROM visits "


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit; open while `closed_at` is None. Moments in UTC."""

    id: int
    pickup_id: int
    station: str
    opened_at: datetime
    closed_at: datetime | None = None


class Visits:
    """The visits of one store; a pickup has at most one open."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, pickup_id: int, station: str, at: datetime) -> int:
        """The id of the pickup's open visit, begun now where there was none."""
        self._database.run(
            "INSERT INTO visits (pickup, station, opened) VALUES (?, ?, ?)"
            " ON CONFLICT (pickup) WHERE closed IS NULL DO NOTHING",
            (pickup_id, station, to_micros(at)),
        )
        visit = self.open_for_pickup(pickup_id)
        if visit is None:  # only outside a transaction, when another process closed it in between
            raise StoreFault("The visit was closed at once by another station. Show the code again.")
        return visit.id

    def get(self, id_: int) -> Visit:
        """The visit; raises `StoreFault` where there is none."""
        row = self._database.row(SELECT + "WHERE id = ?", (id_,))
        if row is None:
            raise StoreFault(MISSING)
        return _visit(row)

    def open_visits(self) -> list[Visit]:
        """Those at the shelves now, oldest first."""
        return [_visit(row) for row in self._database.rows(SELECT + "WHERE closed IS NULL ORDER BY opened, id")]

    def open_for_pickup(self, pickup_id: int) -> Visit | None:
        """The pickup's open visit."""
        row = self._database.row(SELECT + "WHERE pickup = ? AND closed IS NULL", (pickup_id,))
        return None if row is None else _visit(row)

    def close(self, id_: int, at: datetime) -> bool:
        """It is over; False when it was before (the first time stays)."""
        changed = self._database.run(
            "UPDATE visits SET closed = ? WHERE id = ? AND closed IS NULL", (to_micros(at), id_)
        )
        if not changed:
            self.get(id_)
        return changed > 0

    def overdue(self, before: datetime) -> list[Visit]:
        """Open ones begun before a moment, oldest first."""
        rows = self._database.rows(
            SELECT + "WHERE closed IS NULL AND opened < ? ORDER BY opened, id", (to_micros(before),)
        )
        return [_visit(row) for row in rows]


MISSING = "The store has no such visit. Show the code again."


def _visit(row: Row) -> Visit:
    id_, pickup, station, opened, closed = row
    return Visit(id_, pickup, station, from_micros(opened), from_micros_or_none(closed))
