"""`kiosk keys`: the keys that hold the store together."""

from pathlib import Path

import click

from kiosk import settings as settings_file
from kiosk.cli.boundary import Group
from kiosk.cli.home import home_option
from kiosk.cli.recovery import SHEET, ask_new_passphrase, ask_passphrase, device_option, sheet_at
from kiosk.clock import Clock
from kiosk.store.device_key import DeviceHome
from kiosk.technician.keys import change_signing_key, rotate_keys


@click.group(cls=Group)
def keys() -> None:
    """The keys of the store, and the recovery sheet."""


@keys.command()
@click.option(
    "--sheet",
    type=SHEET,
    help="Write the new recovery sheet to this file (.svg to print, else text) instead of the terminal.",
)
@device_option
@home_option
def rotate(sheet: Path | None, device: str | None, home: Path) -> None:
    """New keys and a new recovery sheet; the one before is void. The kiosk must not serve meanwhile.

    A power cut in the middle leaves a kiosk that opens; call it again then. Make a backup after it: older ones open to older sheets.
    """
    settings = settings_file.load(home)
    with sheet_at(sheet, home, settings) as give:
        rotate_keys(
            home,
            Clock(settings.zone()),
            give=give,
            ask=ask_passphrase,
            device=DeviceHome(device) if device else None,
            ask_new=ask_new_passphrase,
        )
    click.echo("The keys are new, and every recovery sheet before this one is void. Make a backup now.", err=True)


@keys.command("rotate-signing")
@home_option
def rotate_signing(home: Path) -> None:
    """Sign receipts and checkpoints with another key, which the one before names in the ledger. The kiosk must not serve meanwhile.

    Those given away stay good by the key of their time. A power cut in the middle leaves a kiosk that opens; call it again then.
    """
    ranges = change_signing_key(home, Clock(settings_file.load(home).zone()), ask=ask_passphrase)
    click.echo(ranges[-1].key.text)
    click.echo(
        f"Entries from {ranges[-1].after} on are signed with this key; kiosk ledger key prints those before it, too. Give it to "
        "whoever checks receipts, and make a backup now.",
        err=True,
    )
