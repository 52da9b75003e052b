"""Taking parcels in, and the codes that give them out: issued, shown once, revoked. The store keeps digests only."""

import secrets
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.clock import Clock
from kiosk.codes import token, typed, waybill
from kiosk.codes.token import RANDOM_BYTES, Token
from kiosk.codes.typed import TypedCode, TypedForm
from kiosk.codes.waybill import Waybill
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.declined import Declined, Not, declined
from kiosk.desk.patterns import code_patterns
from kiosk.desk.seat import Seat
from kiosk.errors import CodeFault, Duplicate, KioskFault
from kiosk.ledger import events
from kiosk.parcel import GONE, CodeKind, Hold, Leaves, Parcel, ParcelState, Pickup, is_place
from kiosk.policy.roles import Act
from kiosk.settings import Settings
from kiosk.store import Store

OWN = (CodeKind.TOKEN, CodeKind.TYPED)
"""The two codes that we make for a pickup. A carrier's code is the carrier's to change."""

LONGEST_WAYBILL = 200
"""Characters that are looked at; a GS1 Digital Link may be long."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A new code in its two forms. This is the only moment at which anyone can read it."""

    token: Token
    typed_code: TypedCode
    parcels: tuple[Parcel, ...]
    left_without: int = 0
    """Other parcels here whose code went with the new one."""


@dataclass(frozen=True, slots=True)
class Received(Issued):
    """A parcel that now waits at its place, and its new code."""

    @property
    def parcel(self) -> Parcel:
        return self.parcels[0]


def receive(store: Store, settings: Settings, clock: Clock, waybill_text: str, place: str) -> Received:
    """Tick off an expected parcel, or take in a new one, and make it a code.

    A code sent out while the parcel was expected stays valid beside the new one. Raises `KioskFault` for a waybill or a
    place that is none, `Duplicate` for a parcel that is here already.
    """
    label, shelf = waybill_from(settings, waybill_text), place_from(place)

    def work(enter: Entering) -> Received:
        known = store.parcels.by_waybill(label.text)
        if known is not None and known.state not in GONE and known.state is not ParcelState.EXPECTED:
            raise Duplicate("This parcel was taken in before. Look where it lies with: kiosk parcels show")
        return _lay_down(store, settings, label, known, shelf=shelf, enter=enter)

    return in_one_act(store, clock.now(), work)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is special about a parcel; None leaves it as the carrier's list has it."""

    held: Hold | None = None
    last_day: date | None = None
    notice: bool = True
    """False: the carrier has no consent for messages, so no text is sent about it."""


def take_in(
    store: Store,
    settings: Settings,
    clock: Clock,
    seat: Seat,
    waybill_text: str,
    *,
    place: str,
    marks: Marks = Marks(),
) -> Received | Declined:
    """The same by a clerk at the desk; declined with the parcel as it stands where it was taken in before.

    Raises `KioskFault` for a waybill or a place that is none.
    """
    label, shelf = waybill_from(settings, waybill_text), place_from(place)

    def work(enter: Entering) -> Received | Declined:
        if refused := declined(store, seat, Act.TAKE_IN):
            return refused
        known = store.parcels.by_waybill(label.text)
        if known is not None and known.state not in GONE and known.state is not ParcelState.EXPECTED:
            return Declined(Not.STATE, known)
        received = _lay_down(store, settings, label, known, shelf=shelf, enter=enter, by=seat, notice=marks.notice)
        if marks != Marks():
            _mark(store, received.parcel, marks, seat, enter)
        return Received(received.token, received.typed_code, (store.parcels.get(received.parcel.id),))

    return in_one_act(store, clock.now(), work)


def _lay_down(
    store: Store,
    settings: Settings,
    label: Waybill,
    known: Parcel | None,
    *,
    shelf: str,
    enter: Entering,
    by: Seat | None = None,
    notice: bool = True,
) -> Received:
    if known is None or known.state in GONE:
        leaves = Leaves(settings.release.how)
        known = store.parcels.add(
            label, place=shelf, state=ParcelState.WAITING, carrier=label.carrier, leaves=leaves, at=enter.at
        )
    else:
        store.parcels.receive(known.id, shelf, enter.at)
    enter(events.ParcelReceived(known.id, shelf, _number(by)))
    own, digits = _make_codes(store, settings, (known.id,), enter, by=by, notice=notice)
    return Received(own, digits, (store.parcels.get(known.id),))


def _mark(store: Store, parcel: Parcel, marks: Marks, seat: Seat, enter: Entering) -> None:
    if marks.held is not None:
        store.parcels.set_held(parcel.id, marks.held)
    if marks.last_day is not None:
        store.parcels.set_last_day(parcel.id, marks.last_day)
    day = marks.last_day.isoformat() if marks.last_day else ""
    enter(events.ParcelMarked(parcel.id, marks.held or "", day, "yes" if marks.notice else "no", seat.clerk))


def _number(by: Seat | None) -> int | None:
    return by.clerk if by else None


def issue(store: Store, settings: Settings, clock: Clock, waybill_texts: Iterable[str]) -> Issued:
    """One new code for one parcel or several. Our earlier codes for any of them are revoked, the carrier's stay.

    Raises `KioskFault` for a waybill that is none, `CodeFault` for a parcel that is not here.
    """
    labels = [waybill_from(settings, text) for text in waybill_texts]
    if not labels:
        raise CodeFault("A code needs at least one parcel. Name its waybill.")

    def work(enter: Entering) -> Issued:
        return _issue(store, settings, [_here(store, label.text) for label in labels], enter)

    return in_one_act(store, clock.now(), work)


def issue_at_desk(store: Store, settings: Settings, clock: Clock, seat: Seat, parcel: int) -> Issued | Declined:
    """The same for one parcel by a clerk; declined with the parcel as it stands where it has left."""

    def work(enter: Entering) -> Issued | Declined:
        standing = store.parcels.get(parcel)
        if refused := declined(store, seat, Act.ISSUE_CODE):
            return refused
        if standing.state in GONE:
            return Declined(Not.STATE, standing)
        return _issue(store, settings, [standing], enter, by=seat)

    return in_one_act(store, clock.now(), work)


def _issue(
    store: Store, settings: Settings, chosen: Iterable[Parcel], enter: Entering, *, by: Seat | None = None
) -> Issued:
    parcels = {parcel.id: parcel for parcel in chosen}
    revoked = _revoke_own(store, parcels, enter, by=by)
    own, digits = _make_codes(store, settings, tuple(parcels), enter, by=by)
    return Issued(own, digits, tuple(parcels.values()), _left_without(revoked, parcels))


def revoke(store: Store, clock: Clock, waybill_text: str) -> int:
    """Revoke our codes for a parcel, its waybill as `find` gives it; how many. Raises `CodeFault` where there is none."""

    def work(enter: Entering) -> int:
        revoked = _revoke_own(store, (_here(store, waybill_text).id,), enter)
        if not revoked:
            raise CodeFault("This parcel has no valid code of ours. Nothing was revoked.")
        return len(revoked)

    return in_one_act(store, clock.now(), work)


def find(store: Store, settings: Settings, waybill_text: str) -> Parcel:
    """The parcel of a waybill as a person writes it: the one here, else the latest that left; else a `KioskFault`."""
    return _known(store, waybill_from(settings, waybill_text).text)


def place_from(untrusted_text: str) -> str:
    """A place as a person writes it (`b-12`), in its own form; raises `KioskFault` where it is none."""
    text = untrusted_text.strip().upper()
    if not untrusted_text.isascii() or not is_place(text):
        raise KioskFault("That is not a place. Write it like B-12 or B-12-047.")
    return text


def waybill_from(settings: Settings, untrusted_text: str) -> Waybill:
    """A waybill as a person writes or scans it; raises `KioskFault` where it is none."""
    carriers = code_patterns(settings).carriers
    found = waybill.parse(untrusted_text, carriers) if len(untrusted_text) <= LONGEST_WAYBILL else None
    if found is None:
        raise KioskFault("That is not a waybill. Type the number under the barcode of the delivery label.")
    return found


def _known(store: Store, text: str) -> Parcel:
    parcel = store.parcels.by_waybill(text)
    if parcel is None:
        raise CodeFault("No parcel with this waybill is here. Take it in with: kiosk parcels receive")
    return parcel


def _here(store: Store, text: str) -> Parcel:
    parcel = _known(store, text)
    if parcel.state in GONE:
        raise CodeFault("This parcel has left already, so its codes are of no use. Look at it with: kiosk parcels show")
    return parcel


def _make_codes(
    store: Store,
    settings: Settings,
    parcels: tuple[int, ...],
    enter: Entering,
    *,
    by: Seat | None = None,
    notice: bool = True,
) -> tuple[Token, TypedCode]:
    own = next(made for made in _tokens(settings) if store.pickups.find(CodeKind.TOKEN, made.text) is None)
    digits = next(made for made in _typed_codes(settings) if store.pickups.find(CodeKind.TYPED, made.text) is None)
    codes = {CodeKind.TOKEN: own.text, CodeKind.TYPED: digits.text}
    pickup = store.pickups.make(parcels, codes=codes, at=enter.at)
    if settings.notices.on and notice:
        store.outbox.put(parcels, pickup, digits.text, enter.at)
    enter(events.CodeIssued(pickup, parcels, tuple(OWN), _number(by)))
    return own, digits


def _tokens(settings: Settings) -> Iterator[Token]:
    while True:
        yield token.make(settings.depot.tag, secrets.token_bytes(RANDOM_BYTES))


def _typed_codes(settings: Settings) -> Iterator[TypedCode]:
    while True:
        yield typed.make(TypedForm(settings.codes.typed), secrets.randbelow)


def _revoke_own(store: Store, parcels: Iterable[int], enter: Entering, *, by: Seat | None = None) -> list[Pickup]:
    standing = {pickup.id: pickup for parcel in parcels for pickup in store.pickups.for_parcel(parcel)}
    own = [
        one for one in standing.values() if one.revoked_at is None and not store.pickups.kinds(one.id).isdisjoint(OWN)
    ]
    for pickup in own:
        store.pickups.revoke(pickup.id, enter.at)
        enter(events.CodeRevoked(pickup.id, _number(by)))
        _withdraw(store, pickup, enter)
    return own


def _withdraw(store: Store, pickup: Pickup, enter: Entering) -> None:
    """A revoked code hands nothing out any more, though its customer may be at the shelves with the visit open."""
    visit = store.visits.open_for_pickup(pickup.id)
    if visit is None:
        return
    others = [store.pickups.get(one) for one in visit.pickups if one != pickup.id]
    kept = {parcel.id for one in others if one.revoked_at is None for parcel in one.parcels}
    for parcel in pickup.parcels:
        if parcel.state is ParcelState.RELEASED and parcel.id not in kept:
            store.parcels.change(parcel.id, ParcelState.WAITING, enter.at)
            enter(events.ReleaseWithdrawn(visit.id, parcel.id))
    if not kept:
        store.visits.close(visit.id, enter.at)


def _left_without(revoked: Iterable[Pickup], parcels: Collection[int]) -> int:
    here = {parcel.id for pickup in revoked for parcel in pickup.parcels if parcel.state not in GONE}
    return len(here.difference(parcels))
