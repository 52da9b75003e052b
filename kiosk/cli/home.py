"""The home of a kiosk, as every command names it, and opening what is in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
import platformdirs

from kiosk import settings as settings_file
from kiosk.cli.recovery import ask_passphrase
from kiosk.clock import Clock
from kiosk.desk.arrivals import bring_in
from kiosk.settings import Settings
from kiosk.store import Store, opened
from kiosk.store.lock import is_serving

F = TypeVar("F", bound=Callable[..., Any])


def home_option(command: F) -> F:
    """`--home DIR`, or KIOSK_HOME, or this user's own folder for programs' files."""
    return click.option(
        "--home",
        type=click.Path(file_okay=False, path_type=Path),
        envvar="KIOSK_HOME",
        default=lambda: Path(platformdirs.user_data_dir("kiosk")),
        show_default="KIOSK_HOME, else this user's data folder",
        help="Where the kiosk keeps its settings, keys and store.",
    )(command)


def json_option(command: F) -> F:
    """`--json`: stdout is one JSON object, all other talk is on stderr."""
    return click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")(command)


@dataclass(frozen=True, slots=True)
class OpenHome:
    """The kiosk of one home, open for a command."""

    store: Store
    settings: Settings
    clock: Clock


@contextmanager
def open_home(home: Path) -> Iterator[OpenHome]:
    """The kiosk of a home for the length of a block; raises `KioskFault` where it cannot be opened.

    A manifest that was accepted and then cut off, by a power cut say, is brought in first: no command sees half of one.
    """
    settings = settings_file.load(home)
    with opened(home, ask_passphrase) as store:
        kiosk = OpenHome(store, settings, Clock(settings.zone()))
        bring_in(store, kiosk.clock, serving=lambda: is_serving(home))
        yield kiosk
