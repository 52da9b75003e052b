"""One PIN, checked: right, wrong and counted, or not looked at because this badge's PIN rests or is locked."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.clock import Clock
from kiosk.desk.act import Entering, in_one_act
from kiosk.ledger import events
from kiosk.policy import lockout
from kiosk.policy.pin import MOST_DIGITS, is_locked, rest
from kiosk.store import Clerk, Store, Tries


class Why(StrEnum):
    """Why nobody was signed in."""

    UNKNOWN = "unknown"
    """No badge and no name of anybody here; a badge that was replaced, too."""
    OTHER_DEPOT = "other_depot"
    DISABLED = "disabled"
    WRONG_PIN = "wrong_pin"
    RESTS = "rests"
    LOCKED = "locked"
    """A supervisor resets the PIN."""
    TOO_LATE = "too_late"
    """No badge or name was given, or too long ago."""
    NOT_SUPERVISOR = "not_supervisor"
    SAME_PERSON = "same_person"
    """The second person must be another."""


@dataclass(frozen=True, slots=True)
class Denied:
    """Why not, and for how many seconds this badge's PIN rests."""

    why: Why
    seconds: int = 0


class PinCheck:
    """Checks PINs given at one window. Used from one thread; a check takes a third of a second on purpose."""

    def __init__(self, station: str, store: Store, clock: Clock) -> None:
        self._station = station
        self._store = store
        self._clock = clock

    def check(self, clerk: int, pin: str, then: Callable[[Clerk, Entering], None]) -> Denied | None:
        """Look at a PIN; None: it is right, the wrong ones before are forgotten, and `then` was done in the same act."""
        known = self._store.clerks.get(clerk)
        standing = self.against(known)
        if standing is not None:
            return standing
        right = len(pin) <= MOST_DIGITS and pin.isascii() and self._store.clerks.fits(known, pin)

        def work(enter: Entering) -> Denied | None:
            if not right:
                return self._count(known, enter)
            self._store.clerks.save_tries(clerk, Tries())
            then(known, enter)
            return None

        return in_one_act(self._store, self._clock.now(), work)

    def against(self, clerk: Clerk) -> Denied | None:
        """What stands against even looking at a PIN of theirs."""
        if clerk.disabled_at is not None:
            return Denied(Why.DISABLED)
        if is_locked(clerk.tries.wrong):
            return Denied(Why.LOCKED)
        seconds = self._rests(clerk)
        return Denied(Why.RESTS, seconds) if seconds else None

    def _rests(self, clerk: Clerk) -> int:
        tries = clerk.tries
        if not tries.rest_seconds:
            return 0
        same_boot = tries.boot_id == self._clock.boot_id()
        left = lockout.remaining(
            tries.rest_seconds, saved_at=tries.boottime, now=self._clock.boottime(), same_boot=same_boot
        )
        if not same_boot:
            self._save(clerk.id, tries.wrong, float(left))  # from here on it runs on this boot's clock
        return left

    def _count(self, clerk: Clerk, enter: Entering) -> Denied:
        wrong = self._store.clerks.get(clerk.id).tries.wrong + 1
        seconds = rest(wrong)
        self._save(clerk.id, wrong, seconds)
        enter(events.WrongPin(clerk.id, self._station, wrong, int(seconds)))
        if not is_locked(wrong):
            return Denied(Why.WRONG_PIN, int(seconds))
        self._store.clerks.end_shift(clerk.id)
        enter(events.ClerkLocked(clerk.id, self._station))
        return Denied(Why.LOCKED)

    def _save(self, clerk: int, wrong: int, seconds: float) -> None:
        self._store.clerks.save_tries(clerk, Tries(wrong, seconds, self._clock.boot_id(), self._clock.boottime()))
