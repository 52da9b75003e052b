"""Looks at a grey frame until codes are found: the first look at every frame, then at most one second look, in turn."""

from collections.abc import Callable, Sequence

import zxingcpp

from kiosk.reader.fragment import is_fragment
from kiosk.reader.grey import Grey
from kiosk.reader.wire import Corner, Corners, Sighting

FORMATS = (zxingcpp.BarcodeFormat.QRCodeModel2, zxingcpp.BarcodeFormat.Code128)
_NAMES = {"QRCodeModel2": "QRCode"}
Formats = Sequence[zxingcpp.BarcodeFormat]
Look = Callable[[Grey, Formats], tuple[Sighting, ...]]


def first_look(grey: Grey, formats: Formats) -> tuple[Sighting, ...]:
    """What zxing-cpp reads with its defaults (turns, halves and inverts the picture itself)."""
    return tuple(_sighting(code) for code in zxingcpp.read_barcodes(grey, zxingcpp.BarcodeFormats(formats)))


SECOND_LOOKS: tuple[Look, ...] = ()  # for frames in which the first look reads nothing


class Cascade:
    """The looks in their order; with `all_looks` every look sees every frame and each code is reported once."""

    def __init__(
        self, formats: Formats = FORMATS, *, second_looks: tuple[Look, ...] = SECOND_LOOKS, all_looks: bool = False
    ) -> None:
        self._formats = formats
        self._second_looks = second_looks
        self._all_looks = all_looks
        self._turn = 0

    def read(self, grey: Grey) -> tuple[Sighting, ...]:
        """The codes of one frame."""
        codes = first_look(grey, self._formats)
        if self._all_looks:
            for look in self._second_looks:
                known = {(code.symbology, code.untrusted_text) for code in codes}
                codes += tuple(c for c in look(grey, self._formats) if (c.symbology, c.untrusted_text) not in known)
        elif not codes and self._second_looks:
            codes = self._second_looks[self._turn % len(self._second_looks)](grey, self._formats)
            self._turn += 1
        return codes


def _sighting(code: zxingcpp.Barcode) -> Sighting:
    place = code.position
    corners = [
        (float(p.x), float(p.y)) for p in (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    ]
    name = code.format.name
    return Sighting(_NAMES.get(name, name), code.bytes, clockwise(corners), is_fragment(code))


def clockwise(corners: Sequence[Corner]) -> Corners:
    """The four corners clockwise as the picture shows them, from the one nearest its top left."""
    a, b, c, d = corners
    twice_area = sum(p[0] * q[1] - q[0] * p[1] for p, q in ((a, b), (b, c), (c, d), (d, a)))
    ring = [a, b, c, d] if twice_area >= 0 else [a, d, c, b]  # y grows downward, so clockwise has a positive area
    start = min(range(4), key=lambda index: sum(ring[index]))
    return ring[start], ring[(start + 1) % 4], ring[(start + 2) % 4], ring[(start + 3) % 4]
