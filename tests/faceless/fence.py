"""A fence for the kiosk's own process: it may write into these folders and nowhere else, so whatever it wrote lies there."""

import ctypes
import os
import stat
import struct
from collections.abc import Iterable
from pathlib import Path

from kiosk.reader.landlock import abi
from kiosk.reader.libc import checked, libc

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_NO_NEW_PRIVS = 38
_WRITE, _TRUNCATE = 1 << 1, 1 << 14
_MAKE_AND_REMOVE = sum(
    1 << bit for bit in range(4, 13)
)  # linux/landlock.h: remove, and make whatever a folder can hold


def possible() -> bool:
    """Whether this kernel can."""
    return abi() > 0


def write_only_into(places: Iterable[Path]) -> None:
    """Put the fence up for good, over this process and all that it starts. Raises OSError."""
    on_files = _WRITE | (_TRUNCATE if abi() >= 3 else 0)
    handled = struct.pack("=Q", on_files | _MAKE_AND_REMOVE)
    ruleset = checked(libc.syscall(_CREATE_RULESET, handled, ctypes.c_size_t(len(handled)), ctypes.c_uint32(0)))
    for place in places:
        handle = os.open(place, os.O_PATH | os.O_CLOEXEC)
        rights = on_files | (_MAKE_AND_REMOVE if stat.S_ISDIR(os.fstat(handle).st_mode) else 0)
        checked(
            libc.syscall(_ADD_RULE, ctypes.c_int(ruleset), 1, struct.pack("=Qi", rights, handle), ctypes.c_uint32(0))
        )
        os.close(handle)
    checked(libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0))
    checked(libc.syscall(_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint32(0)))
    os.close(ruleset)
