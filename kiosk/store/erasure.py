"""Erasing what expired: rows and digests, and the keys of what the ledger says of it, which is sealed for good then.

After the commit nothing of it is in the file (`secure_delete`), and after `Store.sweep` nothing in its log.
Also kept here: what the clocks said last, because erasing by a clock that was set would erase too soon or never.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.ledger.subject import of_month, of_parcel, of_pickup
from kiosk.parcel import ParcelState
from kiosk.policy.retention import Doubt, Reading, Seen, expired_before, last_month
from kiosk.store.database import Database
from kiosk.store.journal import Journal
from kiosk.store.moments import from_micros, to_micros

MICROSECOND = timedelta(microseconds=1)
AMONG = "IN (SELECT value FROM json_each(?))"
PICKUPS_OVER = """
    SELECT id FROM pickups WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM pickup_parcels WHERE pickup = pickups.id)"""
VISITS_OVER = """
    SELECT id FROM visits WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM visit_pickups WHERE visit = visits.id)"""


@dataclass(frozen=True, slots=True)
class Expired:
    """What is to go: parcels by number, the kiosk's own events by month (202611)."""

    parcels: tuple[int, ...]
    months: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.parcels or self.months)


class Erasure:
    """The eraser of one store."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def expired(self, now: datetime, dispute_days: int) -> Expired:
        """What has been kept for as long as it may be. Looks at every parcel."""
        limits = [(state, expired_before(state, now, dispute_days)) for state in ParcelState]
        values = [value for state, before in limits if before for value in (state.value, to_micros(before))]
        where = " OR ".join(["state = ? AND since <= ?"] * (len(values) // 2))
        parcels = self._database.rows(f"SELECT id FROM parcels WHERE {where} ORDER BY id", values)  # noqa: S608  # made of placeholders
        last = of_month(last_month(now, dispute_days))
        sql = "SELECT name FROM subjects WHERE name >= 'kiosk-' AND name <= ? ORDER BY name"
        months = tuple(int(name[-7:].replace("-", "")) for (name,) in self._database.rows(sql, (last,)))
        return Expired(tuple(id_ for (id_,) in parcels), months)

    def of_subjects(self, firsts: Iterable[int]) -> Expired:
        """What subjects are, each known by its first entry, that an entry of erasure names: to erase it again in a restored store."""
        sql = f"SELECT name FROM subjects WHERE first {AMONG} ORDER BY first"  # noqa: S608  # a constant
        found = dict[str, list[int]]()
        for (name,) in self._database.rows(sql, (json.dumps(list(firsts)),)):
            kind, _, number = name.partition("-")
            found.setdefault(kind, []).append(int(number.replace("-", "")))
        return Expired(tuple(found.get("parcel", ())), tuple(found.get("kiosk", ())))

    def erase(self, expired: Expired, *, at: datetime, act: bytes) -> None:
        """Destroy all that is known of these; the ledger says that it was done. Inside a transaction only; `Store.sweep` after it.

        Codes go with the last of their parcels, visits with the last of their codes. Numbers that are not there are passed over.
        """
        self._database.needs_transaction()
        parcels = list(expired.parcels)
        pickups = self._linked("SELECT DISTINCT pickup FROM pickup_parcels WHERE parcel", parcels)
        self._delete("parcels", parcels)
        pickups = self._ids(PICKUPS_OVER, pickups)
        visits = self._linked("SELECT DISTINCT visit FROM visit_pickups WHERE pickup", pickups)
        self._delete("pickups", pickups)
        self._delete("visits", self._ids(VISITS_OVER, visits))
        subjects = [*map(of_parcel, parcels), *map(of_pickup, pickups), *map(of_month, expired.months)]
        self._journal.erase(subjects, at=at, act=act)

    def seen(self) -> Seen | None:
        """What the clocks said last; None: nobody ever looked."""
        row = self._database.row("SELECT at, doubt, moved, boottime, boot_id FROM clocks")
        if row is None:
            return None
        at, doubt, moved, boottime, boot_id = row
        return Seen(Reading(from_micros(at), doubt and Doubt(doubt), timedelta(microseconds=moved)), boottime, boot_id)

    def see(self, seen: Seen) -> None:
        """Replace what the clocks said."""
        reading = seen.reading
        self._database.run(
            "INSERT OR REPLACE INTO clocks (one, at, doubt, moved, boottime, boot_id) VALUES (1, ?, ?, ?, ?, ?)",
            (to_micros(reading.at), reading.doubt, reading.moved // MICROSECOND, seen.boottime, seen.boot_id),
        )

    def _delete(self, table: str, ids: list[int]) -> None:
        """These rows, and before them whatever refers to them."""
        for child, column, is_parent in self._children(table):
            if is_parent:
                self._delete(child, self._linked(f"SELECT id FROM {child} WHERE {column}", ids))  # noqa: S608  # the schema's own names
            else:
                self._delete_where(child, column, ids)
        self._delete_where(table, "id", ids)

    def _delete_where(self, table: str, column: str, ids: list[int]) -> None:
        self._database.run(f"DELETE FROM {table} WHERE {column} {AMONG}", (json.dumps(ids),))  # noqa: S608  # the schema's own names

    def _children(self, table: str) -> list[tuple[str, str, bool]]:
        """Tables with a column that refers to `table`'s id, and whether others refer to them in turn."""
        sql = """
            SELECT child.name, key."from", EXISTS (
                SELECT 1 FROM sqlite_master grandchild, pragma_foreign_key_list(grandchild.name) k
                WHERE grandchild.type = 'table' AND k."table" = child.name)
            FROM sqlite_master child, pragma_foreign_key_list(child.name) key WHERE child.type = 'table' AND key."table" = ?"""
        return [(name, column, bool(is_parent)) for name, column, is_parent in self._database.rows(sql, (table,))]

    def _linked(self, select: str, ids: Iterable[int]) -> list[int]:
        return self._ids(f"{select} {AMONG}", ids)

    def _ids(self, sql: str, ids: Iterable[int]) -> list[int]:
        return [id_ for (id_,) in self._database.rows(sql, (json.dumps(list(ids)),))]
