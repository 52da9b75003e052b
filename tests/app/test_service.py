"""The kiosk as a service: ready once painted, watched while it serves, started again, and never a black screen."""

import json
import logging
import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.service import Service
from kiosk.cli.logs import AsJson
from kiosk.desk.faults import STARTS_FAIL
from kiosk.screens.shut import Shut
from kiosk.settings import FILE, Depot, Settings
from kiosk.technician.init import make_home
from tests.app.manager import Manager

ROOT = Path(__file__).parents[2]
RUN = [sys.executable, "-m", "kiosk", "run"]
OUT_OF_ORDER = [*RUN, "--out-of-order"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A kiosk without a camera."""
    make_home(tmp_path / "home", Settings(Depot(tag="7KQ2", name="Depot North")))
    return tmp_path / "home"


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(ROOT), "KIOSK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}


def test_it_is_ready_once_painted_feeds_the_watchdog_and_says_that_it_ends(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    with Manager(tmp_path, RUN, environment=environment, watchdog=4) as manager:
        assert manager.until("READY=1") == ["STATUS=serving", "READY=1"]
        assert manager.until("WATCHDOG=1") == ["WATCHDOG=1"]
        assert manager.stop() == 0
        assert manager.until("STOPPING=1")[-1] == "STOPPING=1"
    assert (manager.starts, manager.missed) == (1, 0)


def test_one_that_hangs_is_ended_and_serves_again(tmp_path: Path, environment: dict[str, str]) -> None:
    with Manager(tmp_path, RUN, environment=environment, watchdog=3) as manager:
        manager.until("READY=1")
        manager.program.send_signal(signal.SIGSTOP)
        manager.until("READY=1")
        assert (manager.starts, manager.missed) == (2, 1)


def test_one_that_is_killed_serves_again(tmp_path: Path, environment: dict[str, str]) -> None:
    with Manager(tmp_path, RUN, environment=environment) as manager:
        manager.until("READY=1")
        manager.program.kill()
        manager.until("READY=1")
        assert manager.starts == 2


def test_one_that_never_starts_ends_in_a_screen_that_says_so_with_no_store_and_no_settings(
    tmp_path: Path, home: Path, environment: dict[str, str]
) -> None:
    (home / FILE).write_text("[depot\n")
    with Manager(tmp_path, RUN, OUT_OF_ORDER, environment=environment, watchdog=4, burst=2) as manager:
        assert manager.until("READY=1") == ["READY=1"], "out of order is painted, and nothing before it"
        assert (manager.starts, manager.failed) == (3, True)
        manager.until("WATCHDOG=1")
        assert "The settings are not valid TOML" in manager.journal
        assert manager.stop() == 0


def test_what_stands_on_the_screen_then(qtbot: QtBot) -> None:
    shut = Shut(Settings(Depot(tag="0000", name="")), STARTS_FAIL)
    qtbot.addWidget(shut.windows[0])
    said = shut.windows[0].page.foot.text()
    assert STARTS_FAIL in said
    assert "does not start" in said


def test_only_the_thread_that_paints_feeds_the_watchdog(tmp_path: Path, qtbot: QtBot) -> None:
    manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    manager.bind(str(tmp_path / "notify"))
    manager.setblocking(False)
    told = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "100000", "WATCHDOG_PID": str(os.getpid())}
    service = Service(told)
    assert told == {}, "nothing that the kiosk starts speaks for it"
    service.ready()
    assert manager.recv(99) == b"READY=1"
    busy = threading.Event()
    other = threading.Thread(target=busy.wait)  # the program lives, its window hangs
    other.start()
    time.sleep(0.3)
    with pytest.raises(BlockingIOError):
        manager.recv(99)
    busy.set()
    other.join()
    qtbot.waitUntil(lambda: _heard(manager) == b"WATCHDOG=1")
    service.ready()
    service.stopping()
    assert b"STOPPING=1" in iter(lambda: _heard(manager), b"")
    manager.close()


def _heard(manager: socket.socket) -> bytes:
    try:
        return manager.recv(99)
    except BlockingIOError:
        return b""


@pytest.mark.parametrize("told", [{}, {"NOTIFY_SOCKET": "/nobody/listens"}, {"NOTIFY_SOCKET": "relative"}])
def test_without_a_manager_nothing_is_said(told: dict[str, str]) -> None:
    service = Service(told)
    assert not service.is_one
    service.ready()
    service.stopping()


def test_the_watchdog_of_another_program_is_not_ours_to_feed(tmp_path: Path, qtbot: QtBot) -> None:
    manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    manager.bind(str(tmp_path / "notify"))
    manager.setblocking(False)
    service = Service({"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "2000", "WATCHDOG_PID": "1"})
    service.ready()
    assert manager.recv(99) == b"READY=1"
    qtbot.wait(50)
    assert _heard(manager) == b""
    manager.close()


def test_the_journal_gets_one_object_a_line_and_of_an_exception_its_kind_alone() -> None:
    try:
        raise ValueError("482 193 6075")
    except ValueError:
        record = logging.LogRecord("kiosk.app", logging.ERROR, "", 0, "it %s", ("failed",), sys.exc_info())
    priority, _, line = AsJson().format(record).partition(">")
    assert (priority, json.loads(line)) == (
        "<3",
        {"level": "error", "room": "kiosk.app", "says": "it failed", "fault": "ValueError"},
    )
