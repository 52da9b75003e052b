"""What may be kept for a while only goes in time, with nobody's doing: at start, daily, and again as soon as a clock in doubt is right."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial

from kiosk.clock import Clock
from kiosk.desk.act import Entering, in_one_act
from kiosk.ledger import events
from kiosk.policy.retention import Reading, Seen, is_news, read, seen_now
from kiosk.store import Store
from kiosk.store.erasure import Expired

MOST = 200
"""Parcels erased in one act, so that a serving kiosk never stands still."""


def look(store: Store, clock: Clock) -> Reading:
    """Which moment counts for retention. A clock that was set, is newly in doubt or out of it, is an entry. Raises `StoreFault`."""
    boottime, boot_id, known = clock.boottime(), clock.boot_id(), store.erasure.seen()
    reading = read(known, wall=clock.now(), boottime=boottime, boot_id=boot_id)

    def work(enter: Entering) -> None:
        store.erasure.see(seen_now(known, reading, boottime=boottime, boot_id=boot_id))
        if is_news(known.reading if known else None, reading):
            enter(_news(reading))

    in_one_act(store, clock.now(), work)
    return reading


def today(store: Store, clock: Clock) -> date:
    """The depot's own date by the moment that counts; nothing is noted. Raises `StoreFault`."""
    known = store.erasure.seen()
    return clock.local(read(known, wall=clock.now(), boottime=clock.boottime(), boot_id=clock.boot_id()).at).date()


def trust(store: Store, clock: Clock) -> None:
    """A technician has looked: the wall clock is right as it is. Raises `StoreFault`."""

    def work(enter: Entering) -> None:
        store.erasure.see(Seen(Reading(clock.now()), clock.boottime(), clock.boot_id()))
        enter(events.ClockTrusted())

    in_one_act(store, clock.now(), work)


def _news(reading: Reading) -> events.Event:
    seconds = int(reading.moved.total_seconds())
    if reading.doubt:
        return events.ClockDoubted(seconds)
    return events.ClockMoved(seconds) if seconds else events.ClockTrusted()


def erase_expired(store: Store, at: datetime, dispute_days: int) -> Iterator[int]:
    """Erase what has expired by the moment `at`, a few at a time; after each act, how many parcels it were. Raises `StoreFault`.

    The log is cut after each; where another program holds it, `Store.sweep` must be tried again.
    """
    expired = store.erasure.expired(at, dispute_days)
    parts = [Expired(expired.parcels[first : first + MOST], ()) for first in range(0, len(expired.parcels), MOST)]
    for part in filter(None, [*parts, Expired((), expired.months)]):
        in_one_act(store, at, partial(_erase, store, part))
        store.sweep()
        yield len(part.parcels)


def _erase(store: Store, expired: Expired, enter: Entering) -> None:
    store.erasure.erase(expired, at=enter.at, act=enter.key)


class Forgetting:
    """What a serving kiosk does about it: `step` often, erasing once a day of the depot and in small steps."""

    def __init__(self, store: Store, clock: Clock, dispute_days: int) -> None:
        self._store = store
        self._clock = clock
        self._dispute_days = dispute_days
        self._done: date | None = None
        self._running: Iterator[int] | None = None
        self.in_doubt = False
        """The clock cannot be right: nothing is erased until a technician has looked."""

    def step(self) -> bool:
        """The next act, if there is one to be done; True while more is to come. Raises `StoreFault`."""
        if self._running is None:
            reading = look(self._store, self._clock)
            self.in_doubt = reading.doubt is not None
            if self.in_doubt:
                return False
            in_one_act(self._store, self._clock.now(), lambda _: self._store.outbox.forget(reading.at))
            self._store.sweep()
            day = self._clock.local(reading.at).date()
            if day == self._done:
                return False
            self._running, self._done = erase_expired(self._store, reading.at, self._dispute_days), day
        try:
            next(self._running)
        except StopIteration:
            self._running = None
        except BaseException:
            self._running = self._done = None
            raise
        return self._running is not None
