"""What `kiosk backup create` and `verify` do, and what a restore checks before it replaces anything."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from kiosk import settings as settings_file
from kiosk.clock import Clock
from kiosk.codes.recovery import Secret
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.proof import prove
from kiosk.errors import StoreDamaged, StoreFault, WrongKey
from kiosk.ledger import events
from kiosk.ledger.checkpoint import Signed, Signer
from kiosk.policy.retention import kept_days
from kiosk.settings import Settings
from kiosk.store import How, Store, files
from kiosk.store.backup import About, Backup, is_backup
from kiosk.store.backup_folder import BackupFolder
from kiosk.store.database import Database
from kiosk.store.device_key import AskPassphrase
from kiosk.store.keyring import KeyRing, kept_sheet, opened_by_sheet, ring_path
from kiosk.store.schema import migrations
from kiosk.store.store import FILE

AHEAD = timedelta(minutes=1)
"""Two clocks of one depot may differ by that."""

AskSheet = Callable[[], Secret]


@dataclass(frozen=True, slots=True)
class Checked:
    """A backup that is whole and may be restored."""

    about: About
    entries: int


def create(store: Store, home: Path, clock: Clock, path: Path) -> About:
    """Back the open store of a home up into a file; the kiosk may serve meanwhile. Raises `StoreFault`."""
    now = clock.now()
    signed: list[Signed] = []

    def work(enter: Entering) -> None:
        enter(events.BackupMade())
        signed[:] = [store.checkpoints.make(How.BACKUP, at=now)]

    in_one_act(store, now, work)
    ring, settings = (one.read_text(encoding="utf-8") for one in (ring_path(home), home / settings_file.FILE))
    return store.back_up(path, ring=ring, settings=settings, checkpoint=signed[0].note, made=now)


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup that was written and read again; `removed` counts older ones that had to go."""

    path: Path
    about: About
    removed: int = 0


def note_of(path: Path) -> Path:
    """Where the checkpoint of a backup is written."""
    return path.with_name(f"{path.name}.checkpoint")


def take(store: Store, home: Path, clock: Clock, path: Path) -> Taken:
    """`create`, with its checkpoint beside it, read again as a restore would before it gets its name. Raises `StoreFault`.

    A backup that is in its place stays there until then.
    """
    if path.exists() and not is_backup(path):
        raise StoreFault(f"{path} is there and is no backup. Name another file.")
    unchecked = path.with_name(f".{path.name}.unchecked")
    try:
        about = create(store, home, clock, unchecked)
        _check(home, clock, Backup.read(unchecked), store.keys)
        unchecked.replace(path)
        files.replace(note_of(path), about.checkpoint.encode())
    except OSError as error:
        raise StoreFault(f"{path} cannot be written ({error.strerror}). Name another file.") from None
    finally:
        unchecked.unlink(missing_ok=True)
    return Taken(path, about)


def take_by_itself(store: Store, settings: Settings, home: Path, clock: Clock) -> Taken:
    """`take` one into the folder of the settings, and only then remove what may not be restored any more. Raises `StoreFault`."""
    if not settings.backup.folder:
        raise StoreFault("No folder for backups is named. Name a FILE, or write folder under [backup] in kiosk.toml.")
    folder = BackupFolder(Path(settings.backup.folder), store.keys)
    folder.refuse_absent()
    folder.remove_half_made(settings.depot.tag, clock.now())
    taken = take(store, home, clock, folder.name(settings.depot.tag, clock.now()))
    days = kept_days(settings.backup.keep_days, settings.retention.dispute_days)
    return replace(taken, removed=folder.remove_over(clock.now(), days))


def verify(home: Path, clock: Clock, path: Path, *, ask: AskPassphrase | None, ask_sheet: AskSheet) -> Checked:
    """Check a backup as a restore would, and replace nothing. Raises `StoreFault`, `StoreDamaged` or `WrongKey`."""
    backup = Backup.read(path)
    return _check(home, clock, backup, keys_for(backup, home, ask, ask_sheet).ring)


def _check(home: Path, clock: Clock, backup: Backup, ring: KeyRing) -> Checked:
    refuse_age(backup.about, settings_of(home, backup), clock.now())
    place = home if home.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder, staged_store(backup, Path(folder) / FILE, ring) as store:
        return Checked(backup.about, entries_of(store, backup))


@dataclass(frozen=True, slots=True)
class Keys:
    """The ring that opens a backup: that of the home, or the backup's own by its sheet."""

    ring: KeyRing
    sheet: Secret | None
    """None: the home's own ring, which stays."""


def keys_for(backup: Backup, home: Path, ask: AskPassphrase | None, ask_sheet: AskSheet) -> Keys:
    """What opens a backup for a home: its own ring, or the sheet, asked for where none is kept. Raises `StoreFault`, `WrongKey`."""
    ring = None
    if ring_path(home).exists():
        with suppress(WrongKey, StoreDamaged):
            ring = KeyRing.open(home, ask)
    if ring is None:
        sheet = kept_sheet(home, ask) or ask_sheet()
        ring = KeyRing.of(opened_by_sheet(backup.envelope, sheet))
        keys = Keys(ring, sheet)
    else:
        keys = Keys(ring, None)
    if not backup.is_of(ring):
        raise WrongKey(
            f"{backup.path} was made by another kiosk, or somebody changed it. Restore it into an empty home with its own recovery sheet."
        )
    return keys


@contextmanager
def staged_store(backup: Backup, path: Path, ring: KeyRing) -> Iterator[Store]:
    """The backup's store beside the home's own, under its own name, brought to this version's tables."""
    with backup.extract(path):
        database = _opened_by_any(path, ring)
        try:
            database.migrate(migrations.apply)
            store = Store(database, ring)
        except BaseException:
            database.close()
            raise
        try:
            yield store
        finally:
            with suppress(StoreFault):
                store.close()


def _opened_by_any(path: Path, ring: KeyRing) -> Database:
    for key in filter(None, (ring.store_key, ring.next_store_key, ring.earlier_store_key)):
        with suppress(WrongKey):
            return Database(path, key)
    raise WrongKey(
        "The keys were rotated more than once since this backup. Restore it into an empty home with the sheet of its time."
    )


def entries_of(store: Store, backup: Backup) -> int:
    """How many entries the backup has; raises `StoreDamaged` where it is not what its own checkpoint says."""
    name = backup.about.signed.checkpoint.origin.rpartition("/")[0]
    if backup.about.signed.key_id not in {Signer(name, key).public.id for key in store.keys.signing_keys}:
        raise WrongKey(
            "The signing key was changed more than once since this backup. Restore it into an empty home with the sheet of its time."
        )
    store.check()
    proof = prove(store, backup.about.signed)
    if not proof.ok:
        raise StoreDamaged(
            f"The ledger in {backup.path} does not agree with the checkpoint of the backup. Use another one."
        )
    return proof.verified.entries


def settings_of(home: Path, backup: Backup) -> Settings:
    """The settings that count: those of the home; where it has none, those of the backup."""
    if (home / settings_file.FILE).exists():
        return settings_file.load(home)
    return settings_file.parse(backup.about.settings)


def refuse_age(about: About, settings: Settings, now: datetime) -> None:
    """Raises `StoreFault` for a backup that may not be restored any more."""
    days = kept_days(settings.backup.keep_days, settings.retention.dispute_days)
    refuse_clock(about.made_at, now)
    if now - about.made_at > timedelta(days=days):
        raise StoreFault(
            f"The backup of {about.made_at:%Y-%m-%d} is older than {days} days (backup.keep_days, retention.dispute_days): what was to be "
            "erased is in it. Use a newer one, and destroy it."
        )


def refuse_clock(earlier: datetime | None, now: datetime) -> None:
    """Raises `StoreFault` where the clock is behind a moment that was."""
    if earlier is not None and now < earlier - AHEAD:
        raise StoreFault(
            f"The clock of this machine says {now:%Y-%m-%d %H:%M} (UTC), but it was {earlier:%Y-%m-%d %H:%M} before. Set it first."
        )
