"""The audit: the whole ledger computed anew from its rows, and compared with everything that must agree with it.

Each entry must open under its subject's key and be the leaf that the tree has; the tree must be the one of the head, of every checkpoint
that was given away and of those brought from outside; whose key is gone must be named by an entry of erasure; and parcels must be where
their entries say. Whoever holds the store's file and key, but not the key ring, can neither forge an entry nor a checkpoint.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.ledger.merkle import HASH_SIZE, Frontier, leaf_hash
from kiosk.ledger.replay import Replay
from kiosk.ledger.seal import SALT_BYTES, Boxes, about, unseal
from kiosk.parcel import ParcelState
from kiosk.store.database import Database, Row

ROWS = "SELECT seq, subject, name, act, part, key, sealed, hashes FROM journal LEFT JOIN subjects ON first = subject"
ROWS += " WHERE seq > :after ORDER BY seq LIMIT :size"
PARCELS = "SELECT id, state, place FROM parcels WHERE id > :after ORDER BY id LIMIT :size"

_JSON = json.JSONDecoder()  # `json.loads` guesses the encoding first, every time


class Finding(StrEnum):
    """What is wrong."""

    ENTRY = "entry"
    """An entry is not what was written there: edited, moved, deleted or inserted."""
    TREE = "tree"
    """The entries agree with themselves, not with the tree that the head describes."""
    CUT_OFF = "cut_off"
    """Entries at the end are gone."""
    UNEXPLAINED = "unexplained"
    """An entry cannot be read and no entry of erasure says why."""
    CHECKPOINT = "checkpoint"
    """A checkpoint counts other entries than these."""
    BEHIND = "behind"
    """A checkpoint of this epoch counts more entries than there are: cut off, or the whole file is an older one."""
    PARCEL = "parcel"
    """A parcel is not where its entries say."""


@dataclass(frozen=True, slots=True)
class Head:
    """The ledger as it stands: whose it is (the depot's tag, the kiosk's name), which epoch, and its tree."""

    depot: str
    kiosk: str
    epoch: int
    frontier: Frontier

    @property
    def key_name(self) -> str:
        """In whose name its checkpoints are signed."""
        return f"{self.depot}/{self.kiosk}"

    @property
    def origin(self) -> str:
        """What its checkpoints begin with."""
        return f"{self.key_name}/{self.epoch}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A tree that was vouched for: so many entries of an epoch had this root (32 bytes)."""

    epoch: int
    size: int
    root: bytes


@dataclass(frozen=True, slots=True)
class Verified:
    """What an audit found. `first_bad` is the first entry that is not, or may not be, what was written; `root` is computed, in hex."""

    ok: bool
    entries: int
    root: str
    first_bad: int | None = None
    finding: Finding | None = None
    erased: int = 0
    """Entries that nobody can read any more; their leaves were checked."""
    lost: tuple[tuple[int, int], ...] = ()
    """Entries (first, end) that marks of an earlier epoch count and a restore lost; an entry of the ledger says so."""
    parcel: int | None = None
    """The parcel that is not where its entries say."""


@dataclass(slots=True)
class _Gone:
    """A subject without a key, as its rows tell: the first of them, the last, and how many there are."""

    first: int
    last: int
    count: int = 1


@dataclass(slots=True)
class _Walk:
    """What is gathered on the way over the rows."""

    found: Frontier = field(default_factory=Frontier)
    rows: int = 0
    bad: tuple[int, Finding] | None = None
    gone: dict[int, _Gone] = field(default_factory=dict)
    erased: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Subjects that an entry of erasure names: how many entries it counts, and its own number."""
    agreed: int = 0
    """The largest tree so far that a mark vouches for."""
    epochs: list[tuple[int, int]] = field(default_factory=list)
    """Later epochs, and how many entries each began with."""
    replay: Replay = field(default_factory=Replay)

    def blame(self, seq: int, finding: Finding) -> None:
        if self.bad is None or seq < self.bad[0]:
            self.bad = seq, finding

    def began_after(self, epoch: int) -> int | None:
        """With how many entries the ledger went on when this epoch was over; None while it is not."""
        return next((size for other, size in self.epochs if other > epoch), None)


class Audit:
    """One audit of one store, within one snapshot of it."""

    def __init__(self, database: Database, boxes: Boxes, head: Head) -> None:
        self._database = database
        self._boxes = boxes
        self._head = head
        self._walk = _Walk()

    def run(self, marks: Iterable[Mark], *, parcels: bool) -> Verified:
        """Look at every row; `marks` in any order; `parcels`: also whether each is where its entries say."""
        walk, at_size = self._walk, dict[int, list[Mark]]()
        for mark in marks:
            at_size.setdefault(mark.size, []).append(mark)
        self._compare(at_size.get(0, ()))
        for row in self._database.pages(ROWS, after=-1):
            walk.rows += 1
            if row[0] == walk.found.size:
                self._entry(row)
                if walk.found.size in at_size:
                    self._compare(at_size[walk.found.size])
            else:  # of what comes after a gap, nothing can be said
                walk.blame(walk.found.size, Finding.ENTRY)
        self._against_head()
        self._explain_gone()
        lost = self._beyond(mark for size, some in at_size.items() if size > walk.rows for mark in some)
        astray = self._astray() if parcels and walk.bad is None else None
        first_bad, finding = walk.bad or ((astray[1], Finding.PARCEL) if astray else (None, None))
        erased = sum(gone.count for gone in walk.gone.values())
        root, parcel = walk.found.root().hex(), astray[0] if astray else None
        return Verified(finding is None, walk.rows, root, first_bad, finding, erased, lost, parcel)

    def _entry(self, row: Row) -> None:
        seq, subject, name, act, part, key, sealed, hashes = row
        walk, leaf = self._walk, hashes[:HASH_SIZE]
        if key is None:
            gone = walk.gone.setdefault(subject, _Gone(seq, seq, 0))
            gone.last, gone.count = seq, gone.count + 1
        else:
            try:
                content = unseal(self._boxes.of(key), sealed, about(seq, name, act, part))
            except ValueError:
                walk.blame(seq, Finding.ENTRY)
            else:
                leaf = leaf_hash(content)
                self._read(seq, content)
        completed = walk.found.append(leaf)
        if walk.bad is None and b"".join(completed) != hashes:
            differs = (h for h, node in enumerate(completed) if hashes[h * HASH_SIZE :][:HASH_SIZE] != node)
            height = next(differs, 0)
            walk.blame(seq + 1 - (1 << height), Finding.TREE if height else Finding.ENTRY)  # the first under that node

    def _read(self, seq: int, content: bytes) -> None:
        body, _ = _JSON.raw_decode(content[SALT_BYTES:].decode())
        event, of = body["event"], body["of"]
        self._walk.replay.feed(seq, event, of)
        if event == "Erased":
            pairs = zip(of["subjects"], of["entries"], strict=True)
            self._walk.erased.update((subject, (count, seq)) for subject, count in pairs)
        elif event == "EpochBegun":
            self._walk.epochs.append((of["epoch"], of["size"]))

    def _compare(self, marks: Iterable[Mark]) -> None:
        """Marks over as many entries as were walked. Nobody can say which entry differs, only until where all was well."""
        walk = self._walk
        for mark in marks:
            began = walk.began_after(mark.epoch)
            if began is not None and mark.size > began:
                continue  # it counts entries that a restore lost; `_beyond` tells of those that are more than there are
            if mark.root == walk.found.root():
                walk.agreed = walk.found.size
            elif walk.bad is None:
                walk.blame(walk.agreed, Finding.CHECKPOINT)

    def _against_head(self) -> None:
        walk, kept = self._walk, self._head.frontier
        if walk.rows < kept.size:
            walk.blame(walk.rows, Finding.CUT_OFF)
        elif walk.rows > kept.size:
            walk.blame(kept.size, Finding.ENTRY)
        elif walk.bad is None and walk.found.to_bytes() != kept.to_bytes():
            walk.blame(walk.agreed, Finding.TREE)

    def _explain_gone(self) -> None:
        """An entry without a key is right where an entry of erasure, which comes after it, counts it."""
        for subject, gone in self._walk.gone.items():
            count, seq = self._walk.erased.get(subject, (0, -1))
            if gone.first != subject:
                self._walk.blame(min(gone.first, subject), Finding.UNEXPLAINED)
            elif gone.count != count or gone.last > seq:
                self._walk.blame(gone.first, Finding.UNEXPLAINED)

    def _beyond(self, marks: Iterable[Mark]) -> tuple[tuple[int, int], ...]:
        lost = set[tuple[int, int]]()
        for mark in marks:
            began = self._walk.began_after(mark.epoch)
            if began is None:
                self._walk.blame(self._walk.rows, Finding.BEHIND)
            else:
                lost.add((began, mark.size))
        return tuple(sorted(lost))

    def _astray(self) -> tuple[int, int | None] | None:
        """The parcel that contradicts its entries, of these the one whose entry comes first, and that entry."""
        told, astray = self._walk.replay.parcels, list[tuple[int, int | None]]()
        for id_, state, place in self._database.pages(PARCELS, after=0):
            standing = told.pop(id_, None)
            if standing is None:
                astray.append((id_, None))
            elif ParcelState(state) not in standing.states or place != standing.place:
                astray.append((id_, standing.seq))
        astray += [(id_, standing.seq) for id_, standing in told.items()]
        return min(astray, key=lambda one: self._walk.rows if one[1] is None else one[1], default=None)
