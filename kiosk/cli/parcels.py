"""`kiosk parcels`: taking in and looking up."""

import csv
import dataclasses
import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from kiosk.cli.boundary import Group
from kiosk.cli.history import history
from kiosk.cli.home import OpenHome, home_option, json_option, open_home
from kiosk.cli.pictures import needs_printer, picture_at, print_option
from kiosk.codes.typed import grouped
from kiosk.desk import intake
from kiosk.desk.columns import Need, carrier_from, plain
from kiosk.desk.manifest import Imported, import_manifest
from kiosk.desk.print_job import Job, print_now
from kiosk.desk.sheet import on_sheet
from kiosk.errors import ManifestFault
from kiosk.ledger.subject import of_parcel, of_pickup
from kiosk.parcel import Parcel
from kiosk.settings import Printer
from kiosk.store.lock import is_serving

MOST_SHOWN = 50
"""Refused rows that are listed for a person; --json lists all."""
COLUMNS = ", ".join(Need)
EXPORTED = ("waybill", "state", "place", "carrier", "leaves", "held", "last_day", "since")
HEAD = ("WAYBILL", "STATE", "PLACE", "SINCE", "LAST DAY")


@click.group(cls=Group)
def parcels() -> None:
    """Parcels: take in, list, look up."""


@parcels.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--carrier", help="Whose manifest it is. What --map says is remembered for this carrier.")
@click.option("--map", "headers", multiple=True, metavar="COLUMN=HEADER", help=f"How a column is headed: {COLUMNS}.")
@click.option("--keep-good", is_flag=True, help="Take the good rows in although others are refused.")
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
@home_option
@json_option
def import_(
    file: Path,
    carrier: str | None,
    headers: tuple[str, ...],
    home: Path,
    *,
    keep_good: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take in a carrier's manifest: CSV, JSON Lines or a workbook (XLSX) with a header.

    Columns that the kiosk does not need (names, addresses) are not read. One bad row holds back all others, unless
    --keep-good.
    """
    columns, size = _columns(headers), file.stat().st_size if file.is_file() else 0
    whose = None if carrier is None else carrier_from(carrier)
    with open_home(home) as kiosk, _progress(size) as (reading, bringing_in):
        imported = import_manifest(
            kiosk.store,
            kiosk.settings,
            kiosk.clock,
            file,
            carrier=whose,
            columns=columns,
            keep_good=keep_good,
            dry_run=dry_run,
            progress=reading,
            brought_in=bringing_in,
            serving=lambda: is_serving(home),
        )
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(imported)))
    else:
        _say_imported(imported, dry_run=dry_run)
    if imported.refused and not keep_good:
        raise ManifestFault(
            f"{len(imported.refused)} of {imported.rows} rows are refused, so none was taken. "
            "Mend them, or take the others with --keep-good."
        )


@parcels.command()
@click.argument("waybill")
@click.option("--place", required=True, help="Where it lies: shelf B-12, or shelf and number B-12-047.")
@home_option
@json_option
def receive(waybill: str, place: str, home: Path, *, as_json: bool) -> None:
    """Take one parcel in, expected or not, and make its code."""
    with open_home(home) as kiosk:
        received = intake.receive(kiosk.store, kiosk.settings, kiosk.clock, waybill, place)
    parcel, token, typed_code = received.parcel, received.token.text, received.typed_code
    if as_json:
        answer = {"waybill": parcel.waybill, "place": parcel.place, "token": token, "typed_code": typed_code.text}
        click.echo(json.dumps(answer))
    else:
        click.echo(f"Lies at     {parcel.place}\nToken       {token}\nTyped code  {grouped(typed_code)}")


@parcels.command("list")
@home_option
@json_option
def list_(home: Path, *, as_json: bool) -> None:
    """All parcels that the kiosk knows, oldest first."""
    with open_home(home) as kiosk:
        known = kiosk.store.parcels.all()
        if as_json:
            click.echo('{"parcels": [', nl=False)
            for number, parcel in enumerate(known):
                click.echo(f"{', ' if number else ''}{json.dumps(_values(parcel))}", nl=False)
            click.echo("]}")
            return
        click.echo(_line(HEAD))
        for parcel in known:
            click.echo(_line(_cells(kiosk, parcel)))


@parcels.command()
@click.argument("waybill")
@home_option
def show(waybill: str, home: Path) -> None:
    """One parcel: where it is, since when, and what happened to it."""
    with open_home(home) as kiosk:
        parcel = intake.find(kiosk.store, kiosk.settings, waybill)
        for name, cell in zip(HEAD[1:], _cells(kiosk, parcel)[1:], strict=True):
            click.echo(f"{name.capitalize():<10}{cell}")
        pickups = [pickup.id for pickup in kiosk.store.pickups.for_parcel(parcel.id)]
        entries = kiosk.store.journal.about([of_parcel(parcel.id), *map(of_pickup, pickups)])
        click.echo()
        for at, sentence in history(parcel.id, pickups, entries):
            click.echo(f"{kiosk.clock.local(at):%Y-%m-%d %H:%M}  {sentence}")


@parcels.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@home_option
def export(file: Path, home: Path) -> None:
    """Write FILE.csv: every parcel that is known, with nothing personal: no hint, no code."""
    with open_home(home) as kiosk, picture_at(file) as write:
        kept = io.StringIO()
        writer = csv.DictWriter(kept, EXPORTED)
        writer.writeheader()
        writer.writerows(_values(parcel) for parcel in kiosk.store.parcels.all())
        write(kept.getvalue().encode())


@parcels.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Draw it as FILE.pdf, on A4.")
@print_option
@home_option
def sheet(home: Path, out: Path | None, *, on_paper: bool) -> None:
    """A list by place to print, for a day without power: tick off by hand, enter the handovers afterwards."""
    if out is not None and out.suffix.lower() != ".pdf":
        raise click.BadParameter("The name must end in .pdf.", param_hint="--out")
    with open_home(home) as kiosk:
        needs_printer(kiosk.settings, on_paper=on_paper)
        here = on_sheet(kiosk.store)
        printers = [Printer("pdf", str(out.absolute()))] if out is not None else []
        printers += [kiosk.settings.printer] if on_paper else []
        if printers:
            _print_sheet(kiosk, here, printers)
            return
        rows = [_on_sheet(parcel) for parcel in here]
        click.echo(
            f"{kiosk.settings.depot.name}, {kiosk.clock.local(kiosk.clock.now()):%Y-%m-%d %H:%M}. Parcels: {len(rows)}\n"
        )
        for place, waybill, state, held in rows:
            click.echo(f"[ ]  {place:<11}  {waybill:<30}  {state:<9}  {held:<12}  ________________".rstrip())


def _print_sheet(kiosk: OpenHome, here: list[Parcel], printers: list[Printer]) -> None:
    """In the desk's language, as the desk prints it."""
    from kiosk.screens.desk_paper import DeskPapers  # noqa: PLC0415  # so that no other command loads Qt
    from kiosk.screens.language import LANGUAGES, speaking  # noqa: PLC0415  # the same

    settings = kiosk.settings
    with speaking(LANGUAGES[settings.desk.language or settings.screen.languages[0]]):
        papers = DeskPapers(settings.depot.name, kiosk.clock)
        drawn, title = papers.sheet(here), papers.sheet_title()
    for printer in printers:
        print_now(Job(title, drawn, printer))


def _on_sheet(parcel: Parcel) -> tuple[str, str, str, str]:
    held = parcel.held.replace("_", " ") if parcel.held else ""
    return parcel.place or "", parcel.waybill or "", parcel.state.replace("_", " "), held


@contextmanager
def _progress(size: int) -> Iterator[tuple[Callable[[int], None], Callable[[int], None]]]:
    """A bar for the bytes that are read, and a count of the rows that come in after it."""
    rows = 0
    with click.progressbar(length=size, label="Reading", file=sys.stderr) as bar:

        def bring_in(more: int) -> None:
            nonlocal rows
            rows += more
            if sys.stderr.isatty():
                bar.label = f"Taking in, {rows} rows"
                bar.render_progress()

        yield bar.update, bring_in


def _columns(headers: tuple[str, ...]) -> dict[Need, str]:
    """What `--map` says; a usage error for a column that we do not need."""
    columns: dict[Need, str] = {}
    for one in headers:
        name, _, header = one.partition("=")
        need = name.strip().replace("-", "_")
        if need not in list(Need) or not plain(header):
            raise click.UsageError(f"--map is written COLUMN=HEADER, where COLUMN is one of: {COLUMNS}.")
        columns[Need(need)] = header.strip()
    return columns


def _say_imported(imported: Imported, *, dry_run: bool) -> None:
    for row in imported.refused[:MOST_SHOWN]:
        click.echo(f"Line {row.line}: {row.why}", err=True)
    if len(imported.refused) > MOST_SHOWN:
        click.echo(f"… and {len(imported.refused) - MOST_SHOWN} more lines; --json lists them all.", err=True)
    if imported.dropped_columns:
        click.echo(f"Not read: {', '.join(imported.dropped_columns)}.")
    verb = "would be taken" if dry_run else "taken"
    click.echo(f"{imported.taken} of {imported.rows} rows {verb} in {imported.seconds:.1f} s.")


def _values(parcel: Parcel) -> dict[str, Any]:
    return {
        "waybill": parcel.waybill,
        "state": parcel.state,
        "place": parcel.place,
        "carrier": parcel.carrier,
        "leaves": parcel.leaves,
        "held": parcel.held,
        "last_day": parcel.last_day and parcel.last_day.isoformat(),
        "since": parcel.since and parcel.since.isoformat(),
    }


def _cells(kiosk: OpenHome, parcel: Parcel) -> tuple[str, ...]:
    since = f"{kiosk.clock.local(parcel.since):%Y-%m-%d %H:%M}" if parcel.since else "-"
    day = parcel.last_day.isoformat() if parcel.last_day else "-"
    return parcel.waybill or "(erased)", parcel.state.replace("_", " "), parcel.place or "-", since, day


def _line(cells: tuple[str, ...]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, (30, 11, 11, 16, 10), strict=True)).rstrip()
