"""What an inspector is told of a store, against rows that the test put in."""

from datetime import UTC, datetime, timedelta

from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.parcel import ParcelState
from kiosk.store import Store
from kiosk.store.plain import PLAIN_HEADER

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def add(store: Store, number: int, state: ParcelState, age: timedelta) -> None:
    label = Waybill(f"KEPT{number:06}", WaybillKind.GENERAL)
    with store.transaction():
        store.parcels.add(label, place="B-12", state=state, at=NOW - age)


def test_parcels_by_age_fall_into_the_band_that_ends_last_before_them(store: Store) -> None:
    ages = [0.5, 1, 1.5, 7, 29, 30, 364, 365, 500]
    for number, days in enumerate(ages):
        add(store, number, ParcelState.WAITING, timedelta(days=days))
    add(store, 99, ParcelState.MISSING, timedelta(days=2))
    found = store.kept.by_age(NOW)
    assert list(found) == [ParcelState.WAITING, ParcelState.MISSING]
    assert found[ParcelState.WAITING].counts == (1, 2, 2, 2, 2)
    assert found[ParcelState.WAITING].oldest == NOW - timedelta(days=500)
    assert (found[ParcelState.MISSING].counts, found[ParcelState.MISSING].total) == ((0, 1, 0, 0, 0), 1)


def test_tables_are_those_of_the_schema_and_nothing_in_them_is_as_long_as_a_picture(store: Store) -> None:
    add(store, 1, ParcelState.WAITING, timedelta())
    tables = {one.name: one for one in store.kept.tables()}
    assert {"parcels", "codes", "journal", "subjects", "clerks", "witnesses"} <= set(tables)
    assert not any(name.startswith(("sqlite", "_sqlite")) for name in tables)
    assert (tables["parcels"].rows, tables["codes"].rows, tables["codes"].longest) == (1, 0, 0)
    assert tables["parcels"].columns[:3] == ("id", "waybill", "waybill_digest")
    assert tables["parcels"].longest == 32, "the digest"


def test_encryption_is_measured_on_the_file(store: Store) -> None:
    measured = store.kept.encryption()
    assert measured.encrypted
    assert measured.first_bytes == (store.home / "store.db").read_bytes()[:16] != PLAIN_HEADER
    assert measured.settings["secure_delete"] == "1"
    assert measured.settings["cipher_hmac_algorithm"] == "HMAC_SHA512"
    assert all(measured.settings.values())
