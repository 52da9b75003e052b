"""A rush hour in simulated time: drawn customers at two stations, against the real desk and the real store.

What people need is drawn from a seed within the bounds below; what the kiosk answers comes of the desk itself. Nobody jumps the queue:
whoever comes, or comes back from the shelves, waits for the first station that is free.
"""

import heapq
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from time import perf_counter

from kiosk.clock import Clock
from kiosk.desk import intake
from kiosk.desk.calls import Calls
from kiosk.desk.intake import Issued
from kiosk.desk.shown import Key, Tap
from kiosk.desk.states import State
from kiosk.desk.station import Station
from kiosk.reader.wire import Sighting
from kiosk.settings import Depot, Settings
from kiosk.settings import Station as StationSettings
from kiosk.store import Store
from kiosk.technician.init import make_home

SEED = 7
WALK = (20.0, 120.0)
"""Seconds from FOUND to the shelf and back."""
STEP_UP, HOLD_UP, KEY = (1.0, 2.5), (2.0, 4.0), (0.5, 1.0)
"""Seconds to come to the screen, to hold something in view, to press a key."""
READ_PLACE, READ_LINE = (2.0, 4.0), (1.0, 2.0)
"""Seconds to read where a parcel lies, and to read one line."""
OF_ONE_CODE = ((1, 70), (2, 22), (3, 8))
"""Parcels by one code, and of a hundred codes so many: 400 parcels are some 290 visits."""
WRONG, TYPES = 0.05, 0.05
"""One in twenty brings another's parcel first; one in twenty types the code."""
SETTINGS = Settings(Depot(tag="7KQ2"), stations=(StationSettings("1"), StationSettings("2")))
_NOWHERE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


@dataclass(frozen=True, slots=True)
class Hour:
    """What the rush came to."""

    visits: int
    """That came to DONE."""
    unserved: int
    parcels: int
    seconds: float
    """Until the last had gone."""
    waits: list[float]
    """Seconds in the queue, one for each turn at a station."""
    wrong_caught: int
    desk_seconds: list[float]
    """What desk and store really took for each answer, with everybody's visits open."""

    @property
    def visits_an_hour(self) -> float:
        """At one station."""
        return self.visits / self.seconds * 3600 / len(SETTINGS.stations)


class _StandingClock(Clock):
    """Time that passes only where it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self._began: datetime = super().now()
        self.at = 0.0

    def now(self) -> datetime:
        return self._began + timedelta(seconds=self.at)

    def monotonic(self) -> float:
        return self.at

    def boottime(self) -> float:
        return self.at


class _Turn:
    """A turn at a station is wanted."""


Life = Generator[float | _Turn | Station, Station | None, None]
"""What a customer does: so many seconds pass, a station is wanted, and is given back."""


@dataclass(slots=True)
class _Customer:
    code: Issued
    others: str | None = None
    """The label of somebody else's parcel, brought first by mistake."""
    types: bool = False

    @property
    def labels(self) -> list[str]:
        """Of their own parcels."""
        return [parcel.waybill or "" for parcel in self.code.parcels]


class _Rush:
    def __init__(self, store: Store, draw: Random, answer_seconds: float) -> None:
        self._store, self._draw, self._answer_seconds = store, draw, answer_seconds
        self._clock = _StandingClock()
        calls = Calls(store, self._clock)
        self._stations = [
            Station(one.name, store, SETTINGS, self._clock, lambda _: None, calls=calls) for one in SETTINGS.stations
        ]
        self._free = deque(self._stations)
        self._queue = deque[tuple[float, Life]]()
        self._soon: list[tuple[float, int, Life]] = []
        self._number = count()
        self._waits: list[float] = []
        self._desk_seconds: list[float] = []
        self._served = self._caught = 0

    def run(self, parcels: int, arrives_within: float) -> Hour:
        """Everybody arrives at a drawn moment within so many seconds."""
        customers = self._customers(parcels)
        for customer in customers:
            self._later(self._draw.uniform(0, arrives_within), self._life(customer))
        while self._soon:
            at, _, life = heapq.heappop(self._soon)
            self._clock.at = max(self._clock.at, at)
            for station in self._stations:
                station.tick()
            self._go_on(life, None)
        left = len(customers) - self._served
        return Hour(self._served, left, parcels, self._clock.at, self._waits, self._caught, self._desk_seconds)

    def _customers(self, parcels: int) -> list[_Customer]:
        """One code each, for one parcel or several, until all parcels have one."""
        labels = [f"BENCH{number:09}A" for number in range(parcels)]
        for number, label in enumerate(labels):
            intake.receive(self._store, SETTINGS, self._clock, label, f"B-{number // 50 + 1:02}-{number % 50 + 1:03}")
        made = list[_Customer]()
        sizes, weights = zip(*OF_ONE_CODE, strict=True)
        while labels:
            (size,) = self._draw.choices(sizes, weights)
            mine, labels = labels[:size], labels[size:]
            made.append(_Customer(intake.issue(self._store, SETTINGS, self._clock, mine)))
        for customer in self._draw.sample(made, round(TYPES * len(made))):
            customer.types = True
        for customer in self._draw.sample(made, round(WRONG * len(made))):
            beside = made[made.index(customer) - 1]
            customer.others = beside.labels[0]
        return made

    # what happens when

    def _later(self, at: float, life: Life) -> None:
        heapq.heappush(self._soon, (at, next(self._number), life))

    def _go_on(self, life: Life, given: Station | None) -> None:
        try:
            wish = life.send(given)
        except StopIteration:
            return
        match wish:
            case _Turn():
                self._queue.append((self._clock.at, life))
                self._serve()
            case Station():
                self._free.append(wish)
                self._later(self._clock.at, life)
                self._serve()
            case _:
                self._later(self._clock.at + wish, life)

    def _serve(self) -> None:
        while self._free and self._queue:
            since, life = self._queue.popleft()
            self._waits.append(self._clock.at - since)
            self._go_on(life, self._free.popleft())

    # what a customer does

    def _life(self, customer: _Customer) -> Life:
        """Shows the code, walks, shows each label, shows the code again where several are at the shelves, and goes."""
        station = yield _Turn()
        assert station is not None  # that is what was wanted
        yield self._takes(STEP_UP)
        if customer.types:
            yield from self._types(station, customer.code.typed_code.text)
        else:
            yield from self._shows(station, customer.code.token.text)
        yield self._takes(READ_PLACE)
        yield station
        for in_hand in ([customer.others], customer.labels) if customer.others else (customer.labels,):
            yield self._takes(WALK)
            station = yield _Turn()
            assert station is not None
            yield self._takes(STEP_UP)
            for label in in_hand:
                yield from self._shows(station, label, "Code128")
                yield self._takes(READ_LINE)
                if station.shown.state is State.SHOW_CODE:
                    yield from self._shows(station, customer.code.token.text)
                    yield self._takes(READ_LINE)
            if station.shown.state is State.WRONG_PARCEL:
                self._caught += 1
                station.tapped(Tap.PUT_BACK)
            self._served += station.shown.state is State.DONE
            yield station

    def _shows(self, station: Station, text: str, symbology: str = "QRCode") -> Life:
        yield self._takes(HOLD_UP)
        yield self._done(station, lambda at: at.sighted([Sighting(symbology, text.encode(), _NOWHERE)]))

    def _types(self, station: Station, code: str) -> Life:
        station.tapped(Tap.TYPE_A_CODE)
        for sign in code[:-1]:
            yield self._takes(KEY)
            station.tapped(Key(sign))
        yield self._takes(KEY)
        yield self._done(station, lambda at: at.tapped(Key(code[-1])))

    def _done(self, station: Station, act: Callable[[Station], None]) -> float:
        """Do it; seconds until its answer stands on the screen."""
        began = perf_counter()
        act(station)
        self._desk_seconds.append(perf_counter() - began)
        return self._answer_seconds

    def _takes(self, bounds: tuple[float, float]) -> float:
        return self._draw.uniform(*bounds)


def rush(folder: Path, parcels: int, *, arrives_within: float, answer_seconds: float) -> Hour:
    """One rush on a store in a new folder; `answer_seconds` go by until an answer is painted."""
    make_home(folder, SETTINGS)
    store = Store.open(folder)
    try:
        return _Rush(store, Random(SEED), answer_seconds).run(parcels, arrives_within)  # noqa: S311  # the same each time
    finally:
        store.close()
