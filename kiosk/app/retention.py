"""What may be kept for a while only goes in time, with nobody's doing, while the kiosk serves."""

import logging

from PySide6.QtCore import QObject, QTimer

from kiosk.clock import Clock
from kiosk.desk.forgetting import Forgetting
from kiosk.desk.shown import Shown
from kiosk.desk.states import State
from kiosk.errors import StoreFault
from kiosk.store import Store

LOOK_MS = 10 * 60_000
SOON_MS = 2_000
"""How soon after a handover its remnants go, and how long an erasure pauses between its acts."""

log = logging.getLogger(__name__)


class Retention(QObject):
    """Sees to retention at start and every ten minutes, and to the remnants of handovers soon after them."""

    def __init__(self, store: Store, clock: Clock, dispute_days: int, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._forgetting = Forgetting(store, clock, dispute_days)
        self._look, self._soon = QTimer(self), QTimer(self)
        self._look.timeout.connect(self._step)
        self._soon.timeout.connect(self._sweep)

    def start(self) -> None:
        """Begin with what expired meanwhile."""
        self._step()
        self._look.start(LOOK_MS)

    def stop(self) -> None:
        """No more."""
        self._look.stop()
        self._soon.stop()

    def painted(self, shown: Shown) -> None:
        """At a handover the waybill's plain text left its row; soon it leaves the log, too."""
        if shown.state is State.DONE and not self._soon.isActive():
            self._soon.start(SOON_MS)

    def _step(self) -> None:
        try:
            more = self._forgetting.step()
        except StoreFault as fault:
            log.error("what expired was not erased: %s", type(fault).__name__)
        else:
            if self._forgetting.in_doubt:
                log.error("the clock cannot be right, so nothing is erased: set it, or see kiosk erase --trust-clock")
            if more:
                QTimer.singleShot(SOON_MS, self, self._step)

    def _sweep(self) -> None:
        try:
            if self._store.sweep():
                self._soon.stop()
        except StoreFault as fault:
            log.error("the log was not cut: %s", type(fault).__name__)
