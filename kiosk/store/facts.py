"""What the store keeps about a parcel, as a customer would count it: each column of the schema is one of these facts, or of none.

A column that is a fact in another form (a digest, a copy for the carrier) is the same fact. Ties are numbers that only join rows, and
tables of the kiosk's own say nothing about any parcel. A test walks the schema: a column that stands in none of the three is red.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.errors import StoreFault
from kiosk.parcel import Parcel, ParcelState
from kiosk.store.database import Database
from kiosk.store.moments import from_micros, from_micros_or_none


class Fact(StrEnum):
    """One thing that is known about a parcel, or may be."""

    NUMBER = "number"
    """The waybill, in plain while it is here, as a keyed digest afterwards."""
    CARRIER = "carrier"
    PLACE = "place"
    STATE = "state"
    SINCE = "since"
    CAME = "came"
    LEAVES = "leaves"
    HELD = "held"
    LAST_DAY = "last_day"
    HINT = "hint"
    SEEN = "seen"
    """When a clerk last had it in hand."""
    MOVED = "moved"
    CODE = "code"
    """Digests; a typed code in plain until its text is sent, where a depot sends texts."""
    CODE_MADE = "code_made"
    CODE_REVOKED = "code_revoked"
    SHOWN = "shown"
    """When its code was shown."""
    STATION = "station"
    BY_HAND = "by_hand"
    """Why the desk released it, and what was checked."""
    BY_HAND_WHO = "by_hand_who"
    """Which clerk did, and who signed, too."""
    BY_HAND_WHEN = "by_hand_when"
    HISTORY = "history"
    """Each act with it, sealed under the parcel's own key."""


COLUMNS: dict[Fact, tuple[str, ...]] = {
    Fact.NUMBER: (
        "parcels.waybill",
        "parcels.waybill_digest",
        "departures.waybill",
        "arriving.waybill",
        "arriving.waybill_digest",
    ),
    Fact.CARRIER: ("parcels.carrier", "departures.carrier", "arriving.carrier"),
    Fact.PLACE: ("parcels.place", "arriving.place"),
    Fact.STATE: ("parcels.state", "parcels.gone", "departures.result", "overrides.state_before", "arriving.state"),
    Fact.SINCE: ("parcels.since", "departures.at", "overrides.since_before"),
    Fact.CAME: ("parcels.created",),
    Fact.LEAVES: ("parcels.leaves", "arriving.leaves"),
    Fact.HELD: ("parcels.held",),
    Fact.LAST_DAY: ("parcels.last_day", "arriving.last_day"),
    Fact.HINT: ("parcels.hint", "arriving.hint"),
    Fact.SEEN: ("parcels.seen",),
    Fact.MOVED: ("parcels.moved",),
    Fact.CODE: ("codes.digest", "codes.kind", "notices.code", "arriving.code"),
    Fact.CODE_MADE: ("pickups.made", "notices.made"),
    Fact.CODE_REVOKED: ("pickups.revoked",),
    Fact.SHOWN: ("visits.opened", "visits.shown", "visits.closed"),
    Fact.STATION: ("visits.station",),
    Fact.BY_HAND: ("overrides.reason", "overrides.words", "overrides.checked"),
    Fact.BY_HAND_WHO: ("overrides.clerk", "overrides.second", "overrides.needs_second"),
    Fact.BY_HAND_WHEN: ("overrides.made", "overrides.undone", "overrides.settled", "overrides.corrected"),
    Fact.HISTORY: ("journal.sealed", "journal.hashes", "subjects.key"),
}
"""Each fact's columns."""

TIES = frozenset(
    {
        "parcels.id",
        "pickups.id",
        "codes.pickup",
        "pickup_parcels.pickup",
        "pickup_parcels.parcel",
        "visits.id",
        "visit_pickups.visit",
        "visit_pickups.pickup",
        "overrides.id",
        "overrides.parcel",
        "notices.parcel",
        "notices.pickup",
        "departures.parcel",
        "arriving.row",
        "arriving.import",
        "arriving.line",
        "journal.seq",
        "journal.subject",
        "journal.act",
        "journal.part",
        "subjects.first",
        "subjects.name",
    }
)
"""Numbers that join rows."""

OF_THE_KIOSK = frozenset({"attempts", "clerks", "clocks", "columns", "imports", "ledger", "witnesses"})
"""Tables that say nothing about any parcel."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that the store has of one parcel, but for what nobody may read back: its number, its codes."""

    parcel: Parcel
    came: datetime
    seen: datetime | None
    moved: datetime | None
    number_for_carrier: bool
    """It left, and its carrier is to be told yet: the number stays in plain until then, two days at most."""
    code_made: datetime | None
    code_revoked: datetime | None
    code_for_text: bool
    """In plain until its text to the customer is sent."""
    shown: datetime | None
    """When its code was last shown."""
    station: str | None
    by_hand: datetime | None
    """When the desk last released it."""

    @property
    def can_go(self) -> bool:
        """Whether there is anything that a handover's proof does not need."""
        one = self.parcel
        optional = (one.carrier, one.held, one.last_day, self.seen, self.moved)
        return one.state is ParcelState.HANDED_OVER and any(value is not None for value in optional)


class KnownParcels:
    """What one store knows about its parcels."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def about(self, parcel: Parcel) -> Known:
        """Everything about a parcel. Raises `StoreFault` where it is erased."""
        row = self._database.row(ABOUT, (parcel.id,))
        if row is None:
            raise StoreFault("The store has no such parcel here. Look it up again.")
        came, seen, moved, departs, made, revoked, text, shown, station, by_hand = row
        return Known(
            parcel,
            from_micros(came),
            from_micros_or_none(seen),
            from_micros_or_none(moved),
            bool(departs),
            from_micros_or_none(made),
            from_micros_or_none(revoked),
            bool(text),
            from_micros_or_none(shown),
            station,
            from_micros_or_none(by_hand),
        )

    def let_go(self, parcel_id: int) -> None:
        """Forget of a parcel that was handed over what its proof does not need.

        The proof stays: digests, sealed entries, visits, and the place, by which the desk finds who was sent to a missing parcel's shelf.
        """
        self._database.run(
            "UPDATE parcels SET carrier = NULL, held = NULL, last_day = NULL, seen = NULL, moved = NULL"
            " WHERE id = ? AND state = 'handed_over'",
            (parcel_id,),
        )


ABOUT = """
    SELECT created, seen, moved, EXISTS (SELECT 1 FROM departures WHERE parcel = ?1), pickup.made, pickup.revoked,
        EXISTS (SELECT 1 FROM notices WHERE parcel = ?1), visit.shown, visit.station,
        (SELECT max(made) FROM overrides WHERE parcel = ?1 AND undone IS NULL)
    FROM parcels
    LEFT JOIN pickups pickup ON pickup.id = (SELECT max(pickup) FROM pickup_parcels WHERE parcel = ?1)
    LEFT JOIN visits visit ON visit.id = (
        SELECT max(visit) FROM visit_pickups WHERE pickup IN (SELECT pickup FROM pickup_parcels WHERE parcel = ?1))
    WHERE parcels.id = ?1"""
