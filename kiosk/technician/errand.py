"""A command of the kiosk in a process of its own, beside one that serves, so that no screen waits for it."""

import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """How the command ended and what it said; no more than a pipe holds, so that it never waits for us."""

    code: int
    said: bytes
    complained: bytes


NOT_STARTED = Answer(-1, b"", b"")


class Errand:
    """One command, once more each time it is wanted."""

    def __init__(self, *words: str) -> None:
        self._words = [sys.executable, "-m", "kiosk", *words]
        self._at_work: subprocess.Popen[bytes] | None = None
        self._answer: Answer | None = None

    def begin(self) -> None:
        """Start it, and come back at once; one that is at work goes on."""
        if self._at_work is not None:
            return
        try:
            self._at_work = subprocess.Popen(  # noqa: S603  # ourselves
                self._words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
        except OSError:
            self._answer = NOT_STARTED

    def is_at_work(self) -> bool:
        """Whether it was begun and has not ended."""
        if self._at_work is not None and self._at_work.poll() is not None:
            said, complained = self._at_work.communicate()
            self._answer, self._at_work = Answer(self._at_work.returncode, said, complained), None
        return self._at_work is not None

    def answer(self) -> Answer | None:
        """The last one's; None where none has ended yet."""
        return None if self.is_at_work() else self._answer

    def end(self) -> None:
        """Stop it: the kiosk ends."""
        if self._at_work is not None:
            self._at_work.kill()
            self._at_work.communicate()
            self._at_work = None
