"""Sealing an entry: its body and salt under its subject's key, AES-256-GCM (NIST SP 800-38D). Pure.

The leaf of the Merkle tree is a salted commitment: the hash over 16 random bytes and the body, so that nobody finds a body by trying.
Whoever has salt and body can show that they are the leaf's; when a subject's key is destroyed, both are gone and the leaf still stands.

The key that seals comes of the subject's key and one of the key ring: the store's file alone opens no entry, and forges none.
"""

import hashlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12
DRAWN_BYTES = SALT_BYTES + _NONCE_BYTES
"""Random bytes that sealing one entry takes."""


def box_of(subject_key: bytes, ring_key: bytes) -> AESGCM:
    """What seals and opens the entries of one subject; both keys have 32 bytes."""
    return AESGCM(hashlib.blake2b(subject_key, key=ring_key, digest_size=KEY_BYTES).digest())


def seal(box: AESGCM, body: bytes, about: bytes, drawn: bytes) -> tuple[bytes, bytes]:
    """The leaf's content (salt, then body) and the same sealed; `about` (where it stands) is vouched for, too.

    `drawn`: `DRAWN_BYTES` random bytes, for this entry alone.
    """
    content, nonce = drawn[:SALT_BYTES] + body, drawn[SALT_BYTES:]
    return content, nonce + box.encrypt(nonce, content, about)


def unseal(box: AESGCM, sealed: bytes, about: bytes) -> bytes:
    """The leaf's content again; ValueError where it is not what was sealed under this key for this seat."""
    try:
        return box.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], about)
    except InvalidTag:
        raise ValueError("this is not what was sealed") from None


def about(seq: int, name: str, act: bytes, part: int) -> bytes:
    """What a seal vouches for besides the entry: its number, its subject's name, and which part of which act it is."""
    return f"{seq} {name} {act.hex()} {part}".encode()


class Boxes:
    """The boxes of subjects that were needed last, `most` of them, for making one takes longer than opening an entry."""

    def __init__(self, ring_key: bytes, *, most: int = 64) -> None:
        self._ring_key, self._most = ring_key, most
        self._boxes: dict[bytes, AESGCM] = {}

    def for_reading(self) -> "Boxes":
        """Others, for the whole ledger in one go: more of them, let go of with it, for each takes more than a kilobyte."""
        return Boxes(self._ring_key, most=4096)

    def of(self, subject_key: bytes) -> AESGCM:
        """The box of a subject's key."""
        box = self._boxes.get(subject_key)
        if box is None:
            if len(self._boxes) >= self._most:
                self._boxes.clear()
            box = self._boxes[subject_key] = box_of(subject_key, self._ring_key)
        return box

    def forget(self) -> None:
        """Keep none: a key was destroyed."""
        self._boxes.clear()
