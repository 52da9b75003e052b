"""Backups by themselves while the kiosk serves: where the last one is more than a day old, another is made."""

import logging
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from kiosk.clock import Clock
from kiosk.desk.tools import Backups
from kiosk.errors import StoreFault
from kiosk.store import How, Store

LOOK_MS = 20 * 60_000
OLD = timedelta(hours=26)
"""A timer of the machine's own that makes one each night comes first."""

log = logging.getLogger(__name__)


class BackingUp(QObject):
    """Does nothing where no folder for backups is named."""

    def __init__(self, store: Store, clock: Clock, backups: Backups | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock, self._backups = store, clock, backups
        self._began = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on; the first time in a while, when the kiosk has long been serving."""
        if self._backups is not None:
            self._timer.start(LOOK_MS)

    def stop(self) -> None:
        """Look no more, and stop one that is being made: nothing half-made stays."""
        self._timer.stop()
        if self._backups is not None:
            self._backups.end()

    def look(self) -> None:
        """Begin one where it is time; say of the one before whether it failed."""
        if self._backups is None:
            return
        made = self._backups.made() if self._began else None
        if made is not None:
            self._began = False
            if not made.ok:
                log.error("a backup was not made: see kiosk doctor")  # its words name a folder
        try:
            last = self._store.witnesses.last(How.BACKUP)
        except StoreFault as fault:
            log.error("no backup is begun: %s", type(fault).__name__)
            return
        if not self._began and (last is None or self._clock.now() - last.at > OLD):
            self._began = True
            self._backups.begin()
