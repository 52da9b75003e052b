"""What is erased is in no page, no free page and no frame of the log, with all keys that remain; and the ledger still proves the rest."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.desk.forgetting import erase_expired
from kiosk.ledger.events import CodeIssued, Erased, ParcelHandedOver, ParcelReceived, VisitOpened
from kiosk.ledger.merkle import leaf_hash, verify_inclusion
from kiosk.ledger.seal import about, box_of, unseal
from kiosk.ledger.subject import of_parcel, of_pickup
from kiosk.parcel import CodeKind, ParcelState
from kiosk.store import NewParcel, Store
from kiosk.store.database import SETTINGS
from tests.store.pages import found_in, plain_pages

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=31)
DAYS = 30
KEPT = 20
"""Parcels that stay."""


@dataclass(slots=True)
class Lives:
    """Parcels from their taking-in to their handover, and whatever of them must be found nowhere later."""

    needles: set[bytes] = field(default_factory=set)
    contents: list[bytes] = field(default_factory=list)
    parcels: list[int] = field(default_factory=list)


def handed_over(store: Store, number: int, at: datetime) -> Lives:
    """So many parcels taken in with codes and hints, fetched in a visit each."""
    lives = Lives()
    for _ in range(number):
        text, hint, token = secrets.token_hex(10).upper(), _hint(), f"HK1:{secrets.token_hex(13).upper()}"
        typed = f"{secrets.randbelow(10**10):010}"
        with store.transaction():
            new = NewParcel(Waybill(text, WaybillKind.GENERAL), ParcelState.WAITING, place="B-12", hint=hint)
            (parcel,) = store.parcels.add_each([new], at)
            codes = {CodeKind.TOKEN: token, CodeKind.TYPED: typed}
            pickup = store.pickups.make([parcel], codes=codes, at=at)
            store.outbox.put([parcel], pickup, typed, at)
            visit = store.visits.open(pickup, "1", at)
            events = (
                ParcelReceived(parcel, "B-12"),
                CodeIssued(pickup, (parcel,), ("token", "typed")),
                VisitOpened(visit, pickup, "1", "token"),
                ParcelHandedOver(visit, parcel, "1", "label"),
            )
            act = secrets.token_bytes(16)
            entries = [store.journal.append(event, at=at, act=act) for event in events]
        with store.transaction():
            store.parcels.change(parcel, ParcelState.HANDED_OVER, at)
            store.visits.close(visit, at)
            store.outbox.told_carrier(store.outbox.departures())
        digests = [store.keys.digest(kind, code) for kind, code in (("waybill", text), *codes.items())]
        lives.contents += [entry.content for entry in entries]
        lives.needles |= {text.encode(), hint.encode(), token.encode(), typed.encode(), *digests}
        lives.needles |= {entry.content[:16] for entry in entries}
        lives.parcels.append(parcel)
        names = (of_parcel(parcel), of_pickup(pickup))
        keys = store._database.rows("SELECT key FROM subjects WHERE name IN (?, ?)", names)
        lives.needles |= {key for (key,) in keys}
    return lives


def _hint() -> str:
    """Four characters that take twelve bytes, so that a search for them finds nothing by chance."""
    return "".join(chr(0x4E00 + secrets.randbelow(20_000)) for _ in range(4))


def pages(store: Store, home: Path) -> Iterator[bytes]:
    return plain_pages(home / "store.db", store._database.key)


def erase_all(store: Store, at: datetime) -> int:
    return sum(erase_expired(store, at, DAYS))


@pytest.mark.parametrize("number", [200, pytest.param(10_000, marks=pytest.mark.long)])
def test_nothing_of_what_was_erased_is_in_the_file_or_its_log(store: Store, home: Path, number: int) -> None:
    gone = handed_over(store, number, NOW)
    kept = handed_over(store, KEPT, LATER)
    size, root = store.journal.size(), store.journal.root()
    leaves = [leaf_hash(content) for content in (*gone.contents, *kept.contents)]
    proofs = [store.journal.inclusion_proof(seq, size) for seq in range(size)]
    plain = {text for text in gone.needles if text.isascii() or len(text) == 12}
    assert plain & found_in(pages(store, home), gone.needles), "before the sweep the log still tells of it"

    assert erase_all(store, LATER) == number
    assert found_in(pages(store, home), gone.needles) == set()
    store.close()
    again = Store.open(home)
    assert found_in(pages(again, home), gone.needles) == set()
    assert found_in(pages(again, home), kept.needles), "the search finds what is there"
    assert again.parcels.count() == again.pickups.count() == KEPT
    assert again._database.rows("SELECT count(*) FROM visits") == [(KEPT,)]
    assert _unsealed(again) == set(kept.contents)
    assert again.journal.verify().ok
    for seq, (leaf, proof) in enumerate(zip(leaves, proofs, strict=True)):
        assert verify_inclusion(leaf, seq, size, proof, root)
        assert again.journal.inclusion_proof(seq, size) == proof
    assert again.journal.root_at(size) == root
    again.close()


def test_the_search_is_red_without_secure_delete(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SETTINGS, "secure_delete", "OFF")
    store = Store.create(home)
    gone = handed_over(store, 200, NOW)
    assert erase_all(store, LATER) == 200
    assert len(found_in(pages(store, home), gone.needles)) > 100
    store.close()


def test_the_search_is_red_without_the_sweep(store: Store, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = handed_over(store, 20, NOW)
    monkeypatch.setattr(Store, "sweep", lambda _: False)
    erase_all(store, LATER)
    assert len(found_in(pages(store, home), gone.needles)) > 20


def test_each_erasure_is_an_entry_and_its_events_are_gone(store: Store) -> None:
    gone = handed_over(store, 3, NOW)
    assert erase_all(store, LATER - timedelta(days=2)) == 0
    assert erase_all(store, LATER) == 3
    (entry,) = store.journal.entries()
    assert isinstance(entry.event, Erased)
    assert len(entry.event.subjects) == 6, "three parcels, three pickups"
    assert not store.journal.about([*map(of_parcel, gone.parcels)])
    assert store.journal.verify().erased == 12
    assert erase_all(store, LATER) == 0
    assert store.journal.size() == 13


def test_a_code_for_several_parcels_stays_until_the_last_of_them_is_erased(store: Store) -> None:
    with store.transaction():
        first, second = store.parcels.add_each(
            [
                NewParcel(Waybill(f"LOT{number}LOT{number}", WaybillKind.GENERAL), ParcelState.WAITING)
                for number in (1, 2)
            ],
            NOW,
        )
        store.pickups.make([first, second], codes={CodeKind.TOKEN: "HK1:X"}, at=NOW)
    store.parcels.change(first, ParcelState.HANDED_OVER, NOW)
    assert erase_all(store, LATER) == 1
    pickup = store.pickups.find(CodeKind.TOKEN, "HK1:X")
    assert pickup is not None
    assert [parcel.id for parcel in pickup.parcels] == [second]
    store.parcels.change(second, ParcelState.RETURNED, LATER)
    assert erase_all(store, LATER + timedelta(days=31)) == 1
    assert store.pickups.find(CodeKind.TOKEN, "HK1:X") is None


def test_what_refers_to_a_parcel_a_pickup_or_a_visit_says_so_to_the_store(store: Store) -> None:
    """Erasing follows the foreign keys, so a table without one would keep what it knows."""
    database = store._database
    for (table,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        columns = {name for _, name, *_ in database.rows(f"PRAGMA table_info({table})")}
        keys = {row[3] for row in database.rows(f"PRAGMA foreign_key_list({table})")}
        assert columns & {"parcel", "pickup", "visit"} <= keys, table


def _unsealed(store: Store) -> set[bytes]:
    """What all keys that remain make of all entries, whatever seat and subject they claim; the entries of erasure left out."""
    subjects = store._database.rows("SELECT name, key FROM subjects WHERE name <> 'ledger'")
    ring_key, found = store.keys.digest("ledger", "seal"), set()
    boxes = [(name, box_of(key, ring_key)) for name, key in subjects]
    for seq, act, part, sealed in store._database.rows("SELECT seq, act, part, sealed FROM journal"):
        for name, box in boxes:
            try:
                found.add(unseal(box, sealed, about(seq, name, act, part)))
            except ValueError:
                continue
    return found
