"""The power goes while keys are rotated or a backup is restored: what is left opens, to a sheet that somebody holds, and nothing is lost.

Cut as in `test_power_cuts`, at every instruction of the unmodified commands.
"""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from kiosk.clock import Clock
from kiosk.codes.recovery import Secret, parse
from kiosk.desk import intake
from kiosk.desk.proof import prove
from kiosk.errors import WrongKey
from kiosk.settings import Depot, Settings
from kiosk.store import How, opened
from kiosk.store.keyring import load, opened_by_sheet
from kiosk.store.rotation import new_sheet, rotate
from kiosk.technician.backup import create
from kiosk.technician.init import make_home
from tests.store import disk
from tests.store.disk import Disk, Record

SETTINGS = Settings(Depot(tag="7KQ2"))
OLD_SHEET = new_sheet()
PARCELS = 3
CUTS = [240, pytest.param(2_000, marks=pytest.mark.long)]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if disk.COMPILER is None:
        pytest.skip("needs a C compiler")
    return disk.built(tmp_path_factory.mktemp("disk"))


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with parcels, and beside it a backup from before the last of them."""
    home = tmp_path_factory.mktemp("before") / "home"
    make_home(home, SETTINGS, sheet=OLD_SHEET)
    with opened(home) as store:
        for number in range(PARCELS):
            if number == PARCELS - 1:
                create(store, home, Clock(), home.with_name("backup"))
            intake.receive(store, SETTINGS, Clock(), f"CUT{number:08}", "B-12")
    return home


@pytest.fixture(scope="module")
def rotated(before: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Secret]:
    """The same after a rotation, so that the backup's store is under another key; and the sheet since."""
    home, sheets = tmp_path_factory.mktemp("rotated") / "home", list[Secret]()
    shutil.copytree(before, home)
    rotate(home, give=sheets.append, record=lambda _: None)
    return home, sheets[0]


def recorded(library: Path, before: Path, folder: Path, *command: object) -> list[Record]:
    home, log = folder / "home", folder / "log"
    shutil.copytree(before, home)
    (home / "store.db-shm").unlink(missing_ok=True)
    disk.python("-m", "kiosk", *command, "--home", home, environment=disk.environment(library, home, log))
    return list(disk.records(log, home))


def each_cut(before: Path, records: list[Record], number: int, home: Path, look: Callable[[Path, str], None]) -> None:
    """Play the records, cut `number` times, evenly over all of them, and look at each home that is left; `look` hears what was said."""
    played = Disk(before, Random(number))
    points = Counter(cut * (len(records) + 1) // number for cut in range(number))
    for index in range(len(records) + 1):
        for _ in range(points[index]):
            shutil.rmtree(home, ignore_errors=True)
            for name, content in played.cut().items():
                path = home / name
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                path.write_bytes(content)
                path.chmod(0o600)
            look(home, played.said.decode())
        if index < len(records):
            played.take(records[index])


def opens(home: Path, sheet: Secret) -> bool:
    try:
        return bool(opened_by_sheet(load(home), sheet))
    except WrongKey:
        return False


@pytest.mark.parametrize("number", CUTS)
def test_a_rotation_cut_anywhere_leaves_one_working_key(
    library: Path, before: Path, tmp_path: Path, number: int
) -> None:
    opened_by = {"old": 0, "both": 0, "new": 0}

    def look(home: Path, said: str) -> None:
        with opened(home) as store:
            store.check()
            assert store.parcels.count() == PARCELS
            assert store.journal.verify().ok
        shown = parse(said)
        old, new = opens(home, OLD_SHEET), isinstance(shown, Secret) and opens(home, shown)
        assert old or new, "nobody holds a sheet that opens"
        opened_by["both" if old and new else "old" if old else "new"] += 1

    records = recorded(library, before, tmp_path / "made", "keys", "rotate")
    each_cut(before, records, number, tmp_path / "cut", look)
    assert all(opened_by.values()), "cuts came before, in and after"


@pytest.mark.parametrize("number", [80, pytest.param(1_000, marks=pytest.mark.long)])
def test_a_change_of_the_signing_key_cut_anywhere_leaves_one_key_that_signs(
    library: Path, before: Path, tmp_path: Path, number: int
) -> None:
    signed_by = {1: 0, 2: 0}

    def look(home: Path, said: str) -> None:
        with opened(home) as store:
            keys = store.checkpoints.signers()
            signed_by[len(keys)] += 1
            assert len(keys) == 2 or not said
            with store.transaction():
                assert store.checkpoints.make(How.ASKED, at=Clock().now()).by(keys[-1].key)
            first, *_ = store.witnesses.all()
            assert first.signed.by(keys[0].key), "the backup's checkpoint, from before"
            assert prove(store).ok

    records = recorded(library, before, tmp_path / "made", "keys", "rotate-signing")
    each_cut(before, records, number, tmp_path / "cut", look)
    assert all(signed_by.values()), "cuts came before and after"


@pytest.mark.parametrize("number", CUTS)
def test_a_restore_cut_anywhere_leaves_the_store_before_or_the_restored_one(
    library: Path, before: Path, rotated: tuple[Path, Secret], tmp_path: Path, number: int
) -> None:
    home_before, sheet = rotated
    found = {PARCELS: 0, PARCELS - 1: 0}

    def look(home: Path, said: str) -> None:
        with opened(home) as store:
            store.check()
            assert store.journal.verify().ok
            found[store.parcels.count()] += 1
            assert "The kiosk is as it was" not in said or store.parcels.count() == PARCELS - 1
        assert opens(home, sheet)

    records = recorded(library, home_before, tmp_path / "made", "backup", "restore", before.with_name("backup"))
    each_cut(home_before, records, number, tmp_path / "cut", look)
    assert all(found.values()), "cuts came before and after"
