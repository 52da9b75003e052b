"""Pickups: a code finds its parcels, whatever became of them."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from kiosk.errors import CodeFault, StoreFault
from kiosk.parcel import CodeKind, Parcel, ParcelState
from kiosk.store import Store

Take = Callable[..., Parcel]


def test_each_of_its_codes_finds_a_pickup_and_no_other_kind_does(store: Store, take: Take, now: datetime) -> None:
    one, two = take(1), take(2)
    codes = {CodeKind.TOKEN: "HK1:SEVERAL", CodeKind.TYPED: "4821936075", CodeKind.CARRIER: "ABC-1"}
    with store.transaction():
        pickup = store.pickups.make([two.id, one.id], codes=codes, at=now)
    for kind, text in codes.items():
        found = store.pickups.find(kind, text)
        assert found == store.pickups.get(pickup)
        assert found is not None
        assert (found.parcels, found.revoked_at) == ((one, two), None)
        for other in set(CodeKind) - {kind}:
            assert store.pickups.find(other, text) is None
    assert store.pickups.find(CodeKind.TOKEN, "HK1:NOTOURS") is None
    assert [each.id for each in store.pickups.for_parcel(one.id)] == [1, pickup]
    assert store.pickups.count() == 3


def test_a_used_code_still_says_when(store: Store, take: Take, now: datetime) -> None:
    parcel = take(1)
    store.parcels.change(parcel.id, ParcelState.HANDED_OVER, now + timedelta(minutes=3))
    found = store.pickups.find(CodeKind.TYPED, "0000000001")
    assert found is not None
    assert found.parcels[0].state is ParcelState.HANDED_OVER
    assert found.parcels[0].since == now + timedelta(minutes=3)


def test_a_revoked_pickup_is_found_with_its_moment(store: Store, take: Take, now: datetime) -> None:
    take(1)
    assert store.pickups.revoke(1, now)
    assert not store.pickups.revoke(1, now + timedelta(hours=1))
    found = store.pickups.find(CodeKind.TYPED, "0000000001")
    assert found is not None
    assert found.revoked_at == now


def test_a_code_in_use_is_not_given_twice(store: Store, take: Take, now: datetime) -> None:
    first, second = take(1), take(2)
    with pytest.raises(CodeFault, match="Make a new code") as caught, store.transaction():
        store.pickups.make([second.id], codes={CodeKind.TYPED: "0000000001"}, at=now)
    assert "0000000001" not in caught.value.sentence
    found = store.pickups.find(CodeKind.TYPED, "0000000001")
    assert found is not None
    assert found.parcels == (first,)
    assert store.pickups.count() == 2, "nothing of the refused one stays"


@pytest.mark.parametrize("over", ["revoked", "handed_over", "returned"])
def test_a_carrier_may_use_a_code_again_once_it_is_over(store: Store, take: Take, now: datetime, over: str) -> None:
    first, second = take(1), take(2)
    with store.transaction():
        old = store.pickups.make([first.id], codes={CodeKind.CARRIER: "1234"}, at=now)
    if over == "revoked":
        store.pickups.revoke(old, now)
    else:
        store.parcels.change(first.id, ParcelState(over), now)
    with store.transaction():
        new = store.pickups.make([second.id], codes={CodeKind.CARRIER: "1234"}, at=now)
    found = store.pickups.find(CodeKind.CARRIER, "1234")
    assert found is not None
    assert (found.id, found.parcels) == (new, (second,))


def test_parcels_join_a_pickup(store: Store, take: Take) -> None:
    one, two = take(1), take(2)
    for _ in range(2):
        with store.transaction():
            store.pickups.join(1, [two.id])
    assert store.pickups.get(1).parcels == (one, two)


def test_a_pickup_is_made_whole_or_not_at_all(store: Store, take: Take, now: datetime) -> None:
    parcel = take(1)
    with pytest.raises(RuntimeError, match="transaction"):
        store.pickups.make([parcel.id], codes={CodeKind.TOKEN: "HK1:X"}, at=now)
    with pytest.raises(StoreFault), store.transaction():
        store.pickups.make([parcel.id, 999], codes={CodeKind.TOKEN: "HK1:X"}, at=now)
    assert store.pickups.find(CodeKind.TOKEN, "HK1:X") is None
    assert store.pickups.count() == 1
    with pytest.raises(StoreFault, match="no such pickup"):
        store.pickups.get(99)
    with pytest.raises(StoreFault, match="no such pickup"):
        store.pickups.revoke(99, now)


def test_one_lookup_uses_the_index(store: Store) -> None:
    plan = store._database.rows(
        "EXPLAIN QUERY PLAN SELECT pickups.id FROM codes JOIN pickups ON pickups.id = codes.pickup"
        " WHERE codes.digest = x'00' AND codes.kind = 'token'"
    )
    assert all("SEARCH" in row[-1] for row in plan), plan
