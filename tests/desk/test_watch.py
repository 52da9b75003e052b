"""Lists of what needs an eye, and where a missing parcel may have gone."""

from datetime import date, timedelta

import pytest

from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.desk.calls import Calls
from kiosk.desk.counter.counter import Counter
from kiosk.desk.counter.lists import Listed
from kiosk.desk.counter.panel import ChoiceRow, Do
from kiosk.desk.returns import Returns
from kiosk.desk.shown import Why
from kiosk.desk.visit import Visits
from kiosk.desk.watch import PAGE, Suspect, Watch, shelf_of
from kiosk.errors import StoreFault
from kiosk.parcel import CodeKind, Leaves, Parcel, ParcelState
from kiosk.screens.desk_paper import DeskPapers
from kiosk.store import NewParcel
from tests.desk.crew import PIN, Crew

TODAY = date(2026, 11, 22)


@pytest.fixture
def watch(crew: Crew) -> Watch:
    return Watch(crew.store)


def show(crew: Crew, parcel: Parcel) -> int:
    """Its code is shown at the left station; the visit."""
    visits = Visits(crew.store, crew.settings, crew.clock)
    visits.show_code(CodeKind.CARRIER, f"C-{parcel.waybill}", station="left")
    return max(visit.id for visit in visits.open_visits())


def take(crew: Crew, parcel: Parcel) -> int:
    """Its code is shown and its label checked."""
    visit = show(crew, parcel)
    visits = Visits(crew.store, crew.settings, crew.clock)
    visits.hand_over(visit, [parcel.id], station="left", how=Leaves.LABEL)
    return visit


def test_waiting_by_age_and_each_state_in_its_list(crew: Crew, watch: Watch) -> None:
    parcels = {}
    for number, state in enumerate(ParcelState):
        crew.clock.advance(1)
        parcels[state] = crew.parcel(f"PARCEL{number:04}", state=state)
    crew.clock.advance(1)
    late = crew.parcel("PARCEL0099")
    assert watch.in_state(ParcelState.WAITING) == [parcels[ParcelState.WAITING], late]
    assert watch.in_state(ParcelState.UNCHECKED) == [parcels[ParcelState.UNCHECKED]]
    assert watch.in_state(ParcelState.MISSING) == [parcels[ParcelState.MISSING]]
    assert watch.in_state(ParcelState.DISPUTED) == [parcels[ParcelState.DISPUTED]]
    assert watch.owed() == []


def test_past_their_day(crew: Crew, watch: Watch) -> None:
    for number, day in enumerate((TODAY, TODAY - timedelta(days=1), TODAY - timedelta(days=3), None)):
        label = Waybill(f"PARCEL{number:04}", WaybillKind.GENERAL)
        crew.store.parcels.add(label, place="A-1", state=ParcelState.WAITING, last_day=day, at=crew.clock.now())
    assert [parcel.waybill for parcel in watch.past_day(TODAY)] == ["PARCEL0002", "PARCEL0001"]


def test_the_mix_up_finder_names_the_codes_sent_to_the_shelf_since(crew: Crew, watch: Watch) -> None:
    before = crew.parcel("PARCEL0001", "B-12-001")
    take(crew, before)
    crew.clock.advance(3600)
    missing = crew.parcel("PARCEL0002", "B-12-002")
    crew.clock.advance(3600)
    right = crew.parcel("PARCEL0003", "B-12-003")
    shown = crew.parcel("PARCEL0004", "B-12")
    crew.parcel("PARCEL0005", "B-12-005")
    elsewhere, like_it = crew.parcel("PARCEL0006", "B-13-001"), crew.parcel("PARCEL0007", "B-120")
    first, second = take(crew, right), show(crew, shown)
    take(crew, elsewhere)
    take(crew, like_it)
    crew.clock.advance(60)
    Returns(crew.store, crew.clock).cannot_be_found(crew.signed_in(2), missing.id)
    found = watch.mix_up(missing.id)
    assert found is not None
    assert (found.shelf, found.since) == ("B-12", missing.since)
    pickup_of = {parcel.id: crew.store.pickups.for_parcel(parcel.id)[0].id for parcel in (right, shown)}
    assert found.suspects == (
        Suspect(crew.store.parcels.get(shown.id), (pickup_of[shown.id],), (second,)),
        Suspect(crew.store.parcels.get(right.id), (pickup_of[right.id],), (first,)),
    )


def test_moving_and_finding_a_parcel_is_seeing_it(crew: Crew, watch: Watch) -> None:
    missing, other = crew.parcel("PARCEL0001", "A-1"), crew.parcel("PARCEL0002", "B-12-002")
    seat, returns = crew.signed_in(2), Returns(crew.store, crew.clock)
    take(crew, other)
    for place in ("B-12-009", "B-12-001"):
        crew.clock.advance(60)
        returns.move(seat, missing.id, place)
        found = watch.mix_up(missing.id)
        assert found is not None
        assert found.suspects == ()


def test_nothing_to_find(crew: Crew, watch: Watch) -> None:
    with pytest.raises(StoreFault):
        watch.mix_up(99)
    label = Waybill("PARCEL0001", WaybillKind.GENERAL)
    expected = crew.store.parcels.add(label, place=None, state=ParcelState.EXPECTED, at=crew.clock.now())
    assert watch.mix_up(expected.id) is None


def test_shelves() -> None:
    assert [shelf_of(place) for place in ("B-12", "B-12-047", "AB-1-2")] == ["B-12", "B-12", "AB-1"]


def test_moved_parcels_whose_customers_may_look_elsewhere(crew: Crew, watch: Watch) -> None:
    first, second, stays = crew.parcel("PARCEL0001"), crew.parcel("PARCEL0002"), crew.parcel("PARCEL0003", "A-1")
    seat, returns = crew.signed_in(2), Returns(crew.store, crew.clock)
    returns.move(seat, stays.id, "A-1")
    returns.cannot_be_found(seat, first.id)
    for parcel in (first, second):
        crew.clock.advance(1)
        (returns.found_again if parcel is first else returns.move)(seat, parcel.id, "C-03")
    assert [parcel.id for parcel in watch.moved()] == [second.id, first.id]
    assert watch.count_moved() == 2
    take(crew, second)
    assert [parcel.id for parcel in watch.moved()] == [first.id]


def test_what_customers_wait_for_at_the_stations(crew: Crew, watch: Watch) -> None:
    heavy, high = crew.parcel("PARCEL0001", leaves=Leaves.CLERK), crew.parcel("PARCEL0002")
    crew.parcel("PARCEL0003", leaves=Leaves.CLERK)
    calls = Calls(crew.store, crew.clock)
    assert watch.to_bring(calls.open()) == []
    show(crew, heavy)
    calls.call("left", Why.BRING_IT, parcels=[high])
    calls.call("left", Why.HELP, parcels=[crew.parcel("PARCEL0004")])
    assert [parcel.id for parcel in watch.to_bring(calls.open())] == [heavy.id, high.id]
    Returns(crew.store, crew.clock).confirm(crew.signed_in(2), heavy.id)
    take(crew, high)
    assert watch.to_bring(calls.open()) == []


def test_page_by_page(crew: Crew, watch: Watch) -> None:
    day = TODAY - timedelta(days=1)
    new = [
        NewParcel(Waybill(f"MANY{number:04}", WaybillKind.GENERAL), ParcelState.WAITING, place="A-1", last_day=day)
        for number in range(PAGE + 3)
    ]
    with crew.store.transaction():
        crew.store.parcels.add_each(new, crew.clock.now())
    by_age = [watch.in_state(ParcelState.WAITING, page) for page in range(3)]
    by_day = [watch.past_day(TODAY, page) for page in range(3)]
    assert [len(page) for page in by_age] == [PAGE, 3, 0]
    for pages in (by_age, by_day):
        assert [parcel.waybill for page in pages for parcel in page] == [one.waybill.text for one in new]
    assert watch.count_in_state(ParcelState.WAITING) == watch.count_past_day(TODAY) == PAGE + 3


def test_the_window_turns_the_pages(crew: Crew) -> None:
    new = [
        NewParcel(Waybill(f"MANY{n:04}", WaybillKind.GENERAL), ParcelState.WAITING, place="A-1")
        for n in range(PAGE + 3)
    ]
    with crew.store.transaction():
        crew.store.parcels.add_each(new, crew.clock.now())
    calls, papers = Calls(crew.store, crew.clock), DeskPapers("", crew.clock)
    counter = Counter("desk", crew.store, crew.settings, crew.clock, calls=calls, papers=papers, changed=lambda: None)
    counter.scans(crew.badges[2].text)
    counter.types(PIN)
    counter.enters()
    counter.does(Do.LISTS)
    counter.chooses(list(Listed).index(Listed.WAITING))
    seen = [len(counter.panel.rows)]
    for do in (Do.NEXT_PAGE, Do.NEXT_PAGE, Do.BACK):
        counter.does(do)
        seen.append(len(counter.panel.rows))
    assert seen == [PAGE, 3, 3, PAGE]
    counter.does(Do.BACK)
    assert counter.panel.rows[list(Listed).index(Listed.WAITING)] == ChoiceRow(Listed.WAITING, count=PAGE + 3)
