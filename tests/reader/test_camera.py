"""The way from a V4L2 driver to a code, in the real sandboxed child: only the driver is ours (`fake_camera.c`)."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp

from kiosk.reader import process
from kiosk.reader.reader import Lost, Message, Reader
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
def plug_in(driver: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, bytes], Device]:
    """A camera that gives the same frame over and over, in a format of four letters."""

    def run(letters: str, frame: bytes) -> Device:
        path = tmp_path / "frame"
        path.write_bytes(frame)
        for name, value in (("LD_PRELOAD", str(driver)), ("FAKE_FRAME", str(path)), ("FAKE_FORMAT", letters)):
            monkeypatch.setitem(process._ENVIRONMENT, name, value)
        return Device(Path("/dev/fakecam"))

    return run


@pytest.mark.parametrize("letters", ["MJPG", "YUYV"])
def test_a_camera_is_read_until_it_is_unplugged(
    letters: str, plug_in: Callable[[str, bytes], Device], until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    seen = np.full((720, 1280), 170, np.uint8)
    code = np.array(zxingcpp.create_barcode("HK1:CAMERA", zxingcpp.BarcodeFormat.QRCodeModel2).to_image(scale=9))
    seen[90 : 90 + code.shape[0], 300 : 300 + code.shape[1]] = code
    jpeg = cv2.imencode(".jpg", seen)[1].tobytes()
    yuyv = np.stack([seen, np.full_like(seen, 128)], axis=2).tobytes()

    reader = closing(Reader(plug_in(letters, jpeg if letters == "MJPG" else yuyv)))
    reader.start()
    messages = until(reader, lambda message: isinstance(message, Lost))
    frames = [message for message in messages if isinstance(message, Frame)]
    assert len(frames) > 30
    assert {(frame.width, frame.height) for frame in frames} == {(1280, 720)}
    assert {code.untrusted_text for frame in frames for code in frame.codes} == {b"HK1:CAMERA"}
    assert messages[-1] == Lost(Problem.CAMERA_STOPPED)
    assert reader.sandbox is not None
    assert reader.sandbox.tight
