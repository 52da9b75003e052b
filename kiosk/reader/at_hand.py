"""A child that has loaded its libraries and waits for its order: it takes the place of the one that reads when that is lost.

To load takes longer than all else between a child's end and the next code read, and a customer stands there.
"""

import math
from collections.abc import Callable
from contextlib import suppress

from kiosk.errors import ReaderFault
from kiosk.reader.process import Process
from kiosk.reader.remote import Remote

_SETTLED = 1.0  # seconds that one reads before another gets ready: it does not slow down the start of this one
_NO_SOONER = 60.0  # seconds after which one that died is replaced, and one that could not be had asked for again: memory may be short


class AtHand:
    """At most one child. Times are monotonic seconds."""

    def __init__(self, another: Callable[[], Process | Remote], end: Callable[[Process | Remote], None]) -> None:
        """`another` starts a child or raises ReaderFault; `end` sees to one that is of no use."""
        self._another, self._end = another, end
        self._from = math.inf
        self.process: Process | Remote | None = None

    def settle(self, now: float) -> None:
        """One begins to read: another gets ready soon."""
        self._from = now + _SETTLED

    def prepare(self, now: float) -> None:
        """Have one at hand where it is time."""
        if self.process and not self.process.waits():
            self.dismiss()
            self._from = now + _NO_SOONER
        if self.process is None and now >= self._from:
            self._from = now + _NO_SOONER
            with suppress(ReaderFault):
                self.process = self._another()

    def take(self) -> Process | Remote:
        """The one at hand, or one that has yet to load. Raises ReaderFault."""
        if self.process and not self.process.waits():
            self.dismiss()
        taken, self.process = self.process, None
        return taken or self._another()

    def dismiss(self) -> None:
        """Have none."""
        dismissed, self.process = self.process, None
        if dismissed:
            self._end(dismissed)
