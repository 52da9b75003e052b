"""Sharpens bars that are out of focus or moved: bars are the same all along, so that averaging along them leaves next to no noise,
and what has no noise can be deblurred far (Wiener, Extrapolation, Interpolation and Smoothing of Stationary Time Series, 1949).
"""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.reader.grey import Grey

Profile = NDArray[np.float64]

_FINER = 6  # samples a pixel
_ROWS = 24  # of the pictures given: enough for a decoder that follows lines
_MOVED = (0, 1.5, 3, 4, 5, 6)  # pixels over which light was smeared evenly
_SOFT = ((0.5, 0.01), (1.0, 0.01), (1.4, 0.003), (1.8, 0.002))  # the lens: sigma in pixels, and noise to signal
_FEW = 8  # rows to try on
_STEPS = (6.0, 3.0, 1.5, 0.7)  # pixels, from coarse to fine


def deblurred(upright: Grey) -> Iterator[Grey]:
    """Bars that stand upright, their code along the picture's width, as they may have been: one picture for each kind of blur."""
    profile = _aligned(upright)
    fine = cv2.resize(profile[None], None, fx=_FINER, fy=1, interpolation=cv2.INTER_CUBIC)[0].astype(np.float64)
    mirrored = np.concatenate([fine, fine[::-1]])  # no jump where the ends meet
    spectrum, waves = np.fft.rfft(mirrored), np.fft.rfftfreq(mirrored.size) * _FINER  # waves a pixel
    for moved in _MOVED:
        for sigma, noise in _SOFT:
            blur = np.exp(-2 * (np.pi * waves * sigma) ** 2) * np.sinc(moved * waves)
            sharp = np.fft.irfft(spectrum * blur / (blur**2 + noise))[: fine.size]
            dark, light = np.percentile(sharp, (2, 98))
            row = np.clip((sharp - dark) * 255 / max(light - dark, 1), 0, 255).astype(np.uint8)
            yield np.repeat(row[None], _ROWS, 0)


def _aligned(upright: Grey) -> Profile:
    """The bars' brightness from end to end, averaged along them; leaning and converging bars are first made parallel."""
    lean, converge = 0.0, 0.0
    for step in _STEPS:
        tries = [(lean + i * step, converge + j * step * 2) for i in range(-3, 4) for j in range(-3, 4)]
        lean, converge = max(tries, key=lambda tried: _clearness(_profile(upright, *tried, rows=_FEW)))
    return _profile(upright, lean, converge, rows=upright.shape[0] // 2)


def _profile(upright: Grey, lean: float, converge: float, *, rows: int) -> Profile:
    """Averaged over so many rows of the middle half; `lean` is in pixels from top to bottom, `converge` what it changes from end to end."""
    height, width = upright.shape
    x = np.arange(width, dtype=np.float32)
    along = np.linspace(-0.25, 0.25, max(rows, 1), dtype=np.float32)[:, None]
    from_x = (x + (lean + converge * (x / width - 0.5)) * along).astype(np.float32)
    from_y = np.broadcast_to((along + 0.5) * height, from_x.shape).astype(np.float32)
    seen = cv2.remap(upright, from_x, from_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(seen.mean(0), np.float64)


def _clearness(profile: Profile) -> float:
    return float((np.diff(profile) ** 2).sum())
