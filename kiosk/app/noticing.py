"""The machine is looked at while the kiosk serves: what is plugged in every minute, the program's files at start and every six hours."""

import logging

from PySide6.QtCore import QObject, QTimer

from kiosk.clock import Clock
from kiosk.desk.noticing import notice, program_digest, usb_devices
from kiosk.errors import StoreFault
from kiosk.store import Store

FIRST_MS = 10_000
"""Not before customers can be served."""
DEVICES_MS, PROGRAM_MS = 60_000, 6 * 3600_000

log = logging.getLogger(__name__)


class Noticing(QObject):
    """Looks; what is other than before becomes an entry."""

    def __init__(self, store: Store, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._seen: tuple[str, ...] | None = None
        self._first, self._devices, self._program = QTimer(self), QTimer(self), QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self._look_at_all)
        self._devices.timeout.connect(self._look_at_devices)
        self._program.timeout.connect(self._look_at_program)

    def start(self) -> None:
        """Look from now on."""
        self._first.start(FIRST_MS)
        self._devices.start(DEVICES_MS)
        self._program.start(PROGRAM_MS)

    def stop(self) -> None:
        """Look no more."""
        for timer in (self._first, self._devices, self._program):
            timer.stop()

    def _look_at_all(self) -> None:
        self._look_at_program()
        self._look_at_devices()

    def _look_at_devices(self) -> None:
        devices = usb_devices()
        if devices != self._seen and self._enter(devices=devices):
            self._seen = devices

    def _look_at_program(self) -> None:
        try:
            self._enter(program=program_digest())
        except OSError as error:
            log.error("the program's files were not looked at: %s", error.strerror)

    def _enter(self, *, program: str | None = None, devices: tuple[str, ...] | None = None) -> bool:
        try:
            notice(self._store, self._clock, program=program, devices=devices)
        except StoreFault as fault:
            log.error("what was noticed was not entered: %s", type(fault).__name__)
            return False
        return True
