"""`kiosk run`: the kiosk itself."""

import logging
import sys
from pathlib import Path

import click

from kiosk import settings as settings_file
from kiosk.app import Kiosk, has_display
from kiosk.cli.boundary import Command
from kiosk.cli.home import home_option
from kiosk.cli.recovery import ask_passphrase
from kiosk.clock import Clock
from kiosk.errors import KioskFault
from kiosk.reader.sources import Device
from kiosk.store import opened
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
    sources = {one.name: Device(Path(one.camera)) if one.camera else None for one in settings.stations}
    with serving(home), opened(home, ask_passphrase) as store:
        kiosk = Kiosk(store, settings, Clock(settings.zone()), sources, headless=False, desk=desk)
        kiosk.start(full_screen=settings.screen.full)
        try:
            kiosk.run()
        finally:
            kiosk.stop()
