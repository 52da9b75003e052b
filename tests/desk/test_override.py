"""Overrides: proposed, confirmed, undone, settled, signed and corrected; never alone with a held parcel while a supervisor is there."""

import pytest

from kiosk.cli.history import history
from kiosk.desk import override
from kiosk.desk.declined import Declined, Not
from kiosk.desk.override import Made, Proposal, WhyByHand
from kiosk.desk.seat import Seat
from kiosk.desk.station import Station
from kiosk.desk.visit import Visits
from kiosk.errors import KioskFault
from kiosk.ledger import events
from kiosk.parcel import CodeKind, Hold, Leaves, Parcel, ParcelState
from kiosk.policy.roles import Lacking
from kiosk.policy.words import Unfit
from tests.desk.crew import Crew

OVERRIDES = (
    events.OverrideMade,
    events.OverrideUndone,
    events.ParcelLeftByOverride,
    events.OverrideOvertaken,
    events.OverrideSigned,
    events.OverrideCorrected,
)


def proposed(crew: Crew, seat: Seat, parcel: Parcel, words: str = "") -> Proposal:
    made = override.propose(
        crew.store, crew.clock, seat, parcel.id, reason=WhyByHand.DEAD_PHONE, checked=True, words=words
    )
    assert isinstance(made, Proposal), made
    return made


def made(crew: Crew, seat: Seat, parcel: Parcel, second: Seat | None = None) -> Made:
    confirmed = override.confirm(crew.store, crew.clock, seat, proposed(crew, seat, parcel), second=second)
    assert isinstance(confirmed, Made), confirmed
    return confirmed


def settled(crew: Crew) -> int:
    crew.clock.advance(10)
    return override.settle(crew.store, crew.clock)


def state(crew: Crew, parcel: Parcel) -> ParcelState:
    return crew.store.parcels.get(parcel.id).state


def test_nothing_counts_before_it_is_confirmed_and_settled(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    before = crew.store.journal.size()
    proposal = proposed(crew, seat, parcel, " phone was dead ")
    assert proposal == Proposal(2, parcel, WhyByHand.DEAD_PHONE, "phone was dead", True, False, False)
    assert (state(crew, parcel), crew.store.journal.size()) == (ParcelState.WAITING, before)
    confirmed = override.confirm(crew.store, crew.clock, seat, proposal)
    assert isinstance(confirmed, Made)
    assert not confirmed.is_owed
    assert crew.store.parcels.get(parcel.id).waybill is not None
    assert override.settle(crew.store, crew.clock) == 0
    assert settled(crew) == 1
    assert override.settle(crew.store, crew.clock) == 0
    gone = crew.store.parcels.get(parcel.id)
    assert (gone.state, gone.waybill) == (ParcelState.HANDED_OVER, None)
    assert crew.entered(*OVERRIDES) == [
        events.OverrideMade(1, parcel.id, 2, "dead_phone", "yes", None),
        events.ParcelLeftByOverride(1, parcel.id),
    ]
    assert crew.store.overrides.get(1).words == "phone was dead"


def test_undone_within_ten_seconds_by_who_did_it(crew: Crew) -> None:
    parcel, seat, other = crew.parcel(), crew.signed_in(2), crew.signed_in(4)
    crew.clock.advance(60)
    confirmed = made(crew, seat, parcel)
    assert override.undo(crew.store, crew.clock, other, confirmed.override) == Declined(Not.ANOTHERS)
    crew.clock.advance(9)
    assert override.undo(crew.store, crew.clock, seat, confirmed.override) is None
    assert crew.store.parcels.get(parcel.id) == parcel, "age and all"
    assert settled(crew) == 0
    again = override.undo(crew.store, crew.clock, seat, confirmed.override)
    assert again == Declined(Not.TOO_LATE, parcel)
    made(crew, seat, parcel)


def test_after_ten_seconds_it_is_too_late(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    confirmed = made(crew, seat, parcel)
    crew.clock.advance(10)
    late = override.undo(crew.store, crew.clock, seat, confirmed.override)
    assert isinstance(late, Declined)
    assert late.why is Not.TOO_LATE
    assert settled(crew) == 1


@pytest.mark.parametrize(
    ("reason", "words", "why"),
    [
        (WhyByHand.OTHER, " ", Not.WORDS_MISSING),
        (WhyByHand.OTHER, "call 612 34 56 78", Unfit.NUMBER),
        (WhyByHand.CODE_LOST, "x" * 81, Unfit.TOO_LONG),
    ],
)
def test_words(crew: Crew, reason: WhyByHand, words: str, why: Not | Unfit) -> None:
    answer = override.propose(
        crew.store, crew.clock, crew.signed_in(2), crew.parcel().id, reason=reason, checked=False, words=words
    )
    assert answer == Declined(why)


@pytest.mark.parametrize("standing", ParcelState)
def test_only_a_parcel_that_is_here(crew: Crew, standing: ParcelState) -> None:
    parcel, seat = crew.parcel(state=standing), crew.signed_in(2)
    answer = override.propose(crew.store, crew.clock, seat, parcel.id, reason=WhyByHand.ID_SEEN, checked=True)
    if standing in {ParcelState.WAITING, ParcelState.RELEASED, ParcelState.UNCHECKED}:
        assert isinstance(answer, Proposal)
    else:
        assert answer == Declined(Not.STATE, parcel)


def test_two_clerks_at_one_parcel(crew: Crew) -> None:
    parcel, one, other = crew.parcel(), crew.signed_in(2), crew.signed_in(4)
    late = proposed(crew, other, parcel)
    made(crew, one, parcel)
    answer = override.confirm(crew.store, crew.clock, other, late)
    assert answer == Declined(Not.STATE, crew.store.parcels.get(parcel.id))
    again = override.propose(crew.store, crew.clock, other, parcel.id, reason=WhyByHand.ID_SEEN, checked=True)
    assert isinstance(again, Declined)
    assert again.why is Not.UNDER_OVERRIDE
    assert len(crew.entered(events.OverrideMade)) == 1


def test_a_badge_alone_is_not_enough(crew: Crew) -> None:
    parcel, window = crew.parcel(), crew.window()
    crew.signed_in(2, window)
    window.lock()
    by_badge = window.show_badge(crew.badges[2])
    assert isinstance(by_badge, Seat)
    answer = override.propose(crew.store, crew.clock, by_badge, parcel.id, reason=WhyByHand.ID_SEEN, checked=True)
    assert answer == Declined(Lacking.PIN)


def test_a_held_parcel_needs_a_supervisor_beside(crew: Crew) -> None:
    parcel, window = crew.parcel(held=Hold.ID_TO_BE_SEEN), crew.window()
    seat = crew.signed_in(2, window)
    crew.signed_in(1)
    proposal = proposed(crew, seat, parcel)
    assert (proposal.needs_second, proposal.may_be_owed) == (True, False)
    assert override.confirm(crew.store, crew.clock, seat, proposal) == Declined(Lacking.SECOND)
    for nobody in (seat, Seat(4, "desk", with_pin=True), Seat(1, "desk", with_pin=False)):
        refused = override.confirm(crew.store, crew.clock, seat, proposal, second=nobody)
        assert refused == Declined(Lacking.SECOND)
    second = window.second(crew.badges[1], "739415")
    assert isinstance(second, Seat)
    assert not made(crew, seat, parcel, second).is_owed
    assert crew.entered(events.OverrideMade) == [events.OverrideMade(1, parcel.id, 2, "dead_phone", "yes", 1)]


def test_with_no_supervisor_on_shift_the_signature_is_owed(crew: Crew) -> None:
    parcel, seat = crew.parcel(held=Hold.FRAGILE), crew.signed_in(2)
    assert proposed(crew, seat, parcel).may_be_owed
    confirmed = made(crew, seat, parcel)
    assert confirmed.is_owed
    settled(crew)
    assert [one.id for one in crew.store.overrides.owed()] == [confirmed.override]
    assert override.sign_owed(crew.store, crew.clock, seat, confirmed.override) == Declined(Lacking.ROLE)
    supervisor = crew.signed_in(1)
    assert override.sign_owed(crew.store, crew.clock, supervisor, confirmed.override) is None
    assert override.sign_owed(crew.store, crew.clock, supervisor, confirmed.override) == Declined(Not.DONE)
    assert crew.store.overrides.owed() == []
    assert crew.entered(events.OverrideSigned) == [events.OverrideSigned(confirmed.override, parcel.id, 1)]


def test_a_supervisor_releases_a_held_parcel_alone(crew: Crew) -> None:
    parcel, seat = crew.parcel(held=Hold.OVERSIZE), crew.signed_in(1)
    assert not proposed(crew, seat, parcel).needs_second
    assert not made(crew, seat, parcel).is_owed


def test_a_customers_label_check_may_come_first(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    visits = Visits(crew.store, crew.settings, crew.clock)
    confirmed = made(crew, seat, parcel)
    visits.show_code(CodeKind.CARRIER, "C-PARCEL0001", station="left")
    (visit,) = visits.open_visits()
    visits.hand_over(visit.id, [parcel.id], station="left", how=Leaves.LABEL)
    late = override.undo(crew.store, crew.clock, seat, confirmed.override)
    assert isinstance(late, Declined)
    assert late.why is Not.STATE
    assert settled(crew) == 1
    handed = crew.entered(events.ParcelHandedOver, events.ParcelLeftByOverride, events.OverrideOvertaken)
    assert [type(event).__name__ for event in handed] == ["ParcelHandedOver", "OverrideOvertaken"]


def test_undoing_leaves_the_parcel_to_a_customer_who_is_on_the_way(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    visits = Visits(crew.store, crew.settings, crew.clock)
    confirmed = made(crew, seat, parcel)
    visits.show_code(CodeKind.CARRIER, "C-PARCEL0001", station="left")
    assert override.undo(crew.store, crew.clock, seat, confirmed.override) is None
    (visit,) = visits.open_visits()
    assert [one.id for one in visits.progress(visit.id).waiting] == [parcel.id]


def test_a_supervisor_takes_a_parcel_back_in(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    confirmed = made(crew, seat, parcel)
    supervisor = crew.signed_in(1)

    def correct(by: Seat, label: str = "PARCEL0001", place: str = "c-03") -> Declined | None:
        return override.correct(crew.store, crew.settings, crew.clock, by, confirmed.override, label=label, place=place)

    early = correct(supervisor)
    assert isinstance(early, Declined)
    assert early.why is Not.STATE
    settled(crew)
    assert correct(seat) == Declined(Lacking.ROLE)
    assert correct(supervisor, "PARCEL0002") == Declined(Not.WRONG_LABEL)
    with pytest.raises(KioskFault, match="place"):
        correct(supervisor, place="under the desk")
    assert correct(supervisor) is None
    back = crew.store.parcels.get(parcel.id)
    assert (back.state, back.waybill, back.place) == (ParcelState.WAITING, "PARCEL0001", "C-03")
    assert isinstance(correct(supervisor), Declined)
    assert crew.entered(events.OverrideCorrected) == [
        events.OverrideCorrected(confirmed.override, parcel.id, "C-03", 1)
    ]


def test_a_clock_set_back_does_not_hold_a_parcel_for_years(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    made(crew, seat, parcel)
    crew.clock.advance(-1e6)
    assert override.settle(crew.store, crew.clock) == 1


def test_a_station_settles_what_no_desk_is_open_for(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    made(crew, seat, parcel)
    station = Station("left", crew.store, crew.settings, crew.clock, lambda _: None)
    station.tick()
    assert state(crew, parcel) is ParcelState.RELEASED
    crew.clock.advance(10)
    station.tick()
    assert state(crew, parcel) is ParcelState.HANDED_OVER


def test_a_parcels_history_tells_of_it(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    override.undo(crew.store, crew.clock, seat, made(crew, seat, parcel).override)
    number = made(crew, seat, parcel).override
    settled(crew)
    supervisor = crew.signed_in(1)
    override.correct(crew.store, crew.settings, crew.clock, supervisor, number, label="PARCEL0001", place="B-12")
    assert [sentence for _, sentence in history(parcel.id, [], crew.store.journal.entries())] == [
        "Released by hand by clerk 2 (dead phone, ID and label compared), override 1.",
        "Override 1 undone.",
        "Released by hand by clerk 2 (dead phone, ID and label compared), override 2.",
        "Handed over by override 2.",
        "Taken back in at B-12 by clerk 1: override 2 was a mistake.",
    ]


def test_only_who_was_shown_it_in_full_can_confirm_it(crew: Crew) -> None:
    """Else a clerk confirmed what a supervisor had been shown, and nobody owed the second signature."""
    parcel = crew.parcel(held=Hold.ID_TO_BE_SEEN)
    window = crew.window()
    proposal = proposed(crew, crew.signed_in(1, window), parcel)
    window.sign_out()
    answer = override.confirm(crew.store, crew.clock, Seat(2, "desk", with_pin=True), proposal)
    assert answer == Declined(Not.NOT_SHOWN)
    assert state(crew, parcel) is ParcelState.WAITING
