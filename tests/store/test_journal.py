"""The journal: entries stand with their decision, and no row changes unseen."""

import hashlib
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pymerkle import InmemoryTree

from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.errors import StoreDamaged, StoreFault
from kiosk.ledger.events import CodeRevoked, EpochBegun, Erased, KioskStarted, ParcelHandedOver, ParcelReleased
from kiosk.ledger.merkle import Frontier, leaf_hash, verify_consistency, verify_inclusion
from kiosk.ledger.seal import DRAWN_BYTES, about, seal
from kiosk.ledger.subject import of_parcel, of_pickup
from kiosk.parcel import Parcel, ParcelState
from kiosk.store import Finding, Mark, Store, Verified
from kiosk.store.journal import MOST_ERASED, MOST_HELD

ENTRIES = 11
Take = Callable[..., Parcel]


@pytest.fixture
def full(store: Store, now: datetime) -> Store:
    """A ledger of 11 entries (three full subtrees: 8, 2 and 1)."""
    for number in range(ENTRIES):
        with store.transaction():
            store.journal.append(CodeRevoked(number), at=now, act=number.to_bytes(16, "big"))
    return store


def test_an_empty_ledger_has_the_empty_root(store: Store) -> None:
    empty = Frontier().root()
    assert store.journal.verify() == Verified(True, 0, empty.hex(), None)
    assert (store.journal.root(), store.journal.size(), list(store.journal.entries())) == (empty, 0, [])


def test_an_act_has_all_its_entries_in_order(store: Store, now: datetime) -> None:
    act, events = secrets.token_bytes(16), [ParcelReleased(1, 2), ParcelHandedOver(1, 2, "1", "label"), CodeRevoked(3)]
    with store.transaction():
        entries = [store.journal.append(event, at=now, act=act) for event in events]
    assert [entry.seq for entry in entries] == [0, 1, 2]
    found = store.journal.by_act(act)
    assert [(one.event, one.at, one.seq) for one in found] == [(event, now, seq) for seq, event in enumerate(events)]
    assert found == list(store.journal.entries())
    assert store.journal.has(act)
    assert not store.journal.has(secrets.token_bytes(16))


def test_an_act_is_recorded_once(store: Store, now: datetime) -> None:
    act = secrets.token_bytes(16)
    with store.transaction():
        store.journal.append(KioskStarted("1"), at=now, act=act)
    root = store.journal.root()
    with pytest.raises(StoreFault, match="already"), store.transaction():
        store.journal.append(KioskStarted("2"), at=now, act=act)
    assert (store.journal.size(), store.journal.root()) == (1, root)


def test_an_act_that_was_rolled_back_may_be_done(store: Store, now: datetime) -> None:
    act = secrets.token_bytes(16)

    def fails() -> None:
        with store.transaction():
            store.journal.append(KioskStarted("1"), at=now, act=act)
            raise LookupError

    with pytest.raises(LookupError):
        fails()
    assert not store.journal.has(act)
    with store.transaction():
        assert store.journal.append(KioskStarted("1"), at=now, act=act).seq == 0
    assert store.journal.verify().ok


def test_an_entry_without_a_transaction_is_a_mistake(store: Store, now: datetime) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        store.journal.append(KioskStarted("1"), at=now, act=bytes(16))


def test_entries_from_a_number_on_and_across_pages(store: Store, now: datetime) -> None:
    with store.transaction():
        for number in range(1_100):
            store.journal.append(CodeRevoked(number), at=now, act=bytes(16))
    assert [entry.seq for entry in store.journal.entries(1_098)] == [1_098, 1_099]
    assert sum(1 for _ in store.journal.entries()) == 1_100
    assert store.journal.verify().entries == 1_100


def test_an_open_transaction_sees_what_it_appended(full: Store, now: datetime) -> None:
    act = secrets.token_bytes(16)
    before = full.journal.root()
    with full.transaction():
        for number in range(MOST_HELD + 3):
            full.journal.append(CodeRevoked(number), at=now, act=act)
        assert full.journal.has(act)
        assert full.journal.size() == ENTRIES + MOST_HELD + 3
        assert len(full.journal.by_act(act)) == MOST_HELD + 3
        assert full.journal.root() != before
        full.journal.append(CodeRevoked(1), at=now, act=act)
        assert full.journal.verify().ok
    assert full.journal.verify() == Verified(True, ENTRIES + MOST_HELD + 4, full.journal.root().hex(), None)


def test_the_head_is_written_once_a_transaction(full: Store, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    run = full._database.run

    def noted(sql: str, values: Sequence[Any] = ()) -> int:
        ran.append(sql.split(maxsplit=1)[0])
        return run(sql, values)

    monkeypatch.setattr(full._database, "run", noted)
    with full.transaction():
        for number in range(9):
            full.journal.append(CodeRevoked(number), at=now, act=bytes(16)[:15] + b"x")
    assert ran == ["BEGIN", "UPDATE", "COMMIT"]
    with full.transaction():
        pass
    assert ran[3:] == ["BEGIN", "COMMIT"], "one without entries leaves the ledger alone"


def test_what_was_rolled_back_after_it_was_read_leaves_no_trace(full: Store, now: datetime) -> None:
    root = full.journal.root()
    for reads in (full.journal.size, full.journal.root, full.journal.verify, lambda: None):
        with suppress(LookupError), full.transaction():
            full.journal.append(KioskStarted("1"), at=now, act=secrets.token_bytes(16))
            reads()
            raise LookupError
        assert (full.journal.size(), full.journal.root()) == (ENTRIES, root)
    with full.transaction():
        assert full.journal.append(KioskStarted("1"), at=now, act=secrets.token_bytes(16)).seq == ENTRIES
    assert full.journal.verify().ok


def test_two_that_write_in_turn_make_one_ledger(store: Store, home: Path, now: datetime) -> None:
    other = Store.open(home)
    for number in range(12):
        one = (store, other)[number % 2]
        with one.transaction():
            for _ in range(number % 3 + 1):
                one.journal.append(CodeRevoked(number), at=now, act=number.to_bytes(16, "big"))
    assert store.journal.verify() == other.journal.verify()
    assert store.journal.verify().ok
    other.close()


def test_a_row_that_is_refused_refuses_the_commit_whoever_hides_the_fault(full: Store, now: datetime) -> None:
    sql = "INSERT INTO journal VALUES (?, 0, x'00', zeroblob(32), zeroblob(16), 99)"
    full._database.run(sql, (ENTRIES,))

    def hides() -> None:
        with full.transaction():
            full.journal.append(KioskStarted("1"), at=now, act=secrets.token_bytes(16))
            with suppress(StoreFault):
                full.journal.size()

    with pytest.raises(StoreFault):
        hides()
    full._database.run("DELETE FROM journal WHERE seq = ?", (ENTRIES,))
    assert full.journal.verify() == Verified(True, ENTRIES, full.journal.root().hex(), None)


def contents(store: Store) -> list[bytes]:
    """What the leaves are the hashes of: salt and body of each entry."""
    found = [store.journal.entry(seq) for seq in range(store.journal.size())]
    return [entry.content for entry in found if entry is not None]


def test_the_root_is_that_of_rfc_6962_over_salts_and_bodies(full: Store) -> None:
    leaves = [leaf_hash(content) for content in contents(full)]
    assert len(leaves) == ENTRIES

    def tree(part: list[bytes]) -> bytes:
        """The definition of RFC 6962 §2.1, word for word."""
        if len(part) == 1:
            return part[0]
        split = 1 << (len(part) - 1).bit_length() - 1
        return hashlib.sha256(b"\x01" + tree(part[:split]) + tree(part[split:])).digest()

    assert full.journal.root() == tree(leaves)
    assert full.journal.verify() == Verified(True, ENTRIES, tree(leaves).hex(), None)


def test_another_program_finds_the_same_root_and_proofs(full: Store) -> None:
    other = InmemoryTree.init_from_entries(contents(full), algorithm="sha256")
    for size in range(1, ENTRIES + 1):
        assert full.journal.root_at(size) == other.get_root(size)
        for seq in range(size):
            theirs = [bytes.fromhex(node) for node in other.prove_inclusion(seq + 1, size).serialize()["path"][1:]]
            assert full.journal.inclusion_proof(seq, size) == theirs


def test_every_entry_and_every_earlier_tree_is_proved(full: Store, now: datetime) -> None:
    with full.transaction():
        for number in range(60):
            full.journal.append(CodeRevoked(number % 7), at=now, act=secrets.token_bytes(16))
            assert full.journal.root_at(full.journal.size()) == full.journal.root(), "also before the commit"
    size, journal = full.journal.size(), full.journal
    assert journal.root_at(0) == Frontier().root()
    for old in range(1, size + 1):
        proof = journal.consistency_proof(old, size)
        assert verify_consistency(old, size, proof, journal.root_at(old), journal.root())
        entry = journal.entry(old - 1)
        assert entry is not None
        assert verify_inclusion(entry.leaf_hash, old - 1, size, journal.inclusion_proof(old - 1, size), journal.root())
    for seq, of in ((size, size), (0, size + 1)):
        with pytest.raises(ValueError, match="no such leaf"):
            journal.inclusion_proof(seq, of)


def test_entries_about_a_subject_are_found_without_reading_others(full: Store, now: datetime) -> None:
    with full.transaction():
        for event in (ParcelReleased(1, 2), ParcelReleased(1, 3), ParcelHandedOver(1, 2, "1", "label")):
            full.journal.append(event, at=now, act=secrets.token_bytes(16))
    found = full.journal.about([of_parcel(2), of_pickup(4), of_parcel(99)])
    assert [(one.seq, type(one.event)) for one in found] == [
        (4, CodeRevoked),
        (11, ParcelReleased),
        (13, ParcelHandedOver),
    ]


# Erasure


def erase(store: Store, at: datetime, *names: str) -> int:
    with store.transaction():
        return store.journal.erase(names, at=at, act=secrets.token_bytes(16))


def test_what_is_erased_cannot_be_read_and_every_proof_still_holds(full: Store, now: datetime) -> None:
    size, root = full.journal.size(), full.journal.root()
    kept, leaves = contents(full), [leaf_hash(content) for content in contents(full)]
    assert erase(full, now, of_pickup(2), of_pickup(5), of_pickup(77)) == 2
    assert [entry.event for entry in full.journal.entries()] == [
        *(CodeRevoked(number) for number in range(ENTRIES) if number not in {2, 5}),
        Erased((2, 5), (1, 1)),
    ]
    assert full.journal.entry(2) is None
    assert full.journal.about([of_pickup(2)]) == []
    for seq in range(size):
        assert verify_inclusion(leaves[seq], seq, size, full.journal.inclusion_proof(seq, size), root)
    found = full.journal.verify([Mark(1, size, root)])
    assert (found.ok, found.entries, found.erased) == (True, size + 1, 2)
    assert kept[2] not in str(list(full._database.rows("SELECT * FROM journal"))).encode()


def test_many_are_erased_in_entries_of_bounded_size(store: Store, now: datetime) -> None:
    many = MOST_ERASED * 2 + 7
    with store.transaction():
        for number in range(many):
            store.journal.append(CodeRevoked(number), at=now, act=bytes(16))
        assert store.journal.erase(map(of_pickup, range(many)), at=now, act=secrets.token_bytes(16)) == many
    assert [len(entry.event.subjects) for entry in store.journal.entries() if isinstance(entry.event, Erased)] == [
        MOST_ERASED,
        MOST_ERASED,
        7,
    ]
    found = store.journal.verify()
    assert (found.ok, found.erased) == (True, many)


def test_a_number_given_again_after_its_erasure_is_another_subject(full: Store, now: datetime) -> None:
    erase(full, now, of_pickup(3))
    with full.transaction():
        full.journal.append(CodeRevoked(3), at=now, act=secrets.token_bytes(16))
    assert [entry.seq for entry in full.journal.about([of_pickup(3)])] == [ENTRIES + 1]
    assert full.journal.verify().ok
    assert erase(full, now, of_pickup(3)) == 1
    assert full.journal.verify().ok


def test_an_erasure_that_is_rolled_back_erased_nothing(full: Store, now: datetime) -> None:
    with suppress(LookupError), full.transaction():
        full.journal.erase([of_pickup(3)], at=now, act=secrets.token_bytes(16))
        raise LookupError
    assert len(full.journal.about([of_pickup(3)])) == 1
    assert full.journal.verify() == Verified(True, ENTRIES, full.journal.root().hex(), None)


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


# Tampering


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
    row = full._database.row("SELECT name, key FROM subjects WHERE first = ?", (seq,))
    assert row is not None
    content, sealed = seal(AESGCM(row[1]), b"{}", about(seq, row[0]), secrets.token_bytes(DRAWN_BYTES))
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
