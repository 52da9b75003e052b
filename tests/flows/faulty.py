"""The kiosk on a disk that fails on order (`tests/store/disk.c`, loaded before libc): real windows, desk and store, but no camera.

Called with a home, the library and lines `nth errno times` on stdin: the nth write, truncation or sync from the first code of a
visit on fails so often. For each it prints a line of JSON: what was shown from then on, how long the slowest answer took,
what the desk shows once the disk works again. A parcel that the screen calls done is told in a line of its own, before.
"""

import ctypes
import json
import sys
import time
from errno import errorcode
from pathlib import Path

from kiosk import settings as settings_file
from kiosk.app import Kiosk
from kiosk.clock import SkippingClock
from kiosk.desk import intake
from kiosk.desk.shown import OutOfOrder, Shown
from kiosk.desk.states import State
from kiosk.errors import StoreFault
from kiosk.reader.wire import Sighting
from kiosk.settings import Settings
from kiosk.store import Store, opened

CORNERS = ((10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0))
ERRORS = {name: number for number, name in errorcode.items()}
GONE = 20 * 60
"""Seconds after which a visit that was left open is over."""

MOST_VISITS = 4
"""Enough to write and sync a hundred times."""


class Counter:
    """One station, its parcels, and who was told what."""

    def __init__(self, store: Store, settings: Settings, disk: ctypes.CDLL) -> None:
        self.clock = SkippingClock()
        self.kiosk = Kiosk(store, settings, self.clock, {}, headless=True)
        self.kiosk.start(full_screen=False, size=(640, 400))
        self._store, self._settings, self._disk = store, settings, disk
        self._stand = self.kiosk.stands[0]
        self._painted: list[Shown] = []
        self._stand.painted.connect(self._painted.append)
        self._parcels = 0
        self._waiting: list[tuple[int, str, str]] = []
        self.slowest = 0.0

    def visits(self, nth: int, error: int, times: int) -> list[Shown]:
        """Visits on a disk that fails so; what is painted from the fault on, to the end of that visit."""
        while len(self._waiting) < MOST_VISITS:
            self._waiting.append(self._take_in())
        self.slowest = 0.0
        self._disk.disk_arm(ctypes.c_long(nth), error, ctypes.c_long(times))
        for _ in range(MOST_VISITS):
            parcel, token, waybill = self._waiting.pop()
            shown = [self._sees("QRCode", token)]
            if shown[0].state is State.FOUND:
                shown.append(self._sees("Code128", waybill))
            if shown[-1].state is State.DONE:
                say(f"told {parcel}")
            if self._disk.disk_fired():
                return shown
        return []

    def after(self) -> str:
        """What stands on the screen some time later."""
        self.clock.advance(6)
        self._stand.tick()
        self.kiosk.application.processEvents()
        return self._stand.station.shown.state.value

    def leaves(self) -> None:
        """Whoever stood there is gone."""
        self.clock.advance(GONE)
        self._stand.tick()

    def _take_in(self) -> tuple[int, str, str]:
        self._parcels += 1
        received = intake.receive(self._store, self._settings, self.clock, f"FAULTY{self._parcels:06}", "B-12")
        return received.parcel.id, received.token.text, f"FAULTY{self._parcels:06}"

    def _sees(self, symbology: str, text: str) -> Shown:
        self._painted.clear()
        began = time.monotonic()
        self._stand.station.sighted([Sighting(symbology, text.encode(), CORNERS)])
        while self._stand.station.shown not in self._painted:
            self.kiosk.application.processEvents()
        self.slowest = max(self.slowest, time.monotonic() - began)
        return self._painted[-1]


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def works(disk: ctypes.CDLL) -> None:
    """The disk is whole again."""
    disk.disk_arm(ctypes.c_long(-1), 0, ctypes.c_long(0))


def openings(home: Path, disk: ctypes.CDLL, error: int) -> list[str]:
    """What opening the store comes to where each of its writes in turn fails, and all after it."""
    came_to = []
    for nth in range(1, 100):
        for made_anew in home.glob("store.db-shm"):
            made_anew.unlink()
        disk.disk_arm(ctypes.c_long(nth), error, ctypes.c_long(10**6))
        try:
            Store.open(home).close()
        except StoreFault as fault:
            came_to.append(type(fault).__name__)
        fired = disk.disk_fired()
        works(disk)
        if not fired:
            break
    return came_to


def main(home: Path, library: Path) -> None:
    disk, settings = ctypes.CDLL(str(library)), settings_file.load(home)
    for name in ("ENOSPC", "EROFS", "EIO"):
        say(json.dumps({"opening": name, "faults": openings(home, disk, ERRORS[name])}))
    with opened(home) as store:
        counter = Counter(store, settings, disk)
        for line in sys.stdin:
            nth, error, times = line.split()
            shown = counter.visits(int(nth), ERRORS[error], int(times))
            fired = disk.disk_fired()
            still = counter.after()
            works(disk)
            mended = counter.after()
            counter.leaves()
            told = {
                "nth": int(nth),
                "error": error,
                "times": int(times),
                "fired": fired,
                "shown": [one.state.value for one in shown],
                "codes": [one.code for one in shown if isinstance(one, OutOfOrder)],
                "still": still,
                "mended": mended,
                "seconds": round(counter.slowest, 3),
            }
            say(json.dumps(told))
        counter.kiosk.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
