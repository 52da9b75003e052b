"""The reader child: started by exec with one descriptor, it says hello, shuts itself in, and reads codes until its parent is gone.

Nothing but `wire` messages leaves it. Its libraries are loaded before the sandbox closes, its first pixel is decoded after.
"""

import os
import signal
import sys

from kiosk.reader.fields import WireFault
from kiosk.reader.link import CannotGoOn, Gone, Link
from kiosk.reader.order import Order
from kiosk.reader.wire import Fault, Hello, Problem


def main() -> None:
    """The child's whole life. Arguments: the descriptor of the wire and the order. Never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes the wire
    link = Link(int(sys.argv[-2]))
    try:
        _serve(link, Order.from_argument(sys.argv[-1]))
    except (Gone, WireFault):  # nobody left to talk to, or nobody worth talking to
        pass
    finally:
        os._exit(0)  # the sandbox forbids most of what an orderly shutdown does


def _serve(link: Link, order: Order) -> None:
    link.send(Hello())
    try:
        try:
            from kiosk.reader.work import work  # noqa: PLC0415  # a missing library is to be reported, not to kill
        except ImportError:
            raise CannotGoOn(Problem.DECODER_MISSING) from None
        work(link, order)
    except CannotGoOn as end:
        link.send(Fault(end.problem))
