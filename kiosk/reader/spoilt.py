"""Pages with a QR code, and what people do to them before they photograph them: tears, blots, ornament. Drawn in memory from a seed."""

import math

import cv2
import numpy as np
import zxingcpp

from kiosk.reader.hardships import Draw, Plane

CELL = 8  # pixels a module
QUIET = 4  # modules
INK, PAPER = 30, 225
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-.?="


def page_with_code(draw: Draw, letters: int = 0, level: str = "") -> tuple[Plane, bytes]:
    """A code with its quiet zone, of so many letters; none: as many as an address has."""
    count = letters or int(draw.integers(15, 60))
    text = "https://" + "".join(draw.choice(list(_LETTERS), count))
    code = zxingcpp.create_barcode(
        text, zxingcpp.BarcodeFormat.QRCodeModel2, ec_level=level or str(draw.choice(["L", "M", "Q", "H"]))
    )
    modules = np.asarray(code.to_image(scale=1))
    large = cv2.resize(modules, None, fx=CELL, fy=CELL, interpolation=cv2.INTER_NEAREST)
    return np.where(large < 128, INK, PAPER).astype(np.float32), text.encode()


def modules_wide(page: Plane) -> int:
    """How many modules the page is wide, with its quiet zones."""
    return int(page.shape[1]) // CELL


def _patch(page: Plane, at: tuple[float, float], modules: float, draw: Draw) -> None:
    """An uneven blot or hole of about so many modules across."""
    corners = [
        (at[0] + math.cos(a) * r, at[1] + math.sin(a) * r)
        for a, r in zip(np.linspace(0, 6.28, 12), draw.uniform(0.3, 0.6, 12) * modules * CELL, strict=True)
    ]
    cv2.fillPoly(page, [np.array(corners, np.int32)], float(draw.choice([20, 120, 240])))


def damaged(page: Plane, draw: Draw) -> Plane:
    """Scratched, with a hole or a blot in its middle."""
    side = page.shape[0]
    for _ in range(int(draw.integers(2, 7))):
        ends = draw.uniform(0, side, (2, 2)).astype(int)
        cv2.line(page, ends[0].tolist(), ends[1].tolist(), float(draw.choice([20, 240])), int(draw.integers(2, CELL)))
    x, y = draw.uniform(0.4, 0.85, 2) * side
    _patch(page, (x, y), draw.uniform(0.1, 0.35) * side / CELL, draw)
    return page


def torn_finder(page: Plane, draw: Draw) -> Plane:
    """One of the three finder patterns is mostly gone."""
    near, far = (QUIET + 3.5) * CELL, page.shape[0] - (QUIET + 3.5) * CELL
    at = [(near, near), (far, near), (near, far)][int(draw.integers(3))]
    _patch(page, (at[0] + draw.normal(0, 8), at[1] + draw.normal(0, 8)), draw.uniform(4, 8), draw)
    return page


def torn_timing(page: Plane, draw: Draw) -> Plane:
    """Both rows of single modules between the finder patterns are gone."""
    at = int((QUIET + 6) * CELL)
    page[at : at + CELL, at + 2 * CELL : -at - 2 * CELL] = float(draw.choice([20, 240]))
    page[at + 2 * CELL : -at - 2 * CELL, at : at + CELL] = float(draw.choice([20, 240]))
    return page


def stretched(page: Plane, draw: Draw) -> Plane:
    """Printed two to three and a half times as wide as high."""
    stretch = draw.uniform(2, 3.5)
    return np.asarray(cv2.resize(page, None, fx=1, fy=1 / stretch, interpolation=cv2.INTER_AREA), np.float32)


def mirrored(page: Plane, _draw: Draw) -> Plane:
    """Light on dark, seen from behind."""
    return np.ascontiguousarray(INK + PAPER - page[:, ::-1])


def among_finders(page: Plane, draw: Draw) -> Plane:
    """Surrounded by patterns that look like the code's own."""
    side, rim = page.shape[0], 12 * CELL
    wide = np.full((side + 2 * rim, side + 2 * rim), PAPER, np.float32)
    finder = page[QUIET * CELL : (QUIET + 7) * CELL, QUIET * CELL : (QUIET + 7) * CELL]
    for at in range(CELL, side + 2 * rim - 8 * CELL, 9 * CELL):
        for row, column in ((at, 2 * CELL), (at, side + rim + CELL), (2 * CELL, at), (side + rim + CELL, at)):
            if draw.random() < 0.8:
                wide[row : row + finder.shape[0], column : column + finder.shape[1]] = finder
    wide[rim : rim + side, rim : rim + side] = page
    return wide
