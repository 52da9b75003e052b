"""The way from a V4L2 driver to a code, in the real sandboxed child: only the driver is ours (`fake_camera.c`)."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp

from kiosk.reader import controls, process
from kiosk.reader.reader import Lost, Message, Reader, State
from kiosk.reader.sources import Device
from kiosk.reader.wire import Frame, Problem

Wait = Callable[[Reader, Callable[[Message], bool]], list[Message]]
COMPILER = shutil.which("cc")


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if COMPILER is None or not Path("/usr/include/linux/videodev2.h").exists():
        pytest.skip("needs a C compiler and the kernel's headers")
    library = tmp_path_factory.mktemp("driver") / "fake_camera.so"
    source = Path(__file__).with_name("fake_camera.c")
    subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-o", str(library), str(source)], check=True, timeout=60)
    return library


@pytest.fixture
def plug_in(driver: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Device]:
    """A camera that gives the same frame over and over, in a format of four letters; further words are for the driver."""

    def run(letters: str, **words: str) -> Device:
        seen = np.full((720, 1280), 170, np.uint8)
        code = np.array(zxingcpp.create_barcode("HK1:CAMERA", zxingcpp.BarcodeFormat.QRCodeModel2).to_image(scale=9))
        seen[90 : 90 + code.shape[0], 300 : 300 + code.shape[1]] = code
        yuyv = np.stack([seen, np.full_like(seen, 128)], axis=2).tobytes()
        path = tmp_path / "frame"
        path.write_bytes(cv2.imencode(".jpg", seen)[1].tobytes() if letters == "MJPG" else yuyv)
        for name, value in {
            "LD_PRELOAD": str(driver),
            "FAKE_FRAME": str(path),
            "FAKE_FORMAT": letters,
            **words,
        }.items():
            monkeypatch.setitem(process._ENVIRONMENT, name, value)
        return Device(Path("/dev/fakecam"), exposure_ms=8, focus=60)

    return run


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
