"""The watched folder: manifests that a carrier's program lays there are taken in and deleted; of each its digest and counts stay.

One that is refused stays, with a reason file beside it that repeats nothing of what it holds; it is looked at again once it has changed.
A process of its own does the work (`python -m kiosk.desk.watched HOME FILE…`), so the one that people see goes on as ever.
"""

import hashlib
import logging
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk import settings as settings_file
from kiosk.clock import Clock
from kiosk.desk.act import in_one_act
from kiosk.desk.manifest import Imported, import_manifest
from kiosk.errors import KioskFault
from kiosk.ledger import events
from kiosk.settings import Settings
from kiosk.store import Store, opened
from kiosk.store.lock import is_serving

REASON = ".reason.txt"
MOST_LINES = 1_000
"""Refused rows that a reason file lists."""
ENDINGS = {".csv", ".jsonl", ".json", ".txt", ".xlsx"}
Sight = tuple[int, int]
log = logging.getLogger(__name__)


class Watched:
    """Looks at the folder now and then. A file is complete when two looks find it alike."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[Path, Sight] = {}

    def complete(self) -> list[Path]:
        """The files to take in now, by name; none where the folder cannot be read."""
        before, self._seen = self._seen, self._look()
        found = [path for path, sight in self._seen.items() if sight[0] and before.get(path) == sight]
        return sorted(path for path in found if not _is_answered(path, self._seen[path]))

    def _look(self) -> dict[Path, Sight]:
        found: dict[Path, Sight] = {}
        try:
            for path in self._folder.iterdir():
                is_ours = path.suffix.lower() in ENDINGS and not path.name.startswith(".")
                if is_ours and not path.name.endswith(REASON) and path.is_file() and not path.is_symlink():
                    stat = path.stat()
                    found[path] = stat.st_size, stat.st_ctime_ns  # also of a file that was moved here
        except OSError as error:
            log.error("the watched folder cannot be read: %s", error.strerror)
        return found


def take_in(
    store: Store, settings: Settings, clock: Clock, path: Path, *, serving: Callable[[], bool]
) -> Imported | None:
    """Take one file in and delete it, or write down why not beside it; None where it cannot be read at all. Raises `StoreFault`."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    keep_good = settings.intake.keep_good
    try:
        imported = import_manifest(store, settings, clock, path, keep_good=keep_good, serving=serving)
    except KioskFault as fault:
        _write_reason(path, [fault.sentence])
        return None
    refused = [f"Line {row.line}: {row.why}" for row in imported.refused[:MOST_LINES]]
    counts = (imported.rows, imported.taken, len(imported.refused))
    in_one_act(store, clock.now(), lambda enter: enter(events.ManifestFetched(digest, *counts)))
    if refused and not imported.taken:
        _write_reason(path, refused)
    else:
        path.unlink()
        _reason_of(path).unlink(missing_ok=True)
    return imported


def _reason_of(path: Path) -> Path:
    return path.with_name(path.name + REASON)


def _is_answered(path: Path, sight: Sight) -> bool:
    """Whether a reason was written after the file was last changed."""
    try:
        return _reason_of(path).stat().st_ctime_ns >= sight[1]
    except OSError:
        return False


def _write_reason(path: Path, sentences: list[str]) -> None:
    _reason_of(path).write_text("\n".join(sentences) + "\n", encoding="utf-8")


def main(home: Path, paths: list[Path]) -> int:
    """Take these files in; 1 where the store or a file let us down."""
    try:
        settings = settings_file.load(home)
        with opened(home) as store:
            for path in paths:
                take_in(store, settings, Clock(settings.zone()), path, serving=lambda: is_serving(home))
    except (KioskFault, OSError) as error:
        log.error("the watched folder: %s", type(error).__name__)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]))
