"""What `kiosk aim` does beyond one room: a reader over one source, and how it stands, a few times a second."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kiosk.clock import Clock
from kiosk.desk.aiming import WHILE, Aiming, Reading, Turn
from kiosk.errors import ReaderFault, SettingsFault
from kiosk.reader.promise import refusal
from kiosk.reader.reader import Lost, Reader
from kiosk.reader.sources import Device, Source, Synthetic, source_from
from kiosk.reader.wire import Frame, Problem, Prop, Scene
from kiosk.settings import Settings

SYNTHETIC = "synthetic"
SHEET = Scene(Prop.SHEET, tilt=0.2, seed=3)
"""What the synthetic camera holds in front of itself."""
EVERY = 0.4
"""Seconds between two readings."""
STARTS_WITHIN = 20.0
"""Seconds until a source must have given its first frame."""


def source_of(text: str) -> Source:
    """The source that a person means: a camera, picture, folder or video, or `synthetic`. Raises `SourceFault`."""
    return Synthetic(seed=7, fps=20.0) if text == SYNTHETIC else source_from(text)


def source_of_station(settings: Settings, station: str | None) -> Source:
    """A station's camera, the first one's unless said. Raises `SettingsFault` where it has none."""
    found = next((one for one in settings.stations if station in (None, one.name)), None)
    if found is None:
        raise SettingsFault("There is no station of that name. See name under [[stations]] in kiosk.toml.")
    if not found.camera:
        raise SettingsFault(
            f"Station {found.name} has no camera. Name one: camera under [[stations]] in kiosk.toml, or --camera."
        )
    return Device(Path(found.camera), settings.reader.exposure_ms, settings.reader.focus)


def readings(source: Source, clock: Clock, *, require_sandbox: bool = True) -> Iterator[Reading]:
    """How it stands, again and again, the first one after a second and a half of frames. Raises `ReaderFault` where none come."""
    aiming = Aiming()
    with closing(Reader(source, require_sandbox=require_sandbox, clock=clock)) as reader:
        reader.start()
        if isinstance(source, Synthetic):
            reader.show(SHEET)
        began = clock.monotonic()
        due: float | None = None
        while True:
            reader.wait(0.1)
            reader.tick()
            now = clock.monotonic()
            for message in reader.poll():
                if isinstance(message, Lost):
                    raise ReaderFault(_sentence(reader, message.problem))
                if isinstance(message, Frame):
                    aiming.see(message, now)
                    due = due or now + WHILE
            if due is None and now - began > STARTS_WITHIN:
                raise ReaderFault(_sentence(reader, Problem.SILENT))
            if due is not None and now >= due:
                due = now + EVERY
                yield aiming.reading(now)


def is_good(reading: Reading) -> bool:
    """Whether there is nothing to turn."""
    return reading.turn is Turn.GOOD


def _sentence(reader: Reader, problem: Problem) -> str:
    return {
        Problem.SANDBOX_OPEN: refusal(reader.sandbox),
        Problem.CAMERA_MISSING: "The camera gives no pictures. Is it plugged in, and not in use by the kiosk or another program?",
        Problem.CAMERA_STOPPED: "The camera stopped giving pictures. Plug it in again.",
        Problem.SILENT: "No picture came. See whether the camera is plugged in and its cap is off.",
    }.get(problem, "The reader stopped. Run: kiosk doctor")
