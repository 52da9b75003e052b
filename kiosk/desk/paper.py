"""Handovers of a day without power, entered afterwards from the sheet (`kiosk parcels sheet`), and marked as such for ever."""

from datetime import UTC, datetime

from kiosk.clock import Clock
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.declined import Declined, Not, declined
from kiosk.desk.seat import Seat
from kiosk.ledger import events
from kiosk.parcel import ParcelState
from kiosk.policy.roles import Act
from kiosk.store import Store

FROM = frozenset({ParcelState.WAITING, ParcelState.RELEASED, ParcelState.UNCHECKED, ParcelState.MISSING})
"""A parcel that cannot be found may well have left on paper; a dispute is closed first."""


def enter(
    store: Store, clock: Clock, seat: Seat, parcel: int, *, said: datetime, by: int | None = None
) -> Declined | None:
    """The sheet says that this parcel was handed over at `said` (to the minute) by clerk number `by`; none: by who enters it.

    The parcel counts as handed over since then. Entered again it is `Not.DONE`, and nothing changes. Raises `ClerkFault` where there
    is no clerk `by`, `StoreFault` where there is no such parcel.
    """
    moment = said.astimezone(UTC).replace(second=0, microsecond=0)
    who = store.clerks.get(seat.clerk if by is None else by)

    def work(entering: Entering) -> Declined | None:
        if refused := declined(store, seat, Act.ENTER_PAPER):
            return refused
        standing = store.parcels.get(parcel)
        if standing.state is ParcelState.HANDED_OVER:
            return Declined(Not.DONE, standing)
        if store.overrides.is_pending(parcel):
            return Declined(Not.UNDER_OVERRIDE, standing)
        if standing.state not in FROM:
            return Declined(Not.STATE, standing)
        seen = store.lists.seen_at(parcel)
        if moment > entering.at or (seen is not None and moment < seen.replace(second=0, microsecond=0)):
            return Declined(Not.NO_SUCH_TIME, standing)
        store.parcels.change(parcel, ParcelState.HANDED_OVER, moment)
        entering(events.ParcelLeftOnPaper(parcel, f"{moment:%Y-%m-%d %H:%M}", who.id, seat.clerk))
        return None

    return in_one_act(store, clock.now(), work)
