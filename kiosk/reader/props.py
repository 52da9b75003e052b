"""What the synthetic camera holds up: a phone, a paper slip or a parcel label, drawn flat with a real code on it."""

from dataclasses import dataclass

import cv2
import numpy as np
import zxingcpp

from kiosk.codes import sheet_code
from kiosk.reader.grey import Grey
from kiosk.reader.wire import Prop, Scene

_FORMATS = {"QRCode": zxingcpp.BarcodeFormat.QRCodeModel2, "Code128": zxingcpp.BarcodeFormat.Code128}
_SIDE = 360.0  # pixels of a QR code with its quiet zone, at scale 1
_LENGTH = 760.0  # pixels of a Code 128 with its quiet zones, at scale 1
_FEWEST_QR, _FEWEST_BARS = 3.6, 2.8  # pixels a module, under which no lens would help
_A_MM = 5.0  # pixels of the test sheet, at scale 1
_MOST_SIDE, _MOST_LENGTH = 672, 1060  # so that the whole code stays in the frame


@dataclass(frozen=True)
class Sheet:
    """A flat thing seen from the front. `grey` and `cover` (0 glass … 255 opaque) are of one size; `middle` is the code's."""

    grey: Grey
    cover: Grey
    middle: tuple[float, float]
    fine: float  # pixels a module; the fewer, the flatter it must be held to stay readable


def draw(scene: Scene) -> Sheet:
    """The scene's thing. Raises ValueError where its text does not fit its symbology."""
    if scene.what == Prop.SHEET:
        return _test_sheet(scene)
    code, fine = _code(scene)
    if scene.what == Prop.PHONE:
        return _phone(code, fine, dark=scene.dark, inverted=scene.dark and scene.symbology == "QRCode")
    return _paper(code, fine) if scene.what == Prop.PAPER else _label(code, fine)


def _code(scene: Scene) -> tuple[Grey, float]:
    """The code with quiet zones as dark on light, and how many pixels a module has."""
    options = {"ec_level": "M"} if scene.symbology == "QRCode" and len(scene.text) < 512 else {}
    code = zxingcpp.create_barcode(scene.text, _FORMATS[scene.symbology], **options)
    modules: Grey = np.array(code.to_image(scale=1))
    if scene.symbology == "QRCode":
        fine = max(_FEWEST_QR, min(_SIDE * scene.scale, _MOST_SIDE) / modules.shape[1])
        side = round(fine * modules.shape[1])
        return cv2.resize(modules, (side, side), interpolation=cv2.INTER_NEAREST_EXACT).astype(np.uint8), fine
    fine = max(_FEWEST_BARS, min(_LENGTH * scene.scale, _MOST_LENGTH) / modules.shape[1])
    length = round(fine * modules.shape[1])
    bars = cv2.resize(modules[:1], (length, max(120, length // 5)), interpolation=cv2.INTER_NEAREST_EXACT)
    return _with_text_under(bars.astype(np.uint8), scene.text), fine


def _with_text_under(bars: Grey, text: str) -> Grey:
    height, width = bars.shape
    page = np.full((height + 56, width), 255, np.uint8)
    page[12 : 12 + height] = bars
    cv2.putText(page, text, (width // 8, height + 44), cv2.FONT_HERSHEY_SIMPLEX, 0.9, 20, 2)
    return page


def _blank(height: int, width: int, tone: int) -> tuple[Grey, Grey]:
    return np.full((height, width), tone, np.uint8), np.full((height, width), 255, np.uint8)


def _put(page: Grey, code: Grey, top: int) -> tuple[float, float]:
    """Place the code in the page's middle column, `top` down, and tell where its middle is."""
    left = (page.shape[1] - code.shape[1]) // 2
    page[top : top + code.shape[0], left : left + code.shape[1]] = code
    return left + code.shape[1] / 2, top + code.shape[0] / 2


def _lines(page: Grey, top: int, bottom: int, ink: int) -> None:
    """Greeked text: bars where words would be, for the camera has no business with words."""
    width = page.shape[1]
    for index, y in enumerate(range(top, bottom - 10, 26)):
        cv2.rectangle(page, (width // 10, y), (width * (9 - index % 3) // 10, y + 9), ink, cv2.FILLED)


def _phone(code: Grey, fine: float, *, dark: bool, inverted: bool) -> Sheet:
    """A phone: black frame, lit screen that glows a little. Dark mode inverts a QR code; bars stay on a white card."""
    halo, frame = 40, 16
    screen_width = code.shape[1] * 6 // 5
    screen_height = max(screen_width * 2, code.shape[0] * 3 // 2)
    height, width = screen_height + 2 * (frame + halo), screen_width + 2 * (frame + halo)
    page, cover = _blank(height, width, 200)
    cover[:] = 0
    cv2.rectangle(cover, (halo // 2, halo // 2), (width - halo // 2, height - halo // 2), 90, cv2.FILLED)
    cover = cv2.blur(cover, (halo, halo)).astype(np.uint8)
    body = slice(halo, height - halo), slice(halo, width - halo)
    cover[body] = 255
    page[body] = 18
    inner = halo + frame
    screen = page[inner : inner + screen_height, inner : inner + screen_width]
    screen[:] = 26 if dark else 246
    _lines(screen, 24, screen_height // 8, 120)
    top = (screen_height - code.shape[0]) // 2
    x, y = _put(screen, cv2.bitwise_not(code).astype(np.uint8) if inverted else code, top)
    if dark:  # a dark screen is never quite black, nor its light modules quite white
        screen[:] = cv2.convertScaleAbs(screen, alpha=0.82, beta=22)
    return Sheet(page, cover, (x + inner, y + inner), fine)


def _paper(code: Grey, fine: float) -> Sheet:
    """A printed slip: the code, and lines above and under it."""
    height, width = code.shape[0] * 9 // 5 + 80, code.shape[1] * 5 // 4
    page, cover = _blank(height, width, 255)
    top = (height - code.shape[0]) // 2
    _lines(page, 20, top - 10, 90)
    _lines(page, top + code.shape[0] + 10, height - 20, 90)
    middle = _put(page, code, top)
    return Sheet(_printed(page), cover, middle, fine)


def _label(code: Grey, fine: float) -> Sheet:
    """A parcel label on its carton: a ruled frame, an address nobody can read, the code beneath."""
    height, width = code.shape[0] + 260, code.shape[1] + 60
    page, cover = _blank(height + 160, width + 160, 150)
    label = page[80 : 80 + height, 80 : 80 + width]
    label[:] = 255
    cv2.rectangle(label, (6, 6), (width - 7, height - 7), 30, 3)
    _lines(label, 30, 190, 70)
    cv2.line(label, (6, 205), (width - 7, 205), 30, 3)
    x, y = _put(label, code, 230)
    return Sheet(_printed(page), cover, (x + 80, y + 80), fine)


def _test_sheet(scene: Scene) -> Sheet:
    """The middle of the test sheet: its squares in two rows, the larger ones above, and its bars, the last one slanted."""
    a_mm = _A_MM * scene.scale
    page, cover = _blank(round(96 * a_mm), round(128 * a_mm), 255)
    corners = [(4, 4), (40, 4), (70, 4), (94, 4), (4, 42), (20, 42), (34, 42), (46, 42)]
    for tenths, (x, y) in zip(sheet_code.SQUARES, corners, strict=True):
        code = zxingcpp.create_barcode(sheet_code.SheetCode(tenths).text, _FORMATS["QRCode"], ec_level="Q")
        _lay(page, np.array(code.to_image(scale=1)), tenths / 10 * a_mm, (x * a_mm, y * a_mm))
    for tenths, (x, y), degrees in zip(sheet_code.BARS, [(62, 40), (4, 66), (68, 64)], (0, 0, 12), strict=True):
        bars = np.array(
            zxingcpp.create_barcode(sheet_code.SheetCode(tenths).text, _FORMATS["Code128"]).to_image(scale=1)
        )
        tall = np.repeat(bars[:1], round(120 / tenths), axis=0)
        _lay(page, tall, tenths / 10 * a_mm, (x * a_mm, y * a_mm), degrees)
    return Sheet(_printed(page), cover, (page.shape[1] / 2, page.shape[0] / 2), 1.0)


def _lay(page: Grey, modules: Grey, module: float, corner: tuple[float, float], degrees: float = 0.0) -> None:
    """Draw modules of so many pixels, which need not be whole, turned about the corner."""
    turn = cv2.getRotationMatrix2D((0, 0), -degrees, module)
    turn[:, 2] = corner
    height, width = page.shape
    drawn = cv2.warpAffine(
        cv2.resize(modules, None, fx=8, fy=8, interpolation=cv2.INTER_NEAREST_EXACT),
        turn @ np.array([[1 / 8, 0, 0], [0, 1 / 8, 0], [0, 0, 1]]),
        (width, height),
        flags=cv2.INTER_AREA,
        borderValue=255,
    )
    np.minimum(page, drawn, out=page)


def _printed(page: Grey) -> Grey:
    """Ink is not black and paper not white."""
    return cv2.convertScaleAbs(page, alpha=0.80, beta=28).astype(np.uint8)
