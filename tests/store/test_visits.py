"""Visits, and the attempts of a keypad."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.errors import StoreFault
from kiosk.parcel import Parcel
from kiosk.store import Attempts, Store, Visit

Take = Callable[..., Parcel]


def opened(store: Store, pickup: int, station: str, at: datetime) -> int:
    with store.transaction():
        return store.visits.open(pickup, station, at)


def test_a_pickup_has_one_open_visit_wherever_it_is_shown(store: Store, take: Take, now: datetime) -> None:
    take(1)
    visit = opened(store, 1, "1", now)
    assert opened(store, 1, "2", now + timedelta(minutes=1)) == visit
    assert store.visits.get(visit) == store.visits.open_for_pickup(1) == Visit(visit, (1,), "1", now)
    assert store.visits.close(visit, now + timedelta(minutes=2))
    assert not store.visits.close(visit, now + timedelta(minutes=3))
    assert store.visits.get(visit).closed_at == now + timedelta(minutes=2)
    assert store.visits.open_for_pickup(1) is None
    assert opened(store, 1, "2", now) != visit


def test_several_pickups_in_one_visit(store: Store, take: Take, now: datetime) -> None:
    take(1), take(2)
    visit = opened(store, 1, "1", now)
    for _ in range(2):
        with store.transaction():
            store.visits.join(visit, 2)
    assert store.visits.get(visit).pickups == (1, 2)
    assert opened(store, 2, "1", now) == visit
    with pytest.raises(RuntimeError, match="transaction"):
        store.visits.join(visit, 2)


def test_open_visits_oldest_first_and_those_overdue(store: Store, take: Take, now: datetime) -> None:
    for number in (1, 2, 3):
        take(number)
    late = opened(store, 2, "1", now + timedelta(minutes=20))
    first = opened(store, 1, "1", now)
    over = opened(store, 3, "2", now)
    store.visits.close(over, now)
    assert [visit.id for visit in store.visits.open_visits()] == [first, late]
    assert [visit.id for visit in store.visits.overdue(now + timedelta(minutes=15))] == [first]
    assert store.visits.overdue(now) == []


def test_a_visit_that_is_not_there_is_a_fault(store: Store, now: datetime) -> None:
    with pytest.raises(StoreFault, match="no such visit"):
        store.visits.get(5)
    with pytest.raises(StoreFault, match="no such visit"):
        store.visits.close(5, now)
    with pytest.raises(StoreFault), store.transaction():
        store.visits.open(5, "1", now)


def test_a_lockout_outlives_a_restart(store: Store, home: Path, now: datetime) -> None:
    assert store.attempts.load("1") is None
    kept = Attempts(wrong=4, day=now.date(), locked_seconds=59.5, boot_id="a-b", boottime=1234.25)
    store.attempts.save("1", Attempts(3, now.date(), 0.0, "a-b", 1200.0))
    store.attempts.save("1", kept)
    store.attempts.save("2", Attempts(1, now.date(), 0.0, "", 0.0))
    store.close()
    again = Store.open(home)
    assert again.attempts.load("1") == kept
    again.close()
