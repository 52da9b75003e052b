"""Those who work at a small depot, with their badges, and a clock that can skip: for the tests of the desk."""

from kiosk.clock import SkippingClock
from kiosk.codes.token import Badge
from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.desk import clerks
from kiosk.desk.clerks import Badged
from kiosk.desk.seat import Seat
from kiosk.desk.sign_in import SignIn
from kiosk.ledger.events import Event
from kiosk.parcel import CodeKind, Hold, Leaves, Parcel, ParcelState
from kiosk.policy.roles import Role
from kiosk.settings import Settings
from kiosk.store import Store

PIN = "739415"
OTHER_PIN = "506183"


class Crew:
    """Supervisor 1, clerk 2, technician 3, clerk 4, supervisor 5; all have the same PIN."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings
        self.clock = SkippingClock()
        self.badges: dict[int, Badge] = {}
        for role in (Role.SUPERVISOR, Role.CLERK, Role.TECHNICIAN, Role.CLERK, Role.SUPERVISOR):
            added = clerks.add(store, settings, self.clock, pin=PIN, role=role)
            assert isinstance(added, Badged)
            self.badges[added.clerk.id] = added.badge

    def window(self, name: str = "desk") -> SignIn:
        return SignIn(name, self.store, self.settings, self.clock)

    def signed_in(self, clerk: int, window: SignIn | None = None) -> Seat:
        """By badge and PIN; on shift from then on."""
        at = window or self.window()
        shown = at.show_badge(self.badges[clerk])
        if isinstance(shown, Seat) and not shown.with_pin:
            at.ask_pin()
        seat = shown if isinstance(shown, Seat) and shown.with_pin else at.type_pin(PIN)
        assert isinstance(seat, Seat), seat
        return seat

    def parcel(
        self,
        text: str = "PARCEL0001",
        place: str = "B-12-001",
        state: ParcelState = ParcelState.WAITING,
        held: Hold | None = None,
        leaves: Leaves = Leaves.LABEL,
    ) -> Parcel:
        label = Waybill(text, WaybillKind.GENERAL)
        with self.store.transaction():
            parcel = self.store.parcels.add(
                label, place=place, state=ParcelState.WAITING, held=held, leaves=leaves, at=self.clock.now()
            )
            self.store.pickups.make([parcel.id], codes={CodeKind.CARRIER: f"C-{text}"}, at=self.clock.now())
            self.store.parcels.change(parcel.id, state, self.clock.now())
        return self.store.parcels.get(parcel.id)

    def entered(self, *kinds: type[Event]) -> list[Event]:
        return [entry.event for entry in self.store.journal.entries() if isinstance(entry.event, kinds or (Event,))]
