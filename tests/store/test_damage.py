"""Bytes that are not what was written: a sentence, or the right answer; never a wrong one."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.errors import StoreDamaged, StoreFault, WrongKey
from kiosk.parcel import CodeKind, Parcel, ParcelState
from kiosk.store import Store

Take = Callable[..., Parcel]
PAGE = 4096
PARCELS = 12


def answers(store: Store) -> list[object]:
    """Everything that the store can be asked."""
    found: list[object] = [store.journal.verify(), store.parcels.count_by_state(), store.visits.open_visits()]
    found += list(store.journal.entries())
    found += list(store.parcels.all())
    found += [store.parcels.by_waybill(f"WAYBILL{number:06d}") for number in range(PARCELS)]
    found += [store.pickups.find(CodeKind.TOKEN, f"HK1:TOKEN{number:06d}") for number in range(PARCELS)]
    found += [store.pickups.find(CodeKind.TYPED, f"{number:010d}") for number in range(PARCELS)]
    return found


def asked(home: Path) -> list[object]:
    store = Store.open(home)
    try:
        return answers(store)
    finally:
        store.close()


@pytest.fixture
def full(store: Store, take: Take, now: datetime) -> Store:
    for number in range(PARCELS):
        take(number)
    store.parcels.change(1, ParcelState.HANDED_OVER, now)
    with store.transaction():
        store.visits.open(2, "1", now)
    return store


def test_a_flipped_byte_in_any_part_of_any_page_is_found(full: Store, home: Path) -> None:
    right = answers(full)
    full.close()
    path = home / "store.db"
    whole = path.read_bytes()
    found = 0
    for page in range(len(whole) // PAGE):
        for within in (3, 100, 2_000, PAGE - 70, PAGE - 10):  # salt or content, vector, authentication code
            at = page * PAGE + within
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
            try:
                assert asked(home) == right, at
            except (StoreDamaged, WrongKey):
                found += 1
    assert found >= len(whole) // PAGE * 4, "only bytes that nobody reads may go unfound"
    path.write_bytes(whole)
    assert asked(home) == right


@pytest.mark.parametrize("left", [1, 15, 16, 100, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE, -PAGE, -1])
def test_a_file_cut_short_is_found(full: Store, home: Path, left: int) -> None:
    full.close()
    path = home / "store.db"
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(StoreFault):
        asked(home)


def test_pages_in_each_others_place_are_found(full: Store, home: Path) -> None:
    full.close()
    path = home / "store.db"
    whole = path.read_bytes()
    path.write_bytes(whole[: 2 * PAGE] + whole[3 * PAGE : 4 * PAGE] + whole[2 * PAGE : 3 * PAGE] + whole[4 * PAGE :])
    with pytest.raises(StoreDamaged):
        asked(home)


@pytest.fixture
def stages(store: Store, home: Path, take: Take, tmp_path: Path) -> tuple[Path, list[list[object]]]:
    """A copy of a home whose last acts are in the write-ahead log alone, and what was right after each of them."""
    take(0)
    store.reopen()  # moves the log into the file
    right = [answers(store)]
    for number in range(1, 4):
        take(number)
        right.append(answers(store))
    copy = tmp_path / "copy"
    shutil.copytree(home, copy)
    (copy / "store.db-shm").unlink()
    return copy, right


def test_a_log_that_a_power_cut_left_is_read_whole(stages: tuple[Path, list[list[object]]]) -> None:
    home, right = stages
    assert asked(home) == right[-1]


def test_a_damaged_log_gives_an_earlier_moment_whole_or_a_sentence(stages: tuple[Path, list[list[object]]]) -> None:
    home, right = stages
    whole, main = (home / "store.db-wal").read_bytes(), (home / "store.db").read_bytes()
    for at in range(5, len(whole), len(whole) // 40):
        for changed in (whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :], whole[:at]):
            (home / "store.db").write_bytes(main)
            (home / "store.db-wal").write_bytes(changed)
            (home / "store.db-shm").unlink(missing_ok=True)
            with suppress(StoreDamaged, WrongKey):
                assert asked(home) in right, at


def test_a_deleted_log_gives_an_earlier_moment_whole(stages: tuple[Path, list[list[object]]]) -> None:
    home, right = stages
    (home / "store.db-wal").unlink()
    assert asked(home) == right[0]
