"""What a manifest's columns mean, and what a cell of each must look like.

A carrier's list is full of names and addresses. Only the columns named here are looked at; the phone column only where
the depot wants its hint, and of it only the last digits are kept. A bad cell is refused without a word of what it holds.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from kiosk.codes import carrier, waybill
from kiosk.codes.recognise import CodePatterns
from kiosk.codes.waybill import Waybill
from kiosk.errors import KioskFault
from kiosk.parcel import Leaves, is_place

LONGEST_CELL = 200
"""Characters of a needed cell; patterns from the settings never meet more."""
HINT_LENGTH = 4


class Need(StrEnum):
    """What the kiosk wants to know about a parcel."""

    WAYBILL = "waybill"
    PLACE = "place"
    CARRIER = "carrier"
    LAST_DAY = "last_day"
    PICKUP_CODE = "pickup_code"
    LEAVES = "leaves"
    PHONE = "phone"


NAMES: dict[Need, tuple[str, ...]] = {
    Need.WAYBILL: (
        *("waybill", "waybill_number", "waybill_no", "tracking", "tracking_number", "tracking_no", "tracking_id"),
        *("tracking_code", "barcode", "label", "parcel_number", "parcel_id", "consignment", "sscc"),
        *("envio", "numero_de_envio", "guia", "numero_de_guia", "seguimiento", "numero_de_seguimiento", "localizador"),
        *("codigo_de_seguimiento", "albaran", "numero_de_albaran", "bulto", "codigo_de_barras"),
        *("运单号", "运单号码", "运单编号", "快递单号", "物流单号", "单号", "包裹号", "包裹单号", "条码"),
    ),
    Need.PLACE: (
        *("place", "shelf", "shelf_place", "location", "bin"),
        *("lugar", "ubicacion", "estanteria", "estante", "balda", "货架", "货架号", "货位", "货位号", "库位", "位置"),
    ),
    Need.CARRIER: (
        *("carrier", "carrier_name", "courier", "transportista", "mensajeria", "agencia"),
        *("承运商", "快递公司", "物流公司", "快递"),
    ),
    Need.LAST_DAY: (
        *("last_day", "keep_until", "pickup_by", "pick_up_by", "collect_by", "held_until", "hold_until"),
        *("expires", "expiry", "expiry_date", "return_on", "return_date"),
        *("ultimo_dia", "fecha_limite", "recoger_antes_de", "caduca", "caducidad", "fecha_de_caducidad"),
        *("截止日期", "保留至", "最后取件日", "最晚取件日期", "退回日期"),
    ),
    Need.PICKUP_CODE: (
        *("pickup_code", "pick_up_code", "collection_code", "collect_code", "carrier_code", "open_code"),
        *("codigo_de_recogida", "codigo_recogida", "clave_de_recogida", "取件码", "提货码", "取货码"),
    ),
    Need.LEAVES: ("leaves", "release", "how", "forma_de_entrega", "交付方式"),
    Need.PHONE: (
        *("phone", "phone_number", "phone_no", "telephone", "mobile", "mobile_number", "mobile_phone", "cell"),
        *("cell_phone", "recipient_phone", "customer_phone", "receiver_phone"),
        *("telefono", "movil", "telefono_movil", "numero_de_telefono", "celular", "telefono_del_destinatario"),
        *("电话", "电话号码", "手机", "手机号", "手机号码", "联系电话", "收件人电话", "收件人手机", "收件人手机号"),
    ),
}
"""Accepted headers; case, accents, spaces, dashes and dots do not matter."""

_NEEDS = {name: need for need, names in NAMES.items() for name in names}
_BETWEEN = re.compile(r"[\W_]+")


def plain(header: str) -> str:
    """A header without what does not matter in it."""
    parts = unicodedata.normalize("NFKD", header.casefold())
    return _BETWEEN.sub("_", "".join(c for c in parts if not unicodedata.combining(c))).strip("_")


class Header:
    """What the columns of one carrier's manifests are for: by the names we know, or by its own where a depot told us."""

    def __init__(self, own: Mapping[Need, str] | None = None) -> None:
        self._own = {plain(name): need for need, name in (own or {}).items()}
        self._told = frozenset(self._own.values())

    def need_of(self, header: str) -> Need | None:
        """What the column of this header is for; None for one that the kiosk does not need."""
        name = plain(header)
        if name in self._own:
            return self._own[name]
        need = need_of(name)
        return None if need in self._told else need


ANY_CARRIER = Header()


def need_of(header: str) -> Need | None:
    """What a column is for by the names that are known everywhere."""
    return _NEEDS.get(plain(header))


@dataclass(slots=True)  # not frozen: that would take as long as recognising the cells, a hundred thousand times
class Row:
    """One parcel of a manifest, every cell recognised."""

    waybill: Waybill
    place: str | None
    carrier: str | None
    last_day: date | None
    pickup_code: str | None = field(repr=False)
    leaves: Leaves
    hint: str | None = field(repr=False)


_SEATS = {need: seat for seat, need in enumerate(Need)}
"""Where among the fields of a `Row` stands what each is for: they have the same order."""
_CARRIER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 .&+_-]{0,38}[A-Za-z0-9.+])?")
_PICKUP_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/+=-]{3,63}")
_ISO_DAY = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", re.ASCII)
_DOTTED_DAY = re.compile(r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>\d{4})", re.ASCII)
_PHONE = re.compile(r"[+0-9 ()./-]{4,32}")
_NO_DIGIT = re.compile(r"[^0-9]+")

WHY = {
    Need.WAYBILL: "The waybill is of no known form.",
    Need.PLACE: "The place is not written like B-12 or B-12-047.",
    Need.CARRIER: "The carrier is not a short name.",
    Need.LAST_DAY: "The last day is not written like 2026-03-31.",
    Need.PICKUP_CODE: "The pickup code is of no known form.",
    Need.LEAVES: "How it leaves is not label, clerk or tap.",
    Need.PHONE: "The phone number is of no known form.",
}
NO_WAYBILL = "The waybill is missing."
SHORT_CODE = (
    f"The pickup code is shorter than {carrier.SHORTEST_FREE} characters, so its carrier needs a pattern in kiosk.toml."
)
"""A station that knows no pattern would take so short a text for anything, and looks up no guesses."""


def carrier_from(untrusted_text: str) -> str:
    """A carrier's name as a person writes it; raises `KioskFault` where it is none."""
    name = untrusted_text.strip()
    if not _CARRIER.fullmatch(name):
        raise KioskFault("That is no name of a carrier. Write a short one, with letters, digits, dots and dashes.")
    return name


remembered = lru_cache(maxsize=1_000)
"""For cells that recur by the thousand and tell nothing of a person."""


class Cells:
    """Recognises the cells of a row by a depot's patterns."""

    def __init__(self, patterns: CodePatterns, *, leaves: Leaves) -> None:
        self._carriers = patterns.carriers
        self._leaves = leaves
        self._recognise: dict[Need, Callable[[str], Any]] = {
            Need.WAYBILL: self._waybill,
            Need.PLACE: _place,
            Need.CARRIER: _carrier,
            Need.LAST_DAY: _day,
            Need.PICKUP_CODE: self._pickup_code,
            Need.LEAVES: _leaves,
            Need.PHONE: _hint,
        }

    def row(self, untrusted_cells: Mapping[Need, str]) -> Row | str:
        """The row, or a sentence why it is refused. An empty cell is a missing one."""
        found: list[Any] = [None] * len(_SEATS)
        for need, untrusted_cell in untrusted_cells.items():
            if untrusted_cell and (untrusted_text := untrusted_cell.strip()):
                value = self._recognise[need](untrusted_text) if len(untrusted_text) <= LONGEST_CELL else None
                if value is None:
                    return self._why(need, untrusted_text)
                found[_SEATS[need]] = value
        if found[_SEATS[Need.WAYBILL]] is None:
            return NO_WAYBILL
        row = Row(*found)
        row.leaves = row.leaves or self._leaves
        return row

    def _why(self, need: Need, untrusted_text: str) -> str:
        is_short = need is Need.PICKUP_CODE and _PICKUP_CODE.fullmatch(untrusted_text)
        return SHORT_CODE if is_short else WHY[need]

    def _waybill(self, untrusted_text: str) -> Waybill | None:
        return waybill.parse(untrusted_text, self._carriers)

    def _pickup_code(self, untrusted_text: str) -> str | None:
        """The code alone, also where the column holds the whole text of the carrier's QR."""
        found = carrier.parse(untrusted_text, self._carriers)
        if found:
            return found.text
        # A short one is safe where a carrier's QR holds more than the code: its pattern finds it, and nobody else's text is tried.
        is_safe = len(untrusted_text) >= carrier.SHORTEST_FREE or any(one.code for one in self._carriers)
        return untrusted_text if is_safe and _PICKUP_CODE.fullmatch(untrusted_text) else None


@remembered
def _place(untrusted_text: str) -> str | None:
    return untrusted_text if is_place(untrusted_text) else None


@remembered
def _carrier(untrusted_text: str) -> str | None:
    return untrusted_text if _CARRIER.fullmatch(untrusted_text) else None


@remembered
def _leaves(untrusted_text: str) -> Leaves | None:
    return next((way for way in Leaves if way == untrusted_text.lower()), None)


@remembered
def _day(untrusted_text: str) -> date | None:
    match = _ISO_DAY.fullmatch(untrusted_text) or _DOTTED_DAY.fullmatch(untrusted_text)
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])) if match else None
    except ValueError:
        return None


def is_phone(untrusted_text: str) -> bool:
    """Whether a text looks like a phone number."""
    return _PHONE.fullmatch(untrusted_text) is not None


def _hint(untrusted_text: str) -> str | None:
    """The last digits; the rest of the number ends here."""
    return _NO_DIGIT.sub("", untrusted_text)[-HINT_LENGTH:] or None if _PHONE.fullmatch(untrusted_text) else None
