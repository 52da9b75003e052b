"""A sync of the log fails and a later one succeeds: reading still shows what the disk has dropped, and must not be believed.

So it is on Linux: a page that could not be written counts as clean from then on (fsync(2), EIO).
"""

import shutil
from pathlib import Path
from random import Random

import pytest

from kiosk.errors import KioskFault
from kiosk.settings import Depot, Settings
from kiosk.store import opened
from kiosk.technician.init import make_home
from tests.store import disk
from tests.store.disk import Disk

TAKES_IN = """
import ctypes, sys
from errno import EIO
from pathlib import Path
from kiosk.clock import Clock
from kiosk.desk import intake
from kiosk.errors import StoreFault
from kiosk.settings import Depot, Settings
from kiosk.store import opened

disk = ctypes.CDLL(sys.argv[1])
with opened(Path(sys.argv[2])) as store:
    for nth in range(1, 61):
        store.sweep()
        with store.transaction():
            store.columns.remember(f"carrier {nth}", {"waybill": "AWB"})
        disk.disk_arm(ctypes.c_long(nth), EIO, ctypes.c_long(2))
        try:
            intake.receive(store, Settings(Depot(tag="7KQ2")), Clock(), f"BX{nth:08}", "B-12")
        except StoreFault:
            store.try_again()
        disk.disk_arm(ctypes.c_long(-1), 0, ctypes.c_long(0))
"""
"""The log holds one change. Then in each act a write or sync fails, one later than in the act before, and the one after it: at its
commit, the sync and that of the connection that is closed.
"""
SOON = 60
"""Records within which a store mends itself."""


def test_what_a_failed_sync_may_have_lost_is_written_again_before_it_is_moved(tmp_path: Path) -> None:
    if disk.COMPILER is None:
        pytest.skip("needs a C compiler")
    home, before, log = (tmp_path / name for name in ("home", "before", "log"))
    make_home(home, Settings(Depot(tag="7KQ2")))
    shutil.copytree(home, before)
    library = disk.built(tmp_path)
    disk.python("-c", TAKES_IN, library, home, environment=disk.environment(library, home, log))
    records = list(disk.records(log, home))
    failed = max(at for at, record in enumerate(records) if (record.kind, record.path) == ("F", "store.db-wal"))
    for seed in range(8):
        played = Disk(before, Random(seed))
        for at, record in enumerate(records[: failed + SOON]):
            if at > failed and record.path == "store.db":
                assert damage(home, played.cut()) == ""
            played.take(record)


def damage(home: Path, files: dict[str, bytes]) -> str:
    """What is wrong with the store that a cut left: rows and indexes, too, must agree."""
    disk.lay(files, home)
    try:
        with opened(home) as store:
            found = store._database.rows("PRAGMA integrity_check")
            return "" if found == [("ok",)] else str(found)
    except KioskFault as fault:
        return f"does not open: {type(fault).__name__}"
