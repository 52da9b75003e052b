"""A video file, read from the descriptor that the child was given at its start."""

import io
import time
from collections.abc import Iterator

import cv2

from kiosk.reader.eyes import Eyes
from kiosk.reader.grey import Grey, as_grey
from kiosk.reader.link import CannotGoOn, Link
from kiosk.reader.wire import Problem, SourceEnd, Stop

_USUAL_FPS = 25.0  # where the file says nothing, or nonsense


class Video:
    """The file is decoded inside the sandbox only; FFmpeg calls back for each piece of it."""

    def __init__(self, descriptor: int, *, live: bool) -> None:
        self._file = io.BufferedReader(io.FileIO(descriptor, "rb"), 1 << 20)
        self._live = live

    def run(self, link: Link, eyes: Eyes) -> None:
        """Once, or for a live source again and again, until told to stop. Raises CannotGoOn where it is no video."""
        number = 0
        while True:
            before = number
            for picture in self._pictures():
                link.send(eyes.look(0, number, picture))
                number += 1
                if any(isinstance(message, Stop) for message in link.receive(0)):
                    return
            if number == before:
                raise CannotGoOn(Problem.NOT_A_VIDEO)
            if not self._live:
                link.send(SourceEnd(0, number))
                link.wait()
                return

    def _pictures(self) -> Iterator[Grey]:
        """The video's frames from its first, a live one at its own pace."""
        self._file.seek(0)
        one_thread = [cv2.CAP_PROP_N_THREADS, 1]  # the sandbox denies every other
        capture = cv2.VideoCapture(self._file, cv2.CAP_FFMPEG, one_thread)  # type: ignore[call-overload]  # its stub lacks files
        fps = capture.get(cv2.CAP_PROP_FPS)
        step = 1 / (fps if 2 <= fps <= 240 else _USUAL_FPS)
        due = time.monotonic()
        while True:
            given, coloured = capture.read()
            picture = as_grey(coloured) if given else None
            if picture is None:
                return
            if self._live:
                time.sleep(max(0.0, due - time.monotonic()))
                due += step
            yield picture
