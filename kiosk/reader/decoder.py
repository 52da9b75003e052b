"""zxing-cpp, asked for what a depot needs, and its answers as sightings."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np
import zxingcpp

from kiosk.reader.fragment import is_fragment
from kiosk.reader.grey import Grey
from kiosk.reader.wire import Corner, Corners, Sighting

QR = zxingcpp.BarcodeFormat.QRCodeModel2
FORMATS = (QR, zxingcpp.BarcodeFormat.Code128)
_NAMES = {"QRCodeModel2": "QRCode"}
_TWO_DIMENSIONAL = {"QRCode"}
_NEAR = 0.03
"""Of a bar code's length: closer than any two labels lie."""
Formats = Sequence[zxingcpp.BarcodeFormat]
Sightings = tuple[Sighting, ...]


def read(
    grey: Grey, formats: Formats, *, whole: bool = True, binarizer: zxingcpp.Binarizer = zxingcpp.Binarizer.LocalAverage
) -> Sightings:
    """The codes of a picture, turned and inverted ones too; with `whole` also those that show only when it is made smaller."""
    found = zxingcpp.read_barcodes(
        np.ascontiguousarray(grey), zxingcpp.BarcodeFormats(formats), try_downscale=whole, binarizer=binarizer
    )
    return undisputed(tuple(_sighting(code) for code in found))


def survey(grey: Grey, formats: Formats) -> tuple[Sightings, tuple[Corners, ...]]:
    """The codes of a whole picture, and where there are others that can be seen but not read, as `locate` says it."""
    found = zxingcpp.read_barcodes(np.ascontiguousarray(grey), zxingcpp.BarcodeFormats(formats), return_errors=True)
    return (
        undisputed(tuple(_sighting(code) for code in found if code.valid)),
        tuple(_corners(code) for code in found if not code.valid),
    )


def undisputed(found: Sightings) -> Sightings:
    """Without bars that say one thing at one height and another at the next: damage, or a sticker over them, and nobody knows which."""
    return tuple(
        one
        for one in found
        if one.symbology in _TWO_DIMENSIONAL
        or not any(
            one.untrusted_text != other.untrusted_text and _same_bars(one.corners, other.corners) for other in found
        )
    )


def _same_bars(one: Corners, other: Corners) -> bool:
    """Whether two bar codes start and end alike and touch: pieces of the same bars."""
    a, b, c, _ = one
    ab, bc = (b[0] - a[0], b[1] - a[1]), (c[0] - b[0], c[1] - b[1])
    long = max(math.hypot(*ab), math.hypot(*bc), 1.0)
    x, y = ab if math.hypot(*ab) >= math.hypot(*bc) else bc

    def extent(corners: Corners, across: float, down: float) -> tuple[float, float]:
        at = [(px * across + py * down) / long for px, py in corners]
        return min(at), max(at)

    (first, last), (start, end) = extent(one, x, y), extent(other, x, y)
    (top, bottom), (over, under) = extent(one, -y, x), extent(other, -y, x)
    near = long * _NEAR
    return abs(first - start) < near and abs(last - end) < near and max(top, over) - min(bottom, under) < near


def locate(grey: Grey) -> tuple[Corners, ...]:
    """Where QR codes are that can be seen but not read: corners from the code's own top left, clockwise as printed."""
    formats = zxingcpp.BarcodeFormats([QR])
    found = zxingcpp.read_barcodes(np.ascontiguousarray(grey), formats, return_errors=True)
    return tuple(_corners(code) for code in found if not code.valid)


def _corners(code: zxingcpp.Barcode) -> Corners:
    at = code.position
    return four([(point.x, point.y) for point in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)])


def four(points: Iterable[Iterable[float]]) -> Corners:
    """Four points as plain numbers, in their order."""
    a, b, c, d = ((float(x), float(y)) for x, y in points)
    return a, b, c, d


def _sighting(code: zxingcpp.Barcode) -> Sighting:
    name = code.format.name
    return Sighting(_NAMES.get(name, name), code.bytes, clockwise(_corners(code)), is_fragment(code))


def moved(found: Sightings, way: Callable[[Corner], Corner]) -> Sightings:
    """The same codes with each corner taken another way, back into the picture that was asked about."""
    return tuple(replace(code, corners=clockwise([way(corner) for corner in code.corners])) for code in found)


def placed(found: Sightings, corners: Corners) -> Sightings:
    """The same codes, at these corners."""
    return tuple(replace(code, corners=clockwise(corners)) for code in found)


def clockwise(corners: Sequence[Corner]) -> Corners:
    """The four corners clockwise as the picture shows them, from the one nearest its top left."""
    a, b, c, d = corners
    twice_area = sum(p[0] * q[1] - q[0] * p[1] for p, q in ((a, b), (b, c), (c, d), (d, a)))
    ring = [a, b, c, d] if twice_area >= 0 else [a, d, c, b]  # y grows downward, so clockwise has a positive area
    start = min(range(4), key=lambda index: sum(ring[index]))
    return ring[start], ring[(start + 1) % 4], ring[(start + 2) % 4], ring[(start + 3) % 4]
