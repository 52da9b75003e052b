"""What the parent believes of a child: nothing. And what the child believes of itself: only what its probes showed."""

import base64
import sys
from collections.abc import Callable

import pytest

from kiosk.reader import process
from kiosk.reader.codec import encode
from kiosk.reader.reader import Lost, Message, Reader
from kiosk.reader.sources import Pictures, Synthetic
from kiosk.reader.wire import NAMES_OF_PROBES, Frame, Hello, Problem, SandboxReport

Wait = Callable[[Reader, Callable[[Message], bool]], list[Message]]
Keep = Callable[[Reader], Reader]


def started(message: Message) -> bool:
    return isinstance(message, SandboxReport)


def lost(message: Message) -> bool:
    return isinstance(message, Lost)


# A child that lies: each runs in place of the real one and says one thing.
HELLO, TIGHT = encode(Hello()), encode(SandboxReport(True, True, dict.fromkeys(NAMES_OF_PROBES, True)))
OPEN = encode(SandboxReport(True, True, dict.fromkeys(NAMES_OF_PROBES, True) | {"socket": False}))
FRAME = encode(Frame(0, 0, (), 1.0, 1280, 720, 1, 1, 1))


def liar(words: bytes) -> Callable[[int], list[str]]:
    said = base64.b64encode(words).decode()
    script = (
        f"import base64, os, time; os.write(int(__import__('sys').argv[1]), base64.b64decode('{said}')); time.sleep(60)"
    )
    return lambda wire: [sys.executable, "-I", "-c", script, str(wire)]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        pytest.param(FRAME, Problem.CRASHED, id="a frame before hello"),
        pytest.param(HELLO + FRAME, Problem.CRASHED, id="a frame from outside the sandbox"),
        pytest.param(HELLO + OPEN + FRAME, Problem.SANDBOX_OPEN, id="an open sandbox"),
        pytest.param(HELLO + TIGHT + TIGHT, Problem.CRASHED, id="a second report"),
        pytest.param(TIGHT, Problem.CRASHED, id="a report before hello"),
        pytest.param(HELLO + TIGHT + b"\xff\xff\xff\xff", Problem.CRASHED, id="four gigabytes to come"),
        pytest.param(HELLO + TIGHT + b"\x00\x00\x00\x04oops", Problem.CRASHED, id="no JSON"),
    ],
)
def test_a_child_that_lies_is_ended(
    words: bytes, problem: Problem, until: Wait, closing: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "command", liar(words))
    reader = closing(Reader(Synthetic()))
    reader.start()
    seen = until(reader, lost)
    assert seen[-1] == Lost(problem)
    assert not any(isinstance(message, Frame) for message in seen)
    assert reader.stats.frames == 0


def before_the_door(monkeypatch: pytest.MonkeyPatch, statements: str) -> None:
    """Lets the real child run some statements of its own before it starts."""
    original = process.command

    def command(wire: int) -> list[str]:
        line = original(wire)
        line[3] = line[3].replace("from kiosk.reader.child", f"exec({statements!r}); from kiosk.reader.child")
        return line

    monkeypatch.setattr(process, "command", command)


LEAK = """
from kiosk.reader import landlock, seccomp
landlock.restrict = lambda: False
seccomp._X86_64.update(mkdir=83, rmdir=84)
seccomp._AARCH64.update(mkdirat=34, unlinkat=35)
seccomp._PLAIN += ("mkdir", "rmdir", "mkdirat", "unlinkat")
"""


def test_a_sandbox_that_leaks_one_call_is_not_worked_in(
    until: Wait, closing: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    before_the_door(monkeypatch, LEAK)
    reader = closing(Reader(Synthetic(fps=0)))
    reader.start()
    assert until(reader, lost) == [Lost(Problem.SANDBOX_OPEN)]
    assert reader.sandbox is not None
    assert {name for name, denied in reader.sandbox.denied.items() if not denied} == {"mkdir"}
    assert reader.sandbox.landlock is False


def test_the_child_refuses_by_itself_though_its_parent_would_not(
    until: Wait, closing: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    before_the_door(monkeypatch, LEAK)
    reader = closing(Reader(Synthetic(fps=0)))
    reader.start()
    reader._require_sandbox = False
    seen = until(reader, lost)
    assert seen[-1] == Lost(Problem.SANDBOX_OPEN)
    assert not any(isinstance(message, Frame) for message in seen)


def test_a_leak_is_worked_in_only_where_that_was_asked_for(
    until: Wait, closing: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    before_the_door(monkeypatch, LEAK)
    reader = closing(Reader(Synthetic(fps=0), require_sandbox=False))
    reader.start()
    until(reader, lambda message: isinstance(message, Frame))


@pytest.mark.parametrize("source", [Synthetic(fps=0), Pictures(())], ids=["synthetic", "pictures"])
def test_only_a_camera_gets_room_for_a_camera(
    source: Synthetic | Pictures, until: Wait, closing: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    before_the_door(
        monkeypatch, "from kiosk.reader import seccomp; seccomp.CAMERA_REQUESTS = None"
    )  # to use them would be an error
    reader = closing(Reader(source))
    reader.start()
    assert [type(message) for message in until(reader, started)] == [SandboxReport]
