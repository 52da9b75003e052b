"""Customers' calls as the desk sees them: where, why, which parcels, and what may help. They merge, and ring once a minute at most.

Open calls are in memory alone: one program holds all stations and the desk, and after a start nobody waits at a screen any more. The
ledger has each call once, however often its button is pressed, and who answered it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from kiosk.clock import Clock
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.declined import Declined, Not, declined
from kiosk.desk.seat import Seat
from kiosk.desk.shown import Why
from kiosk.ledger import events
from kiosk.parcel import GONE, Parcel
from kiosk.policy.release import Reason
from kiosk.policy.roles import Act
from kiosk.store import Store

RING_EVERY = 60.0
"""Seconds between two sounds, however many call."""
LAPSES_AFTER = 15 * 60.0
"""Seconds after the last press; whoever called has gone."""

T = TypeVar("T")


class Help(StrEnum):
    """What may help, for the desk."""

    GO_THERE = "go_there"
    FETCH = "fetch"
    """Bring the parcels from their places."""
    LOOK_NEARBY = "look_nearby"
    """The places beside, and the mix-up finder."""
    LOOK_UP = "look_up"
    """By the end of the waybill or the hint; then release by hand."""
    HAND_OUT = "hand_out"
    """Only the desk can: held, or past its day."""
    NEW_CODE = "new_code"
    SAY_WHEN = "say_when"
    """It was collected: the history says when; perhaps a dispute."""
    EXPLAIN = "explain"
    """Nothing is here for this code: another depot's, not arrived, gone back."""


_BY_WHY = {
    Why.HELP: Help.GO_THERE,
    Why.NO_CODE: Help.LOOK_UP,
    Why.NOT_ON_SHELF: Help.LOOK_NEARBY,
    Why.BRING_IT: Help.FETCH,
    Why.REFUSED: Help.LOOK_UP,
    Why.WRONG_PARCEL: Help.GO_THERE,
}
_BY_REASON = {
    Reason.UNKNOWN: Help.LOOK_UP,
    Reason.NOT_OURS: Help.LOOK_UP,
    Reason.WEB_LINK: Help.LOOK_UP,
    Reason.WRONG_DEPOT: Help.EXPLAIN,
    Reason.NOT_ARRIVED: Help.EXPLAIN,
    Reason.ALREADY_COLLECTED: Help.SAY_WHEN,
    Reason.PAST_DAY: Help.HAND_OUT,
    Reason.EXPIRED: Help.EXPLAIN,
    Reason.REVOKED: Help.NEW_CODE,
    Reason.HELD: Help.HAND_OUT,
    Reason.LOCKED_OUT: Help.LOOK_UP,
    Reason.DAMAGED: Help.NEW_CODE,
}


@dataclass(frozen=True, slots=True)
class Call:
    """One open call. The same reason at the same station is the same call, until it is answered."""

    number: int
    station: str
    why: Why
    since: datetime
    """When it began (UTC)."""
    times: int = 1
    """How often it was pressed."""
    reason: Reason | None = None
    """Why the last code was refused, where one was."""
    parcels: tuple[int, ...] = ()
    """What it is about, as far as the screen showed it."""
    places: tuple[str, ...] = ()
    """Where those of them lie that are here."""
    by_itself: bool = False
    """Nobody pressed anything: one scan after another failed."""

    @property
    def help(self) -> Help:
        """What may help."""
        return _BY_REASON[self.reason] if self.why is Why.REFUSED and self.reason else _BY_WHY[self.why]


class Calls:
    """All open calls of one depot, for its stations and its desk. Used from one thread."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._open: dict[int, tuple[Call, float]] = {}
        self._last = 0
        self._rang: float | None = None

    def call(
        self,
        station: str,
        why: Why,
        *,
        reason: Reason | None = None,
        parcels: Iterable[Parcel] = (),
        by_itself: bool = False,
    ) -> Call:
        """Somebody calls, or calls again. Raises `StoreFault`; then nobody was called."""
        about = list(parcels)
        numbers = tuple(parcel.id for parcel in about)
        places = tuple(parcel.place for parcel in about if parcel.place is not None and parcel.state not in GONE)
        standing = next((one for one in self.open() if (one.station, one.why) == (station, why)), None)
        if standing is None:
            at = self._clock.now()
            in_one_act(self._store, at, lambda enter: enter(events.DeskCalled(station, why)))
            self._last += 1
            made = Call(self._last, station, why, at, 1, reason, _once(numbers), _once(places), by_itself)
        else:
            made = replace(
                standing,
                times=standing.times + 1,
                reason=reason or standing.reason,
                parcels=_once(standing.parcels + numbers),
                places=_once(standing.places + places),
                by_itself=standing.by_itself and by_itself,
            )
        self._open[made.number] = made, self._clock.monotonic()
        return made

    def open(self) -> tuple[Call, ...]:
        """Those that nobody has answered, oldest first."""
        before = self._clock.monotonic() - LAPSES_AFTER
        self._open = {number: one for number, one in self._open.items() if one[1] > before}
        return tuple(call for call, _ in self._open.values())

    def answer(self, seat: Seat, number: int) -> Call | Declined:
        """A clerk sees to it; it stands on the desk no longer. `Not.DONE` for one that a colleague answered, or that lapsed."""
        call = next((one for one in self.open() if one.number == number), None)

        def work(enter: Entering) -> Call | Declined:
            if refused := declined(self._store, seat, Act.ANSWER_CALL):
                return refused
            if call is None:
                return Declined(Not.DONE)
            enter(events.CallAnswered(call.station, call.why, call.times, seat.clerk))
            return call

        answered = in_one_act(self._store, self._clock.now(), work)
        if isinstance(answered, Call):
            del self._open[number]
        return answered

    def rings(self) -> bool:
        """Whether to sound now: at once for a call after a quiet minute, then once a minute while any is open. Ask often."""
        now = self._clock.monotonic()
        if not self.open() or (self._rang is not None and now - self._rang < RING_EVERY):
            return False
        self._rang = now
        return True


def _once(values: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
