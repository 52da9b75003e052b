"""A clerk's day at the desk's window, as stories: signing in, taking in, releasing by hand, undoing, looking for what is missing."""

from PySide6.QtTest import QTest

from kiosk.desk.counter.panel import Do, Happened, Kind
from kiosk.desk.declined import Not
from kiosk.desk.pin_check import Why
from kiosk.desk.shown import Key, Tap
from kiosk.ledger import events
from kiosk.parcel import Hold, ParcelState
from kiosk.policy.roles import Lacking
from tests.desk.crew import PIN
from tests.flows.staffed import StaffedDepot


def test_badge_and_pin_open_the_desk_and_ninety_quiet_seconds_close_it(staffed: StaffedDepot) -> None:
    assert staffed.panel().kind is Kind.SIGNED_OUT
    staffed.signs_in(2)
    assert (staffed.panel().kind, staffed.bar().clerk) == (Kind.FIND, "Clerk 2")
    staffed.takes_in("PX0000047301")
    staffed.types("7301")
    assert "B-12-001" in staffed.rows()[0]
    staffed.waits(91)
    assert (staffed.panel().kind, staffed.bar().clerk, staffed.told()) == (Kind.SIGNED_OUT, "", Happened.LOCKED)
    assert "B-12-001" not in " ".join(staffed.rows())
    assert staffed.desk.window.box.edit.text() == ""
    staffed.badges(2)  # within the shift the badge is enough
    assert staffed.bar().clerk == "Clerk 2"
    staffed.presses(Do.SIGN_OUT)
    staffed.badges(2)
    assert staffed.panel().kind is Kind.PIN


def test_name_and_pin_by_touch_alone(staffed: StaffedDepot) -> None:
    staffed.picks("Clerk 4")
    for digit in PIN:
        staffed.desk.window.keys.pressed.emit(digit)
    staffed.presses(Do.GO_ON)
    assert staffed.bar().clerk == "Clerk 4"
    assert events.SignedIn(4, "desk", "name+pin") in staffed.entered(events.SignedIn)


def test_a_wrong_pin_is_told_and_fifteen_lock_the_badge_and_no_other(staffed: StaffedDepot) -> None:
    for _ in range(40):
        if staffed.panel().kind is not Kind.PIN:
            staffed.badges(2)
        if staffed.told() is Why.LOCKED:
            break
        staffed.types("111119")
        staffed.enters()
        staffed.waits(2000)
    assert staffed.told() is Why.LOCKED
    assert len(staffed.entered(events.WrongPin)) == 15
    staffed.signs_in(4)
    assert staffed.bar().clerk == "Clerk 4"


def test_thirty_parcels_without_touching_the_screen(staffed: StaffedDepot) -> None:
    staffed.signs_in()
    staffed.presses(Do.TAKE_IN)
    for number in range(30):
        assert staffed.scans(f"PX{number:010}").kind is Kind.TAKE_IN_PLACE
        assert staffed.scans(f"B-12-{number + 1:03}").kind is Kind.TAKE_IN
    assert staffed.panel().number == 30
    assert len(staffed.entered(events.ParcelReceived)) == 30
    assert {getattr(one, "by", None) for one in staffed.entered(events.ParcelReceived)} == {2}
    slip = staffed.panel().slip
    assert slip is not None
    staffed.scans("PX9000000001")
    assert staffed.rows()[0].startswith("B-12-031")
    staffed.presses(Do.BACK)
    staffed.presses(Do.FINISH)
    for key in slip.typed.replace(" ", ""):
        if staffed.left.station.shown.state != "typing":
            staffed.left.station.tapped(Tap.TYPE_A_CODE)
        staffed.left.station.tapped(Key(key))
    assert staffed.state() == "found"


def test_an_unreadable_label_is_typed_twice(staffed: StaffedDepot) -> None:
    staffed.signs_in()
    staffed.presses(Do.TAKE_IN)
    staffed.types("PX1234567890")
    assert staffed.enters().kind is Kind.TAKE_IN_AGAIN
    staffed.types("PX1234567809")
    assert staffed.enters().kind is Kind.TAKE_IN
    assert staffed.told() is Happened.NOT_ALIKE
    for _ in range(2):
        staffed.types("px 1234567890")
        staffed.enters()
    assert staffed.panel().kind is Kind.TAKE_IN_PLACE
    staffed.presses(Do.FLAGS)
    staffed.picks("Fragile")
    staffed.presses(Do.FINISH)
    staffed.types("nowhere")
    staffed.enters()
    assert staffed.told() is Happened.NO_PLACE
    staffed.types("c-3")
    staffed.enters()
    parcel = staffed.store.parcels.by_waybill("PX1234567890")
    assert parcel is not None
    assert (parcel.place, parcel.held) == ("C-3", Hold.FRAGILE)
    staffed.scans("PX1234567890")
    assert staffed.told() is Happened.HERE_ALREADY


def test_released_by_hand_with_a_reason_and_taken_back_in_time(staffed: StaffedDepot) -> None:
    parcel = staffed.takes_in("PX0000047301")
    staffed.signs_in()
    staffed.types("47301")
    staffed.presses(Do.HAND_OVER)
    staffed.picks("phone is dead")
    staffed.presses(Do.YES)
    assert staffed.panel().kind is Kind.RELEASE
    assert any("The phone is dead" in row for row in staffed.rows())
    assert staffed.state_of(parcel.id) is ParcelState.WAITING
    staffed.presses(Do.HAND_OVER)
    assert staffed.told() is Happened.HANDED_OVER
    assert staffed.bar().undo_in > 0
    staffed.presses(Do.UNDO)
    assert (staffed.told(), staffed.state_of(parcel.id)) == (Happened.UNDONE, ParcelState.WAITING)
    staffed.types("47301")
    staffed.presses(Do.HAND_OVER)
    staffed.picks("Something else")
    staffed.types("call 0176 555 0142 99")
    staffed.presses(Do.GO_ON)
    staffed.presses(Do.NO)
    assert staffed.panel().tell is not None  # a phone number is no reason
    staffed.types("neighbour with a note")
    staffed.presses(Do.GO_ON)
    staffed.presses(Do.NO)
    staffed.presses(Do.HAND_OVER)
    staffed.waits(11)
    assert staffed.state_of(parcel.id) is ParcelState.HANDED_OVER
    assert staffed.bar().undo_in == 0
    made = [one for one in staffed.entered(events.OverrideMade) if isinstance(one, events.OverrideMade)]
    assert [(one.clerk, one.reason, one.checked) for one in made] == [(2, "dead_phone", "yes"), (2, "other", "no")]


def test_a_held_parcel_needs_a_second_person_beside(staffed: StaffedDepot) -> None:
    parcel = staffed.takes_in("PX0000047301")
    staffed.store.parcels.set_held(parcel.id, Hold.ID_TO_BE_SEEN)
    staffed.signs_in(1)
    staffed.presses(Do.LOCK)
    staffed.signs_in(2)
    staffed.types("47301")
    staffed.presses(Do.HAND_OVER)
    staffed.picks("ID seen")
    staffed.presses(Do.YES)
    assert staffed.presses(Do.HAND_OVER).kind is Kind.SECOND
    assert not staffed.offers(Do.OWE)  # a supervisor is on shift
    staffed.scans(staffed.badge_of(4).text)
    staffed.types(PIN)
    staffed.enters()
    assert staffed.told() is Why.NOT_SUPERVISOR
    staffed.scans(staffed.badge_of(1).text)
    staffed.types(PIN)
    staffed.enters()
    assert staffed.told() is Happened.HANDED_OVER
    made = staffed.entered(events.OverrideMade)[0]
    assert isinstance(made, events.OverrideMade)
    assert (made.clerk, made.second) == (2, 1)


def test_a_signature_that_is_owed_is_listed_and_given_later(staffed: StaffedDepot) -> None:
    parcel = staffed.takes_in("PX0000047301")
    staffed.store.parcels.set_held(parcel.id, Hold.OVERSIZE)
    staffed.signs_in(2)
    staffed.types("47301")
    staffed.presses(Do.HAND_OVER)
    staffed.picks("carrier asked")
    staffed.presses(Do.NO)
    staffed.presses(Do.HAND_OVER)
    staffed.presses(Do.OWE)
    assert staffed.told() is Happened.HANDED_OVER
    staffed.waits(11)
    assert any("Signatures owed" in row for row in staffed.rows())
    staffed.picks("Signatures owed")
    staffed.picks("Clerk 2")
    staffed.presses(Do.SIGN)
    assert staffed.told() is Lacking.ROLE
    staffed.signs_in(1)
    staffed.picks("Signatures owed")
    staffed.picks("Clerk 2")
    staffed.presses(Do.SIGN)
    assert staffed.told() is Happened.SIGNED
    assert staffed.rows() == []


def test_what_cannot_be_found_leads_to_what_it_may_have_been_mixed_up_with(staffed: StaffedDepot) -> None:
    mine, other = staffed.takes_in("PX0000047301", "B-12-001"), staffed.takes_in("PX0000088888", "B-12-002")
    staffed.store.parcels.change(other.id, ParcelState.UNCHECKED, staffed.clock.now())
    staffed.signs_in()
    staffed.types("47301")
    staffed.presses(Do.CANNOT_BE_FOUND)
    assert staffed.panel().kind is Kind.MIX_UP
    assert any("B-12-002" in row for row in staffed.rows())
    assert staffed.state_of(mine.id) is ParcelState.MISSING
    staffed.presses(Do.BACK)
    staffed.presses(Do.FOUND_AGAIN)
    staffed.scans("B-13-001")
    assert staffed.told() is Happened.FOUND_AGAIN
    assert staffed.store.parcels.get(mine.id).place == "B-13-001"


def test_what_was_scanned_gives_way_to_what_is_typed_next(staffed: StaffedDepot) -> None:
    staffed.takes_in("PX0000047301")
    staffed.takes_in("PX0000088888", "C-01-001")
    staffed.signs_in()
    staffed.scans("PX0000047301")
    assert staffed.rows()[0].startswith("B-12-001")
    QTest.keyClicks(staffed.desk.window.box.edit, "8888")
    assert staffed.rows()[0].startswith("C-01-001")
    staffed.scans("PX0000047301")
    staffed.presses(Do.KEYS)
    for key in "888":
        staffed.desk.window.keys.pressed.emit(key)
    assert staffed.desk.window.box.edit.text() == "888"


def test_two_clerks_at_one_parcel_and_the_second_sees_what_happened(staffed: StaffedDepot) -> None:
    parcel = staffed.takes_in("PX0000047301")
    staffed.signs_in(2)
    staffed.types("47301")
    staffed.presses(Do.HAND_OVER)
    staffed.picks("code is lost")
    staffed.presses(Do.YES)
    staffed.store.parcels.change(parcel.id, ParcelState.RETURNED, staffed.clock.now())
    staffed.presses(Do.HAND_OVER)
    assert staffed.told() is Not.STATE
    assert staffed.panel().tell.then == "returned"  # type: ignore[union-attr]  # told just above
