"""The end of the ledger while a transaction adds to it."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from kiosk.ledger.merkle import Frontier
from kiosk.store.audit import Head
from kiosk.store.database import Database, Row


@dataclass(slots=True)
class Growing:
    """The end of the ledger as one transaction sees it. `parts` counts each act's entries; `written` is the size in the kept head."""

    transaction: int
    head: Head
    began: int = field(init=False)
    written: int = field(init=False)
    at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    rows: list[Row] = field(default_factory=list)
    parts: dict[bytes, int] = field(default_factory=dict)
    subjects: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    new_subjects: list[Row] = field(default_factory=list)
    unknown: dict[str, bytes] = field(default_factory=dict)
    """Subjects that were looked for and have no key yet, with the one drawn for each."""
    last_proof: list[bytes] = field(default_factory=list)
    """That the last entry is the last of the tree that it makes (RFC 6962 §2.1.1)."""

    def __post_init__(self) -> None:
        self.began = self.written = self.frontier.size

    def is_of(self, database: Database) -> bool:
        """Whether it belongs to the transaction that is open."""
        return database.in_transaction and self.transaction == database.transactions

    @property
    def frontier(self) -> Frontier:
        """The tree's right edge, what was appended included."""
        return self.head.frontier


def drawn_each(size: int, count: int) -> Iterator[bytes]:
    """So many random strings of `size` bytes: the system is asked once."""
    drawn = secrets.token_bytes(size * count)
    return (drawn[start : start + size] for start in range(0, size * count, size))
