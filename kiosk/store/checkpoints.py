"""Signing what the ledger is, and by which keys it was signed so far."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.errors import StoreDamaged
from kiosk.ledger.checkpoint import Checkpoint, PublicKey, Signed, Signer, succession
from kiosk.ledger.events import EpochBegun, SigningKeyChanged
from kiosk.ledger.subject import LEDGER
from kiosk.store.audit import Mark
from kiosk.store.database import Database
from kiosk.store.faults import DAMAGED
from kiosk.store.journal import Entry, Journal
from kiosk.store.keyring import KeyRing
from kiosk.store.witnesses import How, Witnesses

EVERY = 1_000
"""Entries after which a checkpoint is signed and kept: it narrows down where a ledger was changed."""


@dataclass(frozen=True, slots=True)
class KeyRange:
    """Which key signs checkpoints of trees of more than `after` entries, up to `until` (None: it still does)."""

    key: PublicKey
    after: int
    until: int | None


class Checkpoints:
    """The checkpoints of one store."""

    def __init__(self, database: Database, keys: KeyRing, journal: Journal, witnesses: Witnesses) -> None:
        self._journal = journal
        self._witnesses = witnesses
        self._keys = keys
        self._made: Signer | None = None
        database.before_commit.append(self._sign_now_and_then)

    def make(self, how: How, *, at: datetime) -> Signed:
        """Sign what the ledger is now, this transaction's entries included, to be given away; inside a transaction only."""
        head = self._journal.standing()
        signed = self._signer().sign(Checkpoint(head.origin, head.frontier.size, head.frontier.root()))
        self._witnesses.remember(signed, how, at)
        return signed

    def public_key(self) -> PublicKey:
        """By which checkpoints are checked from now on."""
        return self._signer().public

    def signers(self) -> list[KeyRange]:
        """The keys that signed this ledger's checkpoints, the first one first; the last one signs now.

        Each but the first was named by the one before, in an entry; that is checked. Raises `StoreDamaged` where it does not hold.
        """
        name, ranges, first, named = self._journal.head().key_name, list[KeyRange](), 0, None
        for seq, event in self._lasting():
            if isinstance(event, SigningKeyChanged):
                old, new = (PublicKey(name, bytes.fromhex(key)) for key in (event.old, event.new))
                if old != (named or old) or not old.signed(succession(new), bytes.fromhex(event.signature)):
                    raise StoreDamaged(DAMAGED)
                ranges.append(KeyRange(old, first, seq))
                first, named = seq, new
        if self.public_key() != (named or self.public_key()):
            raise StoreDamaged(DAMAGED)
        return [*ranges, KeyRange(self.public_key(), first, None)]

    def change_key(self, new_key: bytes, *, at: datetime, act: bytes) -> Entry:
        """Sign with another key (32 random bytes) from here on; the old one signs the new. Inside a transaction only.

        The key ring must have the new one first. A checkpoint by the new one is kept at once, for who signed last signs on.
        """
        self._made = None  # asked here and at the end, for a commit that failed left the old one in force
        old, new = self._signer(), Signer(self._journal.head().key_name, new_key)
        event = SigningKeyChanged(old.public.key.hex(), new.public.key.hex(), old.vouch(new.public).hex())
        entry = self._journal.append(event, at=at, act=act)
        self._keys, self._made = replace(self._keys, next_signing_key=new_key), new
        self.make(How.INTERVAL, at=at)
        self._made = None
        return entry

    def catch_up(self, *, at: datetime, act: bytes) -> None:
        """In a store from before the last change of the key, that key is named anew. Inside a transaction only."""
        present = self._keys.signing_key
        if self._signer().public != Signer(self._journal.head().key_name, present).public:
            self.change_key(present, at=at, act=act)

    def signing_key(self) -> bytes:
        """The one of the key ring that signs now."""
        name, public = self._journal.standing().key_name, self._signer().public
        return next(key for key in self._keys.signing_keys if Signer(name, key).public == public)

    def is_lost(self, mark: Mark) -> bool:
        """Whether a mark counts entries that a restore lost, as the ledger itself tells."""
        begun = (event for _, event in self._lasting() if isinstance(event, EpochBegun))
        after = next((event for event in begun if event.epoch > mark.epoch), None)
        return after is not None and mark.size > after.size

    def _signer(self) -> Signer:
        """Made once: that takes longer than a signature. Of several keys, after a change that was cut off or in a restored store,
        the one that signed last."""
        name = self._journal.standing().key_name
        if self._made is None or self._made.public.name != name:
            signers = [Signer(name, key) for key in self._keys.signing_keys]
            last = self._witnesses.last_key() if len(signers) > 1 else None
            self._made = next((one for one in signers if one.public.id == last), signers[0])
        return self._made

    def _lasting(self) -> Iterator[tuple[int, object]]:
        return ((one.seq, one.event) for one in self._journal.about([LEDGER]))

    def _sign_now_and_then(self) -> None:
        growth = self._journal.growth()
        if growth is not None and growth[1] // EVERY > growth[0] // EVERY:
            self.make(How.INTERVAL, at=growth[2])
