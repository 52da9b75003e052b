"""Manifests as carriers send them: all or nothing, and not a character of what was not needed."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.cli.home import OpenHome
from kiosk.desk.manifest import HERE, Imported, import_manifest
from kiosk.errors import ManifestFault
from kiosk.parcel import CodeKind, Leaves, Parcel, ParcelState
from kiosk.settings import Hint, Settings

CANARY = "QZX7CANARY"


def take(kiosk: OpenHome, text: str | bytes, **how: Any) -> Imported:
    stream = io.BytesIO(text if isinstance(text, bytes) else text.encode())
    return import_manifest(kiosk.store, kiosk.settings, kiosk.clock, stream, **how)


def refused(imported: Imported) -> list[tuple[int, str]]:
    return [(row.line, row.why) for row in imported.refused]


def parcel(kiosk: OpenHome, waybill: str) -> Parcel:
    found = kiosk.store.parcels.by_waybill(waybill)
    assert found is not None
    return found


def kinds(kiosk: OpenHome) -> list[str]:
    return [type(entry.event).__name__ for entry in kiosk.store.journal.entries()]


def test_a_whole_row(kiosk: OpenHome) -> None:
    imported = take(
        kiosk,
        "Tracking Number;Name;Shelf;Carrier;Pickup by;Pickup code;Leaves;Phone\n"
        "px0123456789;Maria;B-12-047;Parcelo;2026-12-24;P|600123456|482193;clerk;+34 600 123 456\n",
    )
    assert (imported.rows, imported.taken, imported.refused) == (1, 1, ())
    assert imported.dropped_columns == ("Name",)
    found = parcel(kiosk, "PX0123456789")
    assert (found.state, found.place, found.carrier) == (ParcelState.WAITING, "B-12-047", "Parcelo")
    assert (found.last_day, found.leaves, found.hint) == (date(2026, 12, 24), Leaves.CLERK, "3456")
    pickup = kiosk.store.pickups.find(CodeKind.CARRIER, "482193")
    assert pickup is not None
    assert [one.id for one in pickup.parcels] == [found.id]
    assert kinds(kiosk) == ["ParcelReceived", "CodeIssued", "ManifestImported"]


def test_a_row_without_a_place_is_expected(kiosk: OpenHome) -> None:
    take(kiosk, "waybill,place\nPX0123456789,\n")
    found = parcel(kiosk, "PX0123456789")
    assert (found.state, found.place, found.carrier) == (ParcelState.EXPECTED, None, "Parcelo")
    assert kinds(kiosk) == ["ParcelExpected", "ManifestImported"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_delimiters_marks_and_line_endings(kiosk: OpenHome, delimiter: str, start: bytes, ending: str) -> None:
    lines = [delimiter.join(row) for row in (("barcode", "name, first", "place"), ("PX0123456789", "x", "B-12"))]
    imported = take(kiosk, start + ending.join(lines).replace("name, first", "name").encode())
    assert (imported.taken, imported.dropped_columns) == (1, ("name",))


def test_a_comma_inside_quotes_divides_nothing(kiosk: OpenHome) -> None:
    text = '"waybill","address","place"\n"PX0123456789","Calle Mayor 1,\n3º, Madrid","B-12"\n"PX0123456790","","B-13"\n'
    assert take(kiosk, text).taken == 2


def test_json_lines(kiosk: OpenHome) -> None:
    rows = [{"tracking": "PX0123456789", "name": CANARY, "place": None}, {"sscc": 340123450000000000, "place": "B-12"}]
    imported = take(kiosk, "\n".join(json.dumps(row) for row in rows))
    assert (imported.taken, imported.dropped_columns) == (2, ("name",))
    assert parcel(kiosk, "340123450000000000").place == "B-12"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "not one JSON object"),
        ("[1]", "not one JSON object"),
        ("[" * 100_000, "not one JSON object"),
        ("null", "not one JSON object"),
        ('{"waybill": true}', "The waybill is not a text."),
        ('{"waybill": 1.5}', "The waybill is not a text."),
        ('{"waybill": {"a": 1}}', "The waybill is not a text."),
        ('{"waybill": "PX0123456789", "barcode": "PX0123456790"}', "Two fields give the waybill."),
        ('{"place": "B-12"}', "The waybill is missing."),
        ('{"waybill": "PX0123456789", "last day": "soon"}', "The last day"),
        ('{"waybill": "\\ud800PX0123456789"}', "The waybill is of no known form."),
        ('{"waybill": 1' + "0" * 5_000 + "}", "not one JSON object"),
    ],
)
def test_a_bad_line_of_json_lines(kiosk: OpenHome, line: str, why: str) -> None:
    imported = take(kiosk, f'{{"waybill": "PX9999999999"}}\n{line}\n')
    assert (imported.rows, imported.taken, imported.refused[0].line) == (2, 0, 2)
    assert why in imported.refused[0].why


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (f"{CANARY}!,B-12,,,,,", "The waybill is of no known form."),
        (",B-12,,,,,", "The waybill is missing."),
        (f"PX0123456789,{CANARY},,,,,", "The place is not written like B-12 or B-12-047."),
        (f"PX0123456789,,{CANARY * 9},,,,", "The carrier is not a short name."),
        (f"PX0123456789,,,{CANARY},,,", "The last day is not written like 2026-03-31."),
        ("PX0123456789,,,2026-02-30,,,", "The last day is not written like 2026-03-31."),
        ("PX0123456789,,,01/02/2026,,,", "The last day is not written like 2026-03-31."),
        (f"PX0123456789,,,,{CANARY}?,,", "The pickup code is of no known form."),
        (f"PX0123456789,,,,,{CANARY},", "How it leaves is not label, clerk or tap."),
        (f"PX0123456789,,,,,,{CANARY}", "The phone number is of no known form."),
        (f"PX0123456789,{CANARY}", "The line has 2 cells, the header 7."),
        (f"PX0123456789,,,,,,,{CANARY}", "The line has 8 cells, the header 7."),
        (f'PX0123456789,,,,,,"{CANARY}"{CANARY}', "The quotation marks or the length of this line cannot be right."),
        (f"PX0123456789,,,,,,{CANARY * 20_000}", "The quotation marks or the length of this line cannot be right."),
        (f"{'PX0123456789' * 50},,,,,,", "The waybill is of no known form."),
    ],
)
def test_a_bad_cell_is_refused_by_line_and_never_repeated(kiosk: OpenHome, row: str, why: str) -> None:
    header = "waybill,place,carrier,last_day,pickup_code,leaves,phone"
    imported = take(kiosk, f"{header}\nPX9999999999,,,,,,\n{row}\n")
    assert refused(imported) == [(3, why)]
    assert CANARY not in repr(imported)
    assert (imported.taken, kiosk.store.parcels.count(), kinds(kiosk)) == (0, 0, [])


def test_the_good_rows_are_kept_where_asked(kiosk: OpenHome) -> None:
    text = "waybill\nPX0123456789\nbad\n\nPX0123456790\n"
    imported = take(kiosk, text, keep_good=True)
    assert (imported.rows, imported.taken, [row.line for row in imported.refused]) == (3, 2, [3])
    assert kiosk.store.parcels.count() == 2


def test_a_dry_run_says_what_would_be_and_leaves_no_trace(kiosk: OpenHome) -> None:
    text = "waybill,pickup_code\nPX0123456789,48219300\nPX0123456790,48219300\n"
    dry = take(kiosk, text, dry_run=True)
    assert (dry.taken, kiosk.store.parcels.count(), kiosk.store.pickups.count(), kinds(kiosk)) == (2, 0, 0, [])
    assert take(kiosk, text).taken == 2
    assert kiosk.store.journal.verify().ok


def test_duplicates_in_the_file_and_in_the_store(kiosk: OpenHome) -> None:
    take(kiosk, "waybill\nPX0123456789\n")
    imported = take(kiosk, "waybill\nPX0123456790\npx0123456790\nPX0123456789\n", keep_good=True)
    assert refused(imported) == [(3, "The same waybill stands in line 2."), (4, HERE)]
    assert (imported.taken, kiosk.store.parcels.count()) == (1, 2)


def test_rows_with_one_pickup_code_are_one_pickup(kiosk: OpenHome) -> None:
    take(
        kiosk,
        "waybill,carrier,pickup_code\nAAAA11111,Post,48219300\nAAAA22222,Post,48219300\nAAAA33333,Post,99911100\n",
    )
    pickup = kiosk.store.pickups.find(CodeKind.CARRIER, "48219300")
    assert pickup is not None
    assert [one.waybill for one in pickup.parcels] == ["AAAA11111", "AAAA22222"]
    assert kiosk.store.pickups.count() == 2


def test_a_pickup_code_of_another(kiosk: OpenHome) -> None:
    take(kiosk, "waybill,carrier,pickup_code\nAAAA11111,Post,48219300\n")
    imported = take(
        kiosk,
        "waybill,carrier,pickup_code\nAAAA22222,A,777\nAAAA22222,A,77777777\nAAAA33333,B,77777777\nAAAA44444,Post,48219300\n",
    )
    assert refused(imported) == [
        (2, "The pickup code is of no known form."),
        (4, "Another carrier's parcel has the same pickup code."),
        (5, "The pickup code opens a parcel that is here already."),
    ]


def test_a_carrier_uses_its_code_again_when_the_parcel_has_left(kiosk: OpenHome) -> None:
    take(kiosk, "waybill,pickup_code\nAAAA11111,48219300\n")
    kiosk.store.parcels.change(parcel(kiosk, "AAAA11111").id, ParcelState.HANDED_OVER, kiosk.clock.now())
    assert take(kiosk, "waybill,pickup_code\nAAAA22222,48219300\n").taken == 1
    pickup = kiosk.store.pickups.find(CodeKind.CARRIER, "48219300")
    assert pickup is not None
    assert [one.waybill for one in pickup.parcels] == ["AAAA22222"]


@pytest.mark.parametrize(
    ("phone", "hint"), [("600 123 456", "3456"), ("(0)12", "012"), ("", None), ("+34-600-12.34.56", "3456")]
)
def test_the_hint_is_the_last_four_digits(kiosk: OpenHome, phone: str, hint: str | None) -> None:
    take(kiosk, f"waybill,mobile\nPX0123456789,{phone}\n")
    assert parcel(kiosk, "PX0123456789").hint == hint


def without_hint(kiosk: OpenHome) -> OpenHome:
    chosen = Settings(depot=kiosk.settings.depot, carriers=kiosk.settings.carriers, hint=Hint(on=False))
    return OpenHome(kiosk.store, chosen, kiosk.clock)


def test_without_the_hint_the_phone_is_not_looked_at(kiosk: OpenHome) -> None:
    imported = take(without_hint(kiosk), f"waybill,phone\nPX0123456789,{CANARY}\n")
    assert (imported.taken, imported.dropped_columns) == (1, ("phone",))
    assert parcel(kiosk, "PX0123456789").hint is None


def test_nothing_of_a_dropped_column_is_in_any_file(kiosk: OpenHome, kiosk_home: Path) -> None:
    row = f"PX0123456789,{CANARY},Calle {CANARY} 1,600123456"
    imported = take(kiosk, f"waybill,name,address,phone\n{row}\n".replace("600123456", "600 777 456"))
    assert imported.dropped_columns == ("name", "address")
    for content in (path.read_bytes() for path in kiosk_home.rglob("*") if path.is_file()):
        assert CANARY.encode() not in content
        assert b"777 456" not in content


def test_bytes_that_are_not_utf8_do_not_matter_where_nobody_looks(kiosk: OpenHome) -> None:
    imported = take(kiosk, "waybill,name,place\nPX0123456789,José,B-12\nPX0123456790,x,B-é\n".encode("iso-8859-1"))
    assert refused(imported) == [(3, "The place is not written like B-12 or B-12-047.")]
    assert take(kiosk, "waybill,name\nPX0123456789,José\n".encode("iso-8859-1")).taken == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"\n \n\n", "is empty"),
        ("waybill\nPX0123456789\n".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04\x14\0", "workbook"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "No column"),
        (b"\x7fELF" + bytes(200), "not text"),
        (b"name,address\nx,y\n", "No column"),
        (b"PX0123456789,B-12\n", "No column"),
        (b"waybill,name,tracking\n", "Columns 1 and 3 both give the waybill"),
        (b'waybill,"name\nPX0123456789,x\n', "No column"),
        (b'waybill,name\nPX0123456789,"x\nPX0123456790,y\n', "line 2 is never closed"),
        (b'waybill,name\nPX0123456789,"' + b"x\n" * 70_000, "line 2 is never closed"),
        (b"waybill\n" + b"9" * (1 << 21), "Line 2 is longer"),
        (b",".join(b"c%d" % n for n in range(2_000)) + b"\n", "over 1000 columns"),
        (b'[\n{"waybill": "PX0123456789"}\n]\n', None),
    ],
)
def test_a_file_that_is_no_manifest(kiosk: OpenHome, content: bytes, sentence: str | None) -> None:
    if sentence is None:
        assert take(kiosk, content).taken == 0
    else:
        with pytest.raises(ManifestFault, match=sentence):
            take(kiosk, content)
    assert (kiosk.store.parcels.count(), kinds(kiosk)) == (0, [])


def test_a_header_alone_takes_nothing(kiosk: OpenHome) -> None:
    imported = take(kiosk, "waybill,place\n")
    assert (imported.rows, imported.taken, kinds(kiosk)) == (0, 0, [])


def test_a_path_that_is_no_file(kiosk: OpenHome, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv", Path("/dev/zero")):
        with pytest.raises(ManifestFault, match="There is no file"):
            import_manifest(kiosk.store, kiosk.settings, kiosk.clock, path)


def test_progress_tells_every_byte(kiosk: OpenHome) -> None:
    text = "waybill,name\n" + "".join(f"PX{n:010},{'x' * 500}\n" for n in range(1_200))
    told: list[int] = []
    take(kiosk, text, dry_run=True, progress=told.append)
    assert len(told) > 2
    assert sum(told) == len(text)


CELL = st.one_of(
    st.sampled_from(
        ["PX0123456789", "B-12", "2026-12-24", "48219300", "label", "600123456", '"', "\n", "\0", "\r", ""]
    ),
    st.text(max_size=12),
)
CSV = st.lists(st.lists(CELL, max_size=8), max_size=6).map(
    lambda rows: "waybill,place,last_day,pickup_code,leaves,phone,name\n" + "\n".join(",".join(row) for row in rows)
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=400), CSV.map(lambda text: text.encode("utf-8", "surrogatepass"))), st.booleans())
@example(b'{"waybill": "PX0123456789"}\n{', True)
def test_any_bytes_are_taken_or_refused(kiosk: OpenHome, untrusted: bytes, keep_good: bool) -> None:
    before = kiosk.store.parcels.count()
    try:
        imported = take(kiosk, untrusted, keep_good=keep_good)
    except ManifestFault:
        assert kiosk.store.parcels.count() == before
    else:
        assert kiosk.store.parcels.count() == before + imported.taken
        assert imported.taken + len(imported.refused) == imported.rows or (not keep_good and not imported.taken)
