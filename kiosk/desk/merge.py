"""Joining notices with a carrier's own list of phone numbers. In memory, without a home, a log or another file."""

import csv
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.codes import waybill
from kiosk.desk.columns import LONGEST_CELL, Need, is_phone
from kiosk.desk.rows import Manifest
from kiosk.errors import ManifestFault

WAYBILL, TEXT = "waybill", "text"


@dataclass(frozen=True, slots=True)
class Merged:
    """Phone number and text of each notice that found its number, and how many did not."""

    rows: tuple[tuple[str, str], ...] = field(repr=False)
    without: int


def merge_notices(notices: Path, numbers: Path) -> Merged:
    """Join by waybill; raises `ManifestFault` for a file that cannot be read. Rows of no use are passed over."""
    texts = _texts(notices)
    found: dict[str, str] = {}
    try:
        with numbers.open("rb") as stream:
            manifest = Manifest(
                stream, wanted=frozenset({Need.WAYBILL, Need.PHONE}), form=None, progress=lambda _: None
            )
            for _, untrusted in manifest.rows():
                if isinstance(untrusted, dict):
                    phone = untrusted.get(Need.PHONE, "").strip()
                    key = _key(untrusted.get(Need.WAYBILL, ""))
                    if key in texts and is_phone(phone):
                        found[key] = phone
    except OSError as error:
        raise ManifestFault(f"The list of numbers cannot be read ({error.strerror}).") from None
    rows = tuple((found[key], text) for key, text in texts.items() if key in found)
    return Merged(rows, len(texts) - len(rows))


def _texts(notices: Path) -> dict[str, str]:
    no_notices = ManifestFault("These are no notices. Write them with: kiosk notices export")
    try:
        with notices.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            if next(reader, None) != [WAYBILL, TEXT]:
                raise no_notices
            rows = list(reader)
    except (UnicodeDecodeError, csv.Error):
        raise no_notices from None
    except OSError as error:
        raise ManifestFault(f"The notices cannot be read ({error.strerror}).") from None
    if any(len(row) != 2 for row in rows):
        raise no_notices
    return {_key(number): text for number, text in rows}


def _key(untrusted_waybill: str) -> str:
    """One text for each waybill, however the list writes it."""
    found = waybill.parse(untrusted_waybill, ()) if len(untrusted_waybill) <= LONGEST_CELL else None
    return found.text if found else untrusted_waybill.strip().upper()
