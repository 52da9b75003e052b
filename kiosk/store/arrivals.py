"""Manifests on their way in: rows wait in a table of their own until the whole manifest is accepted, then move to the parcels by slices.

Until it is accepted nothing of a manifest counts, and dropping it leaves no trace. From then on it goes in whole: whoever opens the
store after a crash goes on where the last slice ended. So no transaction is long, and no manifest is ever half in.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from kiosk.parcel import CodeKind
from kiosk.store.database import Database
from kiosk.store.keyring import KeyRing
from kiosk.store.moments import to_micros
from kiosk.store.parcels import DIGEST_KIND, LIVE

ABANDONED = timedelta(hours=1)
"""After which a manifest that nobody accepted is dropped: its import was killed."""

_COLUMNS = "waybill, waybill_digest, carrier, place, state, leaves, last_day, hint"
STAGE = f"INSERT INTO arriving (line, code, {_COLUMNS}, import) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608  # our own words
WAITING = """
    SELECT row FROM arriving WHERE import = ?1 AND waybill_digest > (SELECT moved FROM imports WHERE id = ?1)
    ORDER BY waybill_digest"""
SLICE = """
    FROM arriving WHERE row IN (SELECT value FROM json_each(?1)) AND import = ?2
        AND waybill_digest > (SELECT moved FROM imports WHERE id = ?2)"""
MOVE = f"INSERT INTO parcels ({_COLUMNS}, since, created) SELECT {_COLUMNS}, ?3, ?3 {SLICE} ORDER BY row ON CONFLICT DO NOTHING"  # the same
LEFT_OUT = f"""
    SELECT line {SLICE} AND NOT EXISTS
        (SELECT 1 FROM parcels WHERE parcels.waybill_digest = arriving.waybill_digest AND parcels.id >= ?3)"""  # noqa: S608  # the same
TO_PAIR = """
    SELECT code FROM arriving WHERE import = ?1 AND code > (SELECT paired FROM imports WHERE id = ?1) ORDER BY code LIMIT ?2"""
PAIRS = """
    SELECT code, parcels.id FROM arriving JOIN parcels USING (waybill_digest)
    WHERE import = ? AND code BETWEEN ? AND ? AND parcels.gone = 0 ORDER BY code, parcels.id"""
GIVE = """
    INSERT INTO codes (digest, kind, pickup) VALUES (?, 'carrier', ?)
    ON CONFLICT (digest) DO UPDATE SET pickup = excluded.pickup"""
OPEN_CODES = """
    SELECT digest FROM codes JOIN pickups ON pickups.id = codes.pickup
    WHERE digest IN (SELECT unhex(value) FROM json_each(?)) AND revoked IS NULL AND EXISTS
        (SELECT 1 FROM pickup_parcels JOIN parcels ON parcels.id = parcel
         WHERE pickup = codes.pickup AND state NOT IN ('handed_over', 'returned'))"""


class Arriving(NamedTuple):
    """One good row, as it is laid aside: `digest` and `code` are those of its waybill and of the carrier's pickup code."""

    line: int
    code: bytes | None
    waybill: str
    digest: bytes
    carrier: str | None
    place: str | None
    state: str
    leaves: str
    last_day: str | None
    hint: str | None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A manifest that goes in; its file had so many lines, those that were refused among them."""

    number: int
    lines: int


@dataclass(frozen=True, slots=True)
class Moved:
    """One slice: the new parcels with their places, and the lines whose parcel came in some other way meanwhile."""

    parcels: tuple[tuple[int, str | None], ...]
    too_late: tuple[int, ...]


class Arrivals:
    """The manifests of one store. Every change needs a transaction around it."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._database = database
        self._keys = keys

    def begin(self, at: datetime) -> int:
        """A new manifest; its number."""
        self._database.needs_transaction()
        return self._database.insert("INSERT INTO imports (begun) VALUES (?)", (to_micros(at),))

    def stage(self, number: int, arriving: Sequence[Arriving]) -> None:
        """These rows wait."""
        self._database.run_each(STAGE, [(*one, number) for one in arriving])

    def accept(self, number: int, lines: int) -> None:
        """All that waits goes in."""
        self._database.needs_transaction()
        self._database.run("UPDATE imports SET accepted = 1, lines = ? WHERE id = ?", (lines, number))

    def drop(self, number: int) -> bool:
        """Nothing of it goes in; whether there was something to drop. What was accepted stays."""
        self._database.needs_transaction()
        begun = self._database.run("DELETE FROM imports WHERE id = ? AND NOT accepted", (number,))
        return bool(begun and self._database.run("DELETE FROM arriving WHERE import = ?", (number,)))

    def drop_abandoned(self, now: datetime) -> int:
        """What nobody accepted within the hour; how many manifests."""
        old = "SELECT id FROM imports WHERE NOT accepted AND begun <= ?"
        found = self._database.rows(old, (to_micros(now - ABANDONED),))
        for (number,) in found:
            self.drop(number)
        return len(found)

    def accepted(self) -> Accepted | None:
        """The first manifest that is accepted and not yet in."""
        row = self._database.row("SELECT id, lines FROM imports WHERE accepted ORDER BY id LIMIT 1")
        return Accepted(*row) if row else None

    def waiting(self, number: int) -> list[int]:
        """The rows that are not parcels yet, in the order of their digests: a slice of neighbours touches few pages of the store."""
        return [row for (row,) in self._database.rows(WAITING, (number,))]

    def move(self, number: int, rows: Sequence[int], at: datetime) -> Moved:
        """The next of the rows that wait become parcels, unless a parcel of that waybill is here by now."""
        self._database.needs_transaction()
        chosen = json.dumps(rows)
        count, last = self._database.row(f"SELECT count(*), max(waybill_digest) {SLICE}", (chosen, number)) or (
            0,
            None,
        )  # our own words
        if not count:
            return Moved((), ())
        row = self._database.row("SELECT ifnull(max(id), 0) + 1 FROM parcels")
        new = int(row[0]) if row else 1
        added = self._database.run(MOVE, (chosen, number, to_micros(at)))
        too_late = self._database.rows(LEFT_OUT, (chosen, number, new)) if added < count else []
        self._database.run("UPDATE imports SET moved = ?, taken = taken + ? WHERE id = ?", (last, added, number))
        parcels = self._database.rows("SELECT id, place FROM parcels WHERE id >= ? ORDER BY id", (new,))
        return Moved(tuple((id_, place) for id_, place in parcels), tuple(line for (line,) in too_late))

    def pair(self, number: int, size: int, at: datetime) -> tuple[int, list[tuple[int, tuple[int, ...]]]]:
        """The codes of the next `size` rows, once all have moved: how many codes there were, and the pickups with their parcels.

        Rows with one code are one pickup. A code that opens something else by now makes none.
        """
        self._database.needs_transaction()
        codes = sorted({code for (code,) in self._database.rows(TO_PAIR, (number, size))})
        if not codes:
            return 0, []
        taken, together = self.open_codes(codes), dict[bytes, list[int]]()
        for code, parcel in self._database.rows(PAIRS, (number, codes[0], codes[-1])):
            if code not in taken:
                together.setdefault(code, []).append(parcel)
        row = self._database.row("SELECT ifnull(max(id), 0) + 1 FROM pickups")
        made = [(id_, tuple(parcels)) for id_, parcels in enumerate(together.values(), int(row[0]) if row else 1)]
        moment = to_micros(at)
        self._database.run_each("INSERT INTO pickups (id, made) VALUES (?, ?)", [(id_, moment) for id_, _ in made])
        pairs = [(id_, parcel) for id_, parcels in made for parcel in parcels]
        self._database.run_each("INSERT INTO pickup_parcels (pickup, parcel) VALUES (?, ?)", pairs)
        self._database.run_each(GIVE, [(code, id_) for code, (id_, _) in zip(together, made, strict=True)])
        self._database.run("UPDATE imports SET paired = ? WHERE id = ?", (codes[-1], number))
        return len(codes), made

    def clear(self, number: int, size: int) -> int:
        """Forget `size` of its rows, which are parcels by now; how many."""
        self._database.needs_transaction()
        rows = "SELECT row FROM arriving WHERE import = ? ORDER BY row LIMIT ?"
        return self._database.run(f"DELETE FROM arriving WHERE row IN ({rows})", (number, size))  # noqa: S608  # our own words

    def end(self, number: int) -> int | None:
        """It is in: how many parcels; None where another ended it."""
        self._database.needs_transaction()
        row = self._database.row("SELECT taken FROM imports WHERE id = ?", (number,))
        self._database.run("DELETE FROM imports WHERE id = ?", (number,))
        return int(row[0]) if row else None

    def digests(self, waybills: Iterable[str]) -> dict[str, bytes]:
        """Of canonical waybills."""
        return self._keys.digests(DIGEST_KIND, waybills)

    def code_digests(self, codes: Iterable[str]) -> dict[str, bytes]:
        """Of carriers' pickup codes."""
        return self._keys.digests(CodeKind.CARRIER, codes)

    def here(self, digests: Iterable[bytes]) -> set[bytes]:
        """Which of these are of parcels that are not gone."""
        return self._found(LIVE, digests)

    def open_codes(self, digests: Iterable[bytes]) -> set[bytes]:
        """Which of these codes open a parcel that is here."""
        return self._found(OPEN_CODES, digests)

    def _found(self, sql: str, digests: Iterable[bytes]) -> set[bytes]:
        return {digest for (digest,) in self._database.rows(sql, (json.dumps([one.hex() for one in digests]),))}
