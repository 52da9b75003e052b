"""Lists for the desk: which parcels wait longest, are past their day, are in doubt; and what was taken from a shelf since a moment."""

from datetime import date, datetime

from kiosk.parcel import Parcel, ParcelState
from kiosk.store.database import Database
from kiosk.store.moments import from_micros, to_micros
from kiosk.store.parcels import SELECT, parcel_of

TAKEN_FROM = """
    WHERE (place = ?1 OR substr(place, 1, length(?1) + 1) = ?1 || '-') AND id <> ?2 AND (
        (state IN ('released', 'unchecked', 'handed_over', 'returned') AND since >= ?3)
        OR EXISTS (
            SELECT 1 FROM pickup_parcels JOIN visit_pickups USING (pickup) JOIN visits ON visits.id = visit
            WHERE parcel = parcels.id AND (closed IS NULL OR closed >= ?3)))
    ORDER BY since, id"""

ON_SHELF = """
    WHERE waybill IS NOT NULL AND place >= ?1 AND place < ?2 AND state <> 'expected' AND state <> 'returned'
        AND (?3 IS NULL OR coalesce(seen, created) < ?3)
    ORDER BY place, id"""
"""Of all characters in a place, the dash alone stands before the full stop that ends this range."""


class Lists:
    """The lists of one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def in_state(self, state: ParcelState, most: int, skip: int = 0) -> list[Parcel]:
        """Those in a state for the longest, at most so many, after so many."""
        return self._parcels("WHERE state = ? ORDER BY since, id LIMIT ? OFFSET ?", state, most, skip)

    def past_day(self, today: date, most: int, skip: int = 0) -> list[Parcel]:
        """Those that wait though their last day is over, the longest overdue first."""
        where = "WHERE state = 'waiting' AND last_day < ? ORDER BY last_day, since, id LIMIT ? OFFSET ?"
        return self._parcels(where, today.isoformat(), most, skip)

    def moved(self, most: int, skip: int = 0) -> list[Parcel]:
        """Those that wait elsewhere than where they were first laid, the latest move first."""
        where = "WHERE state = 'waiting' AND moved IS NOT NULL ORDER BY moved DESC, id LIMIT ? OFFSET ?"
        return self._parcels(where, most, skip)

    def to_bring(self) -> list[Parcel]:
        """Those that only a clerk may bring, whose customers are here now: the longest wait first."""
        where = """
            WHERE state = 'released' AND leaves = 'clerk' AND id IN (
                SELECT parcel FROM visits JOIN visit_pickups ON visit = visits.id JOIN pickup_parcels USING (pickup)
                WHERE closed IS NULL)
            ORDER BY since, id"""
        return self._parcels(where)

    def count_in_state(self, state: ParcelState) -> int:
        """How many."""
        return self._count("state = ?", state)

    def count_past_day(self, today: date) -> int:
        """How many."""
        return self._count("state = 'waiting' AND last_day < ?", today.isoformat())

    def count_moved(self) -> int:
        """How many."""
        return self._count("state = 'waiting' AND moved IS NOT NULL")

    def waiting_before(self, moment: datetime) -> int:
        """How many have waited since before a moment."""
        return self._count("state = 'waiting' AND since < ?", to_micros(moment))

    def last_number(self, shelf: str) -> int:
        """The highest number in use on a shelf; 0 where there is none."""
        row = self._database.row(
            "SELECT max(CAST(substr(place, length(?1) + 2) AS INTEGER)) FROM parcels"
            " WHERE place > ?1 || '-' AND place < ?1 || '.' AND waybill IS NOT NULL",
            (shelf,),
        )
        return int(row[0]) if row and row[0] is not None else 0

    def seen_at(self, parcel: int) -> datetime | None:
        """When a clerk last had it in hand; None where there is no such parcel."""
        row = self._database.row("SELECT coalesce(seen, created) FROM parcels WHERE id = ?", (parcel,))
        return None if row is None else from_micros(row[0])

    def on_shelf(self, shelf: str, not_since: datetime | None = None) -> list[Parcel]:
        """What has its place on a shelf (`B-12` and `B-12-047`, not `B-120`) and has not left, by place.

        `not_since`: but what a clerk laid there, or saw there, since a moment.
        """
        before = to_micros(not_since) if not_since else None
        return self._parcels(ON_SHELF, shelf, f"{shelf}.", before)

    def taken_from(self, shelf: str, since: datetime, *, but: int) -> list[Parcel]:
        """Parcels of a shelf, `but` one, that left or whose code was shown since a moment, oldest first. Looks at every parcel."""
        return self._parcels(TAKEN_FROM, shelf, but, to_micros(since))

    def visits_to(self, parcel: int, since: datetime) -> tuple[int, ...]:
        """Visits with a code for this parcel that were open at or after a moment."""
        rows = self._database.rows(
            "SELECT DISTINCT visits.id FROM pickup_parcels JOIN visit_pickups USING (pickup) JOIN visits ON visits.id = visit"
            " WHERE parcel = ? AND (closed IS NULL OR closed >= ?) ORDER BY visits.id",
            (parcel, to_micros(since)),
        )
        return tuple(visit for (visit,) in rows)

    def _count(self, where: str, *values: str | int) -> int:
        row = self._database.row(f"SELECT count(*) FROM parcels WHERE {where}", values)  # noqa: S608  # ours, above
        return int(row[0]) if row else 0

    def _parcels(self, where: str, *values: str | int | None) -> list[Parcel]:
        return [parcel_of(row) for row in self._database.rows(SELECT + where, values)]
