"""What an inspector is told: what the store keeps, what the ledger says, and what a probe measures at this moment.

Numbers, moments, and words of the catalogues, of the schema and of the settings. No code, no waybill and no name enters a value here.
"""

import stat
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kiosk import __version__
from kiosk.clock import Clock
from kiosk.desk.kept import notice
from kiosk.desk.proof import Proof, prove
from kiosk.desk.report import Way, way_of
from kiosk.desk.shown import Notice
from kiosk.ledger import events
from kiosk.ledger.checkpoint import Signed
from kiosk.ledger.events import Event, Recorded
from kiosk.ledger.subject import STAYS
from kiosk.parcel import ParcelState
from kiosk.policy.roles import Role
from kiosk.reader.probe import probe
from kiosk.reader.wire import SandboxReport
from kiosk.settings import Settings
from kiosk.store import How, Store
from kiosk.store.checkpoints import KeyRange
from kiosk.store.kept import Aged, Encryption, Table
from kiosk.store.keyring import load


@dataclass(frozen=True, slots=True)
class Counted:
    """How often, and when last (UTC)."""

    count: int
    last: datetime


@dataclass(slots=True)
class Told:
    """What the entries say that can still be read."""

    since: datetime | None = None
    """The first moment of which something can be read that does not stay for ever."""
    kinds: dict[str, Counted] = field(default_factory=dict)
    """By the event's name in the catalogue."""
    left: Counter[Way] = field(default_factory=Counter)
    """Parcels that left, by the way they did."""
    refused: Counter[str] = field(default_factory=Counter)
    """Codes refused, by reason."""
    by_hand: Counter[str] = field(default_factory=Counter)
    """Releases by hand, by reason."""
    undone: Counter[str] = field(default_factory=Counter)
    """Of them taken back within seconds."""
    unseconded: int = 0
    """Of them without a second signature at the time."""
    cut_off: Counted | None = None
    """Starts of the program after it had not been ended in good order: a power cut, or a crash."""
    versions: dict[str, datetime] = field(default_factory=dict)
    """Versions of the program by their first start that can be read."""
    settings: list[tuple[datetime, str]] = field(default_factory=list)
    """When the settings were found to be others, and their digest (SHA-256, hex)."""
    erased: list[tuple[datetime, int, int]] = field(default_factory=list)
    """When, of how many subjects, and how many entries."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """One look at one kiosk; moments in UTC."""

    made: datetime
    version: str
    settings: Settings
    tables: tuple[Table, ...]
    in_plain: dict[tuple[str, str], int]
    ages: dict[ParcelState, Aged]
    overdue: int
    """What should have been erased by now and was not: parcels and months."""
    subjects: dict[str, int]
    clock_doubted: bool
    clerks: dict[Role, int]
    """Who can sign in."""
    told: Told
    proof: Proof
    signed: Signed
    """A checkpoint of this very moment, for the inspector to take away."""
    keys: tuple[KeyRange, ...]
    witnesses: dict[How, Counted]
    encryption: Encryption
    openers: tuple[str, ...]
    """What opens the keys: homes of the device key, and the recovery sheet."""
    exposed: int
    """Files and folders of the home that others than their owner may read, write or enter."""
    sandbox: SandboxReport | None
    notice: Notice
    """What customers are shown when they ask what is kept."""


def inspect(store: Store, settings: Settings, clock: Clock) -> Inspection:
    """Look at an open store, count its ledger through, compute it anew, and try the reader's ways out. Raises `StoreFault`.

    The kiosk may serve meanwhile; what happens during the look may be in one figure and not in another.
    """
    with store.transaction():
        signed = store.checkpoints.make(How.ASKED, at=clock.now())
    now = clock.now()
    seen = store.erasure.seen()
    expired = store.erasure.expired(now, settings.retention.dispute_days)
    return Inspection(
        made=now,
        version=__version__,
        settings=settings,
        tables=store.kept.tables(),
        in_plain=store.kept.in_plain(),
        ages=store.kept.by_age(now),
        overdue=len(expired.parcels) + len(expired.months),
        subjects=store.kept.subjects(),
        clock_doubted=seen is not None and seen.reading.doubt is not None,
        clerks=dict(Counter(one.role for one in store.clerks.all() if one.disabled_at is None)),
        told=tell(store.journal.entries()),
        proof=prove(store),
        signed=signed,
        keys=tuple(store.checkpoints.signers()),
        witnesses=_witnesses(store),
        encryption=store.kept.encryption(),
        openers=tuple(opener.by for opener in load(store.home).openers),
        exposed=sum(_is_exposed(path) for path in [store.home, *store.home.rglob("*")]),
        sandbox=probe(),
        notice=notice(settings),
    )


def tell(entries: Iterable[Recorded]) -> Told:
    """Count entries through, in their order."""
    told, reasons, serving = Told(), dict[int, str](), False
    for entry in entries:
        event, name = entry.event, type(entry.event).__name__
        known = told.kinds.get(name)
        told.kinds[name] = Counted(known.count + 1 if known else 1, entry.at)
        if told.since is None and not isinstance(event, STAYS):
            told.since = entry.at
        if (way := way_of(event)) is not None:
            told.left[way] += 1
        _tell(told, event, entry.at, reasons)
        if isinstance(event, events.KioskStarted):
            told.versions.setdefault(event.version, entry.at)
            if serving:
                told.cut_off = Counted(told.cut_off.count + 1 if told.cut_off else 1, entry.at)
        if isinstance(event, events.KioskStarted | events.KioskStopped):
            serving = isinstance(event, events.KioskStarted)
    return told


def _tell(told: Told, event: Event, at: datetime, reasons: dict[int, str]) -> None:
    """`reasons`: of each release by hand so far, by its number."""
    match event:
        case events.CodeRefused(reason=reason):
            told.refused[reason] += 1
        case events.OverrideMade(override=number, reason=reason, second=second):
            reasons[number] = reason
            told.by_hand[reason] += 1
            told.unseconded += second is None
        case events.OverrideUndone(override=number) if number in reasons:
            told.undone[reasons[number]] += 1
        case events.SettingsChanged(digest=digest):
            told.settings.append((at, digest))
        case events.Erased(subjects=subjects, entries=counts):
            told.erased.append((at, len(subjects), sum(counts)))


def _witnesses(store: Store) -> dict[How, Counted]:
    found = dict[How, Counted]()
    for one in store.witnesses.all():
        known = found.get(one.how)
        found[one.how] = Counted(known.count + 1, max(known.last, one.at)) if known else Counted(1, one.at)
    return found


def _is_exposed(path: Path) -> bool:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:  # a log that was moved into the file meanwhile
        return False
    return not stat.S_ISLNK(mode) and bool(stat.S_IMODE(mode) & 0o077)
