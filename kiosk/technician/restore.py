"""What `kiosk backup restore` does: brings a backup back.

A restore checks everything before it replaces anything. What the ledger has had erased since is erased in the old copy, too, and what has
expired meanwhile; then a new epoch begins, which names the tree it goes on from. A power cut leaves the kiosk as it was or as restored.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk import settings as settings_file
from kiosk.clock import Clock
from kiosk.codes.recovery import Secret
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.forgetting import erase_expired
from kiosk.errors import KioskFault, StoreFault
from kiosk.ledger import events
from kiosk.parcel import GONE
from kiosk.policy.retention import Reading, Seen
from kiosk.settings import Settings
from kiosk.store import Store, opened
from kiosk.store.backup import About, Backup
from kiosk.store.device_key import AskPassphrase, DeviceHome, Seat, best_home
from kiosk.store.files import FOLDER_OWNER_ONLY, sync_folder, write_new
from kiosk.store.keyring import KeyRing, by_device, forget_sheet, load, reseal, ring_path
from kiosk.store.lock import serving
from kiosk.store.store import FILE
from kiosk.technician.backup import (
    AskSheet,
    entries_of,
    keys_for,
    refuse_age,
    refuse_clock,
    settings_of,
    staged_store,
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore came to. `lost` counts what happened since the backup by its event; None: the store before could not be read."""

    about: About
    epoch: int
    lost: dict[str, int] | None
    left: tuple[int, ...] = ()
    """Parcels that have left since and wait again in the restored store."""
    erased: int = 0
    """Parcels that expired, or were erased, since the backup, and were erased again."""


def restore(
    home: Path,
    clock: Clock,
    path: Path,
    *,
    ask: AskPassphrase | None,
    ask_sheet: AskSheet,
    device: DeviceHome | None = None,
    ask_new: AskPassphrase | None = None,
) -> Restored:
    """Bring a backup back into a home that does not serve, or an empty one; `device` is for keys that only the sheet opens.

    Raises `StoreFault`, `StoreDamaged` or `WrongKey`, and has replaced nothing then.
    """
    backup = Backup.read(path)
    with _new_or_standing(home), serving(home):
        keys = keys_for(backup, home, ask, ask_sheet)
        settings, now = settings_of(home, backup), clock.now()
        staged = home / f"{FILE}.restored"
        with staged_store(backup, staged, keys.ring) as store:
            entries_of(store, backup)
            before = _before(home, ask, backup)
            refuse_age(backup.about, settings, now)
            for seen in (store.erasure.seen(), before.seen):
                refuse_clock(seen.reading.at if seen else None, now)
            epoch, erased = _bring_up_to_date(store, before, settings, clock)
            left = tuple(number for number in before.left if _waits(store, number))
            store.sweep()
            store.close()
            with suppress(FileExistsError):  # a home that has settings keeps them
                write_new(home / settings_file.FILE, backup.about.settings.encode())
            if keys.sheet is None:
                _replace(home, staged, store.key, before.key, ask)
            else:
                seat = Seat(device or best_home(), ring_path(home).parent, ask_new)
                _move_in(home, staged, keys.ring.with_store_key(store.key), seat, keys.sheet)
    return Restored(backup.about, epoch, before.lost, left, erased)


@contextmanager
def _new_or_standing(home: Path) -> Iterator[None]:
    """A home that is made for the restore goes again where that fails."""
    is_new = not home.exists()
    try:
        home.mkdir(mode=FOLDER_OWNER_ONLY, parents=True, exist_ok=True)
        yield
    except BaseException:
        if is_new:
            shutil.rmtree(home, ignore_errors=True)
        raise


@dataclass(frozen=True, slots=True)
class _Before:
    """The store that is replaced, as far as it can be read."""

    lost: dict[str, int] | None = None
    left: tuple[int, ...] = ()
    erased: tuple[int, ...] = ()
    """Subjects by their first entries."""
    seen: Seen | None = None
    key: bytes | None = field(default=None, repr=False)


def _before(home: Path, ask: AskPassphrase | None, backup: Backup) -> _Before:
    checkpoint = backup.about.signed.checkpoint
    try:
        with opened(home, ask) as store:
            if store.journal.size() < checkpoint.size or store.journal.root_at(checkpoint.size) != checkpoint.root:
                return _Before(seen=store.erasure.seen(), key=store.key)  # another history: nothing can be compared
            since = [entry.event for entry in store.journal.entries(from_seq=checkpoint.size)]
            lost = Counter(type(event).__name__ for event in since)
            erased = [first for event in since if isinstance(event, events.Erased) for first in event.subjects]
            numbers = dict.fromkeys(getattr(event, "parcel", None) for event in since)
            left = tuple(number for number in numbers if number is not None and not _waits(store, number))
            return _Before(dict(lost), left, tuple(erased), store.erasure.seen(), store.key)
    except KioskFault:
        return _Before()


def _waits(store: Store, parcel: int) -> bool:
    """Whether the parcel is known and has not left."""
    try:
        return store.parcels.get(parcel).state not in GONE
    except StoreFault:
        return False


def _bring_up_to_date(store: Store, before: _Before, settings: Settings, clock: Clock) -> tuple[int, int]:
    """A new epoch, and what was erased or has expired since goes: the epoch, and how many parcels went."""
    now, again = clock.now(), store.erasure.of_subjects(before.erased)

    def work(enter: Entering) -> int:
        epoch = store.journal.begin_epoch(at=now, act=enter.key)
        store.checkpoints.catch_up(at=now, act=enter.key)
        store.erasure.see(Seen(Reading(now), clock.boottime(), clock.boot_id()))
        store.outbox.forget(now)
        if again:
            store.erasure.erase(again, at=now, act=enter.key)
        return epoch

    epoch = in_one_act(store, now, work)
    expired = sum(erase_expired(store, now, settings.retention.dispute_days))
    return epoch, len(again.parcels) + expired


def _replace(home: Path, staged: Path, key: bytes, key_before: bytes | None, ask: AskPassphrase | None) -> None:
    """The restored store, under its `key`, in the place of the home's; in between the ring knows both keys, as in a rotation."""
    envelope = load(home)
    wrapping = by_device(envelope, ring_path(home).parent, ask)
    ring = KeyRing.of(envelope.open(wrapping))
    ring = replace(ring, store_key=key_before or ring.store_key)
    reseal(home, envelope, wrapping, replace(ring, next_store_key=key))
    _rename(home, staged)
    reseal(home, envelope, wrapping, ring.with_store_key(key))


def _move_in(home: Path, staged: Path, ring: KeyRing, seat: Seat, sheet: Secret) -> None:
    """Keys and store into a home without a ring that opens: the keys first. After a power cut in between the restore is done again."""
    device = seat.renew()
    seat.keep(device)
    ring.write(home, device, sheet)
    _rename(home, staged)
    forget_sheet(home)


def _rename(home: Path, staged: Path) -> None:
    for end in (
        "-wal",
        "-shm",
    ):  # empty where the store was sound; a log of another store must not stand beside this one
        home.joinpath(f"{FILE}{end}").unlink(missing_ok=True)
    staged.replace(home / FILE)
    sync_folder(home)
