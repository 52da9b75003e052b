"""Aiming a reader by the test sheet: its last second in numbers, and the one thing to turn. No picture, and nothing is kept."""

import math
from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from kiosk.codes import sheet_code
from kiosk.reader.wire import Corners, Frame, Sighting

WHILE = 1.5
"""Seconds that a reading looks back: hands shake, and not every look reads every code."""
SLOW = 12.0
"""Frames a second."""
DARK, BRIGHT = 50.0, 225.0
"""Of 255."""
GLARING = 0.06
"""Share of the frame as white as can be."""
NEAR_ENOUGH = 4.0
"""Pixels a mm: a token's modules of 1 mm have 4 then, below which nothing rescues a blurred one (DESIGN §10)."""
ROOM_MM = 125.0
"""That a frame must be wide, so that a phone held askew is in it."""
READABLE = 2.3
"""Pixels a module that a sharp picture needs."""
SQUARE = "QRCode"


class Turn(StrEnum):
    """What to do next; `good` is nothing."""

    NO_FRAMES = "no_frames"
    DARK = "dark"
    BRIGHT = "bright"
    GLARE = "glare"
    SLOW = "slow"
    NO_SHEET = "no_sheet"
    """None of its codes is read."""
    CLOSER = "closer"
    FURTHER = "further"
    FOCUS = "focus"
    """Codes are not read that are large enough to be."""
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Seen:
    """One code of the sheet, in tenths of a mm and pixels a module; corners in pixels of the frame."""

    tenths: int
    symbology: str
    module: float
    corners: Corners


@dataclass(frozen=True, slots=True)
class Reading:
    """The last second: brightness and contrast 0…255, sharpness 0…1e6, glare 0…1, `ms` of processor a frame."""

    turn: Turn
    frames_per_second: float = 0.0
    ms: float = 0.0
    width: int = 0
    height: int = 0
    brightness: float = 0.0
    contrast: float = 0.0
    sharpness: float = 0.0
    glare: float = 0.0
    seen: tuple[Seen, ...] = ()
    """Each code that was read, where it was last, the largest first."""

    @property
    def per_mm(self) -> float | None:
        """Pixels a mm where the sheet is held; None while it is not read."""
        largest = next((one for one in self.seen if one.symbology == SQUARE), None)
        return largest.module * 10 / largest.tenths if largest else None

    @property
    def finest(self) -> int | None:
        """Tenths of a mm of the finest square that is read."""
        return min((one.tenths for one in self.seen if one.symbology == SQUARE), default=None)


class Aiming:
    """Fed with a reader's frames. Times are monotonic seconds."""

    def __init__(self) -> None:
        self._frames: deque[tuple[float, Frame]] = deque()

    def see(self, frame: Frame, now: float) -> None:
        """One more frame."""
        self._frames.append((now, frame))
        self._forget(now)

    def reading(self, now: float) -> Reading:
        """How it stands."""
        self._forget(now)
        if len(self._frames) < 2:
            return Reading(Turn.NO_FRAMES)
        frames = [frame for _, frame in self._frames]
        last, count = frames[-1], len(frames)
        rate = (count - 1) / max(self._frames[-1][0] - self._frames[0][0], 0.001)
        numbers = {
            name: sum(getattr(frame, name) for frame in frames) / count
            for name in ("ms", "brightness", "contrast", "sharpness", "glare")
        }
        told = Reading(Turn.GOOD, rate, width=last.width, height=last.height, seen=_seen(frames), **numbers)
        return Reading(_turn(told), rate, width=last.width, height=last.height, seen=told.seen, **numbers)

    def _forget(self, now: float) -> None:
        while self._frames and now - self._frames[0][0] > WHILE:
            self._frames.popleft()


def _seen(frames: list[Frame]) -> tuple[Seen, ...]:
    found = {(one.tenths, one.symbology): one for frame in frames for code in frame.codes if (one := _code(code))}
    return tuple(sorted(found.values(), key=lambda one: (one.symbology != SQUARE, -one.tenths)))


def _code(code: Sighting) -> Seen | None:
    found = sheet_code.parse(code.untrusted_text.decode("ascii", "replace"))
    modules = found.modules(code.symbology) if found else None
    if found is None or modules is None:
        return None
    sides = [
        math.dist(one, other) for one, other in zip(code.corners, code.corners[1:] + code.corners[:1], strict=True)
    ]
    long = sum(sides) / 4 if code.symbology == SQUARE else max(sides)
    return Seen(found.tenths, code.symbology, long / modules, code.corners)


def _turn(told: Reading) -> Turn:
    """What is most in the way, in the order in which a technician mends it."""
    per_mm, finest = told.per_mm, told.finest
    should = per_mm and next((one for one in reversed(sheet_code.SQUARES) if one / 10 * per_mm >= READABLE), None)
    reasons = {
        Turn.DARK: told.brightness < DARK,
        Turn.BRIGHT: told.brightness > BRIGHT,
        Turn.GLARE: told.glare > GLARING,
        Turn.NO_SHEET: per_mm is None,
        Turn.CLOSER: per_mm is not None and per_mm < NEAR_ENOUGH,
        Turn.FURTHER: per_mm is not None and told.width / per_mm < ROOM_MM,
        Turn.FOCUS: bool(should and finest and finest > should),
        Turn.SLOW: told.frames_per_second < SLOW,
    }
    return next((turn for turn, true in reasons.items() if true), Turn.GOOD)
