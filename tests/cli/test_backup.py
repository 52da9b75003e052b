"""`kiosk backup`: made beside a serving kiosk, checked, brought back on the same machine and on another one."""

import json
import secrets
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.cli.home import open_home
from kiosk.clock import Clock
from kiosk.codes.recovery import Secret
from kiosk.desk import intake
from kiosk.desk.forgetting import erase_expired
from kiosk.ledger.events import BackupMade, EpochBegun, ParcelConfirmed
from kiosk.parcel import ParcelState
from kiosk.store.lock import serving
from kiosk.store.rotation import new_sheet
from kiosk.technician.init import make_home, settings_from

Run = Callable[..., Result]
SECRET = "WAYBILLINBACKUP7"


@pytest.fixture
def sheet(tmp_path: Path) -> Secret:
    secret = new_sheet()
    (tmp_path / "sheet.txt").write_text(secret.text)
    return secret


@pytest.fixture
def kiosk_home(tmp_path: Path, sheet: Secret) -> Path:
    home = tmp_path / "home"
    make_home(home, settings_from('[depot]\nname = "Corner depot"\n'), sheet=sheet)
    takes_in(home, "FIRST11111", SECRET)
    return home


@pytest.fixture
def file(run: Run, tmp_path: Path) -> Path:
    made = run("backup", "create", tmp_path / "backup")
    assert made.exit_code == 0, made.output
    return tmp_path / "backup"


def takes_in(home: Path, *waybills: str) -> None:
    with open_home(home) as kiosk:
        for waybill in waybills:
            intake.receive(kiosk.store, kiosk.settings, kiosk.clock, waybill, "B-12")


def states(home: Path) -> dict[str, ParcelState | None]:
    with open_home(home) as kiosk:
        found = {text: kiosk.store.parcels.by_waybill(text) for text in ("FIRST11111", SECRET, "LATER11111")}
        return {text: None if parcel is None else parcel.state for text, parcel in found.items()}


def elsewhere(home: Path, *words: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, [*map(str, words), "--home", str(home)], input=typed)


def leaves(home: Path, waybill: str, days_ago: float) -> None:
    with open_home(home) as kiosk:
        parcel = kiosk.store.parcels.by_waybill(waybill)
        assert parcel is not None
        at = kiosk.clock.now() - timedelta(days=days_ago)
        with kiosk.store.transaction():
            kiosk.store.parcels.change(parcel.id, ParcelState.HANDED_OVER, at)
            kiosk.store.journal.append(ParcelConfirmed(parcel.id, 1), at=at, act=secrets.token_bytes(16))


@pytest.fixture
def days_later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """The clock of this machine, days ahead or behind."""
    now = Clock.now

    def turn(days: float) -> None:
        monkeypatch.setattr(Clock, "now", lambda clock: now(clock) + timedelta(days=days))

    return turn


def test_a_backup_is_made_while_the_kiosk_serves_and_tells_nothing(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    with serving(kiosk_home), open_home(kiosk_home) as beside:
        made = json.loads(run("backup", "create", tmp_path / "backup", "--json").stdout)
        assert run("backup", "verify", tmp_path / "backup").exit_code == 0
        assert beside.store.parcels.count() == 2
    assert made["entries"] == 5
    content = (tmp_path / "backup").read_bytes()
    with open_home(kiosk_home) as kiosk:
        keys = [getattr(kiosk.store.keys, name) for name in ("store_key", "digest_key", "pin_pepper", "signing_key")]
        assert [entry.event for entry in kiosk.store.journal.entries()][-1] == BackupMade()
    assert not any(word in content for word in (SECRET.encode(), b"CREATE TABLE", b"SQLite format", *keys))
    assert (tmp_path / "backup.checkpoint").read_text() == made["checkpoint"]


def test_a_restore_says_what_was_lost_and_begins_an_epoch(run: Run, kiosk_home: Path, file: Path) -> None:
    takes_in(kiosk_home, "LATER11111")
    leaves(kiosk_home, "FIRST11111", 0)
    done = json.loads(run("backup", "restore", file, "--json").stdout)
    assert done["lost"] == {"ParcelReceived": 1, "CodeIssued": 1, "ParcelConfirmed": 1}
    assert states(kiosk_home) == {"FIRST11111": ParcelState.WAITING, SECRET: ParcelState.WAITING, "LATER11111": None}
    with open_home(kiosk_home) as kiosk:
        last = [entry.event for entry in kiosk.store.journal.entries()][-1]
    assert isinstance(last, EpochBegun)
    assert (last.size, last.epoch) == (5, done["epoch"])
    checked = run("ledger", "verify", "--against", file.with_name("backup.checkpoint"))
    assert (checked.exit_code, "begins with the 5 entries" in checked.stdout) == (0, True)


def test_a_parcel_that_left_since_is_named(run: Run, kiosk_home: Path, file: Path) -> None:
    takes_in(kiosk_home, "LATER11111")
    for waybill in ("FIRST11111", "LATER11111"):
        leaves(kiosk_home, waybill, 0)
    told = run("backup", "restore", file).stdout
    assert "have left since and wait again in the store: 1." in told
    assert "Lost since then: 4 entries" in told


@pytest.mark.parametrize("way", ["sheet file", "words typed", "recovered first"])
def test_the_drill_on_an_empty_home(tmp_path: Path, file: Path, sheet: Secret, way: str) -> None:
    """Backup and recovery sheet alone make the kiosk anew on another machine."""
    other, paper = tmp_path / "other", tmp_path / "sheet.txt"
    shutil.rmtree(tmp_path / "home")
    if way == "sheet file":
        done = elsewhere(other, "backup", "restore", file, "--sheet", paper)
    elif way == "words typed":
        done = elsewhere(other, "backup", "restore", file, typed=" ".join(sheet.words) + "\n")
    else:
        assert elsewhere(other, "init", "--recover", "--sheet", paper).exit_code == 0
        done = elsewhere(other, "backup", "restore", file)
        assert not (other / "keys" / "recovered").exists()
    assert done.exit_code == 0, done.output
    assert states(other) == {"FIRST11111": ParcelState.WAITING, SECRET: ParcelState.WAITING, "LATER11111": None}
    assert elsewhere(other, "ledger", "verify", "--against", file.with_name("backup.checkpoint")).exit_code == 0
    again = elsewhere(other, "backup", "create", tmp_path / "second")
    assert again.exit_code == 0
    assert elsewhere(tmp_path / "third", "backup", "restore", tmp_path / "second", "--sheet", paper).exit_code == 0, (
        "the sheet stays good"
    )


def test_what_is_not_this_kiosks_is_refused_and_replaces_nothing(tmp_path: Path, file: Path) -> None:
    other = tmp_path / "other"
    make_home(other, settings_from(""))
    before = {path: path.read_bytes() for path in other.rglob("*") if path.is_file()}
    refused = elsewhere(other, "backup", "restore", file)
    assert (refused.exit_code, "another kiosk" in refused.stderr) == (1, True)
    assert {path: path.read_bytes() for path in before} == before
    wrong = elsewhere(tmp_path / "new", "backup", "restore", file, typed=new_sheet().text + "\n")
    assert (wrong.exit_code, "does not open these keys" in wrong.stderr) == (1, True)
    assert not (tmp_path / "new").exists()


def test_no_byte_can_be_changed_or_cut_off(run: Run, kiosk_home: Path, file: Path) -> None:
    whole, chance, before = file.read_bytes(), Random(6), (kiosk_home / "keys" / "ring").read_bytes()
    store = (kiosk_home / "store.db").read_bytes()
    damages = [whole[: chance.randrange(len(whole))] for _ in range(6)]
    places = [*(chance.randrange(len(whole)) for _ in range(15)), *range(len(whole) - 60, len(whole), 7)]
    damages += [whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :] for at in places]
    for damaged in damages:
        file.write_bytes(damaged)
        for act in ("verify", "restore"):
            assert run("backup", act, file).exit_code == 1
    assert (kiosk_home / "keys" / "ring").read_bytes() == before
    assert (kiosk_home / "store.db").read_bytes() == store
    file.write_bytes(whole)
    assert run("backup", "restore", file).exit_code == 0


def test_pages_of_another_backup_do_not_fit(run: Run, kiosk_home: Path, file: Path, tmp_path: Path) -> None:
    takes_in(kiosk_home, "LATER11111")
    assert run("backup", "create", tmp_path / "newer").exit_code == 0
    old, new = file.read_bytes(), (tmp_path / "newer").read_bytes()
    file.write_bytes(new[: 4096 * 3] + old[4096 * 3 :])
    assert "damaged" in run("backup", "verify", file).stderr


@pytest.mark.parametrize("act", ["verify", "restore"])
def test_an_old_backup_is_refused(run: Run, file: Path, days_later: Callable[[float], None], act: str) -> None:
    days_later(13.9)
    assert run("backup", "verify", file).exit_code == 0
    days_later(14.1)
    refused = run("backup", act, file)
    assert (refused.exit_code, "older than 14 days" in refused.stderr) == (1, True)
    days_later(-1)
    refused = run("backup", act, file)
    assert (refused.exit_code, "Set it first" in refused.stderr) == (1, True)


def test_what_was_erased_since_stays_erased_and_what_expired_since_goes(
    run: Run, kiosk_home: Path, tmp_path: Path, days_later: Callable[[float], None]
) -> None:
    takes_in(kiosk_home, "LATER11111")
    for waybill, days in (("FIRST11111", 25), ("LATER11111", 20)):
        leaves(kiosk_home, waybill, days)
    assert run("backup", "create", tmp_path / "backup").exit_code == 0
    with open_home(kiosk_home) as kiosk:  # by a clock that is right, six days later; this machine's is behind now
        assert sum(erase_expired(kiosk.store, kiosk.clock.now() + timedelta(days=6), 30)) == 1
    done = json.loads(run("backup", "restore", tmp_path / "backup", "--json").stdout)
    assert done["erased"] == 1
    assert states(kiosk_home) == {
        "FIRST11111": None,
        SECRET: ParcelState.WAITING,
        "LATER11111": ParcelState.HANDED_OVER,
    }
    assert run("ledger", "verify").exit_code == 0
    days_later(11)
    done = json.loads(run("backup", "restore", tmp_path / "backup", "--json").stdout)
    assert done["erased"] == 2
    assert states(kiosk_home)["LATER11111"] is None


def test_a_backup_from_before_a_rotation_comes_back_under_the_new_keys(
    run: Run, kiosk_home: Path, file: Path, tmp_path: Path
) -> None:
    assert run("keys", "rotate", "--sheet", tmp_path / "new.txt").exit_code == 0
    assert run("backup", "restore", file).exit_code == 0
    assert states(kiosk_home)[SECRET] is ParcelState.WAITING
    (kiosk_home / "keys" / "device.key").unlink()
    assert run("init", "--recover", "--sheet", tmp_path / "sheet.txt").exit_code == 1, "void it stays"
    assert run("init", "--recover", "--sheet", tmp_path / "new.txt").exit_code == 0
    assert states(kiosk_home)[SECRET] is ParcelState.WAITING


def test_a_store_that_is_damaged_or_gone_is_replaced(run: Run, kiosk_home: Path, file: Path) -> None:
    (kiosk_home / "store.db").write_bytes(b"rubbish" * 1000)
    assert "nobody can say what was lost" in run("backup", "restore", file).stdout
    (kiosk_home / "store.db").unlink()
    assert run("backup", "restore", file).exit_code == 0
    assert states(kiosk_home)[SECRET] is ParcelState.WAITING


def test_a_serving_kiosk_is_left_alone_and_so_is_a_file_that_is_no_backup(
    run: Run, kiosk_home: Path, file: Path
) -> None:
    with serving(kiosk_home):
        assert run("backup", "restore", file).exit_code == 1
    file.write_text("a letter")
    assert run("backup", "create", file).exit_code == 1
    assert file.read_text() == "a letter"
