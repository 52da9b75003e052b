"""Every command in the technicians' README works as it is written, in its order, on a kiosk that it makes itself."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.desk import faults
from kiosk.screens import wording
from kiosk.settings import FILE

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "packaging" / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
WRITTEN = [line for language, block in BLOCKS if not language for line in block.splitlines()]
LINES = [line for line in WRITTEN if line.startswith(("sudo kiosk ", "sudo /opt/"))]
"""What apt, systemd and mounts do is tried with the package itself."""
NO_HARDWARE = {"doctor", "aim"}
"""These say what is missing here and end with 1."""


def run(line: str, folder: Path, home: Path, typed: str = "") -> tuple[int, str]:
    """The exit code, and what was said. Commands run in this process, a script in its own."""
    words = [word.replace("/media/stick", str(folder / "stick")) for word in shlex.split(line)]
    if words[:2] == ["sudo", "kiosk"]:
        done = CliRunner(env={"KIOSK_HOME": str(home)}).invoke(main, words[2:], input=typed)
        return done.exit_code, done.output
    environment = {"PATH": f"{folder / 'bin'}:/usr/bin:/bin", "TMPDIR": str(folder / "scratch")}
    script = ["sh", str(folder / "bin" / Path(words[1]).name), *words[2:]]
    ran = subprocess.run(script, env=environment, capture_output=True, text=True, timeout=180, check=False)
    return ran.returncode, ran.stdout + ran.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A stick with the answers of the README and a PIN, and the drill where the package has it."""
    for name in ("stick", "bin", "scratch"):
        (tmp_path / name).mkdir()
    (answers,) = (block for language, block in BLOCKS if language == "toml")
    (tmp_path / "stick" / "answers.toml").write_text(
        answers.replace("/media/stick", str(tmp_path / "stick")), encoding="utf-8"
    )
    pin = tmp_path / "stick" / "pin"
    pin.touch(mode=0o600)
    pin.write_text("739415\n")
    (tmp_path / "bin" / "restore-drill").write_bytes((ROOT / "packaging" / "restore-drill").read_bytes())
    kiosk = tmp_path / "bin" / "kiosk"
    kiosk.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m kiosk "$@"\n')
    kiosk.chmod(0o700)
    return tmp_path


def test_the_commands_work_in_their_order(folder: Path) -> None:
    """Each `init` makes a home of its own; from the second on, all others work on that of the answers."""
    home, other = folder / "home", folder / "other"
    for number, line in enumerate(LINES):
        words = line.split()
        where, typed = home, ""
        if words[:3] == ["sudo", "kiosk", "init"]:
            recovers = "--recover" in words
            where = home if recovers or "--answers" in words else other / f"{number}"
            typed = "y\nRiverside\n" + "\n" * 10 + "n\n" if "--from" in words else "Riverside\n" + "\n" * 10 + "n\n"
        if "restore" in words and "--sheet" in words:
            where = other / "restored"
        code, said = run(line, folder, where, typed)
        assert code in ({0, 1} if words[2] in NO_HARDWARE else {0}), (line, said)
    assert len(LINES) >= 20
    assert not home.exists() or list(home.iterdir()) == [], "retired at the end"
    assert {
        "recovery.svg",
        "aim.pdf",
        "badge.svg",
        "settings.png",
        "slip.svg",
        "readiness.html",
        "audit.html",
        "monday",
    } <= {path.name for path in (folder / "stick").iterdir()}


def test_the_answers_leave_out_nothing_that_matters(folder: Path) -> None:
    line = next(line for line in LINES if "--answers" in line)
    assert run(line, folder, folder / "home")[0] == 0
    settings = (folder / "home" / FILE).read_text(encoding="utf-8")
    assert "Riverside Logistics Ltd" in settings
    assert "usb-Example_HD_Camera" in settings


def test_every_fault_code_of_the_screen_is_in_the_table() -> None:
    codes = {value for name, value in vars(faults).items() if name.isupper() and isinstance(value, str)}
    rows = dict(re.findall(r"^\| ((?:KIOSK|STORE)-\d) \| (.*?) \|", TEXT, re.MULTILINE))
    assert set(rows) == codes
    for code, says in rows.items():
        assert wording.fault(code).endswith(f"{code}. {says}")


def test_the_measures_of_the_mounting_are_there() -> None:
    for measure in ("20 cm", "380 to 1220 mm", "hooded bay", "1280×720"):
        assert measure in TEXT


@pytest.mark.parametrize(
    ("words", "keys", "seals"),
    [
        (["init"], "none", True),
        (["init", "--recover"], "lost", True),
        (["init"], "opens", False),
        (["backup", "restore", "monday"], "none", True),
        (["doctor"], "none", False),
    ],
)
def test_the_package_seals_a_device_key_before_a_kiosk_is_made(
    tmp_path: Path, words: list[str], keys: str, seals: bool
) -> None:
    """With small stand-ins for systemd's programs: what they are asked, in which order, and what becomes of a key that opens no more."""
    sealed, tools, said = tmp_path / "store" / "kiosk-device-key", tmp_path / "bin", tmp_path / "said"
    tools.mkdir()
    if keys != "none":
        sealed.parent.mkdir()
        sealed.write_text(keys)
    for name, script in {
        "id": "echo 0",
        "systemd-creds": f'echo "$@" >>{said}; [ "$1" = encrypt ] && {{ cat >"$4"; exit; }}; grep -qx opens "$3"',
        "systemd-run": f'case "$1" in --description=*) echo run >>{said} ;; esac',
        "setpriv": f"echo setpriv >>{said}",
    }.items():
        (tools / name).write_text(f"#!/bin/sh\n{script}\n")
        (tools / name).chmod(0o700)
    wrapper = (ROOT / "packaging/deb/files/usr/bin/kiosk").read_text(encoding="utf-8")
    for old, new in (("/etc/credstore.encrypted/kiosk-device-key", str(sealed)), ("/run/systemd/system", str(tools))):
        assert old in wrapper
        wrapper = wrapper.replace(old, new)
    environment = {"PATH": f"{tools}:/usr/bin:/bin"}
    subprocess.run(
        ["sh", "-c", wrapper, "kiosk", *words], env=environment, check=True, timeout=30, stdin=subprocess.DEVNULL
    )
    asked = said.read_text().splitlines()
    assert (f"encrypt --name=kiosk-device-key - {sealed}" in asked) == seals
    assert asked[-1] == ("setpriv" if words == ["doctor"] else "run")
    assert not seals or len(sealed.read_bytes()) == 32
    assert (tmp_path / "store" / "kiosk-device-key.before").exists() == (keys == "lost")
