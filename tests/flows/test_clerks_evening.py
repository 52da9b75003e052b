"""More of a clerk's day: calls, shelf checks, paper, the shift's end, a printer that is off, and a badge at a station."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.codes import token
from kiosk.desk import intake
from kiosk.desk.counter.panel import Do, Happened, Kind
from kiosk.desk.shelf_check import Finding
from kiosk.desk.shown import Done, Tap
from kiosk.ledger import events
from kiosk.parcel import ParcelState
from kiosk.policy.roles import Lacking
from kiosk.settings import Desk as DeskSettings
from kiosk.settings import Printer
from kiosk.store import How, pins
from tests.desk.crew import PIN
from tests.flows.staffed import SETTINGS, StaffedDepot


def test_a_customers_call_shows_with_what_may_help_and_goes_when_somebody_comes(staffed: StaffedDepot) -> None:
    staffed.signs_in()
    staffed.left.station.tapped(Tap.CALL_DESK)
    staffed.waits(1)
    assert (staffed.bar().calls, staffed.bar().call.station) == (1, "left")  # type: ignore[union-attr]  # there is one
    staffed.presses(Do.CALL)
    assert staffed.panel().kind is Kind.CALL
    assert any("left" in row for row in staffed.rows())
    staffed.presses(Do.ANSWERED)
    assert staffed.bar().calls == 0
    assert len(staffed.entered(events.CallAnswered)) == 1


def test_a_shelf_is_walked_along_and_what_is_missing_leads_to_its_acts(staffed: StaffedDepot) -> None:
    staffed.takes_in("PX0000000001", "B-12-001")
    gone = staffed.takes_in("PX0000000002", "B-12-002")
    staffed.takes_in("PX0000000003", "C-01-001")
    staffed.signs_in()
    staffed.presses(Do.LISTS)
    staffed.presses(Do.SHELF)
    assert staffed.scans("B-12").kind is Kind.SHELF_WALK
    staffed.scans("PX0000000001")
    assert staffed.told() is Finding.HERE
    staffed.scans("PX0000000003")
    assert staffed.told() is Finding.ELSEWHERE
    staffed.presses(Do.FINISH)
    assert staffed.panel().kind is Kind.SHELF_FOUND
    staffed.picks("B-12-002")
    staffed.presses(Do.CANNOT_BE_FOUND)
    assert staffed.state_of(gone.id) is ParcelState.MISSING
    assert len(staffed.entered(events.ShelfChecked)) == 1


def test_a_handover_on_paper_is_entered_afterwards_and_marked_as_such(staffed: StaffedDepot) -> None:
    parcel = staffed.takes_in("PX0000047301")
    staffed.waits(3 * 3600)
    staffed.signs_in()
    staffed.types("47301")
    staffed.presses(Do.PAPER)
    staffed.types("when it was dark")
    staffed.enters()
    assert staffed.told() is Happened.NO_TIME
    said = staffed.clock.local(staffed.clock.now() - timedelta(hours=1))
    staffed.types(f"{said:%Y-%m-%d %H:%M}")
    staffed.enters()
    assert staffed.told() is Happened.ENTERED
    assert staffed.state_of(parcel.id) is ParcelState.HANDED_OVER
    (entry,) = staffed.entered(events.ParcelLeftOnPaper)
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
    assert depot.told() is Happened.SIGNED_OUT
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


def test_a_receipt_opens_its_parcels_story_and_the_shift_is_sealed(staffed: StaffedDepot) -> None:
    parcel = staffed.takes_in("PX0000047301")
    staffed.left.scanned("PX0000047301")
    issued = intake.issue(staffed.store, staffed.settings, staffed.clock, ["PX0000047301"])
    staffed.left.scanned(issued.token.text)
    done = staffed.left.station.shown
    assert isinstance(done, Done)
    assert done.receipt
    staffed.signs_in()
    assert staffed.scans_whole(done.receipt.code).kind is Kind.RECEIPT
    assert "This receipt is, genuine" in staffed.rows()
    staffed.picks("Handed over,")
    assert staffed.panel().kind is Kind.RECEIPT
    staffed.chooses(3)
    assert staffed.offers(Do.OPEN_DISPUTE)
    staffed.presses(Do.OPEN_DISPUTE)
    staffed.picks("Never received")
    assert staffed.state_of(parcel.id) is ParcelState.DISPUTED
    staffed.presses(Do.BACK)
    staffed.presses(Do.BACK)
    staffed.presses(Do.SHIFT_END)
    staffed.presses(Do.CHECKPOINT)
    slip = staffed.panel().slip
    assert slip is not None
    assert any(one.how is How.SHIFT_END for one in staffed.store.witnesses.all())
    staffed.presses(Do.BACK)
    staffed.presses(Do.BACK)
    staffed.scans_whole(slip.token)
    assert staffed.told() is Lacking.ROLE  # a technician's tool, or a supervisor's
    staffed.signs_in(3)
    assert staffed.scans_whole(slip.token).kind is Kind.LOOKING_OVER
    staffed.until(lambda: staffed.panel().kind is Kind.PROVEN)
    assert "As it was written, Yes" in staffed.rows()


def test_rubbish_in_the_box_finds_nothing_and_breaks_nothing(staffed: StaffedDepot) -> None:
    staffed.signs_in()
    for text in ("https://example.org/x", "' OR 1=1 --", "%%%", "…" * 300, "HKB:0000", "HK1:AAAA", "💥" * 40, "\x00"):
        staffed.desk.scanned(text)
        assert staffed.panel().kind is Kind.FIND
    staffed.presses(Do.TAKE_IN)
    for text in ("https://example.org/x", "B-12", "💥"):
        assert staffed.scans(text).kind is Kind.TAKE_IN if text.isascii() else True
    assert staffed.store.parcels.count() == 0


def test_a_badge_at_the_station_turns_it_into_the_desk_until_it_locks(staffed: StaffedDepot) -> None:
    stand = staffed.left
    assert staffed.at_station() == "ready"
    stand.station.tapped(Tap.TYPE_A_CODE)
    stand.scanned(staffed.badge_of(2).text)
    assert staffed.at_station() == "ready, the desk over it"  # nothing of a customer's is left behind it
    assert sorted(stand.desk.counter.panel.keys) == sorted("1234567890")
    staffed.types(PIN, stand.desk)
    staffed.enters(stand.desk)
    assert staffed.bar(stand.desk).clerk == "Clerk 2"
    stand.scanned("PX0000047301")  # the clerk's, not a customer's label
    assert staffed.at_station() == "ready, the desk over it"
    staffed.waits(91)
    assert staffed.at_station() == "ready"
    stand.scanned("PX0000047301")
    assert staffed.at_station() == "show_code"


def test_a_badge_that_opens_nothing_leaves_the_station_to_customers(staffed: StaffedDepot) -> None:
    stand = staffed.left
    stand.scanned(token.make_badge("7KQ2", bytes(13)).text)
    assert stand.desk.counter.was_refused
    staffed.until(lambda: staffed.at_station() == "ready")
    assert staffed.bar(stand.desk).clerk == ""
