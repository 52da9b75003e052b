"""What the store keeps about a parcel, as a customer would count it: each column of the schema is one of these facts, or of none.

A column that is a fact in another form (a digest, a copy for the carrier) is the same fact. Ties are numbers that only join rows, and
tables of the kiosk's own say nothing about any parcel. A test walks the schema: a column that stands in none of the three is red.
"""

from enum import StrEnum


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
    Fact.STATE: ("parcels.state", "departures.result", "overrides.state_before", "arriving.state"),
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
