"""Lays a bent QR code flat: on cloth, round a bottle, on a crumpled label.

A flat code's edges all lie on the lines of its grid. Once a bent code is stretched to a square, the phase of its edges against that
grid tells for each neighbourhood how far it is displaced, to a fraction of a module; the finder patterns fix the phase's zero.
"""

import heapq
import math
from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.reader import mend
from kiosk.reader.grey import Grey
from kiosk.reader.wire import Corners

Plane = NDArray[np.float32]

_CELL = 8  # pixels a module in the square
_RIM = 4  # modules around the code: its quiet zone
_SMALLEST, LARGEST = 21, 177  # modules a side
_LARGEST_BENT = 97  # modules a side; where a larger one's fixed patterns are not seen, it is lost
_CLEAR = 0.6  # fixed patterns that agree, from -1 to 1; by chance 0
_REACHES = (1.0, 1.5, 2.5)  # modules that a neighbourhood spans: short for creases, long where edges are few
_ROUNDS = 3
_TURN = 2 * math.pi


def flattened(grey: Grey, corners: Corners, largest: int = LARGEST) -> Iterator[Grey]:
    """The code at `corners` (from its own top left, clockwise), of `largest` modules a side at most, as flat squares, likeliest first."""
    quad = np.array(corners, np.float32)
    if cv2.contourArea(quad) < _SMALLEST**2 or not cv2.isContourConvex(quad):
        return
    for modules in _likely_sizes(grey, quad, largest):
        for reach in _REACHES:
            yield _flat(grey, quad, modules, reach)


def brightness(square: Grey) -> Plane:
    """How bright each module of a flat square is, without its rim."""
    modules = square.shape[0] // _CELL
    middles = cv2.GaussianBlur(square, (0, 0), _CELL / 5)
    values = cv2.resize(middles, (modules, modules), interpolation=cv2.INTER_AREA)
    return values[_RIM:-_RIM, _RIM:-_RIM].astype(np.float32)


def _likely_sizes(grey: Grey, quad: Plane, largest: int) -> list[int]:
    """How many modules a side the code may have: as its fixed patterns say; unless they are clear, also as its edges say, in two ways."""
    side = largest * 4
    way = cv2.getPerspectiveTransform(np.array([(0, 0), (side, 0), (side, side), (0, side)], np.float32), quad)
    square = cv2.warpPerspective(grey, way, (side, side), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP).astype(
        np.uint8
    )
    profiles = [np.abs(cv2.Sobel(square, cv2.CV_32F, 1 - axis, axis)).sum(axis) for axis in (0, 1)]
    sizes = np.arange(_SMALLEST, largest + 1, 4)
    waves = np.exp(2j * np.pi * np.outer(sizes, np.arange(side)) / side)
    scores = sum(np.abs(waves @ profile) / (profile.sum() + 1) for profile in profiles)
    scores[sizes > _LARGEST_BENT] = 0
    there = [abs(mend.agreement(_shrunk(square, int(size)), (int(size) - 17) // 4)) for size in sizes]
    by_patterns, by_edges = np.argmax(there), () if max(there) > _CLEAR else np.argsort(scores)[:-3:-1]
    return list(dict.fromkeys(int(sizes[index]) for index in (by_patterns, *by_edges)))


def _shrunk(square: Grey, modules: int) -> Plane:
    return cv2.resize(square, (modules, modules), interpolation=cv2.INTER_AREA).astype(np.float32)


def _flat(grey: Grey, quad: Plane, modules: int, reach: float) -> Grey:
    bend = np.zeros((2, modules + 2 * _RIM, modules + 2 * _RIM), np.float32)
    square = _square(grey, quad, modules, None)
    for left in reversed(range(_ROUNDS)):
        bend += [_displacement(square, axis, reach, near=not left) for axis in (0, 1)]
        square = _square(grey, quad, modules, bend)
    return square


def _square(grey: Grey, quad: Plane, modules: int, bend: Plane | None) -> Grey:
    """The quadrilateral as a square of so many modules and their rim; `bend` (x and y, a value a module) is in its pixels."""
    side = (modules + 2 * _RIM) * _CELL
    near, far = _RIM * _CELL, (_RIM + modules) * _CELL
    way = cv2.getPerspectiveTransform(np.array([(near, near), (far, near), (far, far), (near, far)], np.float32), quad)
    x, y = np.meshgrid(np.arange(side, dtype=np.float32), np.arange(side, dtype=np.float32))
    if bend is not None:
        x += cv2.resize(bend[0], (side, side), interpolation=cv2.INTER_CUBIC)
        y += cv2.resize(bend[1], (side, side), interpolation=cv2.INTER_CUBIC)
    depth = way[2, 0] * x + way[2, 1] * y + way[2, 2]
    from_x = ((way[0, 0] * x + way[0, 1] * y + way[0, 2]) / depth).astype(np.float32)
    from_y = ((way[1, 0] * x + way[1, 1] * y + way[1, 2]) / depth).astype(np.float32)
    return cv2.remap(grey, from_x, from_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)


def _displacement(square: Grey, axis: int, reach: float, *, near: bool) -> Plane:
    """How many pixels each module's edges lie beyond the grid's lines; axis 0 across, 1 down. `near`: by less than half a module."""
    cells = square.shape[0] // _CELL
    edges = np.abs(cv2.Sobel(square, cv2.CV_32F, 1 - axis, axis))
    turn = 2 * np.pi * np.arange(square.shape[0], dtype=np.float32) / _CELL
    wave = turn[None, :] if axis == 0 else turn[:, None]
    across, down = (
        cv2.GaussianBlur(cv2.resize(edges * part(wave), (cells, cells), interpolation=cv2.INTER_AREA), (0, 0), reach)
        for part in (np.cos, np.sin)
    )
    phase = np.arctan2(down, across)
    turns = phase if near else _unwrapped(phase, np.hypot(across, down))
    return np.asarray(turns * (_CELL / _TURN), np.float32)


def _unwrapped(phase: Plane, clearness: Plane) -> Plane:
    """The phase without its jumps by whole turns: from the first finder pattern outward, the clearest neighbours first."""
    wide = phase.shape[0] + 2  # with a border of places that are never met
    start = (_RIM + 4) * (wide + 1)  # the finder pattern's middle, where nothing is displaced
    beside = (-1, 1, -wide, wide)
    around = (*beside, -wide - 1, -wide + 1, wide - 1, wide + 1)
    # plain lists: ten times as quick one by one
    known, clear = np.pad(phase, 1).ravel().tolist(), np.pad(clearness, 1).ravel().tolist()
    met = np.pad(np.zeros(phase.shape, bool), 1, constant_values=True).ravel().tolist()
    sums, counts = [0.0] * len(known), [0] * len(known)  # of the neighbours that are known by now
    rest = [(0.0, start)]
    met[start] = True
    while rest:
        place = heapq.heappop(rest)[1]
        here = known[place]
        if counts[place]:
            here += _TURN * round((sums[place] / counts[place] - here) / _TURN)
            known[place] = here
        for way in around:
            sums[place + way] += here
            counts[place + way] += 1
        for way in beside:
            if not met[place + way]:
                met[place + way] = True
                heapq.heappush(rest, (-clear[place + way], place + way))
    return np.array(known, np.float32).reshape(wide, wide)[1:-1, 1:-1]
