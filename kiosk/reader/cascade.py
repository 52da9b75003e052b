"""Looks at a grey frame until codes are found: the first look at every frame, then second looks, in turn."""

from collections.abc import Sequence

import cv2
import numpy as np

from kiosk.reader import decoder
from kiosk.reader.coach import Light
from kiosk.reader.decoder import FORMATS, Formats, Sightings
from kiosk.reader.grey import Grey
from kiosk.reader.looks import Look, Part, all_looks
from kiosk.reader.tracking import Area, Tracking
from kiosk.reader.wire import Corners, Sighting

_EAGERNESS = 3  # a look that the light calls for waits as if for so many times as many frames
_CLOSE_LOOKS = 3  # a frame where something was just seen: a part of a frame is looked at in a part of the time
_AGAIN = 1 << 20  # waits longer than anything: who has just read something is asked first


class Cascade:
    """The looks in their order; with `every` each look sees each frame whole, which is for pictures that hold still.

    With `alone` each frame counts by itself; else bars count once two frames agree.
    """

    def __init__(
        self,
        formats: Formats = FORMATS,
        *,
        second_looks: Sequence[Look] | None = None,
        every: bool = False,
        alone: bool = False,
    ) -> None:
        self._formats = formats
        looks = all_looks() if second_looks is None else second_looks
        self.looks = [look for look in looks if every or look.part is not Part.STILL]
        self._every = every
        self._alone = alone or every
        self._waits = [len(self.looks) - index for index in range(len(self.looks))]  # frames since each had its turn
        self._turns = [0] * len(self.looks)  # how many it had
        self._lucky: int | None = None  # the look that is asked again because it has just read something
        self._tracking = Tracking()
        self.unread: tuple[Corners, ...] = ()  # codes of the last frame that were seen, but not read

    def read(self, grey: Grey, light: Light) -> Sightings:
        """The codes of one frame, each place once."""
        found, self.unread = decoder.survey(grey, self._formats)
        if self._every:
            return self._look_in_every_way(grey, found)
        self._tracking.next_frame()
        self._tracking.saw([code.corners for code in found] or self.unread)
        if not found and self.looks:
            found = self._look_again(grey, light)
        return found if self._alone else self._tracking.agreed(found)

    def _look_in_every_way(self, grey: Grey, found: Sightings) -> Sightings:
        """What every look reads; what one has read is painted over for the next ones, so that the rest stands out."""
        more = found
        while more:  # decoders try so many combinations of finder patterns and no more
            grey = _without(more, grey)
            more = _unknown(decoder.read(grey, self._formats), found)
            found += more
        for look in self.looks:
            if more := _unknown(look.see(grey, self._formats), found):
                found += more
                grey = _without(more, grey)
        return found

    def _look_again(self, grey: Grey, light: Light) -> Sightings:
        """One second look at the frame; or several, where a code was just seen, at that place."""
        height, width = grey.shape
        area = self._tracking.area(height, width)
        for _ in range(_CLOSE_LOOKS if area else 1):
            turn = self._next(light)
            found = self._see(self.looks[turn], grey, area, self._turns[turn])
            self._turns[turn] += 1
            if found:
                if turn != self._lucky:  # else it has had its second turn: another code may be in view, for other looks
                    self._waits[turn] = _AGAIN
                self._lucky = turn if turn != self._lucky else None
                self._tracking.saw([code.corners for code in found])
                return found
        return ()

    def _see(self, look: Look, grey: Grey, area: Area | None, turn: int) -> Sightings:
        if area is None:
            return look.live(grey, self._formats, turn)
        top, left = area[0].start, area[1].start
        found = look.glance(grey[area], self._formats)
        return decoder.moved(found, lambda at: (at[0] + left, at[1] + top))

    def _next(self, light: Light) -> int:
        """The place in the table of the look that has waited longest; what the light calls for comes sooner, yet none waits for ever."""
        urgency = [
            wait * (_EAGERNESS if look.suits(light) else 1) for look, wait in zip(self.looks, self._waits, strict=True)
        ]
        turn = urgency.index(max(urgency))
        self._waits = [wait + 1 for wait in self._waits]
        self._waits[turn] = 0
        return turn


def _unknown(more: Sightings, found: Sightings) -> Sightings:
    """Those where nothing was read before: one place has one text, and who looked first is right."""
    return tuple(
        code
        for code in more
        if not any(_within(_middle(code), other) or _within(_middle(other), code) for other in found)
    )


def _without(codes: Sightings, grey: Grey) -> Grey:
    """The picture with paper where the squares are; bars have their place by the lines that were read, and the rest would be read again."""
    left = grey.copy()
    for code in codes:
        if code.symbology == "Code128":
            continue
        at = np.array(code.corners, np.float32)
        x, y, width, height = cv2.boundingRect(at)
        inside = grey[max(0, y) : max(0, y + height), max(0, x) : max(0, x + width)]
        paper = float(np.percentile(inside, 80)) if inside.size else 255.0
        cv2.fillConvexPoly(left, np.rint(at).astype(np.int32), paper)
    return left


def _middle(code: Sighting) -> tuple[float, float]:
    return sum(x for x, _ in code.corners) / 4, sum(y for _, y in code.corners) / 4


def _within(point: tuple[float, float], code: Sighting) -> bool:
    """Whether the point lies inside the corners, which run clockwise as the picture shows them."""
    x, y = point
    return all(
        (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0
        for (ax, ay), (bx, by) in zip(code.corners, code.corners[1:] + code.corners[:1], strict=True)
    )
