"""What travels between the kiosk and its reader child, as values; `codec` spells them in bytes. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

PROTOCOL = 1
MAX_FROM_CHILD = 128 * 1024  # bytes of a body
MAX_PICTURE = 64 * 1024 * 1024  # bytes of a picture file
MAX_TEXT = 8 * 1024  # bytes of a code; a QR code holds at most 7,089 digits
MAX_CODES = 128  # in one frame: a sheet of labels
MAX_SIDE = 100_000  # pixels
MAX_COUNT = 2**53 - 1  # whole numbers that JSON carries exactly everywhere
NAMES_OF_PROBES = ("create", "read", "mkdir", "socket", "connect", "fork", "exec", "ptrace", "kill", "pass_descriptor")
SYMBOLOGIES = (  # the names of zxing-cpp, except that its QRCodeModel2 is "QRCode"
    "QRCode", "MicroQRCode", "RMQRCode", "DataMatrix", "Aztec", "PDF417", "Code128", "Code39", "Code93", "Codabar", "ITF", "EAN13",
    "EAN8", "UPCA", "UPCE", "DataBar", "DataBarExp", "DataBarLtd",
)  # fmt: skip

Corner = tuple[float, float]
Corners = tuple[Corner, Corner, Corner, Corner]


def most_work(to_get_ready: float) -> float:
    """Seconds of the processor's time that one frame of a camera may make: a machine that took long to get ready is given longer."""
    return max(0.25, to_get_ready * 0.7)


class Problem(StrEnum):
    """Why the child ended a source, or itself."""

    DECODER_MISSING = "decoder_missing"  # a library of the child cannot be loaded
    SANDBOX_OPEN = "sandbox_open"  # a probe was not denied
    CAMERA_MISSING = "camera_missing"
    CAMERA_STOPPED = "camera_stopped"
    NOT_A_PICTURE = "not_a_picture"
    NOT_A_VIDEO = "not_a_video"
    EMPTY = "empty"
    TOO_BIG = "too_big"
    SCENE_IMPOSSIBLE = "scene_impossible"  # the synthetic camera cannot draw this text in this symbology
    CRASHED = "crashed"  # said by the parent: the child died on this source
    SILENT = "silent"  # said by the parent: the child hung on this source


class Advice(StrEnum):
    """What would help whoever holds up a code that is not read."""

    CLOSER = "closer"
    FURTHER = "further"
    HOLD_STILL = "hold_still"
    BRIGHTER = "brighter"  # turn up the phone's screen
    TILT = "tilt"  # a lamp shines in it
    TOO_SMALL = "too_small"  # a code is seen, but its modules are too fine


@dataclass(frozen=True, slots=True)
class Sighting:
    """One code in one frame."""

    symbology: str
    untrusted_text: bytes
    corners: Corners  # clockwise from the top left, in pixels of the source
    fragment: bool = False  # one part of a structured-append series: never a whole code


@dataclass(frozen=True, slots=True)
class Frame:
    """What one frame held. `ms` is the time from grey pixels to codes; brightness and contrast 0…255, sharpness 0…1e6.

    `glare` is the share of the frame that is as white as can be, 0…1.
    """

    source: int  # pictures: which one; synthetic camera: how many scenes were shown so far; else 0
    number: int  # from 0, within the source
    codes: tuple[Sighting, ...]
    ms: float
    width: int
    height: int
    brightness: float
    contrast: float
    sharpness: float
    left_out: int = 0  # codes that did not fit into one message
    advice: Advice | None = None
    glare: float = 0.0


@dataclass(frozen=True, slots=True)
class Hello:
    """The child's first word."""

    protocol: int = PROTOCOL


@dataclass(frozen=True, slots=True)
class SandboxReport:
    """How the child shut itself in; `denied` maps each probe that it really tried to whether it was denied."""

    landlock: bool
    seccomp: bool
    denied: Mapping[str, bool]

    @property
    def tight(self) -> bool:
        """Whether every probe was denied."""
        return all(self.denied[name] for name in NAMES_OF_PROBES)


@dataclass(frozen=True, slots=True)
class Alive:
    """Nothing to report, but the child is there."""


@dataclass(frozen=True, slots=True)
class SourceEnd:
    """A picture or video is read to its end, after so many frames."""

    source: int
    frames: int
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """The child cannot go on and ends after this word."""

    problem: Problem


FromChild = Hello | SandboxReport | Frame | SourceEnd | Alive | Fault


class Prop(StrEnum):
    """What the synthetic camera holds in front of itself."""

    NOTHING = "nothing"
    PHONE = "phone"
    PAPER = "paper"
    LABEL = "label"
    SHEET = "sheet"
    """The test sheet; its codes say what they are."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the synthetic camera shows from now on. What varies is drawn from `seed`, within these bounds."""

    what: Prop = Prop.NOTHING
    text: str = ""
    symbology: str = "QRCode"  # or Code128
    dark: bool = False  # a phone in dark mode: light modules on a dark screen
    tilt: float = 0.5  # 0 flat … 1 as askew as people hold things
    scale: float = 1.0  # 0.6 far … 1.6 near
    light: float = 1.0  # 0.4 evening … 1.6 sunny
    shake: float = 1.0  # 0 on a stand … 3 a trembling hand
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file's bytes; with `hold` the child looks at it again and again for so many seconds."""

    source: int
    untrusted_bytes: bytes
    hold: float = 0.0


@dataclass(frozen=True, slots=True)
class Stop:
    """End now."""


ToChild = Scene | Picture | Stop
