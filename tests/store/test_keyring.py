"""The key ring: four keys under one device key."""

import json
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.errors import StoreFault, WrongKey
from kiosk.store.device_key import KEY_BYTES, KeyFile
from kiosk.store.keyring import NAMES, KeyRing, ring_path

KEYS = ("store_key", "digest_key", "pin_pepper", "signing_key")


def test_a_ring_opens_to_the_keys_it_was_made_with(home: Path) -> None:
    made = KeyRing.create(home)
    assert KeyRing.open(home) == made
    keys = [getattr(made, name) for name in KEYS]
    assert {len(key) for key in keys} == {KEY_BYTES}
    assert len(set(keys)) == len(NAMES)


def test_keys_never_show(home: Path) -> None:
    ring = KeyRing.create(home)
    shown = repr(ring) + str(ring) + f"{ring!r}"
    stored = b"".join(path.read_bytes() for path in (home / "keys").iterdir())
    for name in KEYS:
        key = getattr(ring, name)
        assert key.hex() not in shown
        assert repr(key) not in shown
        assert key not in stored
        assert key.hex().encode() not in stored


def test_files_are_for_their_owner_alone(home: Path) -> None:
    KeyRing.create(home)
    for path in (home / "keys").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE((home / "keys").stat().st_mode) == 0o700
    assert {path.name for path in (home / "keys").iterdir()} == {"ring", "device.key"}


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o644])
def test_a_device_key_that_others_can_reach_is_refused(home: Path, mode: int) -> None:
    KeyRing.create(home)
    (home / "keys" / "device.key").chmod(mode)
    with pytest.raises(StoreFault, match="chmod 600"):
        KeyRing.open(home)


def test_a_device_key_behind_a_link_is_refused(home: Path, tmp_path: Path) -> None:
    KeyRing.create(home)
    key = home / "keys" / "device.key"
    key.symlink_to(key.rename(tmp_path / "elsewhere"))
    with pytest.raises(StoreFault, match="cannot be read"):
        KeyRing.open(home)


@pytest.mark.parametrize("name", ["ring", "device.key"])
def test_a_missing_file_is_a_sentence(home: Path, name: str) -> None:
    KeyRing.create(home)
    (home / "keys" / name).unlink()
    with pytest.raises(StoreFault, match="missing"):
        KeyRing.open(home)


def test_another_kiosks_device_key_does_not_open(home: Path, tmp_path: Path) -> None:
    KeyRing.create(home)
    KeyRing.create(tmp_path / "other")
    (home / "keys" / "device.key").write_bytes((tmp_path / "other" / "keys" / "device.key").read_bytes())
    with pytest.raises(WrongKey, match="another kiosk"):
        KeyRing.open(home)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_device_key_of_another_length_is_refused(home: Path, length: int) -> None:
    KeyRing.create(home)
    (home / "keys" / "device.key").write_bytes(bytes(length))
    with pytest.raises(StoreFault):
        KeyRing.open(home)


def test_no_key_can_take_anothers_seat(home: Path) -> None:
    KeyRing.create(home)
    envelope = json.loads(ring_path(home).read_bytes())
    keys = envelope["keys"]
    keys["store"], keys["digest"] = keys["digest"], keys["store"]
    ring_path(home).write_text(json.dumps(envelope))
    with pytest.raises(WrongKey):
        KeyRing.open(home)


def test_any_changed_byte_of_the_ring_is_found(home: Path) -> None:
    made = KeyRing.create(home)
    path, whole = ring_path(home), ring_path(home).read_bytes()
    for at in range(len(whole)):
        for bit in (0x01, 0x20):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
            with suppress(StoreFault):
                assert KeyRing.open(home) == made, "only white space of the envelope may change unseen"


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"null", b"{}", b"\xff\xfe", b"[" * 9000, b"x" * 20_000, b'{"version":1}']
)
def test_a_ring_of_any_bytes_is_a_sentence(home: Path, content: bytes) -> None:
    KeyRing.create(home)
    ring_path(home).write_bytes(content)
    with pytest.raises(StoreFault):
        KeyRing.open(home)


def test_a_ring_is_never_overwritten(home: Path) -> None:
    made = KeyRing.create(home)
    with pytest.raises(StoreFault, match="already"):
        KeyRing.create(home)
    assert KeyRing.open(home) == made


def test_making_again_after_a_power_cut_goes_on(home: Path) -> None:
    left = KeyFile(home / "keys" / "device.key").make()
    ring = KeyRing.create(home)
    assert KeyFile(home / "keys" / "device.key").load() == left
    assert KeyRing.open(home) == ring


def test_digests_tell_kinds_and_kiosks_apart(home: Path, tmp_path: Path) -> None:
    ring, other = KeyRing.create(home), KeyRing.create(tmp_path / "other")
    assert ring.digest("token", "ABC") == KeyRing.open(home).digest("token", "ABC")
    assert len(ring.digest("token", "ABC")) == 32
    texts = [("token", "ABC"), ("typed", "ABC"), ("token", "ABD"), ("tokenA", "BC"), ("token", "A\0BC")]
    assert len({ring.digest(*text) for text in texts}) == len(texts)
    assert ring.digest("token", "ABC") != other.digest("token", "ABC")
