"""`kiosk init`: asks little, makes a kiosk."""

from pathlib import Path

import click

from kiosk import settings as settings_file
from kiosk.cli.boundary import Command
from kiosk.cli.home import home_option
from kiosk.cli.recovery import SHEET, ask_new_passphrase, ask_passphrase, device_option, read_sheet, sheet_at
from kiosk.clock import Clock
from kiosk.settings import Depot, Reader, Release, Screen, Settings, to_toml
from kiosk.store.device_key import DeviceHome, best_home
from kiosk.store.keyring import ring_path
from kiosk.store.rotation import new_sheet
from kiosk.technician import init as making
from kiosk.technician.keys import recover_keys

ANSWERS = click.Path(dir_okay=False, path_type=Path)
MOUNTINGS = click.Choice(["below", "beside", "above"])
WAYS = click.Choice(["label", "clerk", "tap"])
FILE_NOTE = "Its device key lies in a file that its owner alone can read: keep the disk of this machine safe."
NO_SHEET = "There is no recovery sheet: without its device key the store is lost. Make one with: kiosk keys rotate"
WAITS = "The sheet is known. Bring the backup in with: kiosk backup restore FILE"
RECOVERED = "The keys have a new device key on this machine. The recovery sheet stays good."


@click.command(cls=Command)
@click.option("--answers", type=ANSWERS, help="Settings as TOML, instead of questions.")
@click.option(
    "--recover",
    is_flag=True,
    help="Open the keys by their recovery sheet on another machine: those of this home, or, in an empty one, of the backup to be restored.",
)
@click.option(
    "--sheet",
    type=SHEET,
    help="Write the recovery sheet to this file, never inside the home: .svg to print, else text, - for the terminal."
    " With --recover: read it from there.",
)
@device_option
@home_option
def init(answers: Path | None, sheet: Path | None, device: str | None, home: Path, *, recover: bool) -> None:
    """Make a kiosk: its settings, its keys and its empty store."""
    if recover and answers:
        raise click.UsageError("--recover takes no --answers: the settings come with the home or its backup.")
    seat = DeviceHome(device) if device else best_home()
    if recover:
        _recover(home, sheet, seat)
        return
    making.refuse_taken(home)
    settings = making.read_answers(answers) if answers else ask()
    if sheet is None:
        making.make_home(home, settings, device=seat, ask=ask_new_passphrase)
    else:
        with sheet_at(sheet, home, settings.depot.name) as give:
            secret = new_sheet()
            making.make_home(home, settings, device=seat, ask=ask_new_passphrase, sheet=secret)
            give(secret)
    note = f" {FILE_NOTE}" if seat is DeviceHome.FILE else ""
    click.echo(f"The kiosk of depot {settings.depot.tag} is in {home}.{note}{'' if sheet else f' {NO_SHEET}'}")


def _recover(home: Path, sheet: Path | None, seat: DeviceHome) -> None:
    if ring_path(home).exists():
        clock = Clock(settings_file.load(home).zone())
        recover_keys(home, clock, read_sheet(sheet), device=seat, ask=ask_passphrase, ask_new=ask_new_passphrase)
        click.echo(RECOVERED)
    else:
        making.refuse_taken(home)
        making.make_waiting_home(home, read_sheet(sheet), device=seat, ask=ask_new_passphrase)
        click.echo(WAITS)


def ask() -> Settings:
    """The settings of a depot, from questions. What matters less keeps its default and can be changed in the file."""
    name = click.prompt("Name of the depot, as customers know it")
    tag = click.prompt("Its tag, 4 characters (empty: draw one)", default="", show_default=False)
    hours = click.prompt("Opening hours, as the screen shows them", default="", show_default=False)
    line = click.prompt("The depot's own phone line", default="", show_default=False)
    inches = click.prompt("Diagonal of the screen in inches", default=15.6, type=click.FloatRange(7, 60))
    mounting = click.prompt("Where the camera is, seen from the screen", default="below", type=MOUNTINGS)
    how = click.prompt("How parcels leave", default="label", type=WAYS)
    asked = Settings(
        depot=Depot(tag=tag.strip().upper() or making.new_tag(), name=name, hours=hours, line=line),
        screen=Screen(diagonal_inches=inches),
        reader=Reader(mounting=mounting),
        release=Release(how=how),
    )
    return settings_file.parse(to_toml(asked))
