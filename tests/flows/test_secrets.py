"""No key, code, waybill or PIN leaves the store by the way: not in what programs log, not in their environment, not in a core file."""

import base64
import os
import resource
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.clock import Clock
from kiosk.desk import intake
from kiosk.settings import Depot, Settings
from kiosk.store import opened
from kiosk.store.keyring import KeyRing
from kiosk.technician.init import make_home

ROOT = Path(__file__).parents[2]
SETTINGS = Settings(Depot(tag="7KQ2"))
SERVED = Path(__file__).with_name("served.py")
PIN, PASSPHRASE = "628493", "river boat lantern"
TALKATIVE = (
    "import logging, runpy, sys; logging.basicConfig(level=logging.DEBUG);"
    "sys.argv.pop(0); runpy.run_path(sys.argv[0], run_name='__main__')"
)
"""Runs a program that logs all it can."""


@dataclass(slots=True)
class Secrets:
    """A home, and what nobody may learn of it by the way."""

    home: Path
    visits: Path
    words: list[bytes] = field(default_factory=list)

    def told_in(self, content: bytes) -> list[bytes]:
        return [word for word in self.words if word in content]


@pytest.fixture
def depot(tmp_path: Path) -> Secrets:
    made = Secrets(tmp_path / "home", tmp_path / "visits", [PIN.encode(), PASSPHRASE.encode()])
    make_home(made.home, SETTINGS)
    lines = []
    with opened(made.home) as store:
        for number in range(3):
            waybill = f"SECRETLABEL{number}7"
            received = intake.receive(store, SETTINGS, Clock(), waybill, f"B-{number + 1}")
            lines.append(f"{number} {received.token.text} {waybill}\n")
            made.words += [waybill.encode(), received.token.text.encode(), received.typed_code.text.encode()]
    made.visits.write_text("".join(lines))
    keys = [*KeyRing.open(made.home).keys.values(), (made.home / "keys" / "device.key").read_bytes()]
    for key in keys:
        made.words += [key, key.hex().encode(), key.hex().upper().encode(), base64.b64encode(key)]
    return made


def command(*words: object, typed: str = "") -> subprocess.CompletedProcess[bytes]:
    line = [sys.executable, "-m", "kiosk", *map(str, words)]
    return subprocess.run(line, input=typed.encode(), capture_output=True, cwd=ROOT, timeout=120, check=False)


def test_the_whole_program_serving_visits_logs_none(depot: Secrets) -> None:
    line = [sys.executable, "-c", TALKATIVE, str(SERVED), str(depot.home), str(depot.visits)]
    program = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    assert program.stdout is not None
    first = program.stdout.readline()
    family = [program.pid, *_children(program.pid)]
    environments = b"".join(_read(Path(f"/proc/{pid}/environ")) + _read(Path(f"/proc/{pid}/cmdline")) for pid in family)
    said, logged = program.communicate(timeout=120)
    assert (program.returncode, len((first + said).split())) == (0, 3), "three visits came to their end"
    assert len(family) > 1, "the reader's process is there, too"
    assert depot.told_in(first + said + logged + environments) == []


def test_commands_complain_without_telling(depot: Secrets, tmp_path: Path) -> None:
    pin_file = tmp_path / "pin"
    pin_file.touch(mode=0o600)
    pin_file.write_text(f"{PIN}\n")
    home = ("--home", depot.home)
    waybill = "SECRETLABEL07"
    complaints = [
        command("parcels", "receive", waybill, "--place", "B-1", *home),
        command("parcels", "receive", waybill, waybill, *home),
        command("parcels", waybill, *home),
        command("codes", "revoke", f"{waybill}X", *home),
        command("codes", "issue", f"--{waybill}", *home),
        command("clerks", "add", "--pin-file", pin_file, "--role", "supervisor", *home),
        command(
            "init",
            "--device",
            "passphrase",
            "--answers",
            "/dev/null",
            "--home",
            tmp_path / "new",
            typed=f"{PASSPHRASE}\nanother\n",
        ),
        command("init", "--recover", "--home", tmp_path / "new", typed="wrong words\n"),
        command("ledger", "verify", "--against", waybill, *home),
    ]
    assert {done.returncode for done in complaints} >= {0, 1, 2}
    for done in complaints:
        assert depot.told_in(done.stderr) == [], done.args


@pytest.mark.parametrize("program", ["kiosk", "another"])
def test_a_program_that_dies_leaves_no_core_file(depot: Secrets, tmp_path: Path, program: str) -> None:
    """The other one does: so it is the kiosk that sees to it, not this machine."""
    if not Path("/proc/sys/kernel/core_pattern").read_text().startswith("core"):
        pytest.skip("this system writes core files elsewhere")
    place = tmp_path / "cwd"
    place.mkdir()
    run = ["-m", "kiosk", "run", "--home", str(depot.home)]
    line = run if program == "kiosk" else ["-c", "import time; time.sleep(60)"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    dying = subprocess.Popen(
        ["sh", "-c", 'ulimit -c unlimited && exec "$@"', "sh", sys.executable, *line],
        cwd=place,
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            soft, _ = resource.prlimit(dying.pid, resource.RLIMIT_CORE)
            if _serves(depot.home) if program == "kiosk" else soft:
                break
            time.sleep(0.1)
        time.sleep(0.5)
        soft, _ = resource.prlimit(dying.pid, resource.RLIMIT_CORE)
    finally:
        dying.send_signal(signal.SIGABRT)
        dying.wait(timeout=60)
    assert dying.returncode == -signal.SIGABRT
    assert (soft == 0) == (program == "kiosk")
    assert bool(list(place.iterdir())) == (program == "another")


def _serves(home: Path) -> bool:
    with opened(home) as store:
        return any(type(entry.event).__name__ == "KioskStarted" for entry in store.journal.entries())


def _children(pid: int) -> list[int]:
    found = [
        int(one) for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text().split()
    ]
    return found + [grandchild for child in found for grandchild in _children(child)]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
