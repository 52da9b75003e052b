"""Finds QR codes by any two of their three finder patterns: the third may be torn, under a spot of light, or outside of the picture.

A finder pattern's rim is a square of seven modules, so two of them give eight points of the code's grid, and with them all of it. Which
two they are and how many modules lie between is what the code's fixed patterns agree with best.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.reader import mend
from kiosk.reader.decoder import four
from kiosk.reader.grey import Grey, Pixels
from kiosk.reader.wire import Corners

Plane = NDArray[np.float32]

_LARGE = 1600  # pixels a side; larger pictures are halved
_WINDOWS = (31, 151)  # pixels a side, of which a pixel's threshold is the mean
_FEWEST_PIXELS = 9.0  # a side of what is inside a finder pattern's rim
_CORE, _RIM = (
    (0.2, 0.6),
    (1.4, 3.0),
)  # the areas of a finder pattern's core and of all of it, to what is inside its rim: 9 and 49 to 25
_MOST = 40  # finder patterns
_UNLIKE = 1.8  # times as large as another of the same code
_AGREE = 0.5  # fixed patterns that agree, from -1 to 1
_SQUARE = np.array([(0, 0), (7, 0), (7, 7), (0, 7)], np.float32)  # a finder pattern in modules, clockwise
_INSIDE = np.array([(1, 1), (6, 1), (6, 6), (1, 6)], np.float32)  # what is inside its rim


def located(grey: Grey) -> Sequence[Corners]:
    """Corners of likely codes from their own top left, clockwise as printed, the likeliest first."""
    scale = 1.0
    while max(grey.shape) * scale > _LARGE:
        scale /= 2
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)
    soft = cv2.GaussianBlur(small, (0, 0), 1).astype(np.uint8)  # or grain gives contours without end
    likely: list[tuple[float, Plane]] = []
    for one, other in combinations(_finders(soft), 2):
        likely += sorted(_codes(soft, one, other), key=lambda found: -found[0])[:1]
    kept: list[Plane] = []
    for _, corners in sorted(likely, key=lambda found: -found[0]):
        middle = corners.mean(0)
        if all(cv2.pointPolygonTest(known, (float(middle[0]), float(middle[1])), False) < 0 for known in kept):
            kept.append(corners)
    return [four(corners / scale) for corners in kept]


def _finders(soft: Grey) -> list[Plane]:
    """The rims of finder patterns, four corners each, clockwise as the picture shows them; the largest first."""
    found: list[Plane] = []
    for window in _WINDOWS:
        dark = cv2.adaptiveThreshold(soft, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, 4)
        for picture in (dark, cv2.bitwise_not(dark)):
            found += _nested(picture)
    found.sort(key=cv2.contourArea, reverse=True)
    kept: list[Plane] = []
    for corners in found:
        if all(math.dist(corners.mean(0), known.mean(0)) * 7 > math.sqrt(cv2.contourArea(known)) for known in kept):
            kept.append(corners)
    return kept[:_MOST]


def _nested(dark: Pixels) -> Iterator[Plane]:
    """Finder patterns by what is nested in them; where a blot or the picture's edge has grown into the rim, by what is inside of it."""
    dark[[0, -1]] = dark[:, [0, -1]] = 255  # a rim that the edge has cut off is closed by it
    contours, tree = cv2.findContours(dark, cv2.RETR_TREE, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return
    core_in, rim_of = tree[0, :, 2], tree[0, :, 3]
    solid = core_in[core_in] < 0
    for index in np.flatnonzero((core_in >= 0) & solid & (rim_of >= 0)).tolist():
        inside, core = contours[index], contours[core_in[index]]
        area = cv2.contourArea(inside)
        off = math.dist(inside.mean((0, 1)), core.mean((0, 1)))
        if area < _FEWEST_PIXELS**2 or off * 6 > math.sqrt(area):
            continue
        if not _CORE[0] < cv2.contourArea(core) / area < _CORE[1]:
            continue
        rim = contours[rim_of[index]]
        whole = _RIM[0] < cv2.contourArea(rim) / area < _RIM[1]
        if whole and (corners := _corners(rim)) is not None:
            yield corners
        elif (corners := _corners(inside)) is not None:
            way = cv2.getPerspectiveTransform(_INSIDE, corners)
            yield cv2.perspectiveTransform(_SQUARE[None], way)[0].astype(np.float32)


def _corners(rim: Pixels) -> Plane | None:
    hull = cv2.convexHull(rim)
    round_about = cv2.arcLength(hull, True)
    for slack in (0.04, 0.07, 0.1):
        corners = cv2.approxPolyDP(hull, slack * round_about, True)
        if len(corners) == 4:
            break
    else:
        return None
    square = corners.reshape(4, 2).astype(np.float32)
    area = cv2.contourArea(square)
    if area < 0.8 * cv2.contourArea(hull) or not cv2.isContourConvex(square):
        return None
    square = _sides(rim.reshape(-1, 2).astype(np.float32), square)
    return square if cv2.contourArea(square, True) > 0 else square[::-1]


def _sides(rim: Plane, corners: Plane) -> Plane:
    """The corners where straight lines through the rim's four sides meet: finer than any one of its pixels."""
    lines = []
    for start, end in zip(corners, np.roll(corners, -1, 0), strict=True):
        along = end - start
        long = float(np.hypot(*along)) or 1.0
        at = (rim - start) @ along / long**2
        off = np.abs((rim - start) @ np.array((-along[1], along[0])) / long)
        near = rim[(at > 0.15) & (at < 0.85) & (off < 0.08 * long + 1)]
        if len(near) < 4:
            return corners
        lines.append(cv2.fitLine(near, cv2.DIST_HUBER, 0, 0.01, 0.01).ravel())
    meet = []
    for (ax, ay, apx, apy), (bx, by, bpx, bpy) in zip([lines[-1], *lines[:-1]], lines, strict=True):
        cross = ax * by - ay * bx
        if abs(cross) < 0.2:
            return corners
        far = ((bpx - apx) * by - (bpy - apy) * bx) / cross
        meet.append((apx + far * ax, apy + far * ay))
    return np.array(meet, np.float32)


def _codes(soft: Grey, one: Plane, other: Plane) -> Iterator[tuple[float, Plane]]:
    """How well fixed patterns agree, and the corners, for each way in which two finder patterns may belong to one code."""
    sizes = math.sqrt(cv2.contourArea(one)), math.sqrt(cv2.contourArea(other))
    if max(sizes) > _UNLIKE * min(sizes):
        return
    away = other.mean(0) - one.mean(0)
    apart = float(np.hypot(*away)) / ((sizes[0] + sizes[1]) / 14)  # modules
    for roles in ((0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)):
        between = apart if 0 in roles else apart / math.sqrt(2)
        guess = (between + 7 - 17) / 4
        slack = 1 + guess * 0.15
        for version in range(max(1, math.ceil(guess - slack)), min(40, math.floor(guess + slack)) + 1):
            if (found := _code(soft, (one, other), roles, version)) is not None:
                yield found


def _code(soft: Grey, rims: tuple[Plane, Plane], roles: tuple[int, int], version: int) -> tuple[float, Plane] | None:
    side = 17 + 4 * version
    origins = np.array([(0, 0), (side - 7, 0), (0, side - 7)], np.float32)  # top left, top right, bottom left
    planned = origins[roles[1]] - origins[roles[0]]
    seen = rims[1].mean(0) - rims[0].mean(0)
    turn = math.atan2(seen[1], seen[0]) - math.atan2(planned[1], planned[0])
    points = [_turned(rim, turn) for rim in rims]
    if points[0] is None or points[1] is None:
        return None
    grid = np.concatenate([_SQUARE + origins[role] for role in roles])
    way, _ = cv2.findHomography(grid, np.concatenate([points[0], points[1]]))
    if way is None:  # as its stub does not know
        return None  # type: ignore[unreachable]
    middles = np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1).reshape(-1, 1, 2) + 0.5
    corners = np.array([[(0, 0)], [(side, 0)], [(side, side)], [(0, side)]], np.float64)
    if min(np.concatenate([corners.reshape(-1, 2), np.ones((4, 1))], 1) @ way[2]) <= 0:  # behind the camera
        return None
    at = cv2.perspectiveTransform(middles.astype(np.float64), way).astype(np.float32).reshape(side, side, 2)
    values = cv2.remap(soft, at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(
        np.float32
    )
    agrees = abs(mend.agreement(values, version))
    if agrees < _AGREE:
        return None
    return agrees, cv2.perspectiveTransform(corners, way).reshape(4, 2).astype(np.float32)


def _turned(rim: Plane, turn: float) -> Plane | None:
    """The rim's corners from the code's own top left, if the code is turned by so much in the picture."""
    top = np.roll(rim, -1, 0) - rim
    off = np.angle(np.exp(1j * (np.arctan2(top[:, 1], top[:, 0]) - turn)))
    first = int(np.argmin(np.abs(off)))
    return np.roll(rim, -first, 0) if abs(off[first]) < math.pi / 4 else None
