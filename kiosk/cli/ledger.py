"""`kiosk ledger`: is the record what was written?"""

import dataclasses
import json
from pathlib import Path

import click

from kiosk.cli.boundary import Group
from kiosk.cli.home import home_option, json_option, open_home
from kiosk.errors import StoreDamaged


@click.group(cls=Group)
def ledger() -> None:
    """The record of everything that happened."""


@ledger.command()
@home_option
@json_option
def verify(home: Path, *, as_json: bool) -> None:
    """Compute the whole ledger anew and compare."""
    with open_home(home) as kiosk:
        found = kiosk.store.journal.verify()
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(found)))
    if not found.ok:
        raise StoreDamaged(
            f"The ledger is not what was written: entry {found.first_bad} is wrong. Keep the files, call a technician."
        )
    if not as_json:
        click.echo(f"The ledger is whole: {found.entries} entries, root {found.root}.")
