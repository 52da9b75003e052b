"""The Merkle tree of RFC 6962 §2.1 over SHA-256. Pure."""

import hashlib


def leaf_hash(data: bytes) -> bytes:
    """Hash of a leaf, 32 bytes."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node, 32 bytes."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Frontier:
    """The full subtrees at the right edge: all that an append needs."""

    def __init__(self, size: int = 0, peaks: tuple[bytes, ...] = ()) -> None:
        self.size = size
        self._peaks = list(peaks)

    def append(self, leaf: bytes) -> None:
        """One more leaf hash."""
        size = self.size
        while size & 1:
            leaf = node_hash(self._peaks.pop(), leaf)
            size >>= 1
        self._peaks.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        """The root, 32 bytes."""
        if not self._peaks:
            return hashlib.sha256().digest()
        found = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            found = node_hash(peak, found)
        return found

    def to_bytes(self) -> bytes:
        return self.size.to_bytes(8, "big") + b"".join(self._peaks)

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Frontier":
        return cls(int.from_bytes(kept[:8], "big"), tuple(kept[i : i + 32] for i in range(8, len(kept), 32)))
