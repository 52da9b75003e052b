"""Rotation: every key but those of digests, PINs and signatures is another; what is cut off half-way opens, and so do both sheets."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.codes.recovery import Secret
from kiosk.errors import StoreFault, WrongKey
from kiosk.parcel import CodeKind, Parcel
from kiosk.store import Store, opened
from kiosk.store.database import Database
from kiosk.store.device_key import AskPassphrase, DeviceHome
from kiosk.store.keyring import KeyRing, load, opened_by_sheet, ring_path
from kiosk.store.lock import serving
from kiosk.store.rotation import new_sheet, rotate

Take = Callable[..., Parcel]
LASTING = ("digest_key", "pin_pepper", "signing_key")


@pytest.fixture
def sheet() -> Secret:
    return new_sheet()


@pytest.fixture
def kept(home: Path, sheet: Secret) -> Path:
    """A home with a parcel and a recovery sheet."""
    Store.create(home, sheet=sheet).close()
    with opened(home) as store:
        store.attempts.load("1")
    return home


def opens(home: Path, sheet: Secret) -> bool:
    try:
        return bool(opened_by_sheet(load(home), sheet))
    except WrongKey:
        return False


def nothing(_: object) -> None:
    """Neither shown nor recorded."""


def test_a_rotation_changes_what_it_should_and_voids_the_old_sheet(kept: Path, sheet: Secret) -> None:
    before, device, sheets = KeyRing.open(kept), (kept / "keys" / "device.key").read_bytes(), list[Secret]()
    rotate(kept, give=sheets.append, record=nothing)
    after = KeyRing.open(kept)
    assert after.store_key != before.store_key
    assert all(getattr(after, name) == getattr(before, name) for name in LASTING)
    assert after.next_store_key is None
    assert (kept / "keys" / "device.key").read_bytes() != device
    assert opens(kept, sheets[0])
    assert not opens(kept, sheet)
    with pytest.raises(WrongKey):
        Database(kept / "store.db", before.store_key)
    Store.open(kept).close()


def test_codes_stay_good_and_no_page_opens_to_the_old_key(store: Store, home: Path, take: Take) -> None:
    for number in range(30):
        take(number)
    store.close()
    rotate(home, give=nothing, record=nothing)
    with opened(home) as after:
        assert all(after.pickups.find(CodeKind.TYPED, f"{number:010d}") for number in range(30))
        assert after.journal.verify().ok
        assert after._database.rows("PRAGMA cipher_integrity_check") == []


@pytest.mark.parametrize("step", ["give", "record"])
def test_a_rotation_that_is_cut_off_leaves_a_store_that_opens_to_both_sheets(
    kept: Path, sheet: Secret, step: str
) -> None:
    shown = list[Secret]()

    def cut(_: object) -> None:
        raise KeyboardInterrupt

    steps: dict[str, Callable[..., None]] = {"give": shown.append, "record": nothing} | {step: cut}
    with pytest.raises(KeyboardInterrupt):
        rotate(kept, give=steps["give"], record=steps["record"])
    Store.open(kept).close()
    assert opens(kept, sheet)
    assert all(opens(kept, one) for one in shown)
    later = list[Secret]()
    rotate(kept, give=later.append, record=nothing)
    Store.open(kept).close()
    assert [opens(kept, one) for one in (sheet, *shown, *later)] == [False] * (1 + len(shown)) + [True]


def test_a_serving_kiosk_and_an_open_store_are_left_alone(kept: Path, sheet: Secret) -> None:
    with serving(kept), pytest.raises(StoreFault, match="serving"):
        rotate(kept, give=nothing, record=nothing)
    shown = list[Secret]()
    with opened(kept) as beside:
        beside._database.run("PRAGMA busy_timeout = 0")
        with pytest.raises(StoreFault, match="Close other kiosk commands"):
            rotate(kept, give=shown.append, record=nothing)
        beside.check()
    assert opens(kept, sheet)
    assert opens(kept, shown[0])
    rotate(kept, give=nothing, record=nothing)


def test_recovery_gives_another_device_key_to_the_same_ring(kept: Path, sheet: Secret) -> None:
    before = KeyRing.open(kept)
    for lost in ("deleted", "another"):
        key = kept / "keys" / "device.key"
        key.unlink() if lost == "deleted" else key.write_bytes(bytes(32))
        with pytest.raises(StoreFault):
            KeyRing.open(kept)
        with pytest.raises(WrongKey, match="another kiosk, or was made void"):
            KeyRing.recover(kept, new_sheet())
        assert KeyRing.recover(kept, sheet) == before
        assert KeyRing.open(kept) == before
        assert opens(kept, sheet)


def asked(*answers: str) -> AskPassphrase:
    left = iter(answers)
    return lambda: next(left)


def test_a_passphrase_opens_the_ring_and_leaves_nothing_beside_it(home: Path) -> None:
    Store.create(home, device=DeviceHome.PASSPHRASE, ask=asked("correct horse battery")).close()
    assert {path.name for path in (home / "keys").iterdir()} == {"ring"}
    Store.open(home, asked("correct horse battery")).close()
    with pytest.raises(WrongKey):
        Store.open(home, asked("correct horse batterie"))
    with pytest.raises(StoreFault, match="nobody is here"):
        Store.open(home)
    with pytest.raises(StoreFault, match="at least 12"):
        KeyRing.create(home / "other", DeviceHome.PASSPHRASE, ask=asked("short"))
    assert not ring_path(home / "other").exists()


def test_the_device_key_moves_from_home_to_home(kept: Path) -> None:
    rotate(kept, give=nothing, record=nothing, device=DeviceHome.PASSPHRASE, ask_new=asked("the first passphrase"))
    assert not (kept / "keys" / "device.key").exists()
    old, new = asked("the first passphrase"), asked("the second passphrase")
    rotate(kept, give=nothing, record=nothing, ask=old, ask_new=new)
    with pytest.raises(WrongKey):
        Store.open(kept, asked("the first passphrase"))
    rotate(kept, give=nothing, record=nothing, device=DeviceHome.FILE, ask=asked("the second passphrase"))
    Store.open(kept).close()


def test_a_credential_of_the_service_manager(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    credentials = tmp_path / "credentials"
    credentials.mkdir(mode=0o700)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))
    credential = credentials / "kiosk-device-key"
    credential.touch(mode=0o640)  # an access list for the service looks like this
    with pytest.raises(StoreFault, match="is no device key"):
        Store.create(home)
    credential.write_bytes(bytes(range(32)))
    Store.create(home).close()
    assert {path.name for path in (home / "keys").iterdir()} == {"ring"}, "where there is a credential, it is taken"
    Store.open(home).close()
    stolen = shutil.copytree(home, tmp_path / "stolen")
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    with pytest.raises(StoreFault, match="systemd credential"):
        Store.open(stolen)
