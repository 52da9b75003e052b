"""Codes as people hold them up, drawn in memory from a seed: one hardship at a time, for measuring what a reader reads.

Each frame is 1280 by 720 with a code somewhere in a cluttered hall. What varies within a hardship comes from the seed alone.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from kiosk.reader.grey import Grey

WIDTH, HEIGHT = 1280, 720
_INK, _PAPER = 35, 225
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32, as our tokens
Draw = np.random.Generator
Plane = NDArray[np.float32]


@dataclass(frozen=True)
class Held:
    """A frame and the code that is in it."""

    frame: Grey
    symbology: str
    text: bytes


def held(hardship: str, seed: int) -> Held:
    """One frame of a hardship named in HARDSHIPS."""
    draw = np.random.default_rng([seed, *hardship.encode()])
    return HARDSHIPS[hardship](draw)


def clutter(seed: int, width: int = WIDTH, height: int = HEIGHT) -> Grey:
    """A frame without a code: shelves, boxes, print and grain. What a reader looks at nearly all day."""
    return grain(_hall(np.random.default_rng([seed, 7]), width, height), np.random.default_rng(seed), 4)


def _hall(draw: Draw, width: int = WIDTH, height: int = HEIGHT) -> Grey:
    hall = np.tile(np.linspace(70, 130, width), (height, 1)).astype(np.uint8)
    for _ in range(width * height // 18_000):
        x, y = int(draw.integers(-60, width)), int(draw.integers(-40, height))
        far = x + int(draw.integers(20, 260)), y + int(draw.integers(20, 180))
        cv2.rectangle(hall, (x, y), far, float(draw.integers(30, 220)), cv2.FILLED)
    for _ in range(width * height // 30_000):  # print and tape: fine edges, which cost a reader most
        at = int(draw.integers(0, width)), int(draw.integers(0, height))
        words = "".join(draw.choice(list(_ALPHABET), 12))
        cv2.putText(
            hall, words, at, cv2.FONT_HERSHEY_SIMPLEX, float(draw.uniform(0.3, 1)), float(draw.integers(0, 255)), 1
        )
    return cv2.GaussianBlur(hall, (0, 0), 0.8).astype(np.uint8)


def grain(frame: Grey, draw: Draw, sigma: float) -> Grey:
    return np.clip(frame + draw.normal(0, sigma, frame.shape), 0, 255).astype(np.uint8)


def _qr(draw: Draw, *, ink: int = _INK, paper: int = _PAPER) -> tuple[Plane, bytes]:
    text = "HK1:" + "".join(draw.choice(list(_ALPHABET), 26))
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCodeModel2, ec_level="M")
    modules = np.asarray(code.to_image(scale=8))
    page = np.where(modules < 128, ink, paper).astype(np.float32)
    return page, text.encode()


def _bars(draw: Draw) -> tuple[Plane, bytes]:
    text = "PKG" + "".join(draw.choice(list(_ALPHABET), 9))
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    row = np.asarray(code.to_image(scale=1))[:1]
    bars = np.where(np.repeat(np.repeat(row, 6, 1), 260, 0) < 128, _INK, _PAPER).astype(np.float32)
    page = cv2.copyMakeBorder(bars, 40, 40, 20, 20, cv2.BORDER_CONSTANT, value=_PAPER)
    return np.asarray(page, np.float32), text.encode()


def hold(
    page: Plane,
    draw: Draw,
    width: float,
    *,
    tilt: float = 8.0,
    turn: float | None = None,
    size: tuple[int, int] = (WIDTH, HEIGHT),
) -> Grey:
    """The page in a hall seen in `size`, `width` pixels wide, leaning `tilt` degrees out of the picture's plane and turned within it."""
    height_px, width_px = page.shape
    lean, around = math.radians(tilt), draw.uniform(0, 2 * math.pi)
    roll = math.radians(draw.uniform(0, 360) if turn is None else turn)
    corners = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * (width_px, height_px) / 2 * (width / width_px)
    turned = corners @ np.array([[math.cos(roll), math.sin(roll)], [-math.sin(roll), math.cos(roll)]])
    along = turned @ (math.cos(around), math.sin(around))
    across = turned @ (-math.sin(around), math.cos(around))
    far = 1100 * size[0] / WIDTH
    depth = far / (far + along * math.sin(lean))
    seen = np.outer(along * math.cos(lean) * depth, (math.cos(around), math.sin(around)))
    seen = seen + np.outer(across * depth, (-math.sin(around), math.cos(around)))
    seen += np.array((size[0] / 2 + draw.uniform(-120, 120), size[1] / 2 + draw.uniform(-30, 30)))
    source = np.array([(0, 0), (width_px, 0), (width_px, height_px), (0, height_px)], np.float32)
    way = cv2.getPerspectiveTransform(source, seen.astype(np.float32))
    shrink = width / width_px
    soft = cv2.GaussianBlur(page, (0, 0), max(0.3, 0.45 / shrink))  # what a lens does before a sensor samples
    onto = cv2.warpPerspective(soft, way, size, flags=cv2.INTER_LINEAR)
    cover = cv2.warpPerspective(np.ones_like(page), way, size, flags=cv2.INTER_LINEAR)
    return np.clip(_hall(draw, *size) * (1 - cover) + onto * cover, 0, 255).astype(np.uint8)


def _dark_mode(draw: Draw) -> Held:
    page, text = _qr(draw, ink=int(draw.integers(150, 235)), paper=int(draw.integers(15, 45)))
    return Held(grain(hold(page, draw, draw.uniform(140, 400)), draw, 4), "QRCode", text)


def _glare(draw: Draw) -> Held:
    page, text = _qr(draw)
    y, x = np.mgrid[: page.shape[0], : page.shape[1]] / page.shape[0]
    at, spread = draw.uniform(0.3, 0.7, 2), draw.uniform(0.12, 0.24)
    spot = np.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / (2 * spread**2)) * draw.uniform(170, 260)
    page = np.minimum(page * 0.55 + spot, 255).astype(np.float32)
    return Held(grain(hold(page, draw, draw.uniform(180, 400)), draw, 4), "QRCode", text)


def _low_light(draw: Draw) -> Held:
    page, text = _qr(draw)
    frame = hold(page, draw, draw.uniform(160, 400)) * draw.uniform(0.06, 0.16)
    return Held(grain(frame.astype(np.uint8), draw, 1.5), "QRCode", text)


def _noise(draw: Draw) -> Held:
    page, text = _qr(draw)
    return Held(grain(hold(page, draw, draw.uniform(160, 400)), draw, draw.uniform(30, 65)), "QRCode", text)


def _blur(draw: Draw) -> Held:
    page, text = _qr(draw)
    width = draw.uniform(160, 400)
    frame = cv2.GaussianBlur(hold(page, draw, width), (0, 0), width / 33 * draw.uniform(0.35, 0.75))
    return Held(grain(frame.astype(np.uint8), draw, 3), "QRCode", text)


def _shake(draw: Draw) -> Held:
    page, text = _qr(draw)
    width = draw.uniform(160, 400)
    length = max(3, int(width / 33 * draw.uniform(0.7, 1.7)))
    turn = cv2.getRotationMatrix2D((length / 2 - 0.5, length / 2 - 0.5), draw.uniform(0, 180), 1)
    line = np.zeros((length, length), np.float32)
    line[length // 2] = 1
    kernel = cv2.warpAffine(line, turn, (length, length))
    frame = cv2.filter2D(hold(page, draw, width), -1, kernel / kernel.sum())
    return Held(grain(frame.astype(np.uint8), draw, 3), "QRCode", text)


def _moire(draw: Draw) -> Held:
    page, text = _qr(draw)
    frame = hold(page, draw, draw.uniform(180, 400)).astype(np.float32)
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    for _ in range(2):
        wave, angle = draw.uniform(3, 9), draw.uniform(0, math.pi)
        frame *= 1 + 0.3 * np.sin(2 * math.pi * (x * math.cos(angle) + y * math.sin(angle)) / wave)
    return Held(grain(np.clip(frame, 0, 255).astype(np.uint8), draw, 4), "QRCode", text)


def _tilt(draw: Draw) -> Held:
    page, text = _qr(draw)
    return Held(grain(hold(page, draw, draw.uniform(180, 400), tilt=draw.uniform(30, 50)), draw, 4), "QRCode", text)


def _size(draw: Draw) -> Held:
    page, text = _qr(draw)
    return Held(grain(hold(page, draw, draw.uniform(80, 400)), draw, 4), "QRCode", text)


def _cracked(draw: Draw) -> Held:
    page, text = _qr(draw)
    side = page.shape[0]
    hit = draw.uniform(0.2, 0.8, 2) * side
    for _ in range(int(draw.integers(2, 6))):
        at = hit
        for _ in range(6):
            further = at + draw.normal(0, side / 7, 2)
            ends = [(int(px), int(py)) for px, py in (at, further)]
            cv2.line(page, ends[0], ends[1], float(draw.choice([20, 240])), int(draw.integers(1, 3)))
            at = further
    return Held(grain(hold(page, draw, draw.uniform(160, 400)), draw, 4), "QRCode", text)


def crumple(page: Plane, draw: Draw, strength: float) -> Plane:
    height, width = page.shape
    bend = [
        cv2.resize(draw.normal(0, strength, (5, 5)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
        for _ in range(3)
    ]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    bent = cv2.remap(page, x + bend[0], y + bend[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(bent * np.clip(1 + bend[2] / strength / 6, 0.5, 1.4), np.float32)


def _crumpled(draw: Draw) -> Held:
    page, text = _qr(draw)
    page = crumple(page, draw, draw.uniform(1.5, 4.5))  # a module is 8 pixels here
    return Held(grain(hold(page, draw, draw.uniform(180, 400)), draw, 4), "QRCode", text)


def _slanted(degrees: float) -> Callable[[Draw], Held]:
    def run(draw: Draw) -> Held:
        page, text = _bars(draw)
        turn = degrees * draw.choice([-1, 1]) + draw.choice([0, 90, 180, 270])
        frame = hold(page, draw, draw.uniform(420, 640), turn=float(turn))
        return Held(grain(frame, draw, 4), "Code128", text)

    return run


HARDSHIPS: dict[str, Callable[[Draw], Held]] = {
    "dark mode": _dark_mode,
    "glare": _glare,
    "low light": _low_light,
    "noise": _noise,
    "blur": _blur,
    "shake": _shake,
    "moire": _moire,
    "tilt": _tilt,
    "80 to 400 px": _size,
    "cracked screen": _cracked,
    "crumpled label": _crumpled,
    "Code 128 at 15": _slanted(15),
    "Code 128 at 30": _slanted(30),
    "Code 128 at 45": _slanted(45),
}
