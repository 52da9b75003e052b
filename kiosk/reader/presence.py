"""One code held in view for a while is one sighting. Pure."""

from collections.abc import Iterable

from kiosk.reader.wire import Sighting

_AWAY = 3.0  # seconds out of view, after which the same code counts anew


class Presence:
    """Remembers which codes are in view. Times are monotonic seconds."""

    def __init__(self, away: float = _AWAY) -> None:
        self._away = away
        self._seen: dict[tuple[str, bytes, bool], float] = {}

    def see(self, codes: Iterable[Sighting], now: float) -> tuple[Sighting, ...]:
        """The codes of a frame that were not in view for the last three seconds."""
        self._seen = {key: last for key, last in self._seen.items() if now - last < self._away}
        arrived = []
        for code in codes:
            key = (code.symbology, code.untrusted_text, code.fragment)
            if key not in self._seen:
                arrived.append(code)
            self._seen[key] = now
        return tuple(arrived)

    def forget(self) -> None:
        """Treat whatever is in view as new."""
        self._seen.clear()
