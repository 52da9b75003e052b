"""Codes to people and results to carriers: written once, then forgotten. The kiosk itself tells nobody; it has no number to tell."""

from collections.abc import Callable, Sequence

from kiosk.clock import Clock
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.forgetting import look
from kiosk.ledger import events
from kiosk.store import Departure, Notice, Store


def export_notices(store: Store, clock: Clock, write: Callable[[Sequence[Notice]], None]) -> int:
    """Have every waiting notice written, then forget their codes; how many. What `write` raises leaves all as it was.

    A power cut between the two writes them once more the next time: a notice may come twice, and is never lost.
    """
    forget_old(store, clock)
    notices = store.outbox.notices()
    write(notices)

    def work(enter: Entering) -> None:
        store.outbox.told_people(notices)
        if notices:
            enter(events.NoticesExported(len(notices)))

    in_one_act(store, clock.now(), work)
    store.sweep()
    return len(notices)


def export_departures(
    store: Store, clock: Clock, write: Callable[[Sequence[Departure]], None], *, carrier: str | None = None
) -> int:
    """Have what left written, of one carrier or of all, then forget the waybills; how many. As `export_notices` does."""
    forget_old(store, clock)
    departures = store.outbox.departures(carrier)
    write(departures)

    def work(enter: Entering) -> None:
        store.outbox.told_carrier(departures)
        if departures:
            enter(events.HandoversExported(len(departures)))

    in_one_act(store, clock.now(), work)
    store.sweep()
    return len(departures)


def forget_old(store: Store, clock: Clock) -> int:
    """What nobody fetched for 48 hours goes; how many. Nothing goes while the clock is in doubt."""
    reading = look(store, clock)
    if reading.doubt:
        return 0
    gone = in_one_act(store, clock.now(), lambda _: store.outbox.forget(reading.at))
    if gone:
        store.sweep()
    return gone
