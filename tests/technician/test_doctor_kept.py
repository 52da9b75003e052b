"""What is looked at in a home: each check is well in a sound one, and says so where something was planted."""

import os
import re
import shlex
from datetime import timedelta
from functools import partial
from itertools import takewhile
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.clock import SkippingClock
from kiosk.desk import intake
from kiosk.desk.act import Entering, in_one_act
from kiosk.ledger import events
from kiosk.settings import Backup, Depot, Intake, Settings, to_toml
from kiosk.store import How, Store
from kiosk.store.device_key import DeviceHome
from kiosk.store.lock import serving
from kiosk.store.rotation import new_sheet
from kiosk.technician.backup import create
from kiosk.technician.doctor import kept
from kiosk.technician.doctor.examined import Examined
from kiosk.technician.doctor.finding import Check, Finding, Verdict
from kiosk.technician.doctor.table import CHECKS, KEPT, look_over
from kiosk.technician.init import make_home
from tests.technician.conftest import TAG


def verdict(found: Finding) -> Verdict:
    return Check("", found).verdict


def opened(examined: Examined) -> Store:
    assert isinstance(examined.store, Store)
    return examined.store


def enter(examined: Examined, *happened: events.Event) -> None:
    for event in happened:
        in_one_act(opened(examined), examined.clock.now(), partial(_enter, event))


def _enter(event: events.Event, enter: Entering) -> None:
    enter(event)


def test_a_new_home_wants_nothing(examined: Examined) -> None:
    found = {one.name: one.verdict for one in look_over(examined, KEPT)}
    assert found == {
        "settings": Verdict.WELL,
        "permissions": Verdict.WELL,
        "keys": Verdict.LOOK,
        "store": Verdict.WELL,
        "ledger": Verdict.LOOK,
        "power": Verdict.WELL,
        "backup": Verdict.LOOK,
    }


def test_without_a_home_it_says_how_to_make_one(tmp_path: Path) -> None:
    found = {one.name: one for one in look_over(Examined(tmp_path / "none"), KEPT)}
    assert found["settings"].verdict is Verdict.WANTING
    assert f"kiosk init --home {tmp_path / 'none'}" in found["settings"].finding.fix
    assert {one.verdict for name, one in found.items() if name != "settings"} == {Verdict.ABSENT}


@pytest.mark.parametrize("text", ["[depot", 'depot = "x"', '[depot]\ntag = "7KQ2"\nphone = "1"', "\x00"])
def test_broken_settings_leave_the_store_looked_at(examined: Examined, text: str) -> None:
    examined.home.joinpath("kiosk.toml").write_text(text)
    found = {one.name: one.verdict for one in look_over(examined, KEPT)}
    assert (found["settings"], found["store"]) == (Verdict.WANTING, Verdict.WELL)


def test_files_that_others_may_read(examined: Examined) -> None:
    examined.home.joinpath("kiosk.toml").chmod(0o640)
    found = kept.permissions(examined)
    assert verdict(found) is Verdict.WANTING
    command = found.fix.removeprefix("Run: ")
    assert shlex.split(command) == ["chmod", "-R", "go=", str(examined.home)]
    examined.home.joinpath("kiosk.toml").chmod(0o600)
    assert verdict(kept.permissions(examined)) is Verdict.WELL


def test_keys_in_a_file_without_a_sheet_with_one_and_under_a_passphrase(tmp_path: Path) -> None:
    settings, words = Settings(Depot(tag=TAG)), "four words are enough"
    for name, device, sheet in (
        ("bare", DeviceHome.FILE, None),
        ("sheet", DeviceHome.FILE, new_sheet()),
        ("typed", DeviceHome.PASSPHRASE, new_sheet()),
    ):
        make_home(tmp_path / name, settings, device=device, ask=lambda: words, sheet=sheet)
    found = {name: kept.keys(Examined(tmp_path / name)) for name in ("bare", "sheet", "typed")}
    assert "no recovery sheet" in found["bare"].detail
    assert "in a file" in found["sheet"].detail
    assert verdict(found["typed"]) is Verdict.WELL
    closed = Examined(tmp_path / "typed")
    assert "passphrase is not at hand" in kept.store(closed).detail
    assert {verdict(check(closed)) for check in (kept.ledger, kept.power, kept.backup)} == {Verdict.ABSENT}
    assert verdict(kept.store(closed)) is Verdict.LOOK, "a kiosk under a passphrase is not wanting for that"
    typed = Examined(tmp_path / "typed", lambda: words)
    assert verdict(kept.store(typed)) is Verdict.WELL
    typed.close()


def test_a_key_ring_that_is_damaged(examined: Examined) -> None:
    ring = examined.home / "keys" / "ring"
    ring.write_bytes(ring.read_bytes()[:-20])
    assert verdict(kept.keys(examined)) is Verdict.WANTING


def test_a_store_with_one_wrong_byte(examined: Examined, kiosk_home: Path) -> None:
    path = kiosk_home / "store.db"
    content = bytearray(path.read_bytes())
    content[-20_000] ^= 1
    path.write_bytes(content)
    found = kept.store(examined)
    assert verdict(found) is Verdict.WANTING
    assert "damaged" in found.detail
    assert "backup restore" in found.fix


def test_a_store_that_is_gone(examined: Examined, kiosk_home: Path) -> None:
    kiosk_home.joinpath("store.db").unlink()
    found = {one.name: one.verdict for one in look_over(examined, KEPT)}
    assert found["store"] is Verdict.WANTING
    assert found["ledger"] is Verdict.ABSENT


def test_a_ledger_that_was_written_in(examined: Examined) -> None:
    settings = Settings(Depot(tag=TAG))
    for number in range(3):
        intake.receive(opened(examined), settings, examined.clock, f"TAMPERED{number}", "B-12")
    with opened(examined).transaction():
        opened(examined).checkpoints.make(How.ASKED, at=examined.clock.now())
    assert verdict(kept.ledger(examined)) is Verdict.WELL
    row = opened(examined)._database.row("SELECT sealed FROM journal WHERE seq = 2")
    assert row
    opened(examined)._database.run("UPDATE journal SET sealed = ? WHERE seq = 2", (row[0][:-1] + b"\0",))
    found = kept.ledger(examined)
    assert verdict(found) is Verdict.WANTING
    assert "kiosk ledger verify" in found.fix


def test_a_power_cut_is_remembered_until_the_next_clean_stop(examined: Examined) -> None:
    enter(examined, events.KioskStarted("1"), events.KioskStopped())
    assert verdict(kept.power(examined)) is Verdict.WELL
    enter(examined, events.KioskStarted("1"))
    assert "cut off" in kept.power(examined).detail
    enter(examined, events.KioskStarted("1"))
    with serving(examined.home):
        assert "cut off" in kept.power(Examined(examined.home)).detail, "the start before the one that serves"
    enter(examined, events.KioskStopped())
    assert verdict(kept.power(examined)) is Verdict.WELL


def test_a_kiosk_that_serves_was_not_cut_off(examined: Examined) -> None:
    enter(examined, events.KioskStarted("1"), events.KioskStopped(), events.KioskStarted("1"))
    with serving(examined.home):
        assert verdict(kept.power(examined)) is Verdict.WELL


def test_a_backup_grows_old(examined: Examined, tmp_path: Path) -> None:
    clock = examined.clock
    assert isinstance(clock, SkippingClock)
    enter(examined, events.KioskStarted("1"))
    assert verdict(kept.backup(examined)) is Verdict.LOOK
    clock.advance(timedelta(days=8).total_seconds())
    assert verdict(kept.backup(examined)) is Verdict.WANTING
    create(opened(examined), examined.home, clock, tmp_path / "backup")
    assert verdict(kept.backup(examined)) is Verdict.WELL
    clock.advance(timedelta(days=8).total_seconds())
    assert verdict(kept.backup(examined)) is Verdict.WANTING


def test_a_backup_that_does_not_come_by_itself(examined: Examined, tmp_path: Path) -> None:
    clock = examined.clock
    assert isinstance(clock, SkippingClock)
    create(opened(examined), examined.home, clock, tmp_path / "backup")
    clock.advance(timedelta(days=3).total_seconds())
    assert verdict(kept.backup(examined)) is Verdict.WELL
    settings = Settings(Depot(tag=TAG), backup=Backup(folder=str(tmp_path / "stick")))
    examined.home.joinpath("kiosk.toml").write_text(to_toml(settings))
    examined.__dict__.pop("settings")
    found = kept.backup(examined)
    assert verdict(found) is Verdict.WANTING
    assert "backup create --home" in found.fix, "it knows where to"
    assert verdict(kept.folders(examined)) is Verdict.WANTING
    (tmp_path / "stick").mkdir()
    assert verdict(kept.folders(examined)) is Verdict.WELL


def test_folders_that_the_settings_name(examined: Examined, tmp_path: Path) -> None:
    watched = tmp_path / "new lists"
    settings = Settings(Depot(tag=TAG), intake=Intake(watch=str(watched)))
    examined.home.joinpath("kiosk.toml").write_text(to_toml(settings))
    found = kept.folders(examined)
    assert verdict(found) is Verdict.WANTING
    assert shlex.split(found.fix.removeprefix("Run: ")) == ["mkdir", "-p", str(watched)]
    watched.mkdir()
    assert verdict(kept.folders(examined)) is Verdict.WELL


@pytest.mark.skipif(os.geteuid() != 0, reason="root alone can give a folder away")
def test_a_folder_in_which_root_alone_may_write(examined: Examined, tmp_path: Path) -> None:
    """Looked at as root, who may: the kiosk serves as its home's owner."""
    stick = tmp_path / "stick"
    stick.mkdir(mode=0o755)
    settings = Settings(Depot(tag=TAG), backup=Backup(folder=str(stick)))
    examined.home.joinpath("kiosk.toml").write_text(to_toml(settings))
    assert verdict(kept.folders(examined)) is Verdict.WELL
    opened(examined)
    os.chown(examined.home, 12345, 12345)
    found = kept.folders(examined)
    assert verdict(found) is Verdict.WANTING
    assert "folder under [backup]" in found.detail
    assert str(stick) in found.fix
    os.chown(stick, 12345, 12345)
    assert verdict(kept.folders(examined)) is Verdict.WELL


def test_a_plan_of_the_shelves_that_is_not_there(examined: Examined) -> None:
    examined.home.joinpath("kiosk.toml").write_text(to_toml(Settings(Depot(tag=TAG, plan="plan.svg"))))
    found = kept.folders(examined)
    assert verdict(found) is Verdict.WANTING
    assert "depot.plan" in found.fix


def test_every_command_that_a_check_names_is_one(examined: Examined) -> None:
    """As written: the words are the commands' own, and its options are."""
    fixes = [one.finding.fix for one in look_over(examined, CHECKS)]
    commands = [shlex.split(one) for fix in fixes for one in re.findall(r": kiosk (.*?)(?=\. [A-Z]|$)", fix)]
    assert len(commands) >= 3
    for words in commands:
        names = list(takewhile(lambda word: re.fullmatch("[a-z]+", word), words))
        told = CliRunner().invoke(main, [*names, "--help"])
        assert told.exit_code == 0, words
        assert all(word in told.output for word in words if word.startswith("--")), words
