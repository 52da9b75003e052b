"""Whether the depot is open. Outside its hours nothing is begun; what was begun is finished, whatever the clock says."""

from datetime import timedelta

from kiosk import hours
from kiosk.clock import Clock
from kiosk.desk.shown import Closed
from kiosk.settings import Settings

LATE = timedelta(minutes=15)
"""After the doors close: who is inside by then is served as always."""


class Opening:
    """By the depot's own clock; hours in a depot's own words never close it."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._hours = hours.parse(settings.depot.hours)
        self._words, self._line = settings.depot.hours, settings.depot.line
        self._clock = clock

    def closed(self) -> Closed | None:
        """What to show while nobody new is served; None while the depot is open, and for a while after."""
        if self._hours is None:
            return None
        now = self._clock.local(self._clock.now())
        if self._hours.is_open(now) or self._hours.is_open(now - LATE):
            return None
        return Closed(self._hours.opens(now), now.date(), self._words, self._line)
