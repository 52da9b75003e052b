"""Numbers in, the one thing to turn out; what was seen a while ago counts no more."""

import pytest

from kiosk.desk.aiming import WHILE, Aiming, Reading, Turn
from kiosk.reader.wire import Corners, Frame, Sighting

FINE = (12, 10, 8, 6, 5)


def square(tenths: int, per_mm: float, at: tuple[float, float] = (100, 100)) -> Sighting:
    side = 21 * tenths / 10 * per_mm
    return Sighting("QRCode", f"HKT:{tenths}".encode(), box(at, side, side))


def box(at: tuple[float, float], wide: float, high: float) -> Corners:
    x, y = at
    return (x, y), (x + wide, y), (x + wide, y + high), (x, y + high)


def reading(
    *codes: Sighting, fps: float = 30, brightness: float = 130, glare: float = 0.01, frames: int = 12
) -> Reading:
    aiming = Aiming()
    for number in range(frames):
        aiming.see(Frame(0, number, codes, 8.0, 1280, 720, brightness, 50, 900, glare=glare), number / fps)
    return aiming.reading((frames - 1) / fps)


def sheet(per_mm: float, tenths: tuple[int, ...] = FINE) -> list[Sighting]:
    return [square(one, per_mm) for one in tenths]


@pytest.mark.parametrize(
    ("found", "turn"),
    [
        (reading(*sheet(5.0)), Turn.GOOD),
        (reading(*sheet(5.0), brightness=20), Turn.DARK),
        (reading(*sheet(5.0), brightness=240), Turn.BRIGHT),
        (reading(*sheet(5.0), glare=0.2), Turn.GLARE),
        (reading(*sheet(5.0), fps=8), Turn.SLOW),
        (reading(), Turn.NO_SHEET),
        (reading(Sighting("QRCode", b"HK1:7KQ2", box((0, 0), 100, 100))), Turn.NO_SHEET),
        (reading(Sighting("Code128", b"HKT:5", box((0, 0), 200, 60))), Turn.NO_SHEET),
        (reading(*sheet(3.0)), Turn.CLOSER),
        (reading(*sheet(12.0, (12, 10, 8, 6, 5, 4, 3, 2))), Turn.FURTHER),
        (reading(*sheet(5.0, (12, 10))), Turn.FOCUS),
        (reading(*sheet(5.0), frames=1), Turn.NO_FRAMES),
        (Aiming().reading(0.0), Turn.NO_FRAMES),
    ],
)
def test_what_is_most_in_the_way(found: Reading, turn: Turn) -> None:
    assert found.turn is turn


def test_sizes_are_those_of_the_sheet() -> None:
    bars = Sighting("Code128", b"HKT:4", box((0, 0), 90 * 0.4 * 5, 60))
    found = reading(*sheet(5.0), bars)
    assert found.per_mm == pytest.approx(5.0)
    assert found.finest == 5
    assert [(one.symbology, one.tenths, round(one.module, 3)) for one in found.seen] == [
        ("QRCode", 12, 6.0),
        ("QRCode", 10, 5.0),
        ("QRCode", 8, 4.0),
        ("QRCode", 6, 3.0),
        ("QRCode", 5, 2.5),
        ("Code128", 4, 2.0),
    ]
    assert found.frames_per_second == pytest.approx(30)


def test_what_was_seen_a_while_ago_counts_no_more() -> None:
    aiming = Aiming()
    aiming.see(Frame(0, 0, tuple(sheet(5.0)), 8.0, 1280, 720, 130, 50, 900), 0.0)
    for number in (1, 2):
        aiming.see(Frame(0, number, (), 8.0, 1280, 720, 130, 50, 900), WHILE + number / 30)
    assert aiming.reading(WHILE + 0.1).seen == ()
    assert aiming.reading(WHILE * 3).turn is Turn.NO_FRAMES
