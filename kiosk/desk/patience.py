"""How long a screen stands: after a pause it asks whether anybody is still there, and gives way when nobody is."""

import math
from dataclasses import dataclass

from kiosk.clock import Clock
from kiosk.desk.states import AT_REST, State

PAUSES = {
    State.TYPING: 45.0,
    State.SHOW_CODE: 15.0,
    State.OTHER_BARCODE: 20.0,
    State.WRONG_PARCEL: 40.0,
    State.DONE: 20.0,
    State.REFUSED: 25.0,
    State.LOCKED_OUT: 20.0,
    State.DESK_CALLED: 30.0,
    State.NOTICE: 60.0,
    State.MY_PARCEL: 60.0,
}
"""Seconds after which a screen asks; FOUND has its own setting."""

ADDING = 15.0
"""The same for the keypad that waits for another code of the same customer: the next one's must not join the visit."""

OWN_MANNER = 40.0
"""The same for a screen at rest that somebody made theirs, in its language or its look."""

WARNING = 20.0
"""Seconds of the question. A touch or a key anywhere begins the pause anew, as often as it takes (WCAG 2.2, 2.2.1)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a station shows: `adding` another code, or in a customer's `own_manner`."""

    state: State
    adding: bool = False
    own_manner: bool = False


class Patience:
    """One station's, by the monotonic clock."""

    def __init__(self, clock: Clock, found_seconds: float) -> None:
        self._clock = clock
        self._found = found_seconds
        self._since = clock.monotonic()

    def begin(self) -> None:
        """Something new is shown, or somebody is here."""
        self._since = self._clock.monotonic()

    @property
    def seconds(self) -> float:
        """Since the last beginning."""
        return self._clock.monotonic() - self._since

    def left(self, standing: Standing) -> int | None:
        """Whole seconds until this screen gives way, 0 when it must; None while nobody need be asked."""
        pause = self._pause(standing)
        if pause is None or self.seconds < pause:
            return None
        return max(0, math.ceil(pause + WARNING - self.seconds))

    def _pause(self, standing: Standing) -> float | None:
        if standing.state is State.FOUND:
            return self._found
        if standing.state in AT_REST:
            return OWN_MANNER if standing.own_manner else None
        return ADDING if standing.state is State.TYPING and standing.adding else PAUSES.get(standing.state)
