"""Who acts: a clerk signed in at a window, and what still stands against an act of theirs."""

from dataclasses import dataclass

from kiosk.policy.roles import Act, Lacking, Role, lacking
from kiosk.store import Store


@dataclass(frozen=True, slots=True)
class Seat:
    """A clerk at a window, for as long as it is not locked."""

    clerk: int
    station: str
    """The window: a station's name, or the desk's."""
    with_pin: bool
    """The PIN was given since the window was last unlocked."""


def against(store: Store, seat: Seat, act: Act, *, second: Seat | None = None) -> Lacking | None:
    """What stands against an act, as roles are now; None: go on. `second` counts if it is another, a supervisor, with a PIN.

    Ask in the act's own transaction: a clerk may have been disabled since they signed in.
    """
    clerk = store.clerks.get(seat.clerk)
    if clerk.disabled_at is not None:
        return Lacking.ROLE
    seconded = second is not None and second.clerk != seat.clerk and second.with_pin and _supervises(store, second)
    return lacking(clerk.role, act, with_pin=seat.with_pin, seconded=seconded)


def _supervises(store: Store, seat: Seat) -> bool:
    clerk = store.clerks.get(seat.clerk)
    return clerk.role is Role.SUPERVISOR and clerk.disabled_at is None
