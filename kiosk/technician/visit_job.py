"""Serves drawn customers one after the other, in a process of its own as large as the kiosk: how soon each answer is painted, and how much
memory it takes. A number of visits on its command line, one JSON object on stdout.
"""

import json
import os
import select
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from time import perf_counter, sleep

from kiosk.app import Kiosk
from kiosk.app.bare import BareWindow
from kiosk.clock import SkippingClock
from kiosk.desk import intake
from kiosk.desk.shown import Shown
from kiosk.desk.states import State
from kiosk.errors import KioskFault
from kiosk.reader.sources import Synthetic
from kiosk.reader.wire import Frame, Prop, Scene
from kiosk.settings import Depot, Settings
from kiosk.store import Store
from kiosk.technician.init import make_home

SIZE = (1920, 1080)
SETTINGS = Settings(Depot(tag="7KQ2"))
AWAY = 5.0
"""Seconds skipped twice between two things held up: the code before is out of view, and FOUND gives way."""
FRAMES_PER_SECOND = 30
"""As a camera gives them."""
CALM_MS = 20
PATIENCE_MS = 30_000
WARM = 10
"""One in so many visits comes before memory is measured first: libraries, fonts and pictures are loaded by then."""

Step = tuple[Prop, str, str, State]


@dataclass(slots=True)
class Served:
    """What the visits came to."""

    answers_ms: list[float] = field(default_factory=list)
    """From the frame in which a code was read to its painted answer."""
    looks_ms: list[float] = field(default_factory=list)
    """Of that, the reader's look at the frame."""
    bare_ms: list[float] = field(default_factory=list)
    """A bare window's painting, in the same minutes."""
    memory_mb: list[tuple[float, float, float]] = field(default_factory=list)
    """Of this process, of the reader child and of the one at hand: after the first visits, and at the end."""


class _Arrivals(Thread):
    """When the reader's messages lay ready for the window, however busy that was."""

    def __init__(self, descriptor: int) -> None:
        super().__init__(daemon=True)
        self._descriptor = descriptor
        self.last = 0.0

    def run(self) -> None:
        """Until the program ends."""
        while True:
            select.select([self._descriptor], [], [])
            self.last = perf_counter()
            while select.select([self._descriptor], [], [], 0)[0]:
                sleep(0.0005)


class _Visits:
    def __init__(self, store: Store, clock: SkippingClock, count: int) -> None:
        self._clock, self._count = clock, count
        self._steps = self._customers(store)
        self._kiosk = Kiosk(
            store, SETTINGS, clock, {SETTINGS.stations[0].name: Synthetic(fps=FRAMES_PER_SECOND)}, headless=True
        )
        self._stand = self._kiosk.stands[0]
        self._bare = BareWindow(*SIZE)
        self._wanted: State | None = None
        self._frame: tuple[float, float] | None = None
        self._shown = self._done = 0
        self._asked = 0.0
        self.served = Served()

    def run(self) -> Served:
        """Raises `KioskFault` where a customer waits for nothing."""
        self._stand.painted.connect(self._painted)
        self._stand.framed.connect(self._framed)
        self._bare.painted.connect(self._bare_painted)
        self._kiosk.start(full_screen=False, size=SIZE)
        reader = self._stand.reader
        assert reader is not None  # it was given a source
        self._arrivals = _Arrivals(reader.fileno())
        self._arrivals.start()
        self._bare.show()
        self._kiosk.later(CALM_MS, self._next)
        try:
            self._kiosk.run()
        finally:
            self._kiosk.stop()
        if self._done < self._count:
            raise KioskFault("A customer waited for nothing. Run it again on a machine with less to do.")
        return self.served

    def _customers(self, store: Store) -> Iterator[Step]:
        for number in range(self._count):
            waybill = f"BENCH{number:09}A"
            taken = intake.receive(store, SETTINGS, self._clock, waybill, f"B-12-{number % 999 + 1:03}")
            yield Prop.PHONE, taken.token.text, "QRCode", State.FOUND
            yield Prop.LABEL, waybill, "Code128", State.DONE

    def _next(self) -> None:
        for _ in range(2):
            self._clock.advance(AWAY)
            self._stand.tick()
        step = next(self._steps, None)
        if step is None:
            self._kiosk.quit()
            return
        what, text, symbology, self._wanted = step
        self._shown += 1
        self._frame = None
        number = self._shown
        self._stand.reader_shows(Scene(what, text, symbology, seed=number))
        self._kiosk.later(PATIENCE_MS, lambda: self._kiosk.quit() if number == self._shown else None)

    def _framed(self, frame: Frame) -> None:
        """The first frame in which something was read that the station answers; bars count once two frames agree."""
        if self._wanted is not None and frame.codes and self._frame is None:
            self._frame = self._arrivals.last - frame.ms / 1000, frame.ms

    def _painted(self, value: Shown) -> None:
        if value.state is not self._wanted or self._frame is None:
            return
        self.served.answers_ms.append((perf_counter() - self._frame[0]) * 1000)
        self.served.looks_ms.append(self._frame[1])
        self._wanted = None
        self._stand.reader_shows(Scene(Prop.NOTHING))
        if value.state is State.DONE:
            self._done += 1
            if self._done in {max(1, self._count // WARM), self._count}:
                self.served.memory_mb.append(self._memory())
        self._kiosk.later(CALM_MS, self._paint_bare)

    def _paint_bare(self) -> None:
        self._asked = perf_counter()
        self._bare.say(str(self._shown))

    def _bare_painted(self) -> None:
        if self._asked:
            self.served.bare_ms.append((perf_counter() - self._asked) * 1000)
            self._asked = 0.0
            self._kiosk.later(CALM_MS, self._next)

    def _memory(self) -> tuple[float, float, float]:
        reader = self._stand.reader
        assert reader is not None
        assert reader.pid is not None  # it has just read something
        at_hand = _resident_mb(reader.pid_at_hand) if reader.pid_at_hand else 0.0  # none in the first second
        return _resident_mb(os.getpid()), _resident_mb(reader.pid), at_hand


def _resident_mb(pid: int) -> float:
    """What a process has in memory, shared pages counted as its own (VmRSS of proc(5))."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in status if line.startswith("VmRSS:")).split()[1]) / 1024


def main(count: int) -> Served:
    """Serve so many visits. Raises `KioskFault`."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        home = Path(folder) / "home"
        make_home(home, SETTINGS)
        store = Store.open(home)
        try:
            return _Visits(store, SkippingClock(), count).run()
        finally:
            store.close()


if __name__ == "__main__":
    served = main(int(sys.argv[1]))
    json.dump({name: getattr(served, name) for name in Served.__slots__}, sys.stdout)
