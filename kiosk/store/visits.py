"""Visits: pickups opened at a station, until their parcels are checked or the customer has walked away.

A visit names its pickups and station, never a person, and nothing links two visits of one.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from kiosk.errors import StoreFault
from kiosk.store.database import Database, Row
from kiosk.store.moments import from_micros, from_micros_or_none, to_micros

SELECT = """
    SELECT visits.id, station, opened, closed, (SELECT json_group_array(pickup) FROM visit_pickups WHERE visit = visits.id)
    FROM visits """
MISSING = "The store has no such visit. Show the code again."


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit; open while `closed_at` is None. Moments in UTC."""

    id: int
    pickups: tuple[int, ...]
    """Its pickups' ids, in the order of their making; several where one customer shows several codes."""
    station: str
    opened_at: datetime
    closed_at: datetime | None = None


class Visits:
    """The visits of one store; a pickup is in at most one open visit."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, pickup_id: int, station: str, at: datetime) -> int:
        """The id of the pickup's open visit, begun now where there was none. Inside a transaction only."""
        self._database.needs_transaction()
        standing = self.open_for_pickup(pickup_id)
        if standing is not None:
            return standing.id
        sql = "INSERT INTO visits (station, opened, shown) VALUES (?, ?, ?)"
        visit = self._database.insert(sql, (station, to_micros(at), to_micros(at)))
        self.join(visit, pickup_id)
        return visit

    def join(self, id_: int, pickup_id: int) -> None:
        """The pickup's code was shown in this visit too. Inside a transaction only."""
        self._database.needs_transaction()
        sql = "INSERT INTO visit_pickups (visit, pickup) VALUES (?, ?) ON CONFLICT DO NOTHING"
        self._database.run(sql, (id_, pickup_id))

    def show_again(self, id_: int, at: datetime) -> None:
        """One of its codes was shown again: its time runs anew."""
        self._database.run("UPDATE visits SET shown = ? WHERE id = ?", (to_micros(at), id_))

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
        """The open visit that the pickup is in."""
        row = self._database.row(
            SELECT + "JOIN visit_pickups ON visit = visits.id WHERE pickup = ? AND closed IS NULL", (pickup_id,)
        )
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
        """Open ones whose codes were last shown before a moment, oldest first."""
        rows = self._database.rows(
            SELECT + "WHERE closed IS NULL AND shown < ? ORDER BY opened, id", (to_micros(before),)
        )
        return [_visit(row) for row in rows]


def _visit(row: Row) -> Visit:
    id_, station, opened, closed, pickups = row
    return Visit(id_, tuple(sorted(json.loads(pickups))), station, from_micros(opened), from_micros_or_none(closed))
