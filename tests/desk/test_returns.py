"""What clerks do with parcels: each act from each state, by each role, with its entry; nothing else changes."""

import pytest

from kiosk.cli.history import history
from kiosk.desk.declined import Declined, Not
from kiosk.desk.override import Made, Proposal, WhyByHand, confirm, propose
from kiosk.desk.returns import FROM, Outcome, Returns, WhyDisputed
from kiosk.desk.seat import Seat
from kiosk.errors import KioskFault
from kiosk.ledger import events
from kiosk.ledger.events import Event
from kiosk.parcel import ParcelState
from kiosk.policy.roles import TABLE, Act, Lacking, Needs, Role
from tests.desk.crew import Crew

S = ParcelState
TO = {
    Act.CONFIRM: S.HANDED_OVER,
    Act.CANNOT_BE_FOUND: S.MISSING,
    Act.FOUND_AGAIN: S.WAITING,
    Act.RETURN: S.RETURNED,
    Act.OPEN_DISPUTE: S.DISPUTED,
    Act.CLOSE_DISPUTE: S.HANDED_OVER,
}
ENTRY: dict[Act, type[Event]] = {
    Act.MOVE: events.ParcelMoved,
    Act.CONFIRM: events.ParcelConfirmed,
    Act.CANNOT_BE_FOUND: events.ParcelMissing,
    Act.FOUND_AGAIN: events.ParcelFoundAgain,
    Act.RETURN: events.ParcelReturned,
    Act.OPEN_DISPUTE: events.DisputeOpened,
    Act.CLOSE_DISPUTE: events.DisputeClosed,
}
NUMBERS = {Role.SUPERVISOR: 1, Role.CLERK: 2, Role.TECHNICIAN: 3}


@pytest.fixture
def returns(crew: Crew) -> Returns:
    return Returns(crew.store, crew.clock)


def do(returns: Returns, act: Act, seat: Seat, parcel: int) -> Declined | None:
    return {
        Act.MOVE: lambda: returns.move(seat, parcel, "C-03"),
        Act.CONFIRM: lambda: returns.confirm(seat, parcel),
        Act.CANNOT_BE_FOUND: lambda: returns.cannot_be_found(seat, parcel),
        Act.FOUND_AGAIN: lambda: returns.found_again(seat, parcel, "C-03"),
        Act.RETURN: lambda: returns.give_back(seat, parcel),
        Act.OPEN_DISPUTE: lambda: returns.open_dispute(seat, parcel, WhyDisputed.NOT_RECEIVED),
        Act.CLOSE_DISPUTE: lambda: returns.close_dispute(seat, parcel, Outcome.HANDED_OVER),
    }[act]()


@pytest.mark.parametrize("act", FROM)
@pytest.mark.parametrize("state", ParcelState)
def test_each_act_from_each_state(crew: Crew, returns: Returns, act: Act, state: ParcelState) -> None:
    parcel, seat = crew.parcel(state=state), crew.signed_in(1)
    before = crew.store.journal.size()
    answer = do(returns, act, seat, parcel.id)
    now = crew.store.parcels.get(parcel.id)
    if state not in FROM[act]:
        assert (answer, now, crew.store.journal.size()) == (Declined(Not.STATE, parcel), parcel, before)
        return
    assert answer is None
    assert now.state is TO.get(act, state)
    assert crew.store.journal.size() == before + 1
    (entry,) = crew.entered(ENTRY[act])
    assert getattr(entry, "parcel", None) == parcel.id
    assert getattr(entry, "clerk", None) == 1


@pytest.mark.parametrize("act", FROM)
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("with_pin", [True, False])
def test_each_act_by_each_role(crew: Crew, returns: Returns, act: Act, role: Role, with_pin: bool) -> None:
    parcel = crew.parcel(state=min(FROM[act]))
    answer = do(returns, act, Seat(NUMBERS[role], "desk", with_pin), parcel.id)
    needs = TABLE[act][role]
    if needs is Needs.REFUSED:
        assert answer == Declined(Lacking.ROLE)
    elif needs is Needs.PIN and not with_pin:
        assert answer == Declined(Lacking.PIN)
    else:
        assert answer is None
    assert bool(crew.entered(ENTRY[act])) == (answer is None)


def test_found_and_moved_lie_where_they_were_put(crew: Crew, returns: Returns) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    returns.move(seat, parcel.id, "c-3-7")
    assert crew.store.parcels.get(parcel.id).place == "C-3-7"
    returns.cannot_be_found(seat, parcel.id)
    with pytest.raises(KioskFault, match="place"):
        returns.found_again(seat, parcel.id, "behind the door")
    returns.found_again(seat, parcel.id, "D-04")
    assert crew.store.parcels.get(parcel.id).place == "D-04"
    assert [sentence for _, sentence in history(parcel.id, [], crew.store.journal.entries())] == [
        "Moved to C-3-7 by clerk 2.",
        "Not to be found, says clerk 2.",
        "Found at D-04 by clerk 2.",
    ]


@pytest.mark.parametrize("outcome", Outcome)
def test_a_dispute_ends(crew: Crew, returns: Returns, outcome: Outcome) -> None:
    parcel, seat = crew.parcel(state=S.HANDED_OVER), crew.signed_in(1)
    returns.open_dispute(seat, parcel.id, WhyDisputed.DAMAGED)
    assert returns.close_dispute(seat, parcel.id, outcome) is None
    assert crew.store.parcels.get(parcel.id).state == outcome.value
    assert [sentence for _, sentence in history(parcel.id, [], crew.store.journal.entries())] == [
        "Disputed (damaged), entered by clerk 1.",
        f"Dispute closed by clerk 1: {outcome.replace('_', ' ')}.",
    ]


@pytest.mark.parametrize("act", [Act.MOVE, Act.CONFIRM, Act.CANNOT_BE_FOUND])
def test_a_parcel_being_released_by_hand_is_left_alone(crew: Crew, returns: Returns, act: Act) -> None:
    parcel, seat, other = crew.parcel(), crew.signed_in(2), crew.signed_in(4)
    proposal = propose(crew.store, crew.clock, seat, parcel.id, reason=WhyByHand.ID_SEEN, checked=True)
    assert isinstance(proposal, Proposal)
    assert isinstance(confirm(crew.store, crew.clock, seat, proposal), Made)
    answer = do(returns, act, other, parcel.id)
    assert isinstance(answer, Declined)
    assert answer.why is Not.UNDER_OVERRIDE
