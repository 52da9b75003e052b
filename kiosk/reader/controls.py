"""A camera's exposure and focus over V4L2 (linux/v4l2-controls.h): set where the camera has them, once, before the sandbox closes."""

import fcntl
import os
import struct

_QUERY, _SET = 0xC0445624, 0xC008561C  # VIDIOC_QUERYCTRL, VIDIOC_S_CTRL of linux/videodev2.h
_QUESTION = struct.Struct(
    "=II32siiii12x"
)  # v4l2_queryctrl: id, type, name, least, most, step, default; the rest is not asked
_VALUE = struct.Struct("=Ii")  # v4l2_control: id, value
_EXPOSURE_MODE, _EXPOSURE, _LONGER_IN_THE_DARK = 0x009A0901, 0x009A0902, 0x009A0903
_FOCUS, _FOCUS_BY_ITSELF = 0x009A090A, 0x009A090C
_BY_HAND = 1  # V4L2_EXPOSURE_MANUAL


def set_up(path: str, *, exposure_ms: int, focus: int) -> bool:
    """No exposure longer than a frame takes; and where they are not 0, a fixed exposure in milliseconds, a fixed focus in 1…100.

    The unit of focus is each maker's own: 1 is the furthest, 100 the nearest that the camera has. Returns whether there is a device.
    """
    try:
        camera = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:  # whoever opens it next finds out and says so
        return False
    try:
        _set(camera, _LONGER_IN_THE_DARK, 0)
        if exposure_ms and _set(camera, _EXPOSURE_MODE, _BY_HAND):
            _set(camera, _EXPOSURE, exposure_ms * 10)  # of 100 microseconds
        if focus and _set(camera, _FOCUS_BY_ITSELF, 0) and (span := _span(camera, _FOCUS)):
            least, most, step = span
            _set(camera, _FOCUS, least + round((most - least) * (focus - 1) / 99 / step) * step)
    finally:
        os.close(camera)
    return True


def _span(camera: int, control: int) -> tuple[int, int, int] | None:
    """The least and the most that the control takes and its step; None where the camera lacks it."""
    asked = bytearray(_QUESTION.pack(control, 0, b"", 0, 0, 0, 0))
    try:
        fcntl.ioctl(camera, _QUERY, asked)
    except OSError:
        return None
    _, _, _, least, most, step, _ = _QUESTION.unpack(asked)
    return least, most, max(1, step)


def _set(camera: int, control: int, value: int) -> bool:
    """Set the control, within its bounds; false where the camera lacks it."""
    span = _span(camera, control)
    if span is None:
        return False
    try:
        fcntl.ioctl(camera, _SET, bytearray(_VALUE.pack(control, min(max(value, span[0]), span[1]))))
    except OSError:  # one that is there, but not now
        return False
    return True
