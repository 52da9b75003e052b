"""A hand scanner that types (a keyboard wedge) told from a person: key strokes and their times in, typed keys and scanned texts out. Pure.

A scanner strikes a key every few milliseconds, a person hardly two in 30 ms. So each stroke is held for one gap; strokes that follow
within it are one run. A run that is too long for fingers, or begins with the scanner's prefix, is the scanner's: whole, it is a
scanned text; cut off, it is dropped, and no part of it is ever pressed on a keypad. Any other run is a person's and is given back.
Without a prefix a cut-off run of fewer than `LEAST` strokes cannot be told from two fingers at once; with one, it can.
"""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K")

LEAST = 4
"""Strokes in a row, one gap apart at most, that no person manages. The shortest shelf, `A-1`, and its suffix are as many."""
LONGEST = 1_024
"""Strokes of a run that are held; a run of more is no code and is dropped."""
ENDS = "\r\n\t"
"""What scanners send beyond their suffix, a line feed after a carriage return, say."""


@dataclass(frozen=True, slots=True)
class Typed(Generic[K]):
    """A person's: to be given to the window as they came."""

    keys: tuple[K, ...]


@dataclass(frozen=True, slots=True)
class Scanned:
    """A whole code, without prefix and suffix."""

    untrusted_text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CutOff:
    """The scanner's, but no whole code: gone."""


Outcome = Typed[K] | Scanned | CutOff


class Wedge(Generic[K]):
    """The strokes of all keyboards and scanners of one PC. `K` is what a stroke is to the caller; times are in ms, of any origin."""

    def __init__(self, *, prefix: str, suffix: str, gap_ms: int) -> None:
        self._prefix, self._suffix, self._gap = prefix, suffix, gap_ms
        self._keys: list[K] = []
        self._text, self._strokes = "", 0
        self._last = float("-inf")
        self._after_scan = False

    @property
    def running(self) -> bool:
        """Whether strokes are held: call `pause` once a gap has passed since the last one."""
        return bool(self._keys)

    def press(self, key: K, text: str, at: float, *, repeated: bool = False) -> list[Outcome[K]]:
        """A key went down; `text` is what it writes, if anything. `repeated`: a key that is held down, so a person's."""
        follows = 0 <= at - self._last <= self._gap
        if follows and self._after_scan and text and text in ENDS:
            self._last = at
            return []
        found = [] if follows else self.pause()
        self._after_scan = False
        if repeated:
            return [*found, *self._given_back(), Typed((key,))]
        self._last = at
        self._strokes += 1
        if self._strokes <= LONGEST:
            self._keys.append(key)
            self._text += text
        if self._suffix and self._is_whole() and self._is_fast():
            self._after_scan = True
            return [*found, self._ended()]
        return found

    def release(self, key: K, at: float) -> list[Outcome[K]]:
        """A key went up: it stays with the run that is held, or goes with one just scanned."""
        if self._keys:
            if len(self._keys) < 2 * LONGEST:
                self._keys.append(key)
            return []
        return [] if self._after_scan and 0 <= at - self._last <= self._gap else [Typed((key,))]

    def pause(self) -> list[Outcome[K]]:
        """A gap has passed with no stroke."""
        return [self._ended()] if self._keys else []

    def _ended(self) -> Outcome[K]:
        outcome: Outcome[K]
        if not self._is_fast():
            outcome = Typed(tuple(self._keys))
        elif self._is_whole():
            outcome = Scanned(self._text[len(self._prefix) : len(self._text) - len(self._suffix)])
        else:
            outcome = CutOff()
        self._forget()
        return outcome

    def _given_back(self) -> list[Outcome[K]]:
        """The run is a person's after all."""
        keys = tuple(self._keys)
        self._forget()
        return [Typed(keys)] if keys else []

    def _forget(self) -> None:
        self._keys.clear()
        self._text, self._strokes = "", 0

    def _is_fast(self) -> bool:
        marked = bool(self._prefix) and self._text.startswith(self._prefix) and len(self._text) > len(self._prefix)
        return marked or self._strokes >= LEAST

    def _is_whole(self) -> bool:
        framed = self._text.startswith(self._prefix) and self._text.endswith(self._suffix)
        return framed and self._strokes <= LONGEST and len(self._text) > len(self._prefix) + len(self._suffix)
