"""The journal: entries stand with their decision, and no row changes unseen."""

import hashlib
import secrets
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pymerkle import InmemoryTree

from kiosk.errors import StoreFault
from kiosk.ledger.events import CodeRevoked, Erased, KioskStarted, ParcelExpected, ParcelHandedOver, ParcelReleased
from kiosk.ledger.merkle import Frontier, leaf_hash, verify_consistency, verify_inclusion
from kiosk.ledger.subject import of_parcel, of_pickup
from kiosk.store import Mark, Store, Verified
from kiosk.store.journal import MOST_ERASED, MOST_HELD

ENTRIES = 11


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
                full.journal.leaf(ENTRIES)  # what is appended is written before it is read

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
            last = full.journal.append(CodeRevoked(number % 7), at=now, act=secrets.token_bytes(16))
            root, proof = full.journal.root(), full.journal.inclusion_proof(last.seq, last.seq + 1)
            assert verify_inclusion(last.leaf_hash, last.seq, last.seq + 1, proof, root), "also before it is written"
            assert full.journal.root_at(full.journal.size()) == root, "also before the commit"
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


def test_subjects_that_are_looked_up_together_keep_their_keys(store: Store, now: datetime) -> None:
    """Some known, some new, some with several entries of one transaction, and more than are held in memory."""
    with store.transaction():
        for parcel in (1, 2):
            store.journal.append(ParcelExpected(parcel), at=now, act=bytes(16))
    with store.transaction():
        store.journal.expect(of_parcel(number) for number in range(1_500))
        for number in range(600):
            store.journal.append(ParcelExpected(number), at=now, act=bytes([1]) * 16)
        store.journal.expect(of_parcel(number) for number in range(1_500))
        store.journal.append_each([ParcelExpected(number) for number in range(1_200)], at=now, act=bytes([1]) * 16)
        store.journal.append_each([ParcelExpected(number) for number in range(600, 1_200)], at=now, act=bytes([1]) * 16)
    rows = store._database.rows("SELECT count(*), count(DISTINCT name) FROM subjects WHERE name LIKE 'parcel-%'")
    assert rows == [(1_200, 1_200)]
    numbers = [entry.event.parcel for entry in store.journal.entries() if isinstance(entry.event, ParcelExpected)]
    assert numbers == [1, 2, *range(600), *range(1_200), *range(600, 1_200)]
    assert store.journal.verify().ok
