"""Somebody who watches a depot from outside: before and after each act, what the store holds, what the ledger added, what people did.

Knows nothing of the rooms that did it, and says so at once when something is not as promised.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from kiosk.ledger import events
from kiosk.ledger.events import Event
from kiosk.parcel import ParcelState
from tests.flows.depot import SmallDepot

S = ParcelState
Rows = dict[str, set[tuple[Any, ...]]]
TABLES = {
    "parcels": "SELECT id, state, place, held, last_day, waybill IS NULL, seen FROM parcels",
    "pickups": "SELECT pickups.id, revoked, count(digest) FROM pickups LEFT JOIN codes ON pickup = pickups.id GROUP BY 1",
    "pickup_parcels": "SELECT pickup, parcel FROM pickup_parcels",
    "visits": "SELECT id, station FROM visits",
    "visit_pickups": "SELECT visit, pickup FROM visit_pickups",
    "overrides": "SELECT * FROM overrides",
    "clerks": "SELECT id, name, role, badge, pin, disabled, shift FROM clerks",
}
"""All that an act can change but counts of wrong codes, and a visit's end, which comes by itself."""
SETS: dict[type[Event], ParcelState] = {
    events.ParcelReceived: S.WAITING,
    events.ParcelReleased: S.RELEASED,
    events.ReleaseWithdrawn: S.WAITING,
    events.ParcelUnchecked: S.UNCHECKED,
    events.ParcelHandedOver: S.HANDED_OVER,
    events.ParcelConfirmed: S.HANDED_OVER,
    events.ParcelLeftByOverride: S.HANDED_OVER,
    events.ParcelLeftOnPaper: S.HANDED_OVER,
    events.OverrideMade: S.RELEASED,
    events.OverrideCorrected: S.WAITING,
    events.ParcelMissing: S.MISSING,
    events.ParcelFoundAgain: S.WAITING,
    events.ParcelReturned: S.RETURNED,
    events.DisputeOpened: S.DISPUTED,
}
LEAVING = {
    events.ParcelHandedOver,
    events.ParcelConfirmed,
    events.ParcelLeftByOverride,
    events.ParcelLeftOnPaper,
    events.ParcelReturned,
}
BY_CLERKS = {events.ParcelMoved, events.ParcelConfirmed, events.ParcelMissing, events.ParcelReturned}
BY_CLERKS |= {events.ParcelLeftOnPaper, events.DisputeOpened, events.OverrideMade}
IN_THE_DEPOT = {S.WAITING, S.RELEASED, S.UNCHECKED, S.MISSING}


@dataclass(slots=True)
class Code:
    """One code that somebody holds."""

    token: str
    parcels: set[int]
    valid: bool = True


@dataclass(slots=True)
class Doing:
    """One act, as whoever watches sees it."""

    clerk: int | None = None
    station: str | None = None
    shows: Code | None = None


@dataclass(slots=True)
class Witness:
    """Holds the depot to its promises."""

    depot: SmallDepot
    codes: list[Code] = field(default_factory=list)
    parcels: int = 0
    """Parcels that were ever taken in."""
    states: dict[int, set[ParcelState]] = field(default_factory=dict)
    """Where each can be by the ledger alone. More than one state only after an undoing, which may find a customer on the way."""
    before_override: dict[int, set[ParcelState]] = field(default_factory=dict)
    by_hand: dict[int, int] = field(default_factory=dict)
    """Parcels whose override can still be undone."""
    labels: dict[int, str] = field(default_factory=dict)
    """What stands on each parcel; one that left may come again under another number."""
    last_label: dict[str, str] = field(default_factory=dict)
    """The label scanned last, by station."""
    joins: set[str] = field(default_factory=set)
    """Stations where a customer asked a moment ago to add another code."""
    seq: int = 0

    def holds(self) -> Rows:
        """The store as it stands."""
        return {name: set(self.depot.store._database.rows(sql)) for name, sql in TABLES.items()}

    @contextmanager
    def watches(self, doing: Doing) -> Iterator[None]:
        """One act."""
        before = self.holds()
        yield
        after = self.holds()
        new = [entry.event for entry in self.depot.store.journal.entries(self.seq)]
        self.seq = self.depot.store.journal.size()
        self._each_change_has_its_entry(before, after, new)
        for event in new:
            self._was_who_did_it(event, doing)
            self._was_allowed(event, doing)
            self._follow(event)
        self._nobody_was_linked(before, after, doing)
        self._stands(after)

    def _each_change_has_its_entry(self, before: Rows, after: Rows, new: list[Event]) -> None:
        for name, rows in after.items():
            changed = {row[0] for row in rows ^ before[name]}
            assert not changed or new, f"{name} changed without an entry"
            named = {"parcels": "parcel", "overrides": "override", "clerks": "clerk", "visits": "visit"}.get(name)
            if named:
                told = {getattr(event, named, None) for event in new}
                if any(isinstance(event, events.ShelfChecked) for event in new):
                    continue  # notes when parcels were seen, and counts them
                assert changed <= told, f"{name} {changed - told} changed, and no entry names it"

    def _was_who_did_it(self, event: Event, doing: Doing) -> None:
        who = getattr(event, "clerk", None) or getattr(event, "by", None)
        if who is not None and not isinstance(event, events.WindowLocked):
            assert who == doing.clerk, f"{event} by {doing.clerk}"
        station = getattr(event, "station", None)
        if station in {"left", "right"} and doing.station is not None:
            assert station == doing.station

    def _was_allowed(self, event: Event, doing: Doing) -> None:
        parcel = getattr(event, "parcel", 0)
        if type(event) in LEAVING:
            assert self.states[parcel] & IN_THE_DEPOT, f"{event} of a parcel that is not there"
        if isinstance(event, events.ParcelReceived):
            assert parcel not in self.states, "taken in twice"
        if isinstance(event, events.ParcelReleased):
            assert doing.shows is not None, "released without a code"
            assert doing.shows.valid, "released by a code that was revoked"
            assert parcel in doing.shows.parcels, "released by another's code"
        if isinstance(event, events.ParcelHandedOver):
            assert doing.station is not None
            assert self.last_label.get(doing.station) == self.labels[parcel], "handed over without its label"
            pickups = self.depot.store.visits.get(event.visit).pickups
            opened = [self.depot.store.pickups.get(number) for number in pickups]
            fitting = [pickup for pickup in opened if parcel in {one.id for one in pickup.parcels}]
            assert fitting, "handed over in another's visit"
            assert any(pickup.revoked_at is None for pickup in fitting), "handed over by a code that was revoked"
        if isinstance(event, events.OverrideMade):
            assert self.states[parcel] <= {S.WAITING, S.RELEASED, S.UNCHECKED}
        if doing.clerk is not None and type(event) in BY_CLERKS:
            assert parcel not in self.by_hand.values(), "a clerk's act on what another is handing out at this moment"

    def _follow(self, event: Event) -> None:
        parcel = getattr(event, "parcel", 0)
        if isinstance(event, events.OverrideMade):
            self.before_override[event.override] = self.states[parcel]
            self.by_hand[event.override] = parcel
        if isinstance(event, events.OverrideUndone | events.ParcelLeftByOverride | events.OverrideOvertaken):
            del self.by_hand[event.override]
        if isinstance(event, events.OverrideUndone):
            self.states[parcel] = self.states[parcel] | self.before_override[event.override]
        elif isinstance(event, events.DisputeClosed):
            assert self.states[parcel] == {S.DISPUTED}
            self.states[parcel] = {S(event.how)}
        elif type(event) in SETS:
            self.states[parcel] = {SETS[type(event)]}

    def _nobody_was_linked(
        self,
        before: Rows,
        after: Rows,
        doing: Doing,
    ) -> None:
        """Two codes stand in one visit only where one customer showed both, or where both open the same parcel."""
        opens: dict[int, set[int]] = {}
        for pickup, parcel in after["pickup_parcels"]:
            opens.setdefault(pickup, set()).add(parcel)
        for visit, pickup in after["visit_pickups"] - before["visit_pickups"]:
            others = {other for number, other in before["visit_pickups"] if number == visit and other != pickup}
            assert doing.shows is not None, "a visit got a code that nobody showed"
            assert opens[pickup] == doing.shows.parcels
            asked = doing.station in self.joins
            assert not others or asked or any(opens[pickup] & opens[one] for one in others), (
                "two customers' visits linked"
            )

    def _stands(self, after: Rows) -> None:
        """Nothing is lost, everything is where the ledger says, and what left has left its number behind."""
        assert len(after["parcels"]) == self.parcels
        for number, state, place, _, _, is_erased, _ in after["parcels"]:
            assert S(state) in self.states[number], f"parcel {number} is {state}"
            assert place is not None
            assert state != S.HANDED_OVER or is_erased
        assert {self.depot.left.shown.state, self.depot.right.shown.state}.isdisjoint({"out_of_order"})
