"""What the desk prints, one after the other. A printer that is off holds up nobody: what it did not take is kept and offered again.

Slips hold codes in plain, so they are kept in memory only and go with the program; a lost one is made anew with a new code.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

from kiosk.clock import Clock
from kiosk.codes.paper import Paper
from kiosk.desk.print_job import HANGS, LONGEST_SECONDS, Job, Printing
from kiosk.errors import PrinterFault
from kiosk.settings import Printer

MOST = 200
"""Papers that are kept; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A paper that was not printed: `why` is the sentence that says what to do."""

    number: int
    title: str
    why: str
    job: Job = field(repr=False)


class PrintQueue:
    """Used from one thread; `changed` is called when what is kept has changed. Nothing here waits."""

    def __init__(self, printer: Printer, clock: Clock, changed: Callable[[], None] = lambda: None) -> None:
        self._printer, self._clock, self._changed = printer, clock, changed
        self._numbers = count(1)
        self._waiting: deque[Kept] = deque()
        self._now: tuple[Kept, Printing, float] | None = None
        self._kept: list[Kept] = []

    @property
    def kept(self) -> tuple[Kept, ...]:
        """What was not printed, oldest first."""
        return tuple(self._kept)

    @property
    def idle(self) -> bool:
        """Whether nothing is being printed or waits for its turn."""
        return self._now is None and not self._waiting

    def add(self, title: str, paper: Paper) -> int:
        """Print this; its number. `title` is what people call it, never a code."""
        number = next(self._numbers)
        self._waiting.append(Kept(number, title, "", Job(title, paper, self._printer)))
        self.tick()
        return number

    def again(self, number: int | None = None) -> None:
        """Print a kept paper once more, or all of them."""
        chosen = [one for one in self._kept if number in {None, one.number}]
        self._kept = [one for one in self._kept if one not in chosen]
        self._waiting.extend(chosen)
        if chosen:
            self._changed()
        self.tick()

    def drop(self, number: int | None = None) -> None:
        """Nobody wants it any more, or any of them: at shift end, say."""
        left = [one for one in self._kept if number not in {None, one.number}]
        if len(left) != len(self._kept):
            self._kept = left
            self._changed()

    def tick(self) -> None:
        """See what became of the one being printed, and begin the next. Call a few times a second."""
        if self._now is not None:
            self._look(*self._now)
        while self._now is None and self._waiting:
            one = self._waiting.popleft()
            try:
                self._now = one, Printing(one.job), self._clock.monotonic()
            except PrinterFault as fault:
                self._keep(one, fault.sentence)

    def close(self) -> None:
        """End what is being printed and forget the rest."""
        if self._now is not None:
            self._now[1].stop()
        self._now = None
        self._waiting.clear()
        self._kept.clear()

    def _look(self, one: Kept, printing: Printing, since: float) -> None:
        if printing.ended:
            self._now = None
            try:
                printing.outcome()
            except PrinterFault as fault:
                self._keep(one, fault.sentence)
        elif self._clock.monotonic() - since > LONGEST_SECONDS:
            self._now = None
            printing.stop()
            self._keep(one, HANGS)

    def _keep(self, one: Kept, why: str) -> None:
        self._kept = [*self._kept, replace(one, why=why)][-MOST:]
        self._changed()
