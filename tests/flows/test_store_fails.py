"""The store fails under a serving station: it says so, does nothing by halves, and comes back by itself."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.desk.faults import STORE_BUSY, STORE_DAMAGED, STORE_FAILS
from kiosk.desk.shown import OutOfOrder, Tap
from kiosk.ledger import events
from kiosk.parcel import ParcelState
from kiosk.store import opened
from tests.flows.depot import SmallDepot, name

MINE = "PARCEL0001"


@contextmanager
def disk_full(home: Path) -> Iterator[None]:
    """No file of this process may grow beyond the store's log as it stands: the next write to it fails, truly."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((home / "store.db-wal").stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_hands_nothing_out_and_is_mended_by_itself(depot: SmallDepot, tmp_path: Path) -> None:
    token = depot.takes_in(MINE)
    with disk_full(tmp_path / "home"):
        assert depot.shows(token) == OutOfOrder(STORE_FAILS, "Ring the bell.")
        assert name(depot.taps(Tap.TYPE_A_CODE)) == "out of order"
        assert name(depot.shows(token)) == "out of order"
    assert depot.state_of(MINE) is ParcelState.WAITING
    assert depot.events(events.VisitOpened) == []

    assert name(depot.waits(6)) == "ready"
    assert name(depot.shows(token)) == "found"
    assert name(depot.scans(MINE)) == "done"


def test_a_disk_that_fills_up_before_the_label_check_keeps_the_parcel_released(
    depot: SmallDepot, tmp_path: Path
) -> None:
    depot.shows(depot.takes_in(MINE))
    with disk_full(tmp_path / "home"):
        assert name(depot.scans(MINE)) == "out of order"
    depot.waits(6)
    assert depot.state_of(MINE) is ParcelState.RELEASED
    assert name(depot.scans(MINE)) == "done"
    assert len(depot.events(events.ParcelHandedOver)) == 1


def test_a_store_that_was_moved_away_hands_nothing_out_into_nowhere(depot: SmallDepot, tmp_path: Path) -> None:
    token = depot.takes_in(MINE)
    store = tmp_path / "home" / "store.db"
    away = [(path, path.with_name(f"away-{path.name}")) for path in store.parent.glob("store.db*")]
    for path, moved in away:
        path.rename(moved)
    assert name(depot.shows(token)) == "out of order"
    assert name(depot.waits(6)) == "out of order"
    for path, moved in away:
        moved.rename(path)
    assert name(depot.waits(6)) == "ready"
    assert name(depot.shows(token)) == "found"
    assert name(depot.scans(MINE)) == "done"


def test_a_damaged_store_stays_out_of_order_until_a_technician_comes(depot: SmallDepot, tmp_path: Path) -> None:
    token = depot.takes_in(MINE)
    depot.left.out_of_order(STORE_FAILS)
    depot.left.out_of_order(STORE_DAMAGED)
    assert depot.waits(3600) == OutOfOrder(STORE_DAMAGED, "Ring the bell.")
    depot.left.out_of_order(STORE_FAILS)
    assert depot.shows(token) == OutOfOrder(STORE_DAMAGED, "Ring the bell.")
    assert depot.state_of(MINE) is ParcelState.WAITING


def test_a_program_that_holds_the_store_for_long_is_told_from_a_broken_disk(depot: SmallDepot, tmp_path: Path) -> None:
    token = depot.takes_in(MINE)
    with opened(tmp_path / "home") as beside, beside.transaction():
        assert depot.shows(token) == OutOfOrder(STORE_BUSY, "Ring the bell.")
    assert depot.events(events.VisitOpened) == []
    assert name(depot.waits(6)) == "ready"
    assert name(depot.shows(token)) == "found"
