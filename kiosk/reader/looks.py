"""The second looks: each makes another picture of the frame, for one cause why a code was not read in the first.

Every text they give has passed its own check: a QR code's error correction, a Code 128's check character; what zbar says counts only
where it says it of two pictures.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

import cv2
import numpy as np
import zxingcpp

from kiosk.reader import decoder, finders, mend, unwarp, zbar
from kiosk.reader.bars import Bars
from kiosk.reader.coach import Light
from kiosk.reader.decoder import Formats, Sightings
from kiosk.reader.grey import Grey
from kiosk.reader.refocus import Refocus
from kiosk.reader.wire import Corners

_MOST_PIXELS = 1 << 26  # of a picture made larger; beyond, a code is large enough already
_LARGE = 1000  # pixels a side; larger frames are halved for OpenCV, which is slow to find
_MOST_PLACES = 4  # that are laid flat in one picture

See = Callable[[Grey, Formats], Sightings]


class Part(Enum):
    """How much of a live frame a look is given, so that no frame takes long; a still picture is always looked at whole."""

    WHOLE = auto()
    COARSE = auto()  # all of it at half its size
    FINE = auto()  # its middle, half the width and half the height, where people hold things
    IN_TURN = auto()  # coarse and fine by turns
    STILL = auto()  # nothing: the look is for still pictures only


@dataclass(frozen=True)
class Look:
    """One second look. `ms` was measured on a cluttered 1280 by 720 frame, its part of it, on one busy core."""

    name: str
    what_for: str
    ms: float
    see: See
    part: Part = Part.IN_TURN
    suits: Callable[[Light], bool] = lambda _light: False  # whether the frame's light or focus calls for it
    quick: See | None = None  # instead of `see` where frames follow each other: one that gives up sooner

    def glance(self, grey: Grey, formats: Formats) -> Sightings:
        """See one frame of many, or a part of it."""
        return (self.quick or self.see)(grey, formats)

    def live(self, grey: Grey, formats: Formats, turn: int = 0) -> Sightings:
        """See the part of a live frame that this look is given in its turn, which is counted from 0."""
        if self.part is Part.COARSE or (self.part is Part.IN_TURN and turn % 2):
            return _resized(grey, 0.5, lambda half: self.glance(half, formats))
        if self.part is Part.WHOLE:
            return self.glance(grey, formats)
        top, left = grey.shape[0] // 4, grey.shape[1] // 4
        middle = grey[top : grey.shape[0] - top, left : grey.shape[1] - left]
        return decoder.moved(self.glance(middle, formats), lambda at: (at[0] + left, at[1] + top))


def _resized(grey: Grey, scale: float, see: Callable[[Grey], Sightings]) -> Sightings:
    if min(grey.shape) * scale < 1:
        return ()
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    picture = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=way).astype(np.uint8)
    return decoder.moved(see(picture), lambda at: (at[0] / scale, at[1] / scale))


def _retouched(retouch: Callable[[Grey], object]) -> See:
    """The look at the frame after its pixels were changed in place."""
    return lambda grey, formats: decoder.read(np.asarray(retouch(grey), np.uint8), formats)


def _gamma(power: float) -> See:
    table = np.rint((np.arange(256) / 255) ** power * 255).astype(np.uint8)
    return _retouched(lambda grey: cv2.LUT(grey, table))


def _closer(grey: Grey, formats: Formats) -> Sightings:
    if grey.size * 4 > _MOST_PIXELS:
        return ()
    return _resized(grey, 2, lambda large: decoder.read(large, formats, whole=False))


def _smaller(grey: Grey, formats: Formats) -> Sightings:
    return _resized(grey, 0.5, lambda small: decoder.read(small, formats))


def _one_threshold(grey: Grey, formats: Formats) -> Sightings:
    return decoder.read(grey, formats, binarizer=zxingcpp.Binarizer.GlobalHistogram)


def _local_contrast(grey: Grey) -> object:
    return cv2.createCLAHE(4, (16, 16)).apply(grey)


def _sharpened(grey: Grey) -> object:
    return cv2.addWeighted(grey, 2.5, cv2.GaussianBlur(grey, (0, 0), 3), -1.5, 0)


def _evened(grey: Grey) -> object:
    """Divided by the paper's own brightness round about, so that shadows and lamps are gone."""
    small = cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA) if min(grey.shape) > 64 else grey
    paper = cv2.GaussianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), (0, 0), 4)
    return cv2.divide(grey, cv2.resize(paper, (grey.shape[1], grey.shape[0])), scale=230)


def _flattened(
    locate: Callable[[Grey], Sequence[Corners]],
    *,
    places: int = _MOST_PLACES,
    tries: int = 9,
    largest: int = unwarp.LARGEST,
    mending: bool = True,
) -> See:
    def see(grey: Grey, formats: Formats) -> Sightings:
        found: Sightings = ()
        for corners in locate(grey)[:places]:
            for square in islice(unwarp.flattened(grey, corners, largest), tries):
                codes = decoder.read(square, formats, whole=False)
                if not codes and mending and (whole := mend.mended(unwarp.brightness(square))) is not None:
                    codes = decoder.read(whole, formats, whole=False)
                if codes:
                    found += decoder.placed(codes[:1], corners)
                    break
        return found

    return see


def _flattened_soon(locate: Callable[[Grey], Sequence[Corners]]) -> See:
    """For live frames: one place, its two likeliest squares, and no code larger than version 6."""
    return _flattened(locate, places=1, tries=2, largest=41, mending=False)


def _located_by_opencv() -> Callable[[Grey], Sequence[Corners]]:
    locator = cv2.QRCodeDetector()

    def locate(grey: Grey) -> Sequence[Corners]:
        shrink = 0.5 if max(grey.shape) > _LARGE else 1.0
        small = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
        if min(small.shape) <= 20:
            return []
        try:
            there, places = locator.detectMulti(small)
        except cv2.error:  # what it clusters is sometimes nothing at all
            return []
        return [decoder.four(np.asarray(place) / shrink) for place in places] if there else []

    return locate


def _dim(light: Light) -> bool:
    return light.brightness < 70


def _washed_out(light: Light) -> bool:
    return light.brightness > 170


def _flat_light(light: Light) -> bool:
    return light.contrast < 30


def _out_of_focus(light: Light) -> bool:
    return light.sharpness < 60


def _grainy(light: Light) -> bool:
    return light.sharpness > 2500


def all_looks() -> tuple[Look, ...]:
    """The table, in the order in which the looks pay."""
    bars, opencv, refocus = Bars(), _located_by_opencv(), Refocus()
    return (
        Look("gamma 0.5", "a dim phone, a dark hall", 3, _gamma(0.5), suits=_dim),
        Look("bars", "a label held at a slant", 4, bars.read, Part.WHOLE),
        Look("one threshold", "ornament inside the modules; spots of light", 3, _one_threshold),
        Look("closer", "a code far away or fine", 5, _closer, Part.FINE),
        Look("flattened", "cloth, crumpled paper", 4, _flattened(decoder.locate), Part.WHOLE, quick=_flattened_soon(decoder.locate)),
        Look("zbar", "other eyes: odd quiet zones, torn finder patterns", 7, zbar.read, Part.WHOLE),
        Look("sharpened", "out of focus, or moved", 3, _retouched(_sharpened), suits=_out_of_focus),
        Look("refocused", "a QR code too near or too far", 12, refocus.see, Part.FINE, _out_of_focus, quick=refocus.glance),
        Look("blurred bars", "a label too near, too far, or moved", 4, bars.read_blurred, Part.WHOLE, _out_of_focus),
        Look("softened", "grain; the raster of a screen", 3, _retouched(lambda g: cv2.GaussianBlur(g, (0, 0), 1)), suits=_grainy),
        Look("local contrast", "faint print, a sticky film", 3, _retouched(_local_contrast), suits=_flat_light),
        Look("gamma 2.5", "glare, a screen far too bright", 3, _gamma(2.5), suits=_washed_out),
        Look("smaller", "very near and blurred; coarse moiré", 2, _smaller, Part.WHOLE),
        Look("evened", "a shadow's edge across the code", 3, _retouched(_evened)),
        Look("joined", "modules printed as dots, scratches of light", 3, _retouched(lambda g: cv2.erode(g, np.ones((3, 3), np.uint8)))),
        Look("cleaned", "specks; scratches of dark", 3, _retouched(lambda g: cv2.medianBlur(g, 5))),
        Look("found and flattened", "bent beyond finding by others", 10, _flattened(opencv), Part.COARSE, quick=_flattened_soon(opencv)),
        Look("by two finders", "a finder pattern torn, lit away, out of the picture", 30, _flattened(finders.located), Part.STILL),
    )  # fmt: skip
