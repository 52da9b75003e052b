"""How one customer is served: chosen at the screen, kept for that visit, and the depot's own again for whoever comes next."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.desk.shown import Shown
from kiosk.desk.states import State
from kiosk.screens.palette import Look
from kiosk.settings import Screen


class Adjust(StrEnum):
    """One step that a customer may take in how the screen speaks to them."""

    LARGER = "larger"
    LOOK = "look"
    LOW = "low"
    ALOUD = "aloud"
    PLUGGED = "plugged"
    """A headset came: who listens is read to."""
    UNPLUGGED = "unplugged"


@dataclass(frozen=True, slots=True)
class Manner:
    """`large`: capitals of 7 mm. `reach`: every control in the lower half. `aloud`: what is shown is spoken."""

    language: str = "en"
    large: bool = False
    look: Look = Look.PAPER
    reach: bool = False
    aloud: bool = False

    def adjusted(self, step: Adjust) -> "Manner":
        """This manner after one step; the looks come round."""
        match step:
            case Adjust.LARGER:
                return replace(self, large=not self.large)
            case Adjust.LOOK:
                looks = list(Look)
                return replace(self, look=looks[(looks.index(self.look) + 1) % len(looks)])
            case Adjust.LOW:
                return replace(self, reach=not self.reach)
            case Adjust.ALOUD:
                return replace(self, aloud=not self.aloud)
            case Adjust.PLUGGED | Adjust.UNPLUGGED:
                return replace(self, aloud=step is Adjust.PLUGGED)

    def has(self, step: Adjust, depots: "Manner") -> bool:
        """Whether a step's button stands pressed: it is on, or another look than the depot's is."""
        if step is Adjust.LOOK:
            return self.look is not depots.look
        return {Adjust.LARGER: self.large, Adjust.LOW: self.reach, Adjust.ALOUD: self.aloud}[step]


def depots_manner(screen: Screen) -> Manner:
    """How every visit begins at this depot."""
    return Manner(screen.languages[0], look=Look(screen.look), large=screen.large, reach=screen.reach)


class Remembered:
    """The manners of visits whose customers are at the shelves, by the visit's number; shared by a depot's stations."""

    def __init__(self, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._now = seconds, now
        self._of: dict[int, tuple[Manner, float]] = {}

    def keep(self, visit: int, manner: Manner) -> None:
        """Remember it for as long as a visit may stand open."""
        self._of[visit] = (manner, self._now())

    def take(self, visit: int) -> Manner | None:
        """What a visit's customer chose; it is forgotten here."""
        since = self._now() - self._seconds
        self._of = {number: kept for number, kept in self._of.items() if kept[1] >= since}
        kept = self._of.pop(visit, None)
        return kept[0] if kept else None


class Manners:
    """The manner of one screen. It follows the visit on it: another visit, or nobody any more, and it is another manner."""

    def __init__(self, depots: Manner, remembered: Remembered) -> None:
        self.depots = self.now = depots
        self._remembered = remembered
        self._visit: int | None = None
        self._over = False
        """That visit is done."""

    def choose(self, manner: Manner) -> None:
        """Whoever stands here wants it so."""
        self.now = manner

    def follow(self, value: Shown, visit: int | None, *, asked: bool) -> None:
        """A value is about to be shown, of that visit or of none; `asked`: by a touch or a key, so the same person is still here."""
        if visit != self._visit:
            chosen_before = self._visit is None and not self._over and self.now != self.depots
            if self._visit is not None and not self._over:
                self._remembered.keep(self._visit, self.now)
            if visit is not None and not chosen_before:
                self.now = self._remembered.take(visit) or self.depots
            self._visit = visit
        ready = value.state in {State.READY, State.CLOSED}
        if visit is None and ((ready and not asked) or (self._over and (ready or not asked))):
            self.now = self.depots
        self._over = value.state is State.DONE or (self._over and visit is None and not ready)

    def leave(self) -> None:
        """Nobody stands here any more."""
        self.now, self._over = self.depots, False
