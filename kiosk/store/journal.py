"""The journal: the ledger's entries as rows, appended in the transaction of the decision that they record.

Each row holds an entry's body and its leaf hash; the head holds the size and the frontier of the Merkle tree (RFC 6962 §2.1), so
an append costs O(log n). An act (16 random bytes) names all entries of one decision: it is written once or not at all, and
tells after a failed commit or a crash whether the decision stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.errors import StoreDamaged, StoreFault
from kiosk.ledger.events import Event, Recorded, from_body, to_body
from kiosk.ledger.merkle import Frontier, leaf_hash
from kiosk.store.database import DAMAGED, Clash, Database


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
        self._parts: dict[bytes, int] = {}
        self._transaction = 0

    def append(self, event: Event, *, at: datetime, act: bytes) -> Entry:
        """Record an event under an act; inside a transaction only.

        An act may have several entries, all of one transaction. Raises `StoreFault` for an act recorded before.
        """
        self._database.needs_transaction()
        kiosk, frontier = self._head()
        seq = frontier.size
        body = to_body(event, at=at, kiosk=kiosk, seq=seq)
        leaf = leaf_hash(body)
        try:
            self._database.run(
                "INSERT INTO journal (seq, body, leaf_hash, act, part) VALUES (?, ?, ?, ?, ?)",
                (seq, body, leaf, act, self._next_part(act)),
            )
        except Clash:
            raise StoreFault("This act is in the ledger already; nothing was changed. Look at what it did.") from None
        frontier.append(leaf)
        self._database.run("UPDATE ledger SET size = ?, frontier = ?", (frontier.size, frontier.to_bytes()))
        return Entry(seq, leaf)

    def has(self, act: bytes) -> bool:
        """Whether the decision of this act stands."""
        return self._database.row("SELECT 1 FROM journal WHERE act = ?", (act,)) is not None

    def by_act(self, act: bytes) -> list[Recorded]:
        """The entries of one act, in order."""
        rows = self._database.rows("SELECT body FROM journal WHERE act = ? ORDER BY part", (act,))
        return [_recorded(body) for (body,) in rows]

    def entries(self, from_seq: int = 0) -> Iterator[Recorded]:
        """Entries from a sequence number on, a page at a time."""
        rows = self._database.pages(
            "SELECT seq, body FROM journal WHERE seq > :after ORDER BY seq LIMIT :size", from_seq - 1
        )
        return (_recorded(body) for _, body in rows)

    def size(self) -> int:
        """How many entries the head counts."""
        return self._head()[1].size

    def root(self) -> bytes:
        """The root of the tree that the head describes, 32 bytes."""
        return self._head()[1].root()

    def verify(self) -> Verified:
        """Compute every leaf hash and the root anew from the rows and compare with what was kept.

        Finds any edited, deleted, inserted, reordered or cut-off row. Whoever holds the key could write a whole new ledger:
        against that, compare the root with one that left this machine.
        """
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

    def _next_part(self, act: bytes) -> int:
        """Counted within one transaction only, so that an act of an earlier one clashes with its own part 0."""
        if self._transaction != self._database.transactions:
            self._transaction, self._parts = self._database.transactions, {}
        self._parts[act] = self._parts.get(act, -1) + 1
        return self._parts[act]


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
