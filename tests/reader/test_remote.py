"""A reader that the service manager starts for whoever connects: here by a small stand-in for the manager, with the real child."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from kiosk.clock import SkippingClock
from kiosk.errors import ReaderFault
from kiosk.reader import child, process
from kiosk.reader.reader import Lost, Message, Reader, State
from kiosk.reader.remote import VARIABLE
from kiosk.reader.sources import Device
from kiosk.reader.wire import Frame, Problem, SandboxReport

Wait = Callable[[Reader, Callable[[Message], bool]], list[Message]]
SPINS = "import signal\ndef spin(*_):\n while True: pass\nsignal.signal(signal.SIGUSR1, spin)"
START = f"import sys; sys.path.insert(0, sys.argv.pop()); exec({SPINS!r}); from kiosk.reader.child import main; main()"
GIVE_UP = 60.0


class Manager:
    """What systemd does for a socket unit with Accept=yes: each connection gets a process of its own, as its stdin."""

    def __init__(self, folder: Path) -> None:
        self.address = folder / "reader.sock"
        self.children: list[subprocess.Popen[bytes]] = []
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(str(self.address))
        self._listener.listen()
        Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                wire, _ = self._listener.accept()
            except OSError:
                return
            command = [sys.executable, "-I", "-c", START, process._HOUSE]
            with wire:
                self.children.append(subprocess.Popen(command, stdin=wire.fileno(), env=process._ENVIRONMENT))

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for service in self.children:
            service.kill()
            service.wait()


@pytest.fixture
def manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Manager]:
    manager = Manager(tmp_path)
    monkeypatch.setenv(VARIABLE, str(manager.address))
    yield manager
    manager.close()


def test_a_camera_is_read_by_the_service_which_is_shut_in(
    manager: Manager, plug_in: Callable[..., Device], until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    reader = closing(Reader(plug_in("YUYV")))
    reader.start()
    until(reader, lambda message: isinstance(message, Frame) and bool(message.codes))
    assert reader.state is State.READING
    assert reader.sandbox is not None
    assert reader.sandbox.tight
    (service,) = manager.children
    assert reader.pid == service.pid, "the kernel says who is at the other end"
    until(reader, lambda message: message == Lost(Problem.CAMERA_STOPPED))  # the film of 30 frames and more is over


def test_one_that_ends_is_followed_by_another(
    manager: Manager, plug_in: Callable[..., Device], until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    reader = closing(Reader(plug_in("YUYV")))
    reader.start()
    until(reader, lambda message: isinstance(message, Frame))
    manager.children[0].kill()
    until(reader, lambda message: message == Lost(Problem.CRASHED))
    until(reader, lambda message: isinstance(message, Frame))
    assert len(manager.children) == 2


def two_of_them(manager: Manager, closing: Callable[[Reader], Reader], camera: Device, until: Wait) -> Reader:
    """One that reads and one at hand."""
    clock = SkippingClock()
    reader = closing(Reader(camera, clock=clock, at_hand=True))
    reader.start()
    until(reader, lambda message: isinstance(message, Frame))
    clock.advance(1)
    until(reader, lambda _: len(manager.children) == 2)
    return reader


def test_one_at_hand_takes_the_camera_when_the_other_is_lost(
    manager: Manager, plug_in: Callable[..., Device], until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    reader = two_of_them(manager, closing, plug_in("YUYV"), until)
    os.kill(manager.children[0].pid, signal.SIGUSR1)
    until(reader, lambda message: isinstance(message, Lost))
    until(reader, lambda message: isinstance(message, Frame))
    assert reader.pid == manager.children[1].pid


def test_one_at_hand_that_is_gone_takes_no_camera(
    manager: Manager, plug_in: Callable[..., Device], until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    reader = two_of_them(manager, closing, plug_in("YUYV"), until)
    for service in reversed(manager.children):
        service.kill()
        service.wait()
    heard = until(reader, lambda message: isinstance(message, SandboxReport))
    assert [one for one in heard if isinstance(one, Lost)] == [Lost(Problem.CRASHED)]
    assert reader.pid == manager.children[2].pid


def test_one_that_was_stopped_is_lost_by_its_silence_and_ended_by_the_kernel(
    manager: Manager, plug_in: Callable[..., Device], until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    reader = closing(Reader(plug_in("YUYV")))
    reader.start()
    until(reader, lambda message: isinstance(message, Frame))
    os.kill(manager.children[0].pid, signal.SIGSTOP)
    until(reader, lambda message: message == Lost(Problem.SILENT))
    time.sleep(child._LIMIT)
    os.kill(manager.children[0].pid, signal.SIGCONT)
    assert manager.children[0].wait(GIVE_UP) == -signal.SIGALRM


def test_one_that_spins_is_ended_by_the_kernel_and_followed_by_another(
    manager: Manager, plug_in: Callable[..., Device], until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    reader = closing(Reader(plug_in("YUYV")))
    reader.start()
    until(reader, lambda message: isinstance(message, Frame))
    os.kill(manager.children[0].pid, signal.SIGUSR1)
    until(reader, lambda message: isinstance(message, Lost))
    assert manager.children[0].wait(child._LIMIT / 2) == -signal.SIGPROF
    until(reader, lambda message: isinstance(message, Frame))
    assert len(manager.children) == 2


def test_it_ends_with_its_wire(
    manager: Manager, plug_in: Callable[..., Device], until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    reader = closing(Reader(plug_in("YUYV")))
    reader.start()
    until(reader, lambda message: isinstance(message, Frame))
    reader.close()
    assert manager.children[0].wait(GIVE_UP) == 0


def test_without_its_service_no_camera_is_opened_and_the_sentence_says_where_to_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closing: Callable[[Reader], Reader]
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nobody"))
    reader = closing(Reader(Device(Path("/dev/null"))))
    with pytest.raises(ReaderFault, match=r"kiosk-reader\.socket"):
        reader.start()
    assert reader.state is State.LOST
