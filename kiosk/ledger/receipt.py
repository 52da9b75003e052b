"""The receipt that a customer leaves with: one entry, its proof and a signed checkpoint, for anybody to check without a network. Pure.

    HKR:Depot North, 2 parcels, 2026-11-22 14:31, No. 4711
    <base45 of CBOR: [1, origin, at, parcels, visit, pickup, seq, salt, size, proof, key id, signature]>

The first line is for people and stands in the signed entry, so not one character of it can be changed. The entry's body is made again
from the rest, its leaf from salt and body, the root from leaf and proof, the checkpoint from origin, size and root; its signature is
what is checked. `at` is in microseconds since 1970 (UTC), `proof` the hashes of RFC 6962 §2.1.1 in one string, the number is the entry's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from kiosk.codes import base45
from kiosk.ledger import cbor
from kiosk.ledger.checkpoint import Checkpoint, PublicKey, Signed
from kiosk.ledger.events import ReceiptGiven, to_body
from kiosk.ledger.merkle import HASH_SIZE, leaf_hash, root_from
from kiosk.ledger.seal import SALT_BYTES

PREFIX = "HKR:"
VERSION = 1
LONGEST = 2_500
"""Characters of a receipt that are looked at."""
LONGEST_NAME = 32
"""Characters of the depot's name in the line."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Verdict(StrEnum):
    """What a receipt is."""

    GENUINE = "genuine"
    FOREIGN = "foreign"
    """Of another kiosk, by a key that was not given."""
    FORGED = "forged"
    """It names a key that it was not signed with, or something in it was altered since."""
    NONE = "none"
    """Not a receipt at all, or one with a character missing or changed so that it cannot be read."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt, whether it is genuine or not."""

    event: ReceiptGiven
    at: datetime
    seq: int
    salt: bytes
    proof: tuple[bytes, ...]
    origin: str
    size: int
    key_id: bytes
    signature: bytes

    @property
    def number(self) -> int:
        """By which the depot finds it."""
        return self.seq

    @property
    def line(self) -> str:
        """What people read on it."""
        return f"{self.event.line}, No. {self.seq}"

    @property
    def code(self) -> str:
        """The text of its QR code."""
        one = self.event
        values: list[cbor.Value] = [VERSION, self.origin, (self.at - _EPOCH) // _MICROSECOND]
        values += [one.parcels, one.visit, one.pickup, self.seq, self.salt, self.size]
        values += [b"".join(self.proof), self.key_id, self.signature]
        return f"{PREFIX}{self.line}\n{base45.encode(cbor.encode(values))}"

    @property
    def leaf(self) -> bytes:
        """The hash of its entry, as the tree has it."""
        kiosk = self.origin.split("/")[1]
        return leaf_hash(self.salt + to_body(self.event, at=self.at, kiosk=kiosk, seq=self.seq))

    @property
    def signed(self) -> Signed | None:
        """Its checkpoint; None where the proof leads nowhere."""
        root = root_from(self.leaf, self.seq, self.size, self.proof)
        return None if root is None else Signed(Checkpoint(self.origin, self.size, root), self.key_id, self.signature)


def line(depot_name: str, parcels: int, at: datetime) -> str:
    """What people read on a receipt but its number: depot, count, date and time (the depot's own, as `at` has it)."""
    name = "".join(character for character in depot_name if character.isprintable())[:LONGEST_NAME].strip()
    moment = at.replace(tzinfo=None).isoformat(" ", "minutes")  # a third of the time that a format takes
    return f"{name}, {parcels} parcel{'' if parcels == 1 else 's'}, {moment}"


def parse(untrusted_text: str) -> Receipt:
    """A receipt from the text of its QR code; ValueError for anything that `code` cannot have made."""
    first, _, rest = untrusted_text.strip().partition("\n")
    if not first.startswith(PREFIX) or len(untrusted_text) > LONGEST:
        raise ValueError("this is not a receipt")
    words, _, _ = first.strip().removeprefix(PREFIX).rpartition(", No. ")
    match cbor.decode(base45.decode(rest)):
        case [
            int(version),
            str(origin),
            int(at),
            int(parcels),
            int(visit),
            int(pickup),
            int(seq),
            bytes(salt),
            int(size),
            bytes(proof),
            bytes(key_id),
            bytes(signature),
        ] if version == VERSION and (len(salt), len(key_id), len(signature)) == (SALT_BYTES, 4, 64):
            hashes = tuple(proof[start : start + HASH_SIZE] for start in range(0, len(proof), HASH_SIZE))
            event = ReceiptGiven(visit, pickup, parcels, words)
            moment = _moment(at)
        case _:
            raise ValueError("this is not a receipt")
    found = Receipt(event, moment, seq, salt, hashes, origin, size, key_id, signature)
    if origin.count("/") != 2 or len(proof) % HASH_SIZE or found.code != untrusted_text.strip().replace("\r\n", "\n"):
        raise ValueError("this is not a receipt")
    return found


def check(untrusted_text: str, keys: Iterable[PublicKey]) -> tuple[Verdict, Receipt | None]:
    """What a text is to somebody who believes these keys, and the receipt where it can be read as one."""
    try:
        receipt = parse(untrusted_text)
    except ValueError:
        return Verdict.NONE, None
    known = [key for key in keys if key.id == receipt.key_id]
    if not known:
        return Verdict.FOREIGN, receipt
    signed = receipt.signed
    genuine = signed is not None and any(signed.by(key) for key in known)
    return (Verdict.GENUINE if genuine else Verdict.FORGED), receipt


def _moment(micros: int) -> datetime:
    try:
        return _EPOCH + micros * _MICROSECOND
    except OverflowError:
        raise ValueError("this is not a receipt") from None
