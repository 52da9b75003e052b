"""`kiosk erase`: what expired; everything; and a clock that is in doubt."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.cli.home import open_home
from kiosk.clock import Clock
from kiosk.desk import intake
from kiosk.errors import StoreFault
from kiosk.ledger import checkpoint
from kiosk.parcel import ParcelState
from kiosk.policy.retention import Reading, Seen
from kiosk.store import Store
from kiosk.store.lock import serving

Run = Callable[..., Result]


@pytest.fixture
def old(kiosk_home: Path) -> Path:
    """A home with a parcel that was handed over 31 days ago, and one that waits."""
    with open_home(kiosk_home) as kiosk:
        for waybill in ("OLD123456", "NEW123456"):
            intake.receive(kiosk.store, kiosk.settings, kiosk.clock, waybill, "B-12")
        parcel = kiosk.store.parcels.by_waybill("OLD123456")
        assert parcel is not None
        kiosk.store.parcels.change(parcel.id, ParcelState.HANDED_OVER, kiosk.clock.now() - timedelta(days=31))
    return kiosk_home


def test_what_expired_is_erased(run: Run, old: Path) -> None:
    erased = run("erase").stdout
    assert erased.startswith("1 parcels are erased")
    assert f"From backups they are gone by {Clock(ZoneInfo('Europe/Madrid')).today() + timedelta(days=14)}" in erased
    assert run("erase").stdout.startswith("0 parcels are erased")
    assert run("parcels", "show", "OLD123456").exit_code == 1
    assert run("parcels", "show", "NEW123456").exit_code == 0
    assert run("ledger", "verify").exit_code == 0


@pytest.mark.parametrize(("days", "sentence"), [(400, "is behind"), (-400, "ahead")])
def test_a_clock_in_doubt_erases_nothing_until_it_is_trusted(run: Run, old: Path, days: int, sentence: str) -> None:
    with open_home(old) as kiosk:
        kiosk.store.erasure.see(Seen(Reading(kiosk.clock.now() + timedelta(days=days)), 1.0, "another boot"))
    refused = run("erase")
    assert refused.exit_code == 1
    assert sentence in refused.stderr
    assert run("parcels", "show", "OLD123456").exit_code == 0
    trusted = run("erase", "--trust-clock")
    assert (trusted.exit_code, trusted.stdout[:1]) == (0, "1")


def test_everything_goes_keys_first(run: Run, old: Path, tmp_path: Path) -> None:
    keys = {path.name: path.read_bytes() for path in (old / "keys").iterdir()}
    with serving(old):
        assert run("erase", "--everything").exit_code == 1
    assert (old / "keys" / "ring").exists()
    (old / "left over").write_bytes(b"by somebody")
    result = run("erase", "--everything")
    assert result.exit_code == 0, result.output
    assert f"{len(keys)} keys destroyed first" in result.stdout
    assert "the store was tried once more, and it did not open" in result.stdout
    assert "0 left in the folder" in result.stdout
    assert list(old.iterdir()) == []
    note = result.stdout.partition("those destroyed:\n\n")[2].partition("\nDestroy by hand")[0]
    assert checkpoint.parse(note.strip()).checkpoint.size == 4
    assert run("erase", "--everything").exit_code == 1
    assert run("init", "--answers", "/dev/null").exit_code == 0, "the folder may be used again"


def test_a_power_cut_after_the_keys_leaves_nothing_that_opens(
    run: Run, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.technician.erase.shutil.rmtree", cut)
    assert run("erase", "--everything").exit_code == 130
    monkeypatch.undo()
    with pytest.raises(StoreFault):
        Store.open(old)
    assert run("erase", "--everything").exit_code == 0
    assert list(old.iterdir()) == []


def test_a_store_that_does_not_open_is_retired_all_the_same(run: Run, old: Path) -> None:
    (old / "store.db").write_bytes(b"rubbish" * 1000)
    result = run("erase", "--everything")
    assert (result.exit_code, "signed for the last time" in result.stdout) == (0, False)
    assert list(old.iterdir()) == []


def test_what_must_be_destroyed_elsewhere_is_named(tmp_path: Path) -> None:
    home = tmp_path / "home"
    words = ["init", "--answers", "/dev/null", "--sheet", str(tmp_path / "sheet.svg"), "--home", str(home)]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert (
        "the recovery sheet opens, and the sheet"
        in CliRunner().invoke(main, ["erase", "--everything", "--home", str(home)]).stdout
    )


def test_proof_is_not_claimed_where_the_store_still_opens(run: Run, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.technician.erase._does_not_open", lambda _: False)
    result = run("erase", "--everything")
    assert (result.exit_code, "IT OPENED" in result.stdout) == (1, True)


def test_a_folder_without_a_kiosk_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "one.txt").touch()
    assert run("erase", "--everything", "--home", tmp_path / "letters").exit_code == 1
    assert (tmp_path / "letters" / "one.txt").exists()
