"""Finds bars that lie askew and turns them upright: zxing-cpp follows lines along and down the picture only."""

from collections.abc import Callable, Iterator

import cv2
import numpy as np

from kiosk.reader import decoder
from kiosk.reader.deblur import deblurred
from kiosk.reader.decoder import Formats, Sightings
from kiosk.reader.grey import Grey
from kiosk.reader.wire import Corner

_MOST = 6  # places a frame
_MOST_BLURRED = 2  # which take ten times as long
_QUIET = 1.25  # of the bars' length: room for quiet zones
_LARGE = 1000  # pixels a side; larger frames are halved for finding, where bars stand out just as well

Way = Callable[[Corner], Corner]


class Bars:
    """OpenCV's locator of linear codes, which tells where and how they lie but is not asked what they say."""

    def __init__(self) -> None:
        self._locator = cv2.barcode.BarcodeDetector()

    def read(self, grey: Grey, formats: Formats) -> Sightings:
        """Linear codes at any slant."""
        found: Sightings = ()
        for upright, way in self._places(grey, _MOST):
            found += decoder.moved(decoder.read(upright, formats, whole=False), way)
        return found

    def read_blurred(self, grey: Grey, formats: Formats) -> Sightings:
        """Linear codes out of focus or moved, at any slant."""
        found: Sightings = ()
        for upright, way in self._places(grey, _MOST_BLURRED):
            found += decoder.moved(_sharpened(upright, formats), way)
        return found

    def _places(self, grey: Grey, most: int) -> Iterator[tuple[Grey, Way]]:
        """Where bars are, turned upright or on their side, the largest first, each with the way back into the picture."""
        shrink = 0.5 if max(grey.shape) > _LARGE else 1.0
        small = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
        if min(small.shape) < 40:  # the locator wants room
            return
        try:
            there, places = self._locator.detect(small)
        except cv2.error:  # an assertion of its own, on an odd picture
            return
        located = [np.asarray(place, np.float32) / shrink for place in places] if there else []
        for place in sorted(located, key=cv2.contourArea, reverse=True)[:most]:
            (x, y), (width, height), angle = cv2.minAreaRect(place)
            size = max(8, round(width * _QUIET)), max(8, round(height * _QUIET))
            if max(size) <= 2 * max(grey.shape):
                yield _upright(grey, (x, y), size, angle)


def _upright(grey: Grey, middle: Corner, size: tuple[int, int], angle: float) -> tuple[Grey, Way]:
    turn = cv2.getRotationMatrix2D(middle, angle, 1)
    turn[:, 2] += np.array((size[0] / 2 - middle[0], size[1] / 2 - middle[1]))
    upright = cv2.warpAffine(grey, turn, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)
    back = cv2.invertAffineTransform(turn)

    def way(corner: Corner) -> Corner:
        from_x, from_y = back @ (*corner, 1.0)
        return float(from_x), float(from_y)

    return upright, way


def _sharpened(upright: Grey, formats: Formats) -> Sightings:
    """What two pictures say of bars: one alone may be guessed from a blur, check character and all."""
    height, width = upright.shape
    said: set[bytes] = set()
    for picture in deblurred(upright if width >= height else np.rot90(upright)):
        for code in decoder.read(picture, formats, whole=False):
            if code.untrusted_text in said:
                right, low = width - 1.0, height - 1.0
                return decoder.placed((code,), ((0.0, 0.0), (right, 0.0), (right, low), (0.0, low)))
            said.add(code.untrusted_text)
    return ()
