"""How often and how widely a screen flashes, by WCAG 2.2, 2.3.1: general and red flashes, and the area that flashes at once."""

from bisect import bisect_right

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

CHANGE, DARKER = 0.1, 0.8
"""Of the relative luminance: the least change that counts, and what the darker side of it is below."""
RED = 0.8
"""Of all the light, from which on a colour is a saturated red."""
MOST = 3
"""Flashes in any second; one is a pair of opposing changes."""
FIELD_MM, SHARE = 87.0, 0.25
"""Ten degrees as seen from half a metre, and how much of them may flash more often than that."""
EACH = 6
"""Pixels a side of what is taken for one point: no smaller thing is an area."""

Plane = NDArray[np.float32]
_LINEAR = np.array(
    [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in np.arange(256) / 255], np.float32
)


class _Signal:
    """One number a point, over time; a change counts when it turns against the last one by `least`."""

    def __init__(self, first: Plane, least: float, darker: float) -> None:
        self._least, self._darker = least, darker
        self._low, self._high = first.copy(), first.copy()
        self._way = np.zeros(first.shape, np.int8)

    def turned(self, now: Plane) -> NDArray[np.bool_]:
        """Where it is a change."""
        up = (self._way <= 0) & (now - self._low >= self._least) & (self._low < self._darker)
        down = (self._way >= 0) & (self._high - now >= self._least) & (now < self._darker)
        self._way[up], self._way[down] = 1, -1
        turned = up | down
        self._low = np.where(turned, now, np.minimum(self._low, now))
        self._high = np.where(turned, now, np.maximum(self._high, now))
        return turned


class Watched:
    """A window under watch; `mm` is its pixels a millimetre."""

    def __init__(self, window: QWidget, mm: float) -> None:
        self._window, self._mm = window, mm
        self._signals: list[_Signal] = []
        self._turns: list[tuple[float, NDArray[np.int8]]] = []

    def look(self, seconds: float) -> None:
        """See it as it is at that time."""
        light, red = _light(self._window.grab().toImage())
        if not self._signals:
            self._signals = [_Signal(light, CHANGE, DARKER), _Signal(red, 0.5, 2.0)]
            return
        turned = [signal.turned(plane) for signal, plane in zip(self._signals, (light, red), strict=True)]
        self._turns.append((seconds, np.stack(turned).astype(np.int8)))

    @property
    def flashing(self) -> float:
        """Share of the field that flashed more often than may be in any second, where it is most."""
        at = [seconds for seconds, _ in self._turns]
        so_far = np.cumsum(
            [np.zeros_like(self._turns[0][1]), *(turn for _, turn in self._turns)], axis=0, dtype=np.int16
        )
        side, worst = round(FIELD_MM * self._mm / EACH), 0.0
        for number, until in enumerate(at, 1):
            count = so_far[number] - so_far[bisect_right(at, until - 1 + 1e-6)]
            if (count > 2 * MOST).any():
                area = (count > 2 * MOST).any(axis=0).astype(np.float32)
                worst = max(worst, float(cv2.blur(area, (side, side), borderType=cv2.BORDER_CONSTANT).max()))
        return worst


def _light(picture: QImage) -> tuple[Plane, Plane]:
    """Relative luminance, and 1 where a saturated red is, of each point."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    high, wide = plain.height() // EACH, plain.width() // EACH
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    colours = rows[: high * EACH, : wide * EACH * 3].reshape(high * EACH, wide * EACH, 3)
    points = cv2.resize(colours, (wide, high), interpolation=cv2.INTER_AREA)
    linear = _LINEAR[points]
    whole = linear.sum(axis=2)
    red = (linear[..., 0] >= RED * whole) & (whole > 0)
    return linear @ np.array([0.2126, 0.7152, 0.0722], np.float32), red.astype(np.float32)
