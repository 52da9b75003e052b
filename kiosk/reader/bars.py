"""Finds bars that lie askew and turns them upright: zxing-cpp follows lines along and down the picture only."""

import cv2
import numpy as np

from kiosk.reader import decoder
from kiosk.reader.decoder import Formats, Sightings
from kiosk.reader.grey import Grey
from kiosk.reader.wire import Corner

_MOST = 6  # places a frame
_QUIET = 1.25  # of the bars' length: room for quiet zones
_LARGE = 1000  # pixels a side; larger frames are halved for finding, where bars stand out just as well


class Bars:
    """OpenCV's locator of linear codes, which tells where and how they lie but is not asked what they say."""

    def __init__(self) -> None:
        self._locator = cv2.barcode.BarcodeDetector()

    def read(self, grey: Grey, formats: Formats) -> Sightings:
        """Linear codes at any slant."""
        shrink = 0.5 if max(grey.shape) > _LARGE else 1.0
        small = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
        if min(small.shape) < 40:  # the locator wants room
            return ()
        try:
            there, places = self._locator.detect(small)
        except cv2.error:  # an assertion of its own, on an odd picture
            return ()
        found: Sightings = ()
        for place in places[:_MOST] if there else ():
            found += _upright(grey, np.asarray(place, np.float32) / shrink, formats)
        return found


def _upright(grey: Grey, place: np.ndarray[tuple[int, int], np.dtype[np.float32]], formats: Formats) -> Sightings:
    (x, y), (width, height), angle = cv2.minAreaRect(place)
    size = max(8, round(width * _QUIET)), max(8, round(height * _QUIET))
    if max(size) > 2 * max(grey.shape):
        return ()
    turn = cv2.getRotationMatrix2D((x, y), angle, 1)
    turn[:, 2] += np.array((size[0] / 2 - x, size[1] / 2 - y))
    upright = cv2.warpAffine(grey, turn, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)
    back = cv2.invertAffineTransform(turn)

    def way(corner: Corner) -> Corner:
        from_x, from_y = back @ (*corner, 1.0)
        return float(from_x), float(from_y)

    return decoder.moved(decoder.read(upright, formats, whole=False), way)
