"""`kiosk dispute`: everything that is known of one parcel as one page to read and to keep, each sentence with its proof."""

from pathlib import Path

import click

from kiosk.cli.boundary import Command
from kiosk.cli.dispute_page import page
from kiosk.cli.home import OpenHome, home_option, open_home
from kiosk.cli.untrusted import text_of
from kiosk.desk import dispute as facts
from kiosk.desk import intake
from kiosk.errors import CodeFault
from kiosk.ledger import receipt
from kiosk.parcel import Parcel

OUT = click.Path(dir_okay=False, path_type=Path)


@click.command(cls=Command)
@click.argument("parcel", metavar="WAYBILL|RECEIPT")
@click.option("--out", "file", type=OUT, required=True, help="The page to write, FILE.html.")
@home_option
def dispute(parcel: str, file: Path, home: Path) -> None:
    """Write a page about one parcel: who took it, how that is known, what is not proven, and the proof of each entry.

    A receipt stands for every parcel that left with it.
    """
    with open_home(home) as kiosk:
        asked, parcels = _asked(kiosk, parcel)
        written = page(kiosk, asked, [facts.open_file(kiosk.store, kiosk.clock, one) for one in parcels])
    file.touch(mode=0o600)
    file.write_text(written, encoding="utf-8")
    click.echo(f"Written: {file}")


def _asked(kiosk: OpenHome, untrusted: str) -> tuple[str, tuple[Parcel, ...]]:
    """What was asked for, in words, and its parcels."""
    text = untrusted if facts.is_receipt(untrusted) else text_of(untrusted)
    if facts.is_receipt(text):
        parcels = facts.parcels_of_receipt(kiosk.store, text)
        return f"receipt No. {receipt.parse(text).seq}", parcels
    if text is not untrusted:
        raise CodeFault("There is no receipt in this file. Name a waybill, or the receipt's text, file or picture.")
    return f"waybill {untrusted.strip()}", (intake.find(kiosk.store, kiosk.settings, text),)
