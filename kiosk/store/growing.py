"""The end of the ledger while a transaction adds to it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from kiosk.ledger.merkle import Frontier
from kiosk.store.database import Row


@dataclass(slots=True)
class Growing:
    """The end of the ledger as one transaction sees it. `parts` counts each act's entries; `written` is the size in the kept head."""

    transaction: int
    kiosk: str
    frontier: Frontier
    began: int
    written: int
    at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    rows: list[Row] = field(default_factory=list)
    parts: dict[bytes, int] = field(default_factory=dict)
    subjects: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    new_subjects: list[Row] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)
    """Subjects that were looked for and have no key yet."""
