"""`kiosk backup`: the whole store in one encrypted file, checked, and brought back."""

import json
from pathlib import Path

import click

from kiosk import settings as settings_file
from kiosk.cli.boundary import Group
from kiosk.cli.home import home_option, json_option, open_home
from kiosk.cli.recovery import SHEET, ask_new_passphrase, ask_passphrase, device_option, read_sheet
from kiosk.clock import Clock
from kiosk.errors import KioskFault
from kiosk.store.device_key import DeviceHome
from kiosk.technician import backup as work
from kiosk.technician.restore import Restored
from kiosk.technician.restore import restore as restore_backup

FILE = click.Path(dir_okay=False, path_type=Path)
SHEET_OPTION = click.option(
    "--sheet",
    type=SHEET,
    help="The recovery sheet's file, where this home's keys do not open the backup; else its words are asked for.",
)


@click.group(cls=Group)
def backup() -> None:
    """The whole store in one encrypted file, and back."""


@backup.command()
@click.argument("file", type=FILE, required=False)
@home_option
@json_option
def create(file: Path | None, home: Path, *, as_json: bool) -> None:
    """Write FILE, encrypted, while the kiosk serves, read it again as a restore would, and beside it FILE.checkpoint, to be kept elsewhere.

    Without FILE: into the folder of kiosk.toml, where what is too old to be restored is removed then. A timer calls it so.
    """
    with open_home(home) as kiosk:
        if file is None:
            taken = work.take_by_itself(kiosk.store, kiosk.settings, home, kiosk.clock)
        else:
            taken = work.take(kiosk.store, home, kiosk.clock, file)
    about, entries = taken.about, taken.about.signed.checkpoint.size
    if as_json:
        answer = {"file": str(taken.path), "made": about.made, "entries": entries, "checkpoint": about.checkpoint}
        click.echo(json.dumps(answer | {"removed": taken.removed}))
        return
    note = work.note_of(taken.path).name
    removed = f" {taken.removed} older ones are removed." if taken.removed else ""
    click.echo(f"{taken.path} is a backup up to entry {entries}. Keep it and {note} away from this machine.{removed}")


@backup.command()
@click.argument("file", type=FILE)
@SHEET_OPTION
@home_option
@json_option
def verify(file: Path, sheet: Path | None, home: Path, *, as_json: bool) -> None:
    """Check everything that a restore would: every byte, every page, the ledger against the checkpoint, the age."""
    found = work.verify(home, _clock(home), file, ask=ask_passphrase, ask_sheet=lambda: read_sheet(sheet))
    if as_json:
        click.echo(json.dumps({"ok": True, "made": found.about.made, "entries": found.entries}))
        return
    click.echo(f"The backup of {found.about.made_at:%Y-%m-%d %H:%M} (UTC) is whole: {found.entries} entries.")


@backup.command()
@click.argument("file", type=FILE)
@SHEET_OPTION
@device_option
@home_option
@json_option
def restore(file: Path, sheet: Path | None, device: str | None, home: Path, *, as_json: bool) -> None:
    """Bring FILE back into a home that does not serve, or an empty one. Everything is checked before anything is replaced."""
    done = restore_backup(
        home,
        _clock(home),
        file,
        ask=ask_passphrase,
        ask_sheet=lambda: read_sheet(sheet),
        device=DeviceHome(device) if device else None,
        ask_new=ask_new_passphrase,
    )
    if as_json:
        answer = {
            "made": done.about.made,
            "epoch": done.epoch,
            "erased": done.erased,
            "lost": done.lost,
            "left": done.left,
        }
        click.echo(json.dumps(answer))
        return
    click.echo("\n".join(_told(done)))


def _told(done: Restored) -> list[str]:
    """What a technician must know."""
    told = [
        f"The kiosk is as it was on {done.about.made_at:%Y-%m-%d %H:%M} (UTC); the ledger goes on in epoch {done.epoch}."
    ]
    if done.lost is None:
        told.append("No store that could be read was here, so nobody can say what was lost since. Check the shelves.")
    elif done.lost:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(done.lost.items()))
        told.append(f"Lost since then: {sum(done.lost.values())} entries ({kinds}).")
    else:
        told.append("Nothing was lost.")
    if done.left:
        numbers = ", ".join(map(str, done.left))
        told.append(
            f"These parcels have left since and wait again in the store: {numbers}. See to them before you serve."
        )
    if done.erased:
        told.append(f"{done.erased} parcels whose time was over since then are erased again.")
    return told


def _clock(home: Path) -> Clock:
    """By the depot's zone where the home has settings."""
    try:
        return Clock(settings_file.load(home).zone())
    except KioskFault:
        return Clock()
