"""What is kept, measured for whoever inspects a kiosk: the tables as they truly are, how old what is in them is, and how it is encrypted.

Numbers and the schema's own names only: no value of any row leaves this room.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.parcel import ParcelState
from kiosk.store.database import Database
from kiosk.store.moments import from_micros, to_micros
from kiosk.store.plain import first_bytes, is_encrypted

AGES = (1, 7, 30, 365)
"""Days: upper ends of the bands by which parcels are counted; one more band holds what is older."""
IN_FORCE = (
    *("cipher_version", "cipher_provider", "cipher_provider_version", "cipher", "cipher_page_size", "cipher_use_hmac"),
    *("cipher_hmac_algorithm", "journal_mode", "synchronous", "secure_delete", "foreign_keys", "temp_store"),
)
"""Settings of SQLCipher and SQLite that say how the file is kept."""
BOOKKEEPING = ("sqlite_", "_sqlite_")
"""Tables of SQLite and of its migrations, which hold nothing of a depot."""

IN_PLAIN = (
    *(("parcels", "waybill"), ("parcels", "hint"), ("notices", "code"), ("departures", "waybill")),
    *(("arriving", "waybill"), ("arriving", "hint"), ("overrides", "words"), ("clerks", "name")),
)
"""Columns whose text, with a carrier's list or the depot's own beside it, could be tied to a person."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, how many rows it has, and the longest value in it, in bytes."""

    name: str
    columns: tuple[str, ...]
    rows: int
    longest: int


@dataclass(frozen=True, slots=True)
class Aged:
    """Parcels in one state by how long ago they entered it: one count for each band of `AGES`, and one for the rest."""

    counts: tuple[int, ...]
    oldest: datetime

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Encryption:
    """How the file lies on the disk; `settings` are those of `IN_FORCE`, as the open connection tells them."""

    encrypted: bool
    """Its first bytes are not SQLite's, and SQLite without the key could not open it just now."""
    first_bytes: bytes
    """16 bytes: random salt where it is encrypted."""
    settings: dict[str, str]


class Kept:
    """Measures one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tables(self) -> tuple[Table, ...]:
        """Every table with what it holds, in the order in which they were made. Reads every row."""
        names = self._database.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
        return tuple(self._table(name) for (name,) in names if not name.startswith(BOOKKEEPING))

    def by_age(self, now: datetime) -> dict[ParcelState, Aged]:
        """Parcels by state and by how long they have been in it; states that no parcel is in are left out."""
        ends = [to_micros(now - timedelta(days=days)) for days in AGES]
        band = "".join(f" WHEN since > {end} THEN {number}" for number, end in enumerate(ends))
        sql = f"SELECT state, CASE{band} ELSE {len(ends)} END AS band, count(*), min(since) FROM parcels GROUP BY state, band"  # noqa: S608  # whole numbers
        found: dict[ParcelState, Aged] = {}
        for state, number, count, oldest in self._database.rows(sql):
            known = found.get(ParcelState(state), Aged((0,) * (len(ends) + 1), from_micros(oldest)))
            counts = tuple(count if at == number else one for at, one in enumerate(known.counts))
            found[ParcelState(state)] = Aged(counts, min(known.oldest, from_micros(oldest)))
        return {state: found[state] for state in ParcelState if state in found}

    def in_plain(self) -> dict[tuple[str, str], int]:
        """In how many rows each column of `IN_PLAIN` holds something."""
        sql = "SELECT count(*) FROM {} WHERE {} <> ''"
        return {(table, column): self._count(sql.format(table, column)) for table, column in IN_PLAIN}

    def subjects(self) -> dict[str, int]:
        """Of how many subjects the ledger's entries can still be read, by kind: `parcel`, `pickup`, `kiosk` (months), `ledger`."""
        sql = "SELECT substr(name, 1, instr(name || '-', '-') - 1) AS kind, count(*) FROM subjects GROUP BY kind"
        return dict(self._database.rows(sql))

    def encryption(self) -> Encryption:
        """Measured on the file and the connection."""
        path, setting = self._database.path, self._database.setting
        return Encryption(is_encrypted(path), first_bytes(path), {name: setting(name) for name in IN_FORCE})

    def _table(self, name: str) -> Table:
        columns = [column for (column,) in self._database.rows("SELECT name FROM pragma_table_info(?)", (name,))]
        lengths = ", ".join(f'ifnull(max(length(CAST("{column}" AS BLOB))), 0)' for column in columns)
        row = self._database.row(f'SELECT count(*), max({lengths}, 0) FROM "{name}"') or (0, 0)  # noqa: S608  # the schema's own names
        return Table(name, tuple(columns), row[0], row[1])

    def _count(self, sql: str) -> int:
        row = self._database.row(sql)
        return int(row[0]) if row else 0
