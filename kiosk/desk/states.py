"""Every screen a station can be in, and every way from one to the next: one table, drawn into README by a command."""

from enum import StrEnum


class State(StrEnum):
    """What the station shows."""

    READY = "ready"
    TYPING = "typing"
    FOUND = "found"
    SHOW_CODE = "show_code"
    OTHER_BARCODE = "other_barcode"
    WRONG_PARCEL = "wrong_parcel"
    DONE = "done"
    REFUSED = "refused"
    LOCKED_OUT = "locked_out"
    DESK_CALLED = "desk_called"
    NOTICE = "notice"
    MY_PARCEL = "my_parcel"
    CLOSED = "closed"
    OUT_OF_ORDER = "out_of_order"


class Event(StrEnum):
    """What can happen at a station, once the store has decided."""

    RELEASED = "released"
    REFUSED = "refused"
    LOCKED = "locked"
    PARCEL_CHECKED = "parcel_checked"
    VISIT_DONE = "visit_done"
    PARCEL_WRONG = "parcel_wrong"
    BARCODE_OTHER = "barcode_other"
    CODE_NEEDED = "code_needed"
    CODE_WRONG = "code_wrong"
    TYPE = "type"
    CALL = "call"
    ASK_WHAT_IS_KEPT = "ask_what_is_kept"
    ASK_ABOUT_MINE = "ask_about_mine"
    CLOSED = "closed"
    OPENED = "opened"
    BACK = "back"
    PLACE_AGAIN = "place_again"
    TIME_OUT = "time_out"
    BROKEN = "broken"
    MENDED = "mended"


AT_REST = frozenset({State.READY, State.CLOSED})
"""Nobody is being served."""

_ANYWHERE: dict[Event, State] = {
    Event.RELEASED: State.FOUND,
    Event.REFUSED: State.REFUSED,
    Event.LOCKED: State.LOCKED_OUT,
    Event.PARCEL_CHECKED: State.FOUND,
    Event.VISIT_DONE: State.DONE,
    Event.PARCEL_WRONG: State.WRONG_PARCEL,
    Event.BARCODE_OTHER: State.OTHER_BARCODE,
    Event.CODE_NEEDED: State.SHOW_CODE,
    Event.TYPE: State.TYPING,
    Event.CALL: State.DESK_CALLED,
    Event.ASK_WHAT_IS_KEPT: State.NOTICE,
    Event.CLOSED: State.CLOSED,
    Event.BROKEN: State.OUT_OF_ORDER,
}
"""A code or a label may come at any moment and is always answered, whatever is on the screen.

Outside its hours the station rests in CLOSED."""

_AND_BACK: dict[Event, State] = _ANYWHERE | {
    Event.BACK: State.READY,
    Event.TIME_OUT: State.READY,
    Event.PLACE_AGAIN: State.FOUND,
}
"""Every screen but READY also gives way by itself, and back to FOUND while its visit is on the screen."""

_ABOUT_MINE = {Event.ASK_ABOUT_MINE: State.MY_PARCEL}
"""After a valid code only."""

TABLE: dict[State, dict[Event, State]] = {
    State.READY: _ANYWHERE,
    State.TYPING: _AND_BACK | {Event.CODE_WRONG: State.TYPING},
    State.FOUND: _AND_BACK | _ABOUT_MINE,
    State.SHOW_CODE: _AND_BACK,
    State.OTHER_BARCODE: _AND_BACK,
    State.WRONG_PARCEL: _AND_BACK,
    State.DONE: _AND_BACK | _ABOUT_MINE,
    State.REFUSED: _AND_BACK | _ABOUT_MINE,
    State.LOCKED_OUT: _AND_BACK,
    State.DESK_CALLED: _AND_BACK,
    State.NOTICE: _AND_BACK,
    State.MY_PARCEL: _AND_BACK | _ABOUT_MINE,
    State.CLOSED: _AND_BACK | {Event.OPENED: State.READY},
    State.OUT_OF_ORDER: {Event.MENDED: State.READY},
}


class NoSuchWay(LookupError):
    """A way that the table does not have: a mistake in the desk, never in what a person did."""


def step(state: State, event: Event) -> State:
    """The state after `event`; raises `NoSuchWay` where the table has none."""
    try:
        return TABLE[state][event]
    except KeyError:
        raise NoSuchWay(f"{event} cannot happen in {state}") from None
