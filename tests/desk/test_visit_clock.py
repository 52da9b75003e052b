"""A clock that is set while a customer is at the shelves: what was fetched in a visit is told by the ledger, not by the clock."""

from kiosk.cli.home import OpenHome
from kiosk.clock import SkippingClock
from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.desk.visit import Opened, Visits
from kiosk.parcel import CodeKind, Leaves, ParcelState

CODE = "482193"
AN_HOUR = 3600.0


def shelved(kiosk: OpenHome, clock: SkippingClock, number: int) -> list[int]:
    """So many parcels under one code."""
    with kiosk.store.transaction():
        ids = [
            kiosk.store.parcels.add(
                Waybill(f"PARCEL{one:04}", WaybillKind.GENERAL), place="B-12", state=ParcelState.WAITING, at=clock.now()
            ).id
            for one in range(number)
        ]
        kiosk.store.pickups.make(ids, codes={CodeKind.CARRIER: CODE}, at=clock.now())
    return ids


def opened(visits: Visits) -> int:
    shown = visits.show_code(CodeKind.CARRIER, CODE, station="1")
    assert isinstance(shown, Opened)
    return shown.visit


def test_a_clock_set_back_during_a_visit_takes_no_parcel_from_it(kiosk: OpenHome) -> None:
    clock = SkippingClock(kiosk.settings.zone())
    visits, (one, other) = Visits(kiosk.store, kiosk.settings, clock), shelved(kiosk, clock, 2)
    visit = opened(visits)
    assert visits.hand_over(visit, [one], station="1", how=Leaves.LABEL) is None
    clock.advance(-AN_HOUR)
    given = visits.hand_over(visit, [other], station="1", how=Leaves.LABEL)
    assert given is not None
    assert given.event.parcels == 2
    assert {parcel.id for parcel in visits.progress(visit).checked} == {one, other}


def test_what_was_fetched_in_an_earlier_visit_is_not_counted_again(kiosk: OpenHome) -> None:
    clock = SkippingClock(kiosk.settings.zone())
    visits, (one, other) = Visits(kiosk.store, kiosk.settings, clock), shelved(kiosk, clock, 2)
    visits.hand_over(opened(visits), [one], station="1", how=Leaves.LABEL)
    clock.advance(AN_HOUR)
    visits.close_overdue()
    visit = opened(visits)
    given = visits.hand_over(visit, [other], station="1", how=Leaves.LABEL)
    assert given is not None
    assert given.event.parcels == 1
    assert [parcel.id for parcel in visits.progress(visit).checked] == [other]
