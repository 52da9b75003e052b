"""Every way out is tried and denied; where a system lets one through, the reader refuses, or says what is weaker."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.clock import Clock
from kiosk.reader import process
from kiosk.reader.promise import could, refusal, weakness
from kiosk.reader.reader import Lost, Reader, State
from kiosk.reader.sources import Synthetic
from kiosk.reader.wire import NAMES_OF_PROBES, Problem, SandboxReport
from kiosk.settings import Depot, Settings
from kiosk.settings import Reader as ReaderSettings
from kiosk.store import Store
from kiosk.technician.init import make_home
from tests.faceless.conftest import Wait
from tests.faceless.door import before_the_door

TIGHT = SandboxReport(True, True, dict.fromkeys(NAMES_OF_PROBES, True))

# What each probe asks of the kernel, on x86-64 and, where it has another name there, on aarch64. A library may ask more than one thing.
CALLS = {
    "create": {"openat": (257, 56), "unlink": (87, -1), "unlinkat": (263, 35)},
    "read": {"openat": (257, 56)},
    "mkdir": {"mkdir": (83, -1), "mkdirat": (258, 34)},
    "socket": {"socket": (41, 198)},
    "connect": {"connect": (42, 203)},
    "fork": {"clone": (56, 220), "fork": (57, -1), "wait4": (61, 260)},
    "exec": {"execve": (59, 221)},
    "ptrace": {"ptrace": (101, 117)},
    "kill": {"kill": (62, 129)},
    "pass_descriptor": {"sendmsg": (46, 211)},
}


def leak_of(probe: str) -> str:
    """A filter with one hole, and no other lock behind it."""
    x86_64 = {name: numbers[0] for name, numbers in CALLS[probe].items()}
    aarch64 = {name: numbers[1] for name, numbers in CALLS[probe].items() if numbers[1] >= 0}
    return f"""
from kiosk.reader import landlock, sandbox, seccomp
import resource
landlock.restrict = lambda: False
seccomp._X86_64.update({x86_64})
seccomp._AARCH64.update({aarch64})
seccomp._PLAIN += {tuple(CALLS[probe])}
limit = resource.setrlimit  # these deny some of it a second time
spared = (resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC)
resource.setrlimit = lambda what, to: None if what in spared else limit(what, to)
"""


@pytest.fixture
def leaking(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    monkeypatch.setattr(process, "command", process.command)  # so that it is put back
    before_the_door(leak_of(request.param))
    return str(request.param)


@pytest.mark.parametrize("leaking", NAMES_OF_PROBES, indirect=True)
def test_each_probe_sees_its_own_leak_and_the_reader_refuses(leaking: str, until: Wait) -> None:
    with Reader(Synthetic(fps=0)) as reader:
        assert until(reader, lambda message: isinstance(message, Lost)) == [Lost(Problem.SANDBOX_OPEN)]
        assert reader.sandbox is not None
        let_through = {name for name, denied in reader.sandbox.denied.items() if not denied}
        assert leaking in let_through
        assert let_through <= {leaking} | ({"create", "read"} if leaking in {"create", "read"} else set())
        assert reader.state is State.LOST
        assert could(reader.sandbox) in refusal(reader.sandbox)


def kiosk_of(folder: Path, *, required: bool) -> tuple[Store, Kiosk]:
    settings = Settings(Depot(tag="7KQ2"), reader=ReaderSettings(require_sandbox=required))
    make_home(folder / "home", settings)
    store = Store.open(folder / "home")
    return store, Kiosk(store, settings, Clock(), {"1": Synthetic(fps=20)}, headless=True)


@pytest.mark.parametrize("leaking", ["socket"], indirect=True)
@pytest.mark.parametrize("required", [True, False], ids=["required", "not required"])
def test_a_station_says_once_what_is_weaker(
    required: bool, leaking: str, tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    store, kiosk = kiosk_of(tmp_path, required=required)
    (stand,) = kiosk.stands
    assert stand.reader is not None

    def said() -> None:
        assert caplog.records

    with caplog.at_level(logging.WARNING):
        kiosk.start(full_screen=False, size=(640, 400))
        qtbot.waitUntil(said, timeout=60_000)
        for _ in range(3):
            stand.tick()
    frames = stand.reader.stats.frames
    kiosk.stop()
    store.close()
    (record,) = caplog.records
    assert "it could open sockets" in record.getMessage()
    assert ("refuses" in record.getMessage()) is required
    assert not (required and frames)


def test_a_reader_that_is_not_required_to_be_shut_in_works_and_says_so_whatever_the_system(tmp_path: Path) -> None:
    make_home(tmp_path / "home", Settings(Depot(tag="7KQ2"), reader=ReaderSettings(require_sandbox=False)))
    line = [sys.executable, "-m", "kiosk", "run", "--home", str(tmp_path / "home")]
    done = subprocess.run(
        line, env={"PATH": ""}, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert "reader.require_sandbox is off" in done.stderr
    assert "nobody can promise" in done.stderr


def test_words_for_every_system() -> None:
    open_here = SandboxReport(False, False, dict.fromkeys(NAMES_OF_PROBES, False))
    assert weakness(TIGHT, required=True) is None
    assert "require_sandbox is off" in str(weakness(TIGHT, required=False))
    assert "no Landlock" in str(weakness(SandboxReport(False, True, TIGHT.denied), required=True))
    assert str(weakness(open_here, required=False)).startswith("No promise")
    assert len(could(open_here).split(", ")) == len(NAMES_OF_PROBES)
    assert could(TIGHT) == ""
