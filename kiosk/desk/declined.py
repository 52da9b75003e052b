"""Why an act of a clerk was not done, as a value; what stands in the store is as it was."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.desk.seat import Seat, against
from kiosk.parcel import Parcel
from kiosk.policy.roles import Act, Lacking
from kiosk.policy.words import Unfit
from kiosk.store import Store


class Not(StrEnum):
    """What about the parcel or the act itself stands against it."""

    STATE = "state"
    """Not with a parcel in this state; `parcel` shows what happened to it meanwhile, by a colleague or a customer."""
    UNDER_OVERRIDE = "under_override"
    """It is being released by hand at this moment."""
    TOO_LATE = "too_late"
    """The ten seconds are over: a supervisor corrects it."""
    ANOTHERS = "anothers"
    """Only who did it can undo it."""
    NOT_SHOWN = "not_shown"
    """Another was shown in full what would be entered."""
    OWN = "own"
    """Nobody signs for themselves."""
    DONE = "done"
    """It was done before."""
    NO_SUCH_TIME = "no_such_time"
    """It is yet to come, or a clerk had the parcel in hand after it."""
    WRONG_LABEL = "wrong_label"
    """The label scanned is not this parcel's."""
    NO_SUCH_REASON = "no_such_reason"
    """It is not on the depot's list."""
    WORDS_MISSING = "words_missing"
    """The reason "other" needs words."""


@dataclass(frozen=True, slots=True)
class Declined:
    """Why not."""

    why: Not | Lacking | Unfit
    parcel: Parcel | None = None


def declined(store: Store, seat: Seat, act: Act, *, second: Seat | None = None) -> Declined | None:
    """What the table of roles has against it; None: go on."""
    lacking = against(store, seat, act, second=second)
    return Declined(lacking) if lacking is not None else None
