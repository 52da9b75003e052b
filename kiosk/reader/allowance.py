"""How much of something may come in a while: so much at once, and so much a second after that. Pure."""


class Allowance:
    """Filled up with time, taken from with each use. Times are monotonic seconds."""

    def __init__(self, per_second: float, at_once: float) -> None:
        self._per_second = per_second
        self._at_once = at_once
        self._left = at_once
        self._filled: float | None = None

    def take(self, amount: float, now: float) -> bool:
        """Whether so much may come now; what may not is not counted."""
        if self._filled is not None:
            self._left = min(self._at_once, self._left + max(0.0, now - self._filled) * self._per_second)
        self._filled = now
        if amount > self._left:
            return False
        self._left -= amount
        return True
