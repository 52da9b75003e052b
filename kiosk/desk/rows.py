"""The lines of a manifest as cells: CSV or JSON Lines, streamed, with the number of the line each row begins at.

Bytes that are not UTF-8 pass through (`surrogateescape`): in a column that is dropped they do not matter, and no needed
cell's pattern takes them.
"""

import codecs
import csv
import json
from collections.abc import Callable, Iterator
from itertools import chain
from typing import BinaryIO, Literal

from kiosk.desk.columns import Need, need_of
from kiosk.errors import ManifestFault

Format = Literal["csv", "jsonl"]
Untrusted = dict[Need, str] | str
"""The needed cells of a row, or the sentence why it cannot be read."""

LONGEST_LINE = 1 << 20
DELIMITERS = ",;\t"
REPORT_EVERY = 1 << 18
"""Bytes between two calls of `progress`."""
SHOWN = 40
"""Characters of a dropped column's name that are shown."""
MOST_COLUMNS = 1_000

_BEGINNINGS = {
    codecs.BOM_UTF16_LE: "The manifest is in UTF-16. Save it as CSV in UTF-8.",
    codecs.BOM_UTF16_BE: "The manifest is in UTF-16. Save it as CSV in UTF-8.",
    b"PK\x03\x04": "This is a workbook or a zip archive, not text. Save the sheet as CSV in UTF-8.",
    b"%PDF": "This is a PDF, not a manifest. Ask the carrier for CSV.",
}


class Manifest:
    """The rows of one manifest; `dropped` names the columns that were not looked at, as far as it was read."""

    def __init__(
        self, stream: BinaryIO, *, wanted: frozenset[Need], form: Format | None, progress: Callable[[int], None]
    ) -> None:
        self.dropped: list[str] = []
        self._wanted = wanted
        self._form = form
        self._stream = stream
        self._progress = progress
        self._needs: dict[str, Need | None] = {}

    def rows(self) -> Iterator[tuple[int, Untrusted]]:
        """Line number (from 1) and cells of each row; raises `ManifestFault` where the whole file cannot be read."""
        lines = _text_lines(self._stream, self._progress)
        for number, line in enumerate(lines, 1):
            if line.strip():
                jsonl = self._form == "jsonl" or (self._form is None and line.lstrip()[0] in "{[")
                return self._json_rows(number, chain([line], lines)) if jsonl else self._csv_rows(number, line, lines)
        raise ManifestFault("The manifest is empty. Ask the carrier for it once more.")

    def _csv_rows(self, number: int, header: str, lines: Iterator[str]) -> Iterator[tuple[int, Untrusted]]:
        delimiter, columns = self._header(header)
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

    def _header(self, line: str) -> tuple[str, list[Need | None]]:
        """The delimiter that gives most columns we know, and what each column is for."""
        headers = {delimiter: _split(line, delimiter) for delimiter in DELIMITERS}
        delimiter = max(DELIMITERS, key=lambda one: (sum(map(_is_known, headers[one])), len(headers[one])))
        columns: list[Need | None] = []
        for name in headers[delimiter]:
            need = self._need(name)
            if need is not None and need in columns:
                raise ManifestFault(_two_columns(need, columns.index(need) + 1, len(columns) + 1))
            columns.append(need)
        if Need.WAYBILL not in columns:
            raise ManifestFault("No column of the manifest is headed waybill. Write a header line with waybill in it.")
        return delimiter, columns

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
            need = need_of(name)
            self._needs[name] = need if need in self._wanted else None
            if need not in self._wanted:
                self.dropped.append(_shown(name))
        return self._needs[name]


def _text_lines(stream: BinaryIO, progress: Callable[[int], None]) -> Iterator[str]:
    unreported, number = 0, 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if number == 1:
            for beginning, sentence in _BEGINNINGS.items():
                if line.startswith(beginning):
                    raise ManifestFault(sentence)
            line = line.removeprefix(codecs.BOM_UTF8)
        if b"\0" in line:
            raise ManifestFault(f"Line {number} is not text. A manifest is CSV or JSON Lines in UTF-8.")
        if len(line) == LONGEST_LINE:
            raise ManifestFault(f"Line {number} is longer than any list of parcels has. Check the file.")
        unreported += len(line)
        if unreported >= REPORT_EVERY:
            progress(unreported)
            unreported = 0
        yield line.decode("utf-8", "surrogateescape")
    progress(unreported)


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error:
        return []


def _is_known(name: str) -> bool:
    return need_of(name) is not None


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
