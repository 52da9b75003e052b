"""Codes on paper: QR images and the slip a customer takes home. A slip needs no words, so it serves every language.

QR codes follow ISO/IEC 18004: error correction M, a quiet zone of 4 modules, black on white. A text of capital letters, digits and
`: - . / + * % $` and spaces is written in alphanumeric mode, which makes a token a version 2 code.
"""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

import segno
from segno import consts

from kiosk.errors import CodeFault

QUIET_ZONE = 4
"""White modules around a QR code."""

_WIDTH, _HEIGHT = 105, 148
"""An A6 slip, in mm."""
_SIDE = 64
"""Of the QR code on the slip, in mm."""
_MASK = 2
"""Columns by threes (ISO/IEC 18004 §7.8.2): it breaks the long rows that alphanumeric text makes."""


def symbol(text: str) -> list[list[bool]]:
    """The modules of a text's QR code, rows from the top, True is dark, quiet zone included; the smallest version that holds it.

    CodeFault when none does (over about 2,300 bytes).
    """
    return _framed(_code(text))


def symbol_in_two(first_line: str, rest: str, *, most: int) -> list[list[bool]]:
    """As `symbol`, for a line that people read and a rest of the alphanumeric mode, each in its own mode; in 20 to 70 ms.

    Error correction M, or L where M would need a version above `most`. One mask serves all: to try each takes four times as long.
    """
    parts: Any = [(f"{first_line}\n", consts.MODE_BYTE, "utf-8"), (rest, consts.MODE_ALPHANUMERIC)]
    try:
        code = segno.make_qr(parts, error="m", boost_error=False, mask=_MASK)
        if int(code.version) > most:
            code = segno.make_qr(parts, error="l", boost_error=False, mask=_MASK)
    except segno.DataOverflowError:
        raise CodeFault("The text is too long for a QR code. Use a shorter one.") from None
    return _framed(code)


def version(modules: list[list[bool]]) -> int:
    """The version, 1 to 40, of a code with its quiet zone: 17 modules a side and 4 more for each."""
    return (len(modules) - 2 * QUIET_ZONE - 17) // 4


def qr_png(text: str, *, scale: int = 10) -> bytes:
    """The QR code as a PNG of one bit a pixel, `scale` pixels a module (1 to 100)."""
    file = io.BytesIO()
    _code(text).save(file, kind="png", scale=scale, border=QUIET_ZONE)
    return file.getvalue()


def _framed(code: segno.QRCode) -> list[list[bool]]:
    beside, above = [False] * QUIET_ZONE, [[False] * (len(code.matrix) + 2 * QUIET_ZONE)] * QUIET_ZONE
    return [*above, *([*beside, *map(bool, row), *beside] for row in code.matrix), *above]


def _code(text: str) -> segno.QRCode:
    try:
        return segno.make_qr(text, error="m", boost_error=False, encoding=None if text.isascii() else "utf-8")
    except segno.DataOverflowError:
        raise CodeFault("The text is too long for a QR code. Use a shorter one.") from None


def qr_svg(text: str) -> bytes:
    """The QR code as an SVG drawing, one unit a module, quiet zone included."""
    modules = symbol(text)
    size = len(modules)
    drawing = f'<rect width="{size}" height="{size}" fill="#fff"/>{_path(modules)}'
    return _svg(drawing, f'viewBox="0 0 {size} {size}" shape-rendering="crispEdges"')


def slip_svg(
    token_text: str,
    grouped_typed: str,
    depot_name: str,
    place: str | None = None,
    last_day: date | None = None,
) -> bytes:
    """A slip of A6 size as SVG: the depot, the QR code, the typed code in large type, and, where given, the place and the last day.

    A shelf and a calendar stand for the words; the day is written as ISO 8601 has it, which reads alike everywhere.
    """
    modules = symbol(token_text)
    notes = [note for note in ((_SHELF, place), (_CALENDAR, last_day.isoformat() if last_day else None)) if note[1]]
    corner = f"translate({(_WIDTH - _SIDE) / 2} 26) scale({_SIDE / len(modules):.5f})"
    drawing = [
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        _line(depot_name, y=18, most=8, bold=True),
        f'<g transform="{corner}" shape-rendering="crispEdges">{_path(modules)}</g>',
        _line(grouped_typed, y=106, most=11, bold=True),
    ]
    for number, (picture, note) in enumerate(notes):
        left = _WIDTH / 2 if len(notes) == 1 else _WIDTH * (1 + 2 * number) / 4
        drawing.append(f'<g transform="translate({left - 5} 114)">{picture}</g>')
        drawing.append(_line(note or "", y=134, most=6, middle=left, width=46))
    size = f'width="{_WIDTH}mm" height="{_HEIGHT}mm" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    return _svg("\n".join(drawing), size)


def sheet_svg(text: str, words: Sequence[str], title: str, whose: str, notes: Sequence[str]) -> bytes:
    """A recovery sheet of A6 size as SVG: its title, whose it is, the QR code of `text`, the twelve words numbered by rows, and notes."""
    modules = symbol(text)
    drawing = [
        f"<desc>{_xml(text)}</desc>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        _line(title, y=12, most=7, bold=True),
        _line(whose, y=19, most=4),
        f'<g transform="translate(30.5 22) scale({44 / len(modules):.5f})" shape-rendering="crispEdges">{_path(modules)}</g>',
    ]
    for number, word in enumerate(words):
        row, column = divmod(number, 3)
        drawing.append(_line(f"{number + 1}. {word}", y=76 + 9.5 * row, most=4.5, middle=20 + 32.5 * column, width=31))
    drawing += [_line(note, y=117 + 6 * number, most=3.6) for number, note in enumerate(notes)]
    size = f'width="{_WIDTH}mm" height="{_HEIGHT}mm" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    return _svg("\n".join(drawing), size)


_SHELF = (
    '<path d="M1 0v10M9 0v10M1 4h8M1 9h8" fill="none" stroke="#000" stroke-width=".8"/>'
    '<path d="M3 1h3v2.6H3zM4 6h4v2.6H4z"/>'
)
_CALENDAR = (
    '<path d="M1 2h8v8H1zM1 4.4h8M3 .6v2.4M7 .6v2.4" fill="none" stroke="#000" stroke-width=".8"/>'
    '<path d="M6 7h2v2H6z"/>'
)


def _path(modules: list[list[bool]]) -> str:
    """The dark modules as one path, a rectangle for each run in a row."""
    runs = []
    for y, row in enumerate(modules):
        start = 0
        for x, dark in enumerate([*row, False]):
            if not dark:
                if x > start:
                    runs.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
                start = x + 1
    return f'<path d="{"".join(runs)}"/>'


def _line(
    text: str, *, y: float, most: float, middle: float = _WIDTH / 2, width: float = 93, bold: bool = False
) -> str:
    """One centred line, as large as `most` mm and as small as it must be to fit `width` mm (a capital is at most 0.75 em wide)."""
    size = min(most, width / (0.75 * max(len(text), 1)))
    weight = ' font-weight="bold"' if bold else ""
    place = f'x="{middle}" y="{y}" font-size="{size:.2f}"'
    return f'<text {place} text-anchor="middle" font-family="sans-serif"{weight}>{_xml(text)}</text>'


def _xml(text: str) -> str:
    """Text safe in XML 1.0: markup escaped, characters that XML cannot hold left out."""
    return escape("".join(c for c in text if c.isprintable()))


def _svg(drawing: str, attributes: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>\n{drawing}\n</svg>\n'.encode()
