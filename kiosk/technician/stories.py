"""The stories that the demo plays: what customers do, step by step. How each one ends, the store says, never this script."""

from dataclasses import dataclass

from kiosk.desk.shown import Tap
from kiosk.desk.states import State
from kiosk.reader.wire import Prop
from kiosk.technician.stock import Stock


@dataclass(frozen=True, slots=True)
class Hold:
    """Hold something in front of the reader until the station shows one of `until`."""

    what: Prop
    text: str
    until: frozenset[State]
    caption: str
    symbology: str = "QRCode"
    dark: bool = False


@dataclass(frozen=True, slots=True)
class Walk:
    """Put it away and be gone for so many seconds."""

    seconds: float
    caption: str


@dataclass(frozen=True, slots=True)
class Touch:
    """Tap a button."""

    tap: Tap
    until: frozenset[State]
    caption: str


@dataclass(frozen=True, slots=True)
class Type:
    """Type on the keypad, one key after the other."""

    text: str
    until: frozenset[State]
    caption: str


Step = Hold | Walk | Touch | Type


@dataclass(frozen=True, slots=True)
class Story:
    """One story and what happens in it, in order."""

    name: str
    steps: tuple[Step, ...]


def _phone(text: str, *until: State, caption: str = "Shows the pickup code on a phone", dark: bool = False) -> Hold:
    return Hold(Prop.PHONE, text, frozenset(until), caption, dark=dark)


def _paper(text: str, *until: State, caption: str) -> Hold:
    return Hold(Prop.PAPER, text, frozenset(until), caption)


def _label(waybill: str, *until: State, caption: str = "Scans the parcel's label") -> Hold:
    return Hold(Prop.LABEL, waybill, frozenset(until), caption, symbology="Code128")


def _shelf(seconds: float = 2.0) -> Walk:
    return Walk(seconds, "Walks to the shelf and takes the parcel")


def _code_first(stock: Stock) -> tuple[Step, ...]:
    return (_phone(stock.one.token, State.FOUND), _shelf(), _label(stock.one.waybills[0], State.DONE))


def _parcel_first(stock: Stock) -> tuple[Step, ...]:
    return (
        _label(stock.in_hand.waybills[0], State.SHOW_CODE, caption="Has the parcel in hand already, scans its label"),
        _phone(stock.in_hand.token, State.DONE),
    )


def _two_parcels(stock: Stock) -> tuple[Step, ...]:
    first, second = stock.two.waybills
    return (
        _phone(stock.two.token, State.FOUND, caption="One code for two parcels"),
        _shelf(),
        _label(first, State.FOUND),
        _label(second, State.DONE, caption="Scans the second label"),
    )


def _dark_mode(stock: Stock) -> tuple[Step, ...]:
    code = _phone(stock.dark.token, State.FOUND, caption="The phone is in dark mode: light squares on black", dark=True)
    return (code, _shelf(), _label(stock.dark.waybills[0], State.DONE))


def _typed(stock: Stock) -> tuple[Step, ...]:
    return (
        Touch(Tap.TYPE_A_CODE, frozenset({State.TYPING}), "Has the code in a text message"),
        Type(stock.typed.typed_code, frozenset({State.FOUND}), "Types it"),
        _shelf(),
        _label(stock.typed.waybills[0], State.DONE),
    )


def _wrong_then_right(stock: Stock) -> tuple[Step, ...]:
    return (
        _phone(stock.mixed_up.token, State.FOUND),
        _shelf(),
        _label(stock.waiting.waybills[0], State.WRONG_PARCEL, caption="Takes the parcel beside it by mistake"),
        Touch(Tap.PUT_BACK, frozenset({State.FOUND}), "Puts it back"),
        _shelf(),
        _label(stock.mixed_up.waybills[0], State.DONE, caption="Scans the right one"),
    )


def _comes_back(stock: Stock) -> tuple[Step, ...]:
    return (
        _phone(stock.away.token, State.FOUND),
        Walk(90, "Takes a telephone call outside"),
        _phone(stock.away.token, State.FOUND, caption="Comes back and shows the code again"),
        _shelf(),
        _label(stock.away.waybills[0], State.DONE),
    )


def _two_customers(stock: Stock) -> tuple[Step, ...]:
    return (
        _phone(stock.ann.token, State.FOUND, caption="One customer shows a code and walks to the shelves"),
        Walk(4, "Another is next already"),
        _paper(stock.ben.token, State.FOUND, caption="The second shows a code on paper"),
        Walk(20, "Both are at the shelves"),
        _label(stock.ann.waybills[0], State.SHOW_CODE, caption="The first is back. Whose parcel is it?"),
        _phone(stock.ann.token, State.DONE, caption="The code says whose"),
        _label(stock.ben.waybills[0], State.DONE, caption="The second is back"),
    )


def _refused(text: str, caption: str) -> tuple[Step, ...]:
    return (_phone(text, State.REFUSED, caption=caption),)


def stories_of(stock: Stock) -> tuple[Story, ...]:
    """All stories, on these samples."""
    link = "https://example.com/track?parcel=1"
    return (
        Story("one parcel, code first", _code_first(stock)),
        Story("parcel in hand first, then code", _parcel_first(stock)),
        Story("two parcels by one code", _two_parcels(stock)),
        Story("a dark-mode token", _dark_mode(stock)),
        Story("a typed code", _typed(stock)),
        Story("a wrong parcel, then the right one", _wrong_then_right(stock)),
        Story("walks away and comes back", _comes_back(stock)),
        Story("two customers at the shelves at once", _two_customers(stock)),
        Story("already collected", _refused(stock.one.token, "Shows a code that was used before")),
        Story("unknown", _refused(stock.unknown, "Shows a code that this depot never gave out")),
        Story("revoked", _refused(stock.revoked.token, "Shows a code that was replaced")),
        Story("a web link", _refused(link, "Shows a web link")),
        Story("another depot's code", _refused(stock.foreign, "Shows another depot's code")),
        Story("held for the desk", _refused(stock.held.token, "The desk must see to this parcel")),
    )
