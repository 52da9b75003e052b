"""Visits as stories, one a test: what a customer does, what the station shows, what the store and the ledger say afterwards."""

from datetime import timedelta

import pytest

from kiosk.desk.shown import Check, Done, Found, Lot, OtherBarcode, Refused, ShowCode, Tap, WrongParcel
from kiosk.ledger import events
from kiosk.parcel import Leaves, ParcelState
from kiosk.policy.release import Reason
from tests.flows.depot import SETTINGS, SmallDepot, name

MINE, OTHERS = "PARCEL0001", "PARCEL0002"


def test_code_then_label(depot: SmallDepot) -> None:
    token = depot.takes_in(MINE, "B-12-047")

    assert depot.shows(token) == Found((Lot("B-12-047", Check.NEXT),))
    assert depot.state_of(MINE) is ParcelState.RELEASED

    done = depot.scans(MINE)
    assert isinstance(done, Done)
    assert done.parcels == 1
    assert done.kept_until == depot.clock.today() + timedelta(days=SETTINGS.retention.dispute_days)
    assert depot.state_of(MINE) is ParcelState.HANDED_OVER
    assert depot.events(events.VisitOpened, events.ParcelReleased, events.ParcelHandedOver) == [
        events.VisitOpened(1, 1, "left", "token"),
        events.ParcelReleased(1, 1),
        events.ParcelHandedOver(1, 1, "left", "label"),
    ]


def test_parcel_in_hand_first_then_code(depot: SmallDepot) -> None:
    token = depot.takes_in(MINE)

    assert depot.scans(MINE) == ShowCode(again=False)
    assert name(depot.shows(token)) == "done"


def test_code_and_label_in_one_frame(depot: SmallDepot) -> None:
    token = depot.takes_in(MINE)
    assert name(depot.sees(("Code128", MINE), ("QRCode", token), ("QRCode", "https://example.com"))) == "done"


def test_a_label_alone_never_says_whether_it_is_here(depot: SmallDepot) -> None:
    depot.takes_in(OTHERS)
    here, not_here = depot.scans(OTHERS), depot.scans("NEVERSEEN1")
    assert here == not_here == ShowCode(again=False)
    assert depot.events(events.WrongParcel) == []


def test_another_ones_parcel_in_hand_first_is_caught_when_the_code_comes(depot: SmallDepot) -> None:
    token = depot.takes_in(MINE, "A-01-001")
    depot.takes_in(OTHERS)

    depot.scans(OTHERS)
    assert depot.shows(token) == WrongParcel("A-01-001")
    assert name(depot.scans(MINE)) == "done"


def test_wrong_parcel_then_the_right_one(depot: SmallDepot) -> None:
    token = depot.takes_in(MINE, "A-01-001")
    depot.takes_in(OTHERS, "A-01-002")

    depot.shows(token)
    assert depot.scans(OTHERS) == WrongParcel("A-01-001")
    assert depot.state_of(OTHERS) is ParcelState.WAITING
    assert name(depot.taps(Tap.PUT_BACK)) == "found"
    assert name(depot.scans(MINE)) == "done"
    assert depot.events(events.WrongParcel) == [events.WrongParcel(1, 2, "left")]


def test_a_strangers_label_is_told_nothing_while_somebody_is_at_the_shelves(depot: SmallDepot) -> None:
    mine = depot.takes_in(MINE, "A-01-001")
    others = depot.takes_in(OTHERS)
    depot.shows(mine)
    depot.waits(9)

    here, not_here = depot.scans(OTHERS, at=depot.right), depot.scans("NEVERSEEN1", at=depot.right)
    assert here == not_here == ShowCode(again=True)
    assert depot.events(events.WrongParcel) == []
    depot.scans(OTHERS)
    assert depot.shows(mine) == WrongParcel("A-01-001")  # it was this customer's mistake
    depot.scans(OTHERS, at=depot.right)
    assert name(depot.shows(others, at=depot.right)) == "done"  # it was its own customer, parcel in hand first


def test_another_barcode_of_the_parcel_asks_to_turn_it(depot: SmallDepot) -> None:
    depot.shows(depot.takes_in(MINE, "A-01-001"))
    depot.waits(4)

    assert depot.scans("SHOPNUMBER77") == OtherBarcode("A-01-001")
    assert depot.shows("https://shop.example/returns") == OtherBarcode("A-01-001")
    assert name(depot.scans(MINE)) == "done"


def test_another_barcode_beside_the_right_one_is_no_question(depot: SmallDepot) -> None:
    depot.shows(depot.takes_in(MINE))
    assert name(depot.scans(MINE)) == "done"
    assert name(depot.scans("4006381333931")) != "other barcode"
    assert name(depot.shows("https://shop.example/returns")) != "refused"


def test_two_parcels_by_one_code_close_one_by_one(depot: SmallDepot) -> None:
    depot.takes_in(MINE, "A-01-001")
    depot.takes_in(OTHERS, "B-02-002")
    token = depot.one_code_for(MINE, OTHERS)

    assert depot.shows(token) == Found((Lot("A-01-001", Check.NEXT), Lot("B-02-002", Check.LATER)))
    assert depot.scans(OTHERS) == Found((Lot("A-01-001", Check.NEXT), Lot("B-02-002", Check.CHECKED)))
    assert depot.scans(OTHERS) == Found((Lot("A-01-001", Check.NEXT), Lot("B-02-002", Check.CHECKED)))
    done = depot.scans(MINE)
    assert isinstance(done, Done)
    assert done.parcels == 2


def test_two_parcels_on_one_shelf_are_told_apart_by_their_last_characters(depot: SmallDepot) -> None:
    depot.takes_in(MINE, "A-01")
    depot.takes_in(OTHERS, "A-01")
    found = depot.shows(depot.one_code_for(MINE, OTHERS))
    assert isinstance(found, Found)
    assert [lot.ending for lot in found.lots] == ["0001", "0002"]


def test_walks_away_and_shows_the_code_again(depot: SmallDepot) -> None:
    token = depot.takes_in(MINE)
    depot.shows(token)
    assert name(depot.waits(29)) == "ready"

    found = depot.shows(token)
    assert isinstance(found, Found)
    assert found.resumed
    assert name(depot.scans(MINE)) == "done"
    assert len(depot.events(events.VisitOpened)) == 1


def test_walks_away_and_comes_back_with_the_parcel_only(depot: SmallDepot) -> None:
    depot.shows(depot.takes_in(MINE))
    depot.waits(90)
    assert name(depot.scans(MINE)) == "done"


def test_never_comes_back(depot: SmallDepot) -> None:
    token = depot.takes_in(MINE)
    depot.shows(token)
    depot.waits(16 * 60)

    assert depot.state_of(MINE) is ParcelState.UNCHECKED
    assert depot.events(events.ParcelUnchecked) == [events.ParcelUnchecked(1, 1)]
    assert depot.scans(MINE) == ShowCode(again=False)
    assert name(depot.shows(token)) == "done"  # the code stayed valid
    assert depot.state_of(MINE) is ParcelState.HANDED_OVER


def test_two_customers_at_the_shelves(depot: SmallDepot) -> None:
    ann, ben = depot.takes_in(MINE), depot.takes_in(OTHERS)
    depot.shows(ann)
    depot.shows(ben)
    depot.waits(20)

    assert depot.scans(MINE) == ShowCode(again=True)
    assert name(depot.shows(ann)) == "done"
    assert name(depot.scans(OTHERS)) == "done"
    assert depot.events(events.WrongParcel) == []


def test_two_customers_and_one_takes_the_others_parcel(depot: SmallDepot) -> None:
    ann, ben = depot.takes_in(MINE, "A-01-001"), depot.takes_in(OTHERS, "B-02-002")
    depot.shows(ann)
    depot.shows(ben)

    assert depot.scans(MINE) == ShowCode(again=True)  # it may be in its own customer's hand
    assert depot.shows(ben) == WrongParcel("B-02-002")  # it is not
    assert depot.state_of(MINE) is ParcelState.RELEASED


def test_a_visit_begun_at_one_station_ends_at_the_other(depot: SmallDepot) -> None:
    depot.shows(depot.takes_in(MINE), at=depot.left)
    assert name(depot.scans(MINE, at=depot.right)) == "done"
    assert name(depot.waits(29)) == "ready"


def test_another_code_joins_the_visit(depot: SmallDepot) -> None:
    mine, neighbours = depot.takes_in(MINE, "A-01-001"), depot.takes_in(OTHERS, "B-02-002")
    depot.shows(mine)
    depot.taps(Tap.ANOTHER_CODE)
    assert depot.shows(neighbours) == Found((Lot("A-01-001", Check.NEXT), Lot("B-02-002", Check.LATER)))

    depot.waits(60)
    depot.scans(OTHERS)
    done = depot.scans(MINE)
    assert isinstance(done, Done)
    assert done.parcels == 2


def test_two_codes_of_one_parcel_are_one_visit(depot: SmallDepot) -> None:
    parcel = depot.adds(MINE, carrier_code="482193")
    own = depot.receives(OTHERS)
    with depot.store.transaction():
        depot.store.pickups.join(depot.store.pickups.for_parcel(own.parcel.id)[0].id, [parcel.id])

    depot.shows("P|600100200|482193")
    depot.shows(own.token.text)
    assert len(depot.store.visits.open_visits()) == 1


def test_carriers_own_code(depot: SmallDepot) -> None:
    depot.adds(MINE, carrier_code="482193")
    assert name(depot.shows("P|600100200|482193")) == "found"
    assert name(depot.scans(MINE)) == "done"


@pytest.mark.parametrize("text", ["48219300", "CARRIERCODE9", "4821930001"])
def test_a_carriers_code_of_any_shape(depot: SmallDepot, text: str) -> None:
    depot.adds(MINE, carrier_code=text)
    assert name(depot.shows(text)) == "found"


def test_label_that_cannot_be_scanned_is_typed(depot: SmallDepot) -> None:
    depot.shows(depot.takes_in(MINE))
    typing = depot.taps(Tap.TYPE_LABEL)
    assert getattr(typing, "label", False)
    assert getattr(depot.types("XXXXXX"), "wrong", False)
    assert name(depot.types(MINE[-6:])) == "done"


def test_an_o_on_a_label_may_be_typed_as_a_zero_and_the_other_way(depot: SmallDepot) -> None:
    depot.shows(depot.takes_in("PARCELO0I1"))
    depot.taps(Tap.TYPE_LABEL)
    assert name(depot.types("EL0OL1")) == "done"


def test_the_place_sticker_stands_in_for_the_label(depot: SmallDepot) -> None:
    depot.shows(depot.takes_in(MINE, "B-1-04"))
    depot.waits(4)
    assert name(depot.scans("B-1")) == "other barcode"  # a shelf holds many
    assert name(depot.scans("B-1-04")) == "done"


def test_a_parcel_that_leaves_by_a_tap(depot: SmallDepot) -> None:
    depot.adds(MINE, carrier_code="482193", leaves=Leaves.TAP)
    depot.shows("P|600100200|482193")
    assert name(depot.taps(Tap.I_HAVE_IT)) == "done"
    assert depot.events(events.ParcelHandedOver) == [events.ParcelHandedOver(1, 1, "left", "tap")]


def test_a_tap_is_not_enough_for_other_parcels(depot: SmallDepot) -> None:
    depot.shows(depot.takes_in(MINE))
    assert name(depot.taps(Tap.I_HAVE_IT)) == "found"
    assert depot.state_of(MINE) is ParcelState.RELEASED


def test_the_desk_brings_it(depot: SmallDepot) -> None:
    depot.adds(MINE, carrier_code="482193", leaves=Leaves.CLERK)
    assert depot.shows("P|600100200|482193") == Found((Lot("C-03-007", Check.DESK, Leaves.CLERK),))
    refused = depot.scans(MINE)
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.HELD
    assert depot.state_of(MINE) is ParcelState.RELEASED


@pytest.mark.parametrize("tap", [Tap.CALL_DESK, Tap.NOT_ON_SHELF, Tap.BRING_IT])
def test_calling_the_desk_and_back_to_the_parcel(depot: SmallDepot, tap: Tap) -> None:
    depot.shows(depot.takes_in(MINE))
    called = depot.taps(tap)
    assert name(called) == "desk called"
    assert len(depot.events(events.DeskCalled)) == 1
    assert name(depot.taps(Tap.BACK)) == "found"
    assert name(depot.taps(Tap.BACK)) == "ready"
