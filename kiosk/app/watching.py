"""The watched folder while the kiosk serves: looked at every few seconds; what is complete there is given to a process that takes it in."""

import logging
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.desk.watched import Watched

LOOK_MS = 5_000
MOST_FILES = 20
"""Given to one process; the others wait for the next look."""
log = logging.getLogger(__name__)


class Watching(QObject):
    """Does nothing where no folder is named."""

    def __init__(self, home: Path, folder: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._watched = Watched(Path(folder)) if folder else None
        self._worker: subprocess.Popen[bytes] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on."""
        if self._watched is not None:
            self._timer.start(LOOK_MS)

    def stop(self) -> None:
        """Look no more. What is on its way in goes on to its end."""
        self._timer.stop()

    def look(self) -> None:
        """Start a process for what is complete, unless one is at work."""
        if self._watched is None or (self._worker is not None and self._worker.poll() is None):
            return
        complete = self._watched.complete()[:MOST_FILES]
        if not complete:
            return
        words = [sys.executable, "-m", "kiosk.desk.watched_job", str(self._home), *map(str, complete)]
        try:
            self._worker = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)  # noqa: S603  # ourselves
        except OSError as error:
            log.error("the watched folder: %s", error.strerror)
