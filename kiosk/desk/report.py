"""The report at a shift's end: what the ledger says of the depot since the shift began, and how it stands now.

Counts, places and clerks' numbers: nothing of a customer, no code, no waybill.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.clock import Clock
from kiosk.desk.declined import Declined, declined
from kiosk.desk.search import Hit, hit_of
from kiosk.desk.seat import Seat
from kiosk.desk.sign_in import LONGEST_SHIFT
from kiosk.ledger import events
from kiosk.ledger.events import Event, Recorded
from kiosk.parcel import ParcelState
from kiosk.policy.roles import Act
from kiosk.store import Store

PAGE = 500
"""Entries that are stepped over at a time to find where the shift began."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would calculate instead of showing it."""


class Way(StrEnum):
    """How parcels left."""

    LABEL = "label"
    TAP = "tap"
    CLERK = "clerk"
    """Brought, or seen to leave, after their code."""
    BY_HAND = "by_hand"
    """By an override."""
    PAPER = "paper"
    """Without power; entered afterwards."""


class Age(StrEnum):
    """For how many of the depot's days parcels have waited."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    """Two days to six."""
    LONGER = "longer"


@dataclass(frozen=True, slots=True)
class ByHand:
    """Overrides of one clerk for one reason."""

    clerk: int
    name: str
    """The clerk's short name."""
    reason: str
    count: int
    undone: int
    """Of them taken back within seconds; those let no parcel go."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A second signature that is outstanding, from whichever shift."""

    override: int
    clerk: int
    name: str
    reason: str
    since: datetime
    hit: Hit


@dataclass(frozen=True, slots=True)
class Report:
    """One shift. Moments in UTC; counts of zero are left out of what is by reason."""

    clerk: int
    name: str
    since: datetime
    until: datetime
    taken_in: int
    handed_over: dict[Way, int]
    """Each way is there."""
    refused: tuple[tuple[str, int], ...]
    """By reason, the most frequent first."""
    wrong_parcels: int
    """Caught before they left."""
    by_hand: tuple[ByHand, ...]
    corrected: int
    """Overrides that a supervisor took back."""
    calls: int
    answered: int
    owed: tuple[Owed, ...]
    waiting: dict[Age, int]
    """Each age is there."""
    states: dict[ParcelState, int]
    """How many are in each state now; each state is there."""


def shift_report(store: Store, clock: Clock, seat: Seat) -> Report | Declined:
    """What happened at the depot since this clerk's shift began, by everybody; without a running shift, in the last twelve hours."""
    if refused := declined(store, seat, Act.END_SHIFT):
        return refused
    until = clock.now()
    clerk = store.clerks.get(seat.clerk)
    since = max(clerk.shift_since or until - LONGEST_SHIFT, until - LONGEST_SHIFT)
    happened = [entry.event for entry in _entries(store, since)]
    kinds = Counter(type(event) for event in happened)
    return Report(
        clerk=clerk.id,
        name=clerk.name,
        since=since,
        until=until,
        taken_in=kinds[events.ParcelReceived],
        handed_over=_handed_over(happened),
        refused=tuple(Counter(one.reason for one in happened if isinstance(one, events.CodeRefused)).most_common()),
        wrong_parcels=kinds[events.WrongParcel],
        by_hand=_by_hand(store, happened),
        corrected=kinds[events.OverrideCorrected],
        calls=kinds[events.DeskCalled],
        answered=kinds[events.CallAnswered],
        owed=_owed(store, clock),
        waiting=_waiting(store, clock),
        states=store.parcels.count_by_state(),
    )


def to_csv(report: Report, clock: Clock) -> str:
    """The report as a table for a spreadsheet, RFC 4180: `what,of,clerk,count`; times are the depot's own (ISO 8601)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("what", "of", "clerk", "count"))
    writer.writerows([_plain(cell) for cell in row] for row in _rows(report, clock))
    return text.getvalue()


def _entries(store: Store, since: datetime) -> Iterator[Recorded]:
    """From a moment on; the way back is by whole pages, as a clock set right may have put a few entries out of order."""
    start = store.journal.size()
    while start > 0:
        start = max(0, start - PAGE)
        first = next(store.journal.entries(start), None)
        if first is not None and first.at < since:
            break
    return (entry for entry in store.journal.entries(start) if entry.at >= since)


def way_of(event: Event) -> Way | None:
    """How a parcel left by this event; None where none did."""
    match event:
        case events.ParcelHandedOver(how=how):
            return Way(how)
        case events.ParcelConfirmed():
            return Way.CLERK
        case events.ParcelLeftByOverride():
            return Way.BY_HAND
        case events.ParcelLeftOnPaper():
            return Way.PAPER
    return None


def _handed_over(happened: Iterable[Event]) -> dict[Way, int]:
    found = Counter(map(way_of, happened))
    return {way: found[way] for way in Way}


def _by_hand(store: Store, happened: Iterable[Event]) -> tuple[ByHand, ...]:
    made, undone = Counter[tuple[int, str]](), Counter[tuple[int, str]]()
    of_number: dict[int, tuple[int, str]] = {}
    for event in happened:
        match event:
            case events.OverrideMade(override=number, clerk=clerk, reason=reason):
                of_number[number] = clerk, reason
                made[clerk, reason] += 1
            case events.OverrideUndone(override=number) if number in of_number:
                undone[of_number[number]] += 1
    return tuple(
        ByHand(clerk, store.clerks.get(clerk).name, reason, count, undone[clerk, reason])
        for (clerk, reason), count in sorted(made.items())
    )


def _owed(store: Store, clock: Clock) -> tuple[Owed, ...]:
    return tuple(
        Owed(
            override=made.id,
            clerk=made.clerk,
            name=store.clerks.get(made.clerk).name,
            reason=made.reason,
            since=made.made_at,
            hit=hit_of(store, clock.today(), store.parcels.get(made.parcel)),
        )
        for made in store.overrides.owed()
    )


def _waiting(store: Store, clock: Clock) -> dict[Age, int]:
    midnight = clock.local(clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    ends = [clock.now() + timedelta(days=1), *(midnight - timedelta(days=days) for days in (0, 1, 6))]
    counts = [store.lists.waiting_before(end) for end in ends] + [0]
    return {age: counts[number] - counts[number + 1] for number, age in enumerate(Age)}


def _rows(report: Report, clock: Clock) -> Iterator[tuple[str | int, ...]]:
    yield "since", clock.local(report.since).isoformat(timespec="seconds"), report.name, ""
    yield "until", clock.local(report.until).isoformat(timespec="seconds"), report.name, ""
    yield "taken_in", "", "", report.taken_in
    yield from (("handed_over", way, "", count) for way, count in report.handed_over.items())
    yield from (("refused", reason, "", count) for reason, count in report.refused)
    yield "wrong_parcel_caught", "", "", report.wrong_parcels
    for one in report.by_hand:
        yield "override", one.reason, one.name, one.count
        if one.undone:
            yield "override_undone", one.reason, one.name, one.undone
    yield "override_corrected", "", "", report.corrected
    yield "call", "", "", report.calls
    yield "call_answered", "", "", report.answered
    yield from (("signature_owed", one.reason, one.name, 1) for one in report.owed)
    yield from (("waiting", age, "", count) for age, count in report.waiting.items())
    yield from (("state", state, "", count) for state, count in report.states.items())


def _plain(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
