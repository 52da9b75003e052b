"""A walk along a shelf: what was seen, what is missing, what does not belong, and what the mix-up finder makes of it."""

import pytest

from kiosk.cli.history import history
from kiosk.desk.declined import Declined
from kiosk.desk.returns import Returns
from kiosk.desk.seat import Seat
from kiosk.desk.shelf_check import Checked, Finding, Progress, Scanned, ShelfCheck
from kiosk.desk.visit import Visits
from kiosk.desk.watch import Watch
from kiosk.errors import KioskFault
from kiosk.ledger import events
from kiosk.parcel import CodeKind, ParcelState
from kiosk.policy.roles import Lacking
from tests.desk.crew import Crew

CLERK = Seat(2, "desk", with_pin=False)
S = ParcelState


def walk(crew: Crew, shelf: str = "B-12") -> ShelfCheck:
    crew.clock.advance(1)
    return ShelfCheck(crew.store, crew.settings, crew.clock, shelf)


def scan(check: ShelfCheck, text: str) -> Finding:
    scanned = check.scan(CLERK, text)
    assert isinstance(scanned, Scanned)
    return scanned.finding


def finish(check: ShelfCheck) -> Checked:
    checked = check.finish(CLERK)
    assert isinstance(checked, Checked)
    return checked


def test_seen_missing_and_strangers(crew: Crew) -> None:
    crew.parcel("PARCEL0001", "B-12-001")
    gap = crew.parcel("PARCEL0002", "B-12")
    astray, far = crew.parcel("PARCEL0003", "C-03-001"), crew.parcel("PARCEL0004", "B-120")
    check = walk(crew)
    assert check.progress() == Progress("B-12", 0, 2)
    assert [scan(check, text) for text in ("parcel0001", "PARCEL0003", "PARCEL0001")] == [
        Finding.HERE,
        Finding.ELSEWHERE,
        Finding.AGAIN,
    ]
    assert check.progress() == Progress("B-12", 1, 1)
    checked = finish(check)
    assert (checked.seen, [hit.parcel for hit in checked.missing]) == (1, [gap.id])
    ((finding, hit),) = [(one.finding, one.hit) for one in checked.strangers]
    assert hit is not None
    assert (finding, hit.parcel, hit.place) == (Finding.ELSEWHERE, astray.id, "C-03-001")
    assert crew.entered(events.ShelfChecked) == [events.ShelfChecked("B-12", 1, (gap.id,), (astray.id,), 2)]
    told = {one: [words for _, words in history(one, [], crew.store.journal.entries())] for one in (gap.id, astray.id)}
    assert told == {
        gap.id: ["Not seen on B-12 in a shelf check by clerk 2."],
        astray.id: ["Seen on B-12, where it does not belong, in a shelf check by clerk 2."],
    }
    assert far.id not in {hit.parcel for hit in checked.missing}


@pytest.mark.parametrize(
    ("state", "finding"),
    [
        (S.WAITING, Finding.HERE),
        (S.RELEASED, Finding.HERE),
        (S.UNCHECKED, Finding.HERE),
        (S.DISPUTED, Finding.HERE),
        (S.MISSING, Finding.FOUND),
        (S.HANDED_OVER, Finding.LEFT),
        (S.RETURNED, Finding.LEFT),
        (S.EXPECTED, Finding.NOT_TAKEN_IN),
    ],
)
def test_what_lies_there_in_each_state(crew: Crew, state: ParcelState, finding: Finding) -> None:
    parcel = crew.parcel(state=state)
    check = walk(crew)
    assert scan(check, "PARCEL0001") is finding
    checked = finish(check)
    assert checked.seen == (finding is Finding.HERE)
    assert [one.finding for one in checked.strangers] == ([] if finding is Finding.HERE else [finding])
    assert crew.store.parcels.get(parcel.id) == parcel, "a walk changes no parcel"


@pytest.mark.parametrize("state", [state for state in S if state is not S.WAITING])
def test_only_what_should_wait_there_is_missing(crew: Crew, state: ParcelState) -> None:
    crew.parcel(state=state)
    assert finish(walk(crew)).missing == ()


@pytest.mark.parametrize("text", ["", "what is this", "HK1:", "B-12", "PARCEL9999", "x" * 900, "\0"])
def test_rubbish_is_no_parcel(crew: Crew, text: str) -> None:
    check = walk(crew)
    assert scan(check, text) is Finding.UNKNOWN
    assert finish(check).strangers == ()


def test_a_place_sticker_stands_for_its_one_parcel(crew: Crew) -> None:
    crew.parcel("PARCEL0001", "B-12-001")
    crew.parcel("PARCEL0002", "B-12-002")
    crew.parcel("PARCEL0003", "B-12-002")
    check = walk(crew)
    assert [scan(check, text) for text in ("b-12-001", "B-12-002", "B-12-003")] == [
        Finding.HERE,
        Finding.UNKNOWN,
        Finding.UNKNOWN,
    ]


def test_what_happens_during_the_walk_counts_as_it_is_at_its_end(crew: Crew) -> None:
    taken, astray = crew.parcel("PARCEL0001", "B-12-001"), crew.parcel("PARCEL0002", "C-03")
    check = walk(crew)
    scan(check, "PARCEL0002")
    crew.clock.advance(1)
    Returns(crew.store, crew.clock).move(CLERK, astray.id, "B-12-005")
    crew.store.parcels.change(taken.id, S.HANDED_OVER, crew.clock.now())
    late = crew.parcel("PARCEL0003", "B-12-006")
    checked = finish(check)
    assert (checked.seen, checked.missing, checked.strangers) == (1, (), ())
    assert late.state is S.WAITING


def test_seen_in_a_check_is_where_the_mix_up_finder_begins(crew: Crew) -> None:
    missing, other = crew.parcel("PARCEL0001", "B-12-001"), crew.parcel("PARCEL0002", "B-12-002")
    visits, watch = Visits(crew.store, crew.settings, crew.clock), Watch(crew.store)
    crew.clock.advance(60)
    visits.show_code(CodeKind.CARRIER, "C-PARCEL0002", station="left")
    found = watch.mix_up(missing.id)
    assert found is not None
    assert [suspect.parcel.id for suspect in found.suspects] == [other.id]
    crew.clock.advance(1)
    for visit in visits.open_visits():
        crew.store.visits.close(visit.id, crew.clock.now())
    crew.store.parcels.change(other.id, S.WAITING, crew.clock.now())
    check = walk(crew)
    scan(check, "PARCEL0001")
    crew.clock.advance(600)
    finish(check)
    found = watch.mix_up(missing.id)
    assert found is not None
    assert found.suspects == ()
    assert 600 <= (crew.clock.now() - found.since).total_seconds() < 660, "when it was scanned, not when the walk ended"


def test_a_shelf_whose_name_begins_alike_is_another(crew: Crew) -> None:
    crew.parcel("PARCEL0001", "B-120-001")
    assert scan(walk(crew), "PARCEL0001") is Finding.ELSEWHERE
    assert finish(walk(crew)).missing == ()


def test_who_may(crew: Crew) -> None:
    check, technician = walk(crew), Seat(3, "desk", with_pin=True)
    assert check.scan(technician, "PARCEL0001") == check.finish(technician) == Declined(Lacking.ROLE)
    assert crew.entered(events.ShelfChecked) == []
    with pytest.raises(KioskFault, match="place"):
        walk(crew, "the window")
