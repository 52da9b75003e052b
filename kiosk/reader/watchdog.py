"""A reader that is a service tells its manager that it lives (sd_notify(3)), by plain writes: it has no others once it is shut in."""

import os
import socket
import time
from contextlib import suppress

_EVERY = 1.0  # seconds


class Watchdog:
    """Fed with each word to the parent, once a second at most. Where no manager listens, nothing happens."""

    def __init__(self) -> None:
        address = os.environ.get("NOTIFY_SOCKET", "")
        self._descriptor = -1
        self._fed: float | None = None
        if address:
            notified = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            notified.connect("\0" + address[1:] if address.startswith("@") else address)
            notified.setblocking(False)
            self._descriptor = notified.detach()

    def feed(self) -> None:
        """The child has had a word; the first one tells that it is ready."""
        now = time.monotonic()
        if self._descriptor < 0 or (self._fed is not None and now - self._fed < _EVERY):
            return
        word = b"READY=1" if self._fed is None else b"WATCHDOG=1"
        self._fed = now
        with suppress(OSError):  # a manager that is being started again hears the next one
            os.write(self._descriptor, word)
