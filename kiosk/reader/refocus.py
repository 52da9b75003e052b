"""Brings QR codes back into focus that a lens saw out of it: up to a disc of a module's radius, twice what a decoder bears.

Each point of such a picture is smeared to an even disc (Goodman, Introduction to Fourier Optics, chapter 6); Wiener's filter undoes
that for one radius at a time, and serves its neighbours too.
"""

import math
from collections.abc import Sequence
from functools import cache
from itertools import cycle

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.reader import decoder
from kiosk.reader.decoder import Formats, Sightings
from kiosk.reader.grey import Grey

Kernel = NDArray[np.float32]

_RADII = (2.0, 2.8, 3.9, 5.4, 7.5, 10.5, 15.0)  # pixels; each serves a sixth more and less
_HELD = (3.9, 5.4, 2.8)  # those of a phone before a camera, likeliest first
_NOISE = 0.01  # to signal
_REACH = 5  # radii; farther off a point hardly matters
_LARGE = 1600  # pixels a side; larger pictures are halved: out of focus, they lose nothing
_QR = (decoder.QR,)


class Refocus:
    """Every radius for a picture that holds still; the next one for each live frame."""

    def __init__(self) -> None:
        self._next = cycle(_HELD)

    def see(self, grey: Grey, formats: Formats) -> Sightings:
        """The QR codes of a picture at the first radius at which there are any, at half its size reaching twice as far."""
        found = _read(grey, formats, _RADII, _LARGE)
        return found if found or max(grey.shape) <= _LARGE // 2 else _read(grey, formats, _RADII, _LARGE // 2)

    def glance(self, grey: Grey, formats: Formats) -> Sightings:
        """The QR codes of a frame at one radius."""
        return _read(grey, formats, (next(self._next),), _LARGE)


def _read(grey: Grey, formats: Formats, radii: Sequence[float], largest: int) -> Sightings:
    if _QR[0] not in formats:
        return ()
    scale = 1.0
    while max(grey.shape) * scale > largest:
        scale /= 2
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)
    for radius in radii:
        if found := decoder.read(refocused(small, radius), _QR, whole=False):
            return decoder.moved(found, lambda at: (at[0] / scale, at[1] / scale))
    return ()


def refocused(grey: Grey, radius: float) -> Grey:
    """The picture as it may have been, had its lens not smeared each point to a disc of that radius in pixels."""
    return cv2.filter2D(grey, -1, _sharpener(radius), borderType=cv2.BORDER_REFLECT).astype(np.uint8)


@cache
def _sharpener(radius: float) -> Kernel:
    """Wiener's filter as what a point becomes by it; the disc's rim is soft, so that fractions of a pixel count."""
    half = math.ceil(radius * _REACH)
    from_middle = np.abs(np.arange(-half, half + 1))
    disc = np.clip(radius + 0.5 - np.hypot(from_middle[:, None], from_middle), 0, 1)
    lens = np.fft.fft2(np.fft.ifftshift(disc / disc.sum())).real
    filtered = np.fft.ifft2(lens / (lens**2 + _NOISE) * (1 + _NOISE)).real
    return np.fft.fftshift(filtered).astype(np.float32)
