"""When a child that ended may be started again: at once at first, then after ever longer waits. Pure."""

from collections import deque

_MANY, _WITHIN = 5, 10.0  # failures, seconds: from here on it waits
_FIRST = 1.0  # seconds
LONGEST = 30.0  # seconds
_QUIET = 60.0  # seconds without a failure, after which all is forgotten


class Restarts:
    """Counts failures; times come as monotonic seconds."""

    def __init__(self, longest: float = LONGEST) -> None:
        self._longest = longest
        self._recent: deque[float] = deque(maxlen=_MANY)
        self._delay = 0.0

    def failed(self, now: float) -> float:
        """When to start again."""
        if self._recent and now - self._recent[-1] > _QUIET:
            self._delay = 0.0
        self._recent.append(now)
        if self._delay:
            self._delay = min(self._longest, self._delay * 2)
        elif len(self._recent) == _MANY and now - self._recent[0] <= _WITHIN:
            self._delay = _FIRST
        return now + self._delay
