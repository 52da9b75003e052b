"""Who may take what: a pickup and today's date in, a Release or a Refusal out. Pure.

The order in which reasons are looked for, most final first: nothing found → unknown; revoked → revoked; then parcel by parcel.
Where some parcels may go, they go and the others are withheld, each with its reason; where none may, the reason that helps most is told:
held, past_day (the desk can act), then not_arrived, then already_collected, then expired.

A released or unchecked parcel may be shown again: its code stays valid until the label check. A parcel that only a clerk may bring is
released like any other; `parcel.leaves` says how it goes.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.codes.recognise import Badge, Damaged, Foreign, Recognised, SheetCode, WebLink
from kiosk.codes.token import Token
from kiosk.parcel import Parcel, ParcelState, Pickup


class Reason(StrEnum):
    """Why not."""

    UNKNOWN = "unknown"
    NOT_OURS = "not_ours"
    WEB_LINK = "web_link"
    WRONG_DEPOT = "wrong_depot"
    NOT_ARRIVED = "not_arrived"
    ALREADY_COLLECTED = "already_collected"
    PAST_DAY = "past_day"
    EXPIRED = "expired"
    REVOKED = "revoked"
    HELD = "held"
    LOCKED_OUT = "locked_out"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, and what a screen needs to say it: a moment (UTC), a day, or seconds to wait."""

    reason: Reason
    when: datetime | None = None
    day: date | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Withheld:
    """A parcel of a release that may not go."""

    parcel: Parcel
    reason: Reason


@dataclass(frozen=True, slots=True)
class Release:
    """What may go. Never empty."""

    take: tuple[Parcel, ...]
    withheld: tuple[Withheld, ...] = ()


_BY_STATE = {
    ParcelState.EXPECTED: Reason.NOT_ARRIVED,
    ParcelState.HANDED_OVER: Reason.ALREADY_COLLECTED,
    ParcelState.RETURNED: Reason.EXPIRED,
    ParcelState.MISSING: Reason.HELD,
    ParcelState.DISPUTED: Reason.HELD,
}
_MOST_HELPFUL = (Reason.HELD, Reason.PAST_DAY, Reason.NOT_ARRIVED, Reason.ALREADY_COLLECTED, Reason.EXPIRED)


def decide(pickup: Pickup | None, *, today: date) -> Release | Refusal:
    """What the holder of the pickup's code may take on the depot's day `today`."""
    if pickup is None or not pickup.parcels:
        return Refusal(Reason.UNKNOWN)
    if pickup.revoked_at is not None:
        return Refusal(Reason.REVOKED, when=pickup.revoked_at)
    reasons = [(parcel, _against(parcel, today)) for parcel in pickup.parcels]
    take = tuple(parcel for parcel, reason in reasons if reason is None)
    withheld = tuple(Withheld(parcel, reason) for parcel, reason in reasons if reason is not None)
    if take:
        return Release(take, withheld)
    return _told(withheld)


def judge_foreign(code: Recognised, *, depot_tag: str) -> Refusal | None:
    """The refusal of what no store needs to be asked about; None for what it must be asked about."""
    match code:
        case Token() if code.depot_tag != depot_tag:
            return Refusal(Reason.WRONG_DEPOT)
        case WebLink():
            return Refusal(Reason.WEB_LINK)
        case Damaged():
            return Refusal(Reason.DAMAGED)
        case Foreign() | Badge() | SheetCode():
            return Refusal(Reason.NOT_OURS)
    return None


def _told(withheld: tuple[Withheld, ...]) -> Refusal:
    """The refusal that helps most; of several handovers, the last one."""
    reason = min((one.reason for one in withheld), key=_MOST_HELPFUL.index)
    parcels = [one.parcel for one in withheld if one.reason is reason]
    if reason is Reason.ALREADY_COLLECTED:
        return Refusal(reason, when=max((parcel.since for parcel in parcels if parcel.since), default=None))
    return Refusal(reason, day=max((parcel.last_day for parcel in parcels if parcel.last_day), default=None))


def _against(parcel: Parcel, today: date) -> Reason | None:
    if parcel.state in _BY_STATE:
        return _BY_STATE[parcel.state]
    if parcel.held is not None:
        return Reason.HELD
    if parcel.last_day is not None and parcel.last_day < today and parcel.state is ParcelState.WAITING:
        return Reason.PAST_DAY
    return None
