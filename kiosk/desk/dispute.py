"""The facts of a dispute about one parcel: its entries with their proofs, who holds what by when, and the likely mix-ups. No person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.clock import Clock
from kiosk.desk import receipts
from kiosk.desk.proof import Proof, prove
from kiosk.desk.watch import MixUp, Watch
from kiosk.errors import CodeFault, StoreFault
from kiosk.ledger import receipt
from kiosk.ledger.checkpoint import PublicKey, Signed
from kiosk.ledger.events import DisputeClosed, DisputeOpened, Recorded
from kiosk.ledger.receipt import Verdict
from kiosk.ledger.seal import SALT_BYTES
from kiosk.ledger.subject import of_parcel
from kiosk.parcel import Parcel, ParcelState
from kiosk.policy.retention import IN_DOUBT
from kiosk.store import How, Store, Witness
from kiosk.store.witnesses import mark_of

ANSWER_WITHIN = timedelta(days=7)
"""In which whoever complains is to be answered."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry with all that proves it: its leaf is SHA-256 over a zero byte, the salt and the body."""

    entry: Recorded
    salt: bytes
    body: bytes
    leaf: bytes
    proof: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A checkpoint that left the machine, and the proof (RFC 6962 §2.1.2) that the ledger goes on from it."""

    witness: Witness
    proof: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Complaint:
    """What somebody says was not as it should be; moments in UTC."""

    why: str
    opened: datetime
    answer_by: datetime
    kept_until: datetime
    """Nothing about the parcel is erased while the dispute is open, until then at the latest."""
    closed: datetime | None = None
    how: str | None = None
    """How it ended."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One parcel's file, as the ledger stands under the checkpoint `signed`."""

    parcel: Parcel
    pickups: tuple[int, ...]
    complaints: tuple[Complaint, ...]
    mix_up: MixUp | None
    ledger: Proof
    signed: Signed
    keys: tuple[PublicKey, ...]
    made: datetime


def parcels_of_receipt(store: Store, untrusted_text: str) -> tuple[Parcel, ...]:
    """The parcels of a receipt; raises `CodeFault` where it is not genuine, not of this ledger, or where they are erased."""
    story = receipts.story(store, untrusted_text)
    if story.verdict is not Verdict.GENUINE or not story.known:
        raise CodeFault("That is no genuine receipt of this kiosk. Look at it with: kiosk receipt verify")
    if not story.parcels:
        raise CodeFault("The receipt is genuine, but what it is about was erased when its time was over.")
    return story.parcels


def is_receipt(untrusted_text: str) -> bool:
    """Whether a text means to be a receipt."""
    return untrusted_text.strip().startswith(receipt.PREFIX)


def open_file(store: Store, clock: Clock, parcel: Parcel) -> Dispute:
    """The file of one parcel. The whole ledger is computed anew for it, and a checkpoint is signed over it as it stands."""
    with store.transaction():
        signed = store.checkpoints.make(How.ASKED, at=clock.now())
    missing = parcel.state in {ParcelState.MISSING, ParcelState.DISPUTED, ParcelState.UNCHECKED}
    return Dispute(
        parcel,
        tuple(pickup.id for pickup in store.pickups.for_parcel(parcel.id)),
        tuple(_complaints(store.journal.about([of_parcel(parcel.id)]))),
        Watch(store).mix_up(parcel.id) if missing else None,
        prove(store),
        signed,
        tuple(one.key for one in store.checkpoints.signers()),
        clock.now(),
    )


def evidence(store: Store, signed: Signed, entries: Iterable[Recorded]) -> list[Evidence]:
    """The proof of each entry under a checkpoint of this ledger."""
    found, size = list[Evidence](), signed.checkpoint.size
    for recorded in entries:
        entry = store.journal.entry(recorded.seq)
        if entry is None:
            raise StoreFault("An entry was erased while its file was being made. Make the file again.")
        salt, body = entry.content[:SALT_BYTES], entry.content[SALT_BYTES:]
        proof = tuple(store.journal.inclusion_proof(entry.seq, size))
        found.append(Evidence(recorded, salt, body, entry.leaf_hash, proof))
    return found


def given_since(store: Store, signed: Signed, seq: int) -> list[Given]:
    """What left the machine after entry `seq` and before the checkpoint `signed`: the first of each kind, the earliest first.

    Whoever has one can show that nothing up to it was changed since. Only for a ledger that was found whole.
    """
    found, size = dict[How, Given](), signed.checkpoint.size
    for one in store.witnesses.all():
        counted = one.signed.checkpoint.size
        if (
            one.how in {How.INTERVAL, *found}
            or not seq < counted < size
            or store.checkpoints.is_lost(mark_of(one.signed))
        ):
            continue
        found[one.how] = Given(one, tuple(store.journal.consistency_proof(counted, size)))
    return list(found.values())


def _complaints(entries: Iterable[Recorded]) -> list[Complaint]:
    found = list[Complaint]()
    for entry in entries:
        if isinstance(entry.event, DisputeOpened):
            found.append(Complaint(entry.event.why, entry.at, entry.at + ANSWER_WITHIN, entry.at + IN_DOUBT))
        elif isinstance(entry.event, DisputeClosed) and found:
            last = found[-1]
            found[-1] = Complaint(last.why, last.opened, last.answer_by, last.kept_until, entry.at, entry.event.how)
    return found
