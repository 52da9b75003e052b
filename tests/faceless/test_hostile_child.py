"""A child that an attacker has taken over can say what it likes: the parent refuses it, in bounded time and memory."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.clock import Clock, SkippingClock
from kiosk.errors import ReaderFault
from kiosk.reader.reader import Lost, Message, Reader, State
from kiosk.reader.sources import Device, Pictures, Source, Synthetic
from kiosk.reader.wire import Frame, Problem, Prop, SandboxReport, Scene, SourceEnd
from tests.faceless.conftest import GIVE_UP, Hostile, Wait

CAMERA = Device(Path("/dev/null"))


class StandingClock(Clock):
    """Time stands still, so nothing is found by waiting."""

    def monotonic(self) -> float:
        return 1000.0


def lost(message: Message) -> bool:
    return isinstance(message, Lost)


def shut_in(message: Message) -> bool:
    return isinstance(message, SandboxReport)


def seen(message: Message) -> bool:
    return isinstance(message, Frame)


@pytest.mark.parametrize(
    ("source", "statements"),
    [
        pytest.param(CAMERA, "while True: say(HELLO)", id="hello for ever"),
        pytest.param(CAMERA, "say(ALIVE); time.sleep(60)", id="a word before hello"),
        pytest.param(CAMERA, "say(HELLO, ALIVE); time.sleep(60)", id="a word before it has shut itself in"),
        pytest.param(CAMERA, "say(HELLO, TIGHT, TIGHT); time.sleep(60)", id="shut in twice"),
        pytest.param(CAMERA, "say(HELLO, TIGHT, frame(7), frame(7)); time.sleep(60)", id="the same frame again"),
        pytest.param(CAMERA, "say(HELLO, TIGHT, frame(7), frame(6)); time.sleep(60)", id="frames backwards"),
        pytest.param(CAMERA, "say(HELLO, TIGHT, frame(0, source=1)); time.sleep(60)", id="a frame of no camera"),
        pytest.param(Synthetic(), "say(HELLO, TIGHT, frame(0, source=9)); time.sleep(60)", id="a scene never shown"),
        pytest.param(Pictures(()), "say(HELLO, TIGHT, FRAME); time.sleep(60)", id="a picture never sent"),
        pytest.param(CAMERA, "say(HELLO, TIGHT)\nwhile True: say(ALIVE * 1000)", id="a flood of signs of life"),
        pytest.param(
            CAMERA,
            "say(HELLO, TIGHT)\nfor n in itertools.count(): say(frame(n, b'%08d' % n))",
            id="a flood of codes",
        ),
        pytest.param(
            CAMERA,
            "say(HELLO, TIGHT)\nfor n in itertools.count(): say(frame(n, b'A' * 8192))",
            id="a flood of bytes",
        ),
        pytest.param(CAMERA, "say(HELLO, TIGHT, b'\\x7f\\xff\\xff\\xff', bytes(99999))", id="two gigabytes to come"),
        pytest.param(CAMERA, "say(HELLO, TIGHT, b'\\0\\1\\0\\0', b'[' * 65536)", id="a tower of lists"),
        pytest.param(CAMERA, "say(os.urandom(1 << 20))", id="noise"),
    ],
)
def test_what_no_honest_child_says_is_refused(source: Source, statements: str, hostile: Hostile, until: Wait) -> None:
    begun = time.monotonic()
    reader = hostile(statements, source)
    heard = until(reader, lost)
    assert heard[-1] == Lost(Problem.CRASHED)
    assert sum(map(seen, heard)) <= 1000 * (1 + time.monotonic() - begun), "no more than any camera gives"
    assert reader.stats.frames == sum(map(seen, heard))


def test_the_end_of_a_picture_that_was_not_read_is_refused(hostile: Hostile, until: Wait, tmp_path: Path) -> None:
    """Each end makes the parent read the next picture from the disk and send it."""
    (tmp_path / "1.png").write_bytes(bytes(1 << 20))
    end = b'{"kind":"sourceend","source":0,"frames":1,"problem":null}'
    statements = f"say(HELLO, TIGHT)\nwhile True: say({len(end).to_bytes(4, 'big') + end!r})"
    reader = hostile(statements, Pictures((tmp_path / "1.png",)))
    heard = until(reader, lost)
    assert sum(isinstance(message, SourceEnd) for message in heard) <= 1


def test_a_child_that_never_gets_ready_is_given_up(hostile: Hostile, until: Wait) -> None:
    clock = SkippingClock()
    reader = hostile("say(HELLO)\ntime.sleep(600)", CAMERA, clock=clock)
    reader.wait(10)
    clock.advance(20.1)
    assert until(reader, lost) == [Lost(Problem.SILENT)]


def test_a_message_that_never_ends_is_silence(hostile: Hostile, until: Wait) -> None:
    statements = "say(HELLO, TIGHT)\nfor n in FRAME * 9: say(bytes([n])); time.sleep(0.05)"
    clock = SkippingClock()
    reader = hostile(statements, CAMERA, clock=clock)
    until(reader, shut_in)
    for _ in range(3):
        reader.wait(1)  # the next bytes of it are there
        clock.advance(0.9)
        reader.tick()
    assert reader.problem == Problem.SILENT


def test_signs_of_life_without_a_frame_are_no_camera(hostile: Hostile, until: Wait) -> None:
    clock = SkippingClock()
    reader = hostile("say(HELLO, TIGHT)\nwhile True: say(ALIVE); time.sleep(0.05)", CAMERA, clock=clock)
    until(reader, shut_in)
    clock.advance(1.9)
    reader.wait(1)
    reader.tick()
    assert reader.problem is None
    for _ in range(3):
        clock.advance(1.9)
        reader.wait(1)
        reader.tick()
    assert reader.problem == Problem.CAMERA_STOPPED


@pytest.mark.parametrize(
    "statements",
    [
        "say(HELLO, TIGHT, FRAME)\nwhile True: pass",
        "say(HELLO, TIGHT, FRAME)\nos.kill(os.getpid(), __import__('signal').SIGSTOP)",
        "say(HELLO)\nos.kill(os.getpid(), __import__('signal').SIGSTOP)",
    ],
    ids=["spins", "stopped", "stopped before it has shut itself in"],
)
def test_a_child_that_spins_or_is_stopped_is_found_out_without_waiting(
    statements: str, hostile: Hostile, until: Wait
) -> None:
    reader = hostile(statements, CAMERA, clock=StandingClock())
    assert until(reader, lost)[-1] == Lost(Problem.SILENT)


READS = """
say(HELLO)
os.read(wire, 1 << 16)  # its order
say(TIGHT)
for number in itertools.count():
    say(frame(number))
    time.sleep(0.02)
"""


def passes(reader: Reader, clock: SkippingClock, until: Wait, seconds: float) -> None:
    """Time passes while it reads."""
    while seconds > 0:
        clock.advance(min(1.0, seconds))
        seconds -= 1.0
        until(reader, seen)
        reader.tick()


def test_once_it_has_read_for_a_while_another_is_at_hand_and_takes_its_place(hostile: Hostile, until: Wait) -> None:
    clock = SkippingClock()
    reader = hostile(READS, CAMERA, clock=clock)
    until(reader, shut_in)
    passes(reader, clock, until, 0.5)
    assert not reader.pid_at_hand, "it would slow down the start of the first"
    passes(reader, clock, until, 2)
    first, second = reader.pid, reader.pid_at_hand
    assert second is not None
    passes(reader, clock, until, 100)
    assert (reader.pid, reader.pid_at_hand) == (first, second)
    reader._lose(Problem.SILENT)
    reader.tick()
    assert reader.pid == second, "within the same tick"
    assert not reader.pid_at_hand
    until(reader, seen)
    passes(reader, clock, until, 3)
    assert reader._at_hand.process is not None
    third = reader._at_hand.process.pid
    assert third not in {first, second}
    reader.close()
    assert not any(Path(f"/proc/{pid}").exists() for pid in (second, third))


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSTOP])
def test_one_at_hand_that_is_no_good_takes_no_place_and_is_not_replaced_at_once(
    blow: signal.Signals, hostile: Hostile, until: Wait
) -> None:
    clock = SkippingClock()
    reader = hostile(READS, CAMERA, clock=clock)
    until(reader, shut_in)
    passes(reader, clock, until, 3)
    assert reader._at_hand.process is not None
    bad = reader._at_hand.process.pid
    os.kill(bad or 0, blow)
    begun = time.monotonic()
    while reader._at_hand.process.waits() and time.monotonic() - begun < GIVE_UP:
        time.sleep(0.01)
    reader._lose(Problem.SILENT)
    heard = until(reader, seen)
    assert [one for one in heard if lost(one)] == [Lost(Problem.SILENT)]
    assert reader.pid != bad
    passes(reader, clock, until, 100)
    assert reader._at_hand.process is not None
    os.kill(reader._at_hand.process.pid or 0, signal.SIGKILL)
    reader._at_hand.process.bury()
    passes(reader, clock, until, 30)
    assert reader.pid_at_hand is None, "where memory is short they would die one after the other"
    passes(reader, clock, until, 31)
    assert reader.pid_at_hand is not None


def test_one_that_has_just_died_raises_nothing(hostile: Hostile, until: Wait) -> None:
    reader = hostile(READS, CAMERA)
    until(reader, seen)
    dying = reader._process
    assert dying is not None
    os.kill(dying.pid or 0, signal.SIGKILL)
    begun = time.monotonic()
    while "Z" not in Path(f"/proc/{dying.pid}/stat").read_text().split()[2] and time.monotonic() - begun < GIVE_UP:
        time.sleep(0.001)
    assert not dying.stopped(), "dead, and not waited for yet"


def test_pictures_have_none_at_hand(hostile: Hostile, until: Wait, tmp_path: Path) -> None:
    (tmp_path / "1.png").write_bytes(b"no picture")
    clock = SkippingClock()
    reader = hostile("say(HELLO, TIGHT); time.sleep(600)", Pictures((tmp_path / "1.png",)), clock=clock)
    until(reader, shut_in)
    clock.advance(10)
    reader.tick()
    assert reader.state is State.READING
    assert reader.pid_at_hand is None


def test_a_child_that_reads_nothing_does_not_hold_up_its_parent(hostile: Hostile, until: Wait) -> None:
    reader = hostile("say(HELLO, TIGHT)\nfor n in itertools.count(): say(frame(n)); time.sleep(0.02)", Synthetic())
    until(reader, seen)
    for number in range(200):
        reader.show(Scene(Prop.PAPER, "X" * 8000, seed=number))
    assert until(reader, lost)[-1] == Lost(Problem.SILENT)


HOLD = """
import ctypes, sys
libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
print(libc.ptrace(0x4206, int(sys.argv[1]), None, None), flush=True)  # PTRACE_SEIZE
sys.stdin.read()
"""


def test_a_child_that_does_not_go_when_killed_holds_nothing_up_and_is_buried_later(
    hostile: Hostile, until: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one that hangs in a camera's driver. Here another process holds it: until that lets go, the kernel shows no end of it."""
    reader = hostile("say(HELLO, TIGHT, FRAME); time.sleep(600)", CAMERA)
    until(reader, seen)
    before = reader.pid
    with subprocess.Popen([sys.executable, "-c", HOLD, str(before)], stdin=-1, stdout=-1, text=True) as holder:
        assert holder.stdout is not None
        if holder.stdout.readline().strip() != "0":
            pytest.skip("this system lets no process hold another")
        monkeypatch.setattr(subprocess.Popen, "wait", None)  # whoever waits fails
        reader._lose(Problem.SILENT)
        until(reader, seen)
        assert reader.pid != before, "another is reading by now"
        assert Path(f"/proc/{before}").exists()
        monkeypatch.undo()
        holder.communicate()
    reader.tick()
    reader.tick()
    assert not Path(f"/proc/{before}").exists(), "no zombie is left"


def test_a_system_that_gives_no_process_is_asked_again(hostile: Hostile, until: Wait) -> None:
    reader = Reader(Synthetic(fps=0))
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        with pytest.raises(ReaderFault) as fault:
            reader.start()
        reader.tick()
        state = reader.state
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert "cannot be started" in fault.value.sentence
    assert state is State.LOST
    until(reader, seen)
    reader.close()
