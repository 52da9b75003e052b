"""The only file that asks what time it is. Everything below takes times as values."""

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Clock:
    """Wall clock, monotonic clock and boot clock of this machine; `zone` is the depot's own time zone."""

    def __init__(self, zone: ZoneInfo | None = None) -> None:
        self._zone = zone

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC)

    def local(self, moment: datetime) -> datetime:
        """`moment` as the depot's wall clock shows it."""
        return moment.astimezone(self._zone)

    def today(self) -> date:
        """The depot's own date."""
        return self.local(self.now()).date()

    def monotonic(self) -> float:
        """Seconds that only ever grow, within this process."""
        return time.monotonic()

    def boottime(self) -> float:
        """Seconds since the machine started, sleep included (CLOCK_BOOTTIME)."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)

    def boot_id(self) -> str:
        """A word that changes with each start of the machine; empty where the kernel gives none."""
        try:
            return BOOT_ID.read_text(encoding="ascii").strip()
        except OSError:
            return ""


class SkippingClock(Clock):
    """Real time plus what was skipped: lets the demo and the tests wait fifteen minutes in no time."""

    def __init__(self, zone: ZoneInfo | None = None) -> None:
        super().__init__(zone)
        self._skipped = 0.0

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass at once."""
        self._skipped += seconds

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self._skipped)

    def monotonic(self) -> float:
        return super().monotonic() + self._skipped

    def boottime(self) -> float:
        return super().boottime() + self._skipped
