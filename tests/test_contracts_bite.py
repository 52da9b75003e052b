"""Every import contract of pyproject.toml is seen red: in a copy of the house with one forbidden import planted, it alone breaks."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LAYERS = "Imports run downward only"
WIRE_ONLY = "Screens see of the reader only its wire"
NO_STORE = "Screens never reach into the store"
CHILD = "The child side of the reader is nobody's but its own"
PIXELS = "Pixels live in the reader child"
QT = "Qt is known to the screens and the app"
PAPER = "Paper is drawn and printed in a process of its own"
SQLCIPHER = "Only store.database names SQLCipher"
PURE = "The pure rooms do no input or output"

# (contract, file that gets the line, the forbidden line)
PLANTED = [
    (LAYERS, "store/parcels.py", "import kiosk.desk.states"),
    (LAYERS, "reader/sandbox.py", "import kiosk.store"),
    (LAYERS, "attic.py", "import kiosk.errors"),
    (WIRE_ONLY, "screens/window.py", "from kiosk.reader.reader import Reader"),
    (NO_STORE, "screens/window.py", "from kiosk.store import parcels"),
    (CHILD, "reader/reader.py", "from kiosk.reader.sandbox import Sandbox"),
    (CHILD, "reader/wire.py", "from kiosk.reader import coach"),
    (CHILD, "desk/visit.py", "import kiosk.reader.cascade"),
    (PIXELS, "reader/reader.py", "import zxingcpp"),
    (PIXELS, "screens/window.py", "import numpy as np"),
    (PIXELS, "technician/demo.py", "from cv2 import imwrite"),
    (QT, "desk/visit.py", "from PySide6.QtCore import QObject"),
    (PAPER, "screens/desk_slip.py", "from PIL import Image"),
    (SQLCIPHER, "store/parcels.py", "from sqlcipher3 import dbapi2"),
    (PURE, "policy/release.py", "import time"),
    (PURE, "ledger/merkle.py", "from pathlib import Path"),
    (PURE, "codes/slip.py", "from kiosk.clock import Clock"),
    (PURE, "desk/states.py", "import os"),
    (PURE, "reader/wire.py", "import socket"),
]


def broken_contracts(house: Path) -> tuple[set[str], str]:
    """The names of the contracts that import-linter finds broken in the house, and all it said."""
    lint = Path(sys.executable).with_name("lint-imports")
    environment = {**os.environ, "PYTHONPATH": str(house), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([lint, "--no-cache"], cwd=house, env=environment, capture_output=True, text=True, check=False)
    names = set(re.findall(r"^(.+) BROKEN(?: \(\d+ ignored imports?\))?$", done.stdout, re.MULTILINE))
    assert (done.returncode != 0) == bool(names), done.stdout + done.stderr
    return names, done.stdout + done.stderr


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house that may be spoiled."""
    shutil.copytree(ROOT / "kiosk", tmp_path / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_house_as_it_stands_keeps_every_contract(house: Path) -> None:
    broken, said = broken_contracts(house)
    assert broken == set(), said


@pytest.mark.parametrize(("contract", "room", "line"), PLANTED)
def test_a_forbidden_import_breaks_its_contract(house: Path, contract: str, room: str, line: str) -> None:
    with (house / "kiosk" / room).open("a", encoding="utf-8") as spoiled:
        spoiled.write(f"\n{line}\n")
    broken, said = broken_contracts(house)
    assert broken == {contract}, said


def test_every_contract_is_seen_red_here() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]} == {
        contract for contract, _, _ in PLANTED
    }
