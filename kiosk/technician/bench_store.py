"""Measures the store: the very program on SQLCipher, the same program on plain SQLite, and a bare commit of one row, in turn in one run.

Everything is drawn and made in a temporary folder; no home is touched. The peer shows what encryption costs, the bare commit what the
disk and SQLCipher ask for the least that can be kept.
"""

import json
import secrets
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter

from openpyxl import Workbook

import kiosk
from kiosk.clock import Clock
from kiosk.desk import clerks
from kiosk.desk.forgetting import erase_expired
from kiosk.desk.manifest import import_manifest
from kiosk.desk.search import Search
from kiosk.desk.seat import Seat
from kiosk.desk.visit import Opened, Visits
from kiosk.errors import StoreFault
from kiosk.ledger.merkle import Frontier
from kiosk.parcel import CodeKind, Leaves
from kiosk.settings import Depot, Settings
from kiosk.store import Store
from kiosk.store.database import SETTINGS, Database
from kiosk.store.lean import SqliteUtils
from kiosk.store.rotation import new_sheet
from kiosk.store.schema import migrations
from kiosk.technician.bench_ledger import measure_backup
from kiosk.technician.init import make_home
from kiosk.technician.measured import BARE, OURS, PLAIN, Measured, rates, spread, timed

MANIFEST_ROWS = 50_000
WORKBOOK_ROWS = 20_000
LOOKUPS, HANDOVERS, TYPED = 5_000, 400, 60
_SETTINGS = Settings(Depot(tag="7KQ2"))
_HOUSE = str(Path(kiosk.__file__).resolve().parents[1])
_SERVE = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from kiosk.parcel import CodeKind
from kiosk.store import Store
store = Store.open(Path(sys.argv[2]))
for number in range(int(sys.argv[3])):
    store.pickups.find(CodeKind.CARRIER, f"BENCH{number * 7919 % int(sys.argv[4]):09}")
most = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
print(int(most.split()[1]) / 1024)
"""


class _PlainDatabase(Database):
    """The store's file without encryption: a yardstick, for parcels that are drawn."""

    def _connect(self) -> SqliteUtils:
        connection = sqlite3.connect(self.path, isolation_level=None)
        for name, value in SETTINGS.items():
            connection.execute(f"PRAGMA {name} = {value}").fetchall()
        if sqlite3.sqlite_version_info < (3, 41):
            connection.create_function(
                "unhex", 1, bytes.fromhex, deterministic=True
            )  # the import asks for it, 500 rows a time
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        self._opened = self._standing()
        return SqliteUtils(connection, execute_plugins=False)


def measure(parcels: int) -> Iterator[Measured]:
    """The rows as they come, with so many parcels waiting. Raises `StoreFault`."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        bench = _Bench(Path(folder), parcels)
        try:
            yield from bench.rows()
        finally:
            bench.close()


class _Bench:
    def __init__(self, folder: Path, parcels: int) -> None:
        self._folder, self._parcels = folder, parcels
        self._clock, self._chance = Clock(), Random(parcels)  # noqa: S311  # draws parcels, the same each time
        self._came = set[int]()
        self._home = folder / "home"
        self._sheet = new_sheet()
        make_home(self._home, _SETTINGS, sheet=self._sheet)
        self._ours = Store.open(self._home)
        self._plain = self._plain_store(folder / "plain.db")
        self._bare = Database.create(folder / "bare.db", secrets.token_bytes(32))
        self._bare.run("CREATE TABLE bare (id INTEGER PRIMARY KEY, content BLOB)")

    def close(self) -> None:
        """Let go of all files."""
        self._ours.close()
        self._plain.close()
        self._bare.close()

    def rows(self) -> Iterator[Measured]:
        """One after the other: each builds on what is there by then."""
        yield self._import_csv()
        yield self._import_workbook()
        for store in (self._ours, self._plain):
            store.reopen()  # as they serve: who imports keeps more in memory
        yield self._lookups()
        yield from self._handovers()
        yield self._search()
        yield self._search_while_serving()
        yield self._erasure()
        yield self._examination()
        yield self._opening()
        yield self._memory()
        yield measure_backup(self._ours, self._home, self._folder, self._sheet)

    def _plain_store(self, path: Path) -> Store:
        path.touch()
        database = _PlainDatabase(path, b"")
        database.migrate(migrations.apply)
        head = Frontier().to_bytes()
        database.run("INSERT INTO ledger (one, depot, kiosk, size, frontier) VALUES (1, '7KQ2', '1', 0, ?)", (head,))
        return Store(database, self._ours.keys)

    def _import_csv(self) -> Measured:
        """Fills both, a manifest at a time; the figure is of the last one, with all others in the store."""
        seconds, rows = {OURS: 0.0, PLAIN: 0.0}, 0
        for first in range(0, self._parcels, MANIFEST_ROWS):
            numbers = range(first, min(first + MANIFEST_ROWS, self._parcels))
            path = self._folder / "manifest.csv"
            lines = (f"BENCH{n:09}A,{_place(n)},BENCH{n:09}\n" for n in numbers)
            path.write_text("waybill,place,pickup_code\n" + "".join(lines), encoding="utf-8")
            rows = len(numbers)
            seconds = self._imports(path, rows)
        return rates("import CSV", rows, seconds)

    def _import_workbook(self) -> Measured:
        book, path = Workbook(write_only=True), self._folder / "manifest.xlsx"
        sheet = book.create_sheet()
        sheet.append(["waybill", "place"])
        rows = min(WORKBOOK_ROWS, self._parcels)
        for number in range(rows):
            sheet.append([f"BOOKED{number:09}", _place(number)])
        book.save(path)
        return rates("import XLSX", rows, self._imports(path, rows))

    def _imports(self, path: Path, rows: int) -> dict[str, float]:
        seconds = {}
        for name, store in ((OURS, self._ours), (PLAIN, self._plain)):
            began = perf_counter()
            imported = import_manifest(store, _SETTINGS, self._clock, path)
            seconds[name] = perf_counter() - began
            if imported.taken != rows:
                raise StoreFault("A drawn manifest was not taken. Try again in an empty folder with room.")
        return seconds

    def _lookups(self) -> Measured:
        """From a code to its parcels."""
        taken: dict[str, list[float]] = {OURS: [], PLAIN: []}
        for _ in range(LOOKUPS):
            code = f"BENCH{self._chance.randrange(self._parcels):09}"
            for name, store in ((OURS, self._ours), (PLAIN, self._plain)):
                taken[name].append(timed(partial(store.pickups.find, CodeKind.CARRIER, code)))
        return spread("lookup", taken)

    def _handovers(self) -> Iterator[Measured]:
        """The two acts of a visit, each decided, entered, synced and read back."""
        released: dict[str, list[float]] = {OURS: [], PLAIN: [], BARE: []}
        handed: dict[str, list[float]] = {OURS: [], PLAIN: [], BARE: []}
        desks = {OURS: Visits(self._ours, _SETTINGS, self._clock), PLAIN: Visits(self._plain, _SETTINGS, self._clock)}
        for number in self._customers(HANDOVERS):
            for name, visits in desks.items():
                began = perf_counter()
                opened = visits.show_code(CodeKind.CARRIER, f"BENCH{number:09}", station="1")
                released[name].append(perf_counter() - began)
                assert isinstance(opened, Opened)  # it waits
                ids = [parcel.id for parcel in visits.progress(opened.visit).waiting]
                began = perf_counter()
                visits.hand_over(opened.visit, ids, station="1", how=Leaves.LABEL)
                handed[name].append(perf_counter() - began)
            for bare in (released[BARE], handed[BARE]):
                bare.append(timed(self._bare_commit))
        yield spread("release", released)
        yield spread("handover", handed)

    def _customers(self, most: int) -> list[int]:
        """Numbers of parcels whose customers have not come yet; at most half of all come in one go."""
        left = [
            number for number in self._chance.sample(range(self._parcels), self._parcels) if number not in self._came
        ]
        chosen = left[: min(most, self._parcels // 4)]
        self._came.update(chosen)
        return chosen

    def _bare_commit(self) -> None:
        with self._bare.transaction():
            self._bare.run("INSERT INTO bare (content) VALUES (?)", (bytes(200),))

    def _search(self) -> Measured:
        """The clerks' box, at each key of a waybill's end that is typed."""
        taken: dict[str, list[float]] = {OURS: [], PLAIN: []}
        for name, store in ((OURS, self._ours), (PLAIN, self._plain)):
            clerks.add(store, _SETTINGS, self._clock, pin="502817")
            box, seat = Search(store, _SETTINGS, self._clock), Seat(1, "desk", with_pin=True)
            chance = Random(TYPED)  # noqa: S311  # the same for both
            for _ in range(TYPED):
                ending = f"{chance.randrange(self._parcels):06}A"[-6:]
                for typed in range(1, len(ending) + 1):
                    taken[name].append(timed(partial(box.find, seat, ending[:typed])))
        return spread("search as you type", taken)

    def _search_while_serving(self) -> Measured:
        """A key at the desk at the very moment at which a customer's label is checked: both run in one thread, so it waits for that."""
        box, seat = Search(self._ours, _SETTINGS, self._clock), Seat(1, "desk", with_pin=True)
        visits, taken = Visits(self._ours, _SETTINGS, self._clock), list[float]()
        for number in self._customers(HANDOVERS):
            opened = visits.show_code(CodeKind.CARRIER, f"BENCH{number:09}", station="1")
            assert isinstance(opened, Opened)  # it waits
            ids = [parcel.id for parcel in visits.progress(opened.visit).waiting]
            typed = f"{self._chance.randrange(self._parcels):06}A"[-6:][: self._chance.randrange(1, 7)]
            began = perf_counter()
            visits.hand_over(opened.visit, ids, station="1", how=Leaves.LABEL)
            box.find(seat, typed)
            taken.append(perf_counter() - began)
        return spread("search while a label is checked", {OURS: taken})

    def _erasure(self) -> Measured:
        """All that was handed over, as its time is up: keys, digests and rows."""
        seconds, erased = {}, 0
        for name, store in ((OURS, self._ours), (PLAIN, self._plain)):
            began = perf_counter()
            erased = sum(erase_expired(store, self._clock.now() + timedelta(days=40), 30))
            seconds[name] = perf_counter() - began
        return rates("erasure", erased, seconds)

    def _examination(self) -> Measured:
        examination = self._ours.examination()
        began = perf_counter()
        examination.start()
        examination.wait()
        if examination.fault is not None:
            raise examination.fault
        return Measured("background examination", {OURS: {"s": perf_counter() - began, "mb": self._size()}})

    def _opening(self) -> Measured:
        self._ours.close()
        began = perf_counter()
        self._ours = Store.open(self._home)
        return Measured("open", {OURS: {"s": perf_counter() - began}})

    def _memory(self) -> Measured:
        """Of a process that has opened the store and answered lookups; most there ever was."""
        empty = self._folder / "empty"
        make_home(empty, _SETTINGS)
        figures = {
            f"{OURS}, {parcels} parcels": {"mb": self._memory_of(home)}
            for parcels, home in ((0, empty), (self._parcels, self._home))
        }
        return Measured("memory", figures)

    def _memory_of(self, home: Path) -> float:
        command = [sys.executable, "-I", "-c", _SERVE, _HOUSE, str(home), "20000", str(self._parcels)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)  # noqa: S603  # our own program
        if done.returncode:
            raise StoreFault("The measuring stopped before its end. Run: kiosk doctor")
        return float(json.loads(done.stdout))

    def _size(self) -> float:
        return (self._home / "store.db").stat().st_size / 1e6


def _place(number: int) -> str:
    return f"{'ABCDEFGH'[number % 8]}-{number // 8 % 99 + 1:02}-{number // 800 % 999 + 1:03}"
