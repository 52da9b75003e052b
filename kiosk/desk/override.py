"""Releasing a parcel without a valid code: proposed, shown in full, confirmed; undone within ten seconds, corrected later.

For the ten seconds the parcel stands as released, so that nothing of it is erased that an undoing would need; then it is handed over.
A power cut in between changes nothing: whoever starts next settles it.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial

from kiosk.clock import Clock
from kiosk.desk import intake
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.declined import Declined, Not, declined
from kiosk.desk.seat import Seat
from kiosk.desk.sign_in import is_on_shift
from kiosk.ledger import events
from kiosk.parcel import Parcel, ParcelState
from kiosk.policy.roles import Act, Lacking, Role
from kiosk.policy.words import unfit_note
from kiosk.settings import Settings
from kiosk.store import Store
from kiosk.store.overrides import Override

UNDO_WITHIN = timedelta(seconds=10)
HERE = frozenset({ParcelState.WAITING, ParcelState.RELEASED, ParcelState.UNCHECKED})
"""States from which a parcel can be released by hand. What cannot be found must be found, a dispute closed first."""


class WhyByHand(StrEnum):
    """The reasons that the kiosk knows by itself. A depot's own list (`override.reasons`) may leave some out and have words of its own."""

    DEAD_PHONE = "dead_phone"
    CODE_LOST = "code_lost"
    ID_SEEN = "id_seen"
    CARRIER_ASKED = "carrier_asked"
    DAMAGED_LABEL = "damaged_label"
    OTHER = "other"
    """With words."""


def reasons_of(settings: Settings) -> tuple[str, ...]:
    """The depot's list: reasons that the kiosk knows, and words of the depot's own, in its order."""
    known = {str(why): why for why in WhyByHand}
    return tuple(known.get(reason, reason) for reason in settings.override.reasons)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything that would be entered, to be shown before it counts. Nothing has happened yet."""

    clerk: int
    """To whom it was shown: nobody else can confirm it."""
    parcel: Parcel
    reason: str
    """One of the depot's list."""
    words: str = field(repr=False)
    checked: bool
    """ID seen, name matches the label."""
    needs_second: bool
    """A supervisor beside signs, too."""
    may_be_owed: bool
    """No other supervisor is on shift: the second signature may come later, and is listed until then."""


@dataclass(frozen=True, slots=True)
class Made:
    """It counts; it can be undone until then (UTC)."""

    override: int
    undo_until: datetime
    is_owed: bool


def propose(
    store: Store,
    clock: Clock,
    seat: Seat,
    parcel: int,
    *,
    reason: str,
    checked: bool,
    words: str = "",
    reasons: Collection[str] = tuple(WhyByHand),
) -> Proposal | Declined:
    """What an override of this parcel would be, for one of the depot's `reasons`.

    A missing second person is no refusal yet: the proposal asks for one.
    """
    if reason not in reasons:
        return Declined(Not.NO_SUCH_REASON)
    note = words.strip()
    unfit = unfit_note(note)
    if unfit is not None:
        return Declined(unfit)
    if reason == WhyByHand.OTHER and not note:
        return Declined(Not.WORDS_MISSING)
    standing = store.parcels.get(parcel)
    refused = _against(store, standing) or declined(store, seat, _act(standing))
    needs_second = refused is not None and refused.why is Lacking.SECOND
    if refused is not None and not needs_second:
        return refused
    may_be_owed = needs_second and not _another_supervisor(store, clock, seat)
    return Proposal(seat.clerk, standing, reason, note, checked, needs_second, may_be_owed)


def confirm(
    store: Store, clock: Clock, seat: Seat, proposal: Proposal, *, second: Seat | None = None
) -> Made | Declined:
    """Let it count. Declined where parcel or roles changed since the proposal was shown, or the second person is missing."""

    def work(enter: Entering) -> Made | Declined:
        parcel = store.parcels.get(proposal.parcel.id)
        if seat.clerk != proposal.clerk:
            return Declined(Not.NOT_SHOWN)
        if parcel != proposal.parcel:
            return Declined(Not.STATE, parcel)
        refused = _against(store, parcel) or declined(store, seat, _act(parcel), second=second)
        is_owed = refused is not None and refused.why is Lacking.SECOND
        if refused is not None and (not is_owed or second is not None or _another_supervisor(store, clock, seat)):
            return refused
        signed = second.clerk if second is not None and proposal.needs_second else None
        number = store.overrides.add(
            parcel.id,
            seat.clerk,
            reason=proposal.reason,
            words=proposal.words,
            checked=proposal.checked,
            before=(parcel.state, parcel.since or enter.at),
            needs_second=proposal.needs_second,
            second=signed,
            at=enter.at,
        )
        store.parcels.change(parcel.id, ParcelState.RELEASED, enter.at)
        checked = "yes" if proposal.checked else "no"
        enter(events.OverrideMade(number, parcel.id, seat.clerk, proposal.reason, checked, signed))
        return Made(number, enter.at + UNDO_WITHIN, is_owed)

    return in_one_act(store, clock.now(), work)


def undo(store: Store, clock: Clock, seat: Seat, override: int) -> Declined | None:
    """Within ten seconds, by who did it: the parcel stands as before, unless a customer's label check came first."""

    def work(enter: Entering) -> Declined | None:
        made = store.overrides.get(override)
        parcel = store.parcels.get(made.parcel)
        if made.clerk != seat.clerk:
            return Declined(Not.ANOTHERS)
        if refused := declined(store, seat, Act.UNDO_OVERRIDE):
            return refused
        if not made.is_pending or _is_over(made, enter.at):
            return Declined(Not.TOO_LATE, parcel)
        if parcel.state not in HERE:
            return Declined(Not.STATE, parcel)
        if parcel.state is ParcelState.RELEASED and not _is_at_the_shelves(store, parcel):
            store.parcels.change(parcel.id, made.state_before, made.since_before)
        store.overrides.undo(override, enter.at)
        enter(events.OverrideUndone(override, parcel.id, seat.clerk))
        return None

    return in_one_act(store, clock.now(), work)


def settle(store: Store, clock: Clock) -> int:
    """Hand over what can no longer be undone; how many. Call often: it asks one small index."""
    now = clock.now()
    over = [made for made in store.overrides.pending() if _is_over(made, now)]
    for made in over:
        in_one_act(store, now, partial(_settle, store, made))
    return len(over)


def sign_owed(store: Store, clock: Clock, seat: Seat, override: int) -> Declined | None:
    """The second signature that was owed."""

    def work(enter: Entering) -> Declined | None:
        if refused := declined(store, seat, Act.SIGN_OWED):
            return refused
        made = store.overrides.get(override)
        if made.clerk == seat.clerk:
            return Declined(Not.OWN)
        if not made.is_owed:
            return Declined(Not.DONE)
        store.overrides.sign(override, seat.clerk)
        enter(events.OverrideSigned(override, made.parcel, seat.clerk))
        return None

    return in_one_act(store, clock.now(), work)


def correct(
    store: Store, settings: Settings, clock: Clock, seat: Seat, override: int, *, label: str, place: str
) -> Declined | None:
    """A supervisor's compensating entry: the parcel is back, its label is scanned, it waits again at `place`.

    Its codes are as valid as before. A parcel that did not come back is a dispute. Raises `KioskFault` for a place or a waybill
    that is none, `Duplicate` where another parcel of the same waybill came since.
    """
    shelf, waybill = intake.place_from(place), intake.waybill_from(settings, label)

    def work(enter: Entering) -> Declined | None:
        if refused := declined(store, seat, Act.CORRECT_OVERRIDE):
            return refused
        made = store.overrides.get(override)
        parcel = store.parcels.get(made.parcel)
        if made.corrected_at is not None or made.settled_at is None or parcel.state is not ParcelState.HANDED_OVER:
            return Declined(Not.STATE, parcel)
        if not store.parcels.bring_back(parcel.id, waybill.text, shelf, enter.at):
            return Declined(Not.WRONG_LABEL)
        store.overrides.correct(override, enter.at)
        enter(events.OverrideCorrected(override, parcel.id, shelf, seat.clerk))
        return None

    return in_one_act(store, clock.now(), work)


def _settle(store: Store, made: Override, enter: Entering) -> None:
    if store.parcels.get(made.parcel).state in HERE:
        store.parcels.change(made.parcel, ParcelState.HANDED_OVER, enter.at)
        enter(events.ParcelLeftByOverride(made.id, made.parcel))
    else:
        enter(events.OverrideOvertaken(made.id, made.parcel))
    store.overrides.settle(made.id, enter.at)


def _is_at_the_shelves(store: Store, parcel: Parcel) -> bool:
    """A customer with a valid code is on the way to it."""
    pickups = store.pickups.for_parcel(parcel.id)
    return any(store.visits.open_for_pickup(pickup.id) is not None for pickup in pickups)


def _is_over(made: Override, now: datetime) -> bool:
    """A clock set back ends it, too: nothing waits for years."""
    return not timedelta(0) <= now - made.made_at < UNDO_WITHIN


def _act(parcel: Parcel) -> Act:
    return Act.OVERRIDE if parcel.held is None else Act.OVERRIDE_HELD


def _against(store: Store, parcel: Parcel) -> Declined | None:
    if store.overrides.is_pending(parcel.id):
        return Declined(Not.UNDER_OVERRIDE, parcel)
    return None if parcel.state in HERE else Declined(Not.STATE, parcel)


def _another_supervisor(store: Store, clock: Clock, seat: Seat) -> bool:
    on_shift = (one for one in store.clerks.on_shift() if is_on_shift(one, clock))
    return any(one.role is Role.SUPERVISOR and one.id != seat.clerk for one in on_shift)
