"""The coach's word for each way to hold a code in vain, on frames drawn as the synthetic camera draws them."""

from collections.abc import Callable
from itertools import groupby

import cv2
import numpy as np
import pytest

from kiosk.reader import coach
from kiosk.reader.cascade import Cascade
from kiosk.reader.coach import Coach
from kiosk.reader.grey import Grey
from kiosk.reader.synthetic import HEIGHT, WIDTH, SyntheticCamera
from kiosk.reader.wire import Advice, Prop, Scene

Spoil = Callable[[Grey, int], object]
TOKEN, WAYBILL = "HK1:4ET0Y3QC4ET0Y3QC4ET0Y3QC12", "PKG123456789"


def away(share: float) -> Spoil:
    """As if the camera stood further away."""
    width, height = round(WIDTH * share), round(HEIGHT * share)
    across, down = (WIDTH - width) // 2, (HEIGHT - height) // 2

    def spoil(frame: Grey, _number: int) -> object:
        small = cv2.resize(frame, (width, height), interpolation=cv2.INTER_AREA)
        return cv2.copyMakeBorder(
            small, down, HEIGHT - height - down, across, WIDTH - width - across, cv2.BORDER_REPLICATE
        )

    return spoil


def soft(sigma: float) -> Spoil:
    return lambda frame, _number: cv2.GaussianBlur(frame, (0, 0), sigma)


def faint_phone(frame: Grey, number: int) -> object:
    """A phone whose screen is nearly off, in a hall that is light enough."""
    lit = frame.astype(np.float32)
    lit[:, 330:950] = 14 + lit[:, 330:950] * 0.008
    return lit + np.random.default_rng(number).normal(0, 2, frame.shape)


def shaken(frame: Grey, number: int) -> object:
    shift = np.array([[1, 0, 25 * (-1) ** number], [0, 1, 0]], np.float32)
    return cv2.warpAffine(cv2.blur(frame, (45, 1)), shift, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REPLICATE)


_Y, _X = np.mgrid[:HEIGHT, :WIDTH]
_LAMP = np.exp(-((_X - 640) ** 2 + (_Y - 360) ** 2) / (2 * 90**2)) * 330


def lamp(frame: Grey, _number: int) -> object:
    return frame * 0.8 + _LAMP


def advised(prop: Prop, spoil: Spoil, *, scale: float = 1.0, frames: int = 28) -> list[Advice | None]:
    """What is said of each frame: eight of the empty hall, then of what is held up and spoilt."""
    camera, cascade, coached = SyntheticCamera(3, 0), Cascade(), Coach()
    bars = prop is Prop.LABEL
    said = []
    for number in range(8 + frames):
        if number == 8:
            camera.show(Scene(prop, WAYBILL if bars else TOKEN, "Code128" if bars else "QRCode", scale=scale, seed=2))
        frame = camera.frame()
        if number >= 8 or spoil not in (shaken, faint_phone, lamp):
            frame = np.clip(np.asarray(spoil(frame, number)), 0, 255).astype(np.uint8)
        found = cascade.read(frame, coach.look(frame))
        said.append(coached.advise(frame, cascade.unread, read=bool(found)))
    return said


@pytest.mark.parametrize(
    ("prop", "spoil", "scale", "word"),
    [
        (Prop.LABEL, away(0.25), 0.6, Advice.CLOSER),
        (Prop.PHONE, soft(14), 1.6, Advice.FURTHER),
        (Prop.LABEL, soft(9), 1.0, Advice.FURTHER),
        (Prop.PHONE, shaken, 1.0, Advice.HOLD_STILL),
        (Prop.LABEL, shaken, 1.0, Advice.HOLD_STILL),
        (Prop.PHONE, faint_phone, 1.0, Advice.BRIGHTER),
        (Prop.PHONE, lamp, 1.0, Advice.TILT),
    ],
)
def test_each_way_to_hold_a_code_in_vain_has_its_word(prop: Prop, spoil: Spoil, scale: float, word: Advice) -> None:
    said = advised(prop, spoil, scale=scale)
    assert set(said[:16]) == {None}, "nothing is said at once"
    assert said[-1] is word
    assert {one for one in said if one} == {word}
    assert len(list(groupby(said))) == 2, "it stays with its word"


def test_nothing_is_said_to_an_empty_hall_nor_to_whoever_is_read() -> None:
    assert set(advised(Prop.NOTHING, lambda frame, _number: frame)) == {None}
    for prop in (Prop.PHONE, Prop.LABEL):
        assert set(advised(prop, lambda frame, _number: frame)) == {None}


def test_a_code_that_is_seen_but_not_read_is_too_small() -> None:
    coached = Coach()
    hall = np.full((HEIGHT, WIDTH), 90, np.uint8)
    there = ((600.0, 300.0), (650.0, 300.0), (650.0, 350.0), (600.0, 350.0))
    said = [coached.advise(hall, [there] if number else [], read=False) for number in range(20)]
    assert said[0] is None
    assert said[-1] is Advice.TOO_SMALL


def test_a_lamp_that_is_switched_on_and_a_box_that_is_left_standing_become_part_of_the_hall() -> None:
    coached = Coach()
    hall = np.full((HEIGHT, WIDTH), 60, np.uint8)
    box = hall.copy()
    box[200:500, 500:800] = 120
    said = [coached.advise(frame, [], read=False) for frame in [hall] * 5 + [hall + 60] * 30 + [box + 60] * 700]
    assert set(said[:35]) == {None}
    assert set(said[35 + 20 : 35 + 500]) != {None}
    assert set(said[-60:]) == {None}
