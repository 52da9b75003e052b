"""Mends a QR code of which a part is hidden: by a spot of light, a tear, a blot, a logo, the picture's edge.

A decoder asks of each module whether it is dark; here it is asked, too, how sure that is. The least sure codewords are given up, a few more
at each trial (Forney, Generalized minimum distance decoding, 1966), and a codeword given up costs half of what a wrong one costs.
"""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.reader import solomon, symbol
from kiosk.reader.grey import Grey

Plane = NDArray[np.float32]

_REACH = 9  # modules round about that tell what is dark and light here
_ALIKE = 3  # modules a side that are hardly ever all dark or all light, as masks see to it (ISO/IEC 18004, 7.8)
_FORMATS = 2  # the likeliest that are tried
_RIM, _CELL = 4, 4  # of the mended picture: modules around it, pixels a module
_STEP = 2  # codewords that are given up from trial to trial
_TRUE_PATTERNS = 0.55  # of how much fixed patterns agree, from -1 to 1: by chance 0
_CHANCE = -30.0
"""How likely a random block may be in reach, as a power of two; of a decoder's own correction it is up to 2^-21 (version 1-L)."""


def agreement(values: Plane, version: int) -> float:
    """From -1 to 1 how well the fixed patterns of a version stand in a grid of brightnesses; below 0 the code is inverted."""
    fixed = symbol.patterns(version)
    return float(np.sign(_darkness(values))[fixed != 0] @ fixed[fixed != 0] / np.count_nonzero(fixed))


def mended(values: Plane) -> Grey | None:
    """The code whose modules have these brightnesses, drawn without a fault; None where too much is lost."""
    version = (values.shape[0] - 17) // 4
    dark = _darkness(values)
    agrees = agreement(values, version)
    if abs(agrees) < _TRUE_PATTERNS:
        return None
    dark = np.asarray(dark * math.copysign(1, agrees), np.float32)
    doubt = _doubt(dark)
    places, words = symbol.formats(version)
    likely = np.argsort(words @ dark.flat[places])[::-1]
    for form in likely[:_FORMATS]:
        if (bits := _corrected(dark > 0, doubt, symbol.LEVELS[form >> 3], int(form) & 7)) is not None:
            fixed = symbol.patterns(version)
            modules = np.where(fixed, fixed > 0, bits)
            modules.flat[places] = words[form] > 0
            modules[-8, 8] = True
            page = np.pad(np.where(modules, 0, 255), _RIM, constant_values=255)
            return np.kron(page, np.ones((_CELL, _CELL))).astype(np.uint8)
    return None


def _darkness(values: Plane) -> Plane:
    """How dark each module is among those round about: -1 light … 1 dark, 0 unsure."""
    window = np.ones((_REACH, _REACH), np.uint8)
    low, high = (cv2.blur(reach(values, window), (_REACH, _REACH)) for reach in (cv2.erode, cv2.dilate))
    return np.asarray(np.clip((low + high - 2 * values) / np.maximum(high - low, 4), -1, 1), np.float32)


def _doubt(dark: Plane) -> Plane:
    """How likely each module is to be mistaken, 0 … 0.5: it is grey, or among too many of its own kind."""
    doubt = 0.5 * (1 - np.abs(dark)) ** 2
    for kind in (dark > 0, dark <= 0):
        for alike, least in ((_ALIKE, 0.1), (_ALIKE + 1, 0.4)):
            spread = np.ones((alike, alike), np.uint8)
            alone = cv2.morphologyEx(kind.astype(np.uint8), cv2.MORPH_OPEN, spread, borderValue=0)
            doubt = np.maximum(doubt, alone * least)
    return np.asarray(doubt, np.float32)


def _corrected(dark: NDArray[np.bool_], doubt: Plane, level: str, mask: int) -> NDArray[np.bool_] | None:
    """The modules with each block corrected; None where one cannot be, or where chance could have made them."""
    side = dark.shape[0]
    version = (side - 17) // 4
    places = symbol.codewords(version)
    flipped = symbol.masked(mask, *np.divmod(places, side))
    words = np.packbits(dark.flat[places] ^ flipped, axis=1)[:, 0]
    doubts = doubt.flat[places].sum(1)
    checks, made = symbol.blocks(version, level)
    for block in made:
        found = _block([int(words[at]) for at in block], [float(doubts[at]) for at in block], checks)
        if found is None:
            return None
        words[block] = found
    modules = dark.copy()
    modules.flat[places] = np.unpackbits(words[:, None], axis=1).astype(bool) ^ flipped
    return modules


def _block(word: list[int], doubts: list[float], checks: int) -> list[int] | None:
    """One block as it was meant; None where too much is lost, or where a random word would have one in such reach too often."""
    unsure = sorted(range(len(word)), key=doubts.__getitem__, reverse=True)
    for given_up in range(0, checks, _STEP):
        found = solomon.corrected(word, checks, unsure[:given_up])
        if found is None:
            continue
        meant, wrong = found
        luck = math.log2(math.comb(len(word) - given_up, wrong)) + 8 * (wrong + given_up - checks)
        return meant if luck < _CHANCE else None
    return None
