"""What goes into the package beside the program: settings file, manual page, bill of materials, units. Each is made by its own script."""

import importlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.cli import COMMANDS
from kiosk.reader import process
from kiosk.settings import Carrier, Depot, Settings, Station, parse, to_toml

ROOT = Path(__file__).parents[2]
DEB = ROOT / "packaging" / "deb"
UNITS = DEB / "files/usr/lib/systemd/system"
SERVICES = {
    "kiosk.service": 2.5,
    "kiosk-reader@.service": 1.0,
    "kiosk-out-of-order.service": 2.5,
    "kiosk-health.service": 2.5,
}
"""The most that `systemd-analyze security` may give each; 10 is open."""
ANALYZE = shutil.which("systemd-analyze")


@pytest.fixture
def vulnerabilities(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module; it finds its neighbours as it does when it is run."""
    monkeypatch.syspath_prepend(str(DEB))
    return importlib.import_module("vulnerabilities")


def written(script: str, *words: str) -> str:
    command = [sys.executable, str(DEB / script), *words]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)
    return done.stdout


def test_the_settings_file_says_nothing_until_it_is_edited() -> None:
    text = written("conffile.py")
    assert [line for line in text.splitlines() if not line.startswith("#")] == []
    assert parse(to_toml(Settings(Depot(tag="9XYZ"))), text) == Settings(Depot(tag="9XYZ"))


def test_every_setting_stands_in_it_with_its_default_and_what_it_may_be() -> None:
    lines = [line.removeprefix("# ") for line in written("conffile.py").splitlines()]
    bare = [line for line in lines if re.match(r"\[|[a-z_]+ = ", line)]
    defaults = Settings(Depot(tag="7KQ2"), stations=(Station(),), carriers=(Carrier("Carrier"),))
    assert parse("\n".join(bare)) == defaults
    wanted = [line for line in to_toml(defaults).splitlines() if line]
    assert [line.partition("  # ")[0] for line in bare] == wanted, "none is left out"
    for line in bare:
        if re.search(r" = [\d.]+\b", line):
            assert re.search(r"#.* (\d[\d.]* to \d[\d.]*|\d+ \| \d+)$", line), f"no range: {line}"


def test_the_manual_page_names_every_command() -> None:
    page = written("manual.py")
    for command in COMMANDS:
        assert re.search(rf"^\.SS kiosk {command}\b", page, re.MULTILINE), command


def test_the_bill_of_materials_is_what_the_kiosk_runs_with_and_whole() -> None:
    bill = json.loads(written("bill.py", "0.1.0+deb12", "1795330000"))
    names = {one["name"] for one in bill["components"]}
    assert {"sqlcipher3", "pyside6-essentials", "zxing-cpp", "pycparser"} <= names
    assert not {"pytest", "ruff", "hypothesis", "pip"} & names
    refs = {one["bom-ref"] for one in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    told = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
    assert told.keys() == refs
    assert refs - {bill["metadata"]["component"]["bom-ref"]} == {ref for needs in told.values() for ref in needs}
    assert bill == json.loads(written("bill.py", "0.1.0+deb12", "1795330000"))


def test_a_package_that_was_not_looked_up_is_not_called_well(vulnerabilities: ModuleType) -> None:
    clean, unknown = {"name": "click", "version": "8.5.1", "vulns": []}, {"name": "mute", "skip_reason": "not found"}
    hole = {"id": "PYSEC-2026-1", "fix_versions": ["9.9"], "aliases": [], "description": "…"}
    holed = {"name": "cffi", "version": "2.1.1", "vulns": [hole, hole | {"id": "PYSEC-2026-2", "fix_versions": []}]}
    assert vulnerabilities.told([clean]) == "Known vulnerabilities: none in 1 locked packages.\n"
    assert "none in 1 locked packages; not looked up: mute." in vulnerabilities.told([clean, unknown])
    assert "not looked up, " in vulnerabilities.told([unknown, unknown])
    assert vulnerabilities.told([clean, holed]).splitlines() == [
        "Known vulnerabilities: 2 in 2 locked packages.",
        "  cffi 2.1.1: PYSEC-2026-1, mended in 9.9",
        "  cffi 2.1.1: PYSEC-2026-2, mended in no version yet",
    ]


@pytest.mark.skipif(ANALYZE is None, reason="there is no systemd-analyze on this machine")
@pytest.mark.parametrize(("unit", "most"), SERVICES.items())
def test_each_service_is_shut_in(unit: str, most: float) -> None:
    command = [str(ANALYZE), "security", "--offline=yes", "--no-pager", str(UNITS / unit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"exposure level for \S+: ([\d.]+)", done.stdout)
    assert found, done.stdout + done.stderr
    assert float(found[1]) <= most


@pytest.mark.skipif(ANALYZE is None, reason="there is no systemd-analyze on this machine")
def test_the_units_are_as_systemd_wants_them() -> None:
    units = [str(path) for path in UNITS.glob("kiosk*") if path.suffix != ".d"]
    assert len(units) == 6
    done = subprocess.run(
        [str(ANALYZE), "verify", *units],
        env={"SYSTEMD_UNIT_PATH": f"{UNITS}:"},
        capture_output=True,
        text=True,
        check=False,
    )
    not_here = re.compile(r"Command \S+ is not executable: No such file|Unit seatd.service not found")
    assert [line for line in done.stderr.splitlines() if not not_here.search(line)] == []


def test_the_reader_has_the_same_environment_as_a_service_and_as_a_child() -> None:
    unit = (UNITS / "kiosk-reader@.service").read_text(encoding="utf-8")
    pairs = " ".join(re.findall(r"^Environment=(.*)$", unit, re.MULTILINE)).split()
    assert dict(pair.split("=", 1) for pair in pairs) == process._ENVIRONMENT


def test_cameras_are_the_reader_s_alone() -> None:
    texts = {name: (UNITS / name).read_text(encoding="utf-8") for name in SERVICES}
    assert [name for name, text in texts.items() if "video4linux" in text] == ["kiosk-reader@.service"]
    assert all("DevicePolicy=closed" in text and "IPAddressDeny=any" in text for text in texts.values())
    assert all("LimitCORE=0" in text and "MemorySwapMax=0" in text for text in texts.values())


@pytest.mark.parametrize("script", ["preinst", "postinst", "prerm", "postrm"])
def test_the_maintainer_scripts_are_shell(script: str) -> None:
    subprocess.run(["sh", "-n", DEB / "control" / script], check=True)
