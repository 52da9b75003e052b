"""The sealed envelope of the key ring: keys under one wrapping key, and the wrapping key under each of its openers.

JSON. Each seal is AES-256-GCM (NIST SP 800-38D), the nonce first. The additional data of an opener's seal name the ring and the opener;
those of a key's seal name the ring, the key and all openers, so that no key can take another's seat and no opener can be changed,
added or taken away unseen.
"""

import base64
import binascii
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.errors import StoreDamaged, StoreFault, WrongKey

VERSION = 2
KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
MOST_BYTES = 16_384


@dataclass(frozen=True, slots=True)
class Opener:
    """One way to the wrapping key: `by` names it, `salt` is a passphrase's own (else empty), `seal` holds the wrapping key."""

    by: str
    salt: bytes
    seal: bytes

    @classmethod
    def make(cls, ring: str, by: str, key: bytes, wrapping: bytes, salt: bytes = b"") -> "Opener":
        """`key`, 32 bytes, opens the ring from now on."""
        return cls(by, salt, _sealed(key, wrapping, _about_opener(ring, by)))

    def open(self, ring: str, key: bytes) -> bytes:
        """The wrapping key; raises `WrongKey`."""
        return _opened(key, self.seal, _about_opener(ring, self.by))


@dataclass(frozen=True, slots=True)
class Envelope:
    """A ring as it lies on disk."""

    ring: str
    """16 hexadecimal digits, new with each wrapping key."""
    openers: tuple[Opener, ...]
    seals: Mapping[str, bytes] = field(repr=False)

    @classmethod
    def seal(cls, ring: str, openers: tuple[Opener, ...], wrapping: bytes, keys: Mapping[str, bytes]) -> "Envelope":
        """These keys, to be opened by any of the openers of the wrapping key."""
        seals = {name: _sealed(wrapping, key, _about_key(ring, name, openers)) for name, key in keys.items()}
        return cls(ring, openers, seals)

    def open(self, wrapping: bytes) -> dict[str, bytes]:
        """Every key by its name, 20 to 64 bytes each; raises `WrongKey`."""
        return {
            name: _opened(wrapping, sealed, _about_key(self.ring, name, self.openers))
            for name, sealed in self.seals.items()
        }

    def to_bytes(self) -> bytes:
        """The file."""
        openers = [{"by": one.by, "salt": _text(one.salt), "seal": _text(one.seal)} for one in self.openers]
        keys = {name: _text(seal) for name, seal in self.seals.items()}
        return json.dumps({"version": VERSION, "ring": self.ring, "openers": openers, "keys": keys}, indent=1).encode()

    @classmethod
    def from_bytes(cls, content: bytes, path: Path) -> "Envelope":
        """What `to_bytes` wrote; raises `StoreDamaged`, or `StoreFault` for another version's. `path` is for the sentence."""
        try:
            table = json.loads(content)
            version, ring = table["version"], str(table["ring"])
            if version == VERSION:
                openers = tuple(
                    Opener(str(one["by"]), *map(_bytes, (one["salt"], one["seal"]))) for one in table["openers"]
                )
                seals = {str(name): _bytes(seal) for name, seal in table["keys"].items()}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error):
            raise _damaged(path) from None
        if version != VERSION:
            raise StoreFault(f"{path} was written by another version of the kiosk. Update the kiosk.")
        least = min((len(seal) for seal in (*seals.values(), *(one.seal for one in openers))), default=0)
        if least < NONCE_BYTES + TAG_BYTES:
            raise _damaged(path)
        return cls(ring, openers, seals)


def new_ring() -> str:
    """A name for a ring."""
    return secrets.token_hex(8)


def _damaged(path: Path) -> StoreDamaged:
    return StoreDamaged(f"{path} is no key ring any more. Put it back from a backup, or use the recovery sheet.")


def _sealed(key: bytes, content: bytes, about: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, about)


def _opened(key: bytes, sealed: bytes, about: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about)
    except InvalidTag:
        raise WrongKey(
            "The device key does not open the key ring: it belongs to another kiosk, or the ring is damaged. "
            "Put back the pair from one backup, or use the recovery sheet."
        ) from None


def _about_opener(ring: str, by: str) -> bytes:
    return f"kiosk key ring {VERSION}\0{ring}\0opener\0{by}".encode()


def _about_key(ring: str, name: str, openers: tuple[Opener, ...]) -> bytes:
    told = json.dumps([[one.by, _text(one.salt), _text(one.seal)] for one in openers]).encode()
    return f"kiosk key ring {VERSION}\0{ring}\0key\0{name}\0".encode() + hashlib.sha256(told).digest()


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
