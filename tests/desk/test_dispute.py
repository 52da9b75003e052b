"""The file of a dispute: the seven days to answer, what is held meanwhile, and how it ended."""

import re
from datetime import timedelta

import pytest

from kiosk.cli.dispute_answer import answer
from kiosk.cli.dispute_page import page
from kiosk.cli.history import told
from kiosk.cli.home import OpenHome
from kiosk.desk import override, paper
from kiosk.desk.dispute import open_file
from kiosk.desk.override import Made, Proposal, WhyByHand
from kiosk.desk.returns import Outcome, Returns, WhyDisputed
from kiosk.parcel import ParcelState
from tests.desk.crew import Crew


def test_a_dispute_has_its_clock_its_hold_and_its_end(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    desk = Returns(crew.store, crew.clock)
    assert desk.open_dispute(seat, parcel.id, WhyDisputed.NOT_RECEIVED) is None
    home = OpenHome(crew.store, crew.settings, crew.clock)
    opened = open_file(crew.store, crew.clock, crew.store.parcels.get(parcel.id))
    complaint = opened.complaints[0]
    assert (complaint.answer_by - complaint.opened).days == 7
    assert (complaint.kept_until - complaint.opened).days == 365
    html = page(home, "a test", [opened])
    assert "Not received, entered on" in html
    assert "Erasure is held because of it" in html
    assert f"clerk 2 ({crew.store.clerks.get(2).name})" in html
    assert desk.close_dispute(crew.signed_in(1), parcel.id, Outcome.MISSING) is None
    closed = open_file(crew.store, crew.clock, crew.store.parcels.get(parcel.id))
    assert closed.complaints[0].how == "missing"
    assert closed.mix_up is not None
    html = page(home, "a test", [closed])
    assert "Where it may have gone by mistake" in html
    assert re.search(r"Closed on .*: missing\.", html)


def said(crew: Crew, parcel: int) -> str:
    """The page's answer to who took it."""
    file = open_file(crew.store, crew.clock, crew.store.parcels.get(parcel))
    entries = [entry for entry, _ in told(parcel, file.pickups, crew.store.journal.entries())]
    return answer(OpenHome(crew.store, crew.settings, crew.clock), file, entries)


def test_given_back_to_the_carrier(crew: Crew) -> None:
    parcel, desk = crew.parcel(), Returns(crew.store, crew.clock)
    assert desk.give_back(crew.signed_in(2), parcel.id) is None
    assert said(crew, parcel.id).startswith("The carrier: clerk 2 (Clerk 2) gave it back, on ")


def test_on_paper(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    crew.clock.advance(3600)
    at = crew.clock.local(crew.clock.now()) - timedelta(minutes=20)
    assert paper.enter(crew.store, crew.clock, seat, parcel.id, said=at, by=4) is None
    assert said(crew, parcel.id).startswith(
        "Somebody to whom clerk 4 (Clerk 4) gave it without power, by the paper list, at "
    )


def test_released_by_hand(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    proposal = override.propose(crew.store, crew.clock, seat, parcel.id, reason=WhyByHand.DEAD_PHONE, checked=True)
    assert isinstance(proposal, Proposal)
    assert isinstance(override.confirm(crew.store, crew.clock, seat, proposal), Made)
    crew.clock.advance(11)
    override.settle(crew.store, crew.clock)
    assert "by hand, without a valid code (dead phone; ID and label were compared)" in said(crew, parcel.id)
    assert "That rests on the clerk's word." in said(crew, parcel.id)


@pytest.mark.parametrize("outcome", Outcome)
def test_a_complaint_that_was_closed_without_the_kiosk_seeing_anything(crew: Crew, outcome: Outcome) -> None:
    parcel, seat, desk = crew.parcel(), crew.signed_in(1), Returns(crew.store, crew.clock)
    assert desk.open_dispute(seat, parcel.id, WhyDisputed.DAMAGED) is None
    assert desk.close_dispute(seat, parcel.id, outcome) is None
    found = said(crew, parcel.id)
    left = crew.store.parcels.get(parcel.id).state in {ParcelState.HANDED_OVER, ParcelState.RETURNED}
    assert ("closed a complaint with the outcome" in found) == left
    assert found.startswith("Nobody is known to have taken it. ") == (not left)
