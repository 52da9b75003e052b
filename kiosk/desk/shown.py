"""What a station shows, as values: the desk hands them out, `screens.window` paints them.

They hold places, counts and times only: never a name, a whole waybill or a code.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from kiosk.desk.states import State
from kiosk.ledger.receipt import Receipt
from kiosk.parcel import Leaves, ParcelState
from kiosk.policy.release import Reason


class Check(StrEnum):
    """Where a shown parcel stands."""

    NEXT = "next"
    LATER = "later"
    CHECKED = "checked"
    DESK = "desk"
    """The desk must bring it or see to it."""


@dataclass(frozen=True, slots=True)
class Lot:
    """One parcel of a visit as the customer sees it; `ending` only where two at one place must be told apart."""

    place: str
    check: Check
    leaves: Leaves = Leaves.LABEL
    ending: str | None = None
    """Last 4 characters of the waybill."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Nobody, or anybody."""

    state: ClassVar[State] = State.READY
    reader_works: bool = True
    """False: no camera; typed codes still work and the screen says so."""
    typed_first: bool = False
    """Typing is this depot's main path; scanning works as well."""


@dataclass(frozen=True, slots=True)
class Typing:
    """The keypad. `typed` is what was entered so far, `length` how many characters it takes."""

    state: ClassVar[State] = State.TYPING
    typed: str = ""
    length: int = 10
    letters: bool = False
    label: bool = False
    """True: the last characters of a label that cannot be scanned are typed, not a code."""
    wrong: bool = False
    """True: what was typed last fits nothing here; the screen says so and keeps the keypad."""


@dataclass(frozen=True, slots=True)
class Found:
    """The parcels of the visit on the screen, next one first."""

    state: ClassVar[State] = State.FOUND
    lots: tuple[Lot, ...]
    resumed: bool = False
    reader_works: bool = True
    """False: the label is typed, or scanned by hand."""


@dataclass(frozen=True, slots=True)
class ShowCode:
    """A label came without its code. `again`: several customers are at the shelves, so the code says whose it is."""

    state: ClassVar[State] = State.SHOW_CODE
    again: bool = False


@dataclass(frozen=True, slots=True)
class OtherBarcode:
    """Not a label that the store knows: turn the parcel."""

    state: ClassVar[State] = State.OTHER_BARCODE
    place: str | None = None


@dataclass(frozen=True, slots=True)
class WrongParcel:
    """Another's parcel. `place` is where the visit's own next parcel lies, if the visit is on the screen."""

    state: ClassVar[State] = State.WRONG_PARCEL
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """All parcels of the visit are checked."""

    state: ClassVar[State] = State.DONE
    parcels: int
    at: datetime
    """The depot's local time."""
    kept_until: date
    desk_has: int = 0
    """Parcels of the same code that the desk still holds ready."""
    receipt: Receipt | None = None
    """To be photographed; none where the visit was closed by another act."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why not, and what to do."""

    state: ClassVar[State] = State.REFUSED
    reason: Reason
    when: datetime | None = None
    """The depot's local time."""
    today: date | None = None
    mine: bool = False
    """Its code is one of ours, so that what is kept about its parcel may be seen."""
    desk_knows: bool = False
    """One scan after another failed, so the desk was called by itself, and somebody is there."""


@dataclass(frozen=True, slots=True)
class LockedOut:
    """The keypad rests; scanning stays open."""

    state: ClassVar[State] = State.LOCKED_OUT
    seconds: int


class Why(StrEnum):
    """What a customer calls the desk for."""

    HELP = "help"
    NO_CODE = "no_code"
    NOT_ON_SHELF = "not_on_shelf"
    BRING_IT = "bring_it"
    REFUSED = "refused"
    WRONG_PARCEL = "wrong_parcel"


@dataclass(frozen=True, slots=True)
class DeskCalled:
    """The desk was called; `line` is the depot's own line (hours, a phone number of the depot)."""

    state: ClassVar[State] = State.DESK_CALLED
    why: Why
    staffed: bool
    """False: nobody is signed in at the desk, so the screen shows hours and the line, never "help you now"."""
    hours: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """What the depot keeps about a parcel, until when, who answers for it, and what anybody may ask for."""

    state: ClassVar[State] = State.NOTICE
    version: ClassVar[int] = 1
    dated: ClassVar[date] = date(2026, 11, 22)
    """Of the words of the screen; a change of what they say is a new version."""
    facts: int
    """How many facts about a parcel the store has room for."""
    days: int
    """Days after the handover until the last trace goes."""
    hint: bool = False
    """Whether the depot keeps the four-character hint until the handover."""
    answers: str = ""
    """In the depot's own words: who answers for it, and how to reach them."""


class Number(StrEnum):
    """In which form a parcel's number is kept."""

    PLAIN = "plain"
    FOR_CARRIER = "for_carrier"
    """It left; in plain until its carrier is told, two days at most."""
    SCRAMBLED = "scrambled"


@dataclass(frozen=True, slots=True)
class MyParcel:
    """Everything kept about one parcel of who showed its code; moments are the depot's local time, none is what is not kept."""

    state: ClassVar[State] = State.MY_PARCEL
    number: int
    of: int
    """Which of how many parcels of the code."""
    state_of_it: ParcelState
    waybill: Number
    place: str | None
    carrier: str | None
    hint: bool
    at_desk: bool
    """The desk hands it out."""
    came: datetime
    since: datetime | None
    last_day: date | None
    seen: datetime | None
    moved: datetime | None
    code_made: datetime | None
    code_revoked: datetime | None
    code_for_text: bool
    code_shown: datetime | None
    station: str
    by_hand: datetime | None
    until: date | None
    """When all of it goes; None while it is here."""
    days: int
    """Days after the handover until then."""
    can_go: bool = False
    """Something may be deleted now."""
    deleted: bool = False
    """It just was."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Outside the depot's hours: nothing is begun."""

    state: ClassVar[State] = State.CLOSED
    opens: datetime | None
    """The depot's local time; None: its hours name no day."""
    today: date
    hours: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """The station cannot serve; `code` is for the technician's fault table, e.g. `STORE-1`."""

    state: ClassVar[State] = State.OUT_OF_ORDER
    code: str
    line: str = ""


Shown = (
    Ready
    | Typing
    | Found
    | ShowCode
    | OtherBarcode
    | WrongParcel
    | Done
    | Refused
    | LockedOut
    | DeskCalled
    | Notice
    | MyParcel
    | Closed
    | OutOfOrder
)


class Tap(StrEnum):
    """What a customer can tap; keys of the keypad come as `Key`."""

    TYPE_A_CODE = "type_a_code"
    TYPE_LABEL = "type_label"
    NO_CODE = "no_code"
    CALL_DESK = "call_desk"
    WHAT_IS_KEPT = "what_is_kept"
    MY_PARCEL = "my_parcel"
    NEXT_PARCEL = "next_parcel"
    LET_GO = "let_go"
    """Delete what can go."""
    NOT_ON_SHELF = "not_on_shelf"
    BRING_IT = "bring_it"
    ANOTHER_CODE = "another_code"
    PUT_BACK = "put_back"
    I_HAVE_IT = "i_have_it"
    BACK = "back"
    STAY = "stay"
    """Somebody is still there: the screen asked."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the keypad: a character, or erase (`""` means erase the last)."""

    character: str
