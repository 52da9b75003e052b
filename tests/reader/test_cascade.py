"""Which look has its turn, and what of its findings counts."""

from collections.abc import Callable

import numpy as np
import pytest
import zxingcpp

from kiosk.reader import coach, decoder
from kiosk.reader.cascade import Cascade
from kiosk.reader.coach import Light
from kiosk.reader.decoder import FORMATS, Formats
from kiosk.reader.grey import Grey
from kiosk.reader.looks import Look
from kiosk.reader.photographs import photograph
from kiosk.reader.wire import Sighting

BLANK = np.full((90, 90), 255, np.uint8)
DAY, EVENING = Light(120, 50, 500, 0), Light(20, 10, 100, 0)
See = Callable[[Grey, Formats], tuple[Sighting, ...]]


def sighting(text: bytes, left: float = 0) -> Sighting:
    return Sighting("QRCode", text, ((left, 0), (left + 10, 0), (left + 10, 10), (left, 10)))


def code() -> Grey:
    image = zxingcpp.create_barcode("X", zxingcpp.BarcodeFormat.QRCodeModel2).to_image(scale=4)
    picture: Grey = np.array(image)
    return picture


class Asked(list[str]):
    """Looks that note that they were asked."""

    def look(self, name: str, *found: Sighting, suits: Callable[[Light], bool] = lambda _: False) -> Look:
        def see(_picture: Grey, _formats: Formats) -> tuple[Sighting, ...]:
            self.append(name)
            return found

        return Look(name, "a test", 0, see, suits=suits)


def test_second_looks_take_turns_and_only_where_nothing_is_read() -> None:
    asked = Asked()
    cascade = Cascade(second_looks=[asked.look("a", sighting(b"A")), asked.look("b", sighting(b"B"))])
    texts = [[c.untrusted_text for c in cascade.read(picture, DAY)] for picture in (BLANK, code(), BLANK, BLANK)]
    assert texts == [[b"A"], [b"X"], [b"A"], [b"B"]], "who read something has a second turn"
    assert asked == ["a", "a", "b"]


def test_what_the_light_calls_for_comes_sooner_and_nothing_waits_for_ever() -> None:
    asked = Asked()
    looks = [asked.look(name) for name in "abcd"]
    cascade = Cascade(second_looks=[*looks, asked.look("dark", suits=lambda light: light.brightness < 50)])
    for light in [DAY] * 10 + [EVENING] * 20:
        cascade.read(BLANK, light)
    assert asked[:10] == ["a", "b", "c", "d", "dark"] * 2
    evening = asked[10:]
    assert "dark" in evening[:3]
    assert evening.count("dark") > evening.count("a")
    assert all(evening.count(name) >= 3 for name in "abcd")


def test_every_look_sees_a_still_picture_and_each_place_has_one_text() -> None:
    asked = Asked()
    looks = [
        asked.look("a", sighting(b"A")),
        asked.look("b", sighting(b"OTHER"), sighting(b"A", 50)),  # who looked first is right; there, it is another code
        asked.look("c"),
    ]
    found = Cascade(second_looks=looks, every=True).read(BLANK, DAY)
    assert asked == ["a", "b", "c"]
    assert [(c.untrusted_text, c.corners[0][0]) for c in found] == [(b"A", 0), (b"A", 50)]


@pytest.mark.parametrize("every", [True, False])
@pytest.mark.parametrize("shape", [(1, 1), (1, 400), (400, 1), (16, 16), (63, 65), (33, 1000)])
def test_no_frame_is_too_small_or_too_narrow(shape: tuple[int, int], *, every: bool) -> None:
    cascade = Cascade(every=every)
    for _ in range(1 if every else 20):
        picture = np.random.default_rng(1).integers(0, 255, shape, np.uint8)
        assert cascade.read(picture, coach.look(picture)) == ()


def test_what_was_read_is_painted_over_so_that_the_rest_of_a_sheet_stands_out() -> None:
    sheet = photograph("lots", 1)
    assert len(decoder.read(sheet.picture, FORMATS)) < 60
    found = Cascade(second_looks=(), every=True).read(sheet.picture, coach.look(sheet.picture))
    assert sorted(code.untrusted_text for code in found) == sorted(sheet.texts)
