"""The whole table of roles walked through the rooms that do the acts: each act by each role is done, with its entry, or refused.

`tests/policy/test_roles.py` sees that the table is as documented; here nothing is asked but the acts themselves.
"""

import itertools
from collections.abc import Callable

import pytest

from kiosk.desk import clerks, intake, override, paper
from kiosk.desk.calls import Calls
from kiosk.desk.declined import Declined
from kiosk.desk.override import Made, Proposal, WhyByHand
from kiosk.desk.report import shift_report
from kiosk.desk.returns import Outcome, Returns, WhyDisputed
from kiosk.desk.search import Search
from kiosk.desk.seat import Seat
from kiosk.desk.shelf_check import ShelfCheck
from kiosk.desk.shown import Why
from kiosk.ledger import events
from kiosk.ledger.events import Event
from kiosk.parcel import Hold, Parcel, ParcelState
from kiosk.policy.roles import TABLE, Act, Lacking, Needs, Role
from tests.desk.crew import PIN, Crew

S = ParcelState
NUMBERS = {Role.SUPERVISOR: 1, Role.CLERK: 2, Role.TECHNICIAN: 3}
Deed = Callable[[Crew, Seat], object]


def label(crew: Crew) -> str:
    """Of a parcel that was never here."""
    return f"PARCEL{crew.store.parcels.count() + 1:04}"


def parcel(crew: Crew, state: ParcelState = S.WAITING, held: Hold | None = None) -> Parcel:
    return crew.parcel(label(crew), state=state, held=held)


def _release(crew: Crew, seat: Seat, held: Hold | None) -> object:
    crew.signed_in(5)  # so that a second person could sign, and nothing can be owed
    proposal = override.propose(
        crew.store, crew.clock, seat, parcel(crew, held=held).id, reason=WhyByHand.ID_SEEN, checked=True
    )
    return override.confirm(crew.store, crew.clock, seat, proposal) if isinstance(proposal, Proposal) else proposal


def _made(crew: Crew, clerk: int, held: Hold | None = None) -> int:
    """An override that this clerk made a moment ago, whatever is tried next."""
    one = parcel(crew, held=held)
    with crew.store.transaction():
        made = crew.store.overrides.add(
            one.id,
            clerk,
            reason=WhyByHand.ID_SEEN,
            words="",
            checked=True,
            before=(one.state, crew.clock.now()),
            needs_second=held is not None,
            second=None,
            at=crew.clock.now(),
        )
        crew.store.parcels.change(one.id, S.RELEASED, crew.clock.now())
    return made


def _correct(crew: Crew, seat: Seat) -> object:
    scanned, made = label(crew), _made(crew, 4)
    crew.clock.advance(11)
    override.settle(crew.store, crew.clock)
    return override.correct(crew.store, crew.settings, crew.clock, seat, made, label=scanned, place="D-09")


def _check(crew: Crew, seat: Seat) -> object:
    check = ShelfCheck(crew.store, crew.settings, crew.clock, "B-12")
    scanned = check.scan(seat, parcel(crew).waybill or "")
    return scanned if isinstance(scanned, Declined) else check.finish(seat)


def _answer(crew: Crew, seat: Seat) -> object:
    calls = Calls(crew.store, crew.clock)
    return calls.answer(seat, calls.call("left", Why.HELP).number)


def _returns(crew: Crew) -> Returns:
    return Returns(crew.store, crew.clock)


DEEDS: dict[Act, tuple[Deed, type[Event] | None]] = {
    Act.LOOK_UP: (lambda crew, seat: Search(crew.store, crew.settings, crew.clock).find(seat, "B-12"), None),
    Act.TAKE_IN: (
        lambda crew, seat: intake.take_in(crew.store, crew.settings, crew.clock, seat, label(crew), place="B-12"),
        events.ParcelReceived,
    ),
    Act.ISSUE_CODE: (
        lambda crew, seat: intake.issue_at_desk(crew.store, crew.settings, crew.clock, seat, parcel(crew).id),
        events.CodeIssued,
    ),
    Act.ANSWER_CALL: (_answer, events.CallAnswered),
    Act.MOVE: (lambda crew, seat: _returns(crew).move(seat, parcel(crew).id, "C-03"), events.ParcelMoved),
    Act.CHECK_SHELF: (_check, events.ShelfChecked),
    Act.CONFIRM: (
        lambda crew, seat: _returns(crew).confirm(seat, parcel(crew, S.RELEASED).id),
        events.ParcelConfirmed,
    ),
    Act.CANNOT_BE_FOUND: (
        lambda crew, seat: _returns(crew).cannot_be_found(seat, parcel(crew).id),
        events.ParcelMissing,
    ),
    Act.FOUND_AGAIN: (
        lambda crew, seat: _returns(crew).found_again(seat, parcel(crew, S.MISSING).id, "C-03"),
        events.ParcelFoundAgain,
    ),
    Act.RETURN: (lambda crew, seat: _returns(crew).give_back(seat, parcel(crew).id), events.ParcelReturned),
    Act.OPEN_DISPUTE: (
        lambda crew, seat: _returns(crew).open_dispute(seat, parcel(crew).id, WhyDisputed.DAMAGED),
        events.DisputeOpened,
    ),
    Act.END_SHIFT: (lambda crew, seat: shift_report(crew.store, crew.clock, seat), None),
    Act.CLOSE_DISPUTE: (
        lambda crew, seat: _returns(crew).close_dispute(seat, parcel(crew, S.DISPUTED).id, Outcome.MISSING),
        events.DisputeClosed,
    ),
    Act.OVERRIDE: (lambda crew, seat: _release(crew, seat, None), events.OverrideMade),
    Act.OVERRIDE_HELD: (lambda crew, seat: _release(crew, seat, Hold.ID_TO_BE_SEEN), events.OverrideMade),
    Act.UNDO_OVERRIDE: (
        lambda crew, seat: override.undo(crew.store, crew.clock, seat, _made(crew, seat.clerk)),
        events.OverrideUndone,
    ),
    Act.ENTER_PAPER: (
        lambda crew, seat: paper.enter(crew.store, crew.clock, seat, parcel(crew).id, said=crew.clock.now()),
        events.ParcelLeftOnPaper,
    ),
    Act.SIGN_OWED: (
        lambda crew, seat: override.sign_owed(crew.store, crew.clock, seat, _made(crew, 4, Hold.FRAGILE)),
        events.OverrideSigned,
    ),
    Act.CORRECT_OVERRIDE: (_correct, events.OverrideCorrected),
    Act.MANAGE_CLERKS: (
        lambda crew, seat: clerks.reset_pin(crew.store, crew.clock, 4, PIN, by=seat),
        events.PinReset,
    ),
}
"""How each act is done where everything but the role is as it should be, and the entry that it leaves."""

OWN_WINDOWS = {Act.TOOLS}
"""Acts of the machine's own windows, which ask the table themselves."""


def test_every_act_is_walked() -> None:
    assert DEEDS.keys() | OWN_WINDOWS == set(Act)


def expected(needs: Needs, *, with_pin: bool) -> Lacking | None:
    if needs is Needs.REFUSED:
        return Lacking.ROLE
    if needs is not Needs.NOTHING and not with_pin:
        return Lacking.PIN
    return Lacking.SECOND if needs is Needs.SECOND else None


@pytest.mark.parametrize("act", DEEDS)
def test_done_or_refused_as_the_table_says(crew: Crew, act: Act) -> None:
    for role, with_pin in itertools.product(Role, (True, False)):
        seat = Seat(NUMBERS[role], "desk", with_pin=with_pin)
        assert tried(crew, act, seat) is expected(TABLE[act][role], with_pin=with_pin), (role, with_pin)
    disabled = Seat(NUMBERS[Role.CLERK], "desk", with_pin=True)
    clerks.disable(crew.store, crew.clock, disabled.clerk)
    assert tried(crew, act, disabled) is Lacking.ROLE, "who was disabled does nothing more"


def tried(crew: Crew, act: Act, seat: Seat) -> Lacking | None:
    """What stood against it; its entry says who did it, and there is none of what was not done."""
    deed, entry = DEEDS[act]
    before = crew.store.journal.size()
    answer = deed(crew, seat)
    why = answer.why if isinstance(answer, Declined) else answer
    lacking = why if isinstance(why, Lacking) else None
    assert lacking is not None or not isinstance(answer, Declined), answer
    made = [one.event for one in crew.store.journal.entries(before) if entry and isinstance(one.event, entry)]
    assert len(made) == (entry is not None and lacking is None)
    for event in made:
        assert seat.clerk in {getattr(event, "clerk", None), getattr(event, "by", None)}
    return lacking


def test_a_second_person_opens_what_needs_one(crew: Crew) -> None:
    seat, second = Seat(2, "desk", with_pin=True), crew.signed_in(5)
    held = parcel(crew, held=Hold.ID_TO_BE_SEEN)
    proposal = override.propose(crew.store, crew.clock, seat, held.id, reason=WhyByHand.ID_SEEN, checked=True)
    assert isinstance(proposal, Proposal)
    assert isinstance(override.confirm(crew.store, crew.clock, seat, proposal, second=second), Made)
