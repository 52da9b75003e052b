"""One code held in view for a while is one sighting. Pure."""

from collections.abc import Iterable

from kiosk.reader.allowance import Allowance
from kiosk.reader.wire import Sighting

_AWAY = 3.0  # seconds out of view, after which the same code counts anew
# Frames with new codes a second, and in a row: more than hands hold up. So codes change a screen six times in any second at most:
# three flashes, should each be dark after bright (WCAG 2.2, 2.3.1).
_ARRIVALS, _AT_ONCE = 3.0, 3.0


class Presence:
    """Remembers which codes are in view. Times are monotonic seconds."""

    def __init__(self, away: float = _AWAY) -> None:
        self._away = away
        self._seen: dict[tuple[str, bytes, bool], float] = {}
        self._arrivals = Allowance(_ARRIVALS, _AT_ONCE)

    def see(self, codes: Iterable[Sighting], now: float) -> tuple[Sighting, ...]:
        """The codes of a frame that were not in view for the last three seconds.

        Where codes change faster than people can show them (a film of codes, a reader gone wrong), new ones wait until a later frame.
        """
        self._seen = {key: last for key, last in self._seen.items() if now - last < self._away}
        arrived: dict[tuple[str, bytes, bool], Sighting] = {}
        for code in codes:
            key = (code.symbology, code.untrusted_text, code.fragment)
            if key in self._seen:
                self._seen[key] = now
            else:
                arrived.setdefault(key, code)
        if not arrived or not self._arrivals.take(1, now):
            return ()
        self._seen.update(dict.fromkeys(arrived, now))
        return tuple(arrived.values())
