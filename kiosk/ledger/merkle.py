"""The Merkle tree of RFC 6962 §2.1 over SHA-256. Pure.

Leaves and nodes are hashes throughout, 32 bytes each. Proofs are lists of 32-byte hashes from the leaf's side to the root's, as in §2.1.1
and §2.1.2; they are checked the way RFC 9162 §2.1.3.2 and §2.1.4.2 lay down, and a proof that is too short, too long or altered fails.
"""

import hashlib
from collections.abc import Callable, Sequence

HASH_SIZE = 32

Node = Callable[[int, int], bytes]
"""Gives the root of a full subtree: of height h (over 2**h leaves), the i-th from the left. Whoever keeps leaves keeps these, too."""


def leaf_hash(entry: bytes) -> bytes:
    """Hash of a leaf, 32 bytes."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node, 32 bytes."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Frontier:
    """The full subtrees at the right edge, largest first: all that an append needs, in O(log n)."""

    def __init__(self, size: int = 0, peaks: tuple[bytes, ...] = ()) -> None:
        if size < 0 or len(peaks) != size.bit_count() or any(len(peak) != HASH_SIZE for peak in peaks):
            raise ValueError("a frontier has one hash for each binary one of its size")
        self.size = size
        self._peaks = list(peaks)

    def append(self, leaf: bytes) -> list[bytes]:
        """One more leaf hash; returns it and the roots of the full subtrees that it completes, smallest first."""
        completed, size = [leaf], self.size
        while size & 1:
            leaf = node_hash(self._peaks.pop(), leaf)
            completed.append(leaf)
            size >>= 1
        self._peaks.append(leaf)
        self.size += 1
        return completed

    def next_proof(self) -> list[bytes]:
        """That the leaf which comes next is the last of the tree that it makes (PATH of §2.1.1): every full subtree, smallest first."""
        return self._peaks[::-1]

    def root(self) -> bytes:
        """The root, 32 bytes; of the empty tree, the hash of nothing."""
        return _folded(self._peaks)

    def to_bytes(self) -> bytes:
        """The size as 8 bytes, big end first, then the subtrees' hashes."""
        return self.size.to_bytes(8) + b"".join(self._peaks)

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Frontier":
        """What `to_bytes` wrote; ValueError for anything else."""
        if len(kept) < 8:
            raise ValueError("a frontier begins with 8 bytes of its size")
        peaks = tuple(kept[at : at + HASH_SIZE] for at in range(8, len(kept), HASH_SIZE))
        return cls(int.from_bytes(kept[:8]), peaks)


def root(leaves: Sequence[bytes]) -> bytes:
    """The root over all leaves, 32 bytes (MTH of §2.1)."""
    frontier = Frontier()
    for leaf in leaves:
        frontier.append(leaf)
    return frontier.root()


def inclusion_proof(node: Node, index: int, size: int) -> list[bytes]:
    """That leaf `index` is among the first `size` (PATH of §2.1.1); ValueError unless 0 ≤ index < size."""
    if not 0 <= index < size:
        raise ValueError("there is no such leaf")
    proof, start = list[bytes](), 0
    while size > 1:
        split = _split(size)
        if index < start + split:
            proof.append(subtree(node, start + split, size - split))
            size = split
        else:
            proof.append(subtree(node, start, split))
            start, size = start + split, size - split
    return proof[::-1]


def consistency_proof(node: Node, old_size: int, size: int) -> list[bytes]:
    """That the first `old_size` leaves are still the first (PROOF of §2.1.2); ValueError unless 0 < old_size ≤ size."""
    if not 0 < old_size <= size:
        raise ValueError("there was no such tree")
    proof, start, is_known = list[bytes](), 0, True
    while old_size != size:
        split = _split(size)
        if old_size <= split:
            proof.append(subtree(node, start + split, size - split))
            size = split
        else:
            proof.append(subtree(node, start, split))
            start, size, old_size, is_known = start + split, size - split, old_size - split, False
    if not is_known:  # else the verifier has the root of these very leaves already
        proof.append(subtree(node, start, size))
    return proof[::-1]


def subtree(node: Node, start: int, size: int) -> bytes:
    """The root over `size` leaves from `start` on, where a subtree of RFC 6962 begins; 32 bytes. At most log2(size) nodes are asked for."""
    peaks = list[bytes]()
    while size:
        height = size.bit_length() - 1
        peaks.append(node(height, start >> height))
        start, size = start + (1 << height), size - (1 << height)
    return _folded(peaks)


def root_from(leaf: bytes, index: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """The root of the tree of `size` leaves to which the proof leads from leaf `index`; None where it leads to none."""
    if not 0 <= index < size:
        return None
    found, node, last = leaf, index, size - 1
    for step in proof:
        if last == 0:
            return None
        if node & 1 or node == last:
            found = node_hash(step, found)
            node, last = _up_to_left_edge(node, last)
        else:
            found = node_hash(found, step)
        node, last = node >> 1, last >> 1
    return found if last == 0 else None


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], expected_root: bytes) -> bool:
    """Whether the proof leads from leaf `index` of a tree of `size` leaves to its root."""
    return root_from(leaf, index, size, proof) == expected_root


def verify_consistency(old_size: int, new_size: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Whether the tree of `new_size` leaves begins with the tree of `old_size` (0 < old_size ≤ new_size)."""
    if not 0 < old_size <= new_size:
        return False
    if old_size == new_size:
        return not proof and old_root == new_root
    steps = [old_root, *proof] if old_size.bit_count() == 1 else list(proof)
    if not steps:
        return False
    node, last = old_size - 1, new_size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            old, new = node_hash(step, old), node_hash(step, new)
            node, last = _up_to_left_edge(node, last)
        else:
            new = node_hash(new, step)
        node, last = node >> 1, last >> 1
    return last == 0 and (old, new) == (old_root, new_root)


def _folded(peaks: Sequence[bytes]) -> bytes:
    """The root over full subtrees, largest first."""
    if not peaks:
        return hashlib.sha256().digest()
    found = peaks[-1]
    for peak in reversed(peaks[:-1]):
        found = node_hash(peak, found)
    return found


def _split(size: int) -> int:
    """The largest power of two below `size` (at least 2)."""
    return 1 << (size - 1).bit_length() - 1


def _up_to_left_edge(node: int, last: int) -> tuple[int, int]:
    """Past the levels at which the last node has no sibling and moves up unchanged."""
    while not node & 1 and node:
        node, last = node >> 1, last >> 1
    return node, last
