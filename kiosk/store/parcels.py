"""Parcels: what is here, what is expected, and what is gone.

A parcel is found by the keyed digest of its waybill. The plain waybill is kept only while the parcel is here, so that a clerk
can search by its end; it goes, with the hint, in the very statement that hands the parcel over.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.codes.waybill import Waybill
from kiosk.errors import Duplicate, StoreFault
from kiosk.parcel import GONE, Hold, Leaves, Parcel, ParcelState
from kiosk.store.database import Database, Row
from kiosk.store.faults import Clash
from kiosk.store.keyring import KeyRing
from kiosk.store.moments import from_micros, to_micros

DIGEST_KIND = "waybill"
SELECT = "SELECT id, state, waybill, place, carrier, leaves, held, last_day, hint, since FROM parcels "
BY_WAYBILL = "WHERE waybill_digest = ? ORDER BY gone > 0, gone DESC LIMIT 1"
ENDING_AMONG = "WHERE substr(waybill, -length(?)) = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id"
INSERT = """
    INSERT INTO parcels (id, waybill, waybill_digest, carrier, place, state, since, created, leaves, held, last_day, hint)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?9, ?10, ?11)"""
LIVE = """
    SELECT waybill_digest FROM parcels WHERE waybill_digest IN (SELECT unhex(value) FROM json_each(?)) AND gone = 0"""
CHANGE = """
    UPDATE parcels SET state = ?1, since = max(?2, ifnull((SELECT at FROM clocks), ?2)) {} WHERE id = ?3 AND state <> ?1"""
GOES = {ParcelState.HANDED_OVER: ", waybill = NULL, hint = NULL", ParcelState.RETURNED: ", hint = NULL"}
"""What is forgotten with a state. No other state names these columns, for each index over a column that is named is written anew."""


@dataclass(frozen=True, slots=True)
class NewParcel:
    """A parcel to be added; `hint` has at most four characters."""

    waybill: Waybill
    state: ParcelState
    place: str | None = None
    carrier: str | None = None
    leaves: Leaves = Leaves.LABEL
    held: Hold | None = None
    last_day: date | None = None
    hint: str | None = field(default=None, repr=False)


class Parcels:
    """The parcels of one store. Single changes stand alone or join the caller's transaction."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._database = database
        self._keys = keys
        self._digests: dict[str, bytes] = {}

    def add(
        self,
        waybill: Waybill,
        *,
        place: str | None,
        state: ParcelState,
        at: datetime,
        carrier: str | None = None,
        last_day: date | None = None,
        leaves: Leaves = Leaves.LABEL,
        held: Hold | None = None,
        hint: str | None = None,
    ) -> Parcel:
        """A new parcel; `hint` has at most four characters. Raises `Duplicate` while one of this waybill is not gone."""
        new = NewParcel(waybill, state, place, carrier, leaves, held, last_day, hint)
        try:
            id_ = self._database.insert(INSERT, self._values(None, new, to_micros(at)))
        except Clash:
            found = self.by_waybill(waybill.text)
            if found is None or found.state in GONE:
                raise
            raise Duplicate("A parcel with this waybill is here already. Look it up before you take it in.") from None
        return Parcel(id_, state, waybill.text, place, carrier or waybill.carrier, leaves, held, last_day, hint, at)

    def add_each(self, new: Sequence[NewParcel], at: datetime) -> range:
        """Many new parcels, their ids in order; inside a transaction only. None of their waybills may be `here`."""
        self._database.needs_transaction()
        row = self._database.row("SELECT ifnull(max(id), 0) + 1 FROM parcels")
        first, micros = int(row[0]) if row else 1, to_micros(at)
        self._database.run_each(INSERT, [self._values(first + number, one, micros) for number, one in enumerate(new)])
        self._digests.clear()
        return range(first, first + len(new))

    def here(self, texts: Iterable[str]) -> set[str]:
        """Which of these canonical waybills belong to parcels that are not gone."""
        of_digest = {self._keys.digest(DIGEST_KIND, text): text for text in texts}
        self._digests = {
            text: digest for digest, text in of_digest.items()
        }  # `add_each` comes next and needs them again
        rows = self._database.rows(LIVE, (json.dumps([digest.hex() for digest in of_digest]),))
        return {of_digest[digest] for (digest,) in rows}

    def _values(self, id_: int | None, new: NewParcel, at: int) -> Row:
        day = new.last_day and new.last_day.isoformat()
        text = new.waybill.text
        digest = self._digests.get(text) or self._keys.digest(DIGEST_KIND, text)
        carrier = new.carrier or new.waybill.carrier
        # A StrEnum would be adapted first, which takes longer than the insert.
        state, leaves = new.state.value, new.leaves.value
        return id_, text, digest, carrier, new.place, state, at, leaves, new.held, day, new.hint

    def get(self, id_: int) -> Parcel:
        """The parcel; raises `StoreFault` where there is none."""
        row = self._database.row(SELECT + "WHERE id = ?", (id_,))
        if row is None:
            raise StoreFault(MISSING)
        return parcel_of(row)

    def by_waybill(self, text: str) -> Parcel | None:
        """By the whole canonical waybill: the one that is here, else the latest that is gone."""
        row = self._database.row(SELECT + BY_WAYBILL, (self._keys.digest(DIGEST_KIND, text),))
        return None if row is None else parcel_of(row)

    def ending(self, last: str, among: Collection[int]) -> list[Parcel]:
        """Those of the parcels `among` whose waybill ends in `last` (a person typed it); handed-over ones have none."""
        rows = self._database.rows(SELECT + ENDING_AMONG, (last, last, json.dumps(sorted(among))))
        return [parcel_of(row) for row in rows] if last else []

    def change(self, id_: int, state: ParcelState, at: datetime) -> bool:
        """Enter a state; False when it is in it already (nothing changes, `since` stays).

        A clock that was set back enters no moment before the last one that was taken for true: what is kept for days from now on
        would else be erased too soon.

        At `HANDED_OVER` the waybill's plain text and the hint go in the same statement; at `RETURNED` the hint (the carrier's
        file still needs the waybill). Raises `Duplicate` where a gone parcel would come back while another of its waybill
        is here.
        """
        try:
            changed = self._database.run(CHANGE.format(GOES.get(state, "")), (state, to_micros(at), id_))
        except Clash:
            raise Duplicate("Another parcel with this waybill is here by now. See to that one first.") from None
        if not changed:
            self.get(id_)
        return changed > 0

    def receive(self, id_: int, place: str, at: datetime) -> None:
        """It lies at `place` now and waits. Raises `StoreFault` for one that is gone."""
        self._one(
            "UPDATE parcels SET since = CASE state WHEN 'waiting' THEN since ELSE ?1 END, state = 'waiting', place = ?2, seen = ?1,"
            " moved = CASE WHEN place <> ?2 THEN ?1 ELSE moved END WHERE id = ?3 AND state NOT IN ('handed_over', 'returned')",
            (to_micros(at), place, id_),
        )

    def move(self, id_: int, place: str, at: datetime) -> None:
        """It lies elsewhere now; whoever moved it saw it."""
        sql = "UPDATE parcels SET place = ?1, seen = ?2, moved = CASE WHEN place <> ?1 THEN ?2 ELSE moved END WHERE id = ?3"
        self._one(sql, (place, to_micros(at), id_))

    def saw(self, id_: int, at: datetime) -> None:
        """A clerk had it in hand at its place."""
        self._one("UPDATE parcels SET seen = ? WHERE id = ?", (to_micros(at), id_))

    def bring_back(self, id_: int, text: str, place: str, at: datetime) -> bool:
        """A parcel that was handed over by mistake waits again; its waybill `text` was scanned anew. False where it is not its waybill.

        Raises `Duplicate` where another parcel with this waybill is here by now.
        """
        try:
            changed = self._database.run(
                "UPDATE parcels SET state = 'waiting', since = ?1, seen = ?1, place = ?2, waybill = ?3"
                " WHERE id = ?4 AND state = 'handed_over' AND waybill_digest = ?5",
                (to_micros(at), place, text, id_, self._keys.digest(DIGEST_KIND, text)),
            )
        except Clash:
            raise Duplicate("Another parcel with this waybill is here by now. See to that one first.") from None
        return changed > 0

    def set_held(self, id_: int, held: Hold | None) -> None:
        """The desk must see to it itself, or no longer."""
        self._one("UPDATE parcels SET held = ? WHERE id = ?", (held, id_))

    def set_last_day(self, id_: int, day: date) -> None:
        """It waits until that day."""
        self._one("UPDATE parcels SET last_day = ? WHERE id = ?", (day.isoformat(), id_))

    def count(self) -> int:
        """All parcels, gone ones that are still remembered included."""
        row = self._database.row("SELECT count(*) FROM parcels")
        return int(row[0]) if row else 0

    def count_by_state(self) -> dict[ParcelState, int]:
        """How many are in each state; each state is there."""
        found: dict[str, int] = dict(self._database.rows("SELECT state, count(*) FROM parcels GROUP BY state"))
        return {state: found.get(state.value, 0) for state in ParcelState}

    def all(self, state: ParcelState | None = None) -> Iterator[Parcel]:
        """Every parcel, or those in one state, oldest first, a page at a time: memory does not grow with the depot."""
        where = "WHERE id > :after " if state is None else f"WHERE id > :after AND state = '{state.value}' "
        return (parcel_of(row) for row in self._database.pages(SELECT + where + "ORDER BY id LIMIT :size", after=0))

    def _one(self, sql: str, values: Row) -> None:
        if not self._database.run(sql, values):
            raise StoreFault(MISSING)


MISSING = "The store has no such parcel here. Look it up again."


def parcel_of(row: Row) -> Parcel:
    """A row of `SELECT` as a value."""
    id_, state, waybill, place, carrier, leaves, held, last_day, hint, since = row
    return Parcel(
        id=id_,
        state=ParcelState(state),
        waybill=waybill,
        place=place,
        carrier=carrier,
        leaves=Leaves(leaves),
        held=held and Hold(held),
        last_day=last_day and date.fromisoformat(last_day),
        hint=hint,
        since=from_micros(since),
    )
