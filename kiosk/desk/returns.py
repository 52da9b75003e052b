"""What a clerk does with a parcel besides taking it in: moves it, misses it, finds it, brings it, returns it, disputes it.

| act | from | to |
|---|---|---|
| move | waiting, released, unchecked, disputed | the same, elsewhere |
| confirm | released, unchecked | handed over |
| cannot be found | waiting, released, unchecked | missing |
| found again | missing, unchecked | waiting |
| return | waiting, unchecked | returned |
| open dispute | any but expected, returned, disputed | disputed |
| close dispute | disputed | handed over, waiting, missing or returned |

Each is one transaction with its entry, and looks at the parcel in it: of two clerks at one parcel the second is shown what happened.
"""

from collections.abc import Callable
from enum import StrEnum

from kiosk.clock import Clock
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.declined import Declined, Not, declined
from kiosk.desk.intake import place_from
from kiosk.desk.seat import Seat
from kiosk.ledger import events
from kiosk.parcel import Parcel, ParcelState
from kiosk.policy.roles import Act
from kiosk.store import Store

_S = ParcelState
FROM: dict[Act, frozenset[ParcelState]] = {
    Act.MOVE: frozenset({_S.WAITING, _S.RELEASED, _S.UNCHECKED, _S.DISPUTED}),
    Act.CONFIRM: frozenset({_S.RELEASED, _S.UNCHECKED}),
    Act.CANNOT_BE_FOUND: frozenset({_S.WAITING, _S.RELEASED, _S.UNCHECKED}),
    Act.FOUND_AGAIN: frozenset({_S.MISSING, _S.UNCHECKED}),
    Act.RETURN: frozenset({_S.WAITING, _S.UNCHECKED}),
    Act.OPEN_DISPUTE: frozenset(_S) - {_S.EXPECTED, _S.RETURNED, _S.DISPUTED},
    Act.CLOSE_DISPUTE: frozenset({_S.DISPUTED}),
}
"""The table above, its second column."""


class WhyDisputed(StrEnum):
    """What the dispute is about."""

    NOT_RECEIVED = "not_received"
    WRONG_PARCEL = "wrong_parcel"
    DAMAGED = "damaged"
    OTHER = "other"


class Outcome(StrEnum):
    """How a dispute ended."""

    HANDED_OVER = "handed_over"
    WAITING = "waiting"
    """It is here after all."""
    MISSING = "missing"
    RETURNED = "returned"


class Returns:
    """The acts of clerks on the parcels of one depot. Every one answers None, or why it was not done; then nothing changed."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def move(self, seat: Seat, parcel: int, place: str) -> Declined | None:
        """It lies elsewhere now. Raises `KioskFault` for a place that is none."""
        shelf = place_from(place)

        def work(enter: Entering) -> None:
            self._store.parcels.move(parcel, shelf, enter.at)
            enter(events.ParcelMoved(parcel, shelf, seat.clerk))

        return self._do(Act.MOVE, seat, parcel, work)

    def confirm(self, seat: Seat, parcel: int) -> Declined | None:
        """It was released by its code, and the clerk brought it or saw it leave."""

        def work(enter: Entering) -> None:
            self._store.parcels.change(parcel, ParcelState.HANDED_OVER, enter.at)
            enter(events.ParcelConfirmed(parcel, seat.clerk))

        return self._do(Act.CONFIRM, seat, parcel, work)

    def cannot_be_found(self, seat: Seat, parcel: int) -> Declined | None:
        """It is not where it should be."""

        def work(enter: Entering) -> None:
            self._store.parcels.change(parcel, ParcelState.MISSING, enter.at)
            enter(events.ParcelMissing(parcel, seat.clerk))

        return self._do(Act.CANNOT_BE_FOUND, seat, parcel, work)

    def found_again(self, seat: Seat, parcel: int, place: str) -> Declined | None:
        """It is here, and waits at `place`. Raises `KioskFault` for a place that is none."""
        shelf = place_from(place)

        def work(enter: Entering) -> None:
            self._store.parcels.receive(parcel, shelf, enter.at)
            enter(events.ParcelFoundAgain(parcel, shelf, seat.clerk))

        return self._do(Act.FOUND_AGAIN, seat, parcel, work)

    def give_back(self, seat: Seat, parcel: int) -> Declined | None:
        """The carrier has it again."""

        def work(enter: Entering) -> None:
            self._store.parcels.change(parcel, ParcelState.RETURNED, enter.at)
            enter(events.ParcelReturned(parcel, seat.clerk))

        return self._do(Act.RETURN, seat, parcel, work)

    def open_dispute(self, seat: Seat, parcel: int, why: WhyDisputed) -> Declined | None:
        """Somebody says that it was not as it should be. Raises `Duplicate` where another parcel of its waybill is here by now."""

        def work(enter: Entering) -> None:
            self._store.parcels.change(parcel, ParcelState.DISPUTED, enter.at)
            enter(events.DisputeOpened(parcel, why, seat.clerk))

        return self._do(Act.OPEN_DISPUTE, seat, parcel, work)

    def close_dispute(self, seat: Seat, parcel: int, outcome: Outcome) -> Declined | None:
        """It is settled; a parcel that is here waits where it lay."""

        def work(enter: Entering) -> None:
            self._store.parcels.change(parcel, ParcelState(outcome.value), enter.at)
            enter(events.DisputeClosed(parcel, outcome, seat.clerk))

        return self._do(Act.CLOSE_DISPUTE, seat, parcel, work)

    def _do(self, act: Act, seat: Seat, parcel: int, work: Callable[[Entering], None]) -> Declined | None:
        def attempt(enter: Entering) -> Declined | None:
            if refused := declined(self._store, seat, act) or self._against(act, self._store.parcels.get(parcel)):
                return refused
            work(enter)
            return None

        return in_one_act(self._store, self._clock.now(), attempt)

    def _against(self, act: Act, parcel: Parcel) -> Declined | None:
        if self._store.overrides.is_pending(parcel.id):
            return Declined(Not.UNDER_OVERRIDE, parcel)
        return None if parcel.state in FROM[act] else Declined(Not.STATE, parcel)
