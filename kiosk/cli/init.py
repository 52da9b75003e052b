"""`kiosk init`: asks little, makes a kiosk."""

from pathlib import Path

import click

from kiosk import settings as settings_file
from kiosk.cli.boundary import Command
from kiosk.cli.home import home_option
from kiosk.settings import Depot, Reader, Release, Screen, Settings, to_toml
from kiosk.technician import init as making

ANSWERS = click.Path(dir_okay=False, path_type=Path)
MOUNTINGS = click.Choice(["below", "beside", "above"])
WAYS = click.Choice(["label", "clerk", "tap"])
NOTE = "Its device key lies in a file that its owner alone can read: keep the disk of this machine safe."


@click.command(cls=Command)
@click.option("--answers", type=ANSWERS, help="Settings as TOML, instead of questions.")
@home_option
def init(answers: Path | None, home: Path) -> None:
    """Make a kiosk: its settings, its keys and its empty store."""
    making.refuse_taken(home)
    settings = making.read_answers(answers) if answers else ask()
    making.make_home(home, settings)
    click.echo(f"The kiosk of depot {settings.depot.tag} is in {home}. {NOTE}")


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
