"""What the store's tests share: a real encrypted store in a folder of its own."""

import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.ledger.events import CodeRevoked, ParcelReceived
from kiosk.parcel import CodeKind, Parcel, ParcelState
from kiosk.store import Store
from tests.homes import copy_store

NOW = datetime(2026, 3, 2, 9, 30, 0, 123456, tzinfo=UTC)

Take = Callable[..., Parcel]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    made = copy_store(home)
    yield made
    made.close()


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def take(store: Store) -> Take:
    """Takes a parcel in, with a pickup for its number's codes and an entry, as the desk does: one transaction."""

    def take_in(number: int, hint: str | None = None) -> Parcel:
        waybill = Waybill(f"WAYBILL{number:06d}", WaybillKind.GENERAL)
        with store.transaction():
            parcel = store.parcels.add(waybill, place="B-12", state=ParcelState.WAITING, hint=hint, at=NOW)
            codes = {CodeKind.TOKEN: f"HK1:TOKEN{number:06d}", CodeKind.TYPED: f"{number:010d}"}
            store.pickups.make([parcel.id], codes=codes, at=NOW)
            store.journal.append(ParcelReceived(parcel.id, "B-12"), at=NOW, act=secrets.token_bytes(16))
        return parcel

    return take_in


ENTRIES = 11


@pytest.fixture
def full(store: Store, now: datetime) -> Store:
    """A ledger of 11 entries (three full subtrees: 8, 2 and 1)."""
    for number in range(ENTRIES):
        with store.transaction():
            store.journal.append(CodeRevoked(number), at=now, act=number.to_bytes(16, "big"))
    return store
