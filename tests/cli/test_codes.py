"""`kiosk codes` and `kiosk ledger`: one moment to read a code, and a record that tells."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.cli.home import open_home
from kiosk.parcel import CodeKind

Run = Callable[..., Result]
S10, OTHER = "RB123456785ES", "PX0123456789"


@pytest.fixture
def received(run: Run) -> dict[str, str]:
    run("parcels", "receive", OTHER, "--place", "B-13")
    answer: dict[str, str] = json.loads(run("parcels", "receive", S10, "--place", "B-12", "--json").stdout)
    return answer


def opens(home: Path, token: str) -> list[str | None]:
    """The waybills that a token opens; none when it is revoked."""
    with open_home(home) as kiosk:
        pickup = kiosk.store.pickups.find(CodeKind.TOKEN, token)
        assert pickup is not None
        return [] if pickup.revoked_at else [parcel.waybill for parcel in pickup.parcels]


def test_issue_makes_one_code_for_several_and_ends_the_earlier(
    run: Run, kiosk_home: Path, received: dict[str, str]
) -> None:
    result = run("codes", "issue", S10, OTHER, "--json")
    answer = json.loads(result.stdout)
    assert set(answer) == {"token", "typed_code"}
    assert sorted(map(str, opens(kiosk_home, answer["token"]))) == [OTHER, S10]
    assert opens(kiosk_home, received["token"]) == []
    alone = run("codes", "issue", S10)
    assert "HK1:" in alone.stdout
    assert "1 more" in alone.stderr


def test_issue_writes_a_picture_for_its_owner_alone(
    run: Run, kiosk_home: Path, received: dict[str, str], tmp_path: Path
) -> None:
    picture = tmp_path / "code.png"
    assert run("codes", "issue", S10, "--png", picture).exit_code == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert stat.S_IMODE(picture.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["code.png", kiosk_home.name]


def test_no_code_is_made_whose_picture_cannot_be_kept(
    run: Run, kiosk_home: Path, received: dict[str, str], tmp_path: Path
) -> None:
    for words in (
        ("issue", S10, "--png", tmp_path / "none" / "code.png"),
        ("slip", S10, tmp_path / "none" / "slip.svg"),
    ):
        result = run("codes", *words)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "No code was made" in result.stderr
    assert opens(kiosk_home, received["token"]) == [S10]


def test_revoke(run: Run, kiosk_home: Path, received: dict[str, str]) -> None:
    assert run("codes", "revoke", S10).exit_code == 0
    assert opens(kiosk_home, received["token"]) == []
    again = run("codes", "revoke", S10)
    assert (again.exit_code, again.stdout) == (1, "")
    assert "no valid code" in again.stderr


@pytest.mark.parametrize(("name", "start"), [("slip.svg", b"<svg"), ("slip.PNG", b"\x89PNG")])
def test_a_slip_is_a_new_code(run: Run, kiosk_home: Path, received: dict[str, str], name: str, start: bytes) -> None:
    file = kiosk_home.parent / name
    result = run("codes", "slip", S10, file)
    assert result.exit_code == 0, result.stderr
    assert file.read_bytes().startswith(start)
    assert opens(kiosk_home, received["token"]) == []


@pytest.mark.parametrize(
    "words", [("issue", S10), ("revoke", S10), ("slip", S10, "slip.svg"), ("issue", "no"), ("revoke", "")]
)
def test_codes_of_parcels_that_are_not_here(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("codes", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert S10 not in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_the_ledger_verifies(run: Run, received: dict[str, str]) -> None:
    answer = json.loads(run("ledger", "verify", "--json").stdout)
    assert (answer["ok"], answer["entries"], answer["first_bad"]) == (True, 4, None)
    assert len(bytes.fromhex(answer["root"])) == 32
    assert answer["root"] in run("ledger", "verify").stdout


def test_a_changed_entry_is_named(run: Run, kiosk_home: Path, received: dict[str, str]) -> None:
    with open_home(kiosk_home) as kiosk:
        key = kiosk.store.keys.store_key.hex()
    connection = sqlcipher.connect(str(kiosk_home / "store.db"))
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("UPDATE journal SET sealed = (SELECT sealed FROM journal WHERE seq = 0) WHERE seq = 2")
    connection.commit()
    connection.close()
    result = run("ledger", "verify", "--json")
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["ok"], answer["first_bad"]) == (1, False, 2)
    assert "entry 2 is wrong" in result.stderr
    assert run("ledger", "verify").stdout == ""


def test_a_slip_on_paper_and_none_where_there_is_no_printer(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    run("parcels", "receive", S10, "--place", "B-12")
    with open_home(kiosk_home) as kiosk:
        before = kiosk.store.pickups.count()
    refused = run("codes", "slip", S10, "--print")
    assert (refused.exit_code, "no printer" in refused.stderr) == (1, True)
    assert run("codes", "slip", S10).exit_code == 2
    with open_home(kiosk_home) as kiosk:
        assert kiosk.store.pickups.count() == before
    _printer(kiosk_home, tmp_path)
    assert run("codes", "slip", S10, "--print").exit_code == 0
    assert run("clerks", "add", "Lu", "--pin-file", _pin(tmp_path)).exit_code == 0
    assert run("clerks", "badge", "Lu", "--print").exit_code == 0
    assert run("parcels", "sheet", "--print").exit_code == 0
    assert len(list((tmp_path / "paper").glob("*.pdf"))) == 3


def test_the_sheet_as_a_pdf(run: Run, tmp_path: Path) -> None:
    run("parcels", "receive", S10, "--place", "B-12")
    assert run("parcels", "sheet", "--out", tmp_path / "sheet.html").exit_code == 2
    assert run("parcels", "sheet", "--out", tmp_path / "sheet.pdf").stdout == ""
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")


def _printer(home: Path, tmp_path: Path) -> None:
    (tmp_path / "paper").mkdir()
    file = home / "kiosk.toml"
    chosen = f'kind = "pdf"\naddress = "{tmp_path}/paper"'
    file.write_text(file.read_text().replace('kind = "none"\naddress = ""', chosen), encoding="utf-8")


def _pin(tmp_path: Path) -> Path:
    file = tmp_path / "pin"
    file.write_text("735190\n", encoding="utf-8")
    file.chmod(0o600)
    return file


@pytest.mark.parametrize(("name", "begins"), [("sheet.pdf", b"%PDF-1.6"), ("sheet.SVG", b"<svg")])
def test_the_test_sheet_needs_no_kiosk(tmp_path: Path, name: str, begins: bytes) -> None:
    done = CliRunner().invoke(main, ["codes", "test-sheet", str(tmp_path / name), "--home", str(tmp_path / "none")])
    assert (done.exit_code, (tmp_path / name).read_bytes()[: len(begins)]) == (0, begins)
    assert CliRunner().invoke(main, ["codes", "test-sheet", str(tmp_path / "sheet.png")]).exit_code == 2
