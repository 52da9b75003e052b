"""`kiosk backup create` without a file: into the folder of the settings, read again, and the old ones out; never the last good one."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.cli.home import open_home
from kiosk.clock import Clock
from kiosk.policy.retention import backups_over
from kiosk.store import backup_folder
from kiosk.technician import backup as work
from kiosk.technician.doctor import kept
from kiosk.technician.doctor.examined import Examined
from kiosk.technician.doctor.table import look_over
from kiosk.technician.init import make_home, settings_from

Run = Callable[..., Result]
Turn = Callable[[float], None]
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def kiosk_home(tmp_path: Path, stick: Path) -> Path:
    home = tmp_path / "home"
    make_home(home, settings_from(f'[depot]\ntag = "7KQ2"\n[backup]\nfolder = "{stick}"\n'))
    return home


@pytest.fixture
def days_later(monkeypatch: pytest.MonkeyPatch) -> Turn:
    now = Clock.now
    return lambda days: monkeypatch.setattr(Clock, "now", lambda clock: now(clock) + timedelta(days=days))


def backups(stick: Path) -> list[str]:
    return sorted(path.name for path in stick.glob("*.backup"))


def test_a_timer_needs_to_name_no_file(run: Run, stick: Path) -> None:
    made = json.loads(run("backup", "create", "--json").stdout)
    (name,) = backups(stick)
    assert name.startswith("kiosk-7KQ2-")
    assert made["file"] == str(stick / name)
    assert (stick / f"{name}.checkpoint").read_text() == made["checkpoint"]
    assert run("backup", "verify", made["file"]).exit_code == 0
    assert len(list(stick.iterdir())) == 2, "nothing half-made is left"


def test_what_may_not_be_restored_any_more_goes_and_what_is_not_ours_stays(
    run: Run, stick: Path, tmp_path: Path, days_later: Turn
) -> None:
    other = tmp_path / "other"
    make_home(other, settings_from(""))
    foreign = stick / "kiosk-ZZZZ-20200101-000000.backup"
    assert CliRunner().invoke(main, ["backup", "create", str(foreign), "--home", str(other)]).exit_code == 0
    (stick / "kiosk-letter.backup").write_text("a letter")
    removed = []
    for days in (0.0, 5.0, 14.5, 20.0):
        days_later(days)
        removed.append(json.loads(run("backup", "create", "--json").stdout)["removed"])
    assert removed == [0, 0, 1, 1]
    assert len([name for name in backups(stick) if "7KQ2" in name]) == 2
    assert foreign.exists()
    assert (stick / "kiosk-letter.backup").exists()
    assert len(list(stick.glob("*7KQ2*.checkpoint"))) == 4, "checkpoints stay, as proof"


def test_one_that_is_not_whole_takes_nobodys_place(
    run: Run, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days_later: Turn
) -> None:
    assert run("backup", "create").exit_code == 0
    assert run("backup", "create", tmp_path / "monday").exit_code == 0
    good, monday = backups(stick), (tmp_path / "monday").read_bytes()
    create = work.create

    def damaged(store: object, home: Path, clock: Clock, path: Path) -> object:
        about = create(store, home, clock, path)  # type: ignore[arg-type]  # passed on
        whole = path.read_bytes()
        path.write_bytes(whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:])
        return about

    monkeypatch.setattr(work, "create", damaged)
    days_later(30.0)
    for words in (("create",), ("create", tmp_path / "monday")):
        refused = run("backup", *words)
        assert (refused.exit_code, "damaged" in refused.stderr) == (1, True)
    assert backups(stick) == good
    assert (tmp_path / "monday").read_bytes() == monday
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "monday", "monday.checkpoint", "stick"]


def test_a_stick_that_is_not_there_is_said(
    run: Run, kiosk_home: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty folder where a stick should be mounted would take backups onto the very disk they are to outlive."""
    monkeypatch.setattr(backup_folder, "STICKS", (stick.parent,))
    refused = run("backup", "create")
    assert (refused.exit_code, "Plug the USB stick in" in refused.stderr) == (1, True)
    assert list(stick.iterdir()) == []
    examined = Examined(kiosk_home)
    (checked,) = look_over(examined, {"folders": kept.folders})
    assert (checked.finding.ok, "Plug the USB stick in" in checked.finding.fix) == (False, True)
    monkeypatch.setattr(backup_folder, "STICKS", (Path("/proc"),))
    stick.rmdir()
    assert run("backup", "create").exit_code == 1
    assert not stick.exists()


def test_a_folder_that_the_system_cannot_look_at_is_not_there(run: Run, kiosk_home: Path) -> None:
    """As that of a stick that was pulled out while it was mounted: no name can be looked up, which here it is too long for."""
    settings = kiosk_home / "kiosk.toml"
    text = re.sub(r"^folder = .*$", f'folder = "/media/{"x" * 300}"', settings.read_text(), flags=re.MULTILINE)
    settings.write_text(text)
    made = run("backup", "create")
    assert made.exit_code == 1
    assert "Plug the USB stick in" in made.output


def test_a_folder_on_a_mount_is_taken() -> None:
    assert not backup_folder._waits_for_stick(Path("/proc/self"))
    assert Path("/proc").is_mount()


def test_no_folder_and_no_file(run: Run, kiosk_home: Path) -> None:
    settings = kiosk_home / "kiosk.toml"
    settings.write_text(settings.read_text().replace(f'folder = "{kiosk_home.parent / "stick"}"', 'folder = ""'))
    assert "Name a FILE" in run("backup", "create").stderr


@pytest.mark.parametrize(
    ("ages", "over"), [([], []), ([40], []), ([40, 30], [40]), ([0, 14, 15], [15]), ([15, 16, 17], [16, 17])]
)
def test_the_newest_is_never_over(ages: list[int], over: list[int]) -> None:
    made = [NOW - timedelta(days=age) for age in ages]
    assert backups_over(made, NOW, 14) == [NOW - timedelta(days=age) for age in over]


def test_backups_of_one_kiosk_are_told_by_their_keys(run: Run, stick: Path, kiosk_home: Path) -> None:
    assert run("backup", "create").exit_code == 0
    with open_home(kiosk_home) as kiosk:
        (own,) = backup_folder.BackupFolder(stick, kiosk.store.keys).own()
    assert [own.path.name] == backups(stick)
