"""Looks at a grey frame until codes are found: the first look at every frame, then at most one second look, in turn."""

from collections.abc import Sequence

from kiosk.reader import decoder
from kiosk.reader.coach import Light
from kiosk.reader.decoder import FORMATS, Formats, Sightings
from kiosk.reader.grey import Grey
from kiosk.reader.looks import Look, all_looks
from kiosk.reader.wire import Sighting

_EAGERNESS = 3  # a look that the light calls for waits as if for so many times as many frames


class Cascade:
    """The looks in their order; with `every` each look sees each frame whole, which is for pictures that hold still."""

    def __init__(
        self, formats: Formats = FORMATS, *, second_looks: Sequence[Look] | None = None, every: bool = False
    ) -> None:
        self._formats = formats
        self._looks = all_looks() if second_looks is None else second_looks
        self._every = every
        self._waits = [len(self._looks) - index for index in range(len(self._looks))]  # frames since each had its turn

    def read(self, grey: Grey, light: Light) -> Sightings:
        """The codes of one frame, each place once."""
        found = decoder.read(grey, self._formats)
        if self._every:
            for look in self._looks:
                found += tuple(code for code in look.see(grey, self._formats) if not _known(code, found))
        elif not found and self._looks:
            found = self._next(light).live(grey, self._formats)
        return found

    def _next(self, light: Light) -> Look:
        """The look that has waited longest; what the light calls for comes sooner, yet none waits for ever."""
        urgency = [
            wait * (_EAGERNESS if look.suits(light) else 1) for look, wait in zip(self._looks, self._waits, strict=True)
        ]
        turn = urgency.index(max(urgency))
        self._waits = [wait + 1 for wait in self._waits]
        self._waits[turn] = 0
        return self._looks[turn]


def _known(code: Sighting, found: Sightings) -> bool:
    """Whether something was read there already: one place has one text, and who looked first is right."""
    return any(_within(_middle(code), other) or _within(_middle(other), code) for other in found)


def _middle(code: Sighting) -> tuple[float, float]:
    return sum(x for x, _ in code.corners) / 4, sum(y for _, y in code.corners) / 4


def _within(point: tuple[float, float], code: Sighting) -> bool:
    """Whether the point lies inside the corners, which run clockwise as the picture shows them."""
    x, y = point
    return all(
        (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0
        for (ax, ay), (bx, by) in zip(code.corners, code.corners[1:] + code.corners[:1], strict=True)
    )
