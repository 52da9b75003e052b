"""`kiosk erase`: what expired, now; or everything, when a kiosk retires."""

import sys
from pathlib import Path

import click

from kiosk.cli.boundary import Command
from kiosk.cli.home import home_option, open_home
from kiosk.desk.forgetting import trust
from kiosk.errors import StoreFault
from kiosk.policy.retention import Doubt, gone_from_backups, kept_days
from kiosk.technician.erase import erase_now, retire

IN_DOUBT = {
    Doubt.BACK: "The clock is behind the moment when the kiosk last ran, so nothing is erased. Set it.",
    Doubt.FORWARD: "The clock is over 14 days ahead of the moment when the kiosk last ran, so nothing is erased. Set it; where it is right,"
    " say so with: kiosk erase --trust-clock",
}


@click.command(cls=Command)
@click.option(
    "--everything",
    is_flag=True,
    help="Retire the kiosk: destroy its keys, then its home. Nothing brings it back but a backup.",
)
@click.option(
    "--trust-clock", is_flag=True, help="The clock of this machine was looked at and is right: erase by it again."
)
@home_option
def erase(home: Path, *, everything: bool, trust_clock: bool) -> None:
    """Erase what has been kept for as long as it may be; or everything.

    A serving kiosk does the first by itself.
    Flash disks and SSDs may hold on to overwritten blocks. What was there was encrypted, and with the keys gone it stays so.
    """
    if everything:
        if sys.stdin.isatty():
            click.confirm(f"Erase the kiosk in {home} for good?", abort=True, err=True)
        gone = retire(home)
        click.echo(
            f"The kiosk in {home} is no more: {gone.keys} keys destroyed first, then {gone.files} files. Destroy its backups, too."
        )
        return
    with open_home(home) as kiosk:
        if trust_clock:
            trust(kiosk.store, kiosk.clock)
        erased = erase_now(kiosk.store, kiosk.settings, kiosk.clock)
        days = kept_days(kiosk.settings.backup.keep_days, kiosk.settings.retention.dispute_days)
        last = kiosk.clock.local(gone_from_backups(kiosk.clock.now(), days)).date()
    if isinstance(erased, Doubt):
        raise StoreFault(IN_DOUBT[erased])
    click.echo(
        f"{erased} parcels are erased: codes, visits and what the ledger said of them. From backups they are gone by {last}."
    )
