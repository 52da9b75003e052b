"""Landlock without a single rule: after it, no path can be opened, made, renamed, run or cut, and no port reached (landlock(7))."""

import ctypes
import os

from kiosk.reader.libc import checked, libc

# The same numbers on every processor.
_CREATE_RULESET, _RESTRICT_SELF = 444, 446
_ASK_VERSION = 1

# What each version of the interface (ABI) can take away, from linux/landlock.h.
_FILES = {1: (1 << 13) - 1, 2: 1 << 13, 3: 1 << 14, 5: 1 << 15}  # …, move between folders, truncate, device ioctl
_PORTS = {4: 0b11}  # bind and connect over TCP
_SCOPES = {6: 0b11}  # abstract Unix sockets and signals of processes outside


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("ports", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


def abi() -> int:
    """The version this kernel speaks; 0 where it has no Landlock."""
    return max(0, int(libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))))


def _known(rights: dict[int, int], version: int) -> int:
    return sum(bits for since, bits in rights.items() if since <= version)


def restrict() -> bool:
    """Take away everything this kernel can, for good; false where it has no Landlock. Needs no_new_privs. Raises OSError."""
    version = abi()
    if not version:
        return False
    ruleset = _Ruleset(_known(_FILES, version), _known(_PORTS, version), _known(_SCOPES, version))
    size = 8 if version < 4 else 16 if version < 6 else 24  # older kernels refuse fields that they do not know
    handle = checked(libc.syscall(_CREATE_RULESET, ctypes.byref(ruleset), ctypes.c_size_t(size), ctypes.c_uint32(0)))
    try:
        checked(libc.syscall(_RESTRICT_SELF, ctypes.c_int(handle), ctypes.c_uint32(0)))
    finally:
        os.close(handle)
    return True
