"""The report at a shift's end: what happened since it began, by everybody, and how the depot stands."""

import csv
import io
from datetime import timedelta

import pytest

from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.desk import override, paper
from kiosk.desk.calls import Calls
from kiosk.desk.declined import Declined
from kiosk.desk.override import Made, Proposal, WhyByHand
from kiosk.desk.report import Age, Report, Way, shift_report, to_csv
from kiosk.desk.returns import Returns
from kiosk.desk.seat import Seat
from kiosk.desk.shown import Why
from kiosk.desk.visit import Visits
from kiosk.parcel import CodeKind, Hold, Leaves, Parcel, ParcelState
from kiosk.policy.roles import Lacking
from tests.desk.crew import Crew


def reported(crew: Crew, seat: Seat) -> Report:
    report = shift_report(crew.store, crew.clock, seat)
    assert isinstance(report, Report)
    return report


def by_hand(crew: Crew, seat: Seat, parcel: Parcel, why: WhyByHand) -> int:
    proposal = override.propose(crew.store, crew.clock, seat, parcel.id, reason=why, checked=True)
    assert isinstance(proposal, Proposal)
    made = override.confirm(crew.store, crew.clock, seat, proposal)
    assert isinstance(made, Made)
    return made.override


def show(crew: Crew, parcel: Parcel) -> int:
    visits = Visits(crew.store, crew.settings, crew.clock)
    visits.show_code(CodeKind.CARRIER, f"C-{parcel.waybill}", station="left")
    return max((visit.id for visit in visits.open_visits()), default=0)


def test_a_quiet_shift(crew: Crew) -> None:
    seat = crew.signed_in(2)
    report = reported(crew, seat)
    assert (report.clerk, report.name, report.taken_in) == (2, "Clerk 2", 0)
    assert report.handed_over == dict.fromkeys(Way, 0)
    assert report.waiting == dict.fromkeys(Age, 0)
    assert (report.refused, report.by_hand, report.owed, report.wrong_parcels) == ((), (), (), 0)
    assert report.since == crew.store.clerks.get(2).shift_since


def test_a_busy_one(crew: Crew) -> None:
    parcels = [crew.parcel(f"PARCEL{number:04}") for number in range(9)]
    visits, calls = Visits(crew.store, crew.settings, crew.clock), Calls(crew.store, crew.clock)
    before = crew.signed_in(4)
    by_hand(crew, before, parcels[8], WhyByHand.ID_SEEN)
    crew.clock.advance(60)
    override.settle(crew.store, crew.clock)
    calls.call("left", Why.HELP)
    seat = crew.signed_in(2)
    visits.hand_over(show(crew, parcels[0]), [parcels[0].id], station="left", how=Leaves.LABEL)
    visits.hand_over(show(crew, parcels[1]), [parcels[1].id], station="left", how=Leaves.TAP)
    for _ in range(2):
        show(crew, parcels[0])
    visits.show_code(CodeKind.CARRIER, "what is this", station="left")
    visits.wrong_parcel(show(crew, parcels[2]), parcels[3].id, station="left")
    Returns(crew.store, crew.clock).confirm(seat, parcels[2].id)
    by_hand(crew, seat, parcels[3], WhyByHand.DEAD_PHONE)
    undone = by_hand(crew, seat, parcels[4], WhyByHand.DEAD_PHONE)
    override.undo(crew.store, crew.clock, seat, undone)
    by_hand(crew, crew.signed_in(4), parcels[5], WhyByHand.CODE_LOST)
    crew.clock.advance(11)
    override.settle(crew.store, crew.clock)
    crew.store.parcels.set_held(parcels[6].id, Hold.ID_TO_BE_SEEN)
    by_hand(crew, seat, crew.store.parcels.get(parcels[6].id), WhyByHand.ID_SEEN)
    paper.enter(crew.store, crew.clock, seat, parcels[7].id, said=crew.clock.now())
    calls.answer(seat, calls.call("right", Why.BRING_IT).number)

    report = reported(crew, seat)
    assert report.handed_over == {Way.LABEL: 1, Way.TAP: 1, Way.CLERK: 1, Way.BY_HAND: 2, Way.PAPER: 1}
    assert report.refused == (("already_collected", 2), ("unknown", 1))
    assert (report.wrong_parcels, report.calls, report.answered) == (1, 1, 1)
    assert [(one.clerk, one.reason, one.count, one.undone) for one in report.by_hand] == [
        (2, "dead_phone", 2, 1),
        (2, "id_seen", 1, 0),
        (4, "code_lost", 1, 0),
    ]
    assert [(one.clerk, one.reason, one.hit.parcel) for one in report.owed] == [(2, "id_seen", parcels[6].id)]
    assert report.waiting == {Age.TODAY: 1, Age.YESTERDAY: 0, Age.WEEK: 0, Age.LONGER: 0}
    assert report.states[ParcelState.HANDED_OVER] == 7
    assert reported(crew, before).handed_over[Way.BY_HAND] == 3, "whoever began earlier sees more"


@pytest.mark.parametrize(
    ("days", "age"),
    [(0, Age.TODAY), (1, Age.YESTERDAY), (2, Age.WEEK), (6, Age.WEEK), (7, Age.LONGER), (400, Age.LONGER)],
)
def test_waiting_by_the_depots_own_days(crew: Crew, days: int, age: Age) -> None:
    midnight = crew.clock.local(crew.clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    for number, at in enumerate((midnight, midnight + timedelta(hours=23, minutes=59))):
        label = Waybill(f"PARCEL{number:04}", WaybillKind.GENERAL)
        crew.store.parcels.add(label, place="A-1", state=ParcelState.WAITING, at=at - timedelta(days=days))
    assert reported(crew, crew.signed_in(2)).waiting == {one: 2 * (one is age) for one in Age}


def test_over_many_pages_and_a_clock_set_right(crew: Crew) -> None:
    visits = Visits(crew.store, crew.settings, crew.clock)
    seat = crew.signed_in(2)
    for number in range(1_100):
        if number == 20:
            crew.clock.advance(-30)
        visits.show_code(CodeKind.CARRIER, "what is this", station="left")
        if number == 20:
            crew.clock.advance(60)
    assert reported(crew, seat).refused == (("unknown", 1_099),)


def test_a_shift_that_was_never_ended_is_told_for_twelve_hours(crew: Crew) -> None:
    seat = crew.signed_in(2)
    crew.clock.advance(20 * 3600)
    report = reported(crew, seat)
    assert report.until - report.since == timedelta(hours=12)


def test_as_a_table(crew: Crew) -> None:
    seat = crew.signed_in(2)
    crew.store._database.run("UPDATE clerks SET name = '=1+1' WHERE id = 2")
    by_hand(crew, seat, crew.parcel("PARCEL0001"), WhyByHand.DEAD_PHONE)
    text = to_csv(reported(crew, seat), crew.clock)
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == ["what", "of", "clerk", "count"]
    assert ["override", "dead_phone", "'=1+1", "1"] in rows
    assert ["handed_over", "label", "", "0"] in rows
    assert "PARCEL0001" not in text


def test_who_may(crew: Crew) -> None:
    technician = Seat(3, "desk", with_pin=True)
    assert shift_report(crew.store, crew.clock, technician) == Declined(Lacking.ROLE)
