"""The test sheet that a kiosk is aimed by: QR codes of falling sizes, labels of falling sizes, and slanted ones. Pure.

Half an A4 page, 210 × 148 mm, so that all of it is in view at 20 cm. It has numbers and millimetres and no words, so it serves
every language; a line of 100 mm shows whether it was printed in its true size.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians, sin

from kiosk.codes.bars import code128
from kiosk.codes.sheet_code import BARS, QR_MODULES, SQUARES, SheetCode
from kiosk.codes.slip import QUIET_ZONE, symbol

PAGE = 210.0, 297.0
"""Width and height of A4, in mm."""
HALF = 148.5
"""Nothing is drawn below it."""
BAR_HEIGHT, BARS_QUIET = 12.0, 10
"""Height of a label's bars in mm, and the modules of white beside them."""
LINE = 100.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One code of the sheet: by how many degrees it is turned clockwise, and where its middle is, in mm."""

    code: SheetCode
    symbology: str
    degrees: float
    middle: tuple[float, float]

    @property
    def module(self) -> float:
        """How wide a module is, in mm."""
        return self.code.tenths / 10


@dataclass(frozen=True, slots=True)
class Box:
    """A black rectangle: its middle, its width and height in mm, turned by so many degrees clockwise."""

    x: float
    y: float
    wide: float
    high: float
    degrees: float = 0.0


@dataclass(frozen=True, slots=True)
class Caption:
    """A word around (x, y), its capitals 2 mm high."""

    x: float
    y: float
    text: str


def _marks() -> Iterator[Mark]:
    left = 10.0
    for tenths in SQUARES:
        side = (QR_MODULES + 2 * QUIET_ZONE) * tenths / 10
        yield Mark(SheetCode(tenths), "QRCode", 0.0, (left + side / 2, 29.0))
        left += side + 6
    left = 10.0
    for tenths in BARS:
        wide = ((SheetCode(tenths).modules("Code128") or 0) + 2 * BARS_QUIET) * tenths / 10
        yield Mark(SheetCode(tenths), "Code128", 0.0, (left + wide / 2, 64.0))
        left += wide + 12
    for degrees, across in ((15.0, 36.0), (30.0, 88.0), (45.0, 137.0), (90.0, 180.0)):
        yield Mark(SheetCode(4), "Code128", degrees, (across, 104.0))


MARKS = tuple(_marks())
"""Every code of the sheet, the easiest of each kind first."""


def shapes() -> Iterator[Box | Caption]:
    """What is drawn, on a white page."""
    for mark in MARKS:
        yield from _qr(mark) if mark.symbology == "QRCode" else _label(mark)
    yield Box(105.0, 142.0, LINE, 0.5)
    yield from (Box(105.0 + side * LINE / 2, 142.0, 0.5, 4.0) for side in (-1, 1))
    yield Caption(105.0, 140.5, "100 mm")


def _qr(mark: Mark) -> Iterator[Box | Caption]:
    modules, (x, y) = symbol(mark.code.text), mark.middle
    corner = len(modules) * mark.module / 2
    for down, row in enumerate(modules):
        start = None
        for across, dark in enumerate([*row, False]):
            if dark and start is None:
                start = across
            elif not dark and start is not None:
                wide = (across - start) * mark.module
                yield Box(
                    x - corner + start * mark.module + wide / 2,
                    y - corner + (down + 0.5) * mark.module,
                    wide,
                    mark.module,
                )
                start = None
    yield Caption(x, y + corner + 2.6, f"{mark.module:g} mm")


def _label(mark: Mark) -> Iterator[Box | Caption]:
    (x, y), turn = mark.middle, radians(mark.degrees)
    widths = code128(mark.code.text)
    at = -sum(widths) * mark.module / 2
    for number, width in enumerate(widths):
        wide = width * mark.module
        if number % 2 == 0:
            along = at + wide / 2
            yield Box(x + along * cos(turn), y + along * sin(turn), wide, BAR_HEIGHT, mark.degrees)
        at += wide
    below = (BAR_HEIGHT * abs(cos(turn)) + 2 * at * abs(sin(turn))) / 2 + 4
    slant = f", {mark.degrees:g}°" if mark.degrees else ""
    yield Caption(x, y + below, f"{mark.module:g} mm{slant}")


def to_svg() -> bytes:
    """The sheet as a drawing of A4 size."""
    wide, high = PAGE
    lines = [f'<rect width="{wide:g}" height="{high:g}" fill="#fff"/>']
    for shape in shapes():
        if isinstance(shape, Caption):
            where = f'x="{shape.x:.3f}" y="{shape.y:.3f}"'
            lines.append(
                f'<text {where} text-anchor="middle" font-family="sans-serif" font-size="2.8">{shape.text}</text>'
            )
        else:
            turn = f' transform="rotate({shape.degrees:g} {shape.x:.3f} {shape.y:.3f})"' if shape.degrees else ""
            left, top = shape.x - shape.wide / 2, shape.y - shape.high / 2
            lines.append(
                f'<rect x="{left:.3f}" y="{top:.3f}" width="{shape.wide:.3f}" height="{shape.high:.3f}"{turn}/>'
            )
    size = f'width="{wide:g}mm" height="{high:g}mm" viewBox="0 0 {wide:g} {high:g}"'
    drawn = "\n".join(lines)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} shape-rendering="crispEdges">\n{drawn}\n</svg>\n'.encode()


def to_pdf() -> bytes:
    """The sheet as a PDF (ISO 32000-1) of one A4 page in its true size, bars and modules as vectors."""
    drawn = "\n".join(["2.834646 0 0 -2.834646 0 841.8898 cm", *map(_pdf_shape, shapes())]).encode()
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.2756 841.8898] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /PrintScaling /None >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page.encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    file, places = bytearray(b"%PDF-1.6\n"), list[int]()
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, count = len(file), len(objects) + 1
    file += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    file += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, start)
    return bytes(file)


def _pdf_shape(shape: Box | Caption) -> str:
    """In mm from the top left, as the page's first line has set them; letters stand upright again."""
    if isinstance(shape, Caption):
        left = shape.x - 0.28 * 2.8 * len(shape.text)  # Helvetica's figures are 0.556 em wide
        text = shape.text.replace("°", "\\260")
        return f"BT /F 2.8 Tf 1 0 0 -1 {left:.3f} {shape.y:.3f} Tm ({text}) Tj ET"
    turn = radians(shape.degrees)
    matrix = f"{cos(turn):.6f} {sin(turn):.6f} {-sin(turn):.6f} {cos(turn):.6f} {shape.x:.4f} {shape.y:.4f} cm"
    return f"q {matrix} {-shape.wide / 2:.4f} {-shape.high / 2:.4f} {shape.wide:.4f} {shape.high:.4f} re f Q"
