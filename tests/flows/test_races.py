"""Two programs are shown one code at the same moment: exactly one of them releases the parcel, and it is handed over once."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import kiosk
from kiosk.clock import Clock
from kiosk.desk import intake
from kiosk.ledger.events import ParcelHandedOver, ParcelReleased, VisitOpened
from kiosk.settings import Depot, Settings
from kiosk.store import opened
from kiosk.technician.init import make_home

SETTINGS = Settings(Depot(tag="7KQ2"))
RACER = Path(__file__).with_name("racer.py")


def start(home: Path, station: str) -> subprocess.Popen[str]:
    house = str(Path(kiosk.__file__).parents[1])
    return subprocess.Popen(
        [sys.executable, str(RACER), str(home), station],
        env=os.environ | {"PYTHONPATH": house},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("races", [200, pytest.param(10_000, marks=pytest.mark.long)])
def test_one_code_is_won_by_one(tmp_path: Path, races: int) -> None:
    home = tmp_path / "home"
    make_home(home, SETTINGS)
    with opened(home) as store:
        codes = [
            (received.typed_code.text, received.parcel.id)
            for received in (
                intake.receive(store, SETTINGS, Clock(), f"RACED{number:06}", "B-12") for number in range(races)
            )
        ]
    won: Counter[str] = Counter()
    with start(home, "left") as left, start(home, "right") as right:
        for number, (code, parcel) in enumerate(codes):
            racers = (left, right) if number % 2 else (right, left)
            for racer in racers:
                assert racer.stdin is not None
                racer.stdin.write(f"{code} {parcel}\n")
                racer.stdin.flush()
            answers = {}
            for name, racer in (("left", left), ("right", right)):
                assert racer.stdout is not None
                answers[name] = racer.stdout.readline().strip()
            assert sorted(answers.values()) == ["first", "second"], f"race {number}"
            won[next(name for name, answer in answers.items() if answer == "first")] += 1
    assert (left.returncode, right.returncode) == (0, 0)
    assert min(won["left"], won["right"]) > races // 10, "they were never even: these were no races"
    with opened(home) as store:
        assert store.journal.verify().ok
        recorded = [entry.event for entry in store.journal.entries()]
    for kind in (VisitOpened, ParcelReleased, ParcelHandedOver):
        of_kind = [event for event in recorded if isinstance(event, kind)]
        assert len(of_kind) == races, kind.__name__
    assert len({event.parcel for event in recorded if isinstance(event, ParcelHandedOver)}) == races
