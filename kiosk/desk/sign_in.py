"""Signing in at one window, a station's or the desk's: badge and PIN, or name and PIN; a window left alone locks itself.

| what is there | what happens | what is there then |
|---|---|---|
| nobody | badge within its shift | signed in by badge |
| nobody | any other badge, or a name | asked for the PIN |
| asked for the PIN | right PIN | signed in with PIN, the shift runs |
| asked for the PIN | wrong PIN | asked for the PIN |
| asked for the PIN | a minute | nobody, or who was signed in |
| signed in by badge | the PIN, asked for | signed in with PIN |
| signed in | another's badge | as from nobody; the first is locked out of this window |
| signed in | 90 s without a touch | nobody; the shift goes on |
| signed in | sign out | nobody; the shift is over |

The 90 s run on CLOCK_BOOTTIME, which counts a machine's sleep, too. A shift is the depot's, not the window's: it ends by signing
out, after 12 hours, with a new PIN, or when the badge is locked.
"""

from dataclasses import dataclass
from datetime import timedelta

from kiosk.clock import Clock
from kiosk.codes.token import Badge
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.pin_check import Denied, PinCheck, Why
from kiosk.desk.seat import Seat
from kiosk.ledger import events
from kiosk.policy.pin import is_locked
from kiosk.policy.roles import Role
from kiosk.settings import Settings
from kiosk.store import Clerk, How, Store

LOCK_AFTER = 90.0
"""Seconds without a touch after which a window locks itself."""
PIN_WITHIN = 60.0
"""Seconds in which a PIN must follow badge or name."""
LONGEST_SHIFT = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class AskPin:
    """The PIN of this clerk is to be typed next; `with_` is `badge` or `name`."""

    clerk: int
    name: str
    with_: str


class SignIn:
    """Who is signed in at one window. Used from one thread; every method may raise `StoreFault`."""

    def __init__(self, station: str, store: Store, settings: Settings, clock: Clock) -> None:
        self._station = station
        self._store = store
        self._tag = settings.depot.tag
        self._clock = clock
        self._pins = PinCheck(station, store, clock)
        self._seat: Seat | None = None
        self._touched = 0.0
        self._asked: tuple[AskPin, float] | None = None

    @property
    def seat(self) -> Seat | None:
        """Who is signed in; None once the time is up, whether or not `tick` came by."""
        return self._seat if self.locks_in() > 0 else None

    def locks_in(self) -> float:
        """Seconds until the window locks itself; 0 where nobody is signed in."""
        return max(0.0, self._touched + LOCK_AFTER - self._clock.boottime()) if self._seat else 0.0

    def touch(self) -> None:
        """Whoever is signed in did something: the 90 s begin anew."""
        if self.seat is not None:
            self._touched = self._clock.boottime()

    def tick(self) -> None:
        """Time passes. Call a few times a second."""
        if self._seat is not None and self.seat is None:
            self.lock()

    def show_badge(self, badge: Badge) -> Seat | AskPin | Denied:
        """A badge was shown: within its shift it is enough, else its PIN comes next."""
        clerk = self._by_badge(badge)
        if isinstance(clerk, Denied):
            return clerk
        standing = self.seat
        if standing is not None and standing.clerk == clerk.id:
            self.touch()
            return standing
        if not self._on_shift(clerk):
            return self._ask(clerk, "badge")
        seat = Seat(clerk.id, self._station, with_pin=False)
        in_one_act(self._store, self._clock.now(), lambda enter: self._enter_signed_in(seat, "badge", enter))
        return self._sit(seat)

    def give_name(self, name: str) -> AskPin | Denied:
        """A short name was given, at the desk's window: its PIN comes next."""
        clerk = self._store.clerks.by_name(name)
        if clerk is None or clerk.disabled_at is not None:
            return Denied(Why.UNKNOWN)
        return self._ask(clerk, "name")

    def ask_pin(self) -> AskPin | Denied:
        """For an act that a badge alone is not enough for: the PIN of whoever is signed in comes next."""
        standing = self.seat
        return self._ask(self._store.clerks.get(standing.clerk), "badge") if standing else Denied(Why.TOO_LATE)

    def type_pin(self, pin: str) -> Seat | Denied:
        """The PIN of the clerk who was asked for it. A right one begins their shift, or goes on with it."""
        asked, self._asked = self._asked, None
        if asked is None or self._clock.boottime() - asked[1] > PIN_WITHIN:
            return Denied(Why.TOO_LATE)
        asking, _ = asked
        seat = Seat(asking.clerk, self._station, with_pin=True)

        def then(clerk: Clerk, enter: Entering) -> None:
            if not self._on_shift(clerk):
                self._store.clerks.end_shift(clerk.id)
            self._store.clerks.begin_shift(clerk.id, enter.at)
            self._enter_signed_in(seat, f"{asking.with_}+pin", enter)

        denied = self._pins.check(asking.clerk, pin, then)
        if denied is None:
            return self._sit(seat)
        if denied.why is Why.WRONG_PIN:
            self._asked = asked
        elif denied.why is not Why.RESTS and self._seat is not None and self._seat.clerk == asking.clerk:
            self.lock()
        return denied

    def second(self, who: Badge | str, pin: str) -> Seat | Denied:
        """A supervisor beside whoever is signed in, by badge or name, with their PIN, for one act; it signs nobody in."""
        clerk = self._by_badge(who) if isinstance(who, Badge) else self._store.clerks.by_name(who)
        if isinstance(clerk, Denied):
            return clerk
        if clerk is None or clerk.disabled_at is not None:
            return Denied(Why.UNKNOWN)
        if clerk.role is not Role.SUPERVISOR:
            return Denied(Why.NOT_SUPERVISOR)
        if self._seat is not None and self._seat.clerk == clerk.id:
            return Denied(Why.SAME_PERSON)
        denied = self._pins.check(clerk.id, pin, lambda _clerk, _enter: None)
        self.touch()
        return denied or Seat(clerk.id, self._station, with_pin=True)

    def lock(self) -> None:
        """The window is free for customers; the shift goes on."""
        standing, self._seat, self._asked = self._seat, None, None
        if standing is not None:
            locked = events.WindowLocked(standing.clerk, self._station)
            in_one_act(self._store, self._clock.now(), lambda enter: enter(locked))

    def sign_out(self) -> None:
        """The shift of whoever is signed in is over; a checkpoint of it is signed, to be given away (`witnesses.latest`)."""
        standing, self._seat, self._asked = self._seat, None, None
        if standing is None:
            return

        def work(enter: Entering) -> None:
            self._store.clerks.end_shift(standing.clerk)
            enter(events.SignedOut(standing.clerk, self._station))
            self._store.checkpoints.make(How.SHIFT_END, at=enter.at)

        in_one_act(self._store, self._clock.now(), work)

    def _by_badge(self, badge: Badge) -> Clerk | Denied:
        if badge.depot_tag != self._tag:
            return Denied(Why.OTHER_DEPOT)
        clerk = self._store.clerks.by_badge(badge)
        if clerk is None:
            return Denied(Why.UNKNOWN)
        return Denied(Why.LOCKED) if is_locked(clerk.tries.wrong) else clerk

    def _ask(self, clerk: Clerk, with_: str) -> AskPin | Denied:
        denied = self._pins.against(clerk)
        if denied is not None:
            return denied
        asking = AskPin(clerk.id, clerk.name, with_)
        self._asked = asking, self._clock.boottime()
        return asking

    def _sit(self, seat: Seat) -> Seat:
        self._seat, self._touched, self._asked = seat, self._clock.boottime(), None
        return seat

    def _enter_signed_in(self, seat: Seat, with_: str, enter: Entering) -> None:
        if self._seat is not None and self._seat.clerk != seat.clerk:
            enter(events.WindowLocked(self._seat.clerk, self._station))
        enter(events.SignedIn(seat.clerk, self._station, with_))

    def _on_shift(self, clerk: Clerk) -> bool:
        return is_on_shift(clerk, self._clock)


def is_on_shift(clerk: Clerk, clock: Clock) -> bool:
    """Whether their shift runs; one that was never ended is over after 12 hours."""
    return clerk.shift_since is not None and timedelta(0) <= clock.now() - clerk.shift_since < LONGEST_SHIFT


def is_staffed(store: Store, clock: Clock) -> bool:
    """Whether somebody who serves customers is on shift."""
    return any(is_on_shift(one, clock) and one.role is not Role.TECHNICIAN for one in store.clerks.on_shift())
