"""The program is killed at random moments of its visits: what a customer saw done stays done, and nothing is done twice."""

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from kiosk.clock import Clock
from kiosk.desk import intake
from kiosk.ledger import events
from kiosk.settings import Depot, Settings
from kiosk.store import Store, opened
from kiosk.technician.init import make_home

SETTINGS = Settings(Depot(tag="7KQ2"))
VISIT = 0.3
"""Seconds: a visit takes about that long, so a kill comes at any moment of one."""


@pytest.mark.parametrize("visits", [10, pytest.param(100, marks=pytest.mark.long)])
def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(tmp_path: Path, visits: int) -> None:
    home, chance = tmp_path / "home", random.Random(visits)
    make_home(home, SETTINGS)
    with opened(home) as store:
        waiting = _take_in(store, visits)
    acknowledged: set[str] = set()
    kills = 0
    while waiting:
        script = tmp_path / "visits"
        script.write_text("".join(f"{number} {token} {waybill}\n" for number, (token, waybill) in waiting.items()))
        done, killed = _serve_and_kill(home, script, chance)
        acknowledged |= done
        kills += killed
        with opened(home) as store:
            handed_over = _handed_over(store)
            assert store.journal.verify().ok
        assert {int(number) for number in acknowledged} <= set(handed_over), "acknowledged, and lost"
        assert set(handed_over.values()) <= {1}, "handed over twice"
        waiting = {number: codes for number, codes in waiting.items() if int(number) not in handed_over}
    assert len(_all_parcels(home)) == visits
    assert kills >= visits // 10, "the program was killed too rarely to show anything"


def _take_in(store: Store, visits: int) -> dict[str, tuple[str, str]]:
    taken = {}
    for number in range(visits):
        waybill = f"KILLED{number:06}"
        received = intake.receive(store, SETTINGS, Clock(), waybill, f"B-{number % 90 + 1}")
        taken[str(received.parcel.id)] = (received.token.text, waybill)
    return taken


def _serve_and_kill(home: Path, script: Path, chance: random.Random) -> tuple[set[str], bool]:
    """Serve, and be killed some moments after some visit; what was acknowledged by then, and whether the kill came in time."""
    command = [sys.executable, str(Path(__file__).with_name("served.py")), str(home), str(script)]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert program.stdout is not None
    assert program.stderr is not None
    done = {program.stdout.readline().strip() for _ in range(chance.randrange(1, 4))}
    time.sleep(chance.random() * VISIT)
    program.kill()
    said, complained = program.communicate()
    killed = program.returncode < 0
    assert killed or program.returncode == 0, complained
    return (done | set(said.split("\n"))) - {""}, killed


def _handed_over(store: Store) -> Counter[int]:
    recorded = (entry.event for entry in store.journal.entries())
    return Counter(event.parcel for event in recorded if isinstance(event, events.ParcelHandedOver))


def _all_parcels(home: Path) -> Counter[int]:
    with opened(home) as store:
        return _handed_over(store)
