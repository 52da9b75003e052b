"""`kiosk audit`: everything that an inspector asks, as one page to print, each figure counted or measured at that moment."""

from pathlib import Path

import click

from kiosk.cli.audit_page import page
from kiosk.cli.boundary import Command
from kiosk.cli.home import home_option, open_home
from kiosk.cli.pictures import picture_at
from kiosk.technician.audit import inspect


@click.command(cls=Command)
@click.option(
    "--out",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The page to write, FILE.html.",
)
@home_option
def audit(file: Path, home: Path) -> None:
    """Write a page for an inspector: what is kept, why, until when, what was erased, and what a probe measures now; no person in it.

    In English and Chinese, with a record of processing and an impact assessment to be finished by whoever answers.
    """
    with open_home(home) as kiosk, picture_at(file) as write:
        write(page(inspect(kiosk.store, kiosk.settings, kiosk.clock), kiosk.clock).encode())
    click.echo(f"Written: {file}")
