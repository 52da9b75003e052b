"""Where the board leads: which ways out of it somebody has, and what stands at the end of each."""

from collections.abc import Callable

from kiosk.desk.counter.lists import Listing
from kiosk.desk.counter.morning import morning
from kiosk.desk.counter.panel import Do
from kiosk.desk.counter.shift_end import shift_ending
from kiosk.desk.counter.taking_in import TakingIn
from kiosk.desk.counter.task import AtHand, Task
from kiosk.desk.counter.tooling import aiming, backing_up, looking_over
from kiosk.policy.roles import Role

WAYS: dict[Do, Callable[[AtHand, Task], Task]] = {
    Do.TAKE_IN: TakingIn,
    Do.LISTS: Listing,
    Do.SHIFT_END: shift_ending,
    Do.DOCTOR: looking_over,
    Do.AIM: aiming,
    Do.BACK_UP: backing_up,
    Do.SINCE: morning,
}
COUNTER = (Do.TAKE_IN, Do.LISTS, Do.SHIFT_END)


def ways_of(hand: AtHand, role: Role) -> tuple[Do, ...]:
    """A technician keeps the machine and touches no parcel; a backup is a supervisor's to make, and the night theirs to know of, too."""
    if role is Role.CLERK:
        return COUNTER
    both = (Do.SINCE, *((Do.BACK_UP,) if hand.backups is not None else ()))
    if role is Role.SUPERVISOR:
        return COUNTER + both
    doctor = (Do.DOCTOR,) if hand.doctor is not None else ()
    return (*doctor, *((Do.AIM,) if hand.at_station else ()), *both)
