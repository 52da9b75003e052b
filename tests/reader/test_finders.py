"""Codes found by two of their three finder patterns, and nothing found where there is no code."""

from dataclasses import replace

import numpy as np
import pytest

from kiosk.reader import coach, decoder, finders, hardships
from kiosk.reader.cascade import Cascade
from kiosk.reader.decoder import FORMATS, Formats, Sightings
from kiosk.reader.grey import Grey
from kiosk.reader.looks import all_looks
from kiosk.reader.photographs import photograph

(TWO,) = [look for look in all_looks() if look.name == "by two finders"]


def texts(picture: Grey) -> list[bytes]:
    return [code.untrusted_text for code in TWO.see(picture, FORMATS)]


@pytest.mark.parametrize("cause", ["torn finder", "close"])
def test_a_finder_pattern_may_be_torn_or_out_of_the_picture(cause: str) -> None:
    shown = [photograph(cause, seed) for seed in range(4, 8)]
    assert sum(bool(decoder.read(one.picture, FORMATS)) for one in shown) <= 2, "or it is no hardship"
    assert sum(texts(one.picture) == list(one.texts) for one in shown) >= 3


def test_corners_are_the_codes_own_from_its_top_left() -> None:
    one = photograph("nominal", 3)
    (code,) = decoder.read(one.picture, FORMATS)
    (corners,) = finders.located(one.picture)
    assert np.abs(np.array(decoder.clockwise(corners)) - code.corners).max() < 8


def test_nothing_is_found_in_a_hall_without_a_code() -> None:
    assert not any(finders.located(hardships.clutter(seed)) for seed in range(4))


def test_a_picture_too_small_for_any_code_holds_none() -> None:
    for side in (1, 2, 9):
        assert not finders.located(np.zeros((side, side), np.uint8))


def test_live_frames_are_never_given_to_it() -> None:
    asked: list[Grey] = []

    def see(picture: Grey, _formats: Formats) -> Sightings:
        asked.append(picture)
        return ()

    look = replace(TWO, see=see)
    frame = hardships.clutter(1)
    live, still = Cascade(second_looks=[look]), Cascade(second_looks=[look], every=True)
    for _ in range(3):
        live.read(frame, coach.look(frame))
    assert not asked
    still.read(frame, coach.look(frame))
    assert len(asked) == 1
