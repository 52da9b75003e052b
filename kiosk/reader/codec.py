"""Spells the messages of `wire` as framed, bounded bytes, and reads them back. Pure.

A frame on the wire is a 4-byte big-endian length and a body: a JSON object in UTF-8, or, into the child only, picture bytes
behind a head that starts with `P`. The child reads hostile pictures, so nothing it sends is believed: sizes, types, ranges, counts
and words are all checked, and the first breach is a `WireFault`.
"""

import base64
import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Generic, TypeVar

from kiosk.reader.fields import DECIMALS, Fields, WireFault, checked_number
from kiosk.reader.wire import (
    MAX_CODES,
    MAX_COUNT,
    MAX_FROM_CHILD,
    MAX_PICTURE,
    MAX_SIDE,
    MAX_TEXT,
    NAMES_OF_PROBES,
    PROTOCOL,
    SYMBOLOGIES,
    Advice,
    Alive,
    Corner,
    Fault,
    Frame,
    FromChild,
    Hello,
    Picture,
    Problem,
    Prop,
    SandboxReport,
    Scene,
    Sighting,
    SourceEnd,
    Stop,
    ToChild,
)

_LENGTH = struct.Struct(">I")
_CHILDS_WORDS = [problem for problem in Problem if problem not in (Problem.CRASHED, Problem.SILENT)]
_PICTURE_HEAD = struct.Struct(">cIf")  # b"P", source, seconds to hold it


def encode(message: FromChild | ToChild) -> bytes:
    """The message as one frame on the wire."""
    if isinstance(message, Picture):
        head = _PICTURE_HEAD.pack(b"P", message.source, message.hold)
        return b"".join((_LENGTH.pack(len(head) + len(message.untrusted_bytes)), head, message.untrusted_bytes))
    body = {"kind": type(message).__name__.lower(), **{name: _coarse(value) for name, value in asdict(message).items()}}
    text = json.dumps(body, separators=(",", ":"), allow_nan=False, default=_spell_bytes).encode("utf-8")
    return _LENGTH.pack(len(text)) + text


def _coarse(value: Any) -> Any:
    """The same with numbers as fine as they may be on the wire."""
    if isinstance(value, float):
        return round(value, DECIMALS)
    if isinstance(value, dict):
        return {name: _coarse(inner) for name, inner in value.items()}
    return [_coarse(inner) for inner in value] if isinstance(value, list | tuple) else value


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
    advice = fields.choice_or_none("advice", list(Advice))
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
        Advice(advice) if advice else None,
        fields.number("glare", 0, 1),
    )


def _report(fields: Fields) -> SandboxReport:
    inner = fields.within("denied")
    denied = {name: inner.flag(name) for name in NAMES_OF_PROBES}
    inner.close()
    return SandboxReport(fields.flag("landlock"), fields.flag("seccomp"), denied)


def _source_end(fields: Fields) -> SourceEnd:
    problem = fields.choice_or_none("problem", _CHILDS_WORDS)
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
        "fault": lambda fields: Fault(Problem(fields.choice("problem", _CHILDS_WORDS))),
    }
    return Decoder(kinds, MAX_FROM_CHILD)


def to_child() -> Decoder[ToChild]:
    """The child's decoder."""
    kinds: dict[str, Callable[[Fields], ToChild]] = {"scene": _scene, "stop": lambda _fields: Stop()}
    return Decoder(kinds, MAX_PICTURE + _PICTURE_HEAD.size, _picture)
