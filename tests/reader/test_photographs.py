"""The drawn photographs: the same from the same seed, and each with as many codes as it says."""

import numpy as np
import pytest

from kiosk.reader.photographs import photograph


@pytest.mark.parametrize("cause", ["bottle", "close", "compressed", "damaged"])
def test_the_seed_decides_every_pixel(cause: str) -> None:
    one, same, other = photograph(cause, 1), photograph(cause, 1), photograph(cause, 2)
    assert one.picture.dtype == np.uint8
    assert np.array_equal(one.picture, same.picture)
    assert one.texts == same.texts != other.texts


def test_a_sheet_holds_sixty_codes_and_a_large_picture_twelve_megapixels() -> None:
    assert len(set(photograph("lots", 0).texts)) == 60
    assert photograph("twelve megapixels", 0).picture.size == 12_000_000
