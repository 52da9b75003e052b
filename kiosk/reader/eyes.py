"""One frame in, one report out: the cascade's codes and the coach's numbers, within the bounds of the wire."""

import time
from itertools import islice

import cv2
import numpy as np
import zxingcpp

from kiosk.reader import coach
from kiosk.reader.cascade import Cascade
from kiosk.reader.grey import Grey
from kiosk.reader.wire import MAX_CODES, MAX_TEXT, Frame, Sighting

_ROOM = 40 * 1024  # bytes of code text a message; base64 and the other fields fill the rest of 64 KiB


class Eyes:
    """Looks at frames."""

    def __init__(self, *, all_looks: bool) -> None:
        cv2.setNumThreads(1)
        self._cascade = Cascade(all_looks=all_looks)

    def warm_up(self) -> None:
        """Use every library once, so that none loads, starts or looks for anything after the sandbox has closed."""
        code = zxingcpp.create_barcode("WARM", zxingcpp.BarcodeFormat.QRCodeModel2)
        self.look(0, 0, np.array(code.to_image(scale=4)))

    def look(self, source: int, number: int, picture: Grey) -> Frame:
        """The report of one frame."""
        begun = time.perf_counter()
        found = self._cascade.read(picture)
        light = coach.look(picture)
        ms = (time.perf_counter() - begun) * 1000
        kept = _fitting(found)
        height, width = picture.shape
        return Frame(
            source,
            number,
            kept,
            ms,
            width,
            height,
            light.brightness,
            light.contrast,
            light.sharpness,
            len(found) - len(kept),
        )


def _fitting(found: tuple[Sighting, ...]) -> tuple[Sighting, ...]:
    """As many codes as one message holds, in their order."""
    room = _ROOM
    kept = []
    for code in islice(found, MAX_CODES):
        room -= len(code.untrusted_text)
        if room >= 0 and len(code.untrusted_text) <= MAX_TEXT:
            kept.append(code)
    return tuple(kept)
