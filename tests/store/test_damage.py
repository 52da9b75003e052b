"""Bytes that are not what was written: a sentence, or the right answer; never a wrong one."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.errors import StoreDamaged, StoreFault, StoreMissing, WrongKey
from kiosk.ledger.events import CodeRevoked
from kiosk.parcel import CodeKind, Parcel, ParcelState
from kiosk.store import Store

Take = Callable[..., Parcel]
PAGE = 4096
NOW = datetime(2026, 3, 2, tzinfo=UTC)
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
        found = answers(store)
        store.check()
        return found
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


def test_a_damaged_log_gives_all_that_was_acknowledged_or_a_sentence(stages: tuple[Path, list[list[object]]]) -> None:
    home, right = stages
    whole, main = (home / "store.db-wal").read_bytes(), (home / "store.db").read_bytes()
    for at in range(5, len(whole), len(whole) // 40):
        for changed in (whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :], whole[:at]):
            (home / "store.db").write_bytes(main)
            (home / "store.db-wal").write_bytes(changed)
            (home / "store.db-shm").unlink(missing_ok=True)
            with suppress(StoreDamaged, WrongKey):
                assert asked(home) == right[-1], at


def test_a_deleted_log_is_missed(stages: tuple[Path, list[list[object]]]) -> None:
    home, right = stages
    (home / "store.db-wal").unlink()
    with pytest.raises(StoreDamaged, match="put the log back"):
        asked(home)
    (home / "store.db-acknowledged").unlink()
    assert asked(home) == right[0], "who goes on without it gets an earlier moment, whole"


@pytest.mark.parametrize("content", [b"", b"\0" * 40, b"\xff" * 40, b"no note at all" * 9])
def test_a_note_that_is_none_says_nothing(stages: tuple[Path, list[list[object]]], content: bytes) -> None:
    home, right = stages
    (home / "store.db-acknowledged").write_bytes(content)
    assert asked(home) == right[-1]


def test_the_note_of_another_store_says_nothing(stages: tuple[Path, list[list[object]]], tmp_path: Path) -> None:
    home, right = stages
    other = Store.create(tmp_path / "other")
    with other.transaction():
        for number in range(100):
            other.journal.append(CodeRevoked(number), at=NOW, act=bytes(16))
    other.close()
    shutil.copy(tmp_path / "other" / "store.db-acknowledged", home)
    assert asked(home) == right[-1]


def test_a_log_that_is_deleted_under_an_open_store_is_missed_and_saved(full: Store, home: Path, now: datetime) -> None:
    right = answers(full)
    (home / "store.db-wal").unlink()
    with pytest.raises(StoreMissing), full.transaction():
        full.parcels.change(2, ParcelState.HANDED_OVER, now)
    full.reopen()
    assert answers(full) == right
    with full.transaction():
        full.parcels.change(2, ParcelState.HANDED_OVER, now)
    assert answers(full) != right


def test_damage_that_nobody_has_read_is_found_in_the_background(full: Store, home: Path) -> None:
    row = full._database.row("SELECT rootpage FROM sqlite_master WHERE name = 'attempts'")  # opening reads none of it
    assert row is not None
    full.close()
    path = home / "store.db"
    whole = path.read_bytes()
    at = (row[0] - 1) * PAGE + 5
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    store = Store.open(home)
    examination = store.examination()
    examination.start()
    examination.wait()
    assert isinstance(examination.fault, StoreDamaged)
    store.close()


def test_an_examination_finds_nothing_while_others_write_and_ends_when_told(full: Store, take: Take) -> None:
    examinations = [full.examination() for _ in range(5)]
    for number, examination in enumerate(examinations):
        examination.start()
        while not examination.is_over():
            take(1_000 + full.parcels.count())
            full.sweep()
            if number == 4:
                examination.stop()
        assert examination.fault is None
