"""The parent's end of the wire to one child, and how much that child has worked. Nothing here ever waits."""

import select
import socket
import time
from collections import deque

from kiosk.reader.order import Order

_CHUNK = 1 << 16
_MOST_UNREAD = 64  # messages that wait for the child to read them


class NearEnd:
    """Frames out and bytes in, over a connected stream socket."""

    def __init__(self, near: socket.socket, order: Order) -> None:
        near.setblocking(False)
        self._near = near
        self._order = order
        self._unsent: deque[memoryview] = deque()

    def fileno(self) -> int:
        """This end of the wire."""
        return self._near.fileno()

    def begin(self) -> None:
        """Let the child begin with what it is for; before, it loads its libraries and waits."""
        self.send(self._order.to_wire())

    def send(self, frame: bytes) -> None:
        """Send now what the wire takes; `flush` sends the rest later."""
        self._unsent.append(memoryview(frame))
        self.flush()

    def flush(self) -> bool:
        """Whether all is sent by now. A child that is gone takes everything."""
        while self._unsent:
            head = self._unsent.popleft()
            try:
                sent = self._near.send(head)
            except BlockingIOError:
                sent = 0
            except OSError:  # the end shows when reading
                self._unsent.clear()
                return True
            if sent < len(head):
                self._unsent.appendleft(head[sent:])
                return False
        return True

    def receive(self) -> bytes | None:
        """What the child sent, b"" when nothing is there now, None when it has closed its end."""
        try:
            return self._near.recv(_CHUNK) or None
        except BlockingIOError:
            return b""
        except OSError:
            return None

    def closed(self) -> bool:
        """Whether the child has closed its end, whatever it said before."""
        hung_up = select.poll()
        hung_up.register(self._near, 0)
        return bool(hung_up.poll(0))

    def unread(self) -> bool:
        """Whether the child has stopped reading what it is sent."""
        return len(self._unsent) > _MOST_UNREAD


def worked_by(pid: int) -> float:
    """Seconds of the processor's time that a process has had so far; 0 where it is gone, which shows when reading."""
    try:
        return time.clock_gettime(~pid << 3 | 2)  # its clock's number, see pthread_getcpuclockid(3) and CPUCLOCK_SCHED
    except OSError:
        return 0.0
