"""The child's end of the wire: one descriptor, read and written by plain read and write, the only calls left for it."""

import os
import select
import signal
import time

from kiosk.reader.codec import encode, to_child
from kiosk.reader.wire import Alive, FromChild, Hello, Problem, ToChild, most_work

ALIVE = Alive()
_HEARTBEAT = 0.5  # seconds; the parent takes two seconds of silence for a hang
_CHUNK = 1 << 20


class Gone(Exception):
    """The parent closed its end: the child's work is over."""


class CannotGoOn(Exception):
    """The child has to end; `problem` is its last word."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class Link:
    """Messages out at once; messages in when asked for.

    With a `limit` the kernel ends a child that is silent for so many seconds, or that spins, which shows sooner.
    """

    def __init__(self, descriptor: int, limit: float = 0.0) -> None:
        self._descriptor = descriptor
        self._limit = limit
        self._work = 0.0
        self._decoder = to_child()

    def send(self, message: FromChild) -> None:
        """Write the whole message, waiting while the parent is slow. Raises Gone."""
        rest = memoryview(encode(message))
        try:
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
        except (BrokenPipeError, ConnectionResetError):
            raise Gone from None
        if self._limit and not isinstance(message, Hello):  # what follows hello takes its time
            self._work = self._work or most_work(time.process_time())
            signal.setitimer(signal.ITIMER_REAL, self._limit)  # SIGALRM, if it is not set again before
            signal.setitimer(signal.ITIMER_PROF, self._work)  # SIGPROF likewise, by the processor's time

    def receive(self, seconds: float) -> list[ToChild]:
        """What the parent sent, after waiting at most so long; empty when nothing is whole yet. Raises Gone."""
        ready, _, _ = select.select([self._descriptor], [], [], max(0.0, seconds))
        if not ready:
            return []
        try:
            chunk = os.read(self._descriptor, _CHUNK)
        except ConnectionResetError:
            raise Gone from None
        if not chunk:
            raise Gone
        return self._decoder.feed(chunk)

    def wait(self) -> list[ToChild]:
        """Wait for messages as long as it takes, telling the parent now and then that the child is alive."""
        while not (messages := self.receive(_HEARTBEAT)):
            self.send(ALIVE)
        return messages

    def pause(self, until: float) -> list[ToChild]:
        """Wait for messages until the monotonic time `until`; returns early with the first."""
        while True:
            messages = self.receive(until - time.monotonic())
            if messages or time.monotonic() >= until:
                return messages
