"""Witnesses: every checkpoint that was given away, so that one that comes back is known, and the ledger is held against them all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.ledger.checkpoint import Checkpoint, Signed
from kiosk.store.audit import Mark
from kiosk.store.database import Database
from kiosk.store.moments import from_micros, to_micros

SELECT = "SELECT origin, size, root, key_id, signature, how, at FROM witnesses "


class How(StrEnum):
    """How a checkpoint left the machine, or why it was made."""

    RECEIPT = "receipt"
    SHIFT_END = "shift_end"
    BACKUP = "backup"
    ASKED = "asked"
    """By `kiosk ledger checkpoint`."""
    INTERVAL = "interval"
    """None left: it narrows down where a ledger was changed."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One checkpoint that was given away; `at` in UTC."""

    signed: Signed
    how: How
    at: datetime


class Witnesses:
    """The witnesses of one store. Inside the store they only narrow down; those who kept theirs outside are the proof."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, signed: Signed, how: How, at: datetime) -> None:
        """One more; a checkpoint that was given away before stays as it was."""
        one = signed.checkpoint
        self._database.run(
            "INSERT INTO witnesses (origin, size, root, key_id, signature, how, at) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (size, origin) DO NOTHING",
            (one.origin, one.size, one.root, signed.key_id, signed.signature, how.value, to_micros(at)),
        )

    def all(self) -> Iterator[Witness]:
        """Every one, the smallest tree first."""
        sql, after = SELECT + "WHERE (size, origin) > (?, ?) ORDER BY size, origin LIMIT 500", (-1, "")
        while page := self._database.rows(sql, after):
            yield from map(_witness, page)
            origin, size, *_ = page[-1]
            after = size, origin

    def knows(self, signed: Signed) -> Witness | None:
        """When and how this very checkpoint was given away; None where it never was, or in a time that a restore lost."""
        one = signed.checkpoint
        row = self._database.row(SELECT + "WHERE size = ? AND origin = ?", (one.size, one.origin))
        return _witness(row) if row and _witness(row).signed.checkpoint == one else None

    def last(self, how: How | None = None) -> Witness | None:
        """The latest one, or the latest of its kind; None where there is none."""
        where, kinds = ("WHERE how = ? ", (how.value,)) if how else ("", ())
        row = self._database.row(f"{SELECT}{where}ORDER BY at DESC, size DESC LIMIT 1", kinds)
        return _witness(row) if row else None

    def last_key(self) -> bytes | None:
        """Which key signed the largest tree, by its four bytes; None where none was."""
        row = self._database.row("SELECT key_id FROM witnesses ORDER BY size DESC LIMIT 1")
        return None if row is None else bytes(row[0])

    def count(self) -> int:
        """How many there are."""
        row = self._database.row("SELECT count(*) FROM witnesses")
        return int(row[0]) if row else 0


def mark_of(signed: Signed) -> Mark:
    """What an audit compares."""
    one = signed.checkpoint
    return Mark(one.epoch, one.size, one.root)


def _witness(row: tuple[str, int, bytes, bytes, bytes, str, int]) -> Witness:
    origin, size, root, key_id, signature, how, at = row
    return Witness(Signed(Checkpoint(origin, size, root), key_id, signature), How(how), from_micros(at))
