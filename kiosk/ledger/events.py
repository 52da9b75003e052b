"""The catalogue of events: everything that matters at a kiosk, as values, and their canonical body for the ledger. Pure.

A body is JSON with sorted keys, no white space, UTF-8 (in the manner of RFC 8785; there are only whole numbers, strings, lists and
null, so the two agree). No event carries a code, a waybill or anything about a person: parcels, pickups and visits are the store's numbers.

This file is longer than 300 lines because it is one list: whoever audits the ledger reads every kind of event in one place.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from json.encoder import encode_basestring
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints


class Event:
    """Base of all events."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ParcelExpected(Event):
    """A carrier announced a parcel."""

    parcel: int


@dataclass(frozen=True, slots=True)
class ParcelReceived(Event):
    """A parcel was taken in and lies at its place; `by` is the clerk, none for a carrier's list or the machine's own terminal."""

    parcel: int
    place: str
    by: int | None = None


@dataclass(frozen=True, slots=True)
class ParcelMarked(Event):
    """A clerk noted why the desk must see to a parcel, its last day (nothing: as before), and whether a text may be sent about it."""

    parcel: int
    held: str
    last_day: str
    notice: str
    clerk: int


@dataclass(frozen=True, slots=True)
class CodeIssued(Event):
    """A pickup got its codes, of these kinds; `by` as above."""

    pickup: int
    parcels: tuple[int, ...]
    kinds: tuple[str, ...]
    by: int | None = None


@dataclass(frozen=True, slots=True)
class CodeRevoked(Event):
    """A pickup's codes open nothing any more; `by` as above."""

    pickup: int
    by: int | None = None


@dataclass(frozen=True, slots=True)
class VisitOpened(Event):
    """A code was shown and taken."""

    visit: int
    pickup: int
    station: str
    with_: str


@dataclass(frozen=True, slots=True)
class VisitResumed(Event):
    """The code of an open visit was shown again."""

    visit: int
    pickup: int
    station: str


@dataclass(frozen=True, slots=True)
class CodeAdded(Event):
    """Another code joined an open visit: one phone, several neighbours."""

    visit: int
    pickup: int
    station: str
    with_: str


@dataclass(frozen=True, slots=True)
class ParcelReleased(Event):
    """The kiosk let a parcel go; its label is to be seen yet."""

    visit: int
    parcel: int


@dataclass(frozen=True, slots=True)
class ReleaseWithdrawn(Event):
    """A code was revoked while its customer was at the shelves: the parcel waits again."""

    visit: int
    parcel: int


@dataclass(frozen=True, slots=True)
class WrongParcel(Event):
    """Another's parcel was in the customer's hand and was caught; `visit` where it is certain."""

    visit: int | None
    parcel: int
    station: str


@dataclass(frozen=True, slots=True)
class ParcelHandedOver(Event):
    """The label check came out right, or the tap where that is enough."""

    visit: int
    parcel: int
    station: str
    how: str


@dataclass(frozen=True, slots=True)
class DetailsDeleted(Event):
    """A customer had deleted, at a station, what the proof of a handover does not need: carrier, marks, last day."""

    parcel: int
    station: str


@dataclass(frozen=True, slots=True)
class ParcelUnchecked(Event):
    """No label was seen in time: shown, not confirmed."""

    visit: int
    parcel: int


@dataclass(frozen=True, slots=True)
class CodeRefused(Event):
    """A code was refused, and why."""

    station: str
    reason: str
    pickup: int | None


@dataclass(frozen=True, slots=True)
class KeypadLocked(Event):
    """Too many wrong typed codes: the keypad rests."""

    station: str
    seconds: int


@dataclass(frozen=True, slots=True)
class DeskCalled(Event):
    """A customer called the desk, or one failed scan after another did; once until it is answered."""

    station: str
    why: str


@dataclass(frozen=True, slots=True)
class CallAnswered(Event):
    """A clerk saw to a call; it had been pressed so many times."""

    station: str
    why: str
    times: int
    clerk: int


@dataclass(frozen=True, slots=True)
class ManifestImported(Event):
    """A carrier's list was read."""

    rows: int
    taken: int
    refused: int


@dataclass(frozen=True, slots=True)
class ManifestFetched(Event):
    """A manifest of the watched folder, by the SHA-256 of its file, and what came of it."""

    digest: str
    rows: int
    taken: int
    refused: int


@dataclass(frozen=True, slots=True)
class NoticesExported(Event):
    """Texts with typed codes were written to a file; the kiosk forgot the codes."""

    count: int


@dataclass(frozen=True, slots=True)
class HandoversExported(Event):
    """Results for carriers were written to a file; the kiosk forgot the waybills."""

    count: int


@dataclass(frozen=True, slots=True)
class KioskStarted(Event):
    """The program serves."""

    version: str


@dataclass(frozen=True, slots=True)
class KioskStopped(Event):
    """The program was ended in good order."""


@dataclass(frozen=True, slots=True)
class ReaderLost(Event):
    """A station's reader is gone; typed codes serve."""

    station: str


@dataclass(frozen=True, slots=True)
class ReaderBack(Event):
    """A station's reader works again."""

    station: str


@dataclass(frozen=True, slots=True)
class ClerkAdded(Event):
    """A clerk was added; `by` is the clerk who did it, none for the machine's own terminal."""

    clerk: int
    role: str
    by: int | None


@dataclass(frozen=True, slots=True)
class ClerkDisabled(Event):
    """A clerk can sign in no more."""

    clerk: int
    by: int | None


@dataclass(frozen=True, slots=True)
class PinReset(Event):
    """A clerk got another PIN; a locked badge is open again."""

    clerk: int
    by: int | None


@dataclass(frozen=True, slots=True)
class BadgeIssued(Event):
    """A clerk got another badge; the one before opens nothing."""

    clerk: int
    by: int | None


@dataclass(frozen=True, slots=True)
class SignedIn(Event):
    """A clerk unlocked a window, and with what: a badge alone only within their shift."""

    clerk: int
    station: str
    with_: str


@dataclass(frozen=True, slots=True)
class WindowLocked(Event):
    """A window in which a clerk was signed in locked itself, or was locked; the shift goes on."""

    clerk: int
    station: str


@dataclass(frozen=True, slots=True)
class SignedOut(Event):
    """A clerk's shift is over."""

    clerk: int
    station: str


@dataclass(frozen=True, slots=True)
class WrongPin(Event):
    """A PIN was wrong: how many in a row, and for how many seconds this badge's PIN rests."""

    clerk: int
    station: str
    wrong: int
    seconds: int


@dataclass(frozen=True, slots=True)
class ClerkLocked(Event):
    """Too many wrong PINs in a row: the badge waits for a supervisor."""

    clerk: int
    station: str


@dataclass(frozen=True, slots=True)
class OverrideMade(Event):
    """A clerk released a parcel without a valid code: why, whether ID and label were compared, and who signed, too."""

    override: int
    parcel: int
    clerk: int
    reason: str
    checked: str
    second: int | None


@dataclass(frozen=True, slots=True)
class OverrideUndone(Event):
    """The clerk took it back within seconds."""

    override: int
    parcel: int
    clerk: int


@dataclass(frozen=True, slots=True)
class ParcelLeftByOverride(Event):
    """The time to undo it was over: the parcel is handed over."""

    override: int
    parcel: int


@dataclass(frozen=True, slots=True)
class OverrideOvertaken(Event):
    """The parcel had left another way before that time was over."""

    override: int
    parcel: int


@dataclass(frozen=True, slots=True)
class OverrideSigned(Event):
    """A supervisor gave the second signature that was owed."""

    override: int
    parcel: int
    clerk: int


@dataclass(frozen=True, slots=True)
class OverrideCorrected(Event):
    """A supervisor took the parcel back in: it had been handed over by mistake."""

    override: int
    parcel: int
    place: str
    clerk: int


@dataclass(frozen=True, slots=True)
class ParcelMoved(Event):
    """A clerk laid a parcel elsewhere."""

    parcel: int
    place: str
    clerk: int


@dataclass(frozen=True, slots=True)
class ShelfChecked(Event):
    """A clerk walked along a shelf: how many parcels were seen at their place, which were missing, which do not belong there."""

    place: str
    seen: int
    missing: tuple[int, ...]
    strangers: tuple[int, ...]
    clerk: int


@dataclass(frozen=True, slots=True)
class ParcelConfirmed(Event):
    """A clerk brought a released parcel, or saw it leave: it is handed over."""

    parcel: int
    clerk: int


@dataclass(frozen=True, slots=True)
class ParcelLeftOnPaper(Event):
    """A handover without power, entered afterwards: when it was by the sheet (UTC, to the minute), by whom, and who entered it."""

    parcel: int
    said: str
    by: int
    clerk: int


@dataclass(frozen=True, slots=True)
class ParcelMissing(Event):
    """A parcel is not where it should be."""

    parcel: int
    clerk: int


@dataclass(frozen=True, slots=True)
class ParcelFoundAgain(Event):
    """A parcel that was missing, or shown and not confirmed, waits at its place."""

    parcel: int
    place: str
    clerk: int


@dataclass(frozen=True, slots=True)
class ParcelReturned(Event):
    """The carrier has the parcel again."""

    parcel: int
    clerk: int


@dataclass(frozen=True, slots=True)
class DisputeOpened(Event):
    """Somebody says that a handover was not as it should be."""

    parcel: int
    why: str
    clerk: int


@dataclass(frozen=True, slots=True)
class DisputeClosed(Event):
    """A dispute is settled, and how."""

    parcel: int
    how: str
    clerk: int


@dataclass(frozen=True, slots=True)
class KeysRotated(Event):
    """The store has another key, and there is a new recovery sheet; the one before is void."""


@dataclass(frozen=True, slots=True)
class KeysRecovered(Event):
    """The recovery sheet opened the keys, which have a new device key."""


@dataclass(frozen=True, slots=True)
class ReceiptGiven(Event):
    """A visit is done, and its receipt was shown; `line` is what people read on it: the depot, how many parcels, day and time."""

    visit: int
    pickup: int
    parcels: int
    line: str


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """The kiosk was started with other settings than before; `digest` is SHA-256 over the file's values, in hex."""

    digest: str


@dataclass(frozen=True, slots=True)
class Erased(Event):
    """The keys of these subjects were destroyed: nobody can read what was said of them. Each by its first entry, and how many it had."""

    subjects: tuple[int, ...]
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EpochBegun(Event):
    """The store came back from a backup: the ledger goes on from `size` entries with this root (hex); what came after them was lost."""

    epoch: int
    size: int
    root: str


@dataclass(frozen=True, slots=True)
class SigningKeyChanged(Event):
    """Checkpoints are signed with another key from here on; the old one signed the new. All in hex: Ed25519, 32, 32 and 64 bytes."""

    old: str
    new: str
    signature: str


@dataclass(frozen=True, slots=True)
class BackupMade(Event):
    """A backup was begun; it ends with this entry or one soon after it."""


@dataclass(frozen=True, slots=True)
class ClockDoubted(Event):
    """The wall clock is where it cannot be, by so many seconds (below zero: behind): nothing is erased until a technician has looked."""

    seconds: int


@dataclass(frozen=True, slots=True)
class ClockTrusted(Event):
    """The clock is right again, or a technician said that it is: erasing goes on."""


@dataclass(frozen=True, slots=True)
class ClockMoved(Event):
    """The wall clock was set while the machine ran, by so many seconds: erasing goes by the time that the machine has run."""

    seconds: int


@dataclass(frozen=True, slots=True)
class ProgramChanged(Event):
    """The program's files are others than at the last look; `digest` is SHA-256 over all of them, in hex."""

    digest: str
    version: str


@dataclass(frozen=True, slots=True)
class DevicesChanged(Event):
    """Other devices are plugged in by USB than at the last look: all that are, each as `vendor:product kinds`, no serial number."""

    devices: tuple[str, ...]


# `slots` makes each class anew, so the first of a name may linger among the subclasses; the last is the one in use.
CATALOGUE: dict[str, type[Event]] = {kind.__name__: kind for kind in Event.__subclasses__()}
"""Every event by the name that its body carries."""

_KINDS: dict[type[Event], dict[str, Any]] = {event: get_type_hints(event) for event in CATALOGUE.values()}
"""Names and kinds of each event's fields."""


_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)
_PLAINLY: dict[type, Callable[[Any], str]] = {str: encode_basestring, int: str, NoneType: lambda _: "null"}
"""The same for what nearly all fields are, in a tenth of the time."""


def _plain(kind: Any) -> frozenset[Any]:
    """The types that a field's value has nearly always; a tuple must be looked into."""
    return frozenset() if get_origin(kind) is tuple else frozenset(get_args(kind) or {kind})


def _each(kind: Any) -> frozenset[Any]:
    """The types that the parts of a tuple have nearly always; none where the field is no tuple."""
    return frozenset({get_args(kind)[0]}) & _PLAINLY.keys() if get_origin(kind) is tuple else frozenset()


_WRITTEN: dict[type[Event], tuple[tuple[str, Any, frozenset[Any], frozenset[Any], str], ...]] = {
    kind: tuple((name, of := fields[name], _plain(of), _each(of), f'"{name}":') for name in sorted(fields))
    for kind, fields in _KINDS.items()
}
"""Each event's fields as they are written: name, kind, the types that nearly all values or their parts have, and the name as JSON."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as the ledger has it."""

    event: Event
    at: datetime
    kiosk: str
    seq: int


def to_body(event: Event, *, at: datetime, kiosk: str, seq: int) -> bytes:
    """The canonical body; `at` knows its zone and is written in UTC to the microsecond. ValueError for a field of the wrong kind."""
    kind = type(event)
    fields = []
    for name, wanted, plain, each, key in _WRITTEN[kind]:
        value = getattr(event, name)
        if each and type(value) is tuple and each.issuperset(map(type, value)):
            fields.append(f"{key}[{','.join([_PLAINLY[type(one)](one) for one in value])}]")
            continue
        if type(value) not in plain and not _fits(value, wanted):
            raise ValueError(f"a field of {kind.__name__} is of the wrong kind")
        fields.append(key + _PLAINLY.get(type(value), _CANONICAL.encode)(value))
    head = f'{{"at":"{_moment(at)}","event":"{kind.__name__}","kiosk":{_quoted(kiosk)}'
    return f'{head},"of":{{{",".join(fields)}}},"seq":{seq:d}}}'.encode()


@lru_cache(maxsize=16)
def _moment(at: datetime) -> str:
    """An act's entries are all of one moment, and a manifest's are a hundred thousand."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


@lru_cache(maxsize=16)
def _quoted(text: str) -> str:
    return _CANONICAL.encode(text)


def from_body(body: bytes) -> Recorded:
    """The event again; raises ValueError for a body that `to_body` cannot have written, be it by one space."""
    try:
        recorded = _read(json.loads(body))
        written = to_body(recorded.event, at=recorded.at, kiosk=recorded.kiosk, seq=recorded.seq)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        raise ValueError("this is not the body of an entry") from None
    if written != body:
        raise ValueError("this body is not in its canonical form")
    return recorded


def catalogue() -> list[tuple[str, str, str]]:
    """Every event's name, its fields and its meaning, for the documentation."""
    return [(name, ", ".join(_KINDS[kind]), (kind.__doc__ or "").strip()) for name, kind in CATALOGUE.items()]


def _read(table: Any) -> Recorded:
    kind = CATALOGUE[table["event"]]
    kinds = _KINDS[kind]
    values = {name: tuple(value) if _is_list(kinds[name]) else value for name, value in table["of"].items()}
    kiosk, seq = table["kiosk"], table["seq"]
    if type(kiosk) is not str or type(seq) is not int:
        raise ValueError("no kiosk or no sequence number")
    return Recorded(kind(**values), datetime.fromisoformat(table["at"]), kiosk, seq)


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _fits(value: Any, kind: Any) -> bool:
    """Whether a value is a whole number, a string, None or a tuple as its field says; True and False are no numbers."""
    if type(value) is kind:  # nearly always, and an import asks it by the hundred thousand
        return True
    if _is_list(kind):
        return isinstance(value, tuple) and all(_fits(one, get_args(kind)[0]) for one in value)
    return isinstance(value, kind) and not isinstance(value, bool)
