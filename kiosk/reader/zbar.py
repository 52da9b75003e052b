"""libzbar's eyes, which see some codes that zxing-cpp does not; believed only where two different pictures say the same.

It guesses encodings, so that only ASCII is believed; and where its library is missing, this look is blind.
"""

import cv2
import numpy as np

from kiosk.reader.decoder import Formats, Sightings, clockwise
from kiosk.reader.grey import Grey
from kiosk.reader.wire import Sighting

try:
    from pyzbar import pyzbar
except ImportError:  # libzbar0 is a package of the system's
    pyzbar = None

_NAMES = {"QRCODE": "QRCode", "CODE128": "Code128"}
_OURS = {"QRCodeModel2": "QRCODE", "Code128": "CODE128"}


def read(grey: Grey, formats: Formats) -> Sightings:
    """Codes that zbar reads in the picture at half its size and once more in another one made of it."""
    kinds = [getattr(pyzbar.ZBarSymbol, _OURS[f.name]) for f in formats if f.name in _OURS] if pyzbar else []
    if not kinds or min(grey.shape) < 16:
        return ()
    first = _glance(_scaled(grey, 0.5), kinds, 0.5)
    if not first:
        return ()
    second = _glance(_scaled(grey, 1.0), kinds, 1.0) or _glance(_scaled(grey, 0.6), kinds, 0.6)
    return tuple(code for key, code in first.items() if key in second)


def _scaled(grey: Grey, scale: float) -> Grey:
    return cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)


def _glance(grey: Grey, kinds: list[object], scale: float) -> dict[tuple[str, bytes], Sighting]:
    try:
        found = pyzbar.decode(np.ascontiguousarray(grey), kinds)
    except (pyzbar.PyZbarError, UnicodeError, ValueError):  # structured append makes it stumble
        return {}
    codes = {}
    for code in found:
        text = bytes(code.data)
        corners = [(point.x / scale, point.y / scale) for point in code.polygon]
        if not text or not text.isascii() or code.type not in _NAMES:
            continue
        if len(corners) != 4 or cv2.contourArea(np.array(corners, np.float32)) < 1:  # bars seen on a few lines only
            left, top, width, height = (value / scale for value in code.rect)
            corners = [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]
        codes[_NAMES[code.type], text] = Sighting(_NAMES[code.type], text, clockwise(corners))
    return codes
