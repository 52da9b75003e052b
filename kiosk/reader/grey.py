"""Pixels of the child: luminance only. Makes a grey picture of whatever a camera or a file holds."""

import struct
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[Any]
Grey = NDArray[np.uint8]  # height by width, 0 black … 255 white

_PNG = b"\x89PNG\r\n\x1a\n"


def from_file(untrusted: bytes) -> Grey | None:
    """The picture in a file's bytes, upright as its EXIF says; None where there is none. Transparency becomes white paper."""
    if not untrusted:
        return None
    packed = np.frombuffer(untrusted, np.uint8)
    try:
        if _transparent(untrusted):
            return _on_paper(cv2.imdecode(packed, cv2.IMREAD_UNCHANGED))
        return as_grey(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE))
    except (cv2.error, MemoryError):  # bytes that pretend to be a picture, or one of more pixels than there is memory
        return None


def from_camera(raw: Pixels, width: int, height: int) -> Grey | None:
    """The luminance of a frame as V4L2 hands it over: grey, packed YUYV, planar YUV with luminance first, BGR, or one JPEG."""
    if raw.shape == (height, width):
        return _eight_bits(raw)
    if raw.ndim == 3 and raw.shape[:2] == (height, width):
        return np.ascontiguousarray(raw[:, :, 0]) if raw.shape[2] == 2 else as_grey(raw)
    flat = raw.reshape(-1)
    if bytes(flat[:2]) == b"\xff\xd8":
        return from_file(flat.tobytes())
    if flat.size == 2 * width * height:
        return np.ascontiguousarray(flat.reshape(height, width, 2)[:, :, 0])
    if flat.size == width * height * 3 // 2:
        return flat[: width * height].reshape(height, width)
    return None


def _transparent(untrusted: bytes) -> bool:
    """Whether the bytes are a PNG with an alpha channel or a transparent colour (PNG specification, 11.2.1 and 11.3.1.1)."""
    if not untrusted.startswith(_PNG) or len(untrusted) < 33:
        return False
    (colour_type,) = struct.unpack_from("B", untrusted, 25)
    return colour_type in (4, 6) or b"tRNS" in untrusted[33:4096]


def _on_paper(picture: Pixels | None) -> Grey | None:
    if picture is None or picture.ndim != 3 or picture.shape[2] != 4:
        return as_grey(picture)
    eight = _eight_bits(picture)
    grey = cv2.cvtColor(eight[:, :, :3], cv2.COLOR_BGR2GRAY).astype(np.uint16)
    cover = eight[:, :, 3].astype(np.uint16)
    return ((grey * cover + 255 * (255 - cover)) // 255).astype(np.uint8)


def as_grey(picture: Pixels | None) -> Grey | None:
    """The luminance of a decoded picture, grey or BGR; None where there is none."""
    if picture is None or picture.size == 0:
        return None
    eight = _eight_bits(picture)
    return eight if eight.ndim == 2 else _eight_bits(cv2.cvtColor(eight, cv2.COLOR_BGR2GRAY))


def _eight_bits(picture: Pixels) -> Grey:
    """Most picture files hold 8 bits a channel, some 16; anything else is no photo and is cut to range."""
    if picture.dtype == np.uint8:
        return picture.astype(np.uint8, copy=False)
    if picture.dtype == np.uint16:
        return (picture.astype(np.uint16, copy=False) >> 8).astype(np.uint8)
    return np.clip(picture, 0, 255).astype(np.uint8)
