"""What the child remembers from frame to frame: where a code was just seen, and which bars were read once already."""

from collections.abc import Sequence

from kiosk.reader.decoder import Sightings
from kiosk.reader.wire import Corners

_SOON = 10  # frames that a place is worth a closer look after something was seen there
_AGREE_WITHIN = 40  # frames between two reads that agree
_MARGIN = 0.4  # of the place's size, on each side: hands move
_TRUST_ONE = {"QRCode"}  # error correction: a wrong text would need many wrong modules that agree with each other

Area = tuple[slice, slice]  # rows and columns of a frame


class Tracking:
    """Counts frames; knows nothing of time."""

    def __init__(self) -> None:
        self._frame = 0
        self._seen_at = -_SOON
        self._place: Corners | None = None
        self._once: dict[tuple[str, bytes], int] = {}

    def next_frame(self) -> None:
        """A new frame begins."""
        self._frame += 1

    def saw(self, places: Sequence[Corners]) -> None:
        """Something was read or located; the first of the places is followed."""
        if places:
            self._place, self._seen_at = places[0], self._frame

    def area(self, height: int, width: int) -> Area | None:
        """The part of the frame to look at more closely, where there is one and it is small enough to be worth it."""
        if self._place is None or self._frame - self._seen_at >= _SOON:
            return None
        xs, ys = zip(*self._place, strict=True)
        margin = _MARGIN * max(max(xs) - min(xs), max(ys) - min(ys)) + 8
        left, right = max(0, int(min(xs) - margin)), min(width, int(max(xs) + margin))
        top, bottom = max(0, int(min(ys) - margin)), min(height, int(max(ys) + margin))
        if min(right - left, bottom - top) < 16 or (right - left) * (bottom - top) * 2 > width * height:
            return None
        return slice(top, bottom), slice(left, right)

    def agreed(self, found: Sightings) -> Sightings:
        """The codes that count: with error correction at once, bars when another frame said the same a moment ago.

        The one check character of Code 128 lets one wrong text in a hundred through, and says nothing of a text cut short.
        """
        self._once = {key: at for key, at in self._once.items() if self._frame - at <= _AGREE_WITHIN}
        counts = []
        for code in found:
            key = code.symbology, code.untrusted_text
            if code.symbology in _TRUST_ONE or self._once.get(key, self._frame) < self._frame:
                counts.append(code)
            self._once[key] = self._frame
        return tuple(counts)
