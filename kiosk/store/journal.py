"""The journal: the ledger's entries as rows, appended in the transaction of the decision that they record.

Each row holds an entry's body and its leaf hash; the head holds the size and the frontier of the Merkle tree (RFC 6962 §2.1).
A transaction reads the head once, appends in memory, and writes rows and head as its last deed before the commit.

An act (16 random bytes) names all entries of one decision: it is written once or not at all, and tells after a failed commit or a
crash whether the decision stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.errors import StoreDamaged, StoreFault
from kiosk.ledger.events import Event, Recorded, from_body, to_body
from kiosk.ledger.merkle import Frontier, leaf_hash
from kiosk.store.database import Database, Row
from kiosk.store.faults import DAMAGED

MOST_HELD = 500
"""Entries held in memory before their rows are written; the head waits for the commit."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an event now stands in the ledger."""

    seq: int
    leaf_hash: bytes


@dataclass(frozen=True, slots=True)
class Verified:
    """What `verify` found. `first_bad` is the first entry that is not what was written; `root` is computed, in hex."""

    ok: bool
    entries: int
    root: str
    first_bad: int | None = None


class Journal:
    """The journal of one store."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._growing: _Growing | None = None
        database.before_commit.append(self._write)

    def append(self, event: Event, *, at: datetime, act: bytes) -> Entry:
        """Record an event under an act; inside a transaction only.

        An act may have several entries, all of one transaction. Raises `StoreFault` for an act recorded before.
        """
        growing = self._growing_now()
        part = growing.parts.get(act, 0)
        if not part and self._is_kept(act):
            raise StoreFault("This act is in the ledger already; nothing was changed. Look at what it did.")
        seq = growing.frontier.size
        body = to_body(event, at=at, kiosk=growing.kiosk, seq=seq)
        leaf = leaf_hash(body)
        growing.parts[act] = part + 1
        growing.frontier.append(leaf)
        growing.rows.append((seq, body, leaf, act, part))
        if len(growing.rows) >= MOST_HELD:
            self._write_rows(growing)
        return Entry(seq, leaf)

    def has(self, act: bytes) -> bool:
        """Whether the decision of this act stands."""
        self._write()
        return self._is_kept(act)

    def by_act(self, act: bytes) -> list[Recorded]:
        """The entries of one act, in order."""
        self._write()
        rows = self._database.rows("SELECT body FROM journal WHERE act = ? ORDER BY part", (act,))
        return [_recorded(body) for (body,) in rows]

    def entries(self, from_seq: int = 0) -> Iterator[Recorded]:
        """Entries from a sequence number on, a page at a time."""
        self._write()
        rows = self._database.pages(
            "SELECT seq, body FROM journal WHERE seq > :after ORDER BY seq LIMIT :size", from_seq - 1
        )
        return (_recorded(body) for _, body in rows)

    def size(self) -> int:
        """How many entries the head counts."""
        self._write()
        return self._head()[1].size

    def grown_to(self) -> int | None:
        """The size that the last transaction left behind, where it appended entries."""
        growing = self._growing
        return growing.written if growing is not None and growing.transaction == self._database.transactions else None

    def root(self) -> bytes:
        """The root of the tree that the head describes, 32 bytes."""
        self._write()
        return self._head()[1].root()

    def verify(self) -> Verified:
        """Compute every leaf hash and the root anew from the rows and compare with what was kept.

        Finds any edited, deleted, inserted, reordered or cut-off row. Whoever holds the key could write a whole new ledger:
        against that, compare the root with one that left this machine.
        """
        self._write()
        with self._database.snapshot():
            _, head = self._head()
            found, first_bad = Frontier(), None
            rows = self._database.pages(
                "SELECT seq, body, leaf_hash FROM journal WHERE seq > :after ORDER BY seq LIMIT :size", after=-1
            )
            for seq, body, kept in rows:
                leaf = leaf_hash(body)
                if first_bad is None and (seq != found.size or leaf != kept or _own_seq(body) != seq):
                    first_bad = min(seq, found.size)
                found.append(leaf)
        if first_bad is None and found.to_bytes() != head.to_bytes():
            first_bad = _first_difference(found, head)
        return Verified(first_bad is None, found.size, found.root().hex(), first_bad)

    def _head(self) -> tuple[str, Frontier]:
        row = self._database.row("SELECT kiosk, size, frontier FROM ledger")
        if row is None:
            raise StoreDamaged(DAMAGED)
        kiosk, size, kept = row
        try:
            frontier = Frontier.from_bytes(kept)
        except ValueError:
            raise StoreDamaged(DAMAGED) from None
        if frontier.size != size or len(_peaks(frontier)) != size.bit_count():
            raise StoreDamaged(DAMAGED)
        return kiosk, frontier

    def _growing_now(self) -> "_Growing":
        """What this transaction appends; begun afresh in each, so what another rolled back or another process wrote is seen."""
        self._database.needs_transaction()
        if self._growing is None or self._growing.transaction != self._database.transactions:
            kiosk, frontier = self._head()
            self._growing = _Growing(self._database.transactions, kiosk, frontier, written=frontier.size)
        return self._growing

    def _write(self) -> None:
        """Rows and head of what this transaction has appended so far, if it has."""
        growing = self._growing
        if growing is None or not self._database.in_transaction or growing.transaction != self._database.transactions:
            return
        self._write_rows(growing)
        if growing.written != growing.frontier.size:
            size, frontier = growing.frontier.size, growing.frontier.to_bytes()
            self._database.run("UPDATE ledger SET size = ?, frontier = ?", (size, frontier))
            growing.written = size

    def _write_rows(self, growing: "_Growing") -> None:
        sql = "INSERT INTO journal (seq, body, leaf_hash, act, part) VALUES (?, ?, ?, ?, ?)"
        self._database.run_each(sql, growing.rows)
        growing.rows.clear()  # only now: rows that were refused refuse the commit too, whoever hid the fault

    def _is_kept(self, act: bytes) -> bool:
        return self._database.row("SELECT 1 FROM journal WHERE act = ?", (act,)) is not None


@dataclass(slots=True)
class _Growing:
    """The end of the ledger as one transaction sees it. `parts` counts each act's entries; `written` is the size in the kept head."""

    transaction: int
    kiosk: str
    frontier: Frontier
    written: int
    rows: list[Row] = field(default_factory=list)
    parts: dict[bytes, int] = field(default_factory=dict)


def _recorded(body: bytes) -> Recorded:
    try:
        return from_body(body)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise StoreDamaged(DAMAGED) from None


def _own_seq(body: bytes) -> int | None:
    """The sequence number that a body itself claims; None for a body that is none."""
    try:
        return _recorded(body).seq
    except StoreDamaged:
        return None


def _first_difference(found: Frontier, head: Frontier) -> int:
    """Where rows that agree with themselves leave the head: cut off, added, or the first entry under a differing peak."""
    if found.size != head.size:
        return min(found.size, head.size)
    start, kept = 0, zip(_peaks(found), _peaks(head), strict=True)
    for height in reversed(range(found.size.bit_length())):
        if found.size >> height & 1:
            ours, theirs = next(kept)
            if ours != theirs:
                return start
            start += 1 << height
    return start


def _peaks(frontier: Frontier) -> list[bytes]:
    """Roots of the full subtrees, largest first, as `Frontier.to_bytes` lays them out after the 8 bytes of the size."""
    kept = frontier.to_bytes()[8:]
    return [kept[i : i + 32] for i in range(0, len(kept), 32)]
