"""The reader on trial: the true sandboxed child reads frames that it renders itself, or those of a camera. No frame leaves it."""

from dataclasses import dataclass

from kiosk.clock import Clock
from kiosk.errors import ReaderFault
from kiosk.reader.reader import Lost, Reader
from kiosk.reader.sources import Device, Synthetic
from kiosk.reader.wire import Frame, Problem, Prop, SandboxReport, Scene

SCENES = (
    Scene(Prop.PHONE, "HKT:1", seed=1),
    Scene(Prop.PHONE, "HKT:2", dark=True, seed=2),
    Scene(Prop.PAPER, "HKT:3", seed=3),
    Scene(Prop.LABEL, "HKT:4", symbology="Code128", seed=4),
)
"""A phone, one in dark mode, paper, and a label's bars."""
FRAMES = 120
"""In which a scene is read or counts as not read."""
PATIENCE = 30.0
"""Seconds for one scene, on the slowest machine."""
FIRST_FRAME = 8.0
"""Seconds until a camera must give its first frame."""
MEASURED = 2.0
"""Seconds over which a camera's frames are counted."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it; milliseconds a frame, half of them at most `ms`."""

    read: int
    of: int
    ms: float
    sandbox: SandboxReport


@dataclass(frozen=True, slots=True)
class Rate:
    """What a camera gives."""

    frames_per_second: float
    width: int
    height: int
    brightness: float


def try_reader(clock: Clock) -> Trial:
    """Have each scene read. Raises `ReaderFault` where the child cannot do its work."""
    with Reader(Synthetic(seed=7, fps=0.0), clock=clock) as reader:
        try:
            read = sum(_is_read(reader, scene, clock) for scene in SCENES)
        except ReaderFault:
            if reader.sandbox is None or reader.sandbox.tight:
                raise
            read = 0  # it is not shut in, so it looks at nothing
        assert reader.sandbox is not None  # it has reported before the first frame
        return Trial(read, len(SCENES), reader.stats.p50, reader.sandbox)


def rate_of(camera: Device, clock: Clock) -> Rate:
    """Count a camera's frames for two seconds. Raises `ReaderFault` where it gives none."""
    with Reader(camera, clock=clock) as reader:
        last = _next_frame(reader, clock, clock.monotonic() + FIRST_FRAME)
        first_at = at = clock.monotonic()
        count = 0
        while at < first_at + MEASURED:
            last, count = _next_frame(reader, clock, at + FIRST_FRAME), count + 1
            at = clock.monotonic()
        return Rate(count / (at - first_at), last.width, last.height, last.brightness)


def _is_read(reader: Reader, scene: Scene, clock: Clock) -> bool:
    reader.show(scene)
    until = clock.monotonic() + PATIENCE
    return any(
        any(code.untrusted_text == scene.text.encode() for code in _next_frame(reader, clock, until).codes)
        for _ in range(FRAMES)
    )


def _next_frame(reader: Reader, clock: Clock, until: float) -> Frame:
    """The next frame, or why there is none: raises `ReaderFault`."""
    while clock.monotonic() < until:
        for message in reader.poll():
            if isinstance(message, Frame):
                return message
            if isinstance(message, Lost):
                raise ReaderFault(_sentence(message.problem))
        reader.tick()
        reader.wait(0.2)
    raise ReaderFault(_sentence(Problem.SILENT))


def _sentence(problem: Problem) -> str:
    return {
        Problem.SANDBOX_OPEN: "The reader is not shut in, so it looks at nothing. Mend what the check of the sandbox names.",
        Problem.DECODER_MISSING: "The reader cannot load its libraries. Install what the check of libraries names.",
        Problem.CAMERA_MISSING: "It gives no pictures. Plug it into another port, and end other programs that use it.",
        Problem.CAMERA_STOPPED: "It stopped giving pictures. Plug it in again, into another port if that does not help.",
        Problem.SILENT: "The reader did not answer in time. See whether this machine is busy with something else: top",
    }.get(problem, "The reader stopped. Start the check again; if it stays so, install the kiosk again.")
