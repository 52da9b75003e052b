"""How many frames and codes a reader has seen, and how long a frame takes it."""

from collections import deque
from dataclasses import dataclass, field

from kiosk.reader.wire import Frame

_KEPT = 1_000  # frames


@dataclass
class Stats:
    """Counts since the start, and the milliseconds of the last 1,000 frames."""

    frames: int = 0
    codes: int = 0
    ms: deque[float] = field(default_factory=lambda: deque(maxlen=_KEPT))

    def count(self, frame: Frame) -> None:
        """One more frame."""
        self.frames += 1
        self.codes += len(frame.codes)
        self.ms.append(frame.ms)

    def percentile(self, share: float) -> float:
        """The milliseconds that `share` (0…1) of the frames stay within; 0 before the first frame."""
        if not self.ms:
            return 0.0
        ordered = sorted(self.ms)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    @property
    def p50(self) -> float:
        """Half of the frames take at most so many milliseconds."""
        return self.percentile(0.50)

    @property
    def p99(self) -> float:
        """99 of 100 frames take at most so many milliseconds."""
        return self.percentile(0.99)
