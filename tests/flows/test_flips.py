"""A bit flips anywhere in the store, its log or the note beside it: the kiosk decides as it would have, or says that it cannot."""

import shutil
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from kiosk.clock import SkippingClock
from kiosk.desk import intake
from kiosk.desk.visit import Opened, Visits
from kiosk.errors import StoreFault
from kiosk.parcel import CodeKind, Leaves, ParcelState
from kiosk.policy.release import Reason, Refusal
from kiosk.settings import Depot, Settings
from kiosk.store import Store
from kiosk.technician.init import make_home

SETTINGS = Settings(Depot(tag="7KQ2"))
PARCELS = 24
FILES = ("store.db", "store.db-wal", "store.db-acknowledged")


class Shelf:
    """A home whose parcels were taken in and half of them handed over, part of it in the log alone, and what is right of each."""

    def __init__(self, folder: Path) -> None:
        made, self.home = folder / "made", folder / "home"
        make_home(made, SETTINGS)
        clock = SkippingClock()
        store = Store.open(made)
        received = [intake.receive(store, SETTINGS, clock, f"FLIPPED{number:04}", "B-12") for number in range(PARCELS)]
        self.codes = [one.token.text for one in received]
        visits = Visits(store, SETTINGS, clock)
        for number in range(0, PARCELS, 2):
            if number == PARCELS // 2:
                store.reopen()  # moves the log into the file
            opened = visits.show_code(CodeKind.TOKEN, self.codes[number], station="1")
            assert isinstance(opened, Opened)
            visits.hand_over(opened.visit, [received[number].parcel.id], station="1", how=Leaves.LABEL)
        shutil.copytree(made, self.home)
        store.close()
        self.whole = {name: (self.home / name).read_bytes() for name in FILES}

    def decides(self, number: int) -> str:
        """What the kiosk decides on the files as they stand about the code of parcel `number`."""
        for left in self.home.glob("store.db-shm"):
            left.unlink()
        try:
            store = Store.open(self.home)
        except StoreFault as fault:
            return type(fault).__name__
        try:
            answer = Visits(store, SETTINGS, SkippingClock()).show_code(CodeKind.TOKEN, self.codes[number], station="1")
            if isinstance(answer, Refusal):
                return "used" if answer.reason is Reason.ALREADY_COLLECTED else f"refused: {answer.reason}"
            parcel = store.parcels.by_waybill(f"FLIPPED{number:04}")
            assert parcel is not None
            return "released" if parcel.state is ParcelState.RELEASED and parcel.place == "B-12" else "released wrongly"
        except StoreFault as fault:
            return type(fault).__name__
        finally:
            store.close()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("shelf"))


@pytest.mark.parametrize("flips", [240, pytest.param(10_000, marks=pytest.mark.long)])
def test_no_flipped_bit_changes_a_decision(shelf: Shelf, flips: int) -> None:
    chance, came_to = Random(flips), Counter[str]()
    for flip in range(flips):
        name = FILES[flip % 2] if flip % 40 else FILES[2]
        number, bit = chance.randrange(PARCELS), chance.randrange(8 * len(shelf.whole[name]))
        changed = bytearray(shelf.whole[name])
        changed[bit // 8] ^= 1 << bit % 8
        for each, content in (shelf.whole | {name: bytes(changed)}).items():
            (shelf.home / each).write_bytes(content)
        decided = shelf.decides(number)
        assert decided in {"StoreDamaged", "WrongKey", "used" if number % 2 == 0 else "released"}, (name, bit)
        came_to[decided] += 1
    assert came_to["StoreDamaged"] > flips // 10
    assert min(came_to["used"], came_to["released"]) > flips // 20, "bits that nobody reads change nothing"
