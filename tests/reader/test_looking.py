"""From grey pixels to codes: exact bytes, true corners, and what a picture file may hold."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest
import qrcode
import qrcode.util
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from kiosk.reader import coach, grey
from kiosk.reader.decoder import FORMATS, clockwise, read
from kiosk.reader.eyes import Eyes
from kiosk.reader.grey import Grey
from kiosk.reader.wire import MAX_CODES

Draw = Callable[..., bytes]


def pixels(content: str | bytes, symbology: str = "QRCodeModel2", scale: int = 4) -> Grey:
    image: Grey = np.array(zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat[symbology]).to_image(scale=scale))
    return image


@given(st.binary(min_size=1, max_size=2900))
def test_a_code_of_any_bytes_is_read_byte_for_byte(content: bytes) -> None:
    (code,) = read(pixels(content, scale=3), FORMATS)
    assert (code.symbology, code.untrusted_text, code.fragment) == ("QRCode", content, False)


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("symbology", ["QRCodeModel2", "Code128"])
def test_corners_start_at_the_pictures_top_left_however_the_code_is_turned(turns: int, symbology: str) -> None:
    canvas = np.full((700, 800), 255, np.uint8)
    image = np.rot90(pixels("RR123456785DE", symbology, scale=2), turns)
    canvas[60 : 60 + image.shape[0], 100 : 100 + image.shape[1]] = image
    (code,) = read(canvas, FORMATS)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = code.corners
    assert ax < bx
    assert ay < dy
    assert cx > dx
    assert cy > by
    assert 100 <= ax <= 150
    assert 60 <= ay <= 110


@given(st.integers(0, 3), st.booleans())
def test_a_ring_of_corners_from_anywhere_and_in_either_sense_becomes_the_same(start: int, backward: bool) -> None:
    ring = ((0.0, 0.0), (10.0, 1.0), (11.0, 9.0), (1.0, 8.0))
    turned = ring[start:] + ring[:start]
    assert clockwise(turned[::-1] if backward else turned) == ring


def test_other_symbologies_are_not_looked_for_until_they_are_asked_for() -> None:
    image = pixels("1234567", "DataMatrix", scale=8)
    assert read(image, FORMATS) == ()
    (code,) = read(image, (*FORMATS, zxingcpp.BarcodeFormat.DataMatrix))
    assert (code.symbology, code.untrusted_text) == ("DataMatrix", b"1234567")


def test_one_part_of_a_series_says_that_it_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    class Header:
        """Structured append, first of two, any parity."""

        mode = 0b0011

        def __len__(self) -> int:
            return 0 << 4 | 2 - 1

        def write(self, bits: qrcode.util.BitBuffer) -> None:
            bits.put(0x5A, 8)

    monkeypatch.setattr(qrcode.util, "length_in_bits", lambda _mode, _version: 8)
    for mask, series in [(mask, series) for mask in range(8) for series in (True, False)]:
        drawn = qrcode.QRCode(version=2, mask_pattern=mask)
        drawn.data_list = [qrcode.util.QRData(b"HK1:ABCD", mode=qrcode.util.MODE_8BIT_BYTE)]
        if series:
            drawn.data_list.insert(0, Header())
        drawn.make(fit=False)
        image = np.where(drawn.get_matrix(), 0, 255).astype(np.uint8).repeat(4, 0).repeat(4, 1)
        for turns in range(4):
            (code,) = read(np.rot90(image, turns).copy(), FORMATS)
            assert (code.untrusted_text, code.fragment) == (b"HK1:ABCD", series), f"mask {mask}, {turns} turns"


def test_more_codes_than_a_message_holds_are_counted() -> None:
    one = cv2.copyMakeBorder(pixels("1", scale=3), 8, 8, 8, 8, cv2.BORDER_CONSTANT, value=255)
    frame = Eyes(all_looks=False).look(0, 0, np.tile(one, (10, 14)).astype(np.uint8))
    assert len(frame.codes) == MAX_CODES
    assert len(frame.codes) + frame.left_out == 140


@pytest.mark.parametrize("ending", [".png", ".jpg", ".webp", ".bmp", ".tiff", ".jp2", ".ppm"])
def test_every_usual_kind_of_picture_file_is_read(ending: str, draw: Draw) -> None:
    image = cv2.imdecode(np.frombuffer(draw("X"), np.uint8), cv2.IMREAD_COLOR)
    assert image is not None
    packed = cv2.imencode(ending, image)[1].tobytes()
    picture = grey.from_file(packed)
    assert picture is not None
    assert [code.untrusted_text for code in read(picture, FORMATS)] == [b"X"]


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_black_on_nothing_is_read_as_black_on_paper(depth: type[np.uint8] | type[np.uint16]) -> None:
    image = pixels("X")
    top = np.iinfo(depth).max
    see_through = np.zeros((*image.shape, 4), depth)
    see_through[:, :, 3] = np.where(image < 128, top, 0)
    picture = grey.from_file(cv2.imencode(".png", see_through)[1].tobytes())
    assert picture is not None
    assert [code.untrusted_text for code in read(picture, FORMATS)] == [b"X"]


@given(st.binary(max_size=300))
def test_bytes_that_are_no_picture_are_none(untrusted: bytes) -> None:
    assert grey.from_file(untrusted) is None
    assert grey.from_file(b"\x89PNG\r\n\x1a\n" + untrusted) is None


def test_a_picture_cut_short_is_none_or_a_picture(draw: Draw) -> None:
    whole = draw("X", ending=".jpg")
    for end in range(0, len(whole), 97):
        picture = grey.from_file(whole[:end])
        assert picture is None or picture.ndim == 2


def test_luminance_of_a_cameras_frames() -> None:
    want = pixels("X")
    height, width = want.shape
    yuyv = np.stack([want, np.full_like(want, 128)], axis=2)
    planar = np.concatenate([want.reshape(-1), np.full(width * height // 2, 128, np.uint8)])
    coloured = np.repeat(want[:, :, None], 3, axis=2)
    for raw in (want, yuyv, yuyv.reshape(1, -1), planar.reshape(-1, width), coloured):
        got = grey.from_camera(raw, width, height)
        assert got is not None
        assert np.array_equal(got, want)
    jpeg = cv2.imencode(".jpg", want)[1].reshape(1, -1)
    got = grey.from_camera(jpeg, width, height)
    assert got is not None
    assert [code.untrusted_text for code in read(got, FORMATS)] == [b"X"]
    assert grey.from_camera(np.zeros((1, 77), np.uint8), width, height) is None


def test_the_coach_sees_light_and_focus() -> None:
    image = cv2.resize(pixels("X", scale=8), (640, 480)).astype(np.uint8)
    dim = (image // 3).astype(np.uint8)
    blurred = cv2.GaussianBlur(image, (0, 0), 4).astype(np.uint8)
    sharp = coach.look(image)
    assert coach.look(dim).brightness < sharp.brightness / 2
    assert coach.look(dim).contrast < sharp.contrast / 2
    assert coach.look(blurred).sharpness < sharp.sharpness / 10
    tiny = coach.look(np.zeros((1, 1), np.uint8))
    assert (tiny.brightness, tiny.sharpness, tiny.glare) == (0, 0, 0)
    lit = image.copy()
    lit[: lit.shape[0] // 2] = 255
    assert coach.look(np.minimum(lit, 253).astype(np.uint8)).glare == 0
    assert 0.5 <= coach.look(lit).glare <= 1
