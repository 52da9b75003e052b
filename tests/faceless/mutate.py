"""Makes damaged copies, seeded: of bytes, of texts, and of pictures of codes."""

import random

import cv2
import numpy as np
import zxingcpp

from kiosk.reader.grey import Grey

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ:|-OILU \x00é汉"


def changed(draw: random.Random, whole: bytes) -> bytes:
    """The bytes with one to four changes: other bytes, some taken out, put in, doubled, or cut off."""
    spoilt = bytearray(whole)
    for _ in range(draw.randint(1, 4)):
        at = draw.randrange(len(spoilt) + 1)
        match draw.randrange(5):
            case 0:
                spoilt[at : at + 1] = draw.randbytes(1)
            case 1:
                del spoilt[at : at + draw.randint(1, 8)]
            case 2:
                spoilt[at:at] = draw.randbytes(draw.randint(1, 8))
            case 3:
                spoilt[at:at] = spoilt[at : at + draw.randint(1, 64)]
            case _:
                del spoilt[at + len(spoilt) // 2 :]
    return bytes(spoilt)


def misread(draw: random.Random, text: str) -> str:
    """The text with one character another, gone, put in, or changed places."""
    at = draw.randrange(len(text))
    other = draw.choice(ALPHABET)
    return draw.choice(
        (
            text[:at] + other + text[at + 1 :],
            text[:at] + text[at + 1 :],
            text[:at] + other + text[at:],
            text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :],
        )
    )


def picture_of(text: str, form: zxingcpp.BarcodeFormat) -> Grey:
    code = np.array(zxingcpp.create_barcode(text, form).to_image(scale=3))
    return np.asarray(cv2.copyMakeBorder(code, 30, 30, 30, 30, cv2.BORDER_CONSTANT, value=(255,)), np.uint8)


def damaged(draw: random.Random, picture: Grey) -> bytes:
    """The picture as a file, hurt in its light, its shape or its bytes: whatever a camera, a hand or an attacker may make of it."""
    grey, (height, width) = picture.copy(), picture.shape
    noise = np.random.default_rng(draw.randrange(1 << 32))
    for _ in range(draw.randint(1, 3)):
        y, x = draw.randrange(height), draw.randrange(width)
        part = grey[y : y + draw.randint(1, height // 3), x : x + draw.randint(1, width // 3)]
        match draw.randrange(7):
            case 0:
                part[:] = draw.randrange(256)
            case 1:
                part[:] = 255 - part
            case 2:
                part[:] = noise.integers(0, 256, part.shape)
            case 3:
                grey = cv2.GaussianBlur(grey, (0, 0), draw.uniform(0.3, 3)).astype(np.uint8)
            case 4:
                grey = np.roll(grey, draw.randrange(-9, 9), draw.randrange(2))
            case 5:
                turn = cv2.getRotationMatrix2D((width / 2, height / 2), draw.uniform(0, 360), draw.uniform(0.6, 1.2))
                grey = cv2.warpAffine(grey, turn, (width, height), borderValue=255).astype(np.uint8)
            case _:
                grey = np.clip(grey + noise.normal(0, draw.uniform(5, 90), grey.shape), 0, 255).astype(np.uint8)
    written, packed = cv2.imencode(draw.choice((".png", ".jpg", ".bmp", ".webp")), grey)
    assert written
    return changed(draw, packed.tobytes()) if draw.random() < 0.3 else packed.tobytes()
