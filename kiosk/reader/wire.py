"""What travels between the kiosk and its reader child: framed, bounded, typed messages. Pure.

A frame on the wire is a 4-byte big-endian length and a body: a JSON object in UTF-8, or, into the child only, picture bytes
behind a head that starts with `P`. The child reads hostile pictures, so nothing it sends is believed: sizes, types, ranges, counts
and words are all checked, and the first breach is a `WireFault`.
"""

import base64
import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from kiosk.reader.fields import Fields, WireFault, checked_number

PROTOCOL = 1
MAX_FROM_CHILD = 64 * 1024  # bytes of a body
MAX_PICTURE = 64 * 1024 * 1024  # bytes of a picture file
MAX_TEXT = 8 * 1024  # bytes of a code; a QR code holds at most 7,089 digits
MAX_CODES = 32  # in one frame
MAX_SIDE = 100_000  # pixels
MAX_COUNT = 2**53 - 1  # whole numbers that JSON carries exactly everywhere
NAMES_OF_PROBES = ("create", "read", "mkdir", "socket", "connect", "fork", "exec", "ptrace", "kill", "pass_descriptor")
SYMBOLOGIES = (  # the names of zxing-cpp, except that its QRCodeModel2 is "QRCode"
    "QRCode", "MicroQRCode", "RMQRCode", "DataMatrix", "Aztec", "PDF417", "Code128", "Code39", "Code93", "Codabar", "ITF", "EAN13",
    "EAN8", "UPCA", "UPCE", "DataBar", "DataBarExp", "DataBarLtd",
)  # fmt: skip

Corner = tuple[float, float]
Corners = tuple[Corner, Corner, Corner, Corner]

_LENGTH = struct.Struct(">I")
_PICTURE_HEAD = struct.Struct(">cIf")  # b"P", source, seconds to hold it


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


@dataclass(frozen=True, slots=True)
class Sighting:
    """One code in one frame."""

    symbology: str
    untrusted_text: bytes
    corners: Corners  # clockwise from the top left, in pixels of the source
    fragment: bool = False  # one part of a structured-append series: never a whole code


@dataclass(frozen=True, slots=True)
class Frame:
    """What one frame held. `ms` is the time from grey pixels to codes; brightness and contrast 0…255, sharpness 0…1e6."""

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


def encode(message: FromChild | ToChild) -> bytes:
    """The message as one frame on the wire."""
    if isinstance(message, Picture):
        head = _PICTURE_HEAD.pack(b"P", message.source, message.hold)
        return b"".join((_LENGTH.pack(len(head) + len(message.untrusted_bytes)), head, message.untrusted_bytes))
    body = {"kind": type(message).__name__.lower(), **asdict(message)}
    text = json.dumps(body, separators=(",", ":"), allow_nan=False, default=_spell_bytes).encode("utf-8")
    return _LENGTH.pack(len(text)) + text


def _spell_bytes(value: object) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    raise TypeError(type(value).__name__)


def _corner(untrusted: Any) -> Corner:
    if not isinstance(untrusted, list) or len(untrusted) != 2:
        raise WireFault("a corner is no pair")
    x, y = (checked_number(value, "corner", -MAX_SIDE, MAX_SIDE) for value in untrusted)
    return x, y


def _sighting(untrusted: Any) -> Sighting:
    fields = Fields(untrusted)
    a, b, c, d = (_corner(corner) for corner in fields.listed("corners", 4, 4))
    sighting = Sighting(
        fields.choice("symbology", SYMBOLOGIES),
        fields.raw("untrusted_text", MAX_TEXT),
        (a, b, c, d),
        fields.flag("fragment"),
    )
    fields.close()
    return sighting


def _frame(fields: Fields) -> Frame:
    return Frame(
        fields.whole("source", 0, MAX_COUNT),
        fields.whole("number", 0, MAX_COUNT),
        tuple(_sighting(code) for code in fields.listed("codes", 0, MAX_CODES)),
        fields.number("ms", 0, 1e7),
        fields.whole("width", 1, MAX_SIDE),
        fields.whole("height", 1, MAX_SIDE),
        fields.number("brightness", 0, 255),
        fields.number("contrast", 0, 255),
        fields.number("sharpness", 0, 1e6),
        fields.whole("left_out", 0, MAX_COUNT),
    )


def _report(fields: Fields) -> SandboxReport:
    inner = fields.within("denied")
    denied = {name: inner.flag(name) for name in NAMES_OF_PROBES}
    inner.close()
    return SandboxReport(fields.flag("landlock"), fields.flag("seccomp"), denied)


def _source_end(fields: Fields) -> SourceEnd:
    problem = fields.choice_or_none("problem", list(Problem))
    return SourceEnd(
        fields.whole("source", 0, MAX_COUNT),
        fields.whole("frames", 0, MAX_COUNT),
        Problem(problem) if problem else None,
    )


def _scene(fields: Fields) -> Scene:
    return Scene(
        Prop(fields.choice("what", list(Prop))),
        fields.text("text", MAX_TEXT),
        fields.choice("symbology", ("QRCode", "Code128")),
        fields.flag("dark"),
        fields.number("tilt", 0, 1),
        fields.number("scale", 0.6, 1.6),
        fields.number("light", 0.4, 1.6),
        fields.number("shake", 0, 3),
        fields.whole("seed", 0, MAX_COUNT),
    )


def _picture(body: bytes) -> Picture:
    try:
        _kind, source, hold = _PICTURE_HEAD.unpack_from(body)
    except struct.error:
        raise WireFault("a picture without its head") from None
    if not 0 <= hold <= 3600:
        raise WireFault("hold is no number in its range")
    return Picture(source, body[_PICTURE_HEAD.size :], hold)


M = TypeVar("M")


class Decoder(Generic[M]):
    """Fed with bytes as they come, gives whole messages; the first breach of a rule is a `WireFault`, and then it is of no use."""

    def __init__(
        self, kinds: Mapping[str, Callable[[Fields], M]], most: int, picture: Callable[[bytes], M] | None = None
    ) -> None:
        self._kinds = kinds
        self._most = most
        self._picture = picture
        self._held = bytearray()

    def feed(self, untrusted: bytes) -> list[M]:
        """The messages that are whole now."""
        self._held += untrusted
        messages: list[M] = []
        while len(self._held) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._held)
            if length > self._most:
                raise WireFault("a message over its bound")
            end = _LENGTH.size + length
            if len(self._held) < end:
                break
            body = bytes(memoryview(self._held)[_LENGTH.size : end])
            del self._held[:end]
            messages.append(self._read(body))
        return messages

    def _read(self, body: bytes) -> M:
        if self._picture is not None and body[:1] == b"P":
            return self._picture(body)
        fields = Fields.parse(body)
        message = self._kinds[fields.choice("kind", self._kinds)](fields)
        fields.close()
        return message


def from_child() -> Decoder[FromChild]:
    """The parent's decoder."""
    kinds: dict[str, Callable[[Fields], FromChild]] = {
        "hello": lambda fields: Hello(fields.whole("protocol", PROTOCOL, PROTOCOL)),
        "sandboxreport": _report,
        "frame": _frame,
        "sourceend": _source_end,
        "alive": lambda _fields: Alive(),
        "fault": lambda fields: Fault(Problem(fields.choice("problem", list(Problem)))),
    }
    return Decoder(kinds, MAX_FROM_CHILD)


def to_child() -> Decoder[ToChild]:
    """The child's decoder."""
    kinds: dict[str, Callable[[Fields], ToChild]] = {"scene": _scene, "stop": lambda _fields: Stop()}
    return Decoder(kinds, MAX_PICTURE + _PICTURE_HEAD.size, _picture)
