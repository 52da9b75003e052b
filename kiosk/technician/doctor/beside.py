"""The doctor beside a serving kiosk: `kiosk doctor --json` in a process of its own, so that no screen waits for it."""

import json
from pathlib import Path

from kiosk.desk.tools import Looked
from kiosk.technician.errand import Errand


class Beside:
    """The doctor of one home, for its windows."""

    def __init__(self, home: Path) -> None:
        self._errand = Errand("doctor", "--json", "--home", str(home))

    def begin(self) -> None:
        """Look anew, and come back at once; one that is looking goes on."""
        self._errand.begin()

    def found(self) -> tuple[Looked, ...] | None:
        """All checks; None while it is looking."""
        answer = self._errand.answer()
        return None if answer is None else _read(answer.said)

    def end(self) -> None:
        """Stop looking: the kiosk ends."""
        self._errand.end()


def _read(said: bytes) -> tuple[Looked, ...]:
    try:
        return tuple(Looked(**one) for one in json.loads(said)["checks"])
    except (ValueError, TypeError, KeyError):
        return _not_looked()


def _not_looked() -> tuple[Looked, ...]:
    return (Looked("doctor", ok=False, detail="The doctor could not be started.", fix="In a terminal: kiosk doctor"),)
