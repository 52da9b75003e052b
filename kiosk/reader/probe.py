"""Is the reader shut in, at this moment and on this system? A child is started for that alone; it is given no picture."""

from kiosk.clock import Clock
from kiosk.errors import ReaderFault
from kiosk.reader.reader import Reader, State
from kiosk.reader.sources import Pictures
from kiosk.reader.wire import SandboxReport

LONGEST = 20.0
"""Seconds that a child has to shut itself in and to try every way out."""


def probe(clock: Clock | None = None) -> SandboxReport | None:
    """What a fresh child says of the ways out that it tried, open ones included; None where none can be started. Takes a second."""
    clock = clock or Clock()
    reader = Reader(Pictures(()), require_sandbox=True, live=False)
    end = clock.monotonic() + LONGEST
    try:
        reader.start()
        while reader.sandbox is None and reader.state is not State.LOST and clock.monotonic() < end:
            reader.wait(0.2)
            reader.tick()
    except ReaderFault:
        return None
    finally:
        reader.close()
    return reader.sandbox
