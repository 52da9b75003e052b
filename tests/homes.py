"""Homes for tests: a real one is made once a run for the same settings, and each test opens a copy of its own, which costs far less."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from kiosk.settings import Settings
from kiosk.store import Store
from kiosk.technician.init import make_home


def copy_home(home: Path, settings: Settings) -> None:
    """A kiosk in `home` with keys, an empty store and these settings, as `make_home` leaves it."""
    shutil.copytree(_home(settings), home)


def copy_store(home: Path) -> Store:
    """An empty store in `home` and its keys, as `Store.create` leaves them; open."""
    shutil.copytree(_store(), home)
    return Store.open(home)


@cache
def _folder() -> Path:
    made = tempfile.TemporaryDirectory()
    atexit.register(made.cleanup)
    return Path(made.name)


@cache
def _home(settings: Settings) -> Path:
    made = Path(tempfile.mkdtemp(dir=_folder()), "home")
    make_home(made, settings)
    return made


@cache
def _store() -> Path:
    made = _folder() / "store"
    Store.create(made).close()
    return made
