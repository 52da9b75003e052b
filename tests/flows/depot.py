"""A small depot for stories: a real store, one or two stations, a clock that can skip, and people's acts by their names."""

import re
from pathlib import Path

from kiosk.clock import SkippingClock
from kiosk.codes.waybill import parse
from kiosk.desk import intake
from kiosk.desk.calls import Calls
from kiosk.desk.shown import Key, Shown, Tap
from kiosk.desk.states import State
from kiosk.desk.station import Station
from kiosk.ledger.events import Event
from kiosk.parcel import CodeKind, Leaves, Parcel, ParcelState
from kiosk.reader.wire import Sighting
from kiosk.settings import Carrier, Depot, Settings
from kiosk.store import Store
from tests.homes import copy_home

CORNERS = ((10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0))
INPOST = Carrier("InPost", code=r"P\|[^|]*\|(?P<code>[0-9]{6})")
SETTINGS = Settings(Depot(tag="7KQ2", line="Ring the bell."), carriers=(INPOST,))


class SmallDepot:
    """What tests say is said in the words of the counter: `shows`, `scans`, `types`, `waits`."""

    def __init__(self, home: Path, settings: Settings = SETTINGS, clock: SkippingClock | None = None) -> None:
        copy_home(home, settings)
        self.settings = settings
        self.clock = clock or SkippingClock()
        self.store = Store.open(home)
        self.seen: list[Shown] = []
        self.calls = Calls(self.store, self.clock)
        self.left, self.right = (
            Station(name, self.store, settings, self.clock, self.seen.append, calls=self.calls)
            for name in ("left", "right")
        )
        self._next = 0

    def close(self) -> None:
        self.store.close()

    # The clerk

    def takes_in(self, waybill: str, place: str = "B-12") -> str:
        """A new parcel on the shelf; its token."""
        return self.receives(waybill, place).token.text

    def receives(self, waybill: str, place: str = "B-12") -> intake.Received:
        return intake.receive(self.store, self.settings, self.clock, waybill, place)

    def one_code_for(self, *waybills: str) -> str:
        return intake.issue(self.store, self.settings, self.clock, waybills).token.text

    def adds(self, waybill: str, carrier_code: str | None = None, leaves: Leaves = Leaves.LABEL) -> Parcel:
        """A parcel as a manifest brings it, on place C-03-007."""
        label = parse(waybill, ())
        assert label is not None
        with self.store.transaction():
            parcel = self.store.parcels.add(
                label, place="C-03-007", state=ParcelState.WAITING, leaves=leaves, at=self.clock.now()
            )
            if carrier_code is not None:
                codes = {CodeKind.CARRIER: carrier_code}
                self.store.pickups.make([parcel.id], codes=codes, at=self.clock.now())
        return parcel

    # The customer

    def shows(self, *texts: str, at: Station | None = None) -> Shown:
        """Holds QR codes into view."""
        return self._sees([("QRCode", text) for text in texts], at)

    def scans(self, *texts: str, at: Station | None = None) -> Shown:
        """Holds a parcel's linear barcodes into view."""
        return self._sees([("Code128", text) for text in texts], at)

    def sees(self, *sightings: tuple[str, str], at: Station | None = None) -> Shown:
        return self._sees(list(sightings), at)

    def taps(self, tap: Tap, at: Station | None = None) -> Shown:
        station = at or self.left
        station.tapped(tap)
        return station.shown

    def types(self, text: str, at: Station | None = None) -> Shown:
        station = at or self.left
        for character in text:
            station.tapped(Key(character))
        return station.shown

    def waits(self, seconds: float) -> Shown:
        self.clock.advance(seconds)
        self.left.tick()
        self.right.tick()
        return self.left.shown

    def _sees(self, codes: list[tuple[str, str]], at: Station | None) -> Shown:
        station = at or self.left
        station.sighted([Sighting(symbology, text.encode(), CORNERS) for symbology, text in codes])
        return station.shown

    # The store

    def state_of(self, waybill: str) -> ParcelState | None:
        parcel = self.store.parcels.by_waybill(waybill)
        return None if parcel is None else parcel.state

    def events(self, *kinds: type[Event]) -> list[Event]:
        return [entry.event for entry in self.store.journal.entries() if isinstance(entry.event, kinds or (Event,))]


def name(shown: Shown) -> str:
    """The state that a shown value belongs to, in a test's own words."""
    return re.sub("_", " ", State(shown.state).value)
