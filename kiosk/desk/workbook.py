"""The first sheet of a workbook (XLSX, ECMA-376) as rows of plain texts. No formula is evaluated: what was last calculated is read.

A workbook is a zip archive of XML, so what it unfolds to is bounded before it is opened, and each part is read through once to see
that it declares the truth. Long numbers are refused, because a workbook keeps 15 digits of a number and fills up with zeros.
"""

import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from io import SEEK_END
from itertools import islice
from typing import Any, BinaryIO
from xml.etree.ElementTree import Element

from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet._reader import WorkSheetParser

from kiosk.errors import ManifestFault

BEGINNING = b"PK\x03\x04"
MOST_BYTES = 300_000_000
"""All that the archive may unfold to: 1,000,000 rows of a carrier's list take about 250 MB."""
MOST_SHARED = 64_000_000
"""The texts that many cells share are held in memory."""
MOST_ENTRIES = 2_000
CHUNK = 1 << 16
MOST_ROWS = 1_048_576
"""Excel's own limit."""
SAFE_DIGITS = 10**15
LOT = 1_000
"""Rows that are read together."""

LOST_DIGITS = "\N{REPLACEMENT CHARACTER}"
"""Stands for a number that the workbook did not keep whole; no pattern takes it."""

_PLAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t"

NO_WORKBOOK = "The workbook cannot be read. Save it anew as XLSX, or as CSV in UTF-8."


def sheet_rows(untrusted_stream: BinaryIO, progress: Callable[[int], None]) -> Iterator[tuple[int, list[str]]]:
    """Number (from 1) and cells of each row; raises `ManifestFault` for an archive that is no workbook, or too much of one.

    `progress` is told how many bytes of the archive were read since it was last told.
    """
    told = 0
    with _faults():
        _bounded(untrusted_stream)
        book = load_workbook(untrusted_stream, read_only=True, data_only=True, keep_links=False)
        if not book.worksheets:
            raise ManifestFault(NO_WORKBOOK)
        rows = _Rows.of(book).numbered()
    while lot := _next(rows):
        for number, row in lot:
            yield number, [_text(value) for value in row]
        if untrusted_stream.tell() > told:
            progress(untrusted_stream.tell() - told)
            told = untrusted_stream.tell()
    progress(max(0, untrusted_stream.seek(0, SEEK_END) - told))


class _Rows(WorkSheetParser):  # type: ignore[misc]  # openpyxl has no types
    """openpyxl's, but a cell that is plain text inside itself is read straight, which took most of the time."""

    col_counter: int

    @classmethod
    def of(cls, book: Workbook) -> "_Rows":
        """The rows of the first sheet."""
        sheet = book.worksheets[0]
        return cls(
            sheet._get_source(),  # noqa: SLF001  # what its own reader is given; there is no public way
            sheet._shared_strings,  # noqa: SLF001  # the same
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001  # the same
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001  # the same
        )

    def numbered(self) -> Iterator[tuple[int, list[object]]]:
        """Number (from 1, rising) and values of each row that the sheet has; none after a number that no sheet can have."""
        last = 0
        for number, cells in self.parse():
            if number > MOST_ROWS:
                return
            if number > last:
                values: list[object] = [None] * max((cell["column"] for cell in cells), default=0)
                for cell in cells:
                    values[cell["column"] - 1] = cell["value"]
                yield number, values
                last = number

    def parse_cell(self, element: Element) -> dict[str, Any]:
        """One cell's column and value."""
        if element.get("t") != "inlineStr" or len(element) != 1 or len(element[0]) != 1 or element[0][0].tag != _PLAIN:
            cell: dict[str, Any] = super().parse_cell(element)
            return cell
        coordinate = element.get("r")
        self.col_counter = coordinate_to_tuple(coordinate)[1] if coordinate else self.col_counter + 1
        return {"column": self.col_counter, "value": element[0][0].text}


def _next(rows: Iterator[tuple[int, list[object]]]) -> list[tuple[int, list[object]]]:
    with _faults():
        return list(islice(rows, LOT))


def _bounded(untrusted_stream: BinaryIO) -> None:
    """Raise unless all that the archive unfolds to fits: what it declares, and that what it declares is true."""
    archive = zipfile.ZipFile(untrusted_stream)
    entries = archive.infolist()
    shared = sum(one.file_size for one in entries if "sharedstrings" in one.filename.lower())
    if len(entries) > MOST_ENTRIES or shared > MOST_SHARED or sum(one.file_size for one in entries) > MOST_BYTES:
        raise ManifestFault("The workbook unfolds to more than any list of parcels has. Check the file.")
    for entry in entries:
        with archive.open(entry) as part:
            while part.read(CHUNK):  # ends with BadZipFile where size or checksum were a lie
                pass
    untrusted_stream.seek(0)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return LOST_DIGITS if isinstance(value, int) and abs(value) >= SAFE_DIGITS else str(value)


def trimmed(cells: Sequence[str]) -> list[str]:
    """Without the empty cells at its end, which a sheet may have for its looks."""
    last = max((index for index, cell in enumerate(cells, 1) if cell.strip()), default=0)
    return list(cells[:last])


@contextmanager
def _faults() -> Iterator[None]:
    """Whatever goes wrong inside an archive that is broken, on purpose or not, is one sentence."""
    try:
        with warnings.catch_warnings(action="ignore"):  # openpyxl's, of styles and the like that we do not look at
            yield
    except ManifestFault:
        raise
    except Exception:  # noqa: BLE001  # zipfile, zlib, expat and openpyxl each raise what they like; their words may hold a cell
        raise ManifestFault(NO_WORKBOOK) from None
