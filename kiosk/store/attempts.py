"""Wrong typed codes of each keypad, kept so that switching the machine off and on does not open a lockout."""

from dataclasses import dataclass
from datetime import date

from kiosk.store.database import Database


@dataclass(frozen=True, slots=True)
class Attempts:
    """Where a keypad's lockout stands. `boottime` is CLOCK_BOOTTIME in seconds at the last save, within the boot `boot_id`."""

    wrong: int
    """Wrong codes on `day`."""
    day: date
    """The depot's own date."""
    locked_seconds: float
    """Seconds that were left of the lockout at `boottime`; 0 for none."""
    boot_id: str
    boottime: float


class AttemptsOfStations:
    """One row a station."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, station: str) -> Attempts | None:
        """What was saved last for the station."""
        row = self._database.row(
            "SELECT wrong, day, locked_seconds, boot_id, boottime FROM attempts WHERE station = ?", (station,)
        )
        if row is None:
            return None
        wrong, day, locked_seconds, boot_id, boottime = row
        return Attempts(wrong, date.fromisoformat(day), locked_seconds, boot_id, boottime)

    def save(self, station: str, attempts: Attempts) -> None:
        """Replace what was saved."""
        self._database.run(
            "INSERT OR REPLACE INTO attempts (station, wrong, day, locked_seconds, boot_id, boottime)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                station,
                attempts.wrong,
                attempts.day.isoformat(),
                attempts.locked_seconds,
                attempts.boot_id,
                attempts.boottime,
            ),
        )
