"""Each of the first 100 writes and syncs of visits fails: nothing that was told is lost, the screen says what is wrong, and it comes back.

The program is the unmodified one; its disk is `tests/store/disk.c`, which fails on order and records what was written. What was
told must even survive a power cut after such a fault, on the strict disk of `tests/store/disk.py`.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kiosk.desk import faults
from kiosk.errors import KioskFault
from kiosk.ledger.events import ParcelHandedOver
from kiosk.parcel import ParcelState
from kiosk.settings import Depot, Settings
from kiosk.store import opened
from kiosk.technician.init import make_home
from tests.store import disk
from tests.store.disk import Disk

FAULTY = Path(__file__).with_name("faulty.py")
CODES = {
    "ENOSPC": (faults.STORE_FULL, "StoreFull"),
    "EROFS": (faults.STORE_READ_ONLY, "StoreReadOnly"),
    "EIO": (faults.STORE_FAILS, "StoreFault"),
}
ONCE, LASTING = 1, 10**6
EVERY = [(nth, error, times) for nth, (error, times) in product(range(1, 101), product(CODES, (ONCE, LASTING)))]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if disk.COMPILER is None:
        pytest.skip("needs a C compiler")
    return disk.built(tmp_path_factory.mktemp("disk"))


@pytest.mark.parametrize(
    ("plan", "cuts"),
    [
        pytest.param([case for at, case in enumerate(EVERY) if at % 11 == 0], 60, id="some"),
        pytest.param(EVERY, 2_000, marks=pytest.mark.long, id="all"),
    ],
)
def test_a_disk_that_fails_costs_nothing_and_says_what_to_do(
    library: Path, tmp_path: Path, plan: list[tuple[int, str, int]], cuts: int
) -> None:
    home, before, log = tmp_path / "home", tmp_path / "before", tmp_path / "log"
    make_home(home, Settings(Depot(tag="7KQ2")))
    shutil.copytree(home, before)
    lines = run(library, home, log, "".join(f"{nth} {error} {times}\n" for nth, error, times in plan))
    told = [int(line.split()[1]) for line in lines if line.startswith("told")]
    cases = [json.loads(line) for line in lines if line.startswith("{")]
    for opening in cases[: len(CODES)]:
        assert opening["faults"], "a write failed while the store was opened"
        assert set(opening["faults"]) == {CODES[opening["opening"]][1]}
    assert len(cases[len(CODES) :]) == len(plan)
    records = list(disk.records(log, home))
    for case, failed in zip(cases[len(CODES) :], failures(records), strict=True):
        see(case, failed)
    with opened(home) as store:
        store.check()
        assert store.journal.verify().ok
        gone = [one.event.parcel for one in store.journal.entries() if isinstance(one.event, ParcelHandedOver)]
        assert sorted(gone) == [parcel.id for parcel in store.parcels.all(ParcelState.HANDED_OVER)]
        assert set(told) <= set(gone)
    assert len(told) > len(plan) // 2
    assert lost_in_cuts(before, records, tmp_path / "cut", cuts) == []


def failures(records: list[disk.Record]) -> Iterator[list[tuple[str, str]]]:
    """For each case, what failed: kind and path."""
    failed = list[tuple[str, str]]()
    for record in records:
        if record.kind in "XVF":
            failed.append((record.kind, record.path))
        elif record.kind == "A" and record.content.startswith(b'{"opening"'):
            failed.clear()
        elif record.kind == "A" and record.content.startswith(b'{"nth"'):
            yield failed[:]
            failed.clear()


def see(case: dict[str, Any], failed: list[tuple[str, str]]) -> None:
    """The right screen: the fault with what to do, or the visit as if nothing had been where a second try did it."""
    assert case["fired"] > 0, case
    assert case["mended"] == "ready" or (case["mended"] == "done" and not case["codes"]), case
    visit = ["found", "done"]
    if case["times"] == ONCE:
        assert case["shown"] in (visit, [*visit[: len(case["codes"]) and len(case["shown"]) - 1], "out_of_order"]), case
    elif case["codes"]:
        assert case["shown"] in (["out_of_order"], ["found", "out_of_order"]), case
        assert case["still"] == "out_of_order", case
    else:
        # all was on disk: the note beside it failed, or moving the log into the file, or both
        assert case["shown"] == visit, case
        assert ("X", "store.db-wal") not in failed, case
        assert case["fired"] == 1 or failed[:1] == [("X", "store.db-acknowledged")], (case, failed)
    assert set(case["codes"]) <= {CODES[case["error"]][0]}, case


def run(library: Path, home: Path, log: Path, plan: str) -> list[str]:
    command = [sys.executable, str(FAULTY), str(home), str(library)]
    done = subprocess.run(
        command,
        env=disk.environment(library, home, log),
        input=plan,
        capture_output=True,
        text=True,
        timeout=1_800,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def lost_in_cuts(before: Path, records: list[disk.Record], home: Path, cuts: int) -> list[object]:
    """What is wrong after each of so many cuts of the power at any point of all that."""
    chance = Random(7)
    played, found = Disk(before, chance), []
    shutil.copytree(before, home)
    points = sorted(chance.randrange(len(records)) for _ in range(cuts))
    for at, record in enumerate(records):
        while points and points[0] == at:
            points.pop(0)
            told = {int(line.split()[1]) for line in played.said.decode().splitlines() if line.startswith("told")}
            found.append((at, after(home, played.cut(), told)))
        played.take(record)
    assert len(found) == cuts
    return [one for one in found if one[1]]


def after(home: Path, files: dict[str, bytes], told: set[int]) -> object:
    disk.lay(files, home)
    try:
        with opened(home) as store:
            store.check()
            if not store.journal.verify().ok:
                return "the ledger does not verify"
            return told - {parcel.id for parcel in store.parcels.all(ParcelState.HANDED_OVER)}
    except KioskFault as fault:
        return f"does not open: {type(fault).__name__}"
