"""The whole store is read beside serving, at start and once a day: what nobody has asked for yet may be damaged."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.desk.faults import code_of
from kiosk.store import Store

AGAIN_MS = 24 * 3600_000
ASK_MS = 1_000
"""How often an examination is asked whether it is over."""

log = logging.getLogger(__name__)


class Examining(QObject):
    """Has the store examined; `broken` is told the fault code of what that finds."""

    def __init__(self, store: Store, broken: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._broken = broken
        self._examination = store.examination()
        self._again, self._ask = QTimer(self), QTimer(self)
        self._again.timeout.connect(self._examine)
        self._ask.timeout.connect(self._see)

    def start(self) -> None:
        """Begin with one."""
        self._examine()
        self._again.start(AGAIN_MS)

    def stop(self) -> None:
        """End the one that runs; no more."""
        self._again.stop()
        self._ask.stop()
        self._examination.stop()

    def _examine(self) -> None:
        self._examination.stop()
        self._examination = self._store.examination()
        self._examination.start()
        self._ask.start(ASK_MS)

    def _see(self) -> None:
        if not self._examination.is_over():
            return
        self._ask.stop()
        fault = self._examination.fault
        if fault is not None:
            log.error("the store was examined: %s", type(fault).__name__)
            self._broken(code_of(fault))
