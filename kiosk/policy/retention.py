"""How long what is kept, and by which clock. Pure; moments know their zone (UTC).

| what | stays |
|---|---|
| a parcel that left: digests of waybill and codes, its visits, its sealed events | the dispute window after it left |
| a parcel that waits, or is at its customer's hands | as long as it does |
| a parcel that was announced and never came, is missing, was not confirmed, is in dispute | a year in that state |
| events about the kiosk itself (sign-ins, refusals, faults), by month | the dispute window after the month's end |
| backups | `keep_days`, never longer than the dispute window |

Which clock. The machine's own count of seconds (CLOCK_BOOTTIME), which nobody can set, says how much time passed within one boot. Across
power-off only the wall clock can say, so a step back, or more than 14 days forward, stops all erasing until a technician has looked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from kiosk.parcel import GONE, ParcelState

IN_DOUBT = timedelta(days=365)
"""For parcels that did not leave and do not wait."""
MOST_FORWARD = timedelta(days=14)
"""A kiosk may be without power for that long and go on by itself."""
MOVED = timedelta(minutes=1)
"""The wall clock was set, not just adjusted."""

LASTS = frozenset({ParcelState.WAITING, ParcelState.RELEASED})


def expired_before(state: ParcelState, now: datetime, dispute_days: int) -> datetime | None:
    """Parcels that entered `state` at this moment or before are to be erased; None: never while they are in it."""
    if state in LASTS:
        return None
    return now - (timedelta(days=dispute_days) if state in GONE else IN_DOUBT)


def last_month(now: datetime, dispute_days: int) -> int:
    """The last month whose own events are to be erased, and all before it, as 202611 for November 2026 (UTC)."""
    ended = (now - timedelta(days=dispute_days)).astimezone(UTC)
    return (ended.year - 1) * 100 + 12 if ended.month == 1 else ended.year * 100 + ended.month - 1


def kept_days(keep_days: int, dispute_days: int) -> int:
    """For how many days a backup may be restored."""
    return min(keep_days, dispute_days)


def backups_over(made: Iterable[datetime], now: datetime, days: int) -> list[datetime]:
    """Of backups by their moments, those that may not be restored any more; the newest is never among them."""
    newest_first = sorted(made, reverse=True)
    return [moment for moment in newest_first[1:] if now - moment > timedelta(days=days)]


def gone_from_backups(erased: datetime, days: int) -> datetime:
    """When what was erased here is in no backup either that may be restored; `days` of `kept_days`."""
    return erased + timedelta(days=days)


class Doubt(StrEnum):
    """Why nothing is erased."""

    BACK = "back"
    """The clock is behind the last moment that was seen."""
    FORWARD = "forward"
    """It is too far ahead of it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Which moment counts: `at`. With a doubt nothing may be erased, and `at` is the last moment that was taken for true."""

    at: datetime
    doubt: Doubt | None = None
    moved: timedelta = timedelta()
    """How far the wall clock is from where it should be; zero where that is not known or less than a minute."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The last reading, and CLOCK_BOOTTIME in seconds within boot `boot_id` when its moment was taken for true."""

    reading: Reading
    boottime: float
    boot_id: str


def read(seen: Seen | None, *, wall: datetime, boottime: float, boot_id: str) -> Reading:
    """What the clocks say now, after what was `seen`; None: nobody ever looked. An empty `boot_id` is no known boot."""
    if seen is None:
        return Reading(wall)
    last = seen.reading.at
    if boot_id and boot_id == seen.boot_id:
        at = last + timedelta(seconds=max(0.0, boottime - seen.boottime))
        return Reading(at, moved=wall - at if abs(wall - at) > MOVED else timedelta())
    if wall < last:
        return Reading(last, Doubt.BACK, wall - last)
    if wall > last + MOST_FORWARD:
        return Reading(last, Doubt.FORWARD, wall - last)
    return Reading(wall)


def seen_now(seen: Seen | None, reading: Reading, *, boottime: float, boot_id: str) -> Seen:
    """What to remember of a reading: in doubt, the boot in which its moment was taken for true stays."""
    if reading.doubt and seen is not None:
        return Seen(reading, seen.boottime, seen.boot_id)
    return Seen(reading, boottime, boot_id)


def is_news(last: Reading | None, now: Reading) -> bool:
    """Whether a technician should hear of a reading: a doubt came or went, or the wall clock was set."""
    told = last or Reading(now.at)
    return now.doubt is not told.doubt or (now.doubt is None and abs(now.moved - told.moved) > MOVED)
