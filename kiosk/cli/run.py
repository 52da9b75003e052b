"""`kiosk run`: the kiosk itself."""

from contextlib import ExitStack
from pathlib import Path

import click

from kiosk import settings as settings_file
from kiosk.app import Kiosk, application, has_display
from kiosk.app.service import SERVING, Service
from kiosk.cli.boundary import Command
from kiosk.cli.home import home_option
from kiosk.cli.logs import begin_log
from kiosk.cli.recovery import ask_passphrase
from kiosk.clock import Clock
from kiosk.desk.arrivals import bring_in
from kiosk.desk.faults import STARTS_FAIL, code_of
from kiosk.errors import KioskFault, SettingsFault, StoreFault
from kiosk.reader.sources import Device
from kiosk.screens.shut import Shut
from kiosk.settings import Depot, Settings
from kiosk.store import Store
from kiosk.store.device_key import AskPassphrase
from kiosk.store.lock import serving
from kiosk.technician.backup_beside import BackupBeside
from kiosk.technician.doctor.beside import Beside

_OPEN = (
    "Setting reader.require_sandbox is off: where this system cannot shut the reader in, it looks at people all the same, "
    "and nobody can promise that no picture leaves it. Turn it on in kiosk.toml."
)


@click.command(cls=Command)
@click.option("--desk", is_flag=True, help="Also open the desk's window, on a second screen where there is one.")
@click.option(
    "--out-of-order",
    is_flag=True,
    help="Only say that the kiosk is out of order: what stands on the screen when starting it failed again and again.",
)
@home_option
def run(home: Path, *, desk: bool, out_of_order: bool) -> None:
    """Serve customers, full screen. A station without a camera serves typed codes."""
    service = Service()
    begin_log(as_json=service.is_one)
    if out_of_order:
        _needs_display()
        application(headless=False)
        shut = Shut(_settings_or_none(home), STARTS_FAIL)
        shut.windows[0].painted.connect(service.ready)
        shut.run(lambda: False, full_screen=True)
        return
    settings = settings_file.load(home)
    if not settings.reader.require_sandbox:
        click.echo(_OPEN, err=True)
    _needs_display()
    light = settings.reader.exposure_ms, settings.reader.focus
    sources = {one.name: Device(Path(one.camera), *light) if one.camera else None for one in settings.stations}
    with serving(home), ExitStack() as ending:
        store = _opened(home, settings, service)
        if store is None:
            return
        ending.callback(store.close)
        kiosk = Kiosk(
            store,
            settings,
            Clock(settings.zone()),
            sources,
            headless=False,
            desk=desk,
            doctor=Beside(home),
            backups=BackupBeside(home) if settings.backup.folder else None,
        )
        kiosk.stands[0].painted.connect(service.ready)
        service.says(SERVING)
        kiosk.start(full_screen=settings.screen.full)
        try:
            kiosk.run()
        finally:
            service.stopping()
            kiosk.stop()


def _needs_display() -> None:
    if not has_display():
        raise KioskFault("There is no display here. Start the kiosk on its own screen, or try: kiosk demo --headless")


def _settings_or_none(home: Path) -> Settings:
    """The depot's settings; where they are what fails, none of anybody's."""
    try:
        return settings_file.load(home)
    except SettingsFault:
        return Settings(Depot(tag="0000", name=""))


def _whole(home: Path, settings: Settings, ask: AskPassphrase | None = None) -> Store:
    """The store; a manifest that was accepted and then cut off is brought in before anybody is served. Raises `StoreFault`."""
    store = Store.open(home, ask)
    try:
        bring_in(store, Clock(settings.zone()))
    except BaseException:
        store.close()
        raise
    return store


def _opened(home: Path, settings: Settings, service: Service) -> Store | None:
    """The store; while it does not open, the stations say so. None where the machine asks to end before it does."""
    store: list[Store] = []
    try:
        return _whole(home, settings, ask_passphrase)
    except StoreFault as fault:
        click.echo(fault.sentence, err=True)
        application(headless=False)
        shut = Shut(settings, code_of(fault))
        shut.windows[0].painted.connect(service.ready)
        service.says(f"out of order, {code_of(fault)}")

    def try_again() -> bool:
        try:
            store.append(_whole(home, settings))
        except StoreFault as fault:
            shut.say(code_of(fault))
        return bool(store)

    shut.run(try_again, full_screen=settings.screen.full)
    return store[0] if store else None
