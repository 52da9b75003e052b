"""The journal: entries stand with their decision, and no row changes unseen."""

import hashlib
import secrets
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import StoreDamaged, StoreFault
from kiosk.ledger.events import CodeRevoked, KioskStarted, ParcelHandedOver, ParcelReleased
from kiosk.ledger.merkle import Frontier, leaf_hash
from kiosk.store import Store, Verified
from kiosk.store.journal import MOST_HELD, _own_seq

ENTRIES = 11


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
    sql = "INSERT INTO journal VALUES (?, x'00', zeroblob(32), zeroblob(16), 99)"
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


def test_the_root_is_that_of_rfc_6962_over_the_bodies(full: Store) -> None:
    bodies = [row[0] for row in full._database.rows("SELECT body FROM journal ORDER BY seq")]
    leaves = [leaf_hash(body) for body in bodies]

    def tree(part: list[bytes]) -> bytes:
        """The definition of RFC 6962 §2.1, word for word."""
        if len(part) == 1:
            return part[0]
        split = 1 << (len(part) - 1).bit_length() - 1
        return hashlib.sha256(b"\x01" + tree(part[:split]) + tree(part[split:])).digest()

    assert full.journal.root() == tree(leaves)
    assert full.journal.verify() == Verified(True, ENTRIES, tree(leaves).hex(), None)


def tamper(store: Store, *statements: str, **values: object) -> Verified:
    """What someone with the key does behind the kiosk's back, and what `verify` says of it."""
    for statement in statements:
        store._database._db.execute(statement, values)
    return store.journal.verify()


def edited(store: Store, seq: int) -> bytes:
    """The body of an entry as another that might have been written: it names another kiosk."""
    row = store._database.row("SELECT body FROM journal WHERE seq = ?", (seq,))
    assert row is not None
    body: bytes = row[0].replace(b'"kiosk":"1"', b'"kiosk":"2"')
    assert body != row[0]
    return body


@pytest.mark.parametrize("seq", range(ENTRIES))
def test_an_edited_body_is_named(full: Store, seq: int) -> None:
    found = tamper(full, "UPDATE journal SET body = :body WHERE seq = :seq", body=edited(full, seq), seq=seq)
    assert (found.ok, found.first_bad) == (False, seq)


@pytest.mark.parametrize("seq", range(ENTRIES))
def test_an_edited_leaf_hash_is_named(full: Store, seq: int) -> None:
    found = tamper(full, "UPDATE journal SET leaf_hash = zeroblob(32) WHERE seq = :seq", seq=seq)
    assert (found.ok, found.first_bad) == (False, seq)


@pytest.mark.parametrize("seq", range(ENTRIES))
def test_an_edited_body_with_its_leaf_hash_is_found(full: Store, seq: int) -> None:
    body = edited(full, seq)
    sql = "UPDATE journal SET body = :body, leaf_hash = :leaf WHERE seq = :seq"
    found = tamper(full, sql, body=body, leaf=leaf_hash(body), seq=seq)
    subtree = 0 if seq < 8 else 8 if seq < 10 else 10
    assert (found.ok, found.first_bad) == (False, subtree), "the first entry under the peak that differs"


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


def test_swapped_rows_are_named(full: Store) -> None:
    found = tamper(
        full,
        "UPDATE journal SET seq = 99 WHERE seq = 3",
        "UPDATE journal SET seq = 3 WHERE seq = 7",
        "UPDATE journal SET seq = 7 WHERE seq = 99",
    )
    assert (found.ok, found.first_bad) == (False, 3)


@pytest.mark.parametrize("left", [0, 1, 7, 8, 10])
def test_a_cut_off_end_is_named(full: Store, left: int) -> None:
    found = tamper(full, "DELETE FROM journal WHERE seq >= :left", left=left)
    assert (found.ok, found.first_bad, found.entries) == (False, left, left)


def test_an_added_row_is_named(full: Store) -> None:
    body = next(iter(full._database.rows("SELECT body FROM journal WHERE seq = 10")))[0].replace(
        b'"seq":10', b'"seq":11'
    )
    sql = "INSERT INTO journal VALUES (11, :body, :leaf, randomblob(16), 0)"
    found = tamper(full, sql, body=body, leaf=leaf_hash(body))
    assert (found.ok, found.first_bad) == (False, 11)


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


@given(body=st.binary(max_size=60) | st.sampled_from([b"null", b"[]", b"{}", b"3", b'{"event":"CodeRevoked"}']))
def test_a_body_of_any_bytes_is_named_and_never_raises(body: bytes) -> None:
    assert _own_seq(body) is None or isinstance(_own_seq(body), int)
