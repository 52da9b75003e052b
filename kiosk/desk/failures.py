"""Failed scans in a row at one station: so many call the desk by themselves."""

from kiosk.desk.shown import Why
from kiosk.desk.states import Event

FAILURES = 3
"""How many."""
SAME_CUSTOMER = 60.0
"""Seconds within which the next failure is taken for the same customer's."""

_COUNTED = {
    Event.REFUSED: Why.REFUSED,
    Event.LOCKED: Why.REFUSED,
    Event.CODE_WRONG: Why.REFUSED,
    Event.BARCODE_OTHER: Why.REFUSED,
    Event.PARCEL_WRONG: Why.WRONG_PARCEL,
}
_ENDING = frozenset({Event.RELEASED, Event.PARCEL_CHECKED, Event.VISIT_DONE, Event.CALL})


class Failures:
    """What goes right, a call, or a pause ends the row."""

    def __init__(self) -> None:
        self._count = 0
        self._last = 0.0

    def after(self, event: Event, now: float) -> Why | None:
        """What to call the desk for after this event, at `now` in monotonic seconds; None: nothing. A call ends the row, too."""
        if event in _ENDING:
            self._count = 0
        if event not in _COUNTED:
            return None
        self._count = 1 if now - self._last > SAME_CUSTOMER else self._count + 1
        self._last = now
        if self._count < FAILURES:
            return None
        self._count = 0
        return _COUNTED[event]
