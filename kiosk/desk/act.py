"""One act: what is decided and its entries are one transaction, and nothing is reported before it was read back.

Each act carries a key of its own, because a commit that reports an error may be on disk all the same.
"""

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from kiosk.errors import StoreBusy, StoreDamaged, StoreFault
from kiosk.ledger.events import Event
from kiosk.store import Entry, Store

T = TypeVar("T")


class Entering:
    """Writes the entries of one act: all carry its key and its time."""

    def __init__(self, store: Store, key: bytes, at: datetime) -> None:
        self._store = store
        self.key = key
        self.at = at
        self.entries = 0

    def __call__(self, event: Event) -> Entry:
        self.entries += 1
        return self._store.journal.append(event, at=self.at, act=self.key)

    def each(self, events: Sequence[Event]) -> None:
        """Many of them."""
        self.entries += len(events)
        self._store.journal.append_each(events, at=self.at, act=self.key)


def in_one_act(store: Store, at: datetime, work: Callable[[Entering], T]) -> T:
    """Do `work` in one transaction and answer only once its entries are read back; raises `StoreFault`.

    Work that fails in the store is done once more, so it must begin afresh each time; not where trying again is no use: another program
    holds the store, or it is damaged. Anything else it raises undoes it and goes on.
    """
    key, problem = secrets.token_bytes(16), None
    for _ in range(2):
        entering = Entering(store, key, at)
        try:
            with store.transaction():
                result = work(entering)
        except (StoreBusy, StoreDamaged):
            raise
        except StoreFault as fault:
            problem = fault
            store.reopen()
        if store.journal.has(key) or (problem is None and not entering.entries):
            return result
    raise problem or StoreFault("An entry is not in the store after it was written. Call a technician.")
