"""What an honest child says, and in which order: hello, how it is shut in, then of each source what was asked. Pure.

`codec` checks each message by itself; here it is checked against those before it. The first breach is a `WireFault`, and then the
child is not listened to any more. Times are monotonic seconds.
"""

from collections import deque
from collections.abc import Iterator
from typing import Protocol

from kiosk.reader.allowance import Allowance
from kiosk.reader.codec import from_child
from kiosk.reader.fields import WireFault
from kiosk.reader.wire import Fault, Frame, FromChild, Hello, SandboxReport, SourceEnd

# A camera gives at most some 120 frames a second, and a sheet of 128 labels makes a message of about 30 KB.
_MESSAGES = 1000.0  # a second
_BYTES = float(1 << 22)  # a second


class Turns(Protocol):
    """Which source it is the turn of."""

    def ask(self, source: int) -> None:
        """The parent asked for this source."""

    def frame(self, source: int) -> None:
        """Raises WireFault where a frame of this source is out of turn."""

    def end(self, source: int) -> None:
        """Raises WireFault where this source cannot end now."""


class OneAfterTheOther(Turns):
    """Pictures: each that was sent is ended before the next begins."""

    def __init__(self) -> None:
        self._asked: deque[int] = deque()

    def ask(self, source: int) -> None:
        self._asked.append(source)

    def frame(self, source: int) -> None:
        if not self._asked or source != self._asked[0]:
            raise WireFault("a frame of a source out of turn")

    def end(self, source: int) -> None:
        self.frame(source)
        self._asked.popleft()


class OneGivesWay(Turns):
    """Cameras and videos: there is source 0, and each scene that the synthetic camera is told to show takes the place of those before."""

    def __init__(self) -> None:
        self._now = self._asked = 0

    def ask(self, source: int) -> None:
        self._asked = source

    def frame(self, source: int) -> None:
        if not self._now <= source <= self._asked:
            raise WireFault("a frame of a source out of turn")
        self._now = source

    def end(self, source: int) -> None:
        self.frame(source)


class Conversation:
    """All that one child says."""

    def __init__(self, turns: Turns, *, limited: bool) -> None:
        """`limited`: frames come no faster than a camera gives them; more is a flood."""
        self.turns = turns
        self.greeted = False
        self.shut_in = False
        self._decoder = from_child()
        self._messages = Allowance(_MESSAGES, _MESSAGES) if limited else None
        self._bytes = Allowance(_BYTES, _BYTES) if limited else None
        self._last = (-1, -1)  # source and number of the last frame

    def hear(self, untrusted: bytes, now: float) -> Iterator[FromChild]:
        """The messages that are whole by now and in their place. Raises WireFault."""
        if self._bytes and not self._bytes.take(len(untrusted), now):
            raise WireFault("a flood")
        for message in self._decoder.feed(untrusted):
            if self._messages and not self._messages.take(1, now):
                raise WireFault("a flood")
            self._check(message)
            yield message

    def _check(self, message: FromChild) -> None:
        match message:
            case Hello():
                if self.greeted:
                    raise WireFault("a second hello")
                self.greeted = True
            case _ if not self.greeted:
                raise WireFault("a word before hello")
            case Fault():
                pass
            case SandboxReport():
                if self.shut_in:
                    raise WireFault("a second report")
                self.shut_in = True
            case _ if not self.shut_in:
                raise WireFault("a word from outside the sandbox")
            case Frame(source=source, number=number):
                self.turns.frame(source)
                if source == self._last[0] and number <= self._last[1]:
                    raise WireFault("a frame out of order")
                self._last = source, number
            case SourceEnd(source=source):
                self.turns.end(source)
                self._last = -1, -1
