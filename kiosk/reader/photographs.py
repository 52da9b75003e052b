"""Hard photographs of QR codes, drawn in memory from a seed: one cause at a time why a still picture is not read.

Where `hardships` is a phone before the kiosk's camera, this is whatever people photograph, large and on anything. Each is first a page with
what is wrong with it, then light, then lens, then sensor, as in a camera.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.reader.grey import Grey, Pixels
from kiosk.reader.hardships import Draw, Plane, crumple, grain, hold
from kiosk.reader.spoilt import (
    CELL,
    INK,
    PAPER,
    QUIET,
    among_finders,
    damaged,
    mirrored,
    modules_wide,
    page_with_code,
    stretched,
    torn_finder,
    torn_timing,
)

_SIZE = 1600, 1200
_LARGE = 4000, 3000


@dataclass(frozen=True)
class Photograph:
    """A picture and what its codes say, each once."""

    picture: Grey
    texts: tuple[bytes, ...]


def photograph(cause: str, seed: int) -> Photograph:
    """One photograph of a cause named in CAUSES."""
    return CAUSES[cause](np.random.default_rng([seed, *cause.encode()]))


def _taken(page: Plane, draw: Draw, low: float = 350, high: float = 800, tilt: float = 15) -> Plane:
    return hold(page, draw, draw.uniform(low, high), tilt=draw.uniform(0, tilt), size=_SIZE).astype(np.float32)


def _sensed(light: Pixels, draw: Draw, noise: float = 3) -> Grey:
    return grain(np.clip(light, 0, 255).astype(np.uint8), draw, noise)


def _across(shape: tuple[int, ...], draw: Draw) -> Plane:
    """-1 … 1 or so along some direction through the picture."""
    y, x = np.mgrid[: shape[0], : shape[1]] / max(shape) * 2 - 1
    angle = draw.uniform(0, 2 * math.pi)
    return np.asarray(x * math.cos(angle) + y * math.sin(angle), np.float32)


def _on_a_code(draw: Draw, spoil: Callable[[Plane, Draw], Plane], noise: float = 3) -> Photograph:
    """A page that is spoilt before it is photographed."""
    page, text = page_with_code(draw)
    return Photograph(_sensed(_taken(spoil(page, draw), draw), draw, noise), (text,))


def _in_the_camera(draw: Draw, spoil: Callable[[Plane, Draw, float], Plane], noise: float = 3) -> Photograph:
    """A picture that is spoilt by light, lens or sensor; `spoil` is told how many pixels a module is wide."""
    page, text = page_with_code(draw)
    width = draw.uniform(350, 800)
    seen = hold(page, draw, width, tilt=draw.uniform(0, 15), size=_SIZE).astype(np.float32)
    return Photograph(_sensed(spoil(seen, draw, width / modules_wide(page)), draw, noise), (text,))


def _nominal(draw: Draw) -> Photograph:
    return _on_a_code(draw, lambda page, _draw: page)


def _twelve_megapixels(draw: Draw) -> Photograph:
    page, text = page_with_code(draw)
    seen = hold(page, draw, math.exp(draw.uniform(math.log(80), math.log(2200))), tilt=draw.uniform(0, 30), size=_LARGE)
    return Photograph(grain(cv2.GaussianBlur(seen, (0, 0), draw.uniform(0.5, 1)).astype(np.uint8), draw, 6), (text,))


def _lots(draw: Draw) -> Photograph:
    """Sixty codes on a sheet."""
    rows, columns, cell = 6, 10, 40 * CELL
    sheet, texts = np.full((rows * cell, columns * cell), PAPER, np.float32), []
    for row in range(rows):
        for column in range(columns):
            page, text = page_with_code(draw, 20, "M")
            side = page.shape[0]
            sheet[row * cell : row * cell + side, column * cell : column * cell + side] = page
            texts.append(text)
    seen = hold(
        sheet,
        draw,
        draw.uniform(1400, 2500),
        tilt=draw.uniform(15, 48),
        turn=float(draw.uniform(-12, 12)),
        size=(3000, 2250),
    )
    return Photograph(grain(seen, draw, 5), tuple(texts))


def _high_version(draw: Draw) -> Photograph:
    page, text = page_with_code(draw, int(draw.integers(600, 2200)), "L")
    page = crumple(page, draw, draw.uniform(2, 8))
    turn = float(draw.uniform(-8, 8) + 90 * draw.integers(4))
    seen = hold(page, draw, draw.uniform(900, 1000), tilt=draw.uniform(0, 15), turn=turn, size=_SIZE)
    return Photograph(grain(seen, draw, 3), (text,))


def _no_quiet_zone(draw: Draw) -> Photograph:
    """Print right up to the code, or the picture's own edge."""
    page, text = page_with_code(draw)
    rim = QUIET * CELL - int(draw.integers(0, CELL))
    bare = page[rim:-rim, rim:-rim]
    if draw.random() < 0.5:
        seen = cv2.resize(bare, None, fx=0.8, fy=0.8, interpolation=cv2.INTER_AREA)
        return Photograph(_sensed(np.rot90(seen, int(draw.integers(4))), draw), (text,))
    tone = float(draw.choice([INK, 90, 128]))
    dark = cv2.copyMakeBorder(bare, 60, 60, 60, 60, cv2.BORDER_CONSTANT, value=tone)
    return Photograph(_sensed(_taken(np.asarray(dark, np.float32), draw), draw), (text,))


def _close(draw: Draw) -> Photograph:
    """So near that the code's rim is cut off at two sides, and soft."""
    page, text = page_with_code(draw)
    high, wide = page.shape
    left, top = (int(CELL * (QUIET + draw.uniform(-1, 1.8))) for _ in range(2))
    cut = page[top : high - int(draw.integers(0, 3)) * CELL, left:wide]
    large = cv2.resize(cut, None, fx=900 / cut.shape[1], fy=900 / cut.shape[1], interpolation=cv2.INTER_LINEAR)
    soft = cv2.GaussianBlur(np.rot90(large, int(draw.integers(4))), (0, 0), draw.uniform(2, 5))
    return Photograph(_sensed(soft, draw), (text,))


def _bottle(draw: Draw) -> Photograph:
    """Round a bottle: up to 70 degrees away from the camera at both sides."""
    page, text = page_with_code(draw)
    height, width = page.shape
    widest = math.radians(draw.uniform(45, 75))
    radius = width / 2 / widest
    out = int(radius * math.sin(widest))
    x, y = np.meshgrid(np.arange(-out, out, dtype=np.float32), np.arange(height, dtype=np.float32))
    angle = np.arcsin(np.clip(x / radius, -1, 1))
    bow = draw.uniform(-0.25, 0.25) * radius * (1 - np.cos(angle))  # seen a little from above or below
    bent = cv2.remap(
        page, angle * radius + width / 2, y + bow, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=PAPER
    )
    shaded = bent * (0.35 + 0.65 * np.cos(angle - draw.uniform(-0.4, 0.4)))
    return Photograph(_sensed(_taken(np.asarray(shaded, np.float32), draw, 350, 650), draw), (text,))


def _shadow(draw: Draw) -> Photograph:
    def fall(seen: Plane, draw: Draw, _module: float) -> Plane:
        edge = np.clip(0.5 + (_across(seen.shape, draw) + draw.uniform(-0.1, 0.1)) * draw.uniform(10, 80), 0, 1)
        return np.asarray(seen * (draw.uniform(0.12, 0.35) * (1 - edge) + edge), np.float32)

    return _in_the_camera(draw, fall)


def _bright_spots(draw: Draw) -> Photograph:
    """A dark picture of a shiny code, with lamps in it."""

    def shine(seen: Plane, draw: Draw, module: float) -> Plane:
        dim = seen * draw.uniform(0.15, 0.5)
        y, x = np.mgrid[: seen.shape[0], : seen.shape[1]]
        for _ in range(int(draw.integers(1, 4))):
            at = np.array((600, 800)) + draw.normal(0, 130, 2)
            far = np.hypot(y - at[0], x - at[1])
            radius = draw.uniform(2, 4.5) * module
            dim += draw.uniform(250, 600) * np.exp(-((far / radius) ** 2)) + 70 * np.exp(-far / (4 * radius))
        return np.asarray(dim, np.float32)

    return _in_the_camera(draw, shine)


def _too_bright(draw: Draw) -> Photograph:
    return _in_the_camera(draw, lambda seen, draw, _m: np.sqrt(seen * 255) * np.float32(draw.uniform(1.7, 2.3)) + 40)


def _too_dark(draw: Draw) -> Photograph:
    return _in_the_camera(draw, lambda seen, draw, _m: seen * draw.uniform(0.02, 0.06), 1.5)


def _pale(draw: Draw) -> Photograph:
    """Coloured ink whose luminance is nearly the paper's: red on blue, yellow on white."""

    def fade(seen: Plane, draw: Draw, _module: float) -> Plane:
        return draw.uniform(70, 190) + (seen - 128) * draw.uniform(0.03, 0.09)

    return _in_the_camera(draw, fade, 2)


def _out_of_focus(draw: Draw) -> Photograph:
    def smear(seen: Plane, draw: Draw, module: float) -> Plane:
        radius = module * draw.uniform(0.6, 1.25)
        half = math.ceil(radius) + 1
        y, x = np.mgrid[-half : half + 1, -half : half + 1]
        disc = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1)
        return np.asarray(cv2.filter2D(seen, -1, disc / disc.sum()), np.float32)

    return _in_the_camera(draw, smear)


def _moved(draw: Draw) -> Photograph:
    def smear(seen: Plane, draw: Draw, module: float) -> Plane:
        long = max(3, round(module * draw.uniform(1.5, 3.2)))
        line = np.zeros((long, long), np.float32)
        line[long // 2] = 1
        turn = cv2.getRotationMatrix2D((long / 2 - 0.5, long / 2 - 0.5), draw.uniform(0, 180), 1)
        kernel = cv2.warpAffine(line, turn, (long, long))
        return np.asarray(cv2.filter2D(seen, -1, kernel / kernel.sum()), np.float32)

    return _in_the_camera(draw, smear)


def _with_a_logo(draw: Draw) -> Photograph:
    """Modules as dots, and a picture in the middle."""
    page, text = page_with_code(draw, level="H")
    middle, far = page.shape[0] // 2, int(page.shape[0] * draw.uniform(0.13, 0.2))
    dots = np.full((CELL, CELL), PAPER, np.float32)
    cv2.circle(dots, (CELL // 2, CELL // 2), CELL // 2 - 1, INK, cv2.FILLED)
    tiled = np.tile(dots, (modules_wide(page), modules_wide(page)))
    rim, finder = QUIET * CELL, (QUIET + 8) * CELL
    round_ = np.where(page < 128, tiled, page)
    for rows, columns in (
        (slice(rim, finder), slice(rim, finder)),
        (slice(rim, finder), slice(-finder, -rim)),
        (slice(-finder, -rim), slice(rim, finder)),
    ):
        round_[rows, columns] = page[rows, columns]
    cv2.circle(round_, (middle, middle), far, float(draw.uniform(30, 200)), cv2.FILLED)
    return Photograph(_sensed(_taken(round_.astype(np.float32), draw), draw), (text,))


def _perspective(draw: Draw) -> Photograph:
    page, text = page_with_code(draw)
    seen = hold(page, draw, draw.uniform(450, 900), tilt=draw.uniform(52, 74), size=_SIZE)
    return Photograph(grain(seen, draw, 3), (text,))


def _monitor(draw: Draw) -> Photograph:
    """The dots of a screen, seen by the dots of a sensor."""

    def raster(seen: Plane, draw: Draw, module: float) -> Plane:
        y, x = np.mgrid[: seen.shape[0], : seen.shape[1]]
        pitch, angle = module / draw.uniform(1.3, 4), draw.uniform(-0.3, 0.3)
        across, down = x * math.cos(angle) + y * math.sin(angle), y * math.cos(angle) - x * math.sin(angle)
        dots = (np.cos(across * 2 * math.pi / pitch) > -0.3) & (np.cos(down * 2 * math.pi / pitch) > -0.7)
        return np.asarray(
            cv2.GaussianBlur(seen * np.where(dots, 1.4, 0.25).astype(np.float32), (0, 0), 0.7), np.float32
        )

    return _in_the_camera(draw, raster)


def _compressed(draw: Draw) -> Photograph:
    """What is left of a small code after a JPEG of low quality (ITU-T T.81: blocks of 8 by 8, fine waves first to go)."""
    page, text = page_with_code(draw)
    seen = hold(page, draw, modules_wide(page) * draw.uniform(2, 3.2), size=(800, 600)).astype(np.float32)
    waves = np.arange(8)
    cosines = np.cos((2 * waves[None] + 1) * waves[:, None] * math.pi / 16) / 2
    cosines[0] /= math.sqrt(2)
    step = (8 + 6 * (waves[:, None] + waves[None])) * draw.uniform(2, 4.5)
    blocks = seen.reshape(75, 8, 100, 8).transpose(0, 2, 1, 3) - 128
    kept = np.round(cosines @ blocks @ cosines.T / step) * step
    back = (cosines.T @ kept @ cosines + 128).transpose(0, 2, 1, 3).reshape(600, 800)
    return Photograph(np.clip(back, 0, 255).astype(np.uint8), (text,))


CAUSES: dict[str, Callable[[Draw], Photograph]] = {
    "nominal": _nominal,
    "twelve megapixels": _twelve_megapixels,
    "lots": _lots,
    "high version": _high_version,
    "no quiet zone": _no_quiet_zone,
    "close": _close,
    "bottle": _bottle,
    "perspective": _perspective,
    "shadow": _shadow,
    "bright spots": _bright_spots,
    "too bright": _too_bright,
    "too dark": _too_dark,
    "pale": _pale,
    "out of focus": _out_of_focus,
    "moved": _moved,
    "damaged": lambda draw: _on_a_code(draw, damaged),
    "torn finder": lambda draw: _on_a_code(draw, torn_finder),
    "torn timing": lambda draw: _on_a_code(draw, torn_timing),
    "logo": _with_a_logo,
    "stretched": lambda draw: _on_a_code(draw, stretched),
    "mirrored and inverted": lambda draw: _on_a_code(draw, mirrored),
    "among finders": lambda draw: _on_a_code(draw, among_finders),
    "monitor": _monitor,
    "compressed": _compressed,
}
