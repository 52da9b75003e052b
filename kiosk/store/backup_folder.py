"""The folder that backups go to by themselves, mostly on a USB stick: is it there, which of its files are this kiosk's, which must go.

Nothing else in the folder is touched: a file is ours where it is whole at its end and our keys made it.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.errors import StoreFault
from kiosk.policy.retention import backups_over
from kiosk.store.backup import Backup
from kiosk.store.files import sync_folder
from kiosk.store.keyring import KeyRing

SUFFIX = ".backup"
STICKS = (Path("/media"), Path("/mnt"), Path("/run/media"))
"""Where sticks are mounted: a folder below these that is on no mount is where a stick should be and is not."""
HALF_MADE = 3600.0
"""Seconds after which nobody writes a file any more."""


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """One folder, as one kiosk sees it."""

    path: Path
    keys: KeyRing

    def refuse_absent(self) -> None:
        """Raises `StoreFault` where there is no folder, or no stick under it."""
        if not _opens(self.path) or _waits_for_stick(self.path):
            raise StoreFault(
                f"{self.path} is not there, so no backup is made. Plug the USB stick in, or mend folder under [backup]."
            )

    def name(self, tag: str, moment: datetime) -> Path:
        """For a backup of this moment (UTC)."""
        return self.path / f"kiosk-{tag}-{moment:%Y%m%d-%H%M%S}{SUFFIX}"

    def remove_half_made(self, tag: str, now: datetime) -> None:
        """What a backup that was cut off left behind, unless it is being made at this moment."""
        for path in self.path.glob(f".kiosk-{tag}-*{SUFFIX}.*"):
            with suppress(OSError):
                if path.stat().st_mtime < now.timestamp() - HALF_MADE:
                    path.unlink()

    def own(self) -> list[Backup]:
        """This kiosk's, the newest first."""
        return sorted(self._own(), key=lambda one: one.about.made_at, reverse=True)

    def remove_over(self, now: datetime, days: int) -> int:
        """Remove those that may not be restored any more, but never the newest; how many. Their checkpoints stay, as proof."""
        own = {one.about.made_at: one.path for one in self.own()}
        over = backups_over(own, now, days)
        try:
            for made in over:
                own[made].unlink(missing_ok=True)
            sync_folder(self.path)
        except OSError as error:
            raise StoreFault(
                f"An old backup in {self.path} cannot be removed ({error.strerror}). Remove it by hand."
            ) from None
        return len(over)

    def _own(self) -> Iterator[Backup]:
        for path in self.path.glob(f"kiosk-*{SUFFIX}"):
            with suppress(StoreFault):
                backup = Backup.read(path)
                if backup.is_of(self.keys):
                    yield backup


def _opens(folder: Path) -> bool:
    """Whether it can be listed, which mounts a stick that is mounted when it is asked for, and fails for one that was pulled out."""
    try:
        os.scandir(folder).close()
    except OSError:
        return False
    return True


def _waits_for_stick(folder: Path) -> bool:
    folder = folder.resolve()
    below = [[one for one in (folder, *folder.parents) if base in one.parents] for base in STICKS]
    return any(steps and not any(step.is_mount() for step in steps) for steps in below)
