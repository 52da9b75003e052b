"""Pickups: which code opens which parcels. Codes are kept as keyed digests only, so a thief of the store cannot use them."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from kiosk.errors import CodeFault, StoreFault
from kiosk.parcel import CodeKind, Parcel, Pickup
from kiosk.store.database import Database, Row
from kiosk.store.keyring import KeyRing
from kiosk.store.moments import from_micros_or_none, to_micros
from kiosk.store.parcels import SELECT, parcel_of

OF_PICKUPS = """
    WHERE id IN (SELECT parcel FROM pickup_parcels WHERE pickup IN (SELECT value FROM json_each(?))) ORDER BY id"""
FIND = """
    SELECT pickups.id, revoked, parcels.id, state, waybill, place, carrier, leaves, held, last_day, hint, since
    FROM codes JOIN pickups ON pickups.id = codes.pickup LEFT JOIN pickup_parcels ON pickup_parcels.pickup = pickups.id
        LEFT JOIN parcels ON parcels.id = pickup_parcels.parcel
    WHERE digest = ? AND kind = ? ORDER BY pickup_parcels.parcel"""
OF_PICKUP = "JOIN pickup_parcels ON pickup_parcels.parcel = parcels.id WHERE pickup_parcels.pickup = ? ORDER BY id"


class Pickups:
    """The pickups of one store. One that is used up or revoked is still found, so that its code can say when."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._database = database
        self._keys = keys

    def make(self, parcel_ids: Iterable[int], *, codes: Mapping[CodeKind, str], at: datetime) -> int:
        """A new pickup for these parcels, opened by each of `codes` (canonical text); returns its id.

        Inside a transaction only. Raises `CodeFault` where a code opens another pickup that is not over: draw again. Carriers
        use their short codes again; such a code leaves a pickup that is over and opens the new one from now on.
        """
        self._database.needs_transaction()
        pickup = self._database.insert("INSERT INTO pickups (made) VALUES (?)", (to_micros(at),))
        self.join(pickup, parcel_ids)
        for kind, text in codes.items():
            self._give(pickup, kind, self._keys.digest(kind, text))
        return pickup

    def join(self, pickup_id: int, parcel_ids: Iterable[int]) -> None:
        """These parcels too are opened by the pickup's codes from now on."""
        self._database.needs_transaction()
        for parcel in parcel_ids:
            sql = "INSERT INTO pickup_parcels (pickup, parcel) VALUES (?, ?) ON CONFLICT DO NOTHING"
            self._database.run(sql, (pickup_id, parcel))

    def find(self, kind: CodeKind, text: str) -> Pickup | None:
        """What a code (canonical text) opens; None for one that was never ours or is forgotten."""
        rows = self._database.rows(FIND, (self._keys.digest(kind, text), kind.value))
        if not rows:
            return None
        id_, revoked, *_ = rows[0]
        parcels = tuple(parcel_of(row[2:]) for row in rows if row[2] is not None)
        return Pickup(id=id_, parcels=parcels, revoked_at=from_micros_or_none(revoked))

    def get(self, id_: int) -> Pickup:
        """The pickup; raises `StoreFault` where there is none."""
        row = self._database.row("SELECT id, revoked FROM pickups WHERE id = ?", (id_,))
        if row is None:
            raise StoreFault(MISSING)
        return self._pickup(row)

    def for_parcel(self, parcel_id: int) -> list[Pickup]:
        """Every pickup that opens or opened this parcel, oldest first."""
        rows = self._database.rows(
            "SELECT pickups.id, pickups.revoked FROM pickups JOIN pickup_parcels ON pickup_parcels.pickup = pickups.id"
            " WHERE pickup_parcels.parcel = ? ORDER BY pickups.id",
            (parcel_id,),
        )
        return [self._pickup(row) for row in rows]

    def parcels(self, pickup_ids: Iterable[int]) -> list[Parcel]:
        """What these pickups open, each parcel once, oldest first."""
        ids = list(pickup_ids)
        where, values = (OF_PICKUP, ids) if len(ids) == 1 else (OF_PICKUPS, [json.dumps(ids)])
        return [parcel_of(row) for row in self._database.rows(SELECT + where, values)]

    def revoke(self, pickup_id: int, at: datetime) -> bool:
        """Its codes open nothing from now on; False when it was revoked before (the first time stays)."""
        changed = self._database.run(
            "UPDATE pickups SET revoked = ? WHERE id = ? AND revoked IS NULL", (to_micros(at), pickup_id)
        )
        if not changed:
            self.get(pickup_id)
        return changed > 0

    def kinds(self, pickup_id: int) -> frozenset[CodeKind]:
        """What kinds of code the pickup has."""
        rows = self._database.rows("SELECT kind FROM codes WHERE pickup = ?", (pickup_id,))
        return frozenset(CodeKind(kind) for (kind,) in rows)

    def count(self) -> int:
        """All pickups, used and revoked ones included."""
        row = self._database.row("SELECT count(*) FROM pickups")
        return int(row[0]) if row else 0

    def _give(self, pickup: int, kind: CodeKind, digest: bytes) -> None:
        changed = self._database.run(
            "INSERT INTO codes (digest, kind, pickup) VALUES (?, ?, ?) ON CONFLICT (digest) DO UPDATE"
            " SET pickup = excluded.pickup WHERE"
            " (SELECT revoked FROM pickups WHERE id = codes.pickup) IS NOT NULL OR NOT EXISTS"
            " (SELECT 1 FROM pickup_parcels JOIN parcels ON parcels.id = pickup_parcels.parcel"
            "  WHERE pickup_parcels.pickup = codes.pickup AND parcels.state NOT IN ('handed_over', 'returned'))",
            (digest, kind, pickup),
        )
        if not changed:
            raise CodeFault("This code opens another pickup already. Make a new code.")

    def _pickup(self, row: Row) -> Pickup:
        id_, revoked = row
        parcels = tuple(parcel_of(one) for one in self._database.rows(SELECT + OF_PICKUP, (id_,)))
        return Pickup(id=id_, parcels=parcels, revoked_at=from_micros_or_none(revoked))


MISSING = "The store has no such pickup. Show the code again."
