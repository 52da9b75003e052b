"""What each second look is for, on codes drawn with one hardship at a time."""

from pathlib import Path
from types import SimpleNamespace

import cv2
import numpy as np
import pytest
import zxingcpp

from kiosk.reader import coach, deblur, decoder, grey, hardships, zbar
from kiosk.reader.cascade import Cascade
from kiosk.reader.decoder import FORMATS
from kiosk.reader.grey import Grey
from kiosk.reader.looks import Look, all_looks
from kiosk.reader.reading import Looked, read_all
from kiosk.reader.wire import Sighting

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "zxing"
LOOKS = all_looks()


def texts(picture: Grey) -> list[bytes]:
    return [code.untrusted_text for code in Cascade(every=True).read(picture, coach.look(picture))]


def texts_of(found: tuple[Sighting, ...]) -> list[bytes]:
    return [code.untrusted_text for code in found]


def framed(symbology: str) -> tuple[Grey, tuple[float, float]]:
    """A code near the frame's middle, and where its own middle is."""
    code = np.array(zxingcpp.create_barcode("1234567890", zxingcpp.BarcodeFormat[symbology]).to_image(scale=5))
    top, left = 330 - code.shape[0] // 2, 650 - code.shape[1] // 2
    frame = np.full((720, 1280), 190, np.uint8)
    frame[top : top + code.shape[0], left : left + code.shape[1]] = code
    return frame, (650, 330)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("symbology", ["QRCodeModel2", "Code128"])
def test_a_look_tells_where_the_code_is_in_the_frame_that_it_was_asked_about(look: Look, symbology: str) -> None:
    frame, (x, y) = framed(symbology)
    for found in (look.see(frame, FORMATS), look.live(frame, FORMATS)):
        for code in found:
            assert code.untrusted_text == b"1234567890"
            middle = np.mean(code.corners, axis=0)
            assert abs(middle - (x, y)).max() < 20
        if look.name not in {"flattened", "found and flattened", "bars", "blurred bars", "refocused", "by two finders"}:
            assert found, "the others read what the first look reads, too"


@pytest.mark.parametrize("degrees", [15, 30, 45])
def test_bars_are_read_at_a_slant(degrees: int) -> None:
    for seed in range(3):
        held = hardships.held(f"Code 128 at {degrees}", seed)
        assert decoder.read(held.frame, FORMATS) == ()
        assert held.text in texts(held.frame)


def test_bars_out_of_focus_are_deblurred_and_two_pictures_have_to_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    bars, look = (look for look in LOOKS if look.name in {"bars", "blurred bars"})
    sharp, blurred = 0, 0
    for seed in range(8):
        held = hardships.held("Code 128 at 15", seed)
        soft = cv2.blur(held.frame, (5, 5)).astype(np.uint8)  # a module is 2.5 to 4 pixels
        sharp += held.text in texts_of(bars.see(soft, FORMATS))
        blurred += held.text in texts_of(look.see(soft, FORMATS))
    assert (sharp, blurred) == (1, 6)
    monkeypatch.setattr(deblur, "_MOVED", (0,))
    monkeypatch.setattr(deblur, "_SOFT", deblur._SOFT[-1:])
    assert look.see(soft, FORMATS) == (), "one picture alone counts for nothing"


def test_a_code_that_the_lens_smears_by_a_module_is_refocused() -> None:
    look = next(look for look in LOOKS if look.name == "refocused")
    frame, _ = framed("QRCodeModel2")  # its modules are 5 pixels
    grain = np.random.default_rng(5).normal(0, 3, frame.shape)
    first, second = 0, 0
    for radius in (4.0, 4.5, 5.0):
        y, x = np.mgrid[-6:7, -6:7]
        disc = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1)
        seen = np.clip(cv2.filter2D(frame, -1, disc / disc.sum()) + grain, 0, 255).astype(np.uint8)
        first += texts_of(decoder.read(seen, FORMATS)) == [b"1234567890"]
        second += texts_of(look.see(seen, FORMATS)) == [b"1234567890"]
    assert (first, second) == (1, 3)


def test_refocusing_makes_no_code_of_what_is_none() -> None:
    look = next(look for look in LOOKS if look.name == "refocused")
    assert not any(look.see(hardships.clutter(seed), FORMATS) for seed in range(3))


def test_a_dark_screen_in_a_dim_hall_is_read() -> None:
    for hardship in ("dark mode", "low light"):
        for seed in range(3):
            held = hardships.held(hardship, seed)
            assert held.text in texts(held.frame)


def test_a_code_on_bent_cloth_is_laid_flat() -> None:
    code = np.array(
        zxingcpp.create_barcode("HK1:" + "4ET0Y3QC" * 4, zxingcpp.BarcodeFormat.QRCodeModel2).to_image(scale=8)
    )
    sheet = cv2.copyMakeBorder(code, 60, 60, 60, 60, cv2.BORDER_CONSTANT, value=255)
    x, y = np.meshgrid(np.arange(sheet.shape[1], dtype=np.float32), np.arange(sheet.shape[0], dtype=np.float32))
    bent = cv2.remap(sheet, x + 5 * np.sin(y / 40), y + 3.5 * np.sin(x / 40), cv2.INTER_LINEAR, borderValue=255)
    picture = bent.astype(np.uint8)
    assert decoder.read(picture, FORMATS) == ()
    (flat,) = [look for look in LOOKS if look.name == "flattened"]
    assert [found.untrusted_text for found in flat.see(picture, FORMATS)] == [b"HK1:" + b"4ET0Y3QC" * 4]


def test_most_crumpled_labels_are_laid_flat() -> None:
    seen = [hardships.held("crumpled label", seed) for seed in range(8)]
    assert sum(held.text in texts(held.frame) for held in seen) >= 6
    assert sum(bool(decoder.read(held.frame, FORMATS)) for held in seen) <= 2, "or it is no hardship"


def test_zbar_counts_where_two_pictures_say_the_same_in_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[list[bytes]] = []

    def decode(_picture: Grey, _kinds: object) -> list[SimpleNamespace]:
        return [SimpleNamespace(data=text, type="QRCODE", polygon=[], rect=(1, 2, 3, 4)) for text in said.pop(0)]

    monkeypatch.setattr("pyzbar.pyzbar.decode", decode)
    for glances, counts in (
        ([[b"A"], [b"A"]], [b"A"]),
        ([[b"A", b"B"], [b"B", b"C"]], [b"B"]),
        ([[b"A"], [b"B"]], []),
        ([[b"A"], [], []], []),
        ([["包".encode()], ["包".encode()]], []),
        ([[]], []),
    ):
        said[:] = list(glances)
        assert [code.untrusted_text for code in zbar.read(np.zeros((90, 90), np.uint8), FORMATS)] == counts


def test_without_its_library_zbar_is_blind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.reader.zbar.pyzbar", None)
    assert zbar.read(framed("QRCodeModel2")[0], FORMATS) == ()


def test_the_child_reads_with_its_door_shut_what_is_read_here(tmp_path: Path) -> None:
    want = {}
    for hardship in hardships.HARDSHIPS:
        held = hardships.held(hardship, 1)
        path = tmp_path / f"{hardship}.png"
        assert cv2.imwrite(str(path), held.frame)
        want[str(path)] = texts(held.frame)
    got = {}
    for result in read_all([str(tmp_path)], all_looks=True):
        assert isinstance(result, Looked), result
        got[result.source] = [code.untrusted_text for code in result.frame.codes]
    assert got == want
    assert sum(len(found) for found in got.values()) >= len(hardships.HARDSHIPS) - 2


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the measuring pictures lie beside the checkout, and are not here")
@pytest.mark.parametrize("folder", ["falsepositives", "falsepositives-2", "unsupported"])
def test_no_look_reads_a_code_where_there_is_none(folder: str) -> None:
    for path in (CORPUS / folder).glob("*.[pj][np]g"):
        picture = grey.from_file(path.read_bytes())
        assert picture is not None
        for turns in range(4):
            assert texts(np.ascontiguousarray(np.rot90(picture, turns))) == [], f"{path.name}, {turns} turns"
