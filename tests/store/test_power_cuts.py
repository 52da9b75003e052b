"""The power goes, at any instruction: what was told to a customer is there, the store opens, the ledger verifies.

The writes of the unmodified program while it serves are recorded (`disk.c`) and replayed up to any point, torn and out of order
(`disk.py`).
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from kiosk.clock import Clock
from kiosk.desk import intake
from kiosk.errors import KioskFault
from kiosk.ledger import events
from kiosk.parcel import ParcelState
from kiosk.settings import Depot, Settings
from kiosk.store import Store, opened
from kiosk.technician.init import make_home
from tests.store import disk
from tests.store.disk import Disk, Record

SETTINGS = Settings(Depot(tag="7KQ2"))
SERVED = Path(__file__).parents[1] / "flows" / "served.py"
NORMAL = (
    "import runpy, sys; from kiosk.store.database import SETTINGS; SETTINGS['synchronous'] = 'NORMAL';"
    "sys.argv.pop(0); runpy.run_path(sys.argv[0], run_name='__main__')"
)
"""Runs a program with the one setting that promises less."""

VISITS = 10


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the program did from `before` (a home) on."""

    before: Path
    records: list[Record]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if disk.COMPILER is None:
        pytest.skip("needs a C compiler")
    return disk.built(tmp_path_factory.mktemp("disk"))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home as a power cut left it: parcels wait, and the log is not yet moved into the file."""
    made, cut = (tmp_path_factory.mktemp("home") / name for name in ("home", "cut"))
    make_home(made, SETTINGS)
    visits = []
    with opened(made) as store:
        for number in range(VISITS):
            received = intake.receive(store, SETTINGS, Clock(), f"CUT{number:08}", "B-12")
            visits.append(f"{received.parcel.id} {received.token.text} {received.parcel.waybill}\n")
        shutil.copytree(made, cut)
    (cut / "visits").write_text("".join(visits))
    return cut


@pytest.fixture(scope="module")
def full(library: Path, before: Path, tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    return record(library, before, tmp_path_factory.mktemp("full"), SERVED)


def record(library: Path, before: Path, folder: Path, *program: object) -> Recorded:
    home, log = folder / "home", folder / "log"
    shutil.copytree(before, home)
    (home / "store.db-shm").unlink()
    said = disk.python(*program, home, before / "visits", environment=disk.environment(library, home, log))
    assert len(said.split()) == VISITS
    return Recorded(before, list(disk.records(log, home)))


def cuts(recorded: Recorded, number: int, folder: Path) -> Iterator[tuple[str, set[int]]]:
    """What is wrong after each of so many cuts ("" for nothing), and whose handover was told and is lost."""
    chance = Random(number)
    played, home = Disk(recorded.before, chance), folder / "home"
    shutil.copytree(recorded.before, home)
    points = Counter(chance.randrange(len(recorded.records) + 1) for _ in range(number))
    for at in range(len(recorded.records) + 1):
        for _ in range(points[at]):
            yield after(home, played.cut(), {int(word) for word in played.said.split()})
        if at < len(recorded.records):
            played.take(recorded.records[at])


def after(home: Path, files: dict[str, bytes], told: set[int]) -> tuple[str, set[int]]:
    """Start again on what a cut left: what does not hold, and which of the handovers that were told are lost."""
    disk.lay(files, home)
    try:
        with opened(home) as store:
            store.check()
            return wrong(store), told - handed_over(store)
    except KioskFault as fault:
        return f"does not open: {type(fault).__name__}", told


def wrong(store: Store) -> str:
    """Ledger and shelves say the same, and once; the next parcel can be taken in."""
    if not store.journal.verify().ok:
        return "the ledger does not verify"
    gone = [entry.event.parcel for entry in store.journal.entries() if isinstance(entry.event, events.ParcelHandedOver)]
    if sorted(gone) != [parcel.id for parcel in store.parcels.all(ParcelState.HANDED_OVER)]:
        return "ledger and shelves differ"
    intake.receive(store, SETTINGS, Clock(), "AFTERTHECUT", "B-12")
    return "" if store.journal.verify().ok else "the ledger does not verify after the next entry"


def handed_over(store: Store) -> set[int]:
    return {parcel.id for parcel in store.parcels.all(ParcelState.HANDED_OVER)}


def test_the_record_is_of_the_whole_way_of_visits(full: Recorded) -> None:
    kinds = Counter(record.kind for record in full.records)
    assert kinds["A"] == VISITS
    assert kinds["S"] > 2 * VISITS, "a sync an act"
    assert kinds["U"], "the log goes when the program ends in good order"
    told = [at for at, record in enumerate(full.records) if record.kind == "A"]
    moved = [at for at, record in enumerate(full.records) if record.kind == "W" and record.path == "store.db"]
    assert min(moved) < told[0], "the log that was found was moved into the file"
    assert max(moved) > told[0], "and what was written since, too"


@pytest.mark.parametrize("number", [200, pytest.param(2_000, marks=pytest.mark.long)])
def test_a_power_cut_costs_nothing_that_was_told(full: Recorded, tmp_path: Path, number: int) -> None:
    found = list(cuts(full, number, tmp_path))
    assert len(found) == number
    assert [(what, lost) for what, lost in found if what or lost] == []


def test_a_store_that_syncs_less_is_caught(library: Path, before: Path, tmp_path: Path) -> None:
    recorded = record(library, before, tmp_path, "-c", NORMAL, SERVED)
    found = list(cuts(recorded, 40, tmp_path / "cuts"))
    assert sum(bool(lost) for _, lost in found) > 5, "acknowledged handovers were lost, and this test would say so"
