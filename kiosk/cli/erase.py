"""`kiosk erase`: what expired, now; or everything, when a kiosk retires."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kiosk.cli.boundary import Command
from kiosk.cli.home import home_option, open_home
from kiosk.cli.recovery import ask_passphrase
from kiosk.clock import Clock
from kiosk.desk.forgetting import trust
from kiosk.errors import StoreFault
from kiosk.policy.retention import Doubt, gone_from_backups, kept_days
from kiosk.store.device_key import CREDENTIAL, DeviceHome
from kiosk.store.keyring import SHEET
from kiosk.technician.erase import Retired, erase_now, retire

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
        gone = retire(home, Clock(), ask_passphrase if sys.stdin.isatty() else None)
        click.echo("\n".join(_proof(home, gone)))
        if gone.left or not gone.refused:
            raise StoreFault(f"Not everything in {home} is gone. Destroy the disk.")
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


def _proof(home: Path, gone: Retired) -> Iterator[str]:
    """What a depot keeps of a kiosk that is no more."""
    yield f"The kiosk in {home} is no more. This was done on {gone.at:%Y-%m-%d %H:%M:%S} (UTC), in this order:"
    yield f"1. {gone.keys} keys destroyed first: overwritten with random bytes, then removed."
    refused = "and it did not open: nobody can read it" if gone.refused else "and IT OPENED"
    yield f"2. With the keys gone, the store was tried once more, {refused}."
    yield f"3. {gone.files} files removed; {gone.left} left in the folder."
    if gone.last is not None:
        yield f"What its ledger was, signed for the last time; the key that signed is among those destroyed:\n\n{gone.last}"
    others = (
        ["its backups, which the recovery sheet opens, and the sheet"] if SHEET in gone.opened_by else ["its backups"]
    )
    if DeviceHome.CREDENTIAL in gone.opened_by:
        others.append(f"the sealed device key, /etc/credstore.encrypted/{CREDENTIAL}")
    yield f"Destroy by hand: {'; '.join(others)}. Flash disks may hold old blocks, encrypted; where that is not enough, destroy the disk."
