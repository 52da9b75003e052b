"""A manifest goes in whole or not at all, whatever cuts it short, and nobody at a station waits for it."""

import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from kiosk.cli.home import OpenHome, open_home
from kiosk.desk import arrivals, intake, manifest
from kiosk.desk.manifest import import_manifest
from kiosk.errors import StoreFault
from kiosk.ledger import events
from kiosk.parcel import CodeKind
from kiosk.store import Store, opened
from kiosk.store.arrivals import ABANDONED
from kiosk.store.lock import is_serving, serving

ROWS = 4_000
LISTED = "waybill,place,pickup_code\n" + "".join(
    f"PX{n:010},B-{n % 90 + 1}-{n},{10_000_000 + n // 2}\n" for n in range(ROWS)
)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LISTED, encoding="utf-8")
    return path


def left_aside(store: Store) -> int:
    row = store._database.row("SELECT (SELECT count(*) FROM arriving) + (SELECT count(*) FROM imports)")
    assert row is not None
    return int(row[0])


def is_whole(kiosk: OpenHome, rows: int = ROWS) -> bool:
    """All in, each with its entry and its code, or nothing at all."""
    kinds = Counter(type(entry.event) for entry in kiosk.store.journal.entries())
    counted = (
        kiosk.store.parcels.count(),
        kinds[events.ParcelReceived],
        2 * kinds[events.CodeIssued],
        rows * kinds[events.ManifestImported],
        2 * kiosk.store.pickups.count(),
    )
    assert counted in {(rows,) * 5, (0,) * 5}
    assert kiosk.store.journal.verify().ok
    assert left_aside(kiosk.store) == 0
    return counted[0] > 0


def test_slices_small_and_large_bring_in_the_same(
    kiosk: OpenHome, listed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "LARGEST", 60)
    monkeypatch.setattr(arrivals, "CLEARED", 70)
    told: list[int] = []
    imported = import_manifest(kiosk.store, kiosk.settings, kiosk.clock, listed, brought_in=told.append)
    assert (imported.taken, sum(told), len(told) > 15) == (ROWS, ROWS, True)
    assert is_whole(kiosk)
    pickup = kiosk.store.pickups.find(CodeKind.CARRIER, "10000007")
    assert pickup is not None
    assert sorted(one.waybill or "" for one in pickup.parcels) == ["PX0000000014", "PX0000000015"]
    assert list(kiosk.store.journal.entries())[-1].event == events.ManifestImported(ROWS, ROWS, 0)


@pytest.mark.parametrize("at", ["reading", "reading late", "accepted", "moving", "pairing", "clearing"])
def test_an_impatient_key_leaves_nothing_or_everything(
    kiosk: OpenHome, listed: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """Ctrl-C at a given moment: until the manifest is accepted nothing of it is in, from then on all."""
    calls = Counter[str]()

    def strike(moment: str, number: int = 1) -> None:
        calls[moment] += 1
        if at == moment and calls[moment] == number:
            raise KeyboardInterrupt

    for moment, place, method in (
        ("moving", kiosk.store.arrivals, "move"),
        ("pairing", kiosk.store.arrivals, "pair"),
        ("clearing", kiosk.store.arrivals, "clear"),
    ):
        whole = getattr(place, method)

        def struck(*words: object, moment: str = moment, whole: object = whole) -> object:
            result = whole(*words)  # type: ignore[operator]  # the method itself
            strike(moment)
            return result

        monkeypatch.setattr(place, method, struck)
    if at == "accepted":
        monkeypatch.setattr(manifest, "_drop", lambda *_: strike("accepted"))
    late = 1 if at == "reading" else 6

    def progress(_: int) -> None:
        calls["reading late"] += at == "reading late"
        if at.startswith("reading") and (at == "reading" or calls["reading late"] >= late):
            raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.desk.rows.REPORT_EVERY", 20_000)
    if at in {"reading", "reading late", "accepted"}:
        with pytest.raises(KeyboardInterrupt):
            import_manifest(kiosk.store, kiosk.settings, kiosk.clock, listed, progress=progress)
    else:
        assert import_manifest(kiosk.store, kiosk.settings, kiosk.clock, listed).taken == ROWS
    if at == "accepted":
        arrivals.bring_in(kiosk.store, kiosk.clock)
    assert is_whole(kiosk) == (not at.startswith("reading"))


@pytest.mark.parametrize("after", [0.9, 1.2, 1.6, 2.2])
def test_a_killed_import_is_whole_for_whoever_looks_next(kiosk_home: Path, listed: Path, after: float) -> None:
    command = [sys.executable, "-m", "kiosk", "parcels", "import", str(listed), "--home", str(kiosk_home)]
    killed = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    with open_home(kiosk_home) as kiosk:
        store = kiosk.store
        with store.transaction():  # what nobody accepted is dropped within the hour; here, at once
            for (number,) in store._database.rows("SELECT id FROM imports WHERE NOT accepted"):
                store.arrivals.drop(number)
        is_whole(kiosk)


def test_what_nobody_accepted_is_dropped_by_the_next_import(kiosk: OpenHome, listed: Path) -> None:
    then = kiosk.clock.now() - 2 * ABANDONED
    with kiosk.store.transaction():
        number = kiosk.store.arrivals.begin(then)
        kiosk.store.arrivals.stage(number, [])
    import_manifest(kiosk.store, kiosk.settings, kiosk.clock, listed)
    assert is_whole(kiosk)


def test_a_parcel_that_a_clerk_takes_in_meanwhile_is_one_parcel(
    kiosk: OpenHome, kiosk_home: Path, listed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the reading and the taking in, a clerk takes in a parcel of the list: it is one parcel, and the carrier's code opens it."""
    waiting = kiosk.store.arrivals.waiting

    def taken_in(number: int) -> list[int]:
        with opened(kiosk_home) as other:
            intake.receive(other, kiosk.settings, kiosk.clock, "PX0000000014", "C-3")
        return waiting(number)

    monkeypatch.setattr(kiosk.store.arrivals, "waiting", taken_in)
    imported = import_manifest(kiosk.store, kiosk.settings, kiosk.clock, listed)
    assert (imported.taken, [(row.line, row.why) for row in imported.refused]) == (ROWS - 1, [(16, manifest.HERE)])
    assert kiosk.store.parcels.count() == ROWS
    pickup = kiosk.store.pickups.find(CodeKind.CARRIER, "10000007")
    assert pickup is not None
    assert sorted(one.place or "" for one in pickup.parcels) == ["B-16-15", "C-3"]


def test_two_that_finish_one_manifest_share_the_work(
    kiosk: OpenHome, kiosk_home: Path, listed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one brings it in, another command opens the home and finishes it; nothing is left to do."""
    move = kiosk.store.arrivals.move
    met: list[int] = []

    def meets(*words: object) -> object:
        if not met:
            met.append(1)
        return move(*words)  # type: ignore[arg-type]  # passed on

    pace = arrivals._Pace.slice

    def other_comes(self: arrivals._Pace) -> object:
        if len(met) == 1:
            met.append(2)
            with open_home(kiosk_home) as other:
                assert is_whole(other)
        return pace(self)

    monkeypatch.setattr(kiosk.store.arrivals, "move", meets)
    monkeypatch.setattr(arrivals._Pace, "slice", other_comes)
    monkeypatch.setattr(arrivals, "LARGEST", 300)
    assert import_manifest(kiosk.store, kiosk.settings, kiosk.clock, listed).taken == ROWS
    assert is_whole(kiosk)


def test_a_refused_manifest_lays_nothing_aside(kiosk: OpenHome, listed: Path) -> None:
    listed.write_text(LISTED + "bad\n", encoding="utf-8")
    assert import_manifest(kiosk.store, kiosk.settings, kiosk.clock, listed).taken == 0
    assert not is_whole(kiosk)


@pytest.mark.parametrize("rows", [2_000, pytest.param(100_000, marks=pytest.mark.long)])
def test_a_large_manifest_with_one_bad_row_in_a_hundred(kiosk: OpenHome, tmp_path: Path, rows: int) -> None:
    path = tmp_path / "large.csv"
    lines = [f"PX{n:010},B-{n % 90 + 1}-{n % 400}" if n % 100 else f"bad {n}!,B-1" for n in range(rows)]
    path.write_text("waybill,place\n" + "\n".join(lines) + "\n", encoding="utf-8")
    held_back = import_manifest(kiosk.store, kiosk.settings, kiosk.clock, path)
    assert (held_back.taken, len(held_back.refused)) == (0, rows // 100)
    assert (kiosk.store.parcels.count(), left_aside(kiosk.store)) == (0, 0)
    kept = import_manifest(kiosk.store, kiosk.settings, kiosk.clock, path, keep_good=True)
    assert (kept.rows, kept.taken, kiosk.store.parcels.count()) == (rows, rows - rows // 100, rows - rows // 100)
    assert [row.line for row in kept.refused] == [n + 2 for n in range(0, rows, 100)]
    assert left_aside(kiosk.store) == 0


def test_a_station_takes_its_turn_while_a_manifest_comes_in(kiosk: OpenHome, kiosk_home: Path, listed: Path) -> None:
    """While a kiosk serves, each slice is followed by a pause as long as itself, so another writer always gets in."""
    writer = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from kiosk.store import opened\n"
        "with opened(Path(sys.argv[1])) as store:\n"
        "    store._database.run('PRAGMA busy_timeout = 1000')\n"
        "    print('ready', flush=True)\n"
        "    for _ in range(60):\n"
        "        with store.transaction():\n"
        "            store.columns.remember('x', {'place': 'y'})\n"
        "        time.sleep(0.02)\n"
        "print('done')\n"
    )
    with serving(kiosk_home):
        assert is_serving(kiosk_home)
        station = subprocess.Popen(
            [sys.executable, "-c", writer, str(kiosk_home)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert station.stdout is not None
        assert station.stdout.readline() == "ready\n"
        imported = import_manifest(
            kiosk.store, kiosk.settings, kiosk.clock, listed, serving=lambda: is_serving(kiosk_home)
        )
        said, complained = station.communicate(timeout=120)
    assert (imported.taken, said, complained) == (ROWS, "done\n", "")
    assert not is_serving(kiosk_home)
    assert is_whole(kiosk)


def test_a_full_store_leaves_nothing(kiosk: OpenHome, listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreFault("full")

    monkeypatch.setattr(kiosk.store.arrivals, "stage", full)
    with pytest.raises(StoreFault, match="full"):
        import_manifest(kiosk.store, kiosk.settings, kiosk.clock, listed)
    assert not is_whole(kiosk)
