"""`kiosk notices` and `kiosk handovers`: files for those who tell people and carriers.

The kiosk has no phone number. `merge` joins the texts with a list of numbers on any PC: it opens no home, keeps everything in memory,
and writes nothing but its file.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import click

from kiosk.cli.boundary import Group
from kiosk.cli.home import home_option, open_home
from kiosk.cli.pictures import picture_at
from kiosk.codes.typed import TypedCode, TypedForm, grouped, length
from kiosk.desk.columns import carrier_from
from kiosk.desk.merge import TEXT, WAYBILL, merge_notices
from kiosk.desk.outbox import export_departures, export_notices
from kiosk.errors import KioskFault
from kiosk.settings import Settings
from kiosk.store import Departure, Notice

FILE = click.Path(dir_okay=False, path_type=Path)


@click.group(cls=Group)
def notices() -> None:
    """What people are told: texts with their codes, and the notice on the wall."""


@notices.command("export")
@click.argument("file", type=FILE)
@home_option
def export_codes(file: Path, home: Path) -> None:
    """Write FILE.csv: one text of at most 70 characters a parcel, by waybill, in the first of the screens' languages.

    Each code is written once and then forgotten; the next export has only new ones. A code that nobody exports is
    forgotten after 48 hours; make a new one with: kiosk codes issue.
    """
    with open_home(home) as kiosk, picture_at(file) as write:
        if not kiosk.settings.notices.on:
            raise KioskFault(
                "This depot keeps no codes for notices. Turn it on in kiosk.toml: on = true under [notices]"
            )

        def written(rows: Sequence[Notice]) -> None:
            write(_table((WAYBILL, TEXT), [(one.waybill, text_of(one, kiosk.settings)) for one in rows]))

        count = export_notices(kiosk.store, kiosk.clock, written)
    click.echo(f"Written: {count}.")


@notices.command()
@click.argument("file", type=FILE)
@home_option
def wall(file: Path, home: Path) -> None:
    """Write FILE.html to hang on the wall: what is kept, until when, who answers, and the key that receipts are checked by.

    In every language of the screens; one page to print, which loads nothing and names no parcel and no person.
    """
    from kiosk.cli.wall import page  # noqa: PLC0415  # it speaks, so it loads Qt

    with open_home(home) as kiosk, picture_at(file) as write:
        write(page(kiosk.settings, kiosk.store.checkpoints.public_key()).encode())
    click.echo(f"Written: {file}")


@notices.command()
@click.argument("notices", type=FILE)
@click.argument("numbers", metavar="LIST", type=FILE)
@click.argument("file", type=FILE)
@click.option("--home", hidden=True, expose_value=False)  # every command takes it; this one needs none
def merge(notices: Path, numbers: Path, file: Path) -> None:
    """Join exported NOTICES with a carrier's LIST of waybills and phone numbers: FILE.csv to send.

    Runs on any PC, without a home. The numbers stand in FILE and nowhere else.
    """
    merged = merge_notices(notices, numbers)
    with picture_at(file) as write:
        write(_table(("phone", TEXT), merged.rows))
    click.echo(f"Written: {len(merged.rows)}. Without a number in the list: {merged.without}.")


@click.group(cls=Group)
def handovers() -> None:
    """Results to carriers."""


@handovers.command("export")
@click.argument("file", type=FILE)
@click.option("--carrier", help="Of this carrier only.")
@home_option
def export_results(file: Path, carrier: str | None, home: Path) -> None:
    """Write FILE.csv: what was handed over or returned, when, by waybill.

    Each is written once, then its waybill is forgotten; after 48 hours it is forgotten in any case.
    """
    whose = None if carrier is None else carrier_from(carrier)
    with open_home(home) as kiosk, picture_at(file) as write:

        def written(rows: Sequence[Departure]) -> None:
            times = (kiosk.clock.local(one.at).isoformat("T", "seconds") for one in rows)
            lines = [(one.waybill, one.carrier or "", time, one.result) for one, time in zip(rows, times, strict=True)]
            write(_table((WAYBILL, "carrier", "time", "result"), lines))

        count = export_departures(kiosk.store, kiosk.clock, written, carrier=whose)
    click.echo(f"Written: {count}.")


def text_of(notice: Notice, settings: Settings) -> str:
    """Depot, code, place where the depot wishes, last day, in the language that greets at the screen."""
    from kiosk.screens.language import LANGUAGES, speaking  # noqa: PLC0415  # so that merge, on any PC, loads no Qt
    from kiosk.screens.texts import text_for  # noqa: PLC0415  # the same

    with speaking(LANGUAGES[settings.screen.languages[0]]):
        place = notice.place if settings.notices.place else None
        return text_for(settings.depot.name, grouped(_typed(notice.code)), place, notice.last_day)


def _typed(code: str) -> TypedCode:
    """Its form shows in its length, also when the setting was changed meanwhile."""
    return TypedCode(code, next(form for form in TypedForm if length(form) == len(code)))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    kept = io.StringIO()
    writer = csv.writer(kept, lineterminator="\r\n")  # RFC 4180
    writer.writerow(head)
    writer.writerows(rows)
    return kept.getvalue().encode()
