"""The process that takes in what the watched folder holds: `python -m kiosk.desk.watched_job HOME FILE…`.

What was taken in is deleted; of each file its digest and counts stay. One that is refused stays, with a reason file beside it that repeats
nothing of what it holds.
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
from kiosk.desk.watched import reason_of
from kiosk.errors import KioskFault
from kiosk.ledger import events
from kiosk.settings import Settings
from kiosk.store import Store, opened
from kiosk.store.lock import is_serving

MOST_LINES = 1_000
"""Refused rows that a reason file lists."""
log = logging.getLogger(__name__)


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
        reason_of(path).unlink(missing_ok=True)
    return imported


def _write_reason(path: Path, sentences: list[str]) -> None:
    reason_of(path).write_text("\n".join(sentences) + "\n", encoding="utf-8")


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
