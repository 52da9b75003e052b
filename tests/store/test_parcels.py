"""Parcels: found by their waybill, and forgetting it when they leave."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.errors import Duplicate, StoreFault
from kiosk.parcel import GONE, Hold, Leaves, Parcel, ParcelState
from kiosk.store import NewParcel, Store

Take = Callable[..., Parcel]
WAYBILL = Waybill("RR123456785DE", WaybillKind.S10, "post")


def test_a_parcel_comes_back_as_it_was_taken_in(store: Store, now: datetime) -> None:
    made = store.parcels.add(
        WAYBILL, place="B-12-047", state=ParcelState.WAITING, last_day=date(2026, 3, 9), leaves=Leaves.CLERK,
        held=Hold.FRAGILE, hint="0815", at=now,
    )  # fmt: skip
    assert made == store.parcels.get(made.id) == store.parcels.by_waybill(WAYBILL.text)
    assert (made.waybill, made.carrier, made.place, made.hint) == (WAYBILL.text, "post", "B-12-047", "0815")
    assert (made.leaves, made.held, made.last_day, made.since) == (Leaves.CLERK, Hold.FRAGILE, date(2026, 3, 9), now)


@pytest.mark.parametrize("state", [state for state in ParcelState if state not in GONE])
def test_a_waybill_is_here_once(store: Store, now: datetime, state: ParcelState) -> None:
    made = store.parcels.add(WAYBILL, place=None, state=state, at=now)
    with pytest.raises(Duplicate) as caught:
        store.parcels.add(WAYBILL, place="A-1", state=ParcelState.WAITING, at=now)
    assert WAYBILL.text not in caught.value.sentence
    assert [made] == list(store.parcels.all())


def test_many_are_as_if_added_one_by_one(store: Store, now: datetime) -> None:
    store.parcels.add(WAYBILL, place="A-1", state=ParcelState.WAITING, at=now)
    new = [
        NewParcel(Waybill(f"MANY{number:06d}", WaybillKind.GENERAL, "post"), ParcelState.EXPECTED, hint="0815")
        for number in range(1_200)
    ]
    with store.transaction():
        assert store.parcels.here([WAYBILL.text, *(one.waybill.text for one in new)]) == {WAYBILL.text}
        ids = store.parcels.add_each(new, now)
        assert not store.parcels.add_each([], now)
    assert list(ids) == list(range(2, 1_202))
    for id_, one in zip(ids, new, strict=True):
        found = store.parcels.get(id_)
        assert found == store.parcels.by_waybill(one.waybill.text)
        assert (found.state, found.carrier, found.hint, found.since) == (ParcelState.EXPECTED, "post", "0815", now)
    store.parcels.change(2, ParcelState.HANDED_OVER, now)
    assert store.parcels.here(["MANY000000", "MANY000001", "MANY999999"]) == {"MANY000001"}
    with store.transaction():
        assert list(store.parcels.add_each(new[:1], now)) == [1_202], "one that is gone may come again"


def test_many_with_one_that_is_here_are_not_added_at_all(store: Store, now: datetime) -> None:
    new = [NewParcel(WAYBILL, ParcelState.EXPECTED), NewParcel(WAYBILL, ParcelState.EXPECTED)]
    with pytest.raises(StoreFault), store.transaction():
        store.parcels.add_each(new, now)
    assert store.parcels.count() == 0
    with pytest.raises(RuntimeError, match="transaction"):
        store.parcels.add_each(new[:1], now)


@pytest.mark.parametrize(("column", "value"), [("state", "lost"), ("state", ""), ("leaves", "window"), ("leaves", "")])
def test_the_schema_takes_no_other_word(store: Store, take: Take, column: str, value: str) -> None:
    parcel = take(1)
    with pytest.raises(StoreFault, match="rule of the store"):
        store._database.run(f"UPDATE parcels SET {column} = ?", (value,))  # noqa: S608  # names of the test's own
    assert store.parcels.get(parcel.id) == parcel


@pytest.mark.parametrize("gone", sorted(GONE))
def test_a_waybill_may_come_again_after_it_left(store: Store, now: datetime, gone: ParcelState) -> None:
    first = store.parcels.add(WAYBILL, place="A-1", state=ParcelState.WAITING, at=now)
    store.parcels.change(first.id, gone, now)
    found = store.parcels.by_waybill(WAYBILL.text)
    assert found is not None
    assert (found.id, found.state) == (first.id, gone)
    second = store.parcels.add(WAYBILL, place="A-2", state=ParcelState.WAITING, at=now)
    assert store.parcels.by_waybill(WAYBILL.text) == second, "the live one first"
    with pytest.raises(Duplicate):
        store.parcels.change(first.id, ParcelState.WAITING, now)
    store.parcels.change(second.id, gone, now)
    assert store.parcels.by_waybill(WAYBILL.text) == store.parcels.get(second.id), "then the latest that is gone"


def test_what_goes_at_a_handover_goes_with_it(store: Store, take: Take, now: datetime) -> None:
    parcel = take(1, hint="0815")
    later = now + timedelta(minutes=5)
    assert store.parcels.change(parcel.id, ParcelState.HANDED_OVER, later)
    gone = store.parcels.get(parcel.id)
    assert (gone.waybill, gone.hint, gone.place, gone.since) == (None, None, "B-12", later)
    assert store._database.row("SELECT count(*) FROM parcels WHERE waybill IS NOT NULL OR hint IS NOT NULL") == (0,)
    assert not store.parcels.change(parcel.id, ParcelState.HANDED_OVER, later + timedelta(hours=1))
    assert store.parcels.get(parcel.id).since == later, "handed over once"


def test_the_schema_itself_forbids_a_handed_over_parcel_with_its_waybill(store: Store, take: Take) -> None:
    parcel = take(1, hint="0815")
    for left in ("waybill = NULL", "hint = NULL"):
        with pytest.raises(StoreFault):
            store._database.run(f"UPDATE parcels SET state = 'handed_over', {left} WHERE id = ?", (parcel.id,))  # noqa: S608  # two texts of our own


def test_a_returned_parcel_keeps_its_waybill_for_the_carriers_file(store: Store, take: Take, now: datetime) -> None:
    parcel = take(1, hint="0815")
    store.parcels.change(parcel.id, ParcelState.RETURNED, now)
    gone = store.parcels.get(parcel.id)
    assert (gone.waybill, gone.hint) == (parcel.waybill, None)


def test_a_hint_has_four_characters_at_most(store: Store, now: datetime) -> None:
    with pytest.raises(StoreFault) as caught:
        store.parcels.add(WAYBILL, place=None, state=ParcelState.EXPECTED, hint="60815", at=now)
    assert not isinstance(caught.value, Duplicate)
    assert "60815" not in caught.value.sentence
    assert store.parcels.count() == 0


def test_the_end_of_a_waybill_finds_only_among_those_asked(store: Store, take: Take, now: datetime) -> None:
    one, two, other = take(123456), take(223456), take(323457)
    every = {one.id, two.id, other.id}
    assert store.parcels.ending("123456", every) == [one]
    assert store.parcels.ending("23456", every) == [one, two]
    assert store.parcels.ending("23456", [two.id]) == [two]
    assert store.parcels.ending("123456", []) == []
    assert store.parcels.ending("", every) == []
    assert store.parcels.ending("%", every) == []
    store.parcels.change(one.id, ParcelState.HANDED_OVER, now)
    assert store.parcels.ending("123456", every) == []


def test_receiving_and_moving(store: Store, now: datetime) -> None:
    parcel = store.parcels.add(WAYBILL, place=None, state=ParcelState.EXPECTED, at=now)
    later = now + timedelta(hours=1)
    store.parcels.receive(parcel.id, "C-3", later)
    received = store.parcels.get(parcel.id)
    assert (received.state, received.place, received.since) == (ParcelState.WAITING, "C-3", later)
    store.parcels.receive(parcel.id, "C-4", later + timedelta(hours=1))
    assert store.parcels.get(parcel.id).since == later, "it has waited since it came"
    store.parcels.move(parcel.id, "D-5", later)
    store.parcels.set_held(parcel.id, Hold.ASKED)
    found = store.parcels.get(parcel.id)
    assert (found.place, found.held) == ("D-5", Hold.ASKED)
    store.parcels.set_held(parcel.id, None)
    assert store.parcels.get(parcel.id).held is None
    store.parcels.change(parcel.id, ParcelState.HANDED_OVER, later)
    with pytest.raises(StoreFault):
        store.parcels.receive(parcel.id, "C-5", later)


def test_a_parcel_that_is_not_there_is_a_fault(store: Store, now: datetime) -> None:
    assert store.parcels.by_waybill("RR123456785DE") is None
    for ask in (
        lambda: store.parcels.get(7),
        lambda: store.parcels.change(7, ParcelState.WAITING, now),
        lambda: store.parcels.receive(7, "A-1", now),
        lambda: store.parcels.move(7, "A-1", now),
        lambda: store.parcels.set_held(7, None),
    ):
        with pytest.raises(StoreFault, match="no such parcel"):
            ask()


def test_lists_count_and_stream_in_pages(store: Store, now: datetime) -> None:
    with store.transaction():
        for number in range(1_234):
            state = ParcelState.EXPECTED if number % 3 else ParcelState.WAITING
            store.parcels.add(Waybill(f"WAYBILL{number}", WaybillKind.GENERAL), place=None, state=state, at=now)
    assert store.parcels.count() == 1_234
    counts = store.parcels.count_by_state()
    assert (counts[ParcelState.WAITING], counts[ParcelState.EXPECTED], sum(counts.values())) == (412, 822, 1_234)
    assert set(counts) == set(ParcelState)
    ids = [parcel.id for parcel in store.parcels.all()]
    assert ids == sorted(set(ids))
    assert len(ids) == 1_234
    assert sum(1 for _ in store.parcels.all(ParcelState.WAITING)) == 412
    assert list(store.parcels.all(ParcelState.MISSING)) == []


def test_a_list_may_be_changed_while_it_is_walked(store: Store, take: Take, now: datetime) -> None:
    for number in range(3):
        take(number)
    for parcel in store.parcels.all():
        with store.transaction():
            store.parcels.change(parcel.id, ParcelState.HANDED_OVER, now)
    assert store.parcels.count_by_state()[ParcelState.HANDED_OVER] == 3
