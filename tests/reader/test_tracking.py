"""What is remembered from frame to frame: places, and bars that were read once."""

from collections.abc import Callable

import numpy as np
import pytest
import zxingcpp

from kiosk.reader import coach, hardships
from kiosk.reader.cascade import Cascade
from kiosk.reader.coach import Light
from kiosk.reader.decoder import Formats
from kiosk.reader.grey import Grey
from kiosk.reader.looks import Look
from kiosk.reader.tracking import Tracking
from kiosk.reader.wire import Sighting

PLACE = ((100.0, 100.0), (200.0, 100.0), (200.0, 180.0), (100.0, 180.0))
DAY = Light(120, 50, 500, 0)


def bars(text: str) -> Grey:
    frame = np.full((400, 600), 200, np.uint8)
    code = np.array(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128).to_image(scale=2))
    frame[40 : 40 + code.shape[0], 40 : 40 + code.shape[1]] = code
    return frame


def test_bars_count_once_two_frames_agree_and_codes_that_correct_errors_at_once() -> None:
    frames = [bars("ONE"), bars("OTHER"), bars("ONE"), bars("ONE")]
    cascade = Cascade(second_looks=())
    assert [[code.untrusted_text for code in cascade.read(frame, DAY)] for frame in frames] == [
        [],
        [],
        [b"ONE"],
        [b"ONE"],
    ]
    frame = np.array(zxingcpp.create_barcode("ONE", zxingcpp.BarcodeFormat.QRCodeModel2).to_image(scale=4))
    assert cascade.read(frame, DAY)


@pytest.mark.parametrize("kind", [{"alone": True}, {"every": True}])
def test_bars_of_a_picture_that_is_no_part_of_a_film_count_by_themselves(kind: dict[str, bool]) -> None:
    assert Cascade(second_looks=(), **kind).read(bars("ONE"), DAY)  # type: ignore[arg-type]  # two flags by name


def test_a_read_of_long_ago_agrees_with_nothing() -> None:
    code = Sighting("Code128", b"ONE", PLACE)
    tracking = Tracking()
    for found, counts in [((code,), ()), *[((), ())] * 41, ((code,), ()), ((code,), (code,))]:
        tracking.next_frame()
        assert tracking.agreed(found) == counts


def test_the_place_is_followed_for_a_moment_with_room_about_it() -> None:
    tracking = Tracking()
    assert tracking.area(720, 1280) is None
    tracking.saw([PLACE])
    assert tracking.area(720, 1280) == (slice(52, 228), slice(52, 248))
    assert tracking.area(230, 220) is None, "as good as all of it"
    tracking.saw([])
    for _ in range(10):
        assert tracking.area(720, 1280)
        tracking.next_frame()
    assert tracking.area(720, 1280) is None


def test_where_something_was_just_seen_several_looks_see_that_place_in_one_frame() -> None:
    shown: list[tuple[int, ...]] = []

    def blind(picture: Grey, _formats: Formats) -> tuple[Sighting, ...]:
        shown.append(picture.shape)
        return ()

    def sees(picture: Grey, _formats: Formats) -> tuple[Sighting, ...]:
        shown.append(picture.shape)
        return (Sighting("QRCode", b"X", ((1, 1), (9, 1), (9, 9), (1, 9))),)

    code = np.array(zxingcpp.create_barcode("X", zxingcpp.BarcodeFormat.QRCodeModel2).to_image(scale=4))
    full = np.full((720, 1280), 255, np.uint8)
    full[300 : 300 + code.shape[0], 500 : 500 + code.shape[1]] = code
    empty = np.full((720, 1280), 255, np.uint8)
    looks = [Look("a", "a test", 0, blind), Look("b", "a test", 0, sees)]
    cascade = Cascade(second_looks=looks)
    assert cascade.read(full, DAY)[0].untrusted_text == b"X"
    assert shown == []
    (code_again,) = cascade.read(empty, DAY)
    assert len(shown) == 2
    assert all(height < 360 and width < 360 for height, width in shown)
    assert 400 < code_again.corners[0][0] < 520, "told in the frame's own pixels"


def test_who_has_just_read_something_is_asked_first_but_not_for_ever() -> None:
    asked: list[str] = []

    def noting(name: str, *found: Sighting) -> Callable[[Grey, Formats], tuple[Sighting, ...]]:
        def see(_picture: Grey, _formats: Formats) -> tuple[Sighting, ...]:
            asked.append(name)
            return found

        return see

    code = Sighting("QRCode", b"X", ((0, 0), (600, 0), (600, 600), (0, 600)))  # too large a place to be looked at alone
    looks = [Look(name, "a test", 0, noting(name, *found)) for name, found in (("a", ()), ("b", (code,)), ("c", ()))]
    cascade = Cascade(second_looks=looks)
    for _ in range(8):
        cascade.read(np.full((640, 640), 255, np.uint8), DAY)
    assert asked == ["a", "b", "b", "c", "a", "b", "b", "c"]


def test_hard_codes_that_are_held_for_a_moment_are_read_live() -> None:
    for hardship, frames in (("dark mode", 1), ("crumpled label", 40), ("Code 128 at 30", 40)):
        held = hardships.held(hardship, 2)
        cascade, light = Cascade(), coach.look(held.frame)
        assert any(
            held.text in [code.untrusted_text for code in cascade.read(held.frame, light)] for _ in range(frames)
        ), hardship
