"""Where the board leads: which ways out of it somebody has, and what stands at the end of each."""

from collections.abc import Callable

from kiosk.desk.counter.lists import Listing
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
}
COUNTER = (Do.TAKE_IN, Do.LISTS, Do.SHIFT_END)


def ways_of(hand: AtHand, role: Role) -> tuple[Do, ...]:
    """A technician keeps the machine and touches no parcel; a backup is a supervisor's to make, too."""
    backups = (Do.BACK_UP,) if hand.backups is not None else ()
    if role is not Role.TECHNICIAN:
        return COUNTER + backups if role is Role.SUPERVISOR else COUNTER
    doctor = (Do.DOCTOR,) if hand.doctor is not None else ()
    return (*doctor, *((Do.AIM,) if hand.at_station else ()), *backups)
