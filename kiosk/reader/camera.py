"""A camera by its path in /dev, over V4L2: luminance of 1280 by 720 pixels, never more than one frame behind."""

import time

import cv2

from kiosk.reader import controls, grey
from kiosk.reader.eyes import Eyes
from kiosk.reader.grey import Grey
from kiosk.reader.link import ALIVE, CannotGoOn, Link
from kiosk.reader.wire import Problem, Stop

WIDTH, HEIGHT = 1280, 720
_PATIENCE = (
    0.9  # seconds without a frame; an unplugged camera fails at once, a stalled one after a second (see `process`)
)
_PAUSE = 0.1  # seconds after a failed read
_FREED_WITHIN = 2.0  # seconds: a child that was ended a moment ago may hold the camera yet


class Camera:
    """An open camera. Opened and streaming before the sandbox closes; no frame is decoded before that."""

    def __init__(self, path: str, *, exposure_ms: int = 0, focus: int = 0) -> None:
        """Raises CannotGoOn where there is no working camera at `path`."""
        there, begun = controls.set_up(path, exposure_ms=exposure_ms, focus=focus), time.monotonic()
        while not self._opens(path):
            if not there or time.monotonic() - begun > _FREED_WITHIN:
                raise CannotGoOn(Problem.CAMERA_MISSING)
            time.sleep(_PAUSE)
        self._width = int(self._capture.get(cv2.CAP_PROP_FRAME_WIDTH))
        self._height = int(self._capture.get(cv2.CAP_PROP_FRAME_HEIGHT))

    def _opens(self, path: str) -> bool:
        self._capture = cv2.VideoCapture(path, cv2.CAP_V4L2)
        for setting, value in (
            (cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG")),  # over USB 2 the only way to 720p at full rate
            (cv2.CAP_PROP_FRAME_WIDTH, WIDTH),
            (cv2.CAP_PROP_FRAME_HEIGHT, HEIGHT),
            (cv2.CAP_PROP_BUFFERSIZE, 1),
            (cv2.CAP_PROP_CONVERT_RGB, 0),
        ):
            self._capture.set(setting, value)
        return self._capture.isOpened() and self._starts()

    def run(self, link: Link, eyes: Eyes) -> None:
        """Report every frame until told to stop. Raises CannotGoOn when the camera stops giving frames."""
        number, last = 0, time.monotonic()
        while not any(isinstance(message, Stop) for message in link.receive(0)):
            picture = self._next()
            if picture is not None:
                link.send(eyes.look(0, number, picture))
                picture[:] = 0
                number, last = number + 1, time.monotonic()
                continue
            if time.monotonic() - last > _PATIENCE:
                raise CannotGoOn(Problem.CAMERA_STOPPED)
            link.send(ALIVE)
            time.sleep(_PAUSE)

    def _starts(self) -> bool:
        """Start the stream by grabbing a frame, which stays with the driver."""
        try:
            return self._capture.grab()
        except cv2.error:  # a driver that keeps none of its promises
            return False

    def _next(self) -> Grey | None:
        try:
            given, raw = self._capture.read()
        except cv2.error:
            return None
        return grey.from_camera(raw, self._width, self._height) if given else None
