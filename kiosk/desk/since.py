"""Since yesterday: what a supervisor should know of the night, from the ledger alone. Numbers and clerks' names, nothing of a customer."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk import hours
from kiosk.clock import Clock
from kiosk.ledger import events
from kiosk.ledger.events import Recorded
from kiosk.ledger.subject import LEDGER, month_of, of_month
from kiosk.settings import Settings
from kiosk.store import How, Store

LATE = 2
"""Days."""


@dataclass(frozen=True, slots=True)
class Since:
    """What happened from the midnight before yesterday's on. Moments in UTC."""

    begun: datetime
    program: tuple[tuple[datetime, str], ...]
    """When the program's files were found to be others, and the version that they say they are."""
    devices: tuple[tuple[datetime, str], ...]
    """Devices that were not plugged in before: `vendor:product kinds`."""
    starts: tuple[datetime, ...] | None
    """Of the program, outside the depot's hours; None where its hours are words that nobody can compare with."""
    failed: tuple[tuple[str, int], ...]
    """Clerks' short names, and how many PINs were wrong for each."""
    locked: int
    """Keypads that closed for too many wrong codes."""
    unkept: int
    """Whole days without a backup, where backups are made by themselves: the stick is gone, say. Two or more are too many."""

    @property
    def is_unusual(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self.program or self.devices or self.starts or self.failed or self.locked or self.unkept >= LATE)


def since_yesterday(store: Store, settings: Settings, clock: Clock) -> Since:
    """From yesterday's first minute until now. Raises `StoreFault`."""
    now = clock.now()
    midnight = clock.local(now).replace(hour=0, minute=0, second=0, microsecond=0)
    begun = midnight - timedelta(days=1)
    happened = [one for one in store.journal.about({of_month(month_of(at)) for at in (begun, now)}) if one.at >= begun]
    lasting = store.journal.about([LEDGER])
    wrong = Counter(one.event.clerk for one in happened if isinstance(one.event, events.WrongPin))
    return Since(
        begun=begun,
        program=tuple(_programs(lasting, begun)),
        devices=tuple(_devices(lasting, begun)),
        starts=_starts(happened, settings, clock),
        failed=tuple((store.clerks.get(clerk).name, count) for clerk, count in sorted(wrong.items())),
        locked=sum(isinstance(one.event, events.KeypadLocked) for one in happened),
        unkept=_days_without_backup(store, clock) if settings.backup.folder else 0,
    )


def _days_without_backup(store: Store, clock: Clock) -> int:
    """Since the last one, or since the first entry that can be read."""
    last, first = store.witnesses.last(How.BACKUP), next(iter(store.journal.entries()), None)
    since = last.at if last else first.at if first else clock.now()
    return (clock.now() - since).days


def _programs(lasting: list[Recorded], begun: datetime) -> Iterator[tuple[datetime, str]]:
    """The first look is none: there was nothing to compare with."""
    found = [(one.at, one.event.version) for one in lasting if isinstance(one.event, events.ProgramChanged)]
    return (one for one in found[1:] if one[0] >= begun)


def _devices(lasting: list[Recorded], begun: datetime) -> Iterator[tuple[datetime, str]]:
    known: Counter[str] | None = None
    for one in lasting:
        if isinstance(one.event, events.DevicesChanged):
            here = Counter(one.event.devices)
            if known is not None and one.at >= begun:
                yield from ((one.at, device) for device in (here - known).elements())
            known = here if known is None else known | here  # what was here once is not new when it comes again


def _starts(happened: list[Recorded], settings: Settings, clock: Clock) -> tuple[datetime, ...] | None:
    opening = hours.parse(settings.depot.hours)
    if opening is None:
        return None
    starts = (one.at for one in happened if isinstance(one.event, events.KioskStarted))
    return tuple(at for at in starts if not opening.is_open(clock.local(at)))
