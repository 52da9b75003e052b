"""Stores of earlier versions are brought to these tables, and what is in them means the same."""

import secrets
from functools import partial
from pathlib import Path

from kiosk.parcel import ParcelState
from kiosk.store.database import Database
from kiosk.store.keyring import KeyRing
from kiosk.store.parcels import DIGEST_KIND, Parcels
from kiosk.store.schema import migrations

ROW = "INSERT INTO parcels (waybill, waybill_digest, state, since, created, leaves) VALUES (?, ?, ?, 0, 0, 'label')"


def test_parcels_that_left_before_are_still_gone(tmp_path: Path) -> None:
    keys = KeyRing.create(tmp_path)
    database = Database.create(tmp_path / "store.db", secrets.token_bytes(32))
    try:
        database.migrate(partial(migrations.apply, stop_before="fewer_pages_an_act"))
        for waybill, states in {
            "LEFTTWICE1": ("handed_over", "returned"),
            "CAMEAGAIN1": ("returned", "waiting"),
        }.items():
            for state in states:
                plain = None if state == "handed_over" else waybill
                database.run(ROW, (plain, keys.digest(DIGEST_KIND, waybill), state))
        database.migrate(migrations.apply)
        parcels = Parcels(database, keys)
        found = {waybill: parcels.by_waybill(waybill) for waybill in ("LEFTTWICE1", "CAMEAGAIN1")}
        assert {waybill: (one.id, one.state) for waybill, one in found.items() if one} == {
            "LEFTTWICE1": (2, ParcelState.RETURNED),
            "CAMEAGAIN1": (4, ParcelState.WAITING),
        }
        assert parcels.here(["LEFTTWICE1", "CAMEAGAIN1"]) == {"CAMEAGAIN1"}
    finally:
        database.close()
