"""`packaging/restore-drill`: backup and recovery sheet are enough, and the script says so only where they are."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.clock import Clock
from kiosk.desk import intake
from kiosk.settings import Depot, Settings
from kiosk.store import opened
from kiosk.store.rotation import new_sheet
from kiosk.technician.backup import create
from kiosk.technician.init import make_home

ROOT = Path(__file__).parents[2]
SETTINGS = Settings(Depot(tag="7KQ2"))


@pytest.fixture
def paper(tmp_path: Path) -> tuple[Path, Path]:
    """A backup with its checkpoint, and a sheet; the home they came from is another machine's."""
    home, backup, sheet, secret = tmp_path / "home", tmp_path / "backup", tmp_path / "sheet.txt", new_sheet()
    make_home(home, SETTINGS, sheet=secret)
    with opened(home) as store:
        intake.receive(store, SETTINGS, Clock(), "DRILL1111", "B-12")
        about = create(store, home, Clock(), backup)
    backup.with_name("backup.checkpoint").write_text(about.checkpoint)
    sheet.write_text(secret.text)
    return backup, sheet


def drill(tmp_path: Path, backup: Path, sheet: Path) -> "subprocess.CompletedProcess[str]":
    tools = tmp_path / "bin"
    tools.mkdir(exist_ok=True)
    kiosk = tools / "kiosk"
    kiosk.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m kiosk "$@"\n')
    kiosk.chmod(0o700)
    script = tools / "restore-drill"
    script.write_bytes((ROOT / "packaging" / "restore-drill").read_bytes())
    (tmp_path / "scratch").mkdir(exist_ok=True)
    environment = {"PATH": f"{tools}:/usr/bin:/bin", "TMPDIR": str(tmp_path / "scratch")}
    return subprocess.run(
        ["sh", str(script), str(backup), str(sheet)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_backup_and_sheet_are_enough(tmp_path: Path, paper: tuple[Path, Path]) -> None:
    done = drill(tmp_path, *paper)
    assert done.returncode == 0, done.stderr
    assert "The drill went well" in done.stdout
    assert list((tmp_path / "scratch").iterdir()) == [], "nothing of it stays"


def test_another_sheet_or_a_damaged_backup_is_no_drill_that_went_well(tmp_path: Path, paper: tuple[Path, Path]) -> None:
    backup, sheet = paper
    other = tmp_path / "other.txt"
    other.write_text(new_sheet().text)
    assert drill(tmp_path, backup, other).returncode == 1
    backup.write_bytes(backup.read_bytes()[:-1])
    done = drill(tmp_path, backup, sheet)
    assert (done.returncode, "went well" in done.stdout) == (1, False)
    assert list((tmp_path / "scratch").iterdir()) == []
