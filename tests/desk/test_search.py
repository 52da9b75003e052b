"""The one box: each kind of text finds its parcels, rubbish finds nothing, and a hit never tells more than a list needs."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.desk import intake, override
from kiosk.desk.declined import Declined
from kiosk.desk.override import Made, Proposal, WhyByHand
from kiosk.desk.search import By, Hit, Mark, Search
from kiosk.desk.seat import Seat
from kiosk.parcel import CodeKind, Hold, ParcelState
from kiosk.policy.roles import Lacking
from tests.desk.crew import Crew

CLERK = Seat(2, "desk", with_pin=False)


@pytest.fixture
def search(crew: Crew) -> Search:
    return Search(crew.store, crew.settings, crew.clock)


def hits(search: Search, text: str, limit: int = 20) -> tuple[Hit, ...]:
    found = search.find(CLERK, text, limit=limit)
    assert isinstance(found, tuple)
    return found


def found(search: Search, text: str, limit: int = 20) -> list[tuple[int, By | None]]:
    return [(hit.parcel, hit.by) for hit in hits(search, text, limit)]


def test_a_hit_is_what_a_list_shows(crew: Crew, search: Search) -> None:
    parcel = crew.parcel("PX0000047301", "B-12-047")
    assert hits(search, "7301") == (
        Hit(parcel.id, Mark.WAITING, By.ENDING, "B-12-047", "47301", parcel.since, None, None),
    )


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("PX0000047301", By.WAYBILL),
        (" px0000047301\r", By.WAYBILL),
        ("C-PX0000047301", By.CODE),
        ("B-12-047", By.PLACE),
        ("b12", By.PLACE),
        ("B", By.PLACE),
        ("b-12-", By.PLACE),
        ("7301", By.ENDING),
        ("4 7301", By.ENDING),
        ("301", By.ENDING),
        ("730", By.ENDING),
        ("0000047301", By.ENDING),
    ],
)
def test_each_kind_of_text(crew: Crew, search: Search, text: str, by: By) -> None:
    parcel = crew.parcel("PX0000047301", "B-12-047")
    crew.parcel("PX0000058888", "C-01-001")
    assert found(search, text) == [(parcel.id, by)]


@pytest.mark.parametrize("text", ["", "  ", "1", "01", "7302", "PX", "B-13", "PX00000473011", "HK1:", "\0", "x" * 600])
def test_what_fits_nothing_finds_nothing(crew: Crew, search: Search, text: str) -> None:
    crew.parcel("PX0000047301", "B-12-047")
    assert found(search, text) == []


def test_codes_of_ours_in_each_form_and_what_a_revoked_one_opened(crew: Crew, search: Search) -> None:
    first = intake.receive(crew.store, crew.settings, crew.clock, "PX0000047301", "B-12")
    digits = first.typed_code.text
    for text in (first.token.text, first.token.text.lower(), digits, f"{digits[:3]} {digits[3:6]} {digits[6:]}"):
        assert found(search, text) == [(first.parcel.id, By.CODE)]
    intake.issue(crew.store, crew.settings, crew.clock, ["PX0000047301"])
    assert found(search, first.token.text) == [(first.parcel.id, By.OLD_CODE)]


def test_a_carriers_code_by_its_pattern_drops_the_phone(crew: Crew, search: Search) -> None:
    parcel = crew.parcel("482193")  # its carrier code is C-482193, so by the pattern this is another's
    assert found(search, "P|612345678|482193") == []
    with crew.store.transaction():
        crew.store.pickups.make([parcel.id], codes={CodeKind.CARRIER: "482193"}, at=crew.clock.now())
    assert found(search, "P|612345678|482193") == [(parcel.id, By.CODE)]


def test_by_hint(crew: Crew, search: Search) -> None:
    label = Waybill("PX0000000001", WaybillKind.GENERAL)
    parcel = crew.store.parcels.add(label, place="A-1", state=ParcelState.WAITING, hint="4567", at=crew.clock.now())
    assert found(search, "4567") == found(search, "456") == [(parcel.id, By.HINT)]
    assert found(search, "567") == found(search, "45") == []
    assert "4567" not in repr(hits(search, "4567"))


def test_what_left_is_found_by_its_whole_waybill_alone(crew: Crew, search: Search) -> None:
    gone = crew.parcel("PX0000047301", "B-12-047", ParcelState.HANDED_OVER)
    for text in ("7301", "B-12-047", "B"):
        assert found(search, text) == []
    (hit,) = hits(search, "PX0000047301")
    assert (hit.parcel, hit.mark, hit.ending, hit.since) == (gone.id, Mark.HANDED_OVER, None, gone.since)
    here = crew.parcel("PX0000047301", "B-12-048")
    assert found(search, "PX0000047301") == [(here.id, By.WAYBILL)]


def test_places_come_in_the_order_of_the_shelf_and_only_what_lies_there(crew: Crew, search: Search) -> None:
    far, third, here = crew.parcel("P1", "B-12-001"), crew.parcel("P2", "B-1-003"), crew.parcel("P3", "B-1")
    crew.parcel("P4", "B-1-001", ParcelState.RETURNED)
    crew.parcel("P5", "B-1-002", ParcelState.EXPECTED)
    assert [number for number, _ in found(search, "b1")] == [here.id, third.id, far.id]
    assert [number for number, _ in found(search, "B-1-")] == [third.id]


def test_at_most_so_many_and_each_once(crew: Crew, search: Search) -> None:
    for number in range(6):
        crew.parcel(f"PX000{number}1111", "A-1")
    assert len(found(search, "111", 4)) == 4
    assert len({number for number, _ in found(search, "111")}) == len(found(search, "111")) == 6


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        (ParcelState.EXPECTED, Mark.EXPECTED),
        (ParcelState.WAITING, Mark.WAITING),
        (ParcelState.RELEASED, Mark.SHOWN_OPEN),
        (ParcelState.UNCHECKED, Mark.UNCHECKED),
        (ParcelState.MISSING, Mark.MISSING),
        (ParcelState.DISPUTED, Mark.DISPUTED),
        (ParcelState.HANDED_OVER, Mark.HANDED_OVER),
        (ParcelState.RETURNED, Mark.RETURNED),
    ],
)
def test_the_mark_of_each_state(crew: Crew, search: Search, state: ParcelState, mark: Mark) -> None:
    crew.parcel("PX0000047301", state=state)
    assert [hit.mark for hit in hits(search, "PX0000047301")] == [mark]


@pytest.mark.parametrize("held", Hold)
@pytest.mark.parametrize(("days", "over"), [(1, None), (0, Mark.LAST_DAY), (-1, Mark.PAST_DAY)])
def test_the_day_stands_out_before_the_flag(
    crew: Crew, search: Search, held: Hold, days: int, over: Mark | None
) -> None:
    today: date = crew.clock.today()
    crew.store.parcels.add(
        Waybill("PX0000047301", WaybillKind.GENERAL),
        place="A-1",
        state=ParcelState.WAITING,
        held=held,
        last_day=today + timedelta(days=days),
        at=crew.clock.now(),
    )
    (hit,) = hits(search, "7301")
    assert (hit.mark, hit.held, hit.last_day) == (over or Mark(held.value), held, today + timedelta(days=days))


def test_a_release_by_hand_shows_at_once(crew: Crew, search: Search) -> None:
    parcel, seat = crew.parcel("PX0000047301"), crew.signed_in(2)
    proposal = override.propose(crew.store, crew.clock, seat, parcel.id, reason=WhyByHand.ID_SEEN, checked=True)
    assert isinstance(proposal, Proposal)
    assert isinstance(override.confirm(crew.store, crew.clock, seat, proposal), Made)
    assert [hit.mark for hit in hits(search, "7301")] == [Mark.BY_HAND]


def test_who_may_look(crew: Crew, search: Search) -> None:
    crew.parcel("PX0000047301")
    assert search.find(Seat(3, "desk", with_pin=True), "7301") == Declined(Lacking.ROLE)
    assert search.find(Seat(1, "desk", with_pin=False), "7301") == search.find(CLERK, "7301")


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40) | st.from_regex(r"[A-Z0-9 -]{0,12}", fullmatch=True))
def test_any_rubbish_is_answered(crew: Crew, search: Search, text: str) -> None:
    assert isinstance(search.find(CLERK, text), tuple)


TAIL = st.text("AB01-", min_size=3, max_size=6)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TAIL, max_size=8), TAIL)
def test_endings_are_as_if_every_parcel_was_read(crew: Crew, search: Search, tails: list[str], last: str) -> None:
    known = list(crew.store.parcels.all())
    for number, tail in enumerate(tails):
        label = Waybill(f"{len(known) + number:05}{tail}", WaybillKind.GENERAL)
        crew.store.parcels.add(label, place=None, state=ParcelState.EXPECTED, at=crew.clock.now())
    waybills = {parcel.id: parcel.waybill or "" for parcel in crew.store.parcels.all()}
    expected = {number for number, text in waybills.items() if text.endswith(last)}
    if len(last) == 3:
        expected |= {number for number, text in waybills.items() if text[-4:].startswith(last)}
    assert {number for number, by in found(search, last, 10_000) if by is By.ENDING} == expected
