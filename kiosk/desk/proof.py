"""Is the ledger what it was? It is held against every checkpoint that was given away, and against one brought from outside."""

import os
from dataclasses import dataclass
from enum import StrEnum
from threading import Thread, get_native_id

from kiosk.errors import StoreDamaged, StoreFault
from kiosk.ledger import checkpoint, receipt
from kiosk.ledger.checkpoint import Signed
from kiosk.store import Finding, How, Mark, Store, Verified, Witness
from kiosk.store.examination import POLITE
from kiosk.store.witnesses import mark_of


class Outside(StrEnum):
    """What the checkpoint from outside says."""

    NONE = "none"
    """There was none: an older copy of the whole store would look just as whole."""
    AGREES = "agrees"
    LOST = "lost"
    """It counts entries that a restore lost, which the ledger itself tells; what is here up to then agrees."""
    DIFFERS = "differs"
    FORGED = "forged"
    """It names one of this kiosk's keys, which did not sign it."""
    FOREIGN = "foreign"
    """It is another kiosk's."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found."""

    verified: Verified
    outside: Outside
    witness: Witness | None = None
    """When and how the checkpoint from outside was given away, where the store remembers it."""
    forged: Witness | None = None
    """A remembered checkpoint that none of the kiosk's keys signed: somebody wrote in the store."""

    @property
    def ok(self) -> bool:
        """Whether all is as it was written, as far as anybody can know."""
        return self.verified.ok and self.forged is None and self.outside not in _BAD


class Proving:
    """`prove` in a thread of its own, begun at once: a million entries take half a minute, for which no customer may wait."""

    def __init__(self, store: Store, against: Signed) -> None:
        self._store, self._against = store, against
        self._proof: Proof | None = None
        self._fault: StoreFault | None = None
        self._thread = Thread(
            target=self._prove, name="proving", daemon=True
        )  # it only reads: a kiosk that ends drops it
        self._thread.start()

    def found(self) -> Proof | None:
        """What was found; None while it is at work. Raises `StoreFault`."""
        if self._fault is not None:
            raise self._fault
        return self._proof

    def _prove(self) -> None:
        os.setpriority(os.PRIO_PROCESS, get_native_id(), POLITE)
        try:
            store = self._store.beside()
            try:
                self._proof = prove(store, self._against)
            finally:
                store.close()
        except StoreFault as fault:
            self._fault = fault


_BAD = {Outside.DIFFERS, Outside.FORGED, Outside.FOREIGN}


def untrusted_checkpoint(text: str) -> Signed:
    """The checkpoint in a note, a code or a receipt; ValueError where there is none. Whoever takes it asks who signed it."""
    if not text.strip().startswith(receipt.PREFIX):
        return checkpoint.parse(text.strip())
    signed = receipt.parse(text).signed
    if signed is None:
        raise ValueError("this receipt's proof leads nowhere")
    return signed


def prove(store: Store, against: Signed | None = None) -> Proof:
    """Compute the whole ledger anew, and see where the parcels are; `against` is a checkpoint from outside, as it was shown."""
    try:
        keys = {one.key.id: one.key for one in store.checkpoints.signers()}
    except StoreDamaged:  # an entry that names a key, or an erasure, is not what was written: the audit says which
        return Proof(store.journal.verify(), Outside.NONE)
    outside = Outside.NONE
    if against is not None:
        key = keys.get(against.key_id)
        outside = Outside.FOREIGN if key is None else Outside.AGREES if against.by(key) else Outside.FORGED
    marks, forged = list[Mark](), None
    for witness in store.witnesses.all():
        try:
            marks.append(mark_of(witness.signed))
        except ValueError:  # an origin without an epoch: nobody signed that
            forged = witness
            continue
        # A receipt's root is compared; its signature is the customer's to check, and there may be a million of them.
        if witness.how is not How.RECEIPT and forged is None:
            key = keys.get(witness.signed.key_id)
            forged = witness if key is None or not witness.signed.by(key) else None
    if against is None or outside is not Outside.AGREES:
        return Proof(store.journal.verify(marks, parcels=True), outside, forged=forged)
    mark = mark_of(against)
    verified = store.journal.verify([*marks, mark], parcels=True)
    if verified.finding in {Finding.CHECKPOINT, Finding.BEHIND}:
        outside = Outside.DIFFERS
    elif verified.ok and store.checkpoints.is_lost(mark):
        outside = Outside.LOST
    return Proof(verified, outside, store.witnesses.knows(against), forged)
