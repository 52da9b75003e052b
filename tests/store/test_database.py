"""The encrypted file: its settings are in force, its transactions hold, and its errors are sentences."""

import sqlite3
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.errors import StoreDamaged, StoreFault, WrongKey
from kiosk.parcel import Parcel, ParcelState
from kiosk.store import Attempts, KeyRing, Store
from kiosk.store.database import SETTINGS, Database

Take = Callable[..., Parcel]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("secure_delete", "1"),
        ("foreign_keys", "1"),
        ("temp_store", "2"),
        ("busy_timeout", "1800"),
        ("cache_size", "-1000"),
        ("trusted_schema", "0"),
        ("cipher_log_level", "NONE"),
        ("cipher_use_hmac", "1"),
        ("cipher_plaintext_header_size", "0"),
    ],
)
def test_each_setting_is_in_force_also_after_a_reopen(store: Store, name: str, value: str) -> None:
    assert store._database.setting(name) == value
    store.reopen()
    assert store._database.setting(name) == value


def test_the_file_is_encrypted_and_facts_say_so(store: Store, home: Path) -> None:
    facts = store.facts()
    assert facts["encrypted"] is True
    assert str(facts["cipher"]).startswith("SQLCipher 4.")
    assert "AES-256" in str(facts["cipher"])
    plain = sqlite3.connect(home / "store.db")
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        plain.execute("SELECT * FROM sqlite_master")
    plain.close()


def test_facts_are_measured_not_believed(store: Store, home: Path) -> None:
    store.close()
    (home / "store.db").unlink()
    plain = sqlite3.connect(home / "store.db")
    plain.execute("CREATE TABLE parcels (waybill TEXT)")
    plain.close()
    store._database._db = Database.create(home / "other", bytes(32))._db
    assert store.facts()["encrypted"] is False


def test_files_of_the_home_are_for_their_owner_alone(store: Store, home: Path, take: Take) -> None:
    take(1)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    files = [path for path in home.rglob("*") if path.is_file()]
    store_files = {f"store.db{kind}" for kind in ("", "-wal", "-shm", "-acknowledged")}
    assert {path.name for path in files} == store_files | {"ring", "device.key"}
    for path in files:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_a_missing_store_is_a_fault_and_stays_missing(store: Store, home: Path) -> None:
    store.close()
    (home / "store.db").unlink()
    with pytest.raises(StoreFault, match="no store at"):
        Store.open(home)
    assert not (home / "store.db").exists()


def test_a_plain_store_is_refused_and_left_as_it_is(store: Store, home: Path) -> None:
    store.close()
    (home / "store.db").unlink()
    plain = sqlite3.connect(home / "store.db")
    plain.execute("CREATE TABLE parcels (waybill TEXT)")
    plain.close()
    before = (home / "store.db").read_bytes()
    with pytest.raises(StoreDamaged, match="not encrypted"):
        Store.open(home)
    assert (home / "store.db").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b"no store at all"])
def test_a_file_that_is_no_store_is_never_made_one(store: Store, home: Path, content: bytes) -> None:
    store.close()
    (home / "store.db").write_bytes(content)
    with pytest.raises(StoreFault):
        Store.open(home)
    assert b"CREATE TABLE" not in (home / "store.db").read_bytes()


def test_a_wrong_key_is_a_sentence_and_changes_nothing(store: Store, home: Path) -> None:
    store.close()
    before = (home / "store.db").read_bytes()
    with pytest.raises(WrongKey, match="does not open with this key"):
        Database(home / "store.db", bytes(32))
    assert (home / "store.db").read_bytes() == before
    Store.open(home).close()


def test_no_sentence_holds_what_a_row_holds(store: Store, take: Take) -> None:
    take(1)
    secret = "WAYBILL-NOT-TO-BE-SEEN"
    for statement in (
        "INSERT INTO parcels (waybill, waybill_digest, state, since, created, leaves) VALUES (?, x'00', 'waiting', 0, 0, 'label')",
        "UPDATE parcels SET state = ?",
        "INSERT INTO nowhere VALUES (?)",
        "SELECT * FROM parcels WHERE ((?)",
        "UPDATE parcels SET since = ?",
    ):
        with pytest.raises(StoreFault) as caught:
            store._database.run(statement, (secret,))
        assert secret not in str(caught.value)
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__


def test_an_error_in_a_transaction_undoes_all_of_it(store: Store, take: Take, now: datetime) -> None:
    parcel = take(1)

    def fails() -> None:
        with store.transaction():
            store.parcels.change(parcel.id, ParcelState.HANDED_OVER, now)
            raise LookupError

    with pytest.raises(LookupError):
        fails()
    assert store.parcels.get(parcel.id) == parcel
    with store.transaction():
        store.parcels.change(parcel.id, ParcelState.RELEASED, now)
    assert store.parcels.get(parcel.id).state is ParcelState.RELEASED


def test_a_transaction_inside_a_transaction_is_a_mistake(store: Store, take: Take) -> None:
    with pytest.raises(RuntimeError), store.transaction(), store.transaction():
        pass
    take(1)


def test_another_process_sees_nothing_before_the_commit(store: Store, home: Path, take: Take, now: datetime) -> None:
    parcel = take(1)
    beside = Store.open(home)
    with store.transaction():
        store.parcels.change(parcel.id, ParcelState.RELEASED, now)
        assert beside.parcels.get(parcel.id).state is ParcelState.WAITING
        beside._database.run("PRAGMA busy_timeout = 10")
        with pytest.raises(StoreFault, match="Another program holds the store"), beside.transaction():
            pass
    assert beside.parcels.get(parcel.id).state is ParcelState.RELEASED
    beside.close()


def test_a_snapshot_is_of_one_moment(store: Store, home: Path, take: Take) -> None:
    take(1)
    beside = Store.open(home)
    with beside._database.snapshot():
        assert beside.parcels.count() == 1
        take(2)
        assert beside.parcels.count() == 1
    assert beside.parcels.count() == 2
    beside.close()


def test_a_read_back_waits_for_what_it_shows_to_be_in_the_file(
    store: Store, home: Path, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SETTINGS, "busy_timeout", "10")
    take(1)
    beside = Store.open(home)
    with beside._database.snapshot():
        assert beside.parcels.count() == 1
        take(2)
        with pytest.raises(StoreFault, match="Another program holds the store"):
            store.reopen()
    store.reopen()
    assert store.parcels.count() == 2
    beside.close()


def test_a_full_disk_is_a_sentence_and_loses_nothing(store: Store, take: Take, now: datetime) -> None:
    parcel = take(1)
    pages = int(store._database.setting("page_count"))
    store._database.rows(f"PRAGMA max_page_count = {pages}")

    def too_much() -> None:
        with store.transaction():
            store.parcels.change(parcel.id, ParcelState.HANDED_OVER, now)
            for number in range(1_000):
                store.attempts.save(f"{number:0200d}", Attempts(1, now.date(), 0.0, "", 0.0))

    with pytest.raises(StoreFault, match="disk is full"):
        too_much()
    assert store.parcels.get(parcel.id) == parcel
    store.reopen()
    assert store.parcels.get(parcel.id) == parcel
    assert store.journal.verify().ok
    take(2)


def test_what_comes_after_a_transaction_gave_itself_up_does_not_commit_alone(
    store: Store, take: Take, now: datetime
) -> None:
    parcel = take(1)

    def goes_on() -> None:
        with store.transaction():
            store._database._db.conn.execute("ROLLBACK")  # as SQLite itself does when the disk is full
            store.parcels.change(parcel.id, ParcelState.HANDED_OVER, now)

    with pytest.raises(StoreFault, match="given up"):
        goes_on()
    assert store.parcels.get(parcel.id) == parcel


@pytest.mark.parametrize("name", ["store.db", "store.db-wal"])
def test_a_folder_in_the_place_of_a_file_is_a_sentence(store: Store, home: Path, name: str) -> None:
    store.close()
    (home / name).unlink(missing_ok=True)
    (home / name).mkdir()
    with pytest.raises(StoreFault):
        Store.open(home)


def test_a_store_is_made_once(store: Store, home: Path) -> None:
    with pytest.raises(StoreFault, match="already"):
        Store.create(home)


def test_a_half_made_store_is_no_store_and_can_be_made_again(home: Path) -> None:
    ring = KeyRing.create(home)
    Database.create(home / "store.db.new", bytes(32)).close()
    with pytest.raises(StoreFault, match="no store"):
        Store.open(home)
    made = Store.create(home)
    assert made.keys == ring
    assert {path.name for path in home.iterdir()} == {"keys", "store.db", "store.db-wal", "store.db-shm"}
    made.close()


def test_what_is_erased_leaves_no_bytes_even_for_the_key(store: Store, take: Take, now: datetime) -> None:
    parcel = take(1, hint="7531")
    store.parcels.change(parcel.id, ParcelState.HANDED_OVER, now)
    found = [value for (value,) in store._database.rows("SELECT DISTINCT waybill FROM parcels")]
    assert found == [None]
    assert store._database.setting("secure_delete") == "1"
