"""`kiosk run` as a service would run it: with and without a display, a camera that is not there, an end in good order."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.ledger import events
from kiosk.settings import Depot, Settings, Station
from kiosk.store import Arriving, opened
from kiosk.technician.init import make_home


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    make_home(made, Settings(Depot(tag="7KQ2"), stations=(Station(camera="/dev/v4l/by-id/none"),)))
    return made


def serve(home: Path, **environment: str) -> "subprocess.Popen[str]":
    bare = {
        name: text for name, text in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    command = [sys.executable, "-m", "kiosk", "run", "--home", str(home)]
    return subprocess.Popen(command, env=bare | environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def entries(home: Path) -> list[events.Event]:
    with opened(home) as store:
        return [entry.event for entry in store.journal.entries()]


def until(seen: Callable[[], bool]) -> None:
    """What never comes ends the test."""
    for _ in range(600):
        if seen():
            return
        time.sleep(0.1)
    pytest.fail("it never came")


def test_without_a_display_it_says_so(home: Path) -> None:
    said, complained = serve(home).communicate(timeout=60)
    assert said == ""
    assert "no display" in complained
    assert "Traceback" not in complained


def test_a_manifest_that_was_cut_off_is_in_before_anybody_is_served(home: Path) -> None:
    with opened(home) as store, store.transaction():
        number = store.arrivals.begin(datetime(2026, 11, 22, tzinfo=UTC))
        digest = store.arrivals.digests(["PX0123456789"])["PX0123456789"]
        row = Arriving(2, None, "PX0123456789", digest, None, "B-12", "waiting", "label", None, None)
        store.arrivals.stage(number, [row])
        store.arrivals.accept(number, 1)
    program = serve(home, QT_QPA_PLATFORM="offscreen")
    until(lambda: events.ReaderLost("1") in entries(home))
    program.send_signal(signal.SIGTERM)
    _, complained = program.communicate(timeout=60)
    assert program.returncode == 0, complained
    taken, imported, started, *_ = entries(home)
    assert (taken, imported) == (events.ParcelReceived(1, "B-12"), events.ManifestImported(1, 1, 0))
    assert isinstance(started, events.KioskStarted)


def test_without_its_camera_it_serves_and_ends_in_good_order(home: Path) -> None:
    program = serve(home, QT_QPA_PLATFORM="offscreen")
    until(lambda: events.ReaderLost("1") in entries(home))
    program.send_signal(signal.SIGTERM)
    _, complained = program.communicate(timeout=60)
    assert program.returncode == 0, complained
    assert "Traceback" not in complained
    recorded = entries(home)
    assert recorded[0] == events.KioskStarted(recorded[0].version)  # type: ignore[attr-defined]  # checked by the comparison
    assert events.ReaderLost("1") in recorded
    assert recorded[-1] == events.KioskStopped()


def test_a_display_that_is_not_there_is_no_display(home: Path) -> None:
    said, complained = serve(home, DISPLAY=":99", QT_QPA_PLATFORM="xcb").communicate(timeout=60)
    assert said == ""
    assert "no display" in complained
    assert len(complained.splitlines()) == 1


def test_two_kiosks_do_not_serve_one_home(home: Path) -> None:
    first = serve(home, QT_QPA_PLATFORM="offscreen")
    until(lambda: bool(entries(home)))
    _, complained = serve(home, QT_QPA_PLATFORM="offscreen").communicate(timeout=60)
    assert "serving from" in complained
    first.terminate()
    first.communicate(timeout=60)
    assert first.returncode == 0
    before = len(entries(home))
    again = serve(home, QT_QPA_PLATFORM="offscreen")
    until(lambda: len(entries(home)) > before)
    again.terminate()
    _, complained = again.communicate(timeout=60)
    assert "serving from" not in complained


def test_a_home_that_is_none_is_said_in_a_sentence(tmp_path: Path) -> None:
    program = serve(tmp_path / "nowhere", QT_QPA_PLATFORM="offscreen")
    _, complained = program.communicate(timeout=60)
    assert program.returncode == 1
    assert "kiosk init" in complained
    assert "Traceback" not in complained


def test_a_store_that_does_not_open_is_said_on_the_screen_and_tried_again(home: Path) -> None:
    (home / "store.db").rename(home / "elsewhere")
    program = serve(home, QT_QPA_PLATFORM="offscreen")
    assert program.stderr is not None
    assert "no store at" in program.stderr.readline()
    (home / "elsewhere").rename(home / "store.db")
    until(lambda: bool(entries(home)))
    program.terminate()
    _, complained = program.communicate(timeout=60)
    assert program.returncode in {0, -signal.SIGTERM}, complained
    assert "Traceback" not in complained
    assert isinstance(entries(home)[0], events.KioskStarted)


def test_a_kiosk_that_waits_for_its_store_ends_when_it_is_told(home: Path) -> None:
    (home / "keys" / "ring").write_bytes(b"no ring")
    program = serve(home, QT_QPA_PLATFORM="offscreen")
    assert program.stderr is not None
    assert "no key ring" in program.stderr.readline()
    time.sleep(1)
    program.terminate()
    _, complained = program.communicate(timeout=60)
    assert program.returncode in {0, -signal.SIGTERM}, complained
    assert "Traceback" not in complained


def test_damage_that_nobody_met_yet_is_found_beside_serving(home: Path) -> None:
    with opened(home) as store:
        row = store._database.row(
            "SELECT rootpage FROM sqlite_master WHERE name = 'attempts'"
        )  # opening reads none of it
    assert row is not None
    whole, at = (home / "store.db").read_bytes(), (row[0] - 1) * 4_096 + 5
    (home / "store.db").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    program = serve(home, QT_QPA_PLATFORM="offscreen")
    assert program.stderr is not None
    said = next(line for line in program.stderr if "examined" in line)
    assert "StoreDamaged" in said
    program.terminate()
    program.communicate(timeout=60)
    assert program.returncode == 0
