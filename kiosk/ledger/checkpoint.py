"""Checkpoints: the ledger's size and root, signed, to be kept where nobody who could change the ledger can reach. Pure.

As text a C2SP signed note (c2sp.org/signed-note, c2sp.org/tlog-checkpoint) with an Ed25519 signature; as a QR code `HKC:` and base45 of
the same in CBOR. The origin is `depot/kiosk/epoch`; the key's name leaves the epoch out, for a restored kiosk keeps its key.
"""

import base64
import hashlib
import re
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.codes import base45
from kiosk.ledger import cbor

PREFIX = "HKC:"
VERSION = 1
LONGEST_NOTE = 1_000
"""Characters of a note that is looked at."""

_ORIGIN = re.compile(r"[0-9A-Za-z]{1,16}/[^\s/+]{1,32}/[1-9][0-9]{0,17}")
_NOTE = re.compile(r"([^\n]+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/=]{44})\n\n— ([^\s+]+) ([A-Za-z0-9+/=]{92})\n?")
_ED25519 = b"\x01"
"""The kind of signature, as signed notes number them."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """So many entries had this root (32 bytes)."""

    origin: str
    size: int
    root: bytes

    @property
    def epoch(self) -> int:
        """The last part of the origin."""
        return int(self.origin.rpartition("/")[2])

    @property
    def text(self) -> str:
        """What is signed, its last newline included."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Whose signatures are believed: a name (`depot/kiosk`) and an Ed25519 public key of 32 bytes."""

    name: str
    key: bytes

    @property
    def id(self) -> bytes:
        """Four bytes that tell keys apart."""
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.key).digest()[:4]

    @property
    def text(self) -> str:
        """As C2SP writes a verifier key: `name+id+key`."""
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(_ED25519 + self.key).decode()}"

    @classmethod
    def parse(cls, untrusted_text: str) -> "PublicKey":
        """What `text` wrote; ValueError for anything else."""
        name, _, rest = untrusted_text.strip().partition("+")
        id_, _, key = rest.partition("+")
        try:
            kept = base64.b64decode(key, validate=True)
        except ValueError:
            raise ValueError("this is not a public key") from None
        found = cls(name, kept[1:])
        if kept[:1] != _ED25519 or len(found.key) != 32 or found.id.hex() != id_:
            raise ValueError("this is not a public key")
        return found

    def signed(self, text: str, signature: bytes) -> bool:
        """Whether the signature (64 bytes) over a text is by this key."""
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, text.encode())
        except InvalidSignature:
            return False
        return True


class Signer:
    """Signs with one Ed25519 key, in 60 µs."""

    def __init__(self, name: str, seed: bytes) -> None:
        """`name` as in `PublicKey`; `seed` is the private key, 32 bytes."""
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = PublicKey(name, self._key.public_key().public_bytes_raw())

    def sign(self, checkpoint: Checkpoint) -> "Signed":
        """The checkpoint with its signature."""
        return Signed(checkpoint, self.public.id, self._key.sign(checkpoint.text.encode()))

    def vouch(self, other: PublicKey) -> bytes:
        """The signature by which this key names its successor, 64 bytes."""
        return self._key.sign(succession(other).encode())


def succession(other: PublicKey) -> str:
    """What an old key signs to name the new one."""
    return f"kiosk signing key\n{other.text}\n"


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint as it is given away: by which key, and its signature of 64 bytes."""

    checkpoint: Checkpoint
    key_id: bytes
    signature: bytes

    @property
    def note(self) -> str:
        """As a signed note."""
        name = self.checkpoint.origin.rpartition("/")[0]
        return f"{self.checkpoint.text}\n— {name} {base64.b64encode(self.key_id + self.signature).decode()}\n"

    @property
    def code(self) -> str:
        """As the text of a QR code."""
        one = self.checkpoint
        return PREFIX + base45.encode(
            cbor.encode([VERSION, one.origin, one.size, one.root, self.key_id, self.signature])
        )

    def by(self, key: PublicKey) -> bool:
        """Whether it is this key's."""
        return (
            self.key_id == key.id
            and self.checkpoint.origin.rpartition("/")[0] == key.name
            and key.signed(self.checkpoint.text, self.signature)
        )


def parse(untrusted_text: str) -> Signed:
    """A note or the text of a QR code; ValueError for anything else. Whether the signature is right is asked with `by`."""
    try:
        return _from_code(untrusted_text) if untrusted_text.startswith(PREFIX) else _from_note(untrusted_text)
    except ValueError:
        raise ValueError("this is not a checkpoint") from None


def _from_note(untrusted_text: str) -> Signed:
    found = _NOTE.fullmatch(untrusted_text.replace("\r\n", "\n")) if len(untrusted_text) <= LONGEST_NOTE else None
    if found is None:
        raise ValueError("this is not a checkpoint")
    origin, size, root, name, signature = found.groups()
    kept = base64.b64decode(signature, validate=True)
    signed = _checked(origin, int(size), base64.b64decode(root, validate=True), kept[:4], kept[4:])
    if name != origin.rpartition("/")[0] or untrusted_text.replace("\r\n", "\n").rstrip() != signed.note.rstrip():
        raise ValueError("this checkpoint is signed in another name")
    return signed


def _from_code(untrusted_text: str) -> Signed:
    match cbor.decode(base45.decode(untrusted_text.removeprefix(PREFIX).rstrip())):
        case [int(version), str(origin), int(size), bytes(root), bytes(key_id), bytes(signature)] if version == VERSION:
            return _checked(origin, size, root, key_id, signature)
        case _:
            raise ValueError("this is not a checkpoint")


def _checked(origin: str, size: int, root: bytes, key_id: bytes, signature: bytes) -> Signed:
    if not _ORIGIN.fullmatch(origin) or (len(root), len(key_id), len(signature)) != (32, 4, 64):
        raise ValueError("this is not a checkpoint")
    return Signed(Checkpoint(origin, size, root), key_id, signature)
