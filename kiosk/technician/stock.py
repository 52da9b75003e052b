"""The demo's shelves: twenty sample parcels, taken in the way a clerk takes them in."""

import secrets
from dataclasses import dataclass, field

from kiosk.clock import Clock
from kiosk.codes import token, waybill
from kiosk.codes.waybill import Waybill
from kiosk.desk import intake
from kiosk.desk.act import Entering, in_one_act
from kiosk.ledger import events
from kiosk.parcel import Hold, ParcelState
from kiosk.settings import Settings
from kiosk.store import Store

PARCELS = 20
SHELVES = ("A-04", "B-12", "C-03", "D-01")


@dataclass(frozen=True, slots=True)
class Sample:
    """One pickup of the demo: its codes and the waybills on its parcels' labels."""

    token: str = field(repr=False)
    typed_code: str = field(repr=False)
    waybills: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Stock:
    """Every sample by the part that it plays."""

    one: Sample
    in_hand: Sample
    two: Sample
    dark: Sample
    typed: Sample
    mixed_up: Sample
    waiting: Sample
    away: Sample
    ann: Sample
    ben: Sample
    revoked: Sample
    held: Sample
    spare: Sample
    """For whoever takes over."""
    unknown: str = field(repr=False)
    foreign: str = field(repr=False)


def fill(store: Store, settings: Settings, clock: Clock) -> Stock:
    """Take twenty sample parcels in and make the codes that the stories need."""
    shelf = _Shelf(store, settings, clock)
    two = intake.issue(store, settings, clock, waybills := (shelf.put(), shelf.put()))
    revoked, held = shelf.take_in(), shelf.take_in()
    intake.issue(store, settings, clock, revoked.waybills)
    parcel = intake.find(store, settings, held.waybills[0])
    with store.transaction():
        store.parcels.set_held(parcel.id, Hold.ID_TO_BE_SEEN)
    stock = Stock(
        one=shelf.take_in(),
        in_hand=shelf.take_in(),
        two=Sample(two.token.text, two.typed_code.text, waybills),
        dark=shelf.take_in(),
        typed=shelf.take_in(),
        mixed_up=shelf.take_in(),
        waiting=shelf.take_in(),
        away=shelf.take_in(),
        ann=shelf.take_in(),
        ben=shelf.take_in(),
        revoked=revoked,
        held=held,
        spare=shelf.take_in(),
        unknown=_token(settings.depot.tag),
        foreign=_token(token.make_tag(secrets.token_bytes(8))),
    )
    for _ in range(PARCELS - shelf.parcels):
        shelf.expect()
    return stock


class _Shelf:
    def __init__(self, store: Store, settings: Settings, clock: Clock) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock
        self.parcels = 0

    def put(self) -> str:
        return self.take_in().waybills[0]

    def take_in(self) -> Sample:
        """A new parcel on the next place."""
        text = _waybill()
        place = f"{SHELVES[self.parcels % len(SHELVES)]}-{self.parcels + 101:03}"
        received = intake.receive(self._store, self._settings, self._clock, text, place)
        self.parcels += 1
        return Sample(received.token.text, received.typed_code.text, (text,))

    def expect(self) -> None:
        """A parcel that a carrier has announced."""
        label = waybill.parse(_waybill(), ())
        assert isinstance(label, Waybill)  # made to be one

        def work(enter: Entering) -> None:
            parcel = self._store.parcels.add(label, place=None, state=ParcelState.EXPECTED, at=enter.at)
            enter(events.ParcelExpected(parcel.id))

        in_one_act(self._store, self._clock.now(), work)
        self.parcels += 1


def _waybill() -> str:
    return f"HK{secrets.randbelow(10**10):010}"


def _token(depot_tag: str) -> str:
    return token.make(depot_tag, secrets.token_bytes(token.RANDOM_BYTES)).text
