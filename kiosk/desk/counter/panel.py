"""What the desk's window shows, as values: the counter hands them out, `screens.desk_window` paints them.

A panel has one box to scan or type into, rows to choose from, acts beside them (the first is the main one) and ways out below.

This file is longer than 300 lines because it is one vocabulary: counter and window read it in one place.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kiosk.desk.aiming import Reading
from kiosk.desk.calls import Call
from kiosk.desk.declined import Not
from kiosk.desk.pin_check import Why
from kiosk.desk.search import Mark
from kiosk.desk.shelf_check import Finding
from kiosk.policy.roles import Lacking
from kiosk.policy.words import Unfit


class Kind(StrEnum):
    """Which panel."""

    SIGNED_OUT = "signed_out"
    PIN = "pin"
    SECOND = "second"
    """A supervisor beside the clerk: badge or name, then the PIN."""
    FIND = "find"
    WHY = "why"
    """Why a parcel is released by hand."""
    WORDS = "words"
    CHECKED = "checked"
    RELEASE = "release"
    """The override in full, before it counts."""
    PLACE = "place"
    CODE = "code"
    """A new code, the only time that anybody sees it."""
    DISPUTE = "dispute"
    OUTCOME = "outcome"
    MIX_UP = "mix_up"
    TAKE_IN = "take_in"
    TAKE_IN_AGAIN = "take_in_again"
    """An unreadable label is typed twice."""
    TAKE_IN_PLACE = "take_in_place"
    FLAGS = "flags"
    LAST_DAY = "last_day"
    EXPECTED = "expected"
    LISTS = "lists"
    LIST = "list"
    OWED = "owed"
    CORRECT = "correct"
    SHELF = "shelf"
    SHELF_WALK = "shelf_walk"
    SHELF_FOUND = "shelf_found"
    SHIFT_END = "shift_end"
    PAPER = "paper"
    CALL = "call"
    RECEIPT = "receipt"
    PROVEN = "proven"
    CHECKPOINT = "checkpoint"
    BACKING_UP = "backing_up"
    """A backup is being made."""
    LOOKING_OVER = "looking_over"
    """The doctor is at work."""
    LOOKED_OVER = "looked_over"
    CHECK = "check"
    AIM = "aim"
    SINCE = "since"
    """Since yesterday."""
    OUT_OF_ORDER = "out_of_order"


class Do(StrEnum):
    """What a button of the desk's window does."""

    HAND_OVER = "hand_over"
    CONFIRM = "confirm"
    MOVE = "move"
    NEW_CODE = "new_code"
    CANNOT_BE_FOUND = "cannot_be_found"
    FOUND_AGAIN = "found_again"
    RETURN = "return"
    OPEN_DISPUTE = "open_dispute"
    CLOSE_DISPUTE = "close_dispute"
    CORRECT = "correct"
    MIX_UP = "mix_up"
    PAPER = "paper"
    TAKE_IN = "take_in"
    FLAGS = "flags"
    LAST_DAY = "last_day"
    EXPECTED = "expected"
    LISTS = "lists"
    SHELF = "shelf"
    SHIFT_END = "shift_end"
    SIGN = "sign"
    OWE = "owe"
    """No second person is here: the signature is given later."""
    GO_ON = "go_on"
    YES = "yes"
    NO = "no"
    BACK = "back"
    NEXT_PAGE = "next_page"
    FINISH = "finish"
    PRINT = "print"
    PRINT_AGAIN = "print_again"
    """What the printer did not take."""
    SAVE = "save"
    SHEET = "sheet"
    """The paper list for a day without power."""
    KEYS = "keys"
    """The keypad on the screen comes or goes."""
    MORE = "more"
    """The acts that had no room."""
    UNDO = "undo"
    LOCK = "lock"
    SIGN_OUT = "sign_out"
    CALL = "call"
    CHECKPOINT = "checkpoint"
    ANSWERED = "answered"
    BACK_UP = "back_up"
    DOCTOR = "doctor"
    LOOK_AGAIN = "look_again"
    AIM = "aim"
    SINCE = "since"


class Fact(StrEnum):
    """What a line of a summary is about."""

    PLACE = "place"
    ENDING = "ending"
    SINCE = "since"
    WHY = "why"
    WORDS = "words"
    CHECKED = "checked"
    SECOND = "second"
    OWED = "owed"
    LAST_DAY = "last_day"
    HELD = "held"
    HANDED_OVER = "handed_over"
    BY_HAND = "by_hand"
    REFUSED = "refused"
    WRONG_PARCELS = "wrong_parcels"
    OVERRIDES = "overrides"
    WAITING = "waiting"
    RECEIVED = "received"
    STATION = "station"
    HELP = "help"
    SHELF = "shelf"
    SEEN = "seen"
    FOUND = "found"
    OUTSTANDING = "outstanding"
    MISSING = "missing"
    STRANGE = "strange"
    VERDICT = "verdict"
    GIVEN = "given"
    WHOLE = "whole"
    OUTSIDE = "outside"
    ENTRIES = "entries"
    FIRST_BAD = "first_bad"
    PER_MM = "per_mm"
    FINEST = "finest"
    SHARPNESS = "sharpness"
    LIGHT = "light"
    GLARE = "glare"
    FRAMES = "frames"
    TIME = "time"
    PROGRAM = "program"
    DEVICES = "devices"
    STARTS = "starts"
    STARTED = "started"
    FAILED = "failed"
    KEYPADS = "keypads"
    NO_BACKUP = "no_backup"


class Happened(StrEnum):
    """What was just done, or why nothing was, where no other value says it."""

    HANDED_OVER = "handed_over"
    UNDONE = "undone"
    MOVED = "moved"
    CONFIRMED = "confirmed"
    MISSING = "missing"
    FOUND_AGAIN = "found_again"
    RETURNED = "returned"
    DISPUTED = "disputed"
    SETTLED = "settled"
    SIGNED = "signed"
    CORRECTED = "corrected"
    ENTERED = "entered"
    PRINTING = "printing"
    SAVED = "saved"
    NOT_SAVED = "not_saved"
    ANSWERED = "answered"
    TAKEN_IN = "taken_in"
    NO_PLACE = "no_place"
    NO_WAYBILL = "no_waybill"
    NOT_ALIKE = "not_alike"
    HERE_ALREADY = "here_already"
    NOT_HERE = "not_here"
    LOST = "lost"
    """A genuine receipt of a time that a restore lost."""
    NO_CHECKPOINT = "no_checkpoint"
    NOT_DONE = "not_done"
    NO_DAY = "no_day"
    NO_TIME = "no_time"
    OTHER_HERE = "other_here"
    NOT_A_BADGE = "not_a_badge"
    LOCKED = "locked"
    SIGNED_OUT = "signed_out"


@dataclass(frozen=True, slots=True)
class Tell:
    """One line about what just happened; `good` says which of the two it is, in colour and mark."""

    what: Happened | Not | Lacking | Unfit | Why | Finding
    good: bool = False
    place: str | None = None
    seconds: int = 0
    then: Mark | None = None
    """What stands now, where somebody else was faster."""


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """One parcel. `since` is the depot's local time."""

    parcel: int
    place: str | None
    ending: str
    """The last characters of the waybill; empty once it was erased."""
    since: datetime | None
    mark: Mark
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """Something to choose: a reason, a list, an outcome, a flag; `count` where there is one, `on` where it can be on or off."""

    choice: str
    count: int | None = None
    on: bool | None = None


@dataclass(frozen=True, slots=True)
class FactRow:
    """A line of a summary."""

    fact: Fact
    value: str | int | bool | datetime | date | StrEnum


@dataclass(frozen=True, slots=True)
class TextRow:
    """A place, a name: words of the depot's own, with a count or a moment beside them."""

    text: str
    count: int | None = None
    choice: str | None = None
    """A word of a list, said in the language of the screen; a reason of the depot's own as it is."""
    at: datetime | None = None
    """The depot's local time."""


Row = ParcelRow | ChoiceRow | FactRow | TextRow


@dataclass(frozen=True, slots=True)
class Slip:
    """A code in its two forms, for the moment in which it can be read."""

    token: str = field(repr=False)
    typed: str = field(repr=False)
    place: str | None = None
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything between the bar at the top and the call at the bottom."""

    kind: Kind
    rows: tuple[Row, ...] = ()
    chosen: int | None = None
    acts: tuple[Do, ...] = ()
    ways: tuple[Do, ...] = ()
    typed: str = field(default="", repr=False)
    box: bool = True
    """Whether there is something to scan or type."""
    hidden: bool = False
    """What is typed shows as dots: a PIN."""
    keys: str = ""
    """The digits of a PIN pad, in the order to show them."""
    tell: Tell | None = None
    slip: Slip | None = None
    name: str = ""
    """Whom or what the panel is about: a clerk's short name, a shelf, an expected place."""
    number: int = 0
    """A count that the panel's words name."""
    about: ParcelRow | None = None
    note: str = ""
    """What a check of the doctor found, in its words; `todo`: what to do about it."""
    todo: str = ""
    aim: Reading | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """Who is signed in and what goes on beside the panel."""

    clerk: str = ""
    locks_in: int = 0
    """Seconds, rounded up."""
    undo_in: int = 0
    """Seconds in which the last override can be taken back."""
    call: Call | None = None
    calls: int = 0
    kept: int = 0
    """Papers that the printer did not take."""
    at_station: bool = False
    """The window is a station's: it gives way to customers when it locks."""
