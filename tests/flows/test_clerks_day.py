"""A clerk's day at the desk's window, as stories: signing in, taking in, releasing by hand, undoing, looking for what is missing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.codes import token
from kiosk.desk.counter.panel import Do, Happened, Kind
from kiosk.desk.declined import Not
from kiosk.desk.pin_check import Why
from kiosk.desk.shelf_check import Finding
from kiosk.desk.shown import Key, Tap
from kiosk.ledger import events
from kiosk.parcel import Hold, ParcelState
from kiosk.policy.roles import Lacking
from kiosk.settings import Desk as DeskSettings
from kiosk.settings import Printer
from kiosk.store import pins
from tests.desk.crew import PIN
from tests.flows.staffed import SETTINGS, StaffedDepot


@pytest.fixture
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StaffedDepot]:
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)  # a third of a second a PIN is meant for thieves
    made = StaffedDepot(tmp_path / "home")
    yield made
    assert made.store.journal.verify().ok
    made.close()


def told(depot: StaffedDepot) -> object:
    tell = depot.panel().tell
    return tell.what if tell else None


def test_badge_and_pin_open_the_desk_and_ninety_quiet_seconds_close_it(depot: StaffedDepot) -> None:
    assert depot.panel().kind is Kind.SIGNED_OUT
    depot.signs_in(2)
    assert (depot.panel().kind, depot.bar().clerk) == (Kind.FIND, "Clerk 2")
    depot.takes_in("PX0000047301")
    depot.types("7301")
    assert "B-12-001" in depot.rows()[0]
    depot.waits(91)
    assert (depot.panel().kind, depot.bar().clerk, told(depot)) == (Kind.SIGNED_OUT, "", Happened.LOCKED)
    assert "B-12-001" not in " ".join(depot.rows())
    assert depot.desk.window.box.edit.text() == ""
    depot.badges(2)  # within the shift the badge is enough
    assert depot.bar().clerk == "Clerk 2"
    depot.presses(Do.SIGN_OUT)
    depot.badges(2)
    assert depot.panel().kind is Kind.PIN


def test_name_and_pin_by_touch_alone(depot: StaffedDepot) -> None:
    depot.picks("Clerk 4")
    for digit in PIN:
        depot.desk.window.keys.pressed.emit(digit)
    depot.presses(Do.GO_ON)
    assert depot.bar().clerk == "Clerk 4"
    assert events.SignedIn(4, "desk", "name+pin") in depot.entered(events.SignedIn)


def test_a_wrong_pin_is_told_and_fifteen_lock_the_badge_and_no_other(depot: StaffedDepot) -> None:
    for _ in range(40):
        if depot.panel().kind is not Kind.PIN:
            depot.badges(2)
        if told(depot) is Why.LOCKED:
            break
        depot.types("111119")
        depot.enters()
        depot.waits(2000)
    assert told(depot) is Why.LOCKED
    assert len(depot.entered(events.WrongPin)) == 15
    depot.signs_in(4)
    assert depot.bar().clerk == "Clerk 4"


def test_thirty_parcels_without_touching_the_screen(depot: StaffedDepot) -> None:
    depot.signs_in()
    depot.presses(Do.TAKE_IN)
    for number in range(30):
        assert depot.scans(f"PX{number:010}").kind is Kind.TAKE_IN_PLACE
        assert depot.scans(f"B-12-{number + 1:03}").kind is Kind.TAKE_IN
    assert depot.panel().number == 30
    assert len(depot.entered(events.ParcelReceived)) == 30
    assert {getattr(one, "by", None) for one in depot.entered(events.ParcelReceived)} == {2}
    slip = depot.panel().slip
    assert slip is not None
    depot.scans("PX9000000001")
    assert depot.rows()[0].startswith("B-12-031")
    depot.presses(Do.BACK)
    depot.presses(Do.FINISH)
    for key in slip.typed.replace(" ", ""):
        if depot.left.station.shown.state != "typing":
            depot.left.station.tapped(Tap.TYPE_A_CODE)
        depot.left.station.tapped(Key(key))
    assert depot.state() == "found"


def test_an_unreadable_label_is_typed_twice(depot: StaffedDepot) -> None:
    depot.signs_in()
    depot.presses(Do.TAKE_IN)
    depot.types("PX1234567890")
    assert depot.enters().kind is Kind.TAKE_IN_AGAIN
    depot.types("PX1234567809")
    assert depot.enters().kind is Kind.TAKE_IN
    assert told(depot) is Happened.NOT_ALIKE
    for _ in range(2):
        depot.types("px 1234567890")
        depot.enters()
    assert depot.panel().kind is Kind.TAKE_IN_PLACE
    depot.presses(Do.FLAGS)
    depot.picks("Fragile")
    depot.presses(Do.FINISH)
    depot.types("nowhere")
    depot.enters()
    assert told(depot) is Happened.NO_PLACE
    depot.types("c-3")
    depot.enters()
    parcel = depot.store.parcels.by_waybill("PX1234567890")
    assert parcel is not None
    assert (parcel.place, parcel.held) == ("C-3", Hold.FRAGILE)
    depot.scans("PX1234567890")
    assert told(depot) is Happened.HERE_ALREADY


def test_released_by_hand_with_a_reason_and_taken_back_in_time(depot: StaffedDepot) -> None:
    parcel = depot.takes_in("PX0000047301")
    depot.signs_in()
    depot.types("47301")
    depot.presses(Do.HAND_OVER)
    depot.picks("phone is dead")
    depot.presses(Do.YES)
    assert depot.panel().kind is Kind.RELEASE
    assert any("The phone is dead" in row for row in depot.rows())
    assert depot.state_of(parcel.id) is ParcelState.WAITING
    depot.presses(Do.HAND_OVER)
    assert told(depot) is Happened.HANDED_OVER
    assert depot.bar().undo_in > 0
    depot.presses(Do.UNDO)
    assert (told(depot), depot.state_of(parcel.id)) == (Happened.UNDONE, ParcelState.WAITING)
    depot.types("47301")
    depot.presses(Do.HAND_OVER)
    depot.picks("Something else")
    depot.types("call 0176 555 0142 99")
    depot.presses(Do.GO_ON)
    depot.presses(Do.NO)
    assert depot.panel().tell is not None  # a phone number is no reason
    depot.types("neighbour with a note")
    depot.presses(Do.GO_ON)
    depot.presses(Do.NO)
    depot.presses(Do.HAND_OVER)
    depot.waits(11)
    assert depot.state_of(parcel.id) is ParcelState.HANDED_OVER
    assert depot.bar().undo_in == 0
    made = [one for one in depot.entered(events.OverrideMade) if isinstance(one, events.OverrideMade)]
    assert [(one.clerk, one.reason, one.checked) for one in made] == [(2, "dead_phone", "yes"), (2, "other", "no")]


def test_a_held_parcel_needs_a_second_person_beside(depot: StaffedDepot) -> None:
    parcel = depot.takes_in("PX0000047301")
    depot.store.parcels.set_held(parcel.id, Hold.ID_TO_BE_SEEN)
    depot.signs_in(1)
    depot.presses(Do.LOCK)
    depot.signs_in(2)
    depot.types("47301")
    depot.presses(Do.HAND_OVER)
    depot.picks("ID seen")
    depot.presses(Do.YES)
    assert depot.presses(Do.HAND_OVER).kind is Kind.SECOND
    assert not depot.offers(Do.OWE)  # a supervisor is on shift
    depot.scans(depot.badge_of(4).text)
    depot.types(PIN)
    depot.enters()
    assert told(depot) is Why.NOT_SUPERVISOR
    depot.scans(depot.badge_of(1).text)
    depot.types(PIN)
    depot.enters()
    assert told(depot) is Happened.HANDED_OVER
    made = depot.entered(events.OverrideMade)[0]
    assert isinstance(made, events.OverrideMade)
    assert (made.clerk, made.second) == (2, 1)


def test_a_signature_that_is_owed_is_listed_and_given_later(depot: StaffedDepot) -> None:
    parcel = depot.takes_in("PX0000047301")
    depot.store.parcels.set_held(parcel.id, Hold.OVERSIZE)
    depot.signs_in(2)
    depot.types("47301")
    depot.presses(Do.HAND_OVER)
    depot.picks("carrier asked")
    depot.presses(Do.NO)
    depot.presses(Do.HAND_OVER)
    depot.presses(Do.OWE)
    assert told(depot) is Happened.HANDED_OVER
    depot.waits(11)
    assert any("Signatures owed" in row for row in depot.rows())
    depot.picks("Signatures owed")
    depot.picks("Clerk 2")
    depot.presses(Do.SIGN)
    assert told(depot) is Lacking.ROLE
    depot.signs_in(1)
    depot.picks("Signatures owed")
    depot.picks("Clerk 2")
    depot.presses(Do.SIGN)
    assert told(depot) is Happened.SIGNED
    assert depot.rows() == []


def test_what_cannot_be_found_leads_to_what_it_may_have_been_mixed_up_with(depot: StaffedDepot) -> None:
    mine, other = depot.takes_in("PX0000047301", "B-12-001"), depot.takes_in("PX0000088888", "B-12-002")
    depot.store.parcels.change(other.id, ParcelState.UNCHECKED, depot.clock.now())
    depot.signs_in()
    depot.types("47301")
    depot.presses(Do.CANNOT_BE_FOUND)
    assert depot.panel().kind is Kind.MIX_UP
    assert any("B-12-002" in row for row in depot.rows())
    assert depot.state_of(mine.id) is ParcelState.MISSING
    depot.presses(Do.BACK)
    depot.presses(Do.FOUND_AGAIN)
    depot.scans("B-13-001")
    assert told(depot) is Happened.FOUND_AGAIN
    assert depot.store.parcels.get(mine.id).place == "B-13-001"


def test_two_clerks_at_one_parcel_and_the_second_sees_what_happened(depot: StaffedDepot) -> None:
    parcel = depot.takes_in("PX0000047301")
    depot.signs_in(2)
    depot.types("47301")
    depot.presses(Do.HAND_OVER)
    depot.picks("code is lost")
    depot.presses(Do.YES)
    depot.store.parcels.change(parcel.id, ParcelState.RETURNED, depot.clock.now())
    depot.presses(Do.HAND_OVER)
    assert told(depot) is Not.STATE
    assert depot.panel().tell.then == "returned"  # type: ignore[union-attr]  # told just above


def test_a_customers_call_shows_with_what_may_help_and_goes_when_somebody_comes(depot: StaffedDepot) -> None:
    depot.signs_in()
    depot.left.station.tapped(Tap.CALL_DESK)
    depot.waits(1)
    assert (depot.bar().calls, depot.bar().call.station) == (1, "left")  # type: ignore[union-attr]  # there is one
    depot.presses(Do.CALL)
    assert depot.panel().kind is Kind.CALL
    assert any("left" in row for row in depot.rows())
    depot.presses(Do.ANSWERED)
    assert depot.bar().calls == 0
    assert len(depot.entered(events.CallAnswered)) == 1


def test_a_shelf_is_walked_along_and_what_is_missing_leads_to_its_acts(depot: StaffedDepot) -> None:
    depot.takes_in("PX0000000001", "B-12-001")
    gone = depot.takes_in("PX0000000002", "B-12-002")
    depot.takes_in("PX0000000003", "C-01-001")
    depot.signs_in()
    depot.presses(Do.SHELF)
    assert depot.scans("B-12").kind is Kind.SHELF_WALK
    depot.scans("PX0000000001")
    assert told(depot) is Finding.HERE
    depot.scans("PX0000000003")
    assert told(depot) is Finding.ELSEWHERE
    depot.presses(Do.FINISH)
    assert depot.panel().kind is Kind.SHELF_FOUND
    depot.picks("B-12-002")
    depot.presses(Do.CANNOT_BE_FOUND)
    assert depot.state_of(gone.id) is ParcelState.MISSING
    assert len(depot.entered(events.ShelfChecked)) == 1


def test_a_handover_on_paper_is_entered_afterwards_and_marked_as_such(depot: StaffedDepot) -> None:
    parcel = depot.takes_in("PX0000047301")
    depot.waits(3 * 3600)
    depot.signs_in()
    depot.types("47301")
    depot.presses(Do.PAPER)
    depot.types("when it was dark")
    depot.enters()
    assert told(depot) is Happened.NO_TIME
    said = depot.clock.local(depot.clock.now() - timedelta(hours=1))
    depot.types(f"{said:%Y-%m-%d %H:%M}")
    depot.enters()
    assert told(depot) is Happened.ENTERED
    assert depot.state_of(parcel.id) is ParcelState.HANDED_OVER
    (entry,) = depot.entered(events.ParcelLeftOnPaper)
    assert (getattr(entry, "parcel", 0), getattr(entry, "by", 0)) == (parcel.id, 2)


def test_the_shift_ends_with_a_report_that_is_printed_saved_and_signed_out_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)
    paper, reports = tmp_path / "paper", tmp_path / "reports"
    paper.mkdir()
    reports.mkdir()
    settings = replace(SETTINGS, printer=Printer("pdf", str(paper)), desk=DeskSettings(str(reports)))
    depot = StaffedDepot(tmp_path / "home", settings)
    depot.takes_in("PX0000047301")
    depot.signs_in()
    depot.types("47301")
    depot.presses(Do.HAND_OVER)
    depot.picks("phone is dead")
    depot.presses(Do.YES)
    depot.presses(Do.HAND_OVER)
    depot.waits(11)
    depot.presses(Do.SHIFT_END)
    said = depot.rows()
    assert "Handed over, 1" in said
    assert any("Clerk 2" in row and "The phone is dead" in row for row in said)
    depot.presses(Do.SAVE)
    assert "override,dead_phone,Clerk 2,1" in next(reports.glob("shift-*.csv")).read_text()
    depot.presses(Do.PRINT)
    depot.until(lambda: any(paper.glob("*.pdf")))
    depot.presses(Do.SHEET)
    depot.until(lambda: len(list(paper.glob("*.pdf"))) == 2)
    depot.presses(Do.SIGN_OUT)
    assert told(depot) is Happened.SIGNED_OUT
    assert depot.store.clerks.on_shift() == []
    depot.close()


def test_a_printer_that_is_off_keeps_the_slip_and_offers_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)
    paper = tmp_path / "paper"
    depot = StaffedDepot(tmp_path / "home", replace(SETTINGS, printer=Printer("png", str(paper))))
    depot.signs_in()
    depot.presses(Do.TAKE_IN)
    depot.scans("PX0000047301")
    depot.scans("B-12-001")
    depot.until(lambda: depot.bar().kept == 1)
    assert depot.scans("PX0000047302").kind is Kind.TAKE_IN_PLACE  # nobody waits for a printer
    paper.mkdir()
    depot.presses(Do.PRINT_AGAIN)
    depot.until(lambda: any(paper.glob("*.png")))
    depot.until(lambda: depot.bar().kept == 0)
    depot.close()


def test_rubbish_in_the_box_finds_nothing_and_breaks_nothing(depot: StaffedDepot) -> None:
    depot.signs_in()
    for text in ("https://example.org/x", "' OR 1=1 --", "%%%", "…" * 300, "HKB:0000", "HK1:AAAA", "💥" * 40, "\x00"):
        depot.desk.scanned(text)
        assert depot.panel().kind is Kind.FIND
    depot.presses(Do.TAKE_IN)
    for text in ("https://example.org/x", "B-12", "💥"):
        assert depot.scans(text).kind is Kind.TAKE_IN if text.isascii() else True
    assert depot.store.parcels.count() == 0


def test_a_badge_at_the_station_turns_it_into_the_desk_until_it_locks(depot: StaffedDepot) -> None:
    stand = depot.left
    stand.station.tapped(Tap.TYPE_A_CODE)
    stand.scanned(depot.badge_of(2).text)
    assert depot.at_station() == "ready, the desk over it"  # nothing of a customer's is left behind it
    assert sorted(stand.desk.counter.panel.keys) == sorted("1234567890")
    depot.types(PIN, stand.desk)
    depot.enters(stand.desk)
    assert depot.bar(stand.desk).clerk == "Clerk 2"
    stand.scanned("PX0000047301")  # the clerk's, not a customer's label
    assert depot.at_station() == "ready, the desk over it"
    depot.waits(91)
    assert depot.at_station() == "ready"
    stand.scanned("PX0000047301")
    assert depot.at_station() == "show_code"


def test_a_badge_that_opens_nothing_leaves_the_station_to_customers(depot: StaffedDepot) -> None:
    stand = depot.left
    stand.scanned(token.make_badge("7KQ2", bytes(13)).text)
    assert stand.desk.counter.was_refused
    depot.until(lambda: depot.at_station() == "ready")
    assert depot.bar(stand.desk).clerk == ""
