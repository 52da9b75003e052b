"""`kiosk clerks`: PINs are asked for and shown nowhere, badges are pictures for their owner alone."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from kiosk.cli.clerks import SENTENCES
from kiosk.cli.home import open_home
from kiosk.desk.clerks import Standing
from kiosk.policy.pin import Weakness
from kiosk.policy.roles import Lacking
from kiosk.policy.words import Unfit
from kiosk.store import pins

Run = Callable[..., Result]
PIN = "739415"
TWICE = f"{PIN}\n{PIN}\n"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)


def known(run: Run) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("clerks", "list", "--json").stdout)["clerks"]
    return found


def fits(home: Path, name: str, pin: str) -> bool:
    with open_home(home) as kiosk:
        clerk = kiosk.store.clerks.by_name(name)
        assert clerk is not None
        return kiosk.store.clerks.fits(clerk, pin)


def test_a_day_of_clerks(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    first = run("clerks", "add", "Ana", "--badge", tmp_path / "ana.svg", typed=TWICE)
    assert first.exit_code == 0, first.stderr
    assert PIN not in first.output
    assert "supervisor" in first.stdout
    drawn = (tmp_path / "ana.svg").read_text()
    assert "Ana" in drawn
    assert stat.S_IMODE((tmp_path / "ana.svg").stat().st_mode) == 0o600
    assert run("clerks", "add", typed=TWICE).exit_code == 0
    assert [(one["name"], one["role"], one["state"]) for one in known(run)] == [
        ("Ana", "supervisor", "ready"),
        ("Clerk 2", "clerk", "ready"),
    ]
    assert run("clerks", "reset-pin", "ana", typed="506183\n506183\n").exit_code == 0
    assert fits(kiosk_home, "Ana", "506183")
    assert run("clerks", "badge", "clerk 2", tmp_path / "two.png").exit_code == 0
    assert (tmp_path / "two.png").read_bytes().startswith(b"\x89PNG")
    assert run("clerks", "disable", "Clerk 2").exit_code == 0
    assert "disabled" in run("clerks", "list").stdout


def test_a_pin_from_a_file_that_only_its_owner_can_read(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    file = tmp_path / "pin"
    file.write_text(f"{PIN}\n")
    file.chmod(0o644)
    refused = run("clerks", "add", "Ana", "--pin-file", file)
    assert (refused.exit_code, known(run)) == (1, [])
    assert "chmod 600" in refused.stderr
    file.chmod(0o600)
    assert run("clerks", "add", "Ana", "--pin-file", file).exit_code == 0
    assert fits(kiosk_home, "Ana", PIN)


@pytest.mark.parametrize(
    ("words", "typed", "sentence"),
    [
        (("add", "Ana"), "123456\n123456\n", SENTENCES[Weakness.RUN]),
        (("add", "Ana"), "", "Not everything was answered"),
        (("add", "Clerk 9"), TWICE, SENTENCES[Unfit.GIVEN]),
        (("add", "--role", "clerk"), TWICE, SENTENCES[Standing.FIRST_IS_SUPERVISOR]),
        (("disable", "612345678"), "", "no such clerk"),
        (("reset-pin", "nobody"), TWICE, "no such clerk"),
        (("badge", "nobody", "b.svg"), "", "no such clerk"),
    ],
)
def test_refused(  # noqa: PLR0917  # the cases stand in columns
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], typed: str, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("clerks", *words, typed=typed)
    assert (result.exit_code, result.stdout) == (1, "")
    assert sentence in result.stderr
    assert "612345678" not in result.output
    assert known(run) == []
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_the_last_supervisor_and_a_name_taken(run: Run) -> None:
    run("clerks", "add", "Ana", typed=TWICE)
    assert SENTENCES[Standing.LAST_SUPERVISOR] in run("clerks", "disable", "Ana").stderr
    assert "Choose another" in run("clerks", "add", "ANA", typed=TWICE).stderr


def test_a_badge_file_has_a_form_that_it_can_have(run: Run) -> None:
    assert run("clerks", "badge", "Ana", "badge.jpg").exit_code == 2
    assert run("clerks", "add", "Ana", "--badge", "badge.jpg", typed=TWICE).exit_code == 2


def test_every_problem_has_its_sentence() -> None:
    assert set(SENTENCES) == {*Weakness, *Unfit, *Standing, *Lacking}
