"""What a customer may know of what is kept: about any parcel (the notice), and, after its code, about their own."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from kiosk.clock import Clock
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.shown import MyParcel, Notice, Number
from kiosk.ledger import events
from kiosk.parcel import GONE, Leaves, Parcel
from kiosk.settings import Settings
from kiosk.store import Store
from kiosk.store.facts import Fact, Known


def notice(settings: Settings) -> Notice:
    """What this depot keeps about a parcel; without hints there is one fact less."""
    facts = len(Fact) - (not settings.hint.on)
    days, answers = settings.retention.dispute_days, settings.depot.answers or settings.depot.line
    return Notice(facts, days, settings.hint.on, answers)


class AboutMine:
    """What is kept about the parcels of who stands at a station, one after the other."""

    def __init__(self, station: str, store: Store, settings: Settings, clock: Clock) -> None:
        self._station = station
        self._store = store
        self._days = settings.retention.dispute_days
        self._clock = clock
        self._at = 0

    def first(self, parcels: Sequence[Parcel], *, finished: bool) -> MyParcel:
        """The first of them. `finished`: no visit is going on, so that what can go may."""
        self._at = 0
        return self._show(parcels, finished=finished)

    def next(self, parcels: Sequence[Parcel], *, finished: bool) -> MyParcel:
        """The one after it, and after the last the first again."""
        self._at = (self._at + 1) % len(parcels)
        return self._show(parcels, finished=finished)

    def let_go(self, parcels: Sequence[Parcel]) -> MyParcel:
        """Delete of all of them what the proof of their handover does not need."""
        can_go = [parcel.id for parcel in parcels if self._known(parcel).can_go]
        in_one_act(self._store, self._clock.now(), partial(self._let_go, can_go))
        return self._show(parcels, finished=True, deleted=True)

    def _let_go(self, parcels: Sequence[int], enter: Entering) -> None:
        for parcel in parcels:
            self._store.known.let_go(parcel)
            enter(events.DetailsDeleted(parcel, self._station))

    def _known(self, parcel: Parcel) -> Known:
        """As it stands now, whatever it was when its code was shown."""
        return self._store.known.about(self._store.parcels.get(parcel.id))

    def _show(self, parcels: Sequence[Parcel], *, finished: bool, deleted: bool = False) -> MyParcel:
        known = self._known(parcels[self._at])
        parcel = known.parcel
        local = self._clock.local
        until = None
        if parcel.state in GONE and parcel.since is not None:
            until = local(parcel.since).date() + timedelta(days=self._days)
        return MyParcel(
            number=self._at + 1,
            of=len(parcels),
            state_of_it=parcel.state,
            waybill=_number(known),
            place=parcel.place,
            carrier=parcel.carrier,
            hint=parcel.hint is not None,
            at_desk=parcel.held is not None or parcel.leaves is Leaves.CLERK,
            came=local(known.came),
            since=local(parcel.since) if parcel.since else None,
            last_day=parcel.last_day,
            seen=self._local(known.seen),
            moved=self._local(known.moved),
            code_made=self._local(known.code_made),
            code_revoked=self._local(known.code_revoked),
            code_for_text=known.code_for_text,
            code_shown=self._local(known.shown),
            station=known.station or "",
            by_hand=self._local(known.by_hand),
            until=until,
            days=self._days,
            can_go=finished and any(self._known(one).can_go for one in parcels),
            deleted=deleted,
        )

    def _local(self, moment: datetime | None) -> datetime | None:
        return self._clock.local(moment) if moment is not None else None


def _number(known: Known) -> Number:
    if known.parcel.waybill is not None:
        return Number.PLAIN
    return Number.FOR_CARRIER if known.number_for_carrier else Number.SCRAMBLED
