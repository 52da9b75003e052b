"""A kiosk to be looked over, on a machine whose /proc and /sys are a folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.clock import SkippingClock
from kiosk.settings import Depot, Settings
from kiosk.technician.doctor.examined import Examined
from tests.homes import copy_home

TAG = "7KQ2"


@pytest.fixture
def kiosk_home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    copy_home(home, Settings(Depot(tag=TAG)))
    return home


@pytest.fixture
def examined(kiosk_home: Path, tmp_path: Path) -> Iterator[Examined]:
    root = tmp_path / "root"
    root.mkdir()
    made = Examined(kiosk_home, root=root)
    made.clock = SkippingClock()
    yield made
    made.close()


def plant(examined: Examined, path: str, content: str | bytes) -> Path:
    """A file of the kernel's, below the test's own root."""
    file = examined.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def settle(examined: Examined, settings: Settings) -> None:
    examined.settings = settings
