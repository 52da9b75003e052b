"""What is kept about a parcel is told to who shows its code, and to nobody else; deleting what can go leaves every proof as it was."""

import pytest

from kiosk.desk import receipts
from kiosk.desk.shown import Done, MyParcel, Number, Refused, Tap
from kiosk.desk.watch import Watch
from kiosk.ledger import events
from kiosk.ledger.receipt import Verdict
from kiosk.parcel import Hold, ParcelState
from kiosk.policy.release import Reason
from kiosk.screens import kept_wording
from tests.flows.depot import SmallDepot, name

MINE, OTHERS, THIRD = "PARCEL0001", "PARCEL0002", "PARCEL0003"


def taken_in(depot: SmallDepot, waybill: str, place: str = "B-12") -> str:
    """A parcel with a last day; its token."""
    received = depot.receives(waybill, place)
    depot.store.parcels.set_last_day(received.parcel.id, depot.clock.today())
    return received.token.text


def asks(depot: SmallDepot, tap: Tap = Tap.MY_PARCEL) -> MyParcel:
    value = depot.taps(tap)
    assert isinstance(value, MyParcel), value
    return value


def test_at_the_shelves_it_tells_all_and_deletes_nothing(depot: SmallDepot) -> None:
    depot.shows(depot.takes_in(MINE, "B-12-047"))
    value = asks(depot)
    assert (value.place, value.waybill, value.state_of_it) == ("B-12-047", Number.PLAIN, ParcelState.RELEASED)
    assert (value.station, value.until, value.can_go) == ("left", None, False)
    assert value.code_made is not None
    assert MINE not in " ".join(kept_wording.paragraphs(value))
    assert depot.taps(Tap.LET_GO) == value, "what is not offered is passed over"
    assert name(depot.taps(Tap.BACK)) == "found"
    assert name(depot.scans(MINE)) == "done"


def test_after_the_handover_what_can_go_goes_and_the_proof_stays(depot: SmallDepot) -> None:
    token = taken_in(depot, MINE, "B-12-047")
    depot.shows(token)
    done = depot.scans(MINE)
    assert isinstance(done, Done)
    assert done.receipt is not None
    before = asks(depot)
    assert (before.last_day, before.can_go, before.until) == (depot.clock.today(), True, done.kept_until)
    after = asks(depot, Tap.LET_GO)
    assert (after.last_day, after.can_go, after.deleted) == (None, False, True)
    assert depot.store.parcels.get(1).last_day is None
    assert depot.events(events.DetailsDeleted) == [events.DetailsDeleted(1, "left")]
    assert depot.taps(Tap.LET_GO) == after, "a second tap deletes nothing more"
    assert name(depot.taps(Tap.BACK)) == "ready"

    used = depot.shows(token)
    assert isinstance(used, Refused)
    assert (used.reason, used.mine) == (Reason.ALREADY_COLLECTED, True)
    story = receipts.story(depot.store, done.receipt.code)
    assert (story.verdict, [parcel.id for parcel in story.parcels]) == (Verdict.GENUINE, [1])
    assert (depot.store.parcels.get(1).place, depot.state_of(MINE)) == ("B-12-047", ParcelState.HANDED_OVER)


def test_by_its_used_code_days_later(depot: SmallDepot) -> None:
    token = taken_in(depot, MINE)
    depot.shows(token)
    depot.scans(MINE)
    depot.waits(3 * 24 * 3600)
    depot.shows(token)
    assert asks(depot).waybill is Number.FOR_CARRIER
    assert asks(depot, Tap.LET_GO).deleted
    assert name(depot.waits(81)) == "ready"
    assert name(depot.taps(Tap.MY_PARCEL)) == "ready"


def test_of_several_parcels_each_is_told_and_all_are_deleted(depot: SmallDepot) -> None:
    for waybill in (MINE, OTHERS):
        taken_in(depot, waybill, f"A-0{waybill[-1]}-001")
    depot.shows(depot.one_code_for(MINE, OTHERS))
    depot.scans(MINE)
    assert not asks(depot).can_go, "not while the visit goes on"
    depot.scans(OTHERS)
    places = [asks(depot).place, asks(depot, Tap.NEXT_PARCEL).place, asks(depot, Tap.NEXT_PARCEL).place]
    assert sorted(map(str, places[:2])) == ["A-01-001", "A-02-001"]
    assert places[0] == places[2]
    asks(depot, Tap.LET_GO)
    assert {depot.store.parcels.get(id_).last_day for id_ in (1, 2)} == {None}


@pytest.mark.parametrize("after", ["nothing", "a label", "an unknown code", "a code held by the desk", "a receipt"])
def test_nobody_without_a_valid_code_is_told_anything(depot: SmallDepot, after: str) -> None:
    token = depot.takes_in(MINE)
    if after == "a receipt":
        depot.shows(token)
        done = depot.scans(MINE)
        assert isinstance(done, Done)
        assert done.receipt is not None
        depot.taps(Tap.BACK)
        depot.shows(done.receipt.code)
    elif after == "a code held by the desk":
        depot.store.parcels.set_held(1, Hold.FRAGILE)
        depot.shows(token)
    elif after == "a label":
        depot.scans(MINE)
    elif after == "an unknown code":
        depot.shows("P|1|000000")
    standing = depot.left.shown
    for tap in (Tap.MY_PARCEL, Tap.NEXT_PARCEL, Tap.LET_GO):
        assert depot.taps(tap) == standing


def test_the_next_customer_sees_their_own(depot: SmallDepot) -> None:
    mine, theirs = depot.takes_in(MINE, "A-01-001"), depot.takes_in(OTHERS, "B-02-002")
    depot.shows(mine)
    depot.scans(MINE)
    asks(depot)
    depot.shows(theirs)
    assert asks(depot).place == "B-02-002"
    depot.waits(61)
    depot.scans(THIRD, at=depot.left)
    assert name(depot.taps(Tap.MY_PARCEL)) == "show code"


def test_deleting_hides_nobody_from_the_mix_up_finder(depot: SmallDepot) -> None:
    depot.takes_in(OTHERS, "B-12-001")
    depot.waits(60)
    depot.shows(taken_in(depot, MINE, "B-12-002"))
    depot.scans(MINE)
    asks(depot)
    assert asks(depot, Tap.LET_GO).deleted
    mix_up = Watch(depot.store).mix_up(1)
    assert mix_up is not None
    assert [suspect.parcel.id for suspect in mix_up.suspects] == [2]
