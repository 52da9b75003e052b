"""The journal: the ledger's entries as rows, appended in the transaction of the decision that they record.

A row holds an entry sealed under its subject's key, its leaf hash, and the roots of the full subtrees that it completes, so every node
of the Merkle tree (RFC 6962 §2.1) stands in exactly one row and a proof reads a row a level. The head holds the size and the tree's
frontier: a transaction reads it once, appends in memory, and writes rows and head as its last deed before the commit.

An act (16 bytes, unique) names all entries of one decision: it is written once or not at all, and tells after a failed commit or a
crash whether the decision stands.
"""

import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from kiosk.errors import StoreDamaged, StoreFault
from kiosk.ledger import merkle
from kiosk.ledger.events import EpochBegun, Erased, Event, Recorded, from_body, to_body
from kiosk.ledger.merkle import HASH_SIZE, Frontier, leaf_hash
from kiosk.ledger.seal import DRAWN_BYTES, KEY_BYTES, SALT_BYTES, Boxes, about, seal, unseal
from kiosk.ledger.subject import subject_of
from kiosk.store.audit import Audit, Head, Mark, Verified
from kiosk.store.database import Database, Row
from kiosk.store.faults import DAMAGED, Clash
from kiosk.store.growing import Growing, drawn_each
from kiosk.store.keyring import KeyRing

MOST_HELD = 500
"""Entries held in memory before their rows are written; the head waits for the commit."""

MOST_ERASED = 200
"""Subjects that one entry of erasure names."""

_INSERT = "INSERT INTO journal (seq, subject, sealed, hashes, act, part) VALUES (?, ?, ?, ?, ?, ?)"
_SELECT = "SELECT seq, name, act, part, key, sealed FROM journal LEFT JOIN subjects ON first = subject "
_ABOUT = _SELECT + "WHERE name = ? AND (seq = first OR subject = first AND subject <> seq)"


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an event now stands in the ledger, and what its leaf is the hash of: 16 bytes of salt, then the body."""

    seq: int
    leaf_hash: bytes
    content: bytes = field(repr=False)


class Journal:
    """The journal of one store."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._database = database
        self._boxes = Boxes(keys.digest("ledger", "seal"))
        self._growing: Growing | None = None
        database.before_commit.append(self._write)

    def append(self, event: Event, *, at: datetime, act: bytes) -> Entry:
        """Record an event under an act; inside a transaction only.

        An act may have several entries, all of one transaction. An act recorded before fails the commit with a `StoreFault`.
        """
        (entry,) = self._appended([event], at, act)
        return Entry(*entry)

    def append_each(self, events: Sequence[Event], *, at: datetime, act: bytes) -> None:
        """Record many events under one act, each as `append` does; `expect` their subjects first."""
        for _ in self._appended(events, at, act):
            pass

    def expect(self, subjects: Iterable[str]) -> None:
        """Entries of these subjects are about to come: their keys are looked up together. Inside a transaction only."""
        growing, names = self._growing_now(), set(subjects)
        sql = "SELECT name, first, key FROM subjects WHERE name IN (SELECT value FROM json_each(?))"
        known = {name: (first, key) for name, first, key in self._database.rows(sql, (json.dumps(list(names)),))}
        growing.subjects = known | growing.subjects
        new = names - growing.subjects.keys()
        growing.unknown |= zip(new, drawn_each(KEY_BYTES, len(new)), strict=True)

    def has(self, act: bytes) -> bool:
        """Whether the decision of this act stands."""
        self._write()
        return self._database.row("SELECT 1 FROM journal WHERE act = ?", (act,)) is not None

    def by_act(self, act: bytes) -> list[Recorded]:
        """The entries of one act, in order; erased ones are left out."""
        self._write()
        return list(self._recorded(self._database.rows(_SELECT + "WHERE act = ? ORDER BY part", (act,))))

    def entries(self, from_seq: int = 0) -> Iterator[Recorded]:
        """Entries from a sequence number on, a page at a time; erased ones are left out."""
        self._write()
        sql = _SELECT + "WHERE seq > :after ORDER BY seq LIMIT :size"
        return self._recorded(self._database.pages(sql, from_seq - 1))

    def about(self, subjects: Iterable[str]) -> list[Recorded]:
        """The entries of these subjects (`ledger.subject`), in order. What is not about them is not read."""
        self._write()
        found = [one for name in set(subjects) for one in self._database.rows(_ABOUT, (name,))]
        return list(self._recorded(sorted(found)))

    def entry(self, seq: int) -> Entry | None:
        """An entry with its leaf's content; None where there is none or it is erased."""
        self._write()
        row = self._database.row(_SELECT + "WHERE seq = ?", (seq,))
        if row is None or row[4] is None:
            return None
        content = self._open(row)
        return Entry(seq, leaf_hash(content), content)

    def leaf(self, seq: int) -> bytes:
        """The leaf hash of an entry, erased or not, 32 bytes; ValueError where there is none."""
        self._write()
        return self._node(0, seq)

    def erase(self, subjects: Iterable[str], *, at: datetime, act: bytes) -> int:
        """Destroy the keys of subjects, and record that; inside a transaction only. Returns how many had one.

        Nobody can read their entries from then on. Their leaves stand, so every proof still verifies. `Store.sweep` after the commit.
        """
        self._database.needs_transaction()
        self._write()  # what this transaction appended about them goes, too
        names = list(subjects)
        rows = [self._database.row("SELECT first FROM subjects WHERE name = ?", (name,)) for name in names]
        firsts = sorted(row[0] for row in rows if row)
        self._database.run_each("DELETE FROM subjects WHERE name = ?", [(name,) for name in names])
        self._boxes.forget()
        if self._growing is not None:
            self._growing.subjects.clear()
        for start in range(0, len(firsts), MOST_ERASED):
            named = tuple(firsts[start : start + MOST_ERASED])
            self.append(Erased(named, tuple(map(self._count, named))), at=at, act=act)
        return len(firsts)

    def begin_epoch(self, *, at: datetime, act: bytes) -> int:
        """The store came back from a backup: from here on checkpoints name another epoch, which is returned. Inside a transaction only.

        An epoch is its moment, 20261122093000: counting from the backup's own would give two restores of one backup the same name.
        """
        growing = self._growing_now()
        head = growing.head
        epoch = max(head.epoch + 1, int(f"{at.astimezone(UTC):%Y%m%d%H%M%S}"))
        self._database.run("UPDATE ledger SET epoch = ?", (epoch,))
        growing.head = replace(head, epoch=epoch)
        self.append(EpochBegun(epoch, head.frontier.size, head.frontier.root().hex()), at=at, act=act)
        return epoch

    def verify(self, marks: Iterable[Mark] = (), *, parcels: bool = False) -> Verified:
        """Compute everything anew and compare it with head and marks; `parcels`: and see whether these are where entries say.

        Finds any edited, deleted, inserted, reordered or cut-off row. Whoever holds the key ring could write a whole new ledger:
        against that, and against an older file, bring a mark that left this machine.
        """
        self._write()
        with self._database.snapshot():
            return Audit(self._database, self._boxes.for_reading(), self.head()).run(marks, parcels=parcels)

    def size(self) -> int:
        """How many entries there are."""
        return self.standing().frontier.size

    def grown_to(self) -> int | None:
        """The size that the last transaction left behind, where it appended entries."""
        growing = self._growing
        return growing.written if growing is not None and growing.transaction == self._database.transactions else None

    def growth(self) -> tuple[int, int, datetime] | None:
        """How many entries there were before this transaction and are now, and the last one's moment; None where it added none."""
        growing = self._growing_here()
        return None if growing is None else (growing.began, growing.frontier.size, growing.at)

    def root(self) -> bytes:
        """The root of the whole tree, 32 bytes."""
        return self.standing().frontier.root()

    def root_at(self, size: int) -> bytes:
        """The root over the first `size` entries (0 to `size()`), 32 bytes."""
        self._write()
        return merkle.subtree(self._node, 0, size)

    def inclusion_proof(self, seq: int, size: int) -> list[bytes]:
        """That entry `seq` is among the first `size`: at most 2 log2(size) rows are read. ValueError unless seq < size ≤ `size()`."""
        growing = self._growing_here()
        if growing is not None and seq + 1 == size == growing.frontier.size and seq >= growing.began:
            return growing.last_proof
        self._write()
        return merkle.inclusion_proof(self._node, seq, size)

    def consistency_proof(self, old_size: int, size: int) -> list[bytes]:
        """That the first `old_size` entries are still the first; as `inclusion_proof`."""
        self._write()
        return merkle.consistency_proof(self._node, old_size, size)

    def standing(self) -> Head:
        """The ledger as it is now, with what this transaction appended; raises `StoreDamaged`."""
        growing = self._growing_here()
        return self.head() if growing is None else growing.head

    def head(self) -> Head:
        """The ledger as the store has it; raises `StoreDamaged` for a head that is none."""
        row = self._database.row("SELECT depot, kiosk, epoch, size, frontier FROM ledger")
        if row is None:
            raise StoreDamaged(DAMAGED)
        depot, kiosk, epoch, size, kept = row
        try:
            frontier = Frontier.from_bytes(kept)
        except ValueError:
            raise StoreDamaged(DAMAGED) from None
        if frontier.size != size:
            raise StoreDamaged(DAMAGED)
        return Head(depot, kiosk, epoch, frontier)

    def _appended(self, events: Sequence[Event], at: datetime, act: bytes) -> Iterator[tuple[int, bytes, bytes]]:
        """Sequence number, leaf hash and content of each event, which is an entry once it is given out."""
        growing = self._growing_now()
        for event, drawn in zip(events, drawn_each(DRAWN_BYTES, len(events)), strict=True):
            seq, name, part = growing.frontier.size, subject_of(event, at), growing.parts.get(act, 0)
            first, key = growing.subjects.get(name) or self._subject(growing, name, seq)
            body = to_body(event, at=at, kiosk=growing.head.kiosk, seq=seq)
            content, sealed = seal(self._boxes.of(key), body, about(seq, name, act, part), drawn)
            leaf = leaf_hash(content)
            growing.parts[act] = part + 1
            growing.at = at
            growing.last_proof = growing.frontier.next_proof()
            growing.rows.append((seq, first, sealed, b"".join(growing.frontier.append(leaf)), act, part))
            if len(growing.rows) >= MOST_HELD:
                self._write_rows(growing)
            yield seq, leaf, content

    def _count(self, subject: int) -> int:
        row = self._database.row("SELECT 1 + count(*) FROM journal WHERE subject = ? AND subject <> seq", (subject,))
        return int(row[0]) if row else 0

    def _node(self, height: int, index: int) -> bytes:
        """The root of a full subtree, from the row of its last leaf."""
        last = ((index + 1) << height) - 1
        sql = "SELECT substr(hashes, ?, ?) FROM journal WHERE seq = ?"
        row = self._database.row(sql, (height * HASH_SIZE + 1, HASH_SIZE, last))
        if row is None:
            raise ValueError("there is no such leaf")
        if len(row[0]) != HASH_SIZE:
            raise StoreDamaged(DAMAGED)
        return bytes(row[0])

    def _subject(self, growing: Growing, name: str, seq: int) -> tuple[int, bytes]:
        """A subject's first entry and its key, which is drawn with that."""
        key = growing.unknown.pop(name, None)
        row = None if key else self._database.row("SELECT first, key FROM subjects WHERE name = ?", (name,))
        if row is None:
            row = seq, key or secrets.token_bytes(KEY_BYTES)
            growing.new_subjects.append((seq, name, row[1]))
        growing.subjects[name] = row[0], row[1]
        return row[0], row[1]

    def _recorded(self, rows: Iterable[Row]) -> Iterator[Recorded]:
        for row in rows:
            if row[4] is None:
                continue
            try:
                yield from_body(self._open(row)[SALT_BYTES:])
            except ValueError:
                raise StoreDamaged(DAMAGED) from None

    def _open(self, row: Row) -> bytes:
        seq, name, act, part, key, sealed = row
        try:
            return unseal(self._boxes.of(key), sealed, about(seq, name, act, part))
        except ValueError:
            raise StoreDamaged(DAMAGED) from None

    def _growing_now(self) -> Growing:
        """What this transaction appends; begun afresh in each, so what another rolled back or another process wrote is seen."""
        self._database.needs_transaction()
        self._growing = self._growing_here() or Growing(self._database.transactions, self.head())
        return self._growing

    def _growing_here(self) -> Growing | None:
        """What the open transaction has begun to append; None where there is none or it has not."""
        growing = self._growing
        return growing if growing is not None and growing.is_of(self._database) else None

    def _write(self) -> None:
        """Rows and head of what this transaction has appended so far, if it has."""
        if (growing := self._growing_here()) is not None:
            self._write_rows(growing)
            if growing.written != growing.frontier.size:
                size, frontier = growing.frontier.size, growing.frontier.to_bytes()
                self._database.run("UPDATE ledger SET size = ?, frontier = ?", (size, frontier))
                growing.written = size

    def _write_rows(self, growing: Growing) -> None:
        if growing.new_subjects:
            self._database.run_each("INSERT INTO subjects (first, name, key) VALUES (?, ?, ?)", growing.new_subjects)
            growing.new_subjects.clear()
        try:
            self._database.run_each(_INSERT, growing.rows)
        except Clash:
            raise StoreFault("This act is in the ledger already; nothing was changed. Look at what it did.") from None
        growing.rows.clear()  # only now: rows that were refused refuse the commit too, whoever hid the fault
        growing.subjects.clear()
