"""Commands against a real kiosk, in this process; a few tests start the program itself."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.technician.init import settings_from
from tests.homes import copy_home

Run = Callable[..., Result]

SETTINGS = settings_from('[depot]\nname = "Corner depot"\nzone = "Europe/Madrid"\n\n[notices]\non = true\n')


@pytest.fixture
def kiosk_home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    copy_home(home, SETTINGS)
    return home


@pytest.fixture
def run(kiosk_home: Path) -> Run:
    """`run("parcels", "list")` is `kiosk parcels list`, in the test's own home."""

    def start(*words: str | Path, typed: str | None = None) -> Result:
        return CliRunner(env={"KIOSK_HOME": str(kiosk_home)}).invoke(main, [str(word) for word in words], input=typed)

    return start
