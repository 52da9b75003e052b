"""The watched folder, in which a carrier's program lays manifests: which of them are complete, and not yet answered.

`watched_job` takes them in, in a process of its own; the one that people see only looks at names, sizes and times.
"""

import logging
from pathlib import Path

REASON = ".reason.txt"
ENDINGS = {".csv", ".jsonl", ".json", ".txt", ".xlsx"}
Sight = tuple[int, int]
"""Bytes of a file, and when it was last changed or moved here (ns)."""
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


def reason_of(path: Path) -> Path:
    """Where it stands why a file was refused."""
    return path.with_name(path.name + REASON)


def _is_answered(path: Path, sight: Sight) -> bool:
    """Whether a reason was written after the file was last changed."""
    try:
        return reason_of(path).stat().st_ctime_ns >= sight[1]
    except OSError:
        return False
