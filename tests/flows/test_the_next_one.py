"""The next person at the screen, and somebody who means no good: what the one before began stays theirs, and guessing is counted."""

import pytest

from kiosk.desk import intake
from kiosk.desk.shown import Check, Found, Lot, ShowCode, Tap
from kiosk.ledger import events
from kiosk.parcel import Leaves, ParcelState
from tests.flows.depot import SmallDepot, name

MINE, OTHERS = "PARCEL0001", "PARCEL0002"


@pytest.mark.parametrize("after", [Tap.BACK, Tap.CALL_DESK, Tap.WHAT_IS_KEPT])
def test_another_code_is_asked_for_only_while_the_keypad_stands(depot: SmallDepot, after: Tap) -> None:
    mine, others = depot.takes_in(MINE), depot.takes_in(OTHERS)
    depot.shows(mine)
    depot.taps(Tap.ANOTHER_CODE)
    depot.taps(after)
    found = depot.shows(others)
    assert isinstance(found, Found)
    assert len(found.lots) == 1
    assert len(depot.store.visits.open_visits()) == 2


def test_a_keypad_left_alone_does_not_wait_for_the_next_person(depot: SmallDepot) -> None:
    depot.shows(depot.takes_in(MINE))
    depot.taps(Tap.ANOTHER_CODE)
    depot.waits(16)
    depot.shows(depot.takes_in("PARCEL0009"))
    assert len(depot.events(events.VisitOpened)) == 2, "a visit of its own"
    depot.waits(9)
    assert name(depot.waits(20)) == "ready"


def test_a_label_shown_before_a_code_counts_for_that_code_alone(depot: SmallDepot) -> None:
    for waybill in (MINE, "PARCEL0009"):
        depot.takes_in(waybill)
    depot.scans(MINE)
    assert name(depot.shows(depot.one_code_for(MINE, "PARCEL0009"))) == "found"
    assert depot.shows(depot.takes_in(OTHERS, "B-12-002")) == Found((Lot("B-12-002", Check.NEXT),))
    assert depot.events(events.WrongParcel) == []


@pytest.mark.parametrize("waits", [(), (16,), (16, 20)], ids=["went back", "is asked for", "is gone"])
def test_a_label_that_somebody_left_without_a_code_is_not_the_next_ones(
    depot: SmallDepot, waits: tuple[int, ...]
) -> None:
    token = depot.takes_in(MINE, "B-12-001")
    depot.takes_in(OTHERS)
    depot.scans(OTHERS)
    for seconds in waits:
        depot.waits(seconds)
    if not waits:
        depot.taps(Tap.BACK)
    assert depot.shows(token) == Found((Lot("B-12-001", Check.NEXT),))
    assert depot.events(events.WrongParcel) == []


def test_a_refused_code_does_not_bring_back_the_visit_before_it(depot: SmallDepot) -> None:
    depot.adds(MINE, carrier_code="482193", leaves=Leaves.TAP)
    depot.shows("P|1|482193")
    depot.shows("P|1|000000")
    assert name(depot.taps(Tap.I_HAVE_IT)) == "refused"
    assert name(depot.taps(Tap.BACK)) == "ready"
    assert depot.state_of(MINE) is ParcelState.RELEASED


def test_what_the_screen_does_not_offer_is_passed_over(depot: SmallDepot) -> None:
    depot.adds(MINE, carrier_code="482193", leaves=Leaves.TAP)
    depot.shows("P|1|482193")
    depot.taps(Tap.CALL_DESK)
    assert name(depot.taps(Tap.I_HAVE_IT)) == "desk called"
    assert depot.state_of(MINE) is ParcelState.RELEASED


def test_a_code_revoked_while_its_holder_is_at_the_shelves_hands_nothing_out(depot: SmallDepot) -> None:
    old = depot.takes_in(MINE)
    depot.shows(old)
    intake.revoke(depot.store, depot.clock, MINE)

    assert depot.state_of(MINE) is ParcelState.WAITING
    assert depot.events(events.ReleaseWithdrawn) == [events.ReleaseWithdrawn(1, 1)]
    assert depot.scans(MINE) == ShowCode(again=False)
    assert depot.scans(MINE, at=depot.right) == ShowCode(again=False)
    new = depot.one_code_for(MINE)
    assert name(depot.shows(old)) == "refused"
    depot.scans(MINE)
    assert name(depot.shows(new)) == "done"


def test_a_code_revoked_out_of_a_joined_visit_takes_only_its_own_parcel_back(depot: SmallDepot) -> None:
    mine, others = depot.takes_in(MINE), depot.takes_in(OTHERS)
    depot.shows(mine)
    depot.taps(Tap.ANOTHER_CODE)
    depot.shows(others)
    intake.revoke(depot.store, depot.clock, OTHERS)
    assert depot.state_of(OTHERS) is ParcelState.WAITING
    assert name(depot.scans(MINE)) == "done"


def test_a_number_of_the_senders_beside_the_label_is_no_code(depot: SmallDepot) -> None:
    depot.shows(depot.takes_in(MINE))
    for _ in range(8):
        depot.waits(0.9)
        depot.sees(("QRCode", "5550001234"))
    assert name(depot.sees(("QRCode", "5550001234"), ("Code128", MINE))) == "done"
    assert name(depot.taps(Tap.TYPE_A_CODE)) == "typing"
    assert depot.events(events.CodeRefused) == []


def test_ten_digits_in_a_picture_do_not_tell_whether_they_are_a_waybill_here(depot: SmallDepot) -> None:
    depot.takes_in("5550001234")
    here = depot.shows("5550001234")
    depot.taps(Tap.BACK)
    assert type(here) is type(depot.shows("5550009999"))


def test_guessing_a_carriers_codes_with_pictures_closes_the_keypad_and_leads_nowhere(depot: SmallDepot) -> None:
    depot.adds(MINE, carrier_code="000777")
    shown = {name(depot.shows(f"P|1|{number:06}")) for number in range(1000)}
    assert shown == {"refused", "locked out"}
    assert len(depot.events(events.CodeRefused)) == 5
    assert depot.state_of(MINE) is ParcelState.WAITING


def test_guessing_a_carriers_codes_without_a_pattern_ends_for_the_day(depot: SmallDepot) -> None:
    depot.adds(MINE, carrier_code="WORD-2000")
    assert "found" not in {name(depot.shows(f"WORD-{number}")) for number in range(1500, 2500)}
    depot.waits(24 * 3600)
    assert name(depot.shows("WORD-2000")) == "found"


def test_a_code_shown_again_late_gives_the_whole_time_anew(depot: SmallDepot) -> None:
    token = depot.takes_in(MINE)
    depot.shows(token)
    depot.waits(14 * 60 + 50)
    depot.shows(token)
    depot.waits(20)
    assert name(depot.scans(MINE)) == "done"
