"""The audit: no row changes unseen, and the first that did is named; what it cannot know is found by a mark from outside."""

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.errors import StoreDamaged
from kiosk.ledger.events import CodeRevoked, EpochBegun
from kiosk.ledger.merkle import Frontier, leaf_hash
from kiosk.ledger.seal import DRAWN_BYTES, about, seal
from kiosk.ledger.subject import of_pickup
from kiosk.parcel import Parcel, ParcelState
from kiosk.store import Finding, Mark, Store, Verified

ENTRIES = 11
Take = Callable[..., Parcel]


def erase(store: Store, at: datetime, *names: str) -> int:
    with store.transaction():
        return store.journal.erase(names, at=at, act=secrets.token_bytes(16))


def tamper(store: Store, *statements: str, **values: object) -> Verified:
    """What someone with the store's key does behind the kiosk's back, and what `verify` says of it."""
    for statement in statements:
        store._database._db.execute(statement, values)
    return store.journal.verify()


def regrown(store: Store, marks: Sequence[Mark] = ()) -> Verified:
    """The tamperer also makes tree and head anew, so that all agrees with the rows as they are now."""
    frontier, database = Frontier(), store._database
    for seq, (hashes,) in enumerate(database.rows("SELECT hashes FROM journal ORDER BY seq")):
        grown = b"".join(frontier.append(hashes[:32]))
        database.run("UPDATE journal SET hashes = ? WHERE seq = ?", (grown, seq))
    database.run("UPDATE ledger SET size = ?, frontier = ?", (frontier.size, frontier.to_bytes()))
    return store.journal.verify(marks)


@pytest.mark.parametrize("seq", range(ENTRIES))
def test_an_edited_entry_is_named(full: Store, seq: int) -> None:
    row = full._database.row("SELECT sealed FROM journal WHERE seq = ?", (seq,))
    assert row is not None
    flipped = row[0][:20] + bytes([row[0][20] ^ 1]) + row[0][21:]
    found = tamper(full, "UPDATE journal SET sealed = :flipped WHERE seq = :seq", flipped=flipped, seq=seq)
    assert (found.ok, found.first_bad, found.finding) == (False, seq, Finding.ENTRY)
    assert regrown(full).first_bad == seq, "and its tree does not help"


@pytest.mark.parametrize("seq", range(ENTRIES))
def test_an_entry_sealed_with_the_stores_keys_alone_is_named(full: Store, seq: int) -> None:
    row = full._database.row(
        "SELECT name, key, act, part FROM subjects JOIN journal ON subject = first WHERE seq = ?", (seq,)
    )
    assert row is not None
    content, sealed = seal(AESGCM(row[1]), b"{}", about(seq, row[0], *row[2:]), secrets.token_bytes(DRAWN_BYTES))
    full._database.run("UPDATE journal SET sealed = ?, hashes = ? WHERE seq = ?", (sealed, leaf_hash(content), seq))
    found = regrown(full)
    assert (found.ok, found.first_bad) == (False, seq)


@pytest.mark.parametrize("seq", range(ENTRIES))
def test_an_edited_leaf_hash_is_named(full: Store, seq: int) -> None:
    found = tamper(full, "UPDATE journal SET hashes = zeroblob(length(hashes)) WHERE seq = :seq", seq=seq)
    assert (found.ok, found.first_bad) == (False, seq)


@pytest.mark.parametrize("seq", range(ENTRIES))
def test_an_erased_entrys_leaf_is_found_by_the_tree_or_by_a_mark(full: Store, now: datetime, seq: int) -> None:
    erase(full, now, of_pickup(seq))
    mark = Mark(1, full.journal.size(), full.journal.root())
    altered = "UPDATE journal SET hashes = CAST(zeroblob(32) || substr(hashes, 33) AS BLOB) WHERE seq = :seq"
    found = tamper(full, altered, seq=seq)
    assert not found.ok
    assert found.first_bad is not None
    assert found.first_bad <= seq
    assert regrown(full).ok, "one who makes the whole tree anew is found by nothing inside"
    outside = regrown(full, [mark])
    assert (outside.ok, outside.first_bad, outside.finding) == (False, 0, Finding.CHECKPOINT)


@pytest.mark.parametrize("seq", range(ENTRIES))
def test_a_deleted_row_is_named(full: Store, seq: int) -> None:
    found = tamper(full, "DELETE FROM journal WHERE seq = :seq", seq=seq)
    assert (found.ok, found.first_bad, found.entries) == (False, seq, ENTRIES - 1)


@pytest.mark.parametrize("seq", range(ENTRIES - 1))
def test_a_deleted_row_with_the_rest_moved_up_is_named(full: Store, seq: int) -> None:
    found = tamper(
        full,
        "DELETE FROM journal WHERE seq = :seq",
        "UPDATE journal SET seq = 1000 + seq WHERE seq > :seq",
        "UPDATE journal SET seq = seq - 1001 WHERE seq >= 1000",
        seq=seq,
    )
    assert (found.ok, found.first_bad) == (False, seq)
    assert regrown(full).first_bad == seq


def test_swapped_rows_are_named(full: Store) -> None:
    found = tamper(
        full,
        "UPDATE journal SET seq = 99 WHERE seq = 3",
        "UPDATE journal SET seq = 3 WHERE seq = 7",
        "UPDATE journal SET seq = 7 WHERE seq = 99",
    )
    assert (found.ok, found.first_bad) == (False, 3)
    assert regrown(full).first_bad == 3


@pytest.mark.parametrize("left", [0, 1, 7, 8, 10])
def test_a_cut_off_end_is_named(full: Store, left: int) -> None:
    mark = Mark(1, ENTRIES, full.journal.root())
    found = tamper(full, "DELETE FROM journal WHERE seq >= :left", left=left)
    assert (found.ok, found.first_bad, found.entries, found.finding) == (False, left, left, Finding.CUT_OFF)
    assert regrown(full).ok, "one who mends the head, too, is found by nothing inside"
    outside = regrown(full, [mark])
    assert (outside.ok, outside.first_bad, outside.finding) == (False, left, Finding.BEHIND)


def test_an_added_row_is_named(full: Store) -> None:
    found = tamper(
        full,
        "INSERT INTO journal SELECT 11, subject, sealed, hashes, randomblob(16), 0 FROM journal WHERE seq = 10",
    )
    assert (found.ok, found.first_bad) == (False, 11)
    assert regrown(full).first_bad == 11


@pytest.mark.parametrize(
    ("statement", "first_bad"),
    [
        ("DELETE FROM subjects WHERE first = 6", 6),
        ("UPDATE journal SET subject = 2 WHERE seq = 9", 2),  # hidden among what was erased
        ("UPDATE journal SET subject = 2 WHERE seq = 1", 1),
        ("UPDATE journal SET subject = 99 WHERE seq = 4", 4),
    ],
)
def test_an_entry_that_is_unreadable_without_an_entry_of_erasure_is_found(
    full: Store, now: datetime, statement: str, first_bad: int
) -> None:
    erase(full, now, of_pickup(2))
    assert full.journal.verify().ok
    found = tamper(full, statement)
    assert (found.ok, found.first_bad, found.finding) == (False, first_bad, Finding.UNEXPLAINED)


def test_subjects_that_exchange_names_or_keys_are_found(full: Store) -> None:
    found = tamper(
        full,
        "UPDATE subjects SET name = 'x' WHERE first = 4",
        "UPDATE subjects SET name = 'pickup-4' WHERE first = 6",
    )
    assert (found.ok, found.first_bad) == (False, 4)


def test_an_older_head_is_found(full: Store, now: datetime) -> None:
    head = full._database.row("SELECT size, frontier FROM ledger")
    assert head is not None
    with full.transaction():
        full.journal.append(CodeRevoked(1), at=now, act=secrets.token_bytes(16))
    found = tamper(full, "UPDATE ledger SET size = :size, frontier = :frontier", size=head[0], frontier=head[1])
    assert (found.ok, found.first_bad) == (False, ENTRIES)


@pytest.mark.parametrize(
    "statement", ["DELETE FROM ledger", "UPDATE ledger SET size = 3", "UPDATE ledger SET frontier = x'00'"]
)
def test_a_head_that_is_none_is_damage(full: Store, statement: str) -> None:
    with pytest.raises(StoreDamaged):
        tamper(full, statement)


# Parcels


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE parcels SET state = 'missing' WHERE id = 2",
        "UPDATE parcels SET state = 'handed_over', waybill = NULL, hint = NULL WHERE id = 2",
        "UPDATE parcels SET place = 'A-01' WHERE id = 2",
        "UPDATE parcels SET place = NULL WHERE id = 2",
        "DELETE FROM parcels WHERE id = 2",
    ],
)
def test_a_parcel_that_is_not_where_its_entries_say_is_named(store: Store, take: Take, statement: str) -> None:
    for number in range(3):
        take(number)
    assert store.journal.verify(parcels=True).ok
    store._database.run("PRAGMA foreign_keys = OFF")
    store._database.run(statement)
    found = store.journal.verify(parcels=True)
    assert (found.ok, found.first_bad, found.finding, found.parcel) == (False, 1, Finding.PARCEL, 2)


def test_a_parcel_that_no_entry_tells_of_is_named(store: Store, take: Take, now: datetime) -> None:
    take(1)
    store.parcels.add(Waybill("SMUGGLED01", WaybillKind.GENERAL), place=None, state=ParcelState.WAITING, at=now)
    found = store.journal.verify(parcels=True)
    assert (found.ok, found.first_bad, found.finding, found.parcel) == (False, None, Finding.PARCEL, 2)


# A new epoch


def test_an_epoch_names_where_it_began_and_two_restores_of_one_backup_differ(full: Store, now: datetime) -> None:
    root = full.journal.root()
    with full.transaction():
        first = full.journal.begin_epoch(at=now, act=secrets.token_bytes(16))
    assert first == 20260302093000
    with full.transaction():
        assert full.journal.begin_epoch(at=now, act=secrets.token_bytes(16)) == first + 1, "a clock that stood still"
    assert [entry.event for entry in full.journal.entries(ENTRIES)][:1] == [EpochBegun(first, ENTRIES, root.hex())]
    assert full.journal.head().epoch == first + 1


def test_marks_of_an_epoch_that_a_restore_ended_are_lost_and_not_fraud(full: Store, now: datetime) -> None:
    before = Mark(1, 8, full.journal.root_at(8))
    later = Mark(1, 30, bytes(32))
    with full.transaction():
        epoch = full.journal.begin_epoch(at=now, act=secrets.token_bytes(16))
        for number in range(40):
            full.journal.append(CodeRevoked(number), at=now, act=secrets.token_bytes(16))
    found = full.journal.verify([before, later])
    assert (found.ok, found.lost) == (True, ())  # 30 of the epoch before were more than the backup's 11
    far = full.journal.verify([before, Mark(1, 99, bytes(32))])
    assert (far.ok, far.lost) == (True, ((ENTRIES, 99),))
    wrong = full.journal.verify([before, Mark(1, 9, bytes(32))])
    assert (wrong.ok, wrong.first_bad, wrong.finding) == (False, 8, Finding.CHECKPOINT)
    ahead = full.journal.verify([before, Mark(epoch, 99, bytes(32))])
    assert (ahead.ok, ahead.first_bad, ahead.finding) == (False, ENTRIES + 41, Finding.BEHIND)
