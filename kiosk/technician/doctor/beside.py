"""The doctor beside a serving kiosk: `kiosk doctor --json` in a process of its own, so that no screen waits for it."""

import json
import subprocess
import sys
from pathlib import Path

from kiosk.desk.tools import Looked


class Beside:
    """The doctor of one home, for its windows."""

    def __init__(self, home: Path) -> None:
        self._words = [sys.executable, "-m", "kiosk", "doctor", "--json", "--home", str(home)]
        self._at_work: subprocess.Popen[bytes] | None = None
        self._found: tuple[Looked, ...] = ()

    def begin(self) -> None:
        """Look anew, and come back at once; one that is looking goes on."""
        if self._at_work is not None:
            return
        try:
            self._at_work = subprocess.Popen(  # noqa: S603  # ourselves
                self._words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError:
            self._found = _not_looked()

    def found(self) -> tuple[Looked, ...] | None:
        """All checks; None while it is looking. What it says is shorter than a pipe holds, so it never waits for us."""
        if self._at_work is not None:
            if self._at_work.poll() is None:
                return None
            said, _ = self._at_work.communicate()
            self._at_work, self._found = None, _read(said)
        return self._found

    def end(self) -> None:
        """Stop looking: the kiosk ends."""
        if self._at_work is not None:
            self._at_work.kill()
            self._at_work.communicate()
            self._at_work = None


def _read(said: bytes) -> tuple[Looked, ...]:
    try:
        return tuple(Looked(**one) for one in json.loads(said)["checks"])
    except (ValueError, TypeError, KeyError):
        return _not_looked()


def _not_looked() -> tuple[Looked, ...]:
    return (Looked("doctor", ok=False, detail="The doctor could not be started.", fix="In a terminal: kiosk doctor"),)
