"""Where a QR code keeps what: its fixed patterns, format and codewords (ISO/IEC 18004, model 2).

Grids are arrays of modules, rows first; versions are 1 to 40, levels L, M, Q and H, masks 0 to 7.
"""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.intp]  # flat places in a grid
Grid = NDArray[np.int8]

LEVELS = "MLHQ"
"""By their two bits in the format (table 12)."""
_BCH = 0b10100110111
_FORMAT_MASK = 0b101010000010010
_CHECKS = {  # table 9: check codewords a block, then how many blocks; of version 1, 2 …
    "L": (
        (7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28) + (30,) * 14,
        (1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12,
         12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25),
    ),
    "M": (
        (10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26) + (28,) * 19,
        (1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23,
         25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49),
    ),
    "Q": (
        (13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28) + (30,) * 14,
        (1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34,
         34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68),
    ),
    "H": (
        (17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24) + (30,) * 18,
        (1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37,
         40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81),
    ),
}  # fmt: skip


@cache
def patterns(version: int) -> Grid:
    """What is the same in every code of a version: 1 dark, -1 light; 0 where data, format or version stand."""
    side = 17 + 4 * version
    grid = np.zeros((side, side), np.int8)
    grid[6, ::2], grid[6, 1::2], grid[::2, 6], grid[1::2, 6] = 1, -1, 1, -1
    middles = _alignments(version)
    for row in middles:
        for column in middles:
            if (row, column) not in ((6, 6), (6, middles[-1]), (middles[-1], 6)):
                grid[row - 2 : row + 3, column - 2 : column + 3] = 1
                grid[row - 1 : row + 2, column - 1 : column + 2] = -1
                grid[row, column] = 1
    for row, column in ((0, 0), (0, side - 7), (side - 7, 0)):
        grid[max(0, row - 1) : row + 8, max(0, column - 1) : column + 8] = -1
        grid[row : row + 7, column : column + 7] = 1
        grid[row + 1 : row + 6, column + 1 : column + 6] = -1
        grid[row + 2 : row + 5, column + 2 : column + 5] = 1
    return grid


def _alignments(version: int) -> list[int]:
    """The rows and columns of the alignment patterns' middles (annex E)."""
    if version == 1:
        return []
    count = version // 7 + 2
    step = 26 if version == 32 else (version * 4 + count * 2 + 1) // (count * 2 - 2) * 2
    return [6, *(10 + 4 * version - index * step for index in range(count - 2, -1, -1))]


@cache
def codewords(version: int) -> Places:
    """The places of each codeword's eight modules, highest bit first: one row a codeword, in the order of the code (7.7.3)."""
    side = 17 + 4 * version
    free = patterns(version) == 0
    free[8, :9] = free[:9, 8] = free[8, -8:] = free[-8:, 8] = False
    if version >= 7:
        free[:6, -11:-8] = free[-11:-8, :6] = False
    places = []
    rows = range(side - 1, -1, -1)
    for right in [*range(side - 1, 7, -2), 5, 3, 1]:
        places += [(row, column) for row in rows for column in (right, right - 1) if free[row, column]]
        rows = rows[::-1]
    flat = np.array([row * side + column for row, column in places], np.intp)
    return flat[: flat.size // 8 * 8].reshape(-1, 8)


def blocks(version: int, level: str) -> tuple[int, list[list[int]]]:
    """How many check codewords a block ends in, and the blocks: which codewords each is made of, its data first (7.6)."""
    checks, count = (row[version - 1] for row in _CHECKS[level])
    total = len(codewords(version))
    short = total // count - checks
    sizes = [short + (index >= count - total % count) for index in range(count)]
    made: list[list[int]] = [[] for _ in sizes]
    at = 0
    for place in range(short + 1 + checks):
        for block, size in zip(made, sizes, strict=True):
            if place < size or place > short:
                block.append(at)
                at += 1
    return checks, made


@cache
def formats(version: int) -> tuple[Places, Grid]:
    """The places of the format's thirty modules, and what they are for each of the 32 formats, 1 dark and -1 light (7.9)."""
    last = 16 + 4 * version
    once = [(8, last - bit) for bit in range(8)] + [(last - 14 + bit, 8) for bit in range(8, 15)]
    again = [(bit + (bit > 5), 8) for bit in range(8)] + [(8, 7)] + [(8, 14 - bit) for bit in range(9, 15)]
    places = np.array([row * (last + 1) + column for row, column in once + again], np.intp)
    words = []
    for value in range(32):
        rest = value << 10
        for bit in range(14, 9, -1):
            rest ^= _BCH << (bit - 10) if rest >> bit & 1 else 0
        word = (value << 10 | rest) ^ _FORMAT_MASK
        words.append([1 if word >> bit & 1 else -1 for bit in range(15)] * 2)
    return places, np.array(words, np.int8)


def masked(mask: int, i: Any, j: Any) -> Any:
    """Whether the module at row i, column j is inverted (table 10); for numbers or arrays of them."""
    remainders = (
        (i + j) % 2,
        i % 2,
        j % 3,
        (i + j) % 3,
        (i // 2 + j // 3) % 2,
        i * j % 2 + i * j % 3,
        (i * j % 2 + i * j % 3) % 2,
        ((i + j) % 2 + i * j % 3) % 2,
    )
    return remainders[mask] == 0
