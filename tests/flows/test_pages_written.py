"""How many pages an act writes: each is encrypted, authenticated and synced before the customer sees that it is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.desk.shown import Done, Found
from tests.flows.depot import SmallDepot
from tests.store.pages import FRAME_HEAD, LOG_HEAD, PAGE

RELEASE, HANDOVER = 10, 12
"""Tables and indexes that must change, a page each, where each of them fits into one."""


@pytest.fixture
def depot(tmp_path: Path) -> Iterator[SmallDepot]:
    made = SmallDepot(tmp_path / "home")
    yield made
    made.close()


def written(depot: SmallDepot) -> int:
    """Pages in the log, which began empty."""
    log = depot.store.home / "store.db-wal"
    return (log.stat().st_size - LOG_HEAD) // (FRAME_HEAD + PAGE)


def test_a_release_and_a_handover_write_a_page_for_what_must_change_and_no_more(depot: SmallDepot) -> None:
    code = depot.takes_in("PARCEL0001")
    depot.takes_in("PARCEL0002")
    assert depot.store.sweep()
    assert isinstance(depot.shows(code), Found)
    assert 0 < written(depot) <= RELEASE
    assert depot.store.sweep()
    assert isinstance(depot.scans("PARCEL0001"), Done)
    assert 0 < written(depot) <= HANDOVER
