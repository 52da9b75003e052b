"""Settings carried from one kiosk to another by a code: shown first, checked like a file, and never a depot's own."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk import settings as settings_file
from kiosk.cli import main
from kiosk.codes import provisioning
from kiosk.errors import SettingsFault
from kiosk.settings import Carrier, Depot, Settings, parse, to_toml
from kiosk.technician.carried import carried, refuse_own
from kiosk.technician.init import make_home

Run = Callable[..., Result]
OWN = """
[depot]
tag = "7KQ2"
name = "Corner depot"
answers = "Corner Ltd"
[[stations]]
name = "left"
camera = "/dev/v4l/by-id/usb-SERIAL4711-video-index0"
[reader]
require_sandbox = false
mounting = "above"
[release]
how = "clerk"
[printer]
kind = "escpos"
address = "printer.corner:9100"
[intake]
watch = "/srv/corner"
keep_good = true
[desk]
reports = "/srv/reports"
[backup]
folder = "/media/corner"
keep_days = 7
[[carriers]]
name = "Quick"
waybill = "Q[0-9]{8}"
"""


@pytest.fixture
def kiosk_home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    make_home(home, parse(OWN))
    return home


def init(home: Path, *words: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["init", "--home", str(home), *map(str, words)], input=typed)


@pytest.mark.parametrize("name", ["code.png", "code.svg"])
def test_a_code_carries_what_is_not_the_depots_own(run: Run, tmp_path: Path, name: str) -> None:
    assert run("codes", "settings", tmp_path / name).exit_code == 0
    source: str | Path = tmp_path / name
    if name.endswith("svg"):  # a drawing is read by a person's camera; here its text stands for that
        source = provisioning.encode(carried(parse(OWN)))
    (tmp_path / "answers.toml").write_text('[depot]\nname = "Station Road"\n[release]\nopen_minutes = 20\n')
    made = init(tmp_path / "new", "--from", source, "--answers", tmp_path / "answers.toml", typed="y\n")
    assert made.exit_code == 0, made.output
    assert "release.how = 'clerk'" in made.stderr
    new = settings_file.load(tmp_path / "new")
    assert (new.release.how, new.release.open_minutes, new.reader.mounting) == ("clerk", 20, "above")
    assert (new.intake.keep_good, new.backup.keep_days, new.printer.kind) == (True, 7, "escpos")
    assert new.carriers == (Carrier("Quick", waybill="Q[0-9]{8}"),)
    assert new.depot.tag != "7KQ2"
    own = to_toml(new) + made.output
    for secret in ("7KQ2", "Corner", "SERIAL4711", "/srv", "/media", "require_sandbox = false", "printer.corner"):
        assert secret not in own


def test_every_setting_is_either_carried_or_own() -> None:
    """A field that a later version adds is carried unless it is marked as own: whoever adds a path or a name must think of it here."""
    own = {
        f"{table.name}.{one.name}"
        for table in dataclasses.fields(Settings)
        if not table.metadata.get("own") and dataclasses.is_dataclass(getattr(Settings(Depot("0000")), table.name))
        for one in dataclasses.fields(getattr(Settings(Depot("0000")), table.name))
        if one.metadata.get("own")
    }
    assert own >= {
        "reader.require_sandbox",
        "printer.address",
        "intake.watch",
        "desk.reports",
        "backup.folder",
        "wedge.window",
    }
    paths = {"watch", "folder", "address", "reports", "monitor", "camera"}
    assert {name.split(".")[1] for name in own} >= paths - {"camera"}, "stations are own as a whole"


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        ({"depot": {"tag": "7KQ2"}}, "sets depot, "),
        ({"stations": [{"camera": "/dev/video0"}]}, "sets stations, "),
        ({"reader": {"require_sandbox": False}}, "sets reader.require_sandbox, "),
        ({"printer": {"kind": "pdf", "address": "/etc"}}, "sets printer.address, "),
        ({"release": {"how": "shout"}}, "release.how must be one of"),
        ({"release": 7}, "release must be a table"),
        ({"nonsense": {}}, "nonsense is not known"),
        ({"carriers": [{"name": "x", "waybill": "("}]}, "no regular expression|not a regular expression"),
    ],
)
def test_a_code_that_sets_what_it_must_not_makes_nothing(
    tmp_path: Path, tables: dict[str, object], sentence: str
) -> None:
    with pytest.raises(SettingsFault, match=sentence):
        refuse_own(tables)
    made = init(tmp_path / "new", "--from", provisioning.encode(tables), "--answers", "/dev/null", typed="y\n")
    assert (made.exit_code, made.stdout) == (1, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("typed", ["n\n", ""])
def test_what_is_not_taken_makes_nothing(tmp_path: Path, typed: str) -> None:
    text = provisioning.encode({"release": {"how": "tap"}})
    made = init(tmp_path / "new", "--from", text, "--answers", "/dev/null", typed=typed)
    assert made.exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_value_cannot_steer_the_terminal(tmp_path: Path) -> None:
    text = provisioning.encode({"wedge": {"prefix": "\x1b[2J"}})
    made = init(tmp_path / "new", "--from", text, "--answers", "/dev/null", typed="n\n")
    assert "\x1b" not in made.stderr
    assert "wedge.prefix = '\\x1b[2J'" in made.stderr
