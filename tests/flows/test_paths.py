"""Every path of a visit that no other story takes through real windows: a camera that sees, fingers on the glass, the desk beside.

One depot serves them all, one after the other, as a depot does; each story brings its own parcels, and the left station alone has a camera.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.codes.waybill import parse
from kiosk.desk.counter.panel import Do
from kiosk.desk.shown import (
    Check,
    DeskCalled,
    Done,
    Found,
    Key,
    Lot,
    MyParcel,
    Notice,
    OtherBarcode,
    Ready,
    Refused,
    Tap,
    Typing,
    Why,
)
from kiosk.desk.states import State
from kiosk.ledger import events
from kiosk.parcel import CodeKind, Leaves, Parcel, ParcelState
from kiosk.policy.release import Reason
from kiosk.screens.parts import Button
from kiosk.screens.words import Words
from kiosk.settings import Carrier
from kiosk.store import pins
from tests.flows.staffed import SETTINGS, StaffedDepot

LABEL = "Code128"
INPOST = Carrier("InPost", code=r"P\|[^|]*\|(?P<code>[0-9]{6})")


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedDepot]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pins, "MEMORY_KIB", 64)
        made = StaffedDepot(tmp_path_factory.mktemp("paths") / "home", replace(SETTINGS, carriers=(INPOST,)), cameras=1)
        yield made
        assert made.store.journal.verify().ok
        made.close()


@pytest.fixture(autouse=True)
def at_rest(depot: StaffedDepot) -> Iterator[None]:
    """Each story begins with nobody at the screens and ends with nobody at the shelves."""
    yield
    depot.waits(20 * 60)
    assert [stand.station.shown.state for stand in depot.kiosk.stands] == [State.READY, State.READY]


def of_a_manifest(depot: StaffedDepot, waybill: str, carrier_code: str, leaves: Leaves) -> Parcel:
    """A parcel as a carrier's list brings it."""
    label = parse(waybill, ())
    assert label is not None
    with depot.store.transaction():
        at = depot.clock.now()
        parcel = depot.store.parcels.add(label, place="C-03-007", state=ParcelState.WAITING, leaves=leaves, at=at)
        depot.store.pickups.make([parcel.id], codes={CodeKind.CARRIER: carrier_code}, at=at)
    return parcel


def types(depot: StaffedDepot, text: str, *, at_right: bool = False) -> None:
    for sign in text:
        depot.touches(Key(sign), depot.right if at_right else depot.left)


def said(depot: StaffedDepot) -> str:
    """What stands on the left station's screen."""
    page = depot.left.window.page
    words = [one.text() for one in page.findChildren(Words) if one.isVisible()]
    return " ".join(words + [one.text() for one in page.findChildren(Button) if one.isVisible()])


def test_another_barcode_of_the_parcel_then_its_label(depot: StaffedDepot) -> None:
    depot.shows(depot.receives("PX000010", "A-01-001").token.text)
    assert depot.shows("SHOPNUMBER77", LABEL) == OtherBarcode("A-01-001")
    assert "Turn to the delivery label" in said(depot)
    assert depot.touches(Tap.BACK) == Found((Lot("A-01-001", Check.NEXT),))
    assert isinstance(depot.shows("PX000010", LABEL), Done)


def test_a_label_that_will_not_scan_is_typed_with_one_key_taken_back(depot: StaffedDepot) -> None:
    depot.shows(depot.receives("PX000020").token.text)
    assert depot.touches(Tap.TYPE_LABEL) == Typing("", 6, letters=True, label=True)
    types(depot, "000029")
    assert "No match" in said(depot)
    types(depot, "00003")
    depot.touches(Key(""))
    types(depot, "20")
    assert isinstance(depot.left.station.shown, Done)


def test_the_sticker_of_its_place_stands_in_for_a_label_that_is_torn(depot: StaffedDepot) -> None:
    depot.shows(depot.receives("PX000030", "D-05-030").token.text)
    assert isinstance(depot.shows("D-05-030"), Done)


def test_a_code_typed_wrong_once_and_then_right(depot: StaffedDepot) -> None:
    code = depot.receives("PX000040").typed_code.text
    depot.touches(Tap.TYPE_A_CODE)
    types(depot, f"{(int(code) + 1) % 10**10:010}")
    assert "Not found. Please check it." in said(depot)
    types(depot, code)
    assert depot.left.station.shown.state is State.FOUND
    assert isinstance(depot.shows("PX000040", LABEL), Done)


def test_one_phone_and_three_neighbours(depot: StaffedDepot) -> None:
    tokens = [depot.receives(f"PX00005{n}", f"E-0{n}-001").token.text for n in (1, 2, 3)]
    depot.shows(tokens[0])
    for token in tokens[1:]:
        assert depot.touches(Tap.ANOTHER_CODE).state is State.TYPING
        found = depot.shows(token)
    assert found == Found((Lot("E-01-001", Check.NEXT), Lot("E-02-001", Check.LATER), Lot("E-03-001", Check.LATER)))
    assert depot.shows("PX000052", LABEL).state is State.FOUND
    depot.shows("PX000051", LABEL)
    done = depot.shows("PX000053", LABEL)
    assert isinstance(done, Done)
    assert done.parcels == 3


def test_not_on_the_shelf_with_nobody_at_the_desk_and_then_with_somebody(depot: StaffedDepot) -> None:
    received = depot.receives("PX000060", "F-06-060")
    depot.shows(received.token.text)
    nobody = depot.touches(Tap.NOT_ON_SHELF)
    assert nobody == DeskCalled(Why.NOT_ON_SHELF, staffed=False, hours="9 to 18", line="Ring the bell.")
    assert "Ring the bell." in said(depot)
    assert "Someone is coming" not in said(depot)
    depot.signs_in()
    assert depot.bar().calls == 1
    depot.touches(Tap.BACK)
    assert depot.touches(Tap.BRING_IT) == DeskCalled(Why.BRING_IT, staffed=True, hours="9 to 18", line="Ring the bell.")
    assert "We bring it to you" in said(depot)
    depot.waits(1)
    assert depot.bar().calls == 2
    depot.scans("PX000060")
    depot.presses(Do.CONFIRM)
    assert depot.state_of(received.parcel.id) is ParcelState.HANDED_OVER
    assert depot.entered(events.ParcelConfirmed)[-1] == events.ParcelConfirmed(received.parcel.id, 2)


def test_what_only_a_clerk_may_bring_is_brought_and_confirmed(depot: StaffedDepot) -> None:
    parcel = of_a_manifest(depot, "PX000070", "700070", Leaves.CLERK)
    assert depot.shows("P|600100200|700070") == Found((Lot("C-03-007", Check.DESK, Leaves.CLERK),))
    assert "walk to the shelves" not in said(depot)
    depot.touches(Tap.CALL_DESK)
    depot.signs_in()
    depot.scans("PX000070")
    depot.presses(Do.CONFIRM)
    assert depot.state_of(parcel.id) is ParcelState.HANDED_OVER


def test_what_leaves_by_a_tap_is_tapped_away(depot: StaffedDepot) -> None:
    parcel = of_a_manifest(depot, "PX000080", "700080", Leaves.TAP)
    assert depot.shows("P|600100200|700080").state is State.FOUND
    assert isinstance(depot.touches(Tap.I_HAVE_IT), Done)
    assert depot.state_of(parcel.id) is ParcelState.HANDED_OVER


def test_past_its_day_the_desk_has_it_ready(depot: StaffedDepot) -> None:
    received = depot.receives("PX000090")
    depot.store.parcels.set_last_day(received.parcel.id, depot.clock.today())
    depot.waits(24 * 3600)
    refused = depot.shows(received.token.text)
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.PAST_DAY
    assert "The desk has it ready for you" in said(depot)
    assert depot.touches(Tap.CALL_DESK).state is State.DESK_CALLED


def test_a_visit_without_a_label_check_stands_on_the_list_and_its_code_stays_valid(depot: StaffedDepot) -> None:
    received = depot.receives("PX000110")
    depot.shows(received.token.text)
    depot.waits(16 * 60)
    assert depot.state_of(received.parcel.id) is ParcelState.UNCHECKED
    assert depot.shows("PX000110", LABEL).state is State.SHOW_CODE
    assert isinstance(depot.shows(received.token.text), Done)


def test_done_gives_way_at_once_to_the_next_code(depot: StaffedDepot) -> None:
    first, second = depot.receives("PX000120", "G-01-120"), depot.receives("PX000121", "G-02-121")
    depot.shows(first.token.text)
    assert isinstance(depot.shows("PX000120", LABEL), Done)
    assert "Next code may be shown now" in said(depot)
    assert depot.shows(second.token.text) == Found((Lot("G-02-121", Check.NEXT),))
    assert isinstance(depot.shows("PX000121", LABEL), Done)


def test_without_a_camera_the_keypad_leads_from_the_welcome_to_the_label(depot: StaffedDepot) -> None:
    code = depot.receives("PX000130").typed_code.text
    assert depot.right.station.shown == Ready(reader_works=False)
    depot.touches(Tap.TYPE_A_CODE, depot.right)
    types(depot, code[:-1], at_right=True)
    found = depot.touches(Key(code[-1]), depot.right)
    assert isinstance(found, Found)
    assert not found.reader_works, "and the screen asks for the label to be typed"
    depot.touches(Tap.TYPE_LABEL, depot.right)
    types(depot, "00013", at_right=True)
    assert isinstance(depot.touches(Key("0"), depot.right), Done)


def test_what_is_kept_before_the_code_after_it_and_deleted_in_the_end(depot: StaffedDepot) -> None:
    assert isinstance(depot.touches(Tap.WHAT_IS_KEPT), Notice)
    assert "facts about a parcel, none about you" in said(depot)
    assert depot.touches(Tap.BACK) == Ready()
    received = depot.receives("PX000140")
    depot.store.parcels.set_last_day(received.parcel.id, depot.clock.today())
    depot.shows(received.token.text)
    assert isinstance(depot.touches(Tap.MY_PARCEL), MyParcel)
    assert "Delete what can go" not in said(depot)
    depot.touches(Tap.BACK)
    depot.shows("PX000140", LABEL)
    depot.touches(Tap.MY_PARCEL)
    depot.touches(Tap.LET_GO)
    assert "Deleted. Only the proof stays" in said(depot)
    assert "Delete what can go" not in said(depot)
    assert depot.touches(Tap.BACK) == Ready()


def test_nobody_for_a_while_and_the_screen_is_the_next_ones(depot: StaffedDepot) -> None:
    depot.shows(depot.receives("PX000150", "H-07-150").token.text)
    for tap, pause in ((Tap.NOT_ON_SHELF, 51), (None, 29)):
        if tap is not None:
            depot.touches(tap)
        depot.waits(pause)
        assert depot.left.station.shown == Ready()
        assert "H-07" not in said(depot)
