"""A real kiosk for each test: real keys, a real encrypted store, in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.cli.home import OpenHome, open_home
from kiosk.store import pins
from kiosk.technician.init import settings_from
from tests.desk.crew import Crew
from tests.homes import copy_home

ANSWERS = """
[depot]
name = "Corner depot"
zone = "Europe/Madrid"

[[carriers]]
name = "Parcelo"
waybill = "PX[0-9]{10}"
code = 'P\\|[^|]*\\|(?P<code>[0-9]{6})'

[hint]
on = true
"""
SETTINGS = settings_from(ANSWERS)


@pytest.fixture
def kiosk_home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    copy_home(home, SETTINGS)
    return home


@pytest.fixture
def kiosk(kiosk_home: Path) -> Iterator[OpenHome]:
    with open_home(kiosk_home) as opened:
        yield opened


@pytest.fixture
def crew(kiosk: OpenHome, monkeypatch: pytest.MonkeyPatch) -> Crew:
    """A third of a second a PIN is meant for thieves, not for tests: `tests/store/test_clerks.py` sees to the true cost."""
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)
    return Crew(kiosk.store, kiosk.settings)
