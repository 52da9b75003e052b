"""Measures visits: how soon an answer is painted, what a rush hour comes to, how soon the welcome screen stands, how much memory it takes.

Everything is drawn and made in temporary folders, without a display; no home is touched. Each part is a fresh process but for the rush,
which needs none: its customers' seconds are simulated, the desk and the store are not.
"""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from kiosk.errors import KioskFault
from kiosk.settings import Depot, Settings
from kiosk.technician.init import make_home
from kiosk.technician.measured import OURS, Measured, at, spread
from kiosk.technician.rush import rush

PARCELS = 400
HOUR = 3600.0
STARTS = 5
PATIENCE = 60.0
"""Seconds for one start."""
BARE, LOOK = "bare Qt", "of it the reader's look"
_SCREEN = {"name": "1", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
_BARE_START = """
from PySide6.QtWidgets import QApplication
application = QApplication([])
from kiosk.app.bare import BareWindow
window = BareWindow(1920, 1080)
window.painted.connect(application.quit)
window.show()
application.exec()
"""


def measure(visits: int) -> Iterator[Measured]:
    """The rows as they come, the first and the last of so many visits. Raises `KioskFault`."""
    served = _served(visits)
    answers = {
        OURS: served["answers_ms"],
        LOOK: served["looks_ms"],
        BARE: served["bare_ms"],
    }
    painted = spread("answer painted", {who: [one / 1000 for one in taken] for who, taken in answers.items()})
    yield Measured(painted.name, painted.figures, {of: one for of, one in painted.ratios.items() if of.endswith(BARE)})
    answer_seconds = painted.figures[OURS]["p99_ms"] / 1000
    # in the rush every answer takes as long as the slowest painted before
    yield _rush("rush hour", HOUR, answer_seconds)
    yield _rush("all at once", 1.0, answer_seconds)
    yield _start()
    (ui, reader, _), (ui_after, reader_after, at_hand) = served["memory_mb"][0], served["memory_mb"][-1]
    after = ui_after + reader_after
    figures = {"ui_mb": ui_after, "reader_mb": reader_after, "at_hand_mb": at_hand, "mb": after + at_hand}
    yield Measured("memory", {OURS: figures | {"growth_percent": (after / (ui + reader) - 1) * 100}})


def _served(visits: int) -> dict[str, list[Any]]:
    done = subprocess.run(  # noqa: S603  # ourselves
        [sys.executable, "-m", "kiosk.technician.visit_job", str(visits)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise KioskFault("The measuring stopped before its end: a customer waited for nothing. Run: kiosk doctor")
    served: dict[str, list[Any]] = json.loads(done.stdout)
    return served


def _rush(name: str, arrives_within: float, answer_seconds: float) -> Measured:
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        hour = rush(Path(folder) / "home", PARCELS, arrives_within=arrives_within, answer_seconds=answer_seconds)
    figures = {
        "visits": float(hour.visits),
        "unserved": float(hour.unserved),
        "wrong_caught": float(hour.wrong_caught),
        "visits_h": hour.visits_an_hour,
        "wait_p50_s": at(hour.waits, 0.5),
        "wait_p90_s": at(hour.waits, 0.9),
        "wait_max_s": max(hour.waits),
        "desk_p99_ms": at(hour.desk_seconds, 0.99) * 1e3,
    }
    return Measured(name, {OURS: figures})


def _start() -> Measured:
    """`kiosk run` until it tells the service manager that its first screen is painted, beside a bare window's start; halves of several."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        home, plan = Path(folder) / "home", Path(folder) / "screen.json"
        make_home(home, Settings(Depot(tag="7KQ2")))
        plan.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={plan}"}
        ours, bare = list[float](), list[float]()
        for _ in range(STARTS):
            ours.append(_until_ready(home, environment))
            began = perf_counter()
            subprocess.run([sys.executable, "-c", _BARE_START], env=environment, check=True, timeout=PATIENCE)  # noqa: S603  # ourselves
            bare.append(perf_counter() - began)
    figures = {OURS: {"s": statistics.median(ours)}, BARE: {"s": statistics.median(bare)}}
    return Measured("start", figures, {f"s / {BARE}": figures[OURS]["s"] / figures[BARE]["s"]})


def _until_ready(home: Path, environment: dict[str, str]) -> float:
    address = home.parent / "ready"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(address))
        listener.settimeout(PATIENCE)
        began = perf_counter()
        words = [sys.executable, "-m", "kiosk", "run", "--home", str(home)]
        with subprocess.Popen(  # noqa: S603  # ourselves
            words, env=environment | {"NOTIFY_SOCKET": str(address)}, stderr=subprocess.DEVNULL
        ) as program:
            try:
                listener.recv(64)
                seconds = perf_counter() - began
            except TimeoutError:
                raise KioskFault("The kiosk did not start within a minute. Run: kiosk doctor") from None
            finally:
                program.terminate()
    address.unlink()
    return seconds
