"""Any acts of any people in any order: no parcel is lost, none is handed over twice, none without its own code, each act has its entry."""

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.desk.shown import Key, Tap
from kiosk.ledger import events
from kiosk.parcel import ParcelState
from kiosk.reader.wire import Sighting
from tests.flows.depot import CORNERS, SmallDepot

WAYBILLS = ("PARCEL0001", "PARCEL0002", "PARCEL0003", "PARCEL0004")
PLACES = ("A-01-001", "B-02-002", "C-03-003", "C-03-004")

codes = st.tuples(st.just("code"), st.integers(0, 3))
labels = st.tuples(st.just("label"), st.integers(0, 3))
places = st.tuples(st.just("place"), st.integers(0, 3))
taps = st.tuples(st.just("tap"), st.sampled_from(Tap))
keys = st.tuples(st.just("key"), st.text("0123456789ABCXYZ", max_size=1))
typed = st.tuples(st.just("typed"), st.integers(0, 3))
waits = st.tuples(st.just("wait"), st.sampled_from((1.0, 5.0, 30.0, 1000.0)))
rubbish = st.tuples(st.just("rubbish"), st.binary(max_size=600), st.sampled_from(("QRCode", "Code128")))
acts = st.lists(
    st.tuples(st.one_of(codes, labels, places, taps, keys, typed, waits, rubbish), st.booleans()), max_size=40
)


@given(acts)
@settings(max_examples=60)
def test_any_day(day: list[tuple[tuple[object, ...], bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        depot = SmallDepot(Path(folder) / "home")
        received = [depot.receives(waybill, place) for waybill, place in zip(WAYBILLS, PLACES, strict=True)]
        shown_codes: set[int] = set()
        for act, at_right in day:
            station = depot.right if at_right else depot.left
            match act:
                case ("code", int(number)):
                    shown_codes.add(number)
                    depot.shows(received[number].token.text, at=station)
                case ("typed", int(number)):
                    shown_codes.add(number)
                    depot.shows(received[number].typed_code.text, at=station)
                case ("label", int(number)):
                    depot.scans(WAYBILLS[number], at=station)
                case ("place", int(number)):
                    depot.scans(PLACES[number], at=station)
                case ("tap", Tap() as tap):
                    depot.taps(tap, at=station)
                case ("key", str(character)):
                    station.tapped(Key(character))
                case ("wait", float(seconds)):
                    depot.waits(seconds)
                case ("rubbish", bytes(text), str(symbology)):
                    station.sighted([Sighting(symbology, text, CORNERS)])
        _look_over(depot, shown_codes)
        depot.close()


def _look_over(depot: SmallDepot, shown_codes: set[int]) -> None:
    recorded = depot.events()
    handed_over = Counter(event.parcel for event in recorded if isinstance(event, events.ParcelHandedOver))
    released = {event.parcel for event in recorded if isinstance(event, events.ParcelReleased)}
    assert depot.store.journal.verify().ok
    assert depot.store.parcels.count() == len(WAYBILLS)
    assert set(handed_over.values()) <= {1}
    assert set(handed_over) <= released
    for number, waybill in enumerate(WAYBILLS):
        parcel = depot.store.parcels.by_waybill(waybill)
        assert parcel is not None
        assert (parcel.state is ParcelState.HANDED_OVER) == (parcel.id in handed_over)
        assert parcel.state is ParcelState.WAITING or number in shown_codes, "left without its code"
