"""What is this code? The one place where outside text becomes one of our own values, or is named foreign.

Nothing here raises, opens, logs or looks anything up. Texts are cut to size before any pattern is tried: a pattern from the settings
never meets more than 512 bytes.

A linear barcode is a label: it is never taken for a token or a typed code by its shape. In the other symbologies a text of exactly the
typed form, no spaces, is a typed code; whoever takes it must count it towards the lockout as if it had been typed, or a
screen that shows numbers would be a way around the keypad's limit.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.codes import carrier, sheet_code, token, typed, waybill
from kiosk.codes.carrier import CarrierCode, CarrierPattern
from kiosk.codes.sheet_code import SheetCode
from kiosk.codes.token import Badge, Damaged, Token
from kiosk.codes.typed import TypedCode, TypedForm
from kiosk.codes.waybill import Waybill, WaybillKind

__all__ = [
    "Badge",
    "CarrierCode",
    "CarrierPattern",
    "CodePatterns",
    "Damaged",
    "Foreign",
    "ForeignKind",
    "Recognised",
    "SheetCode",
    "SignedCode",
    "Token",
    "TypedCode",
    "Waybill",
    "WebLink",
    "recognise",
]

LONGEST = 512
"""Bytes a code may have."""
LONGEST_SIGNED = 2_048
"""Bytes that a receipt (`HKR:`) or a checkpoint (`HKC:`) may have: 900 of content, half as many again in base45, and a line to read."""
SHOWN = 64
"""Characters of a foreign text that are kept."""

_SIGNED = (b"HKR:", b"HKC:")
_LINK = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)", re.IGNORECASE)
_WHITESPACE = " \t\r\n"
_LINEAR = re.compile(r"(?:code|itf|codabar|ean|upc|isbn|databar|telepen|pzn|dxfilmedge|linear)", re.IGNORECASE)


class ForeignKind(StrEnum):
    """Why a text is none of the codes we know."""

    TEXT = "text"
    TOO_LONG = "too_long"
    CONTROL = "control"
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True)
class CodePatterns:
    """What a depot's settings say about codes."""

    typed_form: TypedForm = TypedForm.DIGITS
    carriers: tuple[CarrierPattern, ...] = ()


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link. It is never opened, so not even its text is kept."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """None of the codes we know; `text` only where it is printable and at most 64 characters (a place sticker is such a text)."""

    why: ForeignKind
    text: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SignedCode:
    """A receipt or a checkpoint by its prefix; whether it is one, and genuine, is asked of `ledger.receipt` and `ledger.checkpoint`."""

    text: str


Recognised = Token | TypedCode | CarrierCode | Waybill | Badge | WebLink | SignedCode | SheetCode | Foreign | Damaged


def recognise(untrusted_text: bytes, *, symbology: str, patterns: CodePatterns, fragment: bool = False) -> Recognised:
    """What the bytes of a code are. Never raises, whatever the bytes.

    symbology: zxing-cpp's name (`QRCode`, `Code128`); any other, such as a hand scanner's "", may hold every kind.
    fragment: the reader saw one part of a structured append.
    Bytes are read as UTF-8, else as ISO-8859-1; white space around the text is passed over.
    """
    if fragment:
        return Foreign(ForeignKind.FRAGMENT)
    is_signed = untrusted_text[:4].upper() in _SIGNED
    if len(untrusted_text) > (LONGEST_SIGNED if is_signed else LONGEST):
        return Foreign(ForeignKind.TOO_LONG)
    text = _decoded(untrusted_text).strip(_WHITESPACE)
    if is_signed and not _has_control(text.replace("\n", "", 1)):  # a receipt's first line is for people
        return SignedCode(text)
    if _has_control(text):
        return _gs1(text) or Foreign(ForeignKind.CONTROL)
    if _LINEAR.match(symbology):
        return sheet_code.parse(text) or _label(text, patterns) or _link(text) or _foreign(text)
    return _ours(text) or _shown(text, patterns) or _link(text) or _foreign(text)


def _decoded(untrusted_text: bytes) -> str:
    try:
        return untrusted_text.decode("utf-8")
    except UnicodeDecodeError:
        return untrusted_text.decode("iso-8859-1")


def _has_control(text: str) -> bool:
    return any(unicodedata.category(character) == "Cc" for character in text)


def _gs1(text: str) -> Waybill | None:
    """The one kind of text that may hold a control character: GS1's separator."""
    return None if _has_control(text.replace(waybill.GROUP_SEPARATOR, "")) else waybill.parse(text, ())


def _ours(text: str) -> Token | Badge | SheetCode | Damaged | None:
    return token.parse(text) or token.parse_badge(text) or sheet_code.parse(text)


def _label(text: str, patterns: CodePatterns) -> Waybill | CarrierCode | None:
    """A linear barcode: a waybill by its own kind, a carrier's code, or any other waybill."""
    found = waybill.parse(text, patterns.carriers)
    if found and found.kind is not WaybillKind.GENERAL:
        return found
    return carrier.parse(text, patterns.carriers) or found


def _shown(text: str, patterns: CodePatterns) -> CarrierCode | Waybill | TypedCode | None:
    """A two-dimensional code: a carrier's code first, then a waybill by its own kind, a typed code, or any other waybill."""
    code = carrier.parse(text, patterns.carriers)
    if code:
        return code
    found = waybill.parse(text, patterns.carriers)
    if found and found.kind is not WaybillKind.GENERAL:
        return found
    of_typed_form = typed.parse(text, patterns.typed_form)
    return of_typed_form if of_typed_form and of_typed_form.text == text else found


def _link(text: str) -> WebLink | None:
    return WebLink() if _LINK.match(text) else None


def _foreign(text: str) -> Foreign:
    return Foreign(ForeignKind.TEXT, text if len(text) <= SHOWN and text.isprintable() else None)
