"""`kiosk codes`: pickup codes. A code can be read once, when it is made: the kiosk keeps digests only."""

import json
from pathlib import Path

import click

from kiosk import settings as settings_file
from kiosk.cli.boundary import Group
from kiosk.cli.home import home_option, json_option, open_home
from kiosk.cli.pictures import check_paper, needs_printer, picture_at, print_option
from kiosk.codes import paper, provisioning
from kiosk.codes.aim_sheet import to_pdf, to_svg
from kiosk.codes.slip import qr_png, qr_svg, slip_svg
from kiosk.codes.typed import grouped
from kiosk.desk import intake
from kiosk.desk.intake import Issued
from kiosk.desk.print_job import Job, print_now
from kiosk.technician.carried import carried

PICTURE = click.Path(dir_okay=False, path_type=Path)


@click.group(cls=Group)
def codes() -> None:
    """Pickup codes: issue, revoke, print a slip."""


@codes.command()
@click.argument("waybills", metavar="WAYBILL...", nargs=-1, required=True)
@click.option("--png", type=PICTURE, help="Write the code as a QR picture, too.")
@home_option
@json_option
def issue(waybills: tuple[str, ...], home: Path, png: Path | None, *, as_json: bool) -> None:
    """Make one new code for one parcel or several.

    Our earlier codes for these parcels are revoked; a carrier's own code stays.
    """
    with open_home(home) as kiosk:
        if png is None:
            issued = intake.issue(kiosk.store, kiosk.settings, kiosk.clock, waybills)
        else:
            with picture_at(png) as write:
                issued = intake.issue(kiosk.store, kiosk.settings, kiosk.clock, waybills)
                write(qr_png(issued.token.text))
    say_issued(issued, as_json=as_json)


@codes.command()
@click.argument("waybill")
@home_option
def revoke(waybill: str, home: Path) -> None:
    """Revoke our codes for a parcel; a carrier's own code stays."""
    with open_home(home) as kiosk:
        parcel = intake.find(kiosk.store, kiosk.settings, waybill)
        revoked = intake.revoke(kiosk.store, kiosk.clock, parcel.waybill or "")
    click.echo(f"Revoked: {revoked}. Make a new code with: kiosk codes issue")


@codes.command()
@click.argument("waybill")
@click.argument("file", type=PICTURE, required=False)
@print_option
@home_option
def slip(waybill: str, file: Path | None, home: Path, *, on_paper: bool) -> None:
    """Draw a slip: a new code, the place and the last day, as FILE.svg; as FILE.png the QR code alone; or print it.

    The kiosk keeps no code that it could print again, so a slip is always a new code, and our earlier ones are revoked.
    """
    check_paper(file, on_paper=on_paper)
    with open_home(home) as kiosk, picture_at(file) as write:
        needs_printer(kiosk.settings, on_paper=on_paper)
        issued = intake.issue(kiosk.store, kiosk.settings, kiosk.clock, [waybill])
        parcel, texts = issued.parcels[0], (issued.token.text, grouped(issued.typed_code), kiosk.settings.depot.name)
        if file is not None:
            is_code = file.suffix.lower() == ".png"
            write(qr_png(texts[0]) if is_code else slip_svg(*texts, parcel.place, parcel.last_day))
            click.echo(f"The slip is in {file}.")
        _say_left_without(issued)
        if on_paper:
            drawn = paper.pickup_slip(*texts, parcel.place, parcel.last_day)
            print_now(Job(f"Slip {parcel.place or ''}".strip(), drawn, kiosk.settings.printer))


@codes.command("test-sheet")
@click.argument("file", type=PICTURE)
@click.option("--home", hidden=True, expose_value=False)  # every command takes it; this one needs none
def test_sheet(file: Path) -> None:
    """Draw the sheet to aim a kiosk by, as FILE.pdf or FILE.svg: codes of falling sizes, and slanted labels. Print it in its true size."""
    drawing = {".pdf": to_pdf, ".svg": to_svg}.get(file.suffix.lower())
    if drawing is None:
        raise click.BadParameter("The name must end in .pdf or .svg.", param_hint="FILE")
    with picture_at(file) as write:
        write(drawing())
    click.echo(
        f"The test sheet is in {file}. Print it at 100 %: its line must be 100 mm long. Then hold it up to: kiosk aim"
    )


@codes.command("settings")
@click.argument("file", type=PICTURE)
@home_option
def settings_code(file: Path, home: Path) -> None:
    """Draw the settings as a code for another depot's kiosk, FILE.svg or FILE.png: no secret in it, and nothing of this depot's own.

    There: kiosk init --from FILE
    """
    check_paper(file)
    text = provisioning.encode(carried(settings_file.load(home)))
    with picture_at(file) as write:
        write(qr_png(text, scale=5) if file.suffix.lower() == ".png" else qr_svg(text))
    click.echo(
        f"The settings are in {file}. On the other kiosk: kiosk init --from FILE, or its camera in place of FILE."
    )


def say_issued(issued: Issued, *, as_json: bool) -> None:
    """Print a new code, in the form that a person or a program reads."""
    _say_left_without(issued)
    if as_json:
        click.echo(json.dumps({"token": issued.token.text, "typed_code": issued.typed_code.text}))
    else:
        click.echo(f"Token       {issued.token.text}\nTyped code  {grouped(issued.typed_code)}")


def _say_left_without(issued: Issued) -> None:
    if issued.left_without:
        click.echo(
            f"The earlier code opened {issued.left_without} more parcels here: issue them a code, too.", err=True
        )
