"""Searches of the desk: by the end of a waybill, by place, by hint. Each runs along an index of `schema.parcels_searched`.

Only what is still here has a waybill in plain; one that left is found by its whole waybill alone (`Parcels.by_waybill`).
"""

from kiosk.parcel import Parcel
from kiosk.store.database import Database
from kiosk.store.parcels import SELECT, parcel_of

LEAST_ENDING = 3
"""Characters of a waybill's end that the index begins with."""

_LAST_THREE = "WHERE waybill IS NOT NULL AND substr(waybill, -3) = ?1 LIMIT ?2"
_LAST_FOUR = (
    "WHERE waybill IS NOT NULL AND substr(waybill, -3) = substr(?1, -3) AND substr(waybill, -4, 1) = substr(?1, -4, 1)"
    " AND substr(waybill, -length(?1)) = ?1 LIMIT ?2"
)
_ONE_TO_COME = (
    "WHERE waybill IS NOT NULL AND substr(waybill, -3) >= ?1 AND substr(waybill, -3) < ?2 AND substr(waybill, -4, 1) = ?3"
    " LIMIT ?4"
)
_AT_PLACE = (
    "WHERE waybill IS NOT NULL AND place >= ?1 AND place < ?2 AND state <> 'returned' AND state <> 'expected'"
    " ORDER BY place LIMIT ?3"
)
_WITH_HINT = "WHERE hint >= ?1 AND hint < ?2 ORDER BY hint LIMIT ?3"


class Searches:
    """The searches of one store; each gives at most `most` parcels."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ending_in(self, last: str, most: int) -> list[Parcel]:
        """Those whose waybill ends in `last`, at least three characters; fewer find none."""
        if len(last) < LEAST_ENDING:
            return []
        return self._parcels(_LAST_THREE if len(last) == LEAST_ENDING else _LAST_FOUR, last, most)

    def ending_but_one(self, three: str, most: int) -> list[Parcel]:
        """Those whose last four characters begin with `three`: the fourth is being typed yet."""
        return self._parcels(_ONE_TO_COME, three[1:], _past(three[1:]), three[0], most)

    def at_place(self, beginning: str, most: int) -> list[Parcel]:
        """Those that lie at places beginning so, in the order of the places: `B-1`, then `B-1-004`, then `B-12`."""
        return self._parcels(_AT_PLACE, beginning, _past(beginning), most)

    def with_hint(self, beginning: str, most: int) -> list[Parcel]:
        """Those whose hint begins so."""
        return self._parcels(_WITH_HINT, beginning, _past(beginning), most)

    def _parcels(self, where: str, *values: str | int) -> list[Parcel]:
        return [parcel_of(row) for row in self._database.rows(SELECT + where, values)]


def _past(beginning: str) -> str:
    """The first text after all that begin so."""
    return beginning + "\U0010ffff"
