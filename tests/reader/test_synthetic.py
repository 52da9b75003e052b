"""Every scene the synthetic camera can be told to show is read, with the exact text, within a few frames."""

import itertools
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import zxingcpp

from kiosk.reader import props
from kiosk.reader.eyes import Eyes
from kiosk.reader.reader import Message, Reader
from kiosk.reader.sources import Synthetic
from kiosk.reader.synthetic import SyntheticCamera
from kiosk.reader.wire import Frame, Prop, SandboxReport, Scene

Wait = Callable[[Reader, Callable[[Message], bool]], list[Message]]

SOON = 12  # frames
TEXTS = {
    "QRCode": [
        "HK1:7Q9TB3KX0M4Z2A8WEJ5RVCH1NP6",
        "https://example.org/parcel?id=12345",
        "Grüße, 包裹 \x1d\n",
        "https://example.org/" + "long/" * 150,
    ],
    "Code128": ["RR123456785DE", "00340434161094000000", "JJD-0123-4567-8901-2345-6789-A"],
}
EXTREMES = [
    {},
    {"tilt": 1.0, "scale": 0.6, "light": 0.4, "shake": 3.0},
    {"tilt": 1.0, "scale": 1.6, "light": 1.6, "shake": 3.0},
    {"tilt": 0.0, "shake": 0.0, "light": 0.5},
]


def scenes() -> Iterator[Scene]:
    props = [Prop.PHONE, Prop.PAPER, Prop.LABEL]
    for index, (prop, symbology, dark, extreme, seed) in enumerate(
        itertools.product(props, TEXTS, (False, True), EXTREMES, range(2))
    ):
        texts = TEXTS[symbology]
        yield Scene(prop, texts[index % len(texts)], symbology, dark, seed=seed, **extreme)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(Synthetic(seed=5, fps=0)) as one:
        while one.sandbox is None:
            one.wait(0.5)
            one.tick()
            one.poll()
        yield one


def test_every_scene_is_read_exactly_by_the_real_child(reader: Reader, until: Wait) -> None:
    unread = []
    for scene in scenes():
        reader.show(scene)
        seen = [
            message
            for message in until(
                reader, lambda message: isinstance(message, Frame) and (bool(message.codes) or message.number >= SOON)
            )
            if isinstance(message, Frame)
        ]
        codes = [(code.symbology, code.untrusted_text) for code in seen[-1].codes]
        if codes != [(scene.symbology, scene.text.encode())]:
            unread.append((scene, codes))
    assert not unread


def test_corners_lie_in_the_frame_and_turn_clockwise(reader: Reader, until: Wait) -> None:
    reader.show(Scene(Prop.PHONE, TEXTS["QRCode"][0], seed=9))
    frame = until(reader, lambda message: isinstance(message, Frame) and bool(message.codes))[-1]
    assert isinstance(frame, Frame)
    corners = frame.codes[0].corners
    assert all(0 <= x <= frame.width and 0 <= y <= frame.height for x, y in corners)
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, corners[1:] + corners[:1], strict=True)) / 2
    assert area > 10_000
    assert min(corners, key=sum) == corners[0]


def test_the_same_seeds_give_the_same_pixels_and_others_do_not() -> None:
    def film(seed: int, scene_seed: int) -> list[np.ndarray]:
        camera = SyntheticCamera(seed, 0)
        camera.show(Scene(Prop.PHONE, "X", seed=scene_seed))
        return [camera.frame() for _ in range(6)]

    def same(one: list[np.ndarray], other: list[np.ndarray]) -> bool:
        return all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))

    assert same(film(1, 2), film(1, 2))
    assert not same(film(1, 2), film(1, 3))
    assert not same(film(1, 2), film(2, 2))


def test_dark_mode_inverts_a_qr_code_and_leaves_bars_dark_on_light() -> None:
    for symbology, dark, upright in (
        ("QRCode", False, 1),
        ("QRCode", True, 0),
        ("Code128", False, 1),
        ("Code128", True, 1),
    ):
        sheet = props.draw(Scene(Prop.PHONE, "RR123456785DE", symbology, dark))
        assert len(zxingcpp.read_barcodes(sheet.grey, try_invert=False)) == upright


def test_a_thing_comes_in_from_the_edge() -> None:
    eyes, camera = Eyes(all_looks=False), SyntheticCamera(1, 0)
    camera.show(Scene(Prop.PHONE, "X", seed=1))
    reads = [bool(eyes.look(0, number, camera.frame()).codes) for number in range(8)]
    assert not reads[0]
    assert all(reads[5:])


def test_an_empty_scene_holds_no_code_and_light_shows_in_the_numbers(reader: Reader, until: Wait) -> None:
    brightness = []
    for light in (0.4, 1.6):
        reader.show(Scene(light=light))
        frame = until(reader, lambda message: isinstance(message, Frame))[-1]
        assert isinstance(frame, Frame)
        assert (frame.codes, frame.width, frame.height) == ((), 1280, 720)
        brightness.append(frame.brightness)
    assert brightness[0] * 2 < brightness[1]


def test_it_keeps_the_pace_it_is_told(until: Wait, closing: Callable[[Reader], Reader]) -> None:
    """At two frames a second, the next is not there right after the first."""
    reader = closing(Reader(Synthetic(fps=2.0)))
    reader.start()
    until(reader, lambda message: isinstance(message, SandboxReport))
    until(reader, lambda message: isinstance(message, Frame) and message.number == 0)
    assert not [message for message in reader.poll() if isinstance(message, Frame)]
