"""`kiosk demo`: customers are served by the real thing, on sample parcels."""

import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click

from kiosk.app import has_display
from kiosk.cli.boundary import Command
from kiosk.cli.home import json_option
from kiosk.errors import KioskFault
from kiosk.reader.sources import source_from
from kiosk.technician.book import paint
from kiosk.technician.demo import Wanted, play


@click.command(cls=Command)
@click.option("--headless", is_flag=True, help="Without a window, as fast as it can. So too where there is no display.")
@json_option
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep a picture of each screen shown in this folder.",
)
@click.option(
    "--camera", metavar="SOURCE", help="A camera (/dev/video0), picture, folder or video instead of the stories."
)
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep the demo's depot in this new folder, instead of a temporary one.",
)
@click.option(
    "--book",
    type=click.Path(file_okay=False, path_type=Path),
    help="Instead, paint every screen in every language, look and size into this folder, with a page to leaf through.",
)
@click.option(
    "--only",
    multiple=True,
    metavar="WORD",
    help="Of the book, only this language, look or size, or the screens whose names begin so; several narrow it down.",
)
def demo(
    *,
    headless: bool,
    as_json: bool,
    out: Path | None,
    camera: str | None,
    home: Path | None,
    book: Path | None,
    only: tuple[str, ...],
) -> None:
    """Watch customers being served, on this machine, with nothing set up.

    Twenty sample parcels, a synthetic camera, and the real reader, store, ledger and screens. Touch the window to take over.
    """
    if book is not None:
        _paint(book, only, as_json=as_json)
        return
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    wanted = Wanted(
        headless=headless or not has_display(),
        out=out,
        camera=source_from(camera) if camera else None,
        home=home,
    )
    with click.progressbar(length=1, file=sys.stderr, item_show_func=_named) as bar:
        performance = play(wanted, told=partial(_tell, bar))
        bar.update((bar.length or bar.pos) - bar.pos)
    report = performance.report
    click.echo(json.dumps(report) if as_json else "\n".join(_lines(report)))
    if not performance.sound:
        raise KioskFault("The demo did not end as it should. See above what each visit came to.")


def _paint(folder: Path, only: tuple[str, ...], *, as_json: bool) -> None:
    with click.progressbar(length=1, file=sys.stderr, item_show_func=_named) as bar:
        painted = paint(folder, only=only, told=partial(_tell, bar))
        bar.update((bar.length or bar.pos) - bar.pos)
    told = {"book": str(painted.page), "pictures": painted.pictures, "seconds": round(painted.seconds, 1)}
    click.echo(json.dumps(told) if as_json else f"{painted.pictures} pictures. Open {painted.page} in a browser.")


def _named(story: str | None) -> str | None:
    return story


def _tell(bar: Any, words: str, number: int, stories: int) -> None:
    """One more story begins; a word without a number is for the person who set the demo up."""
    if stories:
        bar.length = stories
        bar.update(number - 1 - bar.pos, words)
    else:
        click.echo(words, err=True)


def _lines(report: dict[str, Any]) -> Iterator[str]:
    for visit in report["visits"]:
        came_to = visit["reason"] or f"{visit['parcels']} parcel{'s' if visit['parcels'] != 1 else ''}"
        caught = ", a wrong parcel caught" if visit["wrong_parcels"] else ""
        yield f"{visit['outcome'].replace('_', ' '):12} {visit['story']}: {came_to}{caught}"
    reader, store, ledger = report["reader"], report["store"], report["ledger"]
    denied = reader["sandbox"]["denied"]
    yield ""
    caught = report["wrong_parcels"]
    parcels = f"{caught} wrong parcel{'s' if caught != 1 else ''}"
    yield f"{report['handed_over']} visits handed over, {report['refused']} refused, {parcels} caught"
    yield f"reader: {reader['frames']} frames, {reader['ms_p50']} ms a frame; sandbox denied {sum(denied.values())} of {len(denied)} tries"
    yield (
        f"store: {store['cipher'] if store['encrypted'] else 'NOT ENCRYPTED'}; ledger: {ledger['entries']} entries, "
        + ("verified" if ledger["verified"] else "DAMAGED")
    )
