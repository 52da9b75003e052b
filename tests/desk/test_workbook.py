"""Workbooks, other encodings and other languages: as carriers send them, and as nobody should."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from kiosk.cli.home import OpenHome
from kiosk.desk import workbook
from kiosk.desk.columns import Need, need_of
from kiosk.desk.manifest import Imported, import_manifest
from kiosk.errors import ManifestFault
from kiosk.parcel import ParcelState

CANARY = "QZX7CANARY"
SHEET = "xl/worksheets/sheet1.xml"


def sheet(*rows: tuple[Any, ...]) -> bytes:
    book, kept = Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    book.create_sheet("another").append(["waybill"])
    book.save(kept)
    return kept.getvalue()


def with_part(archive: bytes, name: str, content: bytes) -> bytes:
    """The archive with one of its parts replaced, or added."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in {*old.namelist(), name}:
            new.writestr(entry, content if entry == name else old.read(entry))
    return kept.getvalue()


def take(kiosk: OpenHome, content: bytes, **how: Any) -> Imported:
    return import_manifest(kiosk.store, kiosk.settings, kiosk.clock, io.BytesIO(content), **how)


def test_a_workbook_as_people_fill_it_in(kiosk: OpenHome, kiosk_home: Path) -> None:
    content = sheet(
        (None,),
        ("运单号", "收件人", "货位", "截止日期", "手机号", "取件码"),
        ("PX0123456789", CANARY, "B-12", date(2026, 12, 24), 600123456, 48219300),
        (),
        (
            340123450001234.0,
            CANARY,
            None,
            datetime(2026, 12, 25, 9),  # noqa: DTZ001  # a workbook knows no zones
            "+34 600 99 88 77",
            None,
            None,
            " ",
        ),
    )
    told: list[int] = []
    imported = take(kiosk, content, progress=told.append)
    assert (imported.rows, imported.taken, imported.refused) == (2, 2, ())
    assert imported.dropped_columns == ("收件人",)
    assert sum(told) == len(content)
    found = kiosk.store.parcels.by_waybill("PX0123456789")
    assert found is not None
    assert (found.state, found.place, found.last_day) == (ParcelState.WAITING, "B-12", date(2026, 12, 24))
    assert found.hint == "3456"
    number = kiosk.store.parcels.by_waybill("340123450001234")
    assert number is not None
    assert (number.last_day, number.hint) == (date(2026, 12, 25), "8877")
    for kept in (path.read_bytes() for path in kiosk_home.rglob("*") if path.is_file()):
        assert CANARY.encode() not in kept


def test_bad_rows_of_a_workbook_are_named_by_their_number(kiosk: OpenHome) -> None:
    content = sheet(
        ("waybill", "place", "name"),
        ("=1+1", None, CANARY),
        (340123450000000000, None, CANARY),
        ("PX0123456789", "nowhere", CANARY),
        ("PX0123456789", None, CANARY, CANARY),
        (None, "B-12", CANARY),
        (True, None, None),
        ("PX0123456790", None, None),
    )
    imported = take(kiosk, content, keep_good=True)
    assert [(row.line, row.why) for row in imported.refused] == [
        (2, "The waybill is missing."),  # a formula that was never calculated holds nothing
        (
            3,
            "A long number in this row lost its last digits. Let the column be text in the workbook, and fill it in anew.",
        ),
        (4, "The place is not written like B-12 or B-12-047."),
        (5, "The line has 4 cells, the header 3."),
        (6, "The waybill is missing."),
        (7, "The waybill is of no known form."),
    ]
    assert (imported.rows, imported.taken) == (7, 1)
    assert CANARY not in repr(imported)


def bombs() -> dict[str, bytes]:
    good = sheet(("waybill",), ("PX0123456789",))
    laughs = b"".join(b'<!ENTITY a%d "%s">' % (n + 1, b"&a%d;" % n * 20) for n in range(12))
    entities = b'<!DOCTYPE worksheet [<!ENTITY a0 "ha">' + laughs + b"]><worksheet>&a12;</worksheet>"
    outside = b'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'
    return {
        "unfolds": with_part(good, SHEET, b"<!--" + b" " * 3_000_000 + b"-->"),
        "shared": with_part(good, "xl/sharedStrings.xml", b"<!--" + b" " * 3_000_000 + b"-->"),
        "entities": with_part(good, SHEET, entities),
        "outside": with_part(good, SHEET, outside),
        "no_xml": with_part(good, SHEET, b"\x00" * 40),
        "zip_only": with_part(good, "[Content_Types].xml", b"<Types/>"),
        "cut": good[: len(good) // 2],
        "head": workbook.BEGINNING + bytes(60),
    }


@pytest.mark.parametrize("name", sorted(bombs()))
def test_a_bomb_is_a_sentence(kiosk: OpenHome, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_BYTES", 1_000_000)
    monkeypatch.setattr(workbook, "MOST_SHARED", 1_000_000)
    with pytest.raises(ManifestFault, match="unfolds to more" if name in {"unfolds", "shared"} else "cannot be read"):
        take(kiosk, bombs()[name])
    assert kiosk.store.parcels.count() == 0


def test_a_sheet_that_claims_a_row_far_below_ends(kiosk: OpenHome, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 2_000)
    far = b"<row r='999999999999'><c r='A999999999999' t='inlineStr'><is><t>PX0123456789</t></is></c></row>"
    rows = b"<row r='1'><c r='A1' t='inlineStr'><is><t>waybill</t></is></c></row>" + far
    xml = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>%s</sheetData></worksheet>"
    content = with_part(sheet(("waybill",)), SHEET, xml % rows)
    assert take(kiosk, content).rows == 0


GOOD = sheet(("waybill", "place"), ("PX0123456789", "B-12"), ("PX0123456790", None))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_spoiled_workbook_is_taken_or_refused(kiosk: OpenHome, data: st.DataObject) -> None:
    """Bytes of the archive are spoiled, or of the XML inside it, which a checksum would else protect."""
    names = zipfile.ZipFile(io.BytesIO(GOOD)).namelist()
    part = data.draw(st.sampled_from([None, *names]))
    content = bytearray(GOOD if part is None else zipfile.ZipFile(io.BytesIO(GOOD)).read(part))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    spoiled = bytes(content) if part is None else with_part(GOOD, part, bytes(content))
    try:
        imported = take(kiosk, spoiled, format="xlsx", dry_run=True)
    except ManifestFault:
        pass
    else:
        assert imported.taken <= imported.rows
    assert kiosk.store.parcels.count() == 0


CHINESE = (
    "运单号,收件人,货位,截止日期,快递公司\nPX0123456789,王小明,B-12,2026-12-24,Parcelo\nPX0123456790,李四|\\~,,,\n"
)
SPANISH = "Nº de guía;Guía;Dirección;Ubicación;Último día\nx;PX0123456789;Calle Núñez 3, 1º;B-12;24.12.2026\n"


@pytest.mark.parametrize("start", [b"", b"\x84\x31\x95\x33"])
def test_gb18030_with_its_mark_and_without(kiosk: OpenHome, start: bytes) -> None:
    imported = take(kiosk, start + CHINESE.encode("gb18030"))
    assert (imported.taken, imported.refused, imported.dropped_columns) == (2, (), ("收件人",))
    found = kiosk.store.parcels.by_waybill("PX0123456789")
    assert found is not None
    assert (found.place, found.last_day, found.carrier) == ("B-12", date(2026, 12, 24), "Parcelo")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252"])
def test_spanish_headers_in_the_encodings_of_old_programs(kiosk: OpenHome, encoding: str) -> None:
    imported = take(kiosk, SPANISH.encode(encoding))
    assert (imported.taken, imported.refused) == (1, ())
    assert imported.dropped_columns == ("Nº de guía", "Dirección")
    found = kiosk.store.parcels.by_waybill("PX0123456789")
    assert found is not None
    assert (found.place, found.last_day) == ("B-12", date(2026, 12, 24))


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_characters=',;\t"\r\n\0', codec="utf-8"), max_size=12))
def test_no_character_of_gb18030_spoils_its_row(kiosk: OpenHome, name: str) -> None:
    text = f"运单号,收件人,货位\nPX0123456789,{name},B-12\nPX0123456790,x,B-13\n"
    assert take(kiosk, text.encode("gb18030"), dry_run=True).taken == 2


@pytest.mark.parametrize(
    ("header", "need"),
    [
        ("Código de Recogida", Need.PICKUP_CODE),
        ("TELÉFONO-MÓVIL", Need.PHONE),
        (" 运单 号 ", None),
        ("手机号码", Need.PHONE),
        ("Fecha límite", Need.LAST_DAY),
        ("Transportista", Need.CARRIER),
        ("收件人", None),
        ("Nombre", None),
    ],
)
def test_headers_in_other_languages(header: str, need: Need | None) -> None:
    assert need_of(header) is need


def test_what_a_carrier_calls_its_columns_is_remembered(kiosk: OpenHome) -> None:
    own = {Need.WAYBILL: "Ref. A", Need.PLACE: "fach"}
    text = "Ref A,waybill,FACH\n{},{},B-12\n"
    first = text.format("PX0123456789", CANARY).encode()
    assert take(kiosk, first, carrier="Paketo", columns=own, dry_run=True).taken == 1
    with pytest.raises(ManifestFault, match="No column"):
        take(kiosk, b"ref-a,Fach\nPX0123456790,B-13\n", carrier="Paketo")
    imported = take(kiosk, first, carrier="Paketo", columns=own)
    assert (imported.taken, imported.dropped_columns) == (1, ("waybill",))
    assert take(kiosk, b"ref-a,Fach\nAAAA0123456790,B-13\n", carrier="paketo").taken == 1
    found = [kiosk.store.parcels.by_waybill(waybill) for waybill in ("PX0123456789", "AAAA0123456790")]
    assert [one and (one.carrier, one.place) for one in found] == [("Parcelo", "B-12"), ("paketo", "B-13")]
    with pytest.raises(ManifestFault, match="No column"):
        take(kiosk, b"ref-a,Fach\nPX0123456791,B-13\n", carrier="another")
