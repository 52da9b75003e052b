"""What happens in visits (DESIGN §4): a code opens one, labels close its parcels one by one.

Visits belong to the depot, not to a station: one may begin here and end there. Several may be open at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from kiosk.clock import Clock
from kiosk.desk import receipts
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.receipts import Story
from kiosk.ledger import events, receipt
from kiosk.ledger.receipt import Receipt
from kiosk.ledger.subject import of_parcel
from kiosk.parcel import CodeKind, Leaves, Parcel, ParcelState, Pickup
from kiosk.policy import release
from kiosk.policy.release import Refusal
from kiosk.settings import Settings
from kiosk.store import Store, Visit

OUT = frozenset({ParcelState.RELEASED, ParcelState.UNCHECKED})
"""Released by the kiosk, label not yet seen."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A code was taken: its visit stands open."""

    visit: int
    resumed: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a visit stands, as its parcels stand in the store."""

    visit: Visit
    waiting: tuple[Parcel, ...]
    """Released, label check outstanding; sorted by place."""
    checked: tuple[Parcel, ...]
    """Handed over in this visit."""
    withheld: tuple[Parcel, ...]
    """Here, but for the desk to hand out."""

    @property
    def parcels(self) -> tuple[Parcel, ...]:
        """All of them."""
        return self.waiting + self.checked + self.withheld


class Visits:
    """All visits of the depot, whatever station they began at."""

    def __init__(self, store: Store, settings: Settings, clock: Clock) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock

    def show_code(self, kind: CodeKind, text: str, *, station: str, joins: int | None = None) -> Opened | Refusal:
        """A code of our own or a carrier's was shown: open its visit, resume it, or add it to visit `joins`."""

        def work(enter: Entering) -> Opened | Refusal:
            pickup = self._store.pickups.find(kind, text)
            verdict = release.decide(pickup, today=self._clock.today())
            if isinstance(verdict, Refusal):
                enter(events.CodeRefused(station, verdict.reason, pickup.id if pickup else None))
                return verdict
            assert pickup is not None  # decide() refuses what is not there
            opened = self._open(pickup, kind, station, joins, enter)
            for parcel in verdict.take:
                if parcel.state is not ParcelState.RELEASED:
                    self._store.parcels.change(parcel.id, ParcelState.RELEASED, enter.at)
                    enter(events.ParcelReleased(opened.visit, parcel.id))
            return opened

        return in_one_act(self._store, self._clock.now(), work)

    def _open(self, pickup: Pickup, kind: CodeKind, station: str, joins: int | None, enter: Entering) -> Opened:
        standing = self._standing(pickup)
        if standing is not None:
            if pickup.id not in standing.pickups:
                self._store.visits.join(standing.id, pickup.id)
                enter(events.CodeAdded(standing.id, pickup.id, station, kind))
            self._store.visits.show_again(standing.id, enter.at)
            enter(events.VisitResumed(standing.id, pickup.id, station))
            return Opened(standing.id, resumed=True)
        if joins is not None and self._store.visits.get(joins).closed_at is None:
            self._store.visits.join(joins, pickup.id)
            self._store.visits.show_again(joins, enter.at)
            enter(events.CodeAdded(joins, pickup.id, station, kind))
            return Opened(joins, resumed=False)
        visit = self._store.visits.open(pickup.id, station, enter.at)
        enter(events.VisitOpened(visit, pickup.id, station, kind))
        return Opened(visit, resumed=False)

    def _standing(self, pickup: Pickup) -> Visit | None:
        """The open visit that this code began, or that another code of the same parcels began."""
        ours = {parcel.id for parcel in pickup.parcels}
        for visit in self._store.visits.open_visits():
            theirs = {parcel.id for parcel in self._store.pickups.parcels(visit.pickups)}
            if pickup.id in visit.pickups or ours & theirs:
                return visit
        return None

    def refuse(self, refusal: Refusal, *, station: str) -> None:
        """Something shown was refused before the store had to be asked."""
        in_one_act(
            self._store, self._clock.now(), lambda enter: enter(events.CodeRefused(station, refusal.reason, None))
        )

    def hand_over(self, visit: int, parcels: Iterable[int], *, station: str, how: Leaves) -> Receipt | None:
        """The label check came out right (or the tap, where that is enough): the parcels are the customer's.

        Parcels that another act handed over meanwhile stay as they are. The visit closes with its last parcel, and its receipt is given.
        """

        chosen = set(parcels)

        def work(enter: Entering) -> Receipt | None:
            before = self.progress(visit)
            leave = [parcel.id for parcel in before.waiting if parcel.id in chosen]
            for parcel in leave:
                self._store.parcels.change(parcel, ParcelState.HANDED_OVER, enter.at)
                enter(events.ParcelHandedOver(visit, parcel, station, how))
            if len(leave) < len(before.waiting) or not self._store.visits.close(visit, enter.at):
                return None
            fetched = len(before.checked) + len(leave)
            line = receipt.line(self._settings.depot.name, fetched, self._clock.local(enter.at))
            return receipts.give(self._store, enter, before.visit, fetched, line)

        return in_one_act(self._store, self._clock.now(), work)

    def wrong_parcel(self, visit: int | None, parcel: int, *, station: str) -> None:
        """Another's parcel was in the customer's hand, and was caught."""
        in_one_act(self._store, self._clock.now(), lambda enter: enter(events.WrongParcel(visit, parcel, station)))

    def opened_by(self, kind: CodeKind, text: str) -> tuple[Parcel, ...]:
        """The parcels that a code opens or opened; none for an unknown one."""
        pickup = self._store.pickups.find(kind, text)
        return pickup.parcels if pickup else ()

    def story(self, untrusted_text: str) -> Story:
        """Which parcels left with a receipt, if the text is one."""
        return receipts.story(self._store, untrusted_text)

    def open_visits(self) -> list[Visit]:
        """All open visits of the depot."""
        return self._store.visits.open_visits()

    def parcel_of(self, waybill: str) -> Parcel | None:
        """The parcel with this waybill, the one here before one that left."""
        return self._store.parcels.by_waybill(waybill)

    def is_carrier_code(self, text: str) -> bool:
        """Whether a carrier told us this text as a pickup code."""
        return self._store.pickups.find(CodeKind.CARRIER, text) is not None

    def is_begun(self, kind: CodeKind, text: str) -> bool:
        """Whether a code was shown before and its parcels are out: what was begun may be finished at any hour."""
        return any(self.is_out(parcel) for parcel in self.opened_by(kind, text))

    def is_out(self, parcel: Parcel) -> bool:
        """Whether the parcel is released and its label not yet seen: its own customer may hold it."""
        return parcel.state in OUT

    def progress(self, visit: int) -> Progress:
        """Where visit number `visit` stands."""
        standing = self._store.visits.get(visit)
        parcels = sorted(self._store.pickups.parcels(standing.pickups), key=lambda p: (p.place or "", p.id))
        return Progress(
            standing,
            tuple(p for p in parcels if p.state in OUT),
            tuple(p for p in parcels if p.state is ParcelState.HANDED_OVER and self._left_in(standing, p)),
            tuple(p for p in parcels if p.state in {ParcelState.WAITING, ParcelState.MISSING, ParcelState.DISPUTED}),
        )

    def _left_in(self, visit: Visit, parcel: Parcel) -> bool:
        """Whether a parcel was handed over in this visit, or by the desk during it. A clock that was set back does not count: the
        ledger tells which visit it was."""
        if parcel.since is not None and parcel.since >= visit.opened_at:
            return True
        told = (entry.event for entry in self._store.journal.about([of_parcel(parcel.id)]))
        return any(isinstance(event, events.ParcelHandedOver) and event.visit == visit.id for event in told)

    def close_overdue(self) -> None:
        """Close visits whose label check never came: the code stays valid, the desk sees "shown, not confirmed"."""
        before = self._clock.now() - timedelta(minutes=self._settings.release.open_minutes)
        for visit in self._store.visits.overdue(before):
            in_one_act(self._store, self._clock.now(), partial(self._give_up, visit.id))

    def _give_up(self, visit: int, enter: Entering) -> None:
        for parcel in self.progress(visit).waiting:
            if parcel.state is ParcelState.RELEASED:
                self._store.parcels.change(parcel.id, ParcelState.UNCHECKED, enter.at)
                enter(events.ParcelUnchecked(visit, parcel.id))
        self._store.visits.close(visit, enter.at)
