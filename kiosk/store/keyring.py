"""The key ring: four random keys, sealed under one device key.

The ring file is JSON. Each key is sealed by itself with AES-256-GCM (NIST SP 800-38D); the additional data name the ring's
format version, the ring and the key, so that no key can take another's seat. Rotation later rewraps this file.
"""

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.errors import StoreDamaged, StoreFault, WrongKey
from kiosk.store.files import read_private, write_new

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
MOST_RING_BYTES = 16_384
VERSION = 1
NAMES = ("store", "digest", "pin_pepper", "signing")


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A device key in a file of its own, mode 0600: for the demo, tests and depots without a better place."""

    path: Path

    def make(self) -> bytes:
        """A new device key, or the one that an interrupted `make` left behind (it sealed nothing yet)."""
        with suppress(FileExistsError):
            write_new(self.path, secrets.token_bytes(KEY_BYTES))
        return self.load()

    def load(self) -> bytes:
        """The device key; raises `StoreFault` where it is missing, open to others, or of the wrong length."""
        key = read_private(self.path, KEY_BYTES)
        if len(key) != KEY_BYTES:
            raise StoreFault(f"{self.path} is no device key. Put it back from a backup.")
        return key


DEVICE_KEYS: dict[str, Callable[[Path], KeyFile]] = {"file": lambda folder: KeyFile(folder / "device.key")}
"""Where a device key can live; the ring names its own. A systemd credential and a passphrase take their seats here."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The four keys of one kiosk, each 32 bytes. They never show in a `repr`."""

    store_key: bytes = field(repr=False)
    digest_key: bytes = field(repr=False)
    pin_pepper: bytes = field(repr=False)
    signing_key: bytes = field(repr=False)

    @classmethod
    def create(cls, home: Path, device: str = "file") -> "KeyRing":
        """Make, seal and write a new ring; raises `StoreFault` where the home has one."""
        path = ring_path(home)
        if path.exists():
            raise StoreFault(f"{home} has a key ring already. Choose another home, or open this one.")
        device_key = DEVICE_KEYS[device](path.parent).make()
        keys = {name: secrets.token_bytes(KEY_BYTES) for name in NAMES}
        try:
            write_new(path, _seal(keys, device, device_key))
        except FileExistsError:
            raise StoreFault(f"{home} has a key ring already. Choose another home, or open this one.") from None
        return cls(*(keys[name] for name in NAMES))

    @classmethod
    def open(cls, home: Path) -> "KeyRing":
        """The ring of a home; raises `StoreFault`, `StoreDamaged` (no ring at all), `WrongKey` (not this device's)."""
        path = ring_path(home)
        sealed = _parse(read_private(path, MOST_RING_BYTES), path)
        seat = DEVICE_KEYS.get(sealed.device)
        if seat is None:
            raise StoreFault(
                f"{path} names a home of the device key that this version does not know. Update the kiosk."
            )
        return cls(*sealed.open(seat(path.parent).load()))

    def digest(self, kind: str, text: str) -> bytes:
        """HMAC-SHA256 (RFC 2104) of `text`, 32 bytes; a different `kind` gives an unrelated digest of the same text."""
        return hmac.digest(self.digest_key, b"kiosk digest 1\0" + kind.encode() + b"\0" + text.encode(), hashlib.sha256)


def ring_path(home: Path) -> Path:
    """Where the ring of a home lies."""
    return home / "keys" / "ring"


@dataclass(frozen=True, slots=True)
class _Sealed:
    ring: str
    device: str
    seals: dict[str, bytes]

    def open(self, device_key: bytes) -> list[bytes]:
        box = AESGCM(device_key)
        try:
            return [
                box.decrypt(self.seals[name][:NONCE_BYTES], self.seals[name][NONCE_BYTES:], _about(self.ring, name))
                for name in NAMES
            ]
        except InvalidTag:
            raise WrongKey(
                "The device key does not open the key ring: it belongs to another kiosk, or the ring is damaged. "
                "Put back the pair from one backup, or use the recovery sheet."
            ) from None


def _seal(keys: dict[str, bytes], device: str, device_key: bytes) -> bytes:
    ring, box = secrets.token_hex(8), AESGCM(device_key)
    seals = {}
    for name, key in keys.items():
        nonce = secrets.token_bytes(NONCE_BYTES)
        seals[name] = base64.b64encode(nonce + box.encrypt(nonce, key, _about(ring, name))).decode()
    return json.dumps({"version": VERSION, "ring": ring, "device": device, "keys": seals}, indent=1).encode()


def _parse(content: bytes, path: Path) -> _Sealed:
    damaged = StoreDamaged(f"{path} is no key ring any more. Put it back from a backup, or use the recovery sheet.")
    try:
        envelope = json.loads(content)
        version, ring, device, seals = (envelope[key] for key in ("version", "ring", "device", "keys"))
        opened = {name: base64.b64decode(seals[name], validate=True) for name in NAMES}
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        raise damaged from None
    if version != VERSION:
        raise StoreFault(f"{path} was written by another version of the kiosk. Update the kiosk.")
    if (
        not isinstance(ring, str)
        or not isinstance(device, str)
        or min(map(len, opened.values())) < NONCE_BYTES + TAG_BYTES
    ):
        raise damaged
    return _Sealed(ring, device, opened)


def _about(ring: str, name: str) -> bytes:
    """What a seal vouches for besides its key."""
    return f"kiosk key ring {VERSION}\0{ring}\0{name}".encode()
