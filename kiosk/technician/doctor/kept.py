"""What the home keeps: settings, rights, keys, store, ledger; whether the last stop was clean, and when it was last backed up."""

import os
import shlex
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path

from kiosk.clock import Clock
from kiosk.desk import plan
from kiosk.desk.proof import prove
from kiosk.errors import KioskFault, StoreDamaged
from kiosk.ledger import events
from kiosk.ledger.events import Recorded
from kiosk.ledger.subject import month_of, of_month
from kiosk.store import How, Store
from kiosk.store.backup_folder import BackupFolder
from kiosk.store.device_key import DeviceHome
from kiosk.store.keyring import SHEET, load
from kiosk.technician.doctor.examined import Examined
from kiosk.technician.doctor.finding import UNTOLD, Finding, absent, of_fault, wanting, well, worth_a_look

NO_HOME = "Nothing to look at: there is no kiosk here yet."
NOT_OPEN = "That could not be told: the store does not open."
BACKUP_EVERY = timedelta(days=7)
"""Without a backup for so long, a broken disk takes more than anybody remembers."""
BACKUP_LATE = timedelta(days=2)
"""A kiosk that backs up by itself does so once a day while it serves."""


def settings(examined: Examined) -> Finding:
    """They can be read, and each is known and within its bounds."""
    found = examined.settings
    return of_fault(found) if isinstance(found, KioskFault) else well("Every setting is known and within its bounds.")


def folders(examined: Examined) -> Finding:
    """The folders that the settings name are there and the kiosk may write in them, and the plan of the shelves can be shown."""
    found = examined.settings
    if isinstance(found, KioskFault):
        return absent(UNTOLD)
    named = {
        "watch under [intake]": found.intake.watch,
        "reports under [desk]": found.desk.reports,
        "folder under [backup]": found.backup.folder,
    }
    named = {name: path for name, path in named.items() if path}
    try:
        plan.load(examined.home, found.depot.plan)
        if found.backup.folder and isinstance(examined.store, Store):
            BackupFolder(Path(found.backup.folder), examined.store.keys).refuse_absent()
    except KioskFault as fault:
        return of_fault(fault)
    missing = {name: path for name, path in named.items() if not Path(path).is_dir()}
    if missing:
        return wanting(f"Not there: {', '.join(missing)}.", f"Run: mkdir -p {shlex.join(missing.values())}")
    shut = {name: path for name, path in named.items() if not _writes(examined.home, Path(path))}
    if shut:
        return wanting(
            f"The kiosk may not write in: {', '.join(shut)}.",
            f"Run: sudo chown --reference={shlex.quote(str(examined.home))} {shlex.join(shut.values())}. A stick takes no chown: "
            "mount it as the kiosk's, with uid=kiosk.",
        )
    if not named:
        return absent("The settings name no folder.")
    return well("The folders that the settings name are there.")


def _writes(home: Path, folder: Path) -> bool:
    """Whether the home's owner, who serves, may make files in a folder: who looks may be root, who always may."""
    about, owner = folder.stat(), home.stat()
    rights = 0o300 if about.st_uid == owner.st_uid else 0o030 if about.st_gid == owner.st_gid else 0o003
    may = owner.st_uid == 0 or about.st_mode & rights == rights
    return may and os.access(folder, os.W_OK | os.X_OK)  # nobody may, on a disk that takes no writes


def permissions(examined: Examined) -> Finding:
    """Nobody but its owner may read or write in the home."""
    if not examined.is_there:
        return absent(NO_HOME)
    home = examined.home
    paths = [
        home,
        *chain.from_iterable(
            (Path(here, name) for name in (*folders, *files)) for here, folders, files in os.walk(home)
        ),
    ]
    about = [path.lstat() for path in paths]
    owner = about[0].st_uid
    opened = sum(bool(one.st_mode & 0o077) for one in about)
    if opened:
        return wanting(
            f"Others on this machine may look into {opened} of {len(paths)} files of the home.",
            f"Run: chmod -R go= {shlex.quote(str(home))}",
        )
    if any(one.st_uid != owner for one in about):
        return wanting(
            "Files of the home belong to different owners: the kiosk cannot write them all.",
            f"Run: sudo chown -R --reference={shlex.quote(str(home))} {shlex.quote(str(home))}",
        )
    if os.geteuid() not in (0, owner):
        return wanting(
            "The home belongs to somebody else.", "Run this as its owner: sudo -u '#" + f"{owner}' kiosk doctor"
        )
    return well("The home is open to its owner alone.")


def keys(examined: Examined) -> Finding:
    """Where the device key lives, and whether there is a recovery sheet."""
    if not examined.is_there:
        return absent(NO_HOME)
    try:
        by = {one.by for one in load(examined.home).openers}
    except KioskFault as fault:
        return of_fault(fault)
    if SHEET not in by:
        return worth_a_look(
            "There is no recovery sheet: should this machine break, no backup opens.",
            f"Run this, print the file and lock it away: {examined.command('keys rotate --sheet FILE.svg')}",
        )
    if by <= {SHEET, DeviceHome.FILE}:
        return worth_a_look(
            "The device key lies in a file: who has the disk has the key.",
            f"Where somebody can type at each start, run: {examined.command('keys rotate --device passphrase --sheet FILE.svg')}",
        )
    where = "as a systemd credential" if DeviceHome.CREDENTIAL in by else "in somebody's head, as a passphrase"
    return well(f"The device key lives {where}; there is a recovery sheet.")


def store(examined: Examined) -> Finding:
    """It opens, it is encrypted, and every page is what was written."""
    if not examined.is_there:
        return absent(NO_HOME)
    if examined.is_locked_away:
        told = "Its passphrase is not at hand, so the store was not looked at."
        return worth_a_look(told, f"In a terminal, where it can be typed, run: {examined.command('doctor')}")
    restore = f"Stop the kiosk, keep a copy of its files, and run: {examined.command('backup restore FILE')}"
    found = examined.store
    try:
        if isinstance(found, KioskFault):
            raise found
        facts = found.facts()
        found.check()
    except StoreDamaged:
        return wanting("The store is damaged: bytes are not what was written.", restore)
    except KioskFault as fault:
        return of_fault(fault)
    if not facts["encrypted"]:
        return wanting("The store is not encrypted.", restore)
    return well(f"Every page is what was written, under {facts['cipher']}.")


def ledger(examined: Examined) -> Finding:
    """Computed anew, and held against the parcels and every checkpoint that the store remembers."""
    found = _open(examined)
    if isinstance(found, Finding):
        return found
    proof = prove(found)
    if not proof.ok:
        return wanting(
            "The ledger is not what was written.",
            f"See what: {examined.command('ledger verify')}. Keep the files, and call whoever looks after this kiosk.",
        )
    last = found.witnesses.last()
    told = f"The ledger is whole, {proof.verified.entries} entries"
    if last is None:
        return worth_a_look(
            f"{told}; no checkpoint ever left this machine, so an older copy of it would look as whole.",
            f"Keep elsewhere what this prints: {examined.command('ledger checkpoint')}",
        )
    return well(
        f"{told}; the last checkpoint, of {_day(examined.clock, last.at)}, counts {last.signed.checkpoint.size} of them."
    )


def power(examined: Examined) -> Finding:
    """Whether the kiosk was stopped, or cut off."""
    found = _open(examined)
    if isinstance(found, Finding):
        return found
    runs = list(_starts_and_stops(found, examined))
    if examined.is_serving and runs and isinstance(runs[-1].event, events.KioskStarted):
        runs.pop()
    if not runs:
        return well("It was never cut off, as far as the ledger remembers.")
    if isinstance(runs[-1].event, events.KioskStopped):
        return well("The last stop was a clean one.")
    started = _day(examined.clock, runs[-1].at)
    return worth_a_look(
        f"It was cut off after its start of {started}: by the power, or by a crash. What was acknowledged is kept.",
        "See what happened: journalctl -b -1 -e",
    )


def backup(examined: Examined) -> Finding:
    """How old the last one is."""
    found = _open(examined)
    if isinstance(found, Finding):
        return found
    by_itself = not isinstance(examined.settings, KioskFault) and bool(examined.settings.backup.folder)
    fix = f"Run: {examined.command('backup create' if by_itself else 'backup create /media/stick/kiosk.backup')}"
    longest = BACKUP_LATE if by_itself else BACKUP_EVERY
    last = found.witnesses.last(How.BACKUP)
    if last is None:
        first = next(iter(found.journal.entries()), None)
        told = "There is no backup: a broken disk takes everything with it."
        is_new = first is None or examined.clock.now() - first.at < BACKUP_EVERY
        return worth_a_look(told, fix) if is_new else wanting(told, fix)
    age = examined.clock.now() - last.at
    told = f"The last backup is of {_day(examined.clock, last.at)}."
    return wanting(told, fix) if age > longest else well(told)


def _open(examined: Examined) -> Store | Finding:
    if not examined.is_there:
        return absent(NO_HOME)
    return absent(NOT_OPEN) if isinstance(examined.store, KioskFault) else examined.store


def _starts_and_stops(store: Store, examined: Examined) -> Iterator[Recorded]:
    """Of this month and the one before."""
    now = examined.clock.now()
    months = {of_month(month_of(at)) for at in (now, now.replace(day=1) - timedelta(days=1))}
    return (
        one for one in store.journal.about(months) if isinstance(one.event, events.KioskStarted | events.KioskStopped)
    )


def _day(clock: Clock, at: datetime) -> str:
    return f"{clock.local(at):%Y-%m-%d %H:%M}"
