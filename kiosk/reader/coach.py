"""Small numbers about a frame, and one word of advice for who holds a code in vain. Not one pixel can be rebuilt from them."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.reader.grey import Grey
from kiosk.reader.wire import Advice, Corners

_THUMB = (64, 36)  # the frame as the coach remembers it: enough to tell that something is held up
_APART = 16.0  # grey levels by which a held thing differs from the empty hall
_LEARNS, _FORGETS = (
    0.05,
    600,
)  # share of a frame that the empty hall takes on; frames after which what never moves is part of it
_SWITCHED = 0.9  # share of the frame beyond which it was the lamp that changed
_HELD = 0.012  # share of the frame that a thing has at least
_IN_VAIN = 12  # frames that something is held without being read before anything is said
_SURE = 4  # frames in a row that say the same
_FAINT = 90.0  # pixels a side, under which a code is too small
_FEW, _MANY = 0.12, 0.5  # shares of the frame: a thing too far away, and too near
_DARK = 60.0
_WHITE, _GLARING = (
    254,
    (0.004, 0.4),
)  # grey level, and shares of the thing: a lamp's image, but no white paper in good light
_MOVING = 9.0  # grey levels a frame
_CRISP = 0.33  # of the thing's contrast that its steepest edges climb in two pixels

Plane = NDArray[np.float32]


@dataclass(frozen=True)
class Light:
    """Brightness and contrast 0…255; sharpness is the variance of the Laplacian in the frame's middle, 0 blurred … about 1e5.

    Glare is the share of white, 0…1.
    """

    brightness: float
    contrast: float
    sharpness: float
    glare: float


def look(grey: Grey) -> Light:
    """Measure a frame: light on every fourth row and column, focus on the middle, where people hold things."""
    thinned = grey[::4, ::4]
    mean, deviation = cv2.meanStdDev(thinned)
    white = np.count_nonzero(thinned >= _WHITE) / max(thinned.size, 1)
    height, width = grey.shape
    middle = grey[height // 4 : height - height // 4, width // 4 : width - width // 4]
    _, edges = cv2.meanStdDev(cv2.Laplacian(middle, cv2.CV_16S))
    return Light(float(mean[0, 0]), float(deviation[0, 0]), float(edges[0, 0]) ** 2, white)


class Coach:
    """Watches the frames of one camera."""

    def __init__(self) -> None:
        self._hall: Plane | None = None
        self._before: Plane | None = None
        self._vain = 0  # frames that something was held up and not read
        self._same = 0  # frames that the same was to be said
        self._word: Advice | None = None

    def advise(self, grey: Grey, unread: Sequence[Corners], *, read: bool) -> Advice | None:
        """What would help whoever holds something up now; None while nobody does, or codes are `read`.

        `unread` is where codes are that can be seen.
        """
        thumb = cv2.resize(grey, _THUMB, interpolation=cv2.INTER_AREA).astype(np.float32)
        before, self._before = self._before, thumb
        held = self._held(thumb)
        if read or before is None or (not held.any() and not unread):
            self._vain, self._word, self._same = 0, None, 0
            return None
        self._vain += 1
        if self._vain > _FORGETS:
            self._hall, self._vain = thumb, 0
        word = _word(grey, held, float(np.abs(thumb - before)[held].mean()) if held.any() else 0.0, unread)
        self._same = self._same + 1 if word is self._word else 0
        self._word = word
        return word if self._vain > _IN_VAIN and self._same >= _SURE else None

    def _held(self, thumb: Plane) -> NDArray[np.bool_]:
        """Where the thumbnail shows something that the empty hall did not."""
        if self._hall is None:
            self._hall = thumb
        held = np.abs(thumb - self._hall) > _APART
        if held.mean() > _SWITCHED:
            self._hall, held = thumb, np.zeros_like(held)
        self._hall = np.where(held, self._hall, self._hall + _LEARNS * (thumb - self._hall))
        return held if held.mean() > _HELD else np.zeros_like(held)


def _word(grey: Grey, held: NDArray[np.bool_], moved: float, unread: Sequence[Corners]) -> Advice | None:
    """What is most in the way, the worst first; None where nothing seems to be."""
    part = _around(grey, unread[0]) if unread else _about(grey, held)
    low, most, high = np.percentile(part[::2, ::2], (5, 80, 95))
    steepest = np.percentile(np.abs(part[:, 2:].astype(np.int16) - part[:, :-2]), 99) / max(high - low, 1)
    share = held.mean()
    reasons = {
        Advice.TOO_SMALL: bool(unread) and max(part.shape) < _FAINT,
        Advice.BRIGHTER: most < _DARK,
        Advice.HOLD_STILL: moved > _MOVING,
        Advice.FURTHER: steepest < _CRISP,
        Advice.TILT: _glaring(part),
        Advice.CLOSER: share < _FEW and not unread,
    }
    return next((word for word, true in reasons.items() if true), Advice.FURTHER if share > _MANY else None)


def _glaring(part: Grey) -> bool:
    """Whether white covers more in one piece than the modules of a code do."""
    white = (part >= _WHITE).astype(np.uint8)
    piece = max(3, min(part.shape) // 8)
    return bool(_GLARING[0] < cv2.erode(white, np.ones((piece, piece), np.uint8)).mean() < _GLARING[1])


def _around(grey: Grey, corners: Corners) -> Grey:
    xs, ys = zip(*corners, strict=True)
    return grey[max(0, int(min(ys))) : int(max(ys)) + 3, max(0, int(min(xs))) : int(max(xs)) + 3]


def _about(grey: Grey, held: NDArray[np.bool_]) -> Grey:
    """The frame's part that the held thing's mask covers, from its first row and column to its last."""
    rows, columns = np.flatnonzero(held.any(1)), np.flatnonzero(held.any(0))
    down, across = grey.shape[0] / held.shape[0], grey.shape[1] / held.shape[1]
    return grey[
        int(rows[0] * down) : int((rows[-1] + 1) * down) + 3,
        int(columns[0] * across) : int((columns[-1] + 1) * across) + 3,
    ]
