"""A reader child that the service manager starts: whoever connects to its socket gets one, and only that service has the cameras.

It is a child in all but name: the same program, the same wire. What differs: it is not ours to kill. It ends when its wire is closed,
and the kernel ends one that spins.
"""

import os
import socket
import struct

from kiosk.errors import ReaderFault
from kiosk.reader.near_end import NearEnd, worked_by
from kiosk.reader.order import order_for
from kiosk.reader.sources import Device, Source

VARIABLE = "KIOSK_READER"
"""Names the socket, where there is such a service."""
_FIRST = 1 << 16  # bytes
_CREDENTIALS = struct.Struct("iII")  # struct ucred, see unix(7): process, user, group


def has_service(source: Source) -> bool:
    """Whether a source is the service's to read: cameras are, where there is one."""
    return isinstance(source, Device) and bool(os.environ.get(VARIABLE))


class Remote(NearEnd):
    """This end of the wire to one run of the reader service."""

    def __init__(self, source: Source, *, live: bool, all_looks: bool, require_sandbox: bool) -> None:
        """Raises ReaderFault where no service answers."""
        try:
            near = _connected(os.environ[VARIABLE])
        except OSError as error:
            raise ReaderFault(
                f"The reader's service does not answer ({error.strerror}). See: systemctl status kiosk-reader.socket"
            ) from None
        super().__init__(near, order_for(source, live=live, all_looks=all_looks, require_sandbox=require_sandbox))
        self.pid: int | None = None

    def receive(self) -> bytes | None:
        """As for a child; the first bytes also tell its process number."""
        if self.pid is not None:
            return super().receive()
        try:
            received, about, _, _ = self._near.recvmsg(_FIRST, socket.CMSG_SPACE(_CREDENTIALS.size))
        except BlockingIOError:
            return b""
        except OSError:
            return None
        for level, kind, credentials in about:
            if (level, kind) == (socket.SOL_SOCKET, socket.SCM_CREDENTIALS) and received:
                self.pid = _CREDENTIALS.unpack(credentials)[0]
        return received or None

    def stopped(self) -> bool:
        """Not to be seen from here: one that was stopped is silent, too."""
        return False

    def waits(self) -> bool:
        """Whether one that has no order yet is there to take one."""
        return not self.closed()

    def worked(self) -> float:
        """Seconds of the processor's time that it has had so far."""
        return 0.0 if self.pid is None else worked_by(self.pid)

    def end(self) -> None:
        """Close the wire, which ends it."""
        self._near.close()

    def gone(self) -> bool:
        """The manager sees to what is left of it."""
        return True

    def bury(self) -> None:
        """Nothing to wait for."""


def _connected(address: str) -> socket.socket:
    """At once or not at all. Raises OSError."""
    near = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
    try:
        near.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)  # the kernel says who writes, whatever they say
        near.setblocking(False)
        near.connect(address)
    except OSError:
        near.close()
        raise
    return near
