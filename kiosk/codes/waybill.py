"""Waybills: the number on a parcel's label, in one canonical text however the label, the manifest or a clerk writes it.

Tried in this order: UPU S10, GS1 SSCC, the carriers' patterns, and any `[A-Z0-9-]{8,30}`. A check digit that is wrong is no
error: some carriers print S10-shaped numbers without minding it, so such a text is a waybill of the general kind and must simply be
the one the manifest named. The canonical text is read back to itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.codes.carrier import CarrierPattern

GROUP_SEPARATOR = "\x1d"
"""How scanners report FNC1, GS1's separator (GS1 General Specifications, 7.8)."""


class WaybillKind(StrEnum):
    """How a waybill was recognised."""

    S10 = "s10"
    SSCC = "sscc"
    CARRIER = "carrier"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Waybill:
    """A waybill: S10 with its 13 characters, SSCC with its 18 digits (no `00`), others upper case. `carrier` where a pattern told."""

    text: str = field(repr=False)
    kind: WaybillKind
    carrier: str | None = None


_S10 = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}")
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_SSCC = re.compile(r"[0-9]{18}")
_GENERAL = re.compile(r"(?=.*[A-Z0-9])[A-Z0-9-]{8,30}")
_AIM = re.compile(r"\](?:C1|E0|D2|Q3|J1)")
"""AIM symbology identifiers that say GS1 (Code 128, DataBar, Data Matrix, QR, DotCode), upper case."""
_ELEMENT = re.compile(r"(?:\(00\)|00)([0-9]{18})")
_SHORTEST_ELEMENT = 20
_LINK = re.compile(r"https?://[^/?#]+(?:/[^?#]*)?/00/([0-9]{18})/?(?:[?#].*)?", re.IGNORECASE)


def valid_s10(text: str) -> bool:
    """Whether 13 upper-case characters are an S10 number with the right check digit (UPU S10-12: weights 8 6 4 2 3 5 9 7, modulo 11)."""
    if not _S10.fullmatch(text):
        return False
    rest = 11 - sum(w * int(d) for w, d in zip(_S10_WEIGHTS, text[2:10], strict=True)) % 11
    return int(text[10]) == {10: 0, 11: 5}.get(rest, rest)


def valid_sscc(digits: str) -> bool:
    """Whether 18 digits are an SSCC with the right check digit (GS1 General Specifications 7.9.1: weights 3 and 1, modulo 10)."""
    return bool(_SSCC.fullmatch(digits)) and sum(int(d) * (3, 1)[i % 2] for i, d in enumerate(digits)) % 10 == 0


def parse(untrusted_text: str, carriers: Iterable[CarrierPattern]) -> Waybill | None:
    """The waybill in a text from a label, a manifest or a keyboard, or None. A GS1 Digital Link counts as its SSCC."""
    untrusted_text = untrusted_text.strip(" \t\r\n")
    if not untrusted_text.isascii():
        return None
    digital_link = from_digital_link(untrusted_text) if "/" in untrusted_text else None
    if digital_link is not None:
        return digital_link
    text = untrusted_text.upper()
    spaceless = text.replace(" ", "") if " " in text else text
    if valid_s10(spaceless):
        return Waybill(spaceless, WaybillKind.S10)
    sscc = _from_elements(spaceless) if len(spaceless) >= _SHORTEST_ELEMENT else None
    if sscc is not None:
        return Waybill(sscc, WaybillKind.SSCC)
    return _by_pattern(text, carriers) or _general(text)


def from_digital_link(untrusted_text: str) -> Waybill | None:
    """The SSCC in a GS1 Digital Link of any domain (`https://id.gs1.org/00/…`), or None. The link is read, never opened."""
    match = _LINK.fullmatch(untrusted_text)
    return Waybill(match[1], WaybillKind.SSCC) if match and valid_sscc(match[1]) else None


def _from_elements(text: str) -> str | None:
    """The SSCC in a GS1 element string. Only where a scanner marked it as GS1 may other elements follow the SSCC."""
    unmarked = _AIM.sub("", text, count=1) if _AIM.match(text) else text
    elements = unmarked.lstrip(GROUP_SEPARATOR)
    is_marked = elements != text or GROUP_SEPARATOR in text
    match = _ELEMENT.match(elements) if is_marked else _ELEMENT.fullmatch(elements)
    return match[1] if match and valid_sscc(match[1]) else None


def _by_pattern(text: str, carriers: Iterable[CarrierPattern]) -> Waybill | None:
    if not text.isprintable():
        return None
    for pattern in carriers:
        match = pattern.waybill.fullmatch(text) if pattern.waybill else None
        if match and match[0]:
            return Waybill(match.groupdict().get("waybill") or match[0], WaybillKind.CARRIER, pattern.name)
    return None


def _general(text: str) -> Waybill | None:
    number = _AIM.sub("", text, count=1) if _AIM.match(text) else text
    number = number.strip(GROUP_SEPARATOR)
    return Waybill(number, WaybillKind.GENERAL) if _GENERAL.fullmatch(number) else None
