"""The drawn hardships: the same from the same seed, and hard, but not beyond reading."""

import numpy as np
import pytest

from kiosk.reader.hardships import HARDSHIPS, HEIGHT, WIDTH, clutter, held


@pytest.mark.parametrize("hardship", HARDSHIPS)
def test_the_seed_decides_every_pixel(hardship: str) -> None:
    one, same, other = held(hardship, 1), held(hardship, 1), held(hardship, 2)
    assert one.frame.shape == (HEIGHT, WIDTH)
    assert one.frame.dtype == np.uint8
    assert np.array_equal(one.frame, same.frame)
    assert (one.text, one.symbology) == (same.text, same.symbology)
    assert one.text != other.text
    assert not np.array_equal(one.frame, other.frame)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
def test_clutter_is_of_the_size_asked_for(width: int, height: int) -> None:
    frame = clutter(1, width, height)
    assert frame.shape == (height, width)
    assert frame.std() > 20
