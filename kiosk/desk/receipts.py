"""Receipts: given at the end of a visit, written again for who asks, and read when one is brought back."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.clock import Clock
from kiosk.desk.act import Entering
from kiosk.ledger import receipt
from kiosk.ledger.events import ParcelHandedOver, ReceiptGiven, from_body
from kiosk.ledger.receipt import Receipt, Verdict
from kiosk.ledger.seal import SALT_BYTES
from kiosk.ledger.subject import of_parcel, of_pickup
from kiosk.parcel import Parcel
from kiosk.store import Entry, How, Store, Visit


@dataclass(frozen=True, slots=True)
class Story:
    """What the desk can say of a text that somebody shows as a receipt."""

    verdict: Verdict
    receipt: Receipt | None = None
    parcels: tuple[Parcel, ...] = ()
    """Those that left with it; none where they are erased by now, or where the ledger does not have its entry."""
    known: bool = True
    """Whether the ledger has this very entry. A genuine one that it has not is of a time that a restore lost, or of a changed ledger."""


def give(store: Store, enter: Entering, visit: Visit, parcels: int, line: str) -> Receipt:
    """The receipt of a visit that is done, as the last entry of its act: so its proof is the tree that stands before it."""
    event = ReceiptGiven(visit.id, visit.pickups[0], parcels, line)
    return _of_entry(store, enter(event), event, enter.at, signed_at=enter.at)


def written_again(store: Store, clock: Clock, number: int) -> Receipt | None:
    """A receipt for who lost it, with a checkpoint of now; None for a number that is no receipt's, or is erased."""
    entry = store.journal.entry(number) if 0 <= number < store.journal.size() else None
    recorded = None if entry is None else from_body(entry.content[SALT_BYTES:])
    if entry is None or recorded is None or not isinstance(recorded.event, ReceiptGiven):
        return None
    with store.transaction():
        return _of_entry(store, entry, recorded.event, recorded.at, signed_at=clock.now())


def story(store: Store, untrusted_text: str) -> Story:
    """Which parcels left with a receipt."""
    verdict, shown = receipt.check(untrusted_text, [one.key for one in store.checkpoints.signers()])
    if shown is None or verdict is not Verdict.GENUINE:
        return Story(verdict, shown)
    known = shown.seq < store.journal.size() and store.journal.leaf(shown.seq) == shown.leaf
    return Story(verdict, shown, parcels_of(store, shown.event) if known else (), known)


def parcels_of(store: Store, event: ReceiptGiven) -> tuple[Parcel, ...]:
    """The parcels that left in a receipt's visit, as far as they are not erased."""
    if not store.journal.about([of_pickup(event.pickup)]):
        return ()  # erased; the pickup's number may be another's by now
    pickups = store.visits.get(event.visit).pickups
    parcels = {one.id: one for pickup in pickups for one in store.pickups.get(pickup).parcels}
    left = {
        entry.event.parcel
        for entry in store.journal.about(map(of_parcel, parcels))
        if isinstance(entry.event, ParcelHandedOver) and entry.event.visit == event.visit
    }
    return tuple(parcel for id_, parcel in sorted(parcels.items()) if id_ in left)


def _of_entry(store: Store, entry: Entry, event: ReceiptGiven, at: datetime, *, signed_at: datetime) -> Receipt:
    signed = store.checkpoints.make(How.RECEIPT, at=signed_at)
    size = signed.checkpoint.size
    return Receipt(
        event,
        at,
        entry.seq,
        entry.content[:SALT_BYTES],
        tuple(store.journal.inclusion_proof(entry.seq, size)),
        signed.checkpoint.origin,
        size,
        signed.key_id,
        signed.signature,
    )
