"""Readers that are watched until something happens, and children that are not ours."""

import sys
import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.clock import Clock
from kiosk.reader import process
from kiosk.reader.codec import encode
from kiosk.reader.reader import Message, Reader
from kiosk.reader.sources import Source
from kiosk.reader.wire import NAMES_OF_PROBES, Alive, Frame, Hello, SandboxReport, Sighting

GIVE_UP = 60.0  # seconds; a bound for a broken build, never a measurement

Wait = Callable[[Reader, Callable[[Message], bool]], list[Message]]
Hostile = Callable[..., Reader]

_CODE = Sighting("QRCode", b"", ((0, 0), (1, 0), (1, 1), (0, 1)))

# Each hostile child runs statements of its own in place of the real one, with these words at hand.
_WORDS = f"""
import itertools, json, os, sys, time
HELLO, TIGHT = {encode(Hello())!r}, {encode(SandboxReport(True, True, dict.fromkeys(NAMES_OF_PROBES, True)))!r}
FRAME, ALIVE = {encode(Frame(0, 0, (), 1.0, 1280, 720, 1, 1, 1))!r}, {encode(Alive())!r}
SEEN = {encode(Frame(0, 0, (_CODE,), 1.0, 1280, 720, 1, 1, 1))!r}
wire = int(sys.argv[-1])
def say(*words):
    rest = b"".join(words)
    while rest:
        rest = rest[os.write(wire, rest):]
def frame(number, text=b"", source=0):
    body = json.loads(SEEN[4:])
    code = {{**body["codes"][0], "untrusted_text": text.decode()}}
    spelt = json.dumps(body | {{"source": source, "number": number, "codes": [code] * bool(text)}}).encode()
    return len(spelt).to_bytes(4, "big") + spelt
"""


def command_of(statements: str) -> Callable[[int], list[str]]:
    return lambda wire: [sys.executable, "-I", "-c", _WORDS + statements, str(wire)]


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hostile]:
    """Starts a reader whose child is not ours but these statements; closed at the end."""
    readers: list[Reader] = []

    def run(statements: str, source: Source, *, clock: Clock | None = None, live: bool = True) -> Reader:
        monkeypatch.setattr(process, "command", command_of(statements))
        readers.append(Reader(source, clock=clock, live=live, at_hand=True))
        readers[-1].start()
        return readers[-1]

    yield run
    for reader in readers:
        reader.close()


@pytest.fixture
def until() -> Wait:
    """Runs a reader until a message is the awaited one, and gives all messages up to it."""

    def run(reader: Reader, awaited: Callable[[Message], bool]) -> list[Message]:
        begun = time.monotonic()
        seen: list[Message] = []
        while time.monotonic() - begun < GIVE_UP:
            reader.wait(0.05)
            reader.tick()
            for message in reader.poll():
                seen.append(message)
                if awaited(message):
                    return seen
        pytest.fail(f"waited in vain; {len(seen)} messages, state {reader.state}, problem {reader.problem}")

    return run
