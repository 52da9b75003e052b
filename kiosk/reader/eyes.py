"""One frame in, one report out: the cascade's codes and the coach's numbers, within the bounds of the wire."""

import time
from itertools import islice

import cv2
import numpy as np
import zxingcpp

from kiosk.reader import coach, decoder
from kiosk.reader.cascade import Cascade
from kiosk.reader.deblur import deblurred
from kiosk.reader.decoder import FORMATS
from kiosk.reader.grey import Grey
from kiosk.reader.wire import MAX_CODES, MAX_TEXT, Frame, Sighting

_ROOM = 40 * 1024  # bytes of code text a message; base64 and the other fields fill the rest of MAX_FROM_CHILD


class Eyes:
    """Looks at frames."""

    def __init__(self, *, all_looks: bool = False, live: bool = True) -> None:
        """With `live` frames follow each other from one camera; else each picture counts by itself."""
        cv2.setNumThreads(1)
        self._cascade = Cascade(every=all_looks, alone=not live)
        self._coach = coach.Coach() if live else None

    def warm_up(self) -> None:
        """Use every look once, so that no library loads, starts or looks for anything after the sandbox has closed."""
        qr, bars = (np.array(zxingcpp.create_barcode("WARM 1", form).to_image(scale=4)) for form in FORMATS)
        side, (high, wide) = len(qr), bars.shape
        picture = np.full((high, side * 2 + wide), 255, np.uint8)
        picture[:side, :side] = picture[:side, side : side * 2] = qr
        picture[side // 2 : side, side // 2 : side] = 255  # torn: seen, but not to be read
        picture[:, side * 2 :] = bars
        coach.look(picture)
        decoder.survey(picture, FORMATS)
        for look in self._cascade.looks:
            look.glance(picture, FORMATS)
        next(deblurred(bars[:9, :90]))  # no locator may find these bars

    def look(self, source: int, number: int, picture: Grey) -> Frame:
        """The report of one frame."""
        begun = time.perf_counter()
        light = coach.look(picture)
        found = self._cascade.read(picture, light)
        advice = self._coach.advise(picture, self._cascade.unread, read=bool(found)) if self._coach else None
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
            advice,
            light.glare,
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
