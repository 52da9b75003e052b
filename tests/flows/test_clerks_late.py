"""What the desk does with fingers that come too late, badges that open nothing, and hands that may not."""

from kiosk.desk import clerks
from kiosk.desk.counter.panel import Do, Happened, Kind
from kiosk.desk.pin_check import Why
from kiosk.errors import StoreFault
from kiosk.ledger import events
from kiosk.parcel import Hold, ParcelState
from tests.desk.crew import PIN
from tests.flows.staffed import StaffedDepot


def test_nothing_is_done_after_the_ninety_seconds_whether_or_not_the_clock_was_looked_at(staffed: StaffedDepot) -> None:
    parcel = staffed.takes_in("PX0000047301")
    for do in (Do.NEW_CODE, Do.CANNOT_BE_FOUND, Do.MOVE, Do.HAND_OVER, Do.LISTS, Do.SHIFT_END):
        staffed.signs_in()
        staffed.types("47301")
        staffed.clock.advance(91)
        staffed.desk.counter.does(do)
        assert (staffed.panel().kind, staffed.told()) == (Kind.SIGNED_OUT, Happened.LOCKED)
    staffed.signs_in()
    staffed.clock.advance(91)
    staffed.desk.counter.types("47301")
    assert staffed.rows() == [f"Clerk {number}" for number in range(1, 6)]
    assert staffed.state_of(parcel.id) is ParcelState.WAITING


def test_a_badge_that_opens_nothing_takes_nobodys_work_away(staffed: StaffedDepot) -> None:
    staffed.signs_in()
    staffed.presses(Do.TAKE_IN)
    staffed.scans("PX0000047301")
    staffed.scans("HKB:" + "0" * 26)
    assert staffed.panel().kind is Kind.TAKE_IN_PLACE
    staffed.scans(staffed.badge_of(4).text)
    assert staffed.panel().kind is Kind.PIN
    staffed.presses(Do.BACK)
    assert staffed.panel().kind is Kind.TAKE_IN_PLACE
    assert staffed.bar().clerk == "Clerk 2"


def test_nobody_stays_signed_in_behind_a_store_that_failed(staffed: StaffedDepot) -> None:
    staffed.signs_in()

    def fails(*_: object, **__: object) -> None:
        raise StoreFault("It fails.")

    find, staffed.desk.counter.hand.search.find = staffed.desk.counter.hand.search.find, fails  # type: ignore[method-assign,assignment]  # a fault that comes and goes
    staffed.types("47301")
    assert staffed.bar().clerk == ""
    staffed.desk.counter.hand.search.find = find  # type: ignore[method-assign]  # as above
    staffed.waits(1)
    assert (staffed.panel().kind, staffed.bar().clerk) == (Kind.SIGNED_OUT, "")


def test_a_double_tap_signs_one_override_and_not_the_next(staffed: StaffedDepot) -> None:
    for number in (1, 2):
        parcel = staffed.takes_in(f"PX000004730{number}", f"B-12-00{number}")
        staffed.store.parcels.set_held(parcel.id, Hold.FRAGILE)
        staffed.signs_in(2)
        staffed.types(f"4730{number}")
        staffed.presses(Do.HAND_OVER)
        staffed.picks("phone is dead")
        staffed.presses(Do.YES)
        staffed.presses(Do.HAND_OVER)
        staffed.presses(Do.OWE)
        staffed.waits(11)
    staffed.signs_in(1)
    staffed.picks("Signatures owed")
    staffed.chooses(0)
    for _ in range(2):
        staffed.desk.counter.does(Do.SIGN)
    assert len(staffed.entered(events.OverrideSigned)) == 1


def test_a_supervisor_takes_back_in_what_was_handed_over_by_mistake(staffed: StaffedDepot) -> None:
    parcel = staffed.takes_in("PX0000047301")
    staffed.signs_in(2)
    staffed.types("47301")
    staffed.presses(Do.HAND_OVER)
    staffed.picks("phone is dead")
    staffed.presses(Do.NO)
    staffed.presses(Do.HAND_OVER)
    staffed.waits(11)
    staffed.scans("PX0000047301")
    assert not staffed.offers(Do.CORRECT)  # a supervisor's
    staffed.signs_in(1)
    staffed.scans("PX0000047301")
    staffed.presses(Do.CORRECT)
    staffed.scans("B-12")
    assert staffed.told() is Happened.NO_WAYBILL
    staffed.scans("PX0000047301")
    staffed.scans("C-09")
    assert (staffed.told(), staffed.state_of(parcel.id)) == (Happened.CORRECTED, ParcelState.WAITING)
    assert len(staffed.entered(events.OverrideCorrected)) == 1


def test_a_technician_reads_no_lists_and_a_disabled_clerk_nothing_at_all(staffed: StaffedDepot) -> None:
    parcel = staffed.takes_in("PX0000047301")
    staffed.store.parcels.change(parcel.id, ParcelState.MISSING, staffed.clock.now())
    staffed.signs_in(3)
    assert staffed.rows() == []
    staffed.signs_in(2)
    clerks.disable(staffed.store, staffed.clock, 2)
    staffed.desk.counter.does(Do.LISTS)
    assert staffed.panel().kind is Kind.SIGNED_OUT


def test_letters_that_are_none_are_a_badge_of_nobody(staffed: StaffedDepot) -> None:
    staffed.desk.counter.types("a\ud83d")
    staffed.desk.counter.enters()
    assert staffed.told() is Why.UNKNOWN


def test_where_customers_look_on_the_second_pin_is_shuffled_and_no_name_is_shown(staffed: StaffedDepot) -> None:
    parcel, desk = staffed.takes_in("PX0000047301"), staffed.left.desk
    staffed.store.parcels.set_held(parcel.id, Hold.FRAGILE)
    pads = set()
    for _ in range(3):
        staffed.left.scanned(staffed.badge_of(2).text)
        if staffed.panel(desk).keys:
            staffed.types(PIN, desk)
            staffed.enters(desk)
        staffed.types("47301", desk)
        staffed.presses(Do.HAND_OVER, desk)
        if staffed.panel(desk).kind is not Kind.PIN:
            staffed.picks("phone is dead", desk)
            staffed.presses(Do.YES, desk)
        if staffed.panel(desk).keys:
            staffed.types(PIN, desk)
            staffed.enters(desk)
        staffed.presses(Do.HAND_OVER, desk)
        assert staffed.rows(desk) == []
        staffed.scans(staffed.badge_of(1).text, desk)
        pads.add(staffed.panel(desk).keys)
        staffed.presses(Do.SIGN_OUT, desk)
    assert len(pads) > 1
