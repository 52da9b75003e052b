"""Real readers with real children, and pictures drawn for them. Tests may use the decoders; the kiosk's own process never does."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp

from kiosk.reader.reader import Message, Reader

GIVE_UP = 60.0  # seconds; a bound for a broken build, never a measurement

Wait = Callable[[Reader, Callable[[Message], bool]], list[Message]]
Draw = Callable[..., bytes]


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
