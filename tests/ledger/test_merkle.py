"""The Merkle tree: against known vectors, a plain reading of RFC 6962 and another program."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from kiosk.ledger import merkle

DATA = [bytes.fromhex(d) for d in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657")] + [
    bytes(range(0x60, 0x70))
]
LEAVES = [merkle.leaf_hash(data) for data in DATA]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
"""Of the first 0 to 8 leaves, from the reference tree of Certificate Transparency."""

sizes = st.integers(1, 70)


def leaves_of(size: int) -> list[bytes]:
    return [merkle.leaf_hash(number.to_bytes(4)) for number in range(size)]


def nodes_of(leaves: list[bytes]) -> merkle.Node:
    """The nodes of a tree, from its leaves, as a store keeps them."""

    def node(height: int, index: int) -> bytes:
        return plain_root(leaves[index << height : (index + 1) << height])

    return node


def inclusion(leaves: list[bytes], index: int) -> list[bytes]:
    return merkle.inclusion_proof(nodes_of(leaves), index, len(leaves))


def consistency(leaves: list[bytes], old_size: int) -> list[bytes]:
    return merkle.consistency_proof(nodes_of(leaves), old_size, len(leaves))


def plain_root(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962 §2.1, read out word by word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + plain_root(leaves[:split]) + plain_root(leaves[split:])).digest()


@pytest.mark.parametrize("size", range(9))
def test_known_roots(size: int) -> None:
    assert merkle.root(LEAVES[:size]).hex() == ROOTS[size]


@given(st.integers(0, 300))
def test_the_frontier_grows_as_the_recursion_says(size: int) -> None:
    leaves = leaves_of(size)
    assert merkle.root(leaves) == plain_root(leaves)


def test_each_leaf_completes_the_subtrees_that_end_with_it() -> None:
    frontier, leaves = merkle.Frontier(), leaves_of(40)
    for last, leaf in enumerate(leaves):
        completed = frontier.append(leaf)
        assert len(completed) == ((last + 1) & -(last + 1)).bit_length()
        for height, node in enumerate(completed):
            assert node == plain_root(leaves[last + 1 - (1 << height) : last + 1])


@given(st.integers(0, 300), st.integers(0, 30))
def test_a_frontier_kept_as_bytes_goes_on(size: int, more: int) -> None:
    leaves = leaves_of(size + more)
    frontier = merkle.Frontier()
    for leaf in leaves[:size]:
        frontier.append(leaf)
    kept = frontier.to_bytes()
    assert len(kept) == 8 + 32 * size.bit_count()
    again = merkle.Frontier.from_bytes(kept)
    for leaf in leaves[size:]:
        again.append(leaf)
    assert (again.size, again.root()) == (size + more, plain_root(leaves))


@pytest.mark.parametrize(
    "kept", [b"", bytes(7), bytes(9), (1).to_bytes(8), (1).to_bytes(8) + bytes(31), (3).to_bytes(8) + bytes(32)]
)
def test_bytes_that_are_no_frontier(kept: bytes) -> None:
    with pytest.raises(ValueError, match="frontier"):
        merkle.Frontier.from_bytes(kept)


@given(sizes, st.data())
def test_each_leaf_is_proved(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    leaves = leaves_of(size)
    proof, root = inclusion(leaves, index), merkle.root(leaves)
    assert merkle.verify_inclusion(leaves[index], index, size, proof, root)
    assert not merkle.verify_inclusion(merkle.leaf_hash(b"another"), index, size, proof, root)
    assert not merkle.verify_inclusion(leaves[index], index, size, [*proof, bytes(32)], root)
    assert not merkle.verify_inclusion(leaves[index], index, size, proof, merkle.leaf_hash(b"another"))
    assert not merkle.verify_inclusion(leaves[index], size, size, proof, root)
    first = inclusion(leaves, 0)
    assert not merkle.verify_inclusion(leaves[0], 0, 2 * size, first, root), (
        "a tree of twice the size is a level higher"
    )
    for step in range(len(proof)):
        altered = [*proof[:step], bytes(32), *proof[step + 1 :]]
        assert not merkle.verify_inclusion(leaves[index], index, size, altered, root)
        assert not merkle.verify_inclusion(leaves[index], index, size, proof[:step], root)


@given(sizes, st.data())
def test_each_earlier_tree_is_proved(size: int, data: st.DataObject) -> None:
    old_size = data.draw(st.integers(1, size))
    leaves = leaves_of(size)
    proof, old, new = consistency(leaves, old_size), merkle.root(leaves[:old_size]), merkle.root(leaves)
    assert merkle.verify_consistency(old_size, size, proof, old, new)
    assert not merkle.verify_consistency(old_size, size, [*proof, bytes(32)], old, new)
    assert not merkle.verify_consistency(old_size, size, proof, merkle.leaf_hash(b"another"), new)
    assert not merkle.verify_consistency(old_size, size, proof, old, merkle.leaf_hash(b"another"))
    for step in range(len(proof)):
        altered = [*proof[:step], bytes(32), *proof[step + 1 :]]
        assert not merkle.verify_consistency(old_size, size, altered, old, new)
        assert not merkle.verify_consistency(old_size, size, proof[:step], old, new)


@given(sizes, sizes)
def test_another_program_finds_the_same(old_size: int, more: int) -> None:
    size = old_size + more
    tree = InmemoryTree.init_from_entries([number.to_bytes(4) for number in range(size)], algorithm="sha256")
    leaves = leaves_of(size)
    assert tree.get_root() == merkle.root(leaves)
    assert tree.get_root(old_size) == merkle.root(leaves[:old_size])
    for index in {0, old_size - 1, old_size, size - 1}:  # theirs begins with the leaf
        theirs = [bytes.fromhex(node) for node in tree.prove_inclusion(index + 1, size).serialize()["path"]]
        assert theirs == [leaves[index], *inclusion(leaves, index)]


def test_proofs_that_cannot_be_asked_for() -> None:
    for index in (-1, 8):
        with pytest.raises(ValueError, match="no such leaf"):
            inclusion(LEAVES, index)
    for size in (0, 9):
        with pytest.raises(ValueError, match="no such tree"):
            consistency(LEAVES, size)
    root = merkle.root(LEAVES)
    assert not merkle.verify_consistency(0, 8, [], merkle.root([]), root)
    assert not merkle.verify_consistency(9, 8, [], root, root)
    assert not merkle.verify_consistency(3, 8, [], merkle.root(LEAVES[:3]), root)
