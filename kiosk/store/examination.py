"""The whole store is examined while the kiosk serves: a start must not wait for a million parcels to be read.

What a decision reads is authenticated page by page as it is read, so this finds early what else would be found when it is needed.
"""

import os
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread, get_native_id

from kiosk.errors import StoreFault
from kiosk.store.database import Database

POLITE = 10
"""Of 19: how far a thread stands back for others who want the processor (nice(2), which Linux knows for single threads)."""
LITTLE = 2_000
"""Cache in KiB: no page is needed twice."""


class Examination:
    """One examination, in a thread and on a connection of its own."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.fault: StoreFault | None = None
        """What is wrong, once that is known."""
        self._path = path
        self._key = key
        self._stopping = Event()
        self._database: Database | None = None
        self._thread = Thread(target=self._examine, name="examination")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def is_over(self) -> bool:
        """Whether everything was read, or something found, or it never began."""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Until it is over."""
        self._thread.join()

    def stop(self) -> None:
        """End it at once; then nothing is found."""
        self._stopping.set()
        while self._thread.is_alive():
            if self._database is not None:
                self._database.interrupt()
            self._thread.join(0.01)

    def _examine(self) -> None:
        with suppress(OSError):  # a service may be denied to be polite
            os.setpriority(os.PRIO_PROCESS, get_native_id(), POLITE)
        try:
            database = Database(self._path, self._key)
            try:
                database.run(f"PRAGMA cache_size = -{LITTLE}")
                self._database = database
                if not self._stopping.is_set():
                    database.check()
            finally:
                self._database = None
                database.close()
        except StoreFault as fault:
            self.fault = None if self._stopping.is_set() else fault
