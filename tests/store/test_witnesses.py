"""Witnesses: none is left out, however many there are, and a store of before keeps its own."""

from datetime import datetime
from pathlib import Path

from kiosk.ledger.checkpoint import Checkpoint, Signed
from kiosk.store import How, Store
from kiosk.store.database import Database
from kiosk.store.schema import migrations
from kiosk.store.witnesses import Witnesses

EPOCHS = [f"7KQ2/1/{epoch}" for epoch in (1, 2, 3)]


def signed(size: int, origin: str) -> Signed:
    return Signed(Checkpoint(origin, size, bytes([size % 251]) * 32), b"keys", bytes(64))


def test_each_is_told_once_the_smallest_tree_first_across_pages(store: Store, now: datetime) -> None:
    given = [signed(size, origin) for size in range(400) for origin in EPOCHS]
    with store.transaction():
        for one in reversed(given):
            store.witnesses.remember(one, How.ASKED, now)
    assert [one.signed for one in store.witnesses.all()] == given


def test_one_that_was_given_away_before_stays_as_it_was(store: Store, now: datetime) -> None:
    store.witnesses.remember(signed(7, EPOCHS[0]), How.RECEIPT, now)
    store.witnesses.remember(signed(7, EPOCHS[0]), How.ASKED, now)
    assert [one.how for one in store.witnesses.all()] == [How.RECEIPT]


def test_those_of_a_store_of_before_are_kept(tmp_path: Path, now: datetime) -> None:
    database = Database.create(tmp_path / "before.db", bytes(32))
    database.migrate(lambda db: migrations.apply(db, stop_before="witnesses_in_one_page"))
    witnesses = Witnesses(database)
    for size in (9, 3):
        witnesses.remember(signed(size, EPOCHS[1]), How.SHIFT_END, now)
    database.migrate(migrations.apply)
    assert [(one.signed, one.how, one.at) for one in witnesses.all()] == [
        (signed(size, EPOCHS[1]), How.SHIFT_END, now) for size in (3, 9)
    ]
    assert witnesses.knows(signed(9, EPOCHS[1]))
    database.close()
