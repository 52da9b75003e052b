"""Real readers with real children, and pictures drawn for them. Tests may use the decoders; the kiosk's own process never does."""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp

from kiosk.reader import process
from kiosk.reader.reader import Message, Reader
from kiosk.reader.sources import Device

GIVE_UP = 60.0  # seconds; a bound for a broken build, never a measurement

Wait = Callable[[Reader, Callable[[Message], bool]], list[Message]]
Draw = Callable[..., bytes]
COMPILER = shutil.which("cc")


@pytest.fixture
def until() -> Wait:
    """Runs a reader until a message is the awaited one, and gives all messages up to it."""

    def run(reader: Reader, awaited: Callable[[Message], bool]) -> list[Message]:
        begun = time.monotonic()
        seen: list[Message] = []
        while time.monotonic() - begun < GIVE_UP:
            reader.wait(0.2)
            reader.tick()
            for message in reader.poll():
                seen.append(message)
                if awaited(message):
                    return seen
        pytest.fail(f"waited in vain; {len(seen)} messages, state {reader.state}, problem {reader.problem}")

    return run


@pytest.fixture
def draw() -> Draw:
    """A code as the bytes of a picture file."""

    def run(content: str | bytes, symbology: str = "QRCodeModel2", ending: str = ".png", scale: int = 4) -> bytes:
        code = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat[symbology])
        written, packed = cv2.imencode(ending, np.array(code.to_image(scale=scale)))
        assert written
        return packed.tobytes()

    return run


@pytest.fixture
def closing() -> Iterator[Callable[[Reader], Reader]]:
    """Closes readers at the end, whatever happens."""
    readers: list[Reader] = []

    def keep(reader: Reader) -> Reader:
        readers.append(reader)
        return reader

    yield keep
    for reader in readers:
        reader.close()


@pytest.fixture
def video(tmp_path: Path, draw: Draw) -> Path:
    """A film of 20 frames with a code in each."""
    still = cv2.imdecode(np.frombuffer(draw("IN A FILM", scale=8), np.uint8), cv2.IMREAD_COLOR)
    assert still is not None
    still = cv2.copyMakeBorder(still, 100, 100, 100, 100, cv2.BORDER_CONSTANT, value=(128, 128, 128))
    path = tmp_path / "film.avi"
    film = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 50, (still.shape[1], still.shape[0]))
    assert film.isOpened()
    for _ in range(20):
        film.write(still)
    film.release()
    return path


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
