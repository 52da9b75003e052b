"""`kiosk keys rotate`, recovery sheets, `kiosk init --recover`."""

import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.cli.home import open_home
from kiosk.codes.recovery import Secret, parse
from kiosk.ledger import events
from kiosk.ledger.checkpoint import PublicKey
from kiosk.ledger.checkpoint import parse as parse_note
from kiosk.settings import load

Run = Callable[..., Result]


def sheet_of(untrusted_text: str) -> Secret:
    found = parse(untrusted_text)
    assert isinstance(found, Secret)
    return found


def init(home: Path, *words: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["init", "--home", str(home), *map(str, words)], input=typed)


@pytest.mark.parametrize("name", ["sheet.svg", "sheet.txt"])
def test_a_sheet_is_written_where_asked_and_opens_the_keys_again(tmp_path: Path, name: str) -> None:
    home, sheet = tmp_path / "home", tmp_path / name
    assert init(home, "--answers", "/dev/null", "--sheet", sheet).exit_code == 0
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600
    assert "Recovery sheet" in sheet.read_text()
    assert f"Parcel depot, {load(home).depot.tag}, 20" in sheet.read_text(), (
        "whose it is, and of which day: only the last one opens"
    )
    words = sheet_of(sheet.read_text()).words
    for path in home.rglob("*"):
        assert path.is_dir() or not any(word.encode() in path.read_bytes() for word in words)
    (home / "keys" / "device.key").unlink()
    result = init(home, "--recover", "--sheet", sheet)
    assert (result.exit_code, result.stderr) == (0, "")
    with open_home(home) as kiosk:
        assert [entry.event for entry in kiosk.store.journal.entries()] == [events.KeysRecovered()]


def test_without_being_asked_no_sheet_is_made(tmp_path: Path) -> None:
    result = init(tmp_path / "home", "--answers", "/dev/null")
    assert "no recovery sheet" in result.stdout
    assert not re.search("HKS:", result.stdout)


def test_a_sheet_never_lies_in_the_home(tmp_path: Path, run: Run, kiosk_home: Path) -> None:
    result = init(tmp_path / "other", "--answers", "/dev/null", "--sheet", tmp_path / "other" / "sheet.svg")
    assert (result.exit_code, (tmp_path / "other").exists()) == (1, False)
    assert "must not lie in the kiosk's home" in result.stderr
    ring = (kiosk_home / "keys" / "ring").read_bytes()
    assert run("keys", "rotate", "--sheet", kiosk_home / "keys" / "sheet.txt").exit_code == 1
    assert (kiosk_home / "keys" / "ring").read_bytes() == ring


def test_rotation_shows_a_sheet_and_makes_the_last_one_void(run: Run, kiosk_home: Path) -> None:
    first, second = (run("keys", "rotate") for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0)
    old, new = (sheet_of(result.stdout) for result in (first, second))
    assert old != new
    assert "void" in second.stderr
    (kiosk_home / "keys" / "device.key").unlink()
    refused = run("init", "--recover", typed=" ".join(old.words) + "\n")
    assert refused.exit_code == 1
    assert "made void by a rotation" in refused.stderr
    wrong = run("init", "--recover", typed=" ".join(("abcde", *new.words[1:])) + "\n")
    assert "Word 1 of the recovery sheet cannot be right" in wrong.stderr
    assert run("init", "--recover", typed=new.text + "\n").exit_code == 0
    with open_home(kiosk_home) as kiosk:
        kinds = [type(entry.event) for entry in kiosk.store.journal.entries()]
        assert kinds == [events.KeysRotated, events.KeysRotated, events.KeysRecovered]


def note_of(run: Run) -> str:
    note, _, _ = run("ledger", "checkpoint").stdout.partition("\nHKC:")
    return note


def test_another_signing_key_is_named_by_the_one_before_and_what_was_given_away_stays_good(run: Run) -> None:
    first = run("ledger", "key").stdout.split()[0]
    notes = [note_of(run)]
    for _ in range(2):
        changed = run("keys", "rotate-signing")
        assert (changed.exit_code, "make a backup" in changed.stderr) == (0, True)
        notes.append(note_of(run))
    listed = [PublicKey.parse(line.split()[0]) for line in run("ledger", "key").stdout.splitlines()]
    assert [key.text for key in listed] == [first, listed[1].text, changed.stdout.strip()]
    for number, note in enumerate(notes):
        assert [parse_note(note).by(key) for key in listed] == [other == number for other in range(3)]
        assert run("ledger", "verify", "--against", note).exit_code == 0


def test_a_backup_from_before_another_signing_key_is_restored_and_names_it_anew(run: Run, tmp_path: Path) -> None:
    older = tmp_path / "older"
    assert run("backup", "create", older).exit_code == 0
    before = note_of(run)
    run("keys", "rotate-signing")
    lost = note_of(run)
    present = run("ledger", "key").stdout.splitlines()[-1].split()[0]
    for act in ("verify", "restore"):
        assert run("backup", act, older).exit_code == 0
    assert run("ledger", "key").stdout.splitlines()[-1].split()[0] == present
    for note in (before, lost, note_of(run)):
        assert run("ledger", "verify", "--against", note).exit_code == 0
    run("keys", "rotate-signing")
    run("keys", "rotate-signing")
    refused = run("backup", "verify", older)
    assert (refused.exit_code, "signing key was changed more than once" in refused.stderr) == (1, True)


def test_a_kiosk_under_a_passphrase_asks_for_it(tmp_path: Path) -> None:
    home, passphrase = tmp_path / "home", "river boat lantern"
    typed = f"{passphrase}\n{passphrase}\n"
    assert init(home, "--answers", "/dev/null", "--device", "passphrase", typed=typed).exit_code == 0
    runner = CliRunner()
    listed = runner.invoke(main, ["parcels", "list", "--json", "--home", str(home)], input=f"{passphrase}\n")
    assert listed.exit_code == 0
    assert passphrase not in listed.output
    wrong = runner.invoke(main, ["parcels", "list", "--home", str(home)], input="another passphrase\n")
    assert wrong.exit_code == 1
    assert "does not open the key ring" in wrong.stderr


def test_an_empty_home_waits_for_its_backup(tmp_path: Path) -> None:
    secret = Secret(bytes(range(20)))
    result = init(tmp_path / "home", "--recover", typed=secret.text + "\n")
    assert result.exit_code == 0
    assert "kiosk backup restore" in result.stdout
    kept = (tmp_path / "home" / "keys" / "recovered").read_bytes()
    assert not any(word.encode() in kept for word in secret.words)
    assert secret.content not in kept


def test_recovery_takes_no_answers(tmp_path: Path) -> None:
    result = init(tmp_path / "home", "--recover", "--answers", "/dev/null")
    assert (result.exit_code, (tmp_path / "home").exists()) == (2, False)
