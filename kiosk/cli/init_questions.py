"""The questions of `kiosk init`, and what another kiosk's code would set, shown before it is taken."""

from pathlib import Path
from typing import Any

import click

from kiosk.errors import SettingsFault
from kiosk.settings import LANGUAGES, Settings, of_table
from kiosk.technician.carried import Tables, over
from kiosk.technician.init import new_tag

CAMERAS = Path("/dev/v4l/by-id")
MOUNTINGS = click.Choice(["below", "beside", "above"])
WAYS = click.Choice(["label", "clerk", "tap"])
PRINTERS = click.Choice(["none", "pdf", "png", "cups", "escpos"])
ADDRESSES = {
    "pdf": "Folder for what is printed",
    "png": "Folder for what is printed",
    "cups": "Name of the printer in CUPS",
}


def ask(carried: Tables) -> Settings:
    """The settings of a depot, from questions. What matters less keeps what was carried, or its default; the file can change it.

    Raises `SettingsFault`.
    """
    usual = of_table({**carried, "depot": {"tag": "0000"}})
    depot = {
        "name": click.prompt("Name of the depot, as customers know it"),
        "tag": click.prompt("Its tag, 4 characters (empty: draw one)", default="", show_default=False),
        "hours": click.prompt("Opening hours, like Mon-Fri 08:00-20:00, or in words", default="", show_default=False),
        "line": click.prompt("The depot's own phone line", default="", show_default=False),
        "answers": click.prompt("Who answers for what is kept here: firm and address", default="", show_default=False),
    }
    depot["tag"] = depot["tag"].strip().upper() or new_tag()
    languages = _languages(usual.screen.languages)
    inches = click.prompt(
        "Diagonal of the screen in inches", usual.screen.diagonal_inches, type=click.FloatRange(7, 60)
    )
    mounting = click.prompt("Where the camera is, seen from the screen", usual.reader.mounting, type=MOUNTINGS)
    how = click.prompt("How parcels leave", usual.release.how, type=WAYS)
    asked: Tables = {
        "depot": depot,
        "screen": {"languages": languages, "diagonal_inches": inches},
        "reader": {"mounting": mounting},
        "release": {"how": how},
        "stations": [{"camera": _camera()}],
        "printer": _printer(usual.printer.kind),
    }
    return of_table(over(carried, asked))


def _languages(usual: tuple[str, ...]) -> list[str]:
    told: str = click.prompt(f"Languages, the first one greets (of {', '.join(LANGUAGES)})", ", ".join(usual))
    return [one.strip() for one in told.split(",") if one.strip()]


def show_and_take(untrusted_tables: Tables) -> None:
    """Say what a code would set, one setting a line; raises `SettingsFault` unless the person takes it."""
    click.echo("The code sets:", err=True)
    for name, table in sorted(untrusted_tables.items()):
        for line in _lines(name, table):
            click.echo(f"  {line}", err=True)
    if not click.confirm("Take these settings", err=True):
        raise SettingsFault("The settings were not taken, so nothing was made.")


def _lines(name: str, table: Any) -> list[str]:
    """Nothing of a code may steer the terminal: `repr` spells out what does not print."""
    if isinstance(table, list):
        return [f"{name} {number}: {one!r}" for number, one in enumerate(table, 1)]
    return [f"{name}.{key} = {value!r}" for key, value in sorted(table.items())]


def _camera() -> str:
    """By its lasting name; the one that is plugged in, where it is one."""
    there = sorted(str(path) for path in CAMERAS.glob("*-video-index0"))
    for path in there:
        click.echo(f"  {path}", err=True)
    told: str = click.prompt(
        "Camera, by its lasting name (empty: none)", there[0] if len(there) == 1 else "", show_default=bool(there)
    )
    return told


def _printer(usual: str) -> Tables:
    kind = click.prompt("Printer at the desk", usual, type=PRINTERS)
    if kind == "none":
        return {"kind": kind}
    asked = ADDRESSES.get(kind, "Its device file, or host:9100")
    return {"kind": kind, "address": click.prompt(asked, default="", show_default=False)}
