"""Paper drawn in dots, black on white: the same picture for a file, an office printer and a receipt printer, in any script of the font.

Receipt printers know few letters, so they are sent pictures. Only the process that prints loads this (and Pillow).
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from PIL import Image, ImageDraw, ImageFont, features

from kiosk.codes.paper import Code, Line, Notes, Paper, Part, Row
from kiosk.codes.runs import Run, runs
from kiosk.codes.slip import symbol

CAPITAL = 0.714
"""Height of a capital of Noto Sans, in em (its OS/2 table)."""
MARGIN, ROLL_MARGIN, GAP = 8.0, 2.0, 3.5
"""In mm, around cut paper, beside what is printed on a roll, and between two parts."""
ROW, ROW_TEXT, BOX = 7.0, 2.2, 3.2
"""In mm: a row of a list, its capitals, and the box to tick."""
SIGN = 8.0
"""Side of a picture of a shelf or a calendar, in mm."""
JOINS = features.check("raqm")
"""Whether Arabic letters are joined and stand in their order."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The paper at hand: its width and, unless it comes from a roll, its height in mm; `dots` to the mm."""

    wide: float
    high: float | None
    dots: int


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font files' bytes, one for each `Script`."""

    regular: tuple[bytes, ...] = field(repr=False)
    bold: tuple[bytes, ...] = field(repr=False)


def draw(paper: Paper, stock: Stock, fonts: Fonts) -> list[bytes]:
    """One PNG of one bit a dot for each page, as wide as the stock."""
    pen = _Pen(stock, fonts, from_right=paper.from_right)
    for part in paper.parts:
        pen.put(part)
    return [_png(page) for page in pen.pages()]


class _Pen:
    """Draws part under part, and takes another page where one is full."""

    def __init__(self, stock: Stock, fonts: Fonts, *, from_right: bool) -> None:
        self._stock, self._fonts, self._from_right = stock, fonts, from_right
        self._made: dict[tuple[int, float, bool], ImageFont.FreeTypeFont] = {}
        self._wide = self._px(stock.wide)
        self._margin = MARGIN if stock.high else ROLL_MARGIN
        self._full: list[Image.Image] = []
        self._begin()

    def put(self, part: Part) -> None:
        match part:
            case Line():
                line = self._fitted(part.text, part.high, part.bold, self._wide - 2 * self._px(self._margin))
                self._need(part.high + GAP)
                self._text(line, self._wide / 2, self._y + self._px(part.high))
                self._y += self._px(part.high + GAP)
            case Code():
                self._code(part)
            case Notes():
                self._notes(part)
            case Row():
                self._row(part)

    def pages(self) -> list[Image.Image]:
        """The pages; from a roll, one, cut where it ends."""
        last = self._page if self._stock.high else self._page.crop((0, 0, self._wide, self._y + self._px(self._margin)))
        return [*self._full, last]

    def _begin(self) -> None:
        high = self._px(self._stock.high) if self._stock.high else self._px(60)
        self._page = Image.new("1", (self._wide, high), 1)
        self._draw = self._pen_on(self._page)
        self._y = self._px(self._margin)

    def _pen_on(self, page: Image.Image) -> ImageDraw.ImageDraw:
        pen = ImageDraw.Draw(page)
        pen.fontmode = "1"
        return pen

    def _need(self, high: float) -> None:
        """Room for so many mm: another page, or more of the roll."""
        below = self._y + self._px(high + self._margin)
        if below <= self._page.height:
            return
        if self._stock.high:
            self._full.append(self._page)
            self._begin()
        else:
            longer = Image.new("1", (self._wide, 2 * below), 1)
            longer.paste(self._page, (0, 0))
            self._page, self._draw = longer, self._pen_on(longer)

    def _code(self, part: Code) -> None:
        modules = symbol(part.text)
        side = min(part.side, self._stock.wide)
        each = max(1, self._px(side) // len(modules))
        self._need(each * len(modules) / self._stock.dots + GAP)
        left = (self._wide - each * len(modules)) // 2
        for down, line in enumerate(modules):
            for across, dark in enumerate(line):
                if dark:
                    x, y = left + across * each, self._y + down * each
                    self._draw.rectangle((x, y, x + each - 1, y + each - 1), fill=0)
        self._y += each * len(modules) + self._px(GAP)

    def _notes(self, part: Notes) -> None:
        notes = [(sign, text) for sign, text in ((_SHELF, part.place), (_CALENDAR, part.last_day)) if text]
        if not notes:
            return
        self._need(SIGN + 10)
        for number, (sign, text) in enumerate(notes):
            middle = self._wide * (2 * number + 1) / (2 * len(notes))
            self._sign(sign, middle - self._px(SIGN) / 2, self._y)
            line = self._fitted(text, 4.2, bold=True, width=self._wide / len(notes) - self._px(self._margin))
            self._text(line, middle, self._y + self._px(SIGN + 6.5))
        self._y += self._px(SIGN + 10)

    def _sign(self, strokes: Sequence[tuple[float, ...]], left: float, top: float) -> None:
        each = self._px(SIGN) / 10
        for x, y, wide, high in strokes:
            box = (left + x * each, top + y * each, left + (x + wide) * each - 1, top + (y + high) * each - 1)
            self._draw.rectangle(box, fill=0)

    def _row(self, part: Row) -> None:
        """Cell beside cell from the side from which the paper is read, each beginning there."""
        self._need(ROW)
        left, usable = self._px(self._margin), self._wide - 2 * self._px(self._margin)
        base = self._y + self._px((ROW + ROW_TEXT) / 2)
        indent = 0 if part.box is None else self._px(BOX + 2)
        if part.box:
            side = self._px(BOX)
            x = self._mirrored(left, side)
            self._draw.rectangle((x, base - side, x + side, base), outline=0, width=max(1, self._px(0.3)))
        edges = [0.0, *accumulate(share / sum(part.shares) for share in part.shares)]
        for number, cell in enumerate(part.cells):
            room = (edges[number + 1] - edges[number]) * (usable - indent) - self._px(1)
            line = self._fitted(cell, ROW_TEXT, part.bold, room)
            self._text(
                line, self._mirrored(left + indent + edges[number] * (usable - indent), line.wide), base, share=0
            )
        self._y += self._px(ROW)
        self._draw.line((left, self._y, self._wide - left, self._y), fill=0, width=max(1, self._px(0.15)))

    def _mirrored(self, x: float, wide: float) -> float:
        return self._wide - x - wide if self._from_right else x

    def _fitted(self, text: str, high: float, bold: bool, width: float) -> "_Line":  # a font's own trait
        """Capitals of `high` mm, lower where the text would be wider than `width` dots."""
        size = max(1.0, high * self._stock.dots / CAPITAL)
        line = self._line(text, size, bold)
        return line if line.wide <= width else self._line(text, max(1.0, size * width / line.wide), bold)

    def _line(self, text: str, size: float, bold: bool) -> "_Line":  # the same
        parts = tuple((run, self._font(run.script, size, bold)) for run in runs(text))
        return _Line(parts, sum(_length(run, font) for run, font in parts))

    def _font(self, script: int, size: float, bold: bool) -> ImageFont.FreeTypeFont:  # the same
        made = script, size, bold
        if made not in self._made:
            file = io.BytesIO((self._fonts.bold if bold else self._fonts.regular)[script])
            self._made[made] = ImageFont.truetype(file, size)
        return self._made[made]

    def _text(self, line: "_Line", x: float, y: float, *, share: float = 0.5) -> None:
        """With that share of it left of `x`, on the base line `y`."""
        x -= share * line.wide
        for run, font in line.parts:
            self._draw.text((round(x), round(y)), run.text, font=font, fill=0, anchor="ls", direction=_direction(run))
            x += _length(run, font)

    def _px(self, mm: float) -> int:
        return round(mm * self._stock.dots)


_SHELF = ((1, 0, 0.8, 10), (8.2, 0, 0.8, 10), (1, 4, 8, 0.8), (1, 9, 8, 0.8), (3, 1, 3, 2.6), (4, 6, 4, 2.6))
_CALENDAR = (
    *((1, 2, 8, 0.8), (1, 9.2, 8, 0.8), (1, 2, 0.8, 8), (8.2, 2, 0.8, 8)),
    *((1, 4, 8, 0.8), (3, 0.6, 0.8, 2.4), (6.4, 0.6, 0.8, 2.4), (6, 6.4, 1.6, 1.6)),
)
"""Left, top, width and height of each stroke, in tenths of the picture."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line ready to be drawn: its runs from left to right with their fonts, and how many dots it is wide."""

    parts: tuple[tuple[Run, ImageFont.FreeTypeFont], ...]
    wide: float


def _length(run: Run, font: ImageFont.FreeTypeFont) -> float:
    return font.getlength(run.text, direction=_direction(run))


def _direction(run: Run) -> str | None:
    """Where the library that joins letters is missing (libfribidi), they stand alone and in the order of the text."""
    return ("rtl" if run.from_right else "ltr") if JOINS else None


def _png(page: Image.Image) -> bytes:
    file = io.BytesIO()
    page.save(file, "PNG", optimize=False)
    return file.getvalue()
