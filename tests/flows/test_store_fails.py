"""The store fails under a serving station: it says so, does nothing by halves, and comes back by itself."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.desk.shown import OutOfOrder, Tap
from kiosk.desk.station import STORE_FAILS
from kiosk.ledger import events
from kiosk.parcel import ParcelState
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
