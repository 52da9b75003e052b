"""What the service manager is told: that the kiosk is ready, that it lives, that it ends (sd_notify(3)).

Each word is one datagram to the Unix socket that NOTIFY_SOCKET names. The watchdog is fed by a timer of the thread that paints: where that
thread hangs, nothing is fed, and the manager ends the program and starts it again.
"""

import os
import socket
from collections.abc import MutableMapping
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

SERVING = "serving"
SOCKET, WATCHDOG, WATCHDOG_OF = "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"


class Service(QObject):
    """This program as a service; where it is none, every word goes nowhere."""

    def __init__(self, environment: MutableMapping[str, str] = os.environ) -> None:
        """Takes its variables out of `environment`, so that nothing that the kiosk starts speaks for it."""
        super().__init__()
        address, microseconds, pid = (environment.pop(name, "") for name in (SOCKET, WATCHDOG, WATCHDOG_OF))
        self._listener = _connected(address)
        self._is_ready = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._say("WATCHDOG=1"))
        # The compositor stands between the manager and us: it is the one that WATCHDOG_PID names.
        if (
            self._listener is not None
            and microseconds.isdecimal()
            and (not pid or int(pid) in {os.getpid(), os.getppid()})
        ):
            self._timer.setInterval(int(microseconds) // 2000)

    @property
    def is_one(self) -> bool:
        """Whether a service manager listens."""
        return self._listener is not None

    def says(self, status: str) -> None:
        """What the kiosk is doing, as `systemctl status` shows it: SERVING, or why not."""
        self._say(f"STATUS={status}")

    def ready(self, *_: object) -> None:
        """The first screen is painted: the manager may count the kiosk as started, and begins to watch it."""
        if self._is_ready:
            return
        self._is_ready = True
        self._say("READY=1")
        if self._timer.interval():
            self._timer.start()

    def stopping(self) -> None:
        """The kiosk ends because it was asked to."""
        self._timer.stop()
        self._say("STOPPING=1")

    def _say(self, word: str) -> None:
        if self._listener is not None:
            with suppress(OSError):  # a manager that is being started again hears the next word
                self._listener.send(word.encode())


def _connected(address: str) -> socket.socket | None:
    """A socket to the manager; a leading @ names one without a file."""
    if not address.startswith(("/", "@")):
        return None
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
    try:
        listener.connect("\0" + address[1:] if address.startswith("@") else address)
    except OSError:
        listener.close()
        return None
    listener.setblocking(False)  # the window never waits for the manager
    return listener
