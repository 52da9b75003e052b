"""Overrides: parcels released by a clerk without a valid code. The free words are here and not in the ledger, which forgets nothing."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.errors import StoreFault
from kiosk.parcel import ParcelState
from kiosk.store.database import Database, Row
from kiosk.store.moments import from_micros, from_micros_or_none, to_micros

SELECT = """
    SELECT id, parcel, clerk, reason, words, checked, made, state_before, since_before, needs_second, second,
        undone, settled, corrected FROM overrides """
MISSING = "The store has no such override. Look it up again."


@dataclass(frozen=True, slots=True)
class Override:
    """One release by hand. Moments in UTC."""

    id: int
    parcel: int
    clerk: int
    reason: str
    words: str = field(repr=False)
    checked: bool
    """The clerk says: ID seen, name matches the label. The ID itself is never recorded."""
    made_at: datetime
    state_before: ParcelState
    since_before: datetime
    needs_second: bool
    second: int | None
    """The supervisor who signed for it, too."""
    undone_at: datetime | None
    settled_at: datetime | None
    """When the time to undo it was over."""
    corrected_at: datetime | None

    @property
    def is_owed(self) -> bool:
        """A second signature is outstanding."""
        return self.needs_second and self.second is None and self.undone_at is None

    @property
    def is_pending(self) -> bool:
        """It can still be undone."""
        return self.undone_at is None and self.settled_at is None


class Overrides:
    """The overrides of one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        parcel: int,
        clerk: int,
        *,
        reason: str,
        words: str,
        checked: bool,
        before: tuple[ParcelState, datetime],
        needs_second: bool,
        second: int | None,
        at: datetime,
    ) -> int:
        """A new one, pending; its id. `before`: the parcel's state and since when. Inside a transaction only."""
        self._database.needs_transaction()
        state, since = before
        return self._database.insert(
            "INSERT INTO overrides (parcel, clerk, reason, words, checked, made, state_before, since_before, needs_second, second)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                parcel,
                clerk,
                reason,
                words,
                int(checked),
                to_micros(at),
                state,
                to_micros(since),
                int(needs_second),
                second,
            ),
        )

    def get(self, id_: int) -> Override:
        """The override; raises `StoreFault` where there is none."""
        row = self._database.row(SELECT + "WHERE id = ?", (id_,))
        if row is None:
            raise StoreFault(MISSING)
        return _override(row)

    def pending(self) -> list[Override]:
        """Those that can still be undone, oldest first."""
        return [
            _override(row)
            for row in self._database.rows(SELECT + "WHERE undone IS NULL AND settled IS NULL ORDER BY made, id")
        ]

    def is_pending(self, parcel: int) -> bool:
        """Whether this parcel is being released by hand at this moment."""
        sql = "SELECT 1 FROM overrides WHERE undone IS NULL AND settled IS NULL AND parcel = ?"
        return self._database.row(sql, (parcel,)) is not None

    def latest_of(self, parcel: int) -> Override | None:
        """The last one of a parcel that was not undone."""
        row = self._database.row(SELECT + "WHERE parcel = ? AND undone IS NULL ORDER BY id DESC LIMIT 1", (parcel,))
        return None if row is None else _override(row)

    def owed(self) -> list[Override]:
        """Those with a second signature outstanding, oldest first."""
        where = "WHERE needs_second AND second IS NULL AND undone IS NULL ORDER BY made, id"
        return [_override(row) for row in self._database.rows(SELECT + where)]

    def undo(self, id_: int, at: datetime) -> None:
        """It did not happen."""
        self._change("undone", to_micros(at), id_)

    def settle(self, id_: int, at: datetime) -> None:
        """The time to undo it is over."""
        self._change("settled", to_micros(at), id_)

    def sign(self, id_: int, second: int) -> None:
        """The second signature."""
        self._change("second", second, id_)

    def correct(self, id_: int, at: datetime) -> None:
        """A supervisor took the parcel back."""
        self._change("corrected", to_micros(at), id_)

    def _change(self, column: str, value: int, id_: int) -> None:
        sql = f"UPDATE overrides SET {column} = ? WHERE id = ?"  # noqa: S608  # the callers above name it, nobody else
        if not self._database.run(sql, (value, id_)):
            raise StoreFault(MISSING)


def _override(row: Row) -> Override:
    id_, parcel, clerk, reason, words, checked, made, state, since, needs_second, second, undone, settled, corrected = (
        row
    )
    return Override(
        id=id_,
        parcel=parcel,
        clerk=clerk,
        reason=reason,
        words=words,
        checked=bool(checked),
        made_at=from_micros(made),
        state_before=ParcelState(state),
        since_before=from_micros(since),
        needs_second=bool(needs_second),
        second=second,
        undone_at=from_micros_or_none(undone),
        settled_at=from_micros_or_none(settled),
        corrected_at=from_micros_or_none(corrected),
    )
