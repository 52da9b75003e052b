"""`kiosk ledger`: what it says of a whole ledger, a changed one, an older copy and a restored one; what it gives away."""

import base64
import hashlib
import json
import secrets
import shutil
from pathlib import Path

import pytest

from kiosk.cli.home import open_home
from kiosk.ledger import checkpoint
from kiosk.ledger.checkpoint import PublicKey
from kiosk.ledger.events import KioskStarted
from kiosk.ledger.merkle import Frontier, leaf_hash
from kiosk.store import How
from tests.cli.conftest import Run


@pytest.fixture
def kept(run: Run, kiosk_home: Path, tmp_path: Path) -> Path:
    """A checkpoint that left the machine, over four entries."""
    for number in (1, 2):
        assert run("parcels", "receive", f"PARCEL000{number}", "--place", "B-12").exit_code == 0
    file = tmp_path / "kept.txt"
    note, _, _ = run("ledger", "checkpoint").stdout.rpartition("\n\n")
    file.write_text(note)
    return file


def test_a_checkpoint_is_a_note_a_code_and_a_picture_and_all_three_serve(run: Run, kept: Path, tmp_path: Path) -> None:
    result = run("ledger", "checkpoint", "--png", str(tmp_path / "kept.png"))
    note, _, code = result.stdout.rstrip("\n").rpartition("\n\n")
    assert checkpoint.parse(note) == checkpoint.parse(code)
    assert checkpoint.parse(note).checkpoint.size == 4
    (tmp_path / "code.txt").write_text(code)
    for against in (code, str(tmp_path / "code.txt"), str(kept), str(tmp_path / "kept.png")):
        result = run("ledger", "verify", "--against", against)
        assert (result.exit_code, "It begins with the 4 entries" in result.stdout) == (0, True), result.stderr


def test_without_a_checkpoint_it_says_what_it_cannot_know(run: Run, kept: Path) -> None:
    assert "an older copy of the whole store would look just as whole" in run("ledger", "verify").stdout
    answer = run("ledger", "verify", "--json")
    assert json.loads(answer.stdout).keys() == {"ok", "entries", "root", "first_bad"}
    assert "older copy" in answer.stderr


def test_the_whole_store_rolled_back_to_an_older_copy_is_found(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    run("parcels", "receive", "PARCEL0001", "--place", "B-12")
    shutil.copy(kiosk_home / "store.db", tmp_path / "older.db")
    run("parcels", "receive", "PARCEL0002", "--place", "B-12")
    kept = run("ledger", "checkpoint").stdout.splitlines()[-1]
    shutil.copy(tmp_path / "older.db", kiosk_home / "store.db")
    for beside in kiosk_home.glob("store.db-*"):
        beside.unlink()
    assert run("ledger", "verify").exit_code == 0, "nothing inside can tell"
    result = run("ledger", "verify", "--against", kept, "--json")
    assert (result.exit_code, json.loads(result.stdout)["first_bad"]) == (1, 2)
    assert "or the whole store is an older copy, and no restore is recorded" in result.stderr


def test_a_restored_kiosks_lost_entries_are_told_from_fraud(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    run("parcels", "receive", "PARCEL0001", "--place", "B-12")
    shutil.copy(kiosk_home / "store.db", tmp_path / "older.db")
    run("parcels", "receive", "PARCEL0002", "--place", "B-12")
    kept = run("ledger", "checkpoint").stdout.splitlines()[-1]
    shutil.copy(tmp_path / "older.db", kiosk_home / "store.db")
    for beside in kiosk_home.glob("store.db-*"):
        beside.unlink()
    with open_home(kiosk_home) as kiosk, kiosk.store.transaction():
        kiosk.store.journal.begin_epoch(at=kiosk.clock.now(), act=secrets.token_bytes(16))
    result = run("ledger", "verify", "--against", kept)
    assert (result.exit_code, "before this kiosk was restored" in result.stdout) == (0, True), result.stderr


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("UPDATE parcels SET state = 'missing' WHERE id = 2", "parcel 2 is not where entry 2 says"),
        ("UPDATE journal SET sealed = x'00' WHERE seq = 3", "entry 3 is wrong"),
        ("DELETE FROM journal WHERE seq = 3", "the entries from 3 on are gone"),
        ("DELETE FROM subjects WHERE first = 1", "entry 1 cannot be read, and no erasure explains it"),
        ("UPDATE witnesses SET root = zeroblob(32)", "was not signed by this kiosk"),
    ],
)
def test_what_was_changed_is_said(run: Run, kiosk_home: Path, kept: Path, sql: str, says: str) -> None:
    with open_home(kiosk_home) as kiosk:
        kiosk.store._database.run(sql)
    result = run("ledger", "verify", "--against", str(kept))
    assert (result.exit_code, says in result.stderr) == (1, True), result.stderr
    assert result.stdout == ""


def test_a_checkpoint_that_is_not_ours_says_nothing_of_the_ledger(run: Run, kept: Path, tmp_path: Path) -> None:
    signed = checkpoint.parse(kept.read_text())
    key = PublicKey.parse(run("ledger", "key").stdout.split()[0])
    assert signed.by(key)
    other = signed.note.replace("4\n", "3\n", 1)
    result = run("ledger", "verify", "--against", other)
    assert (result.exit_code, "not genuine" in result.stderr) == (1, True)
    run("init", "--home", str(tmp_path / "other"), "--answers", str(_answers(tmp_path)))
    result = run("ledger", "verify", "--home", str(tmp_path / "other"), "--against", str(kept))
    assert (result.exit_code, "another kiosk's" in result.stderr) == (1, True)
    for nonsense in ("HKC:ABC", "", str(tmp_path)):
        result = run("ledger", "verify", "--against", nonsense)
        assert (result.exit_code, "no checkpoint and no receipt" in result.stderr) == (1, True)


def test_keys_have_their_ranges_and_a_changed_one_is_named_by_the_old(run: Run, kiosk_home: Path, kept: Path) -> None:
    new = secrets.token_bytes(32)
    with open_home(kiosk_home) as kiosk:
        with kiosk.store.transaction():
            entry = kiosk.store.checkpoints.change_key(new, at=kiosk.clock.now(), act=secrets.token_bytes(16))
        first, second = kiosk.store.checkpoints.signers()
        assert (first.after, first.until, second.after, second.until) == (0, entry.seq, entry.seq, None)
        with kiosk.store.transaction():
            signed = kiosk.store.checkpoints.make(How.ASKED, at=kiosk.clock.now())
        assert signed.by(second.key)
        assert not signed.by(first.key)
        assert checkpoint.parse(kept.read_text()).by(first.key)


def test_a_checkpoint_is_kept_every_thousand_entries(kiosk_home: Path) -> None:
    with open_home(kiosk_home) as kiosk:
        for entries, kept in ((999, 0), (1_300, 1)):
            with kiosk.store.transaction():
                for _ in range(entries):
                    kiosk.store.journal.append(KioskStarted("1"), at=kiosk.clock.now(), act=entries.to_bytes(16))
            assert kiosk.store.witnesses.count() == kept
        witnesses = list(kiosk.store.witnesses.all())
        assert [(one.how, one.signed.checkpoint.size) for one in witnesses] == [(How.INTERVAL, 2_299)]
        assert witnesses[0].signed.by(kiosk.store.checkpoints.public_key())


def test_an_exported_ledger_can_be_computed_by_anybody(run: Run, kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    assert run("ledger", "export", str(file)).stdout == "4 entries written.\n"
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    tree = Frontier()
    for line in lines[:-1]:
        content = base64.b64decode(line["salt"]) + line["body"].encode()
        assert hashlib.sha256(b"\x00" + content).hexdigest() == line["leaf"] == leaf_hash(content).hex()
        tree.append(leaf_hash(content))
    assert checkpoint.parse(lines[-1]["checkpoint"]).checkpoint.root == tree.root()
    assert run("ledger", "export", str(file)).exit_code == 1


def _answers(folder: Path) -> Path:
    file = folder / "answers.toml"
    file.write_text('[depot]\nname = "Other"\n')
    return file
