"""A real kiosk for each test: real keys, a real encrypted store, in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.cli.home import OpenHome, open_home
from kiosk.technician.init import make_home, settings_from

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


@pytest.fixture
def kiosk_home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    make_home(home, settings_from(ANSWERS))
    return home


@pytest.fixture
def kiosk(kiosk_home: Path) -> Iterator[OpenHome]:
    with open_home(kiosk_home) as opened:
        yield opened
