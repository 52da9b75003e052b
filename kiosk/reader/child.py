"""The reader child: started by exec with one descriptor, it says hello, loads its libraries, waits for its order, shuts itself in, and
reads codes until its parent is gone.

As a service (packaging/deb, kiosk-reader@.service) it is started by its socket: the wire is its stdin.

Nothing but `wire` messages leaves it. Its libraries are loaded before the sandbox closes, its first pixel is decoded after.
"""

import os
import signal
import socket
import sys

from kiosk.reader.fields import WireFault
from kiosk.reader.link import CannotGoOn, Gone, Link
from kiosk.reader.order import SEND_BUFFER, Order
from kiosk.reader.wire import Fault, Hello, Problem

_STDIN = 0
_LIMIT = 5.0  # seconds without a word: nobody but the kernel may end a service that spins over a picture


def main() -> None:
    """The child's whole life. Argument: the descriptor of the wire; none for a service. Never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes the wire
    try:
        if len(sys.argv) == 1:
            _serve(_STDIN, _LIMIT)
        else:
            _serve(int(sys.argv[-1]))
    except (Gone, WireFault):  # nobody left to talk to, or nobody worth talking to
        pass
    finally:
        os._exit(0)  # the sandbox forbids most of what an orderly shutdown does


def _serve(wire: int, limit: float = 0.0) -> None:
    link = Link(wire, limit)
    link.send(Hello())
    try:
        try:
            from kiosk.reader.work import work  # noqa: PLC0415  # a missing library is to be reported, not to kill
        except ImportError:
            raise CannotGoOn(Problem.DECODER_MISSING) from None
        work(link, lambda: _order(wire))
    except CannotGoOn as end:
        link.send(Fault(end.problem))


def _order(wire: int) -> Order:
    with socket.socket(fileno=os.dup(wire)) as end:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        return Order.from_wire(lambda size: _exactly(end, size))


def _exactly(wire: socket.socket, size: int) -> bytes:
    read = wire.recv(size, socket.MSG_WAITALL)
    if len(read) < size:
        raise Gone
    return read
