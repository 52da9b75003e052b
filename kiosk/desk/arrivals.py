"""Bringing accepted manifests in: slice by slice, each one transaction with its entries, so short that nobody at a station waits.

Once a manifest is accepted it goes in whole. What a crash or an impatient key interrupts, the next command on this store, or the
serving kiosk, finishes; two that do it at once share the work.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from kiosk.clock import Clock
from kiosk.desk.act import Entering, in_one_act
from kiosk.ledger import events
from kiosk.ledger.subject import of_parcel, of_pickup
from kiosk.parcel import CodeKind
from kiosk.store import Accepted, Store

SMALLEST, LARGEST = 50, 16_000
"""Rows of a slice."""
HELD, HELD_WHILE_SERVING = 0.5, 0.03
"""Seconds for which a slice should hold the store: the next is larger or smaller, until it does."""
CLEARED = 5_000
"""Rows that are forgotten together: whole pages, so that costs little."""


def alone() -> bool:
    """Nobody serves customers from this store."""
    return False


def bring_in(
    store: Store,
    clock: Clock,
    *,
    serving: Callable[[], bool] = alone,
    told: Callable[[int], None] = lambda _: None,
) -> dict[int, list[int]]:
    """Bring in every accepted manifest; by its number, the lines whose parcel came in some other way meanwhile. Raises `StoreFault`.

    While somebody is `serving`, slices are small and others have the store for as long as each took; `told` hears how many rows were
    brought in since it last heard.
    """
    found: dict[int, list[int]] = {}
    while (manifest := store.arrivals.accepted()) is not None:
        found[manifest.number] = _bring_in(store, clock, manifest, _Pace(serving), told)
    return found


def _bring_in(store: Store, clock: Clock, manifest: Accepted, pace: "_Pace", told: Callable[[int], None]) -> list[int]:
    number, at, too_late = manifest.number, 0, list[int]()
    waiting = store.arrivals.waiting(number)
    while at < len(waiting):
        rows = waiting[at : at + pace.size]
        with pace.slice():
            too_late += in_one_act(store, clock.now(), partial(_move, store, number, rows))
        at += len(rows)
        told(len(rows))
    more = 1
    while more:
        with pace.slice():
            more = in_one_act(store, clock.now(), partial(_pair, store, number, pace.size))
    while more := in_one_act(store, clock.now(), lambda _: store.arrivals.clear(number, CLEARED)):
        pass
    in_one_act(store, clock.now(), partial(_end, store, manifest))
    return too_late


def _move(store: Store, number: int, rows: Sequence[int], enter: Entering) -> tuple[int, ...]:
    moved = store.arrivals.move(number, rows, enter.at)
    store.journal.expect(of_parcel(id_) for id_, _ in moved.parcels)
    enter.each(
        [
            events.ParcelExpected(id_) if place is None else events.ParcelReceived(id_, place)
            for id_, place in moved.parcels
        ]
    )
    return moved.too_late


def _pair(store: Store, number: int, size: int, enter: Entering) -> int:
    codes, pickups = store.arrivals.pair(number, size, enter.at)
    store.journal.expect(of_pickup(pickup) for pickup, _ in pickups)
    enter.each([events.CodeIssued(pickup, parcels, (CodeKind.CARRIER.value,)) for pickup, parcels in pickups])
    return codes


def _end(store: Store, manifest: Accepted, enter: Entering) -> None:
    taken = store.arrivals.end(manifest.number)
    if taken is not None:
        enter(events.ManifestImported(manifest.lines, taken, manifest.lines - taken))


class _Pace:
    """How large the next slice is, and for how long others have their turn after it."""

    def __init__(self, serving: Callable[[], bool]) -> None:
        self._serving = serving
        self.size = 4 * SMALLEST

    @contextmanager
    def slice(self) -> Iterator[None]:
        """One transaction."""
        began = time.monotonic()
        yield
        took, serving = time.monotonic() - began, self._serving()
        held = HELD_WHILE_SERVING if serving else HELD
        if took > held:
            self.size = max(SMALLEST, self.size // 2)
        elif took < held / 2:
            self.size = min(LARGEST, self.size * 2)
        if serving:
            time.sleep(took)
