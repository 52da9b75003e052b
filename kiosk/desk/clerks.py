"""Clerks: added, disabled, given another PIN or badge, by a supervisor at the desk or at the machine's own terminal.

No real name is asked for. The terminal belongs to whoever has the home's keys, so it needs no role; it makes the first supervisor.
"""

import secrets
from dataclasses import dataclass
from enum import StrEnum

from kiosk.clock import Clock
from kiosk.codes.token import RANDOM_BYTES, Badge, make_badge
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.seat import Seat, against
from kiosk.ledger import events
from kiosk.policy.pin import Weakness, weakness
from kiosk.policy.roles import Act, Lacking, Role
from kiosk.policy.words import Unfit, unfit_name
from kiosk.settings import Settings
from kiosk.store import Clerk, Store


class Standing(StrEnum):
    """What about the clerks themselves stands against a change."""

    FIRST_IS_SUPERVISOR = "first_is_supervisor"
    """Nobody could reset a locked badge: the first is a supervisor."""
    LAST_SUPERVISOR = "last_supervisor"
    """The only supervisor cannot go."""
    DISABLED = "disabled"


Problem = Weakness | Unfit | Lacking | Standing
"""Why a change was not made."""


@dataclass(frozen=True, slots=True)
class Badged:
    """A clerk and their new badge; this is the only moment at which it can be printed."""

    clerk: Clerk
    badge: Badge


def add(
    store: Store,
    settings: Settings,
    clock: Clock,
    *,
    pin: str,
    name: str | None = None,
    role: Role | None = None,
    by: Seat | None = None,
) -> Badged | Problem:
    """A new clerk with badge and PIN; no name: `Clerk 7`. No role: a supervisor where there is none, else a clerk.

    Raises `ClerkFault` for a name taken.
    """
    problem = weakness(pin) or (unfit_name(name) if name is not None else None)
    if problem is not None:
        return problem
    hash_, badge = store.clerks.hashed(pin), new_badge(settings)

    def work(enter: Entering) -> Badged | Problem:
        chosen = role or (Role.CLERK if _supervisors(store) else Role.SUPERVISOR)
        if chosen is not Role.SUPERVISOR and not _supervisors(store):
            return Standing.FIRST_IS_SUPERVISOR
        if by and (lacking := against(store, by, Act.MANAGE_CLERKS)):
            return lacking
        short = name.strip() if name is not None else None
        clerk = store.clerks.add(short, chosen, pin_hash=hash_, badge=badge, at=enter.at)
        enter(events.ClerkAdded(clerk.id, chosen, _number(by)))
        enter(events.BadgeIssued(clerk.id, _number(by)))
        return Badged(clerk, badge)

    return in_one_act(store, clock.now(), work)


def disable(store: Store, clock: Clock, clerk: int, *, by: Seat | None = None) -> Problem | None:
    """They can sign in no more. Raises `ClerkFault` where there is no such clerk."""

    def work(enter: Entering) -> Problem | None:
        if problem := _against_change(store, clerk, by):
            return problem
        if [one.id for one in _supervisors(store)] == [clerk]:
            return Standing.LAST_SUPERVISOR
        store.clerks.disable(clerk, enter.at)
        enter(events.ClerkDisabled(clerk, _number(by)))
        return None

    return in_one_act(store, clock.now(), work)


def reset_pin(store: Store, clock: Clock, clerk: int, pin: str, *, by: Seat | None = None) -> Problem | None:
    """Another PIN: a locked badge is open again, and the next sign-in needs it. Raises `ClerkFault`."""
    if weak := weakness(pin):
        return weak
    hash_ = store.clerks.hashed(pin)

    def work(enter: Entering) -> Problem | None:
        if problem := _against_change(store, clerk, by):
            return problem
        store.clerks.set_pin(clerk, hash_)
        enter(events.PinReset(clerk, _number(by)))
        return None

    return in_one_act(store, clock.now(), work)


def issue_badge(
    store: Store, settings: Settings, clock: Clock, clerk: int, *, by: Seat | None = None
) -> Badged | Problem:
    """Another badge; the one before opens nothing from now on. Raises `ClerkFault`."""
    badge = new_badge(settings)

    def work(enter: Entering) -> Badged | Problem:
        if problem := _against_change(store, clerk, by):
            return problem
        store.clerks.set_badge(clerk, badge)
        enter(events.BadgeIssued(clerk, _number(by)))
        return Badged(store.clerks.get(clerk), badge)

    return in_one_act(store, clock.now(), work)


def new_badge(settings: Settings) -> Badge:
    """A badge drawn at random."""
    return make_badge(settings.depot.tag, secrets.token_bytes(RANDOM_BYTES))


def _against_change(store: Store, clerk: int, by: Seat | None) -> Problem | None:
    if by and (lacking := against(store, by, Act.MANAGE_CLERKS)):
        return lacking
    return Standing.DISABLED if store.clerks.get(clerk).disabled_at is not None else None


def _supervisors(store: Store) -> list[Clerk]:
    return [one for one in store.clerks.all() if one.role is Role.SUPERVISOR and one.disabled_at is None]


def _number(by: Seat | None) -> int | None:
    return by.clerk if by else None
