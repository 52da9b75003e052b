"""The way from a V4L2 driver to a code, in the real sandboxed child: only the driver is ours (`fake_camera.c`)."""

from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest

from kiosk.reader import controls
from kiosk.reader.reader import Lost, Message, Reader, State
from kiosk.reader.sources import Device
from kiosk.reader.wire import Frame, Problem

Wait = Callable[[Reader, Callable[[Message], bool]], list[Message]]


@pytest.mark.parametrize("letters", ["MJPG", "YUYV"])
def test_a_camera_is_read_until_it_is_unplugged(
    letters: str, plug_in: Callable[..., Device], until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    reader = closing(Reader(plug_in(letters)))
    reader.start()
    messages = until(reader, lambda message: isinstance(message, Lost))
    frames = [message for message in messages if isinstance(message, Frame)]
    assert len(frames) > 30
    assert {(frame.width, frame.height) for frame in frames} == {(1280, 720)}
    assert {code.untrusted_text for frame in frames for code in frame.codes} == {b"HK1:CAMERA"}
    assert messages[-1] == Lost(Problem.CAMERA_STOPPED)
    assert reader.sandbox is not None
    assert reader.sandbox.tight


def test_a_camera_that_gives_no_more_frames_is_told(
    plug_in: Callable[..., Device], until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    reader = closing(Reader(plug_in("YUYV", FAKE_STALLS="1")))
    reader.start()
    messages = until(reader, lambda message: isinstance(message, Lost))
    assert len([message for message in messages if isinstance(message, Frame)]) > 30
    assert messages[-1] == Lost(Problem.CAMERA_STOPPED), "found by the child, before its parent takes it for dead"


def test_a_camera_that_was_unplugged_is_read_again_once_it_is_back(
    plug_in: Callable[..., Device], tmp_path: Path, until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    gone = tmp_path / "gone"
    reader = closing(Reader(plug_in("YUYV", FAKE_GONE=str(gone))))
    reader.start()
    until(reader, lambda message: isinstance(message, Frame))
    gone.touch()
    until(reader, lambda message: message == Lost(Problem.CAMERA_STOPPED))
    until(reader, lambda message: message == Lost(Problem.CAMERA_MISSING))
    gone.unlink()
    until(reader, lambda message: isinstance(message, Frame) and bool(message.codes))
    assert reader.state is State.READING


def test_a_camera_that_another_child_holds_yet_is_waited_for(
    plug_in: Callable[..., Device], tmp_path: Path, until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    busy = tmp_path / "busy"
    busy.touch()
    letting_go = Timer(1.5, busy.unlink)
    reader = closing(Reader(plug_in("YUYV", FAKE_BUSY=str(busy))))
    reader.start()
    letting_go.start()
    messages = until(reader, lambda message: isinstance(message, Frame | Lost))
    letting_go.join()
    assert isinstance(messages[-1], Frame)


def test_exposure_and_focus_are_set_where_the_camera_has_them(
    plug_in: Callable[..., Device], tmp_path: Path, until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    notes = tmp_path / "notes"
    reader = closing(Reader(plug_in("YUYV", FAKE_NOTES=str(notes))))
    reader.start()
    until(reader, lambda message: isinstance(message, Frame))
    exposure = ["9a0903 0", "9a0901 1", "9a0902 80"]  # no longer than a frame; by hand; 8 ms in units of 0.1 ms
    focus = ["9a090c 0", "9a090a 150"]  # not by itself; 60 of 100 on a scale of 0 to 250 in steps of 5
    assert notes.read_text(encoding="ascii").split("\n")[:5] == exposure + focus
    controls.set_up("/dev/null", exposure_ms=8, focus=60)  # a device that has none of it
