"""A serving kiosk leaves no remnants: at start what expired goes, and soon after a handover its waybill is in no page and no log."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.app import Kiosk
from kiosk.clock import SkippingClock
from kiosk.desk import intake
from kiosk.ledger.events import Erased
from kiosk.parcel import ParcelState
from kiosk.reader.wire import Sighting
from kiosk.settings import Depot, Settings
from kiosk.store import Store
from kiosk.technician.init import make_home
from tests.flows.depot import CORNERS
from tests.store.pages import found_in, plain_pages

SETTINGS = Settings(Depot(tag="7KQ2"))
WAYBILL = "SECRETWAYBILL77"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    make_home(tmp_path / "home", SETTINGS)
    return tmp_path / "home"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    with_parcels = Store.open(home)
    yield with_parcels
    with_parcels.close()


def serve_until(kiosk: Kiosk, done: Callable[[], bool]) -> None:
    """Let the loop run; what never comes ends the test."""
    for _ in range(600):
        kiosk.application.processEvents()
        if done():
            return
        time.sleep(0.05)
    pytest.fail("it never came")


def test_what_expired_goes_when_the_kiosk_starts(home: Path, store: Store) -> None:
    clock = SkippingClock()
    received = intake.receive(store, SETTINGS, clock, WAYBILL, "B-12")
    store.parcels.change(received.parcel.id, ParcelState.HANDED_OVER, clock.now() - timedelta(days=31))
    kiosk = Kiosk(store, SETTINGS, clock, {"1": None}, headless=True)
    kiosk.start(full_screen=False, size=(640, 400))
    serve_until(kiosk, lambda: not store.parcels.count())
    kiosk.stop()
    assert any(isinstance(entry.event, Erased) for entry in store.journal.entries())


def test_soon_after_a_handover_its_waybill_is_nowhere(home: Path, store: Store) -> None:
    clock = SkippingClock()
    received = intake.receive(store, SETTINGS, clock, WAYBILL, "B-12")
    kiosk = Kiosk(store, SETTINGS, clock, {"1": None}, headless=True)
    kiosk.start(full_screen=False, size=(640, 400))
    for symbology, text in (("QRCode", received.token.text), ("Code128", WAYBILL)):
        kiosk.stands[0].station.sighted([Sighting(symbology, text.encode(), CORNERS)])
    assert store.parcels.get(received.parcel.id).state is ParcelState.HANDED_OVER
    with store.transaction():  # its carrier is told
        store.outbox.told_carrier(store.outbox.departures())
    log = home / "store.db-wal"
    assert log.stat().st_size > 0
    serve_until(kiosk, lambda: log.stat().st_size == 0)
    kiosk.stop()
    assert found_in(plain_pages(home / "store.db", store._database.key), {WAYBILL.encode()}) == set()
