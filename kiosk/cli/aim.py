"""`kiosk aim`: numbers and a drawing by which a technician turns the camera. No picture is shown, and nothing is kept."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kiosk import settings as settings_file
from kiosk.cli.boundary import Command
from kiosk.cli.home import home_option
from kiosk.clock import Clock
from kiosk.codes.sheet_code import SQUARES
from kiosk.desk.aiming import NEAR_ENOUGH, READABLE, Reading, Turn
from kiosk.errors import KioskFault, SettingsFault
from kiosk.store.lock import is_serving
from kiosk.technician.aim import SYNTHETIC, is_good, readings, source_of, source_of_station

WIDE, HIGH = 48, 14
"""Signs of the drawing; one is about twice as high as wide, so it is a frame of 16:9."""
TURNS = {
    Turn.NO_FRAMES: "No frames come.",
    Turn.DARK: "Too dark. Light the place where codes are held.",
    Turn.BRIGHT: "Too bright. Shade it, or fix reader.exposure_ms to a few milliseconds.",
    Turn.GLARE: "A lamp shines in. Turn the camera or the lamp away from each other.",
    Turn.SLOW: "Too few frames a second. More light, or a USB port of its own.",
    Turn.NO_SHEET: "Hold the test sheet flat, where customers will hold their codes.",
    Turn.CLOSER: "Too far. Bring the camera closer to where codes are held.",
    Turn.FURTHER: "Too near: a phone held askew is not wholly in view. Move the camera away.",
    Turn.FOCUS: "Not sharp. Turn the lens, or set reader.focus, until smaller codes are read; wipe the glass.",
    Turn.GOOD: "Good. Fix the camera as it is.",
}


@click.command(cls=Command)
@click.option(
    "--camera",
    metavar="SOURCE",
    help=f"Instead of the station's camera: another, a picture, folder or video, or {SYNTHETIC}.",
)
@click.option("--station", help="Aim this station's camera; the first one's unless said.")
@home_option
@click.option("--json", "as_json", is_flag=True, help="One reading as one JSON object.")
def aim(home: Path, camera: str | None, station: str | None, *, as_json: bool) -> None:
    """Aim the camera by the test sheet: what to turn, until it says good. Ctrl+C ends it."""
    if camera is None:
        settings = settings_file.load(home)
        if is_serving(home):
            raise SettingsFault(
                "The kiosk serves and has its camera. Aim on its screen with a technician's badge, or end it first."
            )
        source = source_of_station(settings, station)
    else:
        source = source_of(camera)
    live = sys.stdout.isatty() and not as_json
    for reading in readings(source, Clock()):
        if as_json:
            click.echo(json.dumps(_spelt(reading)))
        else:
            if live:
                click.clear()
            click.echo("\n".join(_lines(reading)))
        if not live:
            if not is_good(reading):
                raise KioskFault(TURNS[reading.turn])
            return


def _spelt(reading: Reading) -> dict[str, object]:
    return {
        "good": is_good(reading),
        "turn": reading.turn,
        "frames_per_second": round(reading.frames_per_second, 1),
        "ms": round(reading.ms, 1),
        "width": reading.width,
        "height": reading.height,
        "brightness": round(reading.brightness, 1),
        "contrast": round(reading.contrast, 1),
        "sharpness": round(reading.sharpness, 1),
        "glare": round(reading.glare, 3),
        "pixels_per_mm": reading.per_mm and round(reading.per_mm, 2),
        "codes": [
            {"tenths_mm": one.tenths, "symbology": one.symbology, "pixels_per_module": round(one.module, 2)}
            for one in reading.seen
        ],
    }


def _lines(reading: Reading) -> Iterator[str]:
    yield from _drawn(reading)
    per_mm = reading.per_mm
    yield (
        f"{reading.frames_per_second:.0f} frames a second of {reading.width}×{reading.height}, {reading.ms:.0f} ms each; brightness "
        f"{reading.brightness:.0f}, contrast {reading.contrast:.0f}, sharpness {reading.sharpness:.0f}, glare {reading.glare:.0%}"
    )
    if per_mm:
        fine = min((one for one in SQUARES if one / 10 * per_mm >= READABLE), default=SQUARES[0])
        yield (
            f"{per_mm:.1f} pixels a mm here ({NEAR_ENOUGH:.0f} or more); finest squares read {_mm(reading.finest)} (at this distance "
            f"{_mm(fine)}); bars read: {', '.join(_mm(one.tenths) for one in reading.seen if one.symbology != 'QRCode') or 'none'}"
        )
    yield ""
    yield TURNS[reading.turn]


def _mm(tenths: int | None) -> str:
    return "none" if tenths is None else f"{tenths / 10:.1f} mm"


def _drawn(reading: Reading) -> Iterator[str]:
    """The frame as a box, mirrored as READY draws it, with a mark for each code of the sheet where it is."""
    rows = [[" "] * WIDE for _ in range(HIGH)]
    for one in reading.seen:
        x, y = (sum(axis) / 4 for axis in zip(*one.corners, strict=True))
        column = min(max(int((1 - x / reading.width) * WIDE), 0), WIDE - 1)
        row = min(max(int(y / reading.height * HIGH), 0), HIGH - 1)
        rows[row][column] = "■" if one.symbology == "QRCode" else "▤"
    yield "┌" + "─" * WIDE + "┐"
    yield from (f"│{''.join(row)}│" for row in rows)
    yield "└" + "─" * WIDE + "┘"
