"""`kiosk run`: the kiosk itself."""

import logging
import sys
from contextlib import ExitStack
from pathlib import Path

import click

from kiosk import settings as settings_file
from kiosk.app import Kiosk, application, has_display
from kiosk.cli.boundary import Command
from kiosk.cli.home import home_option
from kiosk.cli.recovery import ask_passphrase
from kiosk.clock import Clock
from kiosk.desk.arrivals import bring_in
from kiosk.desk.faults import code_of
from kiosk.errors import KioskFault, StoreFault
from kiosk.reader.sources import Device
from kiosk.screens.shut import Shut
from kiosk.settings import Settings
from kiosk.store import Store
from kiosk.store.device_key import AskPassphrase
from kiosk.store.lock import serving

_OPEN = (
    "Setting reader.require_sandbox is off: where this system cannot shut the reader in, it looks at people all the same, "
    "and nobody can promise that no picture leaves it. Turn it on in kiosk.toml."
)


@click.command(cls=Command)
@click.option("--desk", is_flag=True, help="Also open the desk's window, on a second screen where there is one.")
@home_option
def run(home: Path, desk: bool) -> None:
    """Serve customers, full screen. A station without a camera serves typed codes."""
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    settings = settings_file.load(home)
    if not settings.reader.require_sandbox:
        click.echo(_OPEN, err=True)
    if not has_display():
        raise KioskFault("There is no display here. Start the kiosk on its own screen, or try: kiosk demo --headless")
    light = settings.reader.exposure_ms, settings.reader.focus
    sources = {one.name: Device(Path(one.camera), *light) if one.camera else None for one in settings.stations}
    with serving(home), ExitStack() as ending:
        store = _opened(home, settings)
        if store is None:
            return
        ending.callback(store.close)
        kiosk = Kiosk(store, settings, Clock(settings.zone()), sources, headless=False, desk=desk)
        kiosk.start(full_screen=settings.screen.full)
        try:
            kiosk.run()
        finally:
            kiosk.stop()


def _whole(home: Path, settings: Settings, ask: AskPassphrase | None = None) -> Store:
    """The store; a manifest that was accepted and then cut off is brought in before anybody is served. Raises `StoreFault`."""
    store = Store.open(home, ask)
    try:
        bring_in(store, Clock(settings.zone()))
    except BaseException:
        store.close()
        raise
    return store


def _opened(home: Path, settings: Settings) -> Store | None:
    """The store; while it does not open, the stations say so. None where the machine asks to end before it does."""
    store: list[Store] = []
    try:
        return _whole(home, settings, ask_passphrase)
    except StoreFault as fault:
        click.echo(fault.sentence, err=True)
        application(headless=False)
        shut = Shut(settings, code_of(fault))

    def try_again() -> bool:
        try:
            store.append(_whole(home, settings))
        except StoreFault as fault:
            shut.say(code_of(fault))
        return bool(store)

    shut.run(try_again, full_screen=settings.screen.full)
    return store[0] if store else None
