"""Children of a serving kiosk with two stations are killed, stopped, made to spin: each comes back, nothing piles up, no screen stalls."""

import gc
import os
import signal
import sys
import time
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.clock import Clock
from kiosk.reader import process
from kiosk.reader.reader import Reader, State
from kiosk.reader.restarts import Restarts
from kiosk.reader.sources import Synthetic
from kiosk.settings import Depot, Settings, Station
from kiosk.store import Store
from kiosk.technician.init import make_home
from tests.faceless.door import before_the_door

KINDS = (signal.SIGKILL, signal.SIGSTOP, signal.SIGUSR1)
BLOWS = cycle(KINDS)
A_LOOK_THAT_SPINS = """
import signal
def spin(*_):
    while True:
        pass
signal.signal(signal.SIGUSR1, spin)
"""
SETTLED = 8  # blows, after which nothing new is loaded any more
MOST_GROWTH = 8 << 20  # bytes; a child that is forgotten in part costs 50 KB or more a blow


class Pulse:
    """How long the screen's own loop was ever held up, in seconds."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self.longest = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def children() -> int:
    return len(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


@pytest.mark.parametrize(("count", "apart"), [(30, 0.0), pytest.param(1000, 3.0, marks=pytest.mark.long)])
def test_they_come_back(
    count: int, apart: float, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--long` alone strikes so many seconds `apart`, wants a machine at rest and holds times to the promise: back in 1 s, stall 0.2."""
    monkeypatch.setattr(process, "command", process.command)  # so that it is put back
    before_the_door(A_LOOK_THAT_SPINS)
    settings = Settings(Depot(tag="7KQ2"), stations=(Station("1"), Station("2")))
    make_home(tmp_path / "home", settings)
    store = Store.open(tmp_path / "home")
    kiosk = Kiosk(store, settings, Clock(), {one: Synthetic(seed=1, fps=20) for one in "12"}, headless=True)
    kiosk.start(full_screen=False, size=(640, 400))
    readers = [stand.reader for stand in kiosk.stands if stand.reader is not None]

    def settle() -> None:
        """A child at hand at each station, and none that is ending."""
        qtbot.waitUntil(
            lambda: all(reader._at_hand.process and not reader._ended for reader in readers), timeout=60_000
        )
        gc.collect()

    def reads(reader: Reader, before: int | None, frames: int) -> bool:
        return reader.state is State.READING and reader.pid not in (None, before) and reader.stats.frames > frames

    for reader in readers:
        qtbot.waitUntil(lambda reader=reader: reads(reader, None, 0), timeout=60_000)  # type: ignore[misc]  # a default binds the loop's
    qtbot.waitUntil(kiosk._examining._examination.is_over, timeout=60_000)  # it has the store open, too
    pulse, held = Pulse(), (0, 0, 0)
    took: dict[signal.Signals, list[float]] = {blow: [] for blow in KINDS}
    for number in range(0, count, len(readers)):
        if number and number % SETTLED == 0:
            settle()
        if number == SETTLED:
            held = resident(), descriptors(), children()
        begun: dict[Reader, tuple[int, int, float, signal.Signals]] = {}
        for reader, blow in zip(readers, BLOWS, strict=False):
            assert reader.pid is not None
            begun[reader] = reader.pid, reader.stats.frames, time.monotonic(), blow
            reader._restarts = Restarts()  # as if the blows before were long ago
            os.kill(reader.pid, blow)

        def back(begun: dict[Reader, tuple[int, int, float, signal.Signals]] = begun) -> bool:
            for reader, (before, frames, since, blow) in list(begun.items()):
                if reads(reader, before, frames):
                    took[blow].append(time.monotonic() - since)
                    del begun[reader]
            return not begun

        qtbot.waitUntil(back, timeout=60_000)
        qtbot.wait(round(apart * 1000))
    settle()
    grown = resident() - held[0]
    slowest = {blow.name: round(max(times), 2) for blow, times in took.items()}
    figures = f"{count} blows: back within {slowest} s, stall {pulse.longest * 1000:.0f} ms, grown {grown >> 10} KB"
    sys.stdout.write(figures + "\n")
    left = descriptors(), children()
    kiosk.stop()
    store.close()
    assert sum(map(len, took.values())) == count
    assert left == held[1:], "each child that ended is gone, with all that was its own"
    assert grown < MOST_GROWTH, figures
    if count > 30:
        assert max(slowest.values()) <= 1.0, figures
        assert pulse.longest <= 0.2, figures
