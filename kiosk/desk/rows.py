"""The lines of a manifest as cells: CSV, JSON Lines or a workbook, streamed, with the number of the line each row begins at.

CSV is UTF-8, or in the encoding that makes most sense of its header: GB18030 or Latin-1. Needed cells are ASCII in all of them, and no
byte of a GB18030 character looks like a comma, a quotation mark or an end of line, so a wrong guess can spoil no row. Bytes that
fit no encoding pass through (`surrogateescape`): in a column that is dropped they do not matter, and no needed cell's pattern
takes them.
"""

import codecs
import csv
import json
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import BinaryIO, Literal

from kiosk.desk import workbook
from kiosk.desk.columns import ANY_CARRIER, Header, Need
from kiosk.errors import ManifestFault

Format = Literal["csv", "jsonl", "xlsx"]
Untrusted = dict[Need, str] | str
"""The needed cells of a row, or the sentence why it cannot be read."""

LONGEST_LINE = 1 << 20
DELIMITERS = ",;\t"
REPORT_EVERY = 1 << 18
"""Bytes between two calls of `progress`."""
SHOWN = 40
"""Characters of a dropped column's name that are shown."""
MOST_COLUMNS = 1_000
UTF8 = "utf-8"
BOM_GB18030 = b"\x84\x31\x95\x33"
OTHER_ENCODINGS = ("gb18030", "latin-1")
"""What a header that is not UTF-8 may be in; the first of those that make sense of as many columns."""
LONG_NUMBER = (
    "A long number in this row lost its last digits. Let the column be text in the workbook, and fill it in anew."
)

_BEGINNINGS = {
    codecs.BOM_UTF16_LE: "The manifest is in UTF-16. Save it as CSV in UTF-8.",
    codecs.BOM_UTF16_BE: "The manifest is in UTF-16. Save it as CSV in UTF-8.",
    b"\xd0\xcf\x11\xe0": "This is a workbook of an old form. Save it as XLSX, or as CSV in UTF-8.",
    b"%PDF": "This is a PDF, not a manifest. Ask the carrier for CSV.",
}


class Manifest:
    """The rows of one manifest; `dropped` names the columns that were not looked at, as far as it was read."""

    def __init__(
        self,
        stream: BinaryIO,
        *,
        wanted: frozenset[Need],
        form: Format | None,
        progress: Callable[[int], None],
        header: Header = ANY_CARRIER,
    ) -> None:
        self.dropped: list[str] = []
        self._meaning = header
        self._wanted = wanted
        self._form = form
        self._stream = stream
        self._progress = progress
        self._needs: dict[str, Need | None] = {}

    def rows(self) -> Iterator[tuple[int, Untrusted]]:
        """Line number (from 1) and cells of each row; raises `ManifestFault` where the whole file cannot be read."""
        beginning = self._stream.read(len(workbook.BEGINNING))
        self._stream.seek(0)
        if self._form == "xlsx" or (self._form is None and beginning == workbook.BEGINNING):
            return self._sheet_rows()
        lines = _text_lines(self._stream, self._progress, self._encoding)
        for number, line in enumerate(lines, 1):
            if line.strip():
                jsonl = self._form == "jsonl" or (self._form is None and line.lstrip()[0] in "{[")
                return self._json_rows(number, chain([line], lines)) if jsonl else self._csv_rows(number, line, lines)
        raise ManifestFault("The manifest is empty. Ask the carrier for it once more.")

    def _csv_rows(self, number: int, header: str, lines: Iterator[str]) -> Iterator[tuple[int, Untrusted]]:
        delimiter = self._delimiter(header)
        columns = self._columns(_split(header, delimiter))
        width, reader = len(columns), csv.reader(lines, delimiter=delimiter, strict=True)
        needed = [(index, need) for index, need in enumerate(columns) if need is not None]
        while True:
            begins = number + reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                if number + reader.line_num > begins:
                    raise ManifestFault(
                        f"A quotation mark in line {begins} is never closed. Mend that line, then import again."
                    ) from None
                yield begins, "The quotation marks or the length of this line cannot be right."
                continue
            if len(cells) == width or (len(cells) > width and not any(cells[width:])):
                if any(cells):
                    yield begins, {need: cells[index] for index, need in needed}
            elif any(cells):
                yield begins, f"The line has {len(cells)} cells, the header {width}."

    def _sheet_rows(self) -> Iterator[tuple[int, Untrusted]]:
        rows = workbook.sheet_rows(self._stream, self._progress)
        header = next((workbook.trimmed(cells) for _, cells in rows if any(map(str.strip, cells))), None)
        if header is None:
            raise ManifestFault("The manifest is empty. Ask the carrier for it once more.")
        needed = [(index, need) for index, need in enumerate(self._columns(header)) if need is not None]
        for number, cells in rows:
            row = {need: cells[index] for index, need in needed if index < len(cells)}
            if workbook.LOST_DIGITS in row.values():
                yield number, LONG_NUMBER
            elif len(cells) > len(header) and any(map(str.strip, cells[len(header) :])):
                yield number, f"The line has {len(workbook.trimmed(cells))} cells, the header {len(header)}."
            elif any(map(str.strip, cells)):
                yield number, row

    def _encoding(self, first_line: bytes) -> str:
        """What the manifest is written in, by its first line."""
        try:
            first_line.decode(UTF8)
        except UnicodeDecodeError:
            found = {encoding: first_line.decode(encoding, "surrogateescape") for encoding in OTHER_ENCODINGS}
            best = max(OTHER_ENCODINGS, key=lambda one: self._known(found[one], self._delimiter(found[one])))
            return best if self._known(found[best], self._delimiter(found[best])) else UTF8
        return UTF8

    def _delimiter(self, header: str) -> str:
        """The one that gives most columns we know."""
        return max(DELIMITERS, key=lambda one: (self._known(header, one), len(_split(header, one))))

    def _known(self, header: str, delimiter: str) -> int:
        return sum(self._meaning.need_of(name) is not None for name in _split(header, delimiter))

    def _columns(self, names: Sequence[str]) -> list[Need | None]:
        """What each column is for."""
        columns: list[Need | None] = []
        for name in names:
            need = self._need(name)
            if need is not None and need in columns:
                raise ManifestFault(_two_columns(need, columns.index(need) + 1, len(columns) + 1))
            columns.append(need)
        if Need.WAYBILL not in columns:
            raise ManifestFault("No column of the manifest is headed waybill. Write a header line with waybill in it.")
        return columns

    def _json_rows(self, number: int, lines: Iterator[str]) -> Iterator[tuple[int, Untrusted]]:
        for line_number, line in enumerate(lines, number):
            if line.strip():
                yield line_number, self._json_cells(line)

    def _json_cells(self, line: str) -> Untrusted:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            return "This line is not one JSON object."
        cells: dict[Need, str] = {}
        for name, value in row.items():
            need = self._need(name)
            if need is None or value is None:
                continue
            if need in cells:
                return f"Two fields give the {need.replace('_', ' ')}."
            if not isinstance(value, str | int) or isinstance(value, bool):
                return f"The {need.replace('_', ' ')} is not a text."
            cells[need] = value if isinstance(value, str) else _digits(value)
        return cells

    def _need(self, name: str) -> Need | None:
        """What a column is for; one that is not wanted is named among the dropped."""
        if name not in self._needs:
            if len(self._needs) >= MOST_COLUMNS:
                raise ManifestFault(f"The manifest has over {MOST_COLUMNS} columns. Is it a list of parcels?")
            need = self._meaning.need_of(name)
            self._needs[name] = need if need in self._wanted else None
            if need not in self._wanted:
                self.dropped.append(_shown(name))
        return self._needs[name]


def _text_lines(
    stream: BinaryIO, progress: Callable[[int], None], encoding_of: Callable[[bytes], str]
) -> Iterator[str]:
    unreported, number, encoding = 0, 0, ""
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if number == 1:
            for beginning, sentence in _BEGINNINGS.items():
                if line.startswith(beginning):
                    raise ManifestFault(sentence)
            encoding = "gb18030" if line.startswith(BOM_GB18030) else ""
            line = line.removeprefix(codecs.BOM_UTF8).removeprefix(BOM_GB18030)
        if not encoding and line.strip():
            encoding = encoding_of(line)
        if b"\0" in line:
            raise ManifestFault(f"Line {number} is not text. A manifest is CSV or JSON Lines in UTF-8.")
        if len(line) == LONGEST_LINE:
            raise ManifestFault(f"Line {number} is longer than any list of parcels has. Check the file.")
        unreported += len(line)
        if unreported >= REPORT_EVERY:
            progress(unreported)
            unreported = 0
        yield line.decode(encoding or UTF8, "surrogateescape")
    progress(unreported)


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error:
        return []


def _two_columns(need: Need, first: int, second: int) -> str:
    return f"Columns {first} and {second} both give the {need.replace('_', ' ')}. Remove or rename one."


def _digits(number: int) -> str:
    try:
        return str(number)
    except ValueError:  # Python writes no number of more than 4,300 digits
        return "?"


def _shown(name: str) -> str:
    """A column's name, fit for a terminal."""
    return "".join(c if c.isprintable() else "?" for c in name.strip())[:SHOWN]
