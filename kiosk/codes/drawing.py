"""Paper drawn in dots, black on white: the same picture for a file, an office printer and a receipt printer, in any script of the font.

Receipt printers know few letters, so they are sent pictures. Only the process that prints loads this (and Pillow).
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from PIL import Image, ImageDraw, ImageFont

from kiosk.codes.paper import Code, Line, Notes, Paper, Part, Row
from kiosk.codes.slip import symbol

CAPITAL = 0.714
"""Height of a capital of Noto Sans, in em (its OS/2 table)."""
MARGIN, ROLL_MARGIN, GAP = 8.0, 2.0, 3.5
"""In mm, around cut paper, beside what is printed on a roll, and between two parts."""
ROW, ROW_TEXT, BOX = 7.0, 2.2, 3.2
"""In mm: a row of a list, its capitals, and the box to tick."""
SIGN = 8.0
"""Side of a picture of a shelf or a calendar, in mm."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The paper at hand: its width and, unless it comes from a roll, its height in mm; `dots` to the mm."""

    wide: float
    high: float | None
    dots: int


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font files' bytes."""

    regular: bytes = field(repr=False)
    bold: bytes = field(repr=False)


def draw(paper: Paper, stock: Stock, fonts: Fonts) -> list[bytes]:
    """One PNG of one bit a dot for each page, as wide as the stock."""
    pen = _Pen(stock, fonts)
    for part in paper.parts:
        pen.put(part)
    return [_png(page) for page in pen.pages()]


class _Pen:
    """Draws part under part, and takes another page where one is full."""

    def __init__(self, stock: Stock, fonts: Fonts) -> None:
        self._stock, self._fonts = stock, fonts
        self._wide = self._px(stock.wide)
        self._margin = MARGIN if stock.high else ROLL_MARGIN
        self._full: list[Image.Image] = []
        self._begin()

    def put(self, part: Part) -> None:
        match part:
            case Line():
                font = self._fitted(part.text, part.high, part.bold, self._wide - 2 * self._px(self._margin))
                self._need(part.high + GAP)
                self._text(part.text, font, self._wide / 2, self._y + self._px(part.high))
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
            font = self._fitted(text, 4.2, bold=True, width=self._wide / len(notes) - self._px(self._margin))
            self._text(text, font, middle, self._y + self._px(SIGN + 6.5))
        self._y += self._px(SIGN + 10)

    def _sign(self, strokes: Sequence[tuple[float, ...]], left: float, top: float) -> None:
        each = self._px(SIGN) / 10
        for x, y, wide, high in strokes:
            box = (left + x * each, top + y * each, left + (x + wide) * each - 1, top + (y + high) * each - 1)
            self._draw.rectangle(box, fill=0)

    def _row(self, part: Row) -> None:
        self._need(ROW)
        left, usable = self._px(self._margin), self._wide - 2 * self._px(self._margin)
        base = self._y + self._px((ROW + ROW_TEXT) / 2)
        if part.box:
            side = self._px(BOX)
            self._draw.rectangle((left, base - side, left + side, base), outline=0, width=max(1, self._px(0.3)))
        start = left if part.box is None else left + self._px(BOX + 2)
        usable -= start - left
        edges = [0.0, *accumulate(share / sum(part.shares) for share in part.shares)]
        for number, cell in enumerate(part.cells):
            room = (edges[number + 1] - edges[number]) * usable - self._px(1)
            font = self._fitted(cell, ROW_TEXT, part.bold, room)
            self._text(cell, font, start + edges[number] * usable, base, anchor="ls")
        self._y += self._px(ROW)
        self._draw.line((left, self._y, self._wide - left, self._y), fill=0, width=max(1, self._px(0.15)))

    def _fitted(self, text: str, high: float, bold: bool, width: float) -> ImageFont.FreeTypeFont:  # a font's own trait
        """Capitals of `high` mm, lower where the text would be wider than `width` dots."""
        size = max(1.0, high * self._stock.dots / CAPITAL)
        font = self._font(size, bold)
        length = font.getlength(_plain(text))
        return font if length <= width else self._font(max(1.0, size * width / length), bold)

    def _font(self, size: float, bold: bool) -> ImageFont.FreeTypeFont:  # the same
        return ImageFont.truetype(io.BytesIO(self._fonts.bold if bold else self._fonts.regular), size)

    def _text(self, text: str, font: ImageFont.FreeTypeFont, x: float, y: float, *, anchor: str = "ms") -> None:
        self._draw.text((round(x), round(y)), _plain(text), font=font, fill=0, anchor=anchor)

    def _px(self, mm: float) -> int:
        return round(mm * self._stock.dots)


_SHELF = ((1, 0, 0.8, 10), (8.2, 0, 0.8, 10), (1, 4, 8, 0.8), (1, 9, 8, 0.8), (3, 1, 3, 2.6), (4, 6, 4, 2.6))
_CALENDAR = (
    *((1, 2, 8, 0.8), (1, 9.2, 8, 0.8), (1, 2, 0.8, 8), (8.2, 2, 0.8, 8)),
    *((1, 4, 8, 0.8), (3, 0.6, 0.8, 2.4), (6.4, 0.6, 0.8, 2.4), (6, 6.4, 1.6, 1.6)),
)
"""Left, top, width and height of each stroke, in tenths of the picture."""


def _plain(text: str) -> str:
    return "".join(character for character in text if character.isprintable())


def _png(page: Image.Image) -> bytes:
    file = io.BytesIO()
    page.save(file, "PNG", optimize=False)
    return file.getvalue()
