"""No pixel leaves the reader child: a canary that stands in every frame of a serving kiosk is found in the child and nowhere else."""

import contextlib
import os
import resource
import secrets
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.reader import process
from kiosk.reader.reader import Lost, Reader
from kiosk.reader.sources import Synthetic
from kiosk.reader.wire import Frame
from tests.faceless import fence
from tests.faceless.canary import texture
from tests.faceless.canary_kiosk import SHM
from tests.faceless.conftest import Wait
from tests.faceless.door import before_the_door, canary
from tests.faceless.search import Search

HOUSE = Path(__file__).parents[2]
PATTERN = Path("/proc/sys/kernel/core_pattern")


@dataclass
class Found:
    """Where the canary was found in and around one kiosk."""

    said: list[str] = field(default_factory=list)
    kiosk: list[str] = field(default_factory=list)
    child: list[str] | None = None
    open_files: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)
    core: bool | None = None


def watched(folder: Path, *, leak: bool) -> Found:
    """Let a kiosk serve two visits around a crash of its reader, search it while it serves, then crash it and search what it left."""
    seed = secrets.randbits(32)
    search, found = Search(texture(seed)), Found()
    line = [sys.executable, "-m", "tests.faceless.canary_kiosk", str(folder), str(seed), "leak" if leak else "honest"]
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(HOUSE),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
    }
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(line, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=log, text=True) as kiosk,
    ):
        try:
            assert kiosk.stdout is not None
            found.said.append(kiosk.stdout.readline())
            os.kill(int(found.said[0].split()[2]), signal.SIGSEGV)
            found.said.append(kiosk.stdout.readline())
            child = int(found.said[1].split()[2])
            found.kiosk = search.memory(kiosk.pid)
            found.open_files = search.held_open(kiosk.pid)
            with contextlib.suppress(PermissionError):
                found.child = search.memory(child)
            found.shared = search.files(SHM)
            kiosk.send_signal(signal.SIGABRT)
            kiosk.communicate()
        finally:
            kiosk.kill()
            (SHM / f"kiosk-canary-{kiosk.pid}").unlink(missing_ok=True)
    found.files = [str(Path(path).relative_to(folder)) for path in search.files(folder)]
    found.core = any(name.startswith("core") for name in found.files) if list(folder.glob("core*")) else None
    return found


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Found:
    return watched(tmp_path_factory.mktemp("honest"), leak=False)


@pytest.fixture(scope="module")
def leaking(tmp_path_factory: pytest.TempPathFactory) -> Found:
    return watched(tmp_path_factory.mktemp("leaking"), leak=True)


def test_the_kiosk_served_before_and_after_the_crash(honest: Found) -> None:
    assert [line.split()[:2] for line in honest.said] == [["served", "True"]] * 2


def test_the_search_finds_it_in_the_child(honest: Found) -> None:
    if honest.child is None:
        pytest.skip("only root may look into the memory of a process that is not dumpable")
    assert honest.child


def test_it_is_nowhere_in_the_kiosks_own_memory(honest: Found) -> None:
    assert honest.kiosk == []


def test_it_is_in_no_file_that_the_kiosk_wrote(honest: Found) -> None:
    if not fence.possible():
        pytest.skip("this kernel has no Landlock, so nobody can tell where else the kiosk wrote")
    assert honest.files == []
    assert honest.open_files == []
    assert honest.shared == []


def test_it_is_in_no_core_of_the_kiosk(honest: Found) -> None:
    if honest.core is None:
        pytest.skip("this system puts no core where the process runs; its memory was searched all the same")
    assert honest.core is False


def test_a_leak_is_found_wherever_it_goes(leaking: Found) -> None:
    assert leaking.kiosk, "as a code's text in the kiosk's memory"
    assert "home/kept" in leaking.files
    assert "log" in leaking.files
    assert leaking.shared
    assert leaking.core is not False


DUMPED_INTO = """
import os, resource
os.chdir({folder!r})
resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
"""
LEAK = """
import resource
from kiosk.reader import landlock, sandbox
limit = resource.setrlimit
resource.setrlimit = lambda what, to: None if what in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE) else limit(what, to)
landlock.restrict = lambda: False
sandbox._PR_SET_DUMPABLE = 29  # PR_SET_TIMERSLACK, which changes nothing here
"""


@pytest.mark.parametrize("leak", [False, True], ids=["honest", "leaking"])
def test_a_child_that_crashes_leaves_no_core(
    leak: bool, tmp_path: Path, until: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    if PATTERN.read_text().startswith(("|", "/")) or resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("this system puts no core where the process runs")
    seed = secrets.randbits(32)
    monkeypatch.setattr(process, "command", process.command)  # so that it is put back
    before_the_door(DUMPED_INTO.format(folder=str(tmp_path)), canary(seed), *[LEAK] * leak)
    with Reader(Synthetic(fps=20)) as reader:
        until(reader, lambda message: isinstance(message, Frame))
        assert reader.pid is not None
        os.kill(reader.pid, signal.SIGSEGV)
        until(reader, lambda message: isinstance(message, Lost))
    cores = list(tmp_path.glob("core*"))
    assert bool(cores) is leak
    assert bool(Search(texture(seed)).files(tmp_path)) is leak
