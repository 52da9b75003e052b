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
    KEPT = "kept"
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
    TYPE = "type"
    CALL = "call"
    ASK_WHAT_IS_KEPT = "ask_what_is_kept"
    BACK = "back"
    PLACE_AGAIN = "place_again"
    TIME_OUT = "time_out"
    BROKEN = "broken"
    MENDED = "mended"


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
    Event.ASK_WHAT_IS_KEPT: State.KEPT,
    Event.BACK: State.READY,
    Event.TIME_OUT: State.READY,
    Event.BROKEN: State.OUT_OF_ORDER,
}
"""A code or a label may come at any moment and is always answered, whatever is on the screen."""

TABLE: dict[State, dict[Event, State]] = {
    State.READY: {k: v for k, v in _ANYWHERE.items() if k not in {Event.BACK, Event.TIME_OUT}},
    State.TYPING: {k: v for k, v in _ANYWHERE.items() if k is not Event.TYPE},
    State.FOUND: _ANYWHERE,
    State.SHOW_CODE: _ANYWHERE,
    State.OTHER_BARCODE: _ANYWHERE | {Event.PLACE_AGAIN: State.FOUND},
    State.WRONG_PARCEL: _ANYWHERE | {Event.PLACE_AGAIN: State.FOUND},
    State.DONE: _ANYWHERE,
    State.REFUSED: _ANYWHERE,
    State.LOCKED_OUT: _ANYWHERE,
    State.DESK_CALLED: _ANYWHERE,
    State.KEPT: _ANYWHERE,
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
