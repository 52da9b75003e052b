"""The questions of `kiosk init`, and what another kiosk's code would set, shown before it is taken."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from kiosk.errors import SettingsFault
from kiosk.settings import LANGUAGES, Settings, of_table
from kiosk.technician.carried import Tables, over
from kiosk.technician.init import new_tag

CAMERAS = Path("/dev/v4l/by-id")
ADDRESSES = {
    "pdf": "Folder for what is printed",
    "png": "Folder for what is printed",
    "cups": "Name of the printer in CUPS",
}


Read = Callable[[str], Tables]
"""Gives an answer its place among the settings; raises `click.UsageError` where it is none."""


class _Form:
    """The answers so far. Each is held to the rules of its setting at once, and asked for again where it breaks one."""

    def __init__(self, carried: Tables) -> None:
        self._tables = over(carried, {"depot": {"tag": new_tag()}})
        self.usual = of_table(self._tables)

    def ask(self, words: str, read: Read, usual: str | None = "") -> Settings:
        """One question. `usual` is what an empty answer means; None: there must be one. Returns the settings by then."""

        def taken(answer: str) -> Tables:
            told = over(self._tables, read(answer.strip()))
            try:
                of_table(told)
            except SettingsFault as fault:
                raise click.UsageError(fault.sentence) from None
            return told

        self._tables = click.prompt(words, usual, value_proc=taken, show_default=bool(usual))
        return of_table(self._tables)


def ask(carried: Tables) -> Settings:
    """The settings of a depot, from questions. What matters less keeps what was carried, or its default; the file can change it.

    Raises `SettingsFault` where what was carried is wrong.
    """
    form = _Form(carried)
    usual = form.usual
    form.ask("Name of the depot, as customers know it", _of("depot", "name"), None)
    form.ask("Its tag, 4 characters (empty: draw one)", _tag)
    form.ask("Opening hours, like Mon-Fri 08:00-20:00, or in words", _of("depot", "hours"))
    form.ask("The depot's own phone line", _of("depot", "line"))
    form.ask("Who answers for what is kept here: firm and address", _of("depot", "answers"))
    form.ask(
        f"Languages, the first one greets (of {', '.join(LANGUAGES)})", _languages, ", ".join(usual.screen.languages)
    )
    form.ask("Diagonal of the screen in inches", _inches, f"{usual.screen.diagonal_inches:g}")
    where = "Where the camera is, seen from the screen (below, beside, above)"
    form.ask(where, _of("reader", "mounting"), usual.reader.mounting)
    form.ask("How parcels leave (label, clerk, tap)", _of("release", "how"), usual.release.how)
    form.ask("Camera, by its lasting name (empty: none)", _camera, _the_camera())
    printers = "Printer at the desk (none, pdf, png, cups, escpos)"
    settings = form.ask(printers, _of("printer", "kind"), usual.printer.kind)
    if settings.printer.kind != "none":
        settings = form.ask(
            ADDRESSES.get(settings.printer.kind, "Its device file, or host:9100"), _of("printer", "address")
        )
    return settings


def _of(table: str, key: str) -> Read:
    return lambda answer: {table: {key: answer}}


def _tag(answer: str) -> Tables:
    return {"depot": {"tag": answer.upper() or new_tag()}}


def _languages(answer: str) -> Tables:
    return {"screen": {"languages": [one.strip() for one in answer.split(",") if one.strip()]}}


def _inches(answer: str) -> Tables:
    try:
        return {"screen": {"diagonal_inches": float(answer.replace(",", "."))}}
    except ValueError:
        raise click.UsageError("That is no number. Measure from corner to corner, like 15.6.") from None


def _camera(answer: str) -> Tables:
    return {"stations": [{"camera": answer}]}


def _the_camera() -> str:
    """The one that is plugged in, where it is one; all that are there are shown."""
    there = sorted(str(path) for path in CAMERAS.glob("*-video-index0"))
    for path in there:
        click.echo(f"  {path}", err=True)
    return there[0] if len(there) == 1 else ""


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
