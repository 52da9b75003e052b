"""The synthetic camera: things held by a hand, drawn frame by frame into a depot's hall, in this process and nowhere else.

Seeded: the same seeds and the same scenes give the same pixels. A thing comes in from an edge and is in view after a few frames.
"""

import math
import time

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.reader import props
from kiosk.reader.eyes import Eyes
from kiosk.reader.grey import Grey
from kiosk.reader.link import Link
from kiosk.reader.wire import Problem, Prop, Scene, SourceEnd, Stop, ToChild

WIDTH, HEIGHT = 1280, 720
ENTRY = 4  # frames from the edge to the middle
_FOCAL = 1500.0  # pixels; a lens of about 46 degrees
_STEEPEST = {"QRCode": (26.0, 18.0), "Code128": (12.0, 4.0)}  # degrees out of, and in the picture's plane
_FLAT_BELOW = 5.0  # pixels a module, under which a thing is held flatter

Matrix = NDArray[np.float64]


class SyntheticCamera:
    """Shows one scene after the other."""

    def __init__(self, seed: int, fps: float) -> None:
        """`fps` 0 draws as fast as it is looked at."""
        self._seed = seed
        self._step = 1 / fps if fps else 0.0
        self._hall = _hall(np.random.default_rng(seed))
        self._noise = np.random.default_rng(seed).normal(0, 2.5, (HEIGHT + 64, WIDTH + 64)).astype(np.int16)
        self._begin()

    def _begin(self) -> None:
        self._count = -1  # scenes shown; the empty one at the start is none
        self.show(Scene())

    def warm_up(self) -> None:
        """Draw each kind of code once, so that no library loads anything after the door has shut; then begin anew."""
        for what, symbology in ((Prop.PHONE, "QRCode"), (Prop.LABEL, "Code128")):
            self.show(Scene(what, "WARM", symbology))
            self.frame()
        self._begin()

    def show(self, scene: Scene) -> None:
        """Start a scene. Raises ValueError where its text cannot be drawn; nothing is shown then."""
        self._count += 1
        self._number = 0
        self._scene = Scene(light=scene.light)
        self._draw = np.random.default_rng([self._seed, scene.seed])
        if scene.what == Prop.NOTHING:
            return
        self._sheet = props.draw(scene)
        self._scene = scene
        out, around = _STEEPEST[scene.symbology]
        steady = 0.4 if self._sheet.fine < _FLAT_BELOW else 1.0
        self._angles = self._draw.uniform(-1, 1, 3) * np.radians([out, out, around]) * scene.tilt * steady
        self._rest = (WIDTH / 2 + self._draw.uniform(-40, 40), HEIGHT / 2 + self._draw.uniform(-12, 12))
        side = self._draw.uniform(0, 2 * math.pi)
        self._from = (self._rest[0] + 1100 * math.cos(side), self._rest[1] + 800 * math.sin(side))
        self._beat = self._draw.uniform(0, 6, 3)

    def frame(self) -> Grey:
        """The next frame."""
        picture = self._hall.copy()
        if self._scene.what != Prop.NOTHING:
            self._hold_into(picture)
        if self._scene.light != 1:
            picture = cv2.convertScaleAbs(picture, alpha=self._scene.light).astype(np.uint8)
        y, x = self._draw.integers(0, 64, 2)
        noise = self._noise[y : y + HEIGHT, x : x + WIDTH]
        self._number += 1
        return cv2.add(picture, noise, dtype=cv2.CV_8U).astype(np.uint8, copy=False)

    def _hold_into(self, picture: Grey) -> None:
        sheet = self._sheet
        way = _homography(sheet.middle, self._angles + self._tremble() * 0.004, self._place())
        height, width = sheet.grey.shape
        rim = cv2.perspectiveTransform(np.array([[[0, 0], [width, 0], [width, height], [0, height]]], np.float64), way)[
            0
        ]
        left, top = np.clip(np.floor(rim.min(0)), 0, (WIDTH, HEIGHT)).astype(int)
        right, bottom = np.clip(np.ceil(rim.max(0)), 0, (WIDTH, HEIGHT)).astype(int)
        if right <= left or bottom <= top:
            return
        shift = np.array([[1.0, 0.0, -left], [0.0, 1.0, -top], [0.0, 0.0, 1.0]])
        size = (int(right - left), int(bottom - top))
        seen = cv2.warpPerspective(sheet.grey, shift @ way, size, flags=cv2.INTER_AREA)
        cover = cv2.warpPerspective(sheet.cover, shift @ way, size, flags=cv2.INTER_LINEAR).astype(np.float32) / 255
        behind = picture[top:bottom, left:right]
        behind[:] = cv2.blendLinear(seen, behind, cover, 1 - cover)

    def _place(self) -> tuple[float, float]:
        """Where the code's middle is now: on its way in from the edge, or at rest in a hand."""
        left = max(0.0, 1 - self._number / ENTRY) ** 2
        dx, dy, _ = self._tremble() * 1.2
        return (
            self._rest[0] + (self._from[0] - self._rest[0]) * left + dx,
            self._rest[1] + (self._from[1] - self._rest[1]) * left + dy,
        )

    def _tremble(self) -> Matrix:
        return np.asarray(np.sin(self._beat + self._number * np.array([0.31, 0.23, 0.17])) * 2 * self._scene.shake)

    def run(self, link: Link, eyes: Eyes) -> None:
        """Report every frame until told to stop. As fast as it can, an empty scene is reported once and then waited out."""
        due = time.monotonic()
        while True:
            link.send(eyes.look(self._count, self._number, self.frame()))
            due = max(due + self._step, time.monotonic() - 1)
            if self._step:
                messages = link.pause(due)
            else:
                messages = link.wait() if self._scene.what == Prop.NOTHING else link.receive(0)
            if self._obey(messages, link):
                return

    def _obey(self, messages: list[ToChild], link: Link) -> bool:
        """Show what was asked for; true means to stop."""
        for message in messages:
            if isinstance(message, Stop):
                return True
            if isinstance(message, Scene):
                try:
                    self.show(message)
                except ValueError:
                    link.send(SourceEnd(self._count, 0, Problem.SCENE_IMPOSSIBLE))
        return False


def _homography(middle: tuple[float, float], angles: Matrix, place: tuple[float, float]) -> Matrix:
    """Sheet pixels to frame pixels: turned about the code's middle by pitch, yaw and roll in radians, as a pinhole camera sees it."""
    pitch, yaw, roll = angles
    turn_x = np.array([[1, 0, 0], [0, math.cos(pitch), -math.sin(pitch)], [0, math.sin(pitch), math.cos(pitch)]])
    turn_y = np.array([[math.cos(yaw), 0, math.sin(yaw)], [0, 1, 0], [-math.sin(yaw), 0, math.cos(yaw)]])
    turn_z = np.array([[math.cos(roll), -math.sin(roll), 0], [math.sin(roll), math.cos(roll), 0], [0, 0, 1]])
    turned = turn_z @ turn_y @ turn_x
    plane = np.column_stack((turned[:, 0], turned[:, 1], [0.0, 0.0, _FOCAL]))
    lens = np.array([[_FOCAL, 0, place[0]], [0, _FOCAL, place[1]], [0, 0, 1.0]])
    centre = np.array([[1, 0, -middle[0]], [0, 1, -middle[1]], [0, 0, 1.0]])
    return np.asarray(lens @ plane @ centre, np.float64)


def _hall(draw: np.random.Generator) -> Grey:
    """A hall out of focus: a wall with light from one side, shelves and boxes."""
    wall = np.linspace(draw.uniform(60, 90), draw.uniform(110, 150), WIDTH)
    hall = np.tile(wall, (HEIGHT, 1)).astype(np.uint8)
    for _ in range(24):
        x, y = int(draw.integers(-60, WIDTH)), int(draw.integers(-40, HEIGHT))
        box = (x, y), (x + int(draw.integers(60, 260)), y + int(draw.integers(50, 180)))
        cv2.rectangle(hall, *box, float(draw.integers(40, 190)), cv2.FILLED)
    return cv2.GaussianBlur(hall, (0, 0), 14).astype(np.uint8)
