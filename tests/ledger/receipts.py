"""Receipts for tests, made from the pure parts: any entry number, any size of the ledger."""

import random
from datetime import UTC, datetime

from kiosk.ledger import merkle, receipt
from kiosk.ledger.checkpoint import Checkpoint, Signer
from kiosk.ledger.events import ReceiptGiven, to_body
from kiosk.ledger.merkle import Frontier, leaf_hash
from kiosk.ledger.receipt import Receipt

SIGNER = Signer("7KQ2/1", bytes(range(32)))
AT = datetime(2026, 11, 22, 13, 31, 5, 250_001, tzinfo=UTC)
LINE = receipt.line("Riverside Depot", 2, AT)


def made(seq: int, *, after: int = 0, line: str = LINE, seed: int = 1, signer: Signer = SIGNER) -> Receipt:
    """A genuine receipt whose entry is number `seq`, the last but `after` of its ledger."""
    chance = random.Random(seed)
    event, salt = ReceiptGiven(4, 3, 2, line), chance.randbytes(16)
    leaf = leaf_hash(salt + to_body(event, at=AT, kiosk="1", seq=seq))
    if not after:  # of the last entry, the proof is the tree before it, smallest subtree first
        peaks = tuple(chance.randbytes(32) for _ in range(seq.bit_count()))
        tree = Frontier(seq, peaks)
        tree.append(leaf)
        root, proof = tree.root(), peaks[::-1]
    else:
        leaves = [chance.randbytes(32) for _ in range(seq + 1 + after)]
        leaves[seq] = leaf
        root = merkle.root(leaves)
        proof = tuple(merkle.inclusion_proof(lambda h, i: merkle.root(leaves[i << h : (i + 1) << h]), seq, len(leaves)))
    size = seq + 1 + after
    signed = signer.sign(Checkpoint(f"{signer.public.name}/1", size, root))
    origin = signed.checkpoint.origin
    return Receipt(event, AT, seq, salt, proof, origin, size, signed.key_id, signed.signature)


def altered(text: str, chance: random.Random) -> str:
    """The text with one thing changed at random: a character replaced, added, left out, two exchanged, or cut short."""
    at, character = chance.randrange(len(text)), chance.choice("ABC019 %+-./:abz\n,é")
    changed = text
    while changed.strip() == text.strip():
        match chance.randrange(5):
            case 0:
                changed = text[:at] + character + text[at + 1 :]
            case 1:
                changed = text[:at] + character + text[at:]
            case 2:
                changed = text[:at] + text[at + 1 :]
            case 3:
                other = chance.randrange(len(text))
                low, high = min(at, other), max(at, other)
                changed = text[:low] + text[high : high + 1] + text[low + 1 : high] + text[low] + text[high + 1 :]
            case _:
                changed = text[:at]
        at, character = chance.randrange(len(text)), chance.choice("ABC019 %+-./:abz\n,é")
    return changed
