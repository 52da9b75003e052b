"""An allow-list of system calls as raw BPF: what the child may still ask of the kernel once it has shut itself in.

Numbers from the kernel's own tables (arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h); the program's
form from seccomp(2) and linux/filter.h. There is no open, socket, connect, send with descriptors, clone, exec, ptrace or kill in the list.
"""

import ctypes
import os
import platform
import struct
from dataclasses import dataclass

from kiosk.reader.libc import checked, libc

PROT_EXEC = 4
# Streaming from a camera that is already open, from linux/videodev2.h: give a buffer, take one, stop.
CAMERA_REQUESTS = (0xC058560F, 0xC0585611, 0x40045613)  # VIDIOC_QBUF, VIDIOC_DQBUF, VIDIOC_STREAMOFF

_PLAIN = (  # neither names a file, nor reaches another process
    "read", "write", "lseek", "fstat", "close",
    "brk", "munmap", "mremap", "madvise", "futex", "membarrier", "sched_yield", "sched_getaffinity",
    "select", "pselect6", "nanosleep", "clock_nanosleep", "clock_gettime", "clock_getres", "gettimeofday",
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall",
    "getpid", "getppid", "gettid", "getrandom", "setitimer", "exit", "exit_group",
)  # fmt: skip
_MAPPING = ("mmap", "mprotect")  # allowed where the third argument does not ask for executable memory

_X86_64 = {
    "read": 0, "write": 1, "close": 3, "fstat": 5, "lseek": 8, "mmap": 9, "mprotect": 10, "munmap": 11, "brk": 12,
    "rt_sigaction": 13, "rt_sigprocmask": 14, "rt_sigreturn": 15, "ioctl": 16, "select": 23,
    "sched_yield": 24, "mremap": 25, "madvise": 28, "nanosleep": 35, "setitimer": 38, "getpid": 39, "exit": 60, "gettimeofday": 96,
    "getppid": 110, "sigaltstack": 131, "gettid": 186, "futex": 202, "sched_getaffinity": 204, "restart_syscall": 219,
    "clock_gettime": 228, "clock_getres": 229, "clock_nanosleep": 230, "exit_group": 231, "pselect6": 270,
    "seccomp": 317, "getrandom": 318, "membarrier": 324,
}  # fmt: skip
_AARCH64 = {
    "ioctl": 29, "close": 57, "lseek": 62, "read": 63, "write": 64, "pselect6": 72, "fstat": 80, "exit": 93,
    "exit_group": 94, "futex": 98, "nanosleep": 101, "setitimer": 103, "clock_gettime": 113, "clock_getres": 114, "clock_nanosleep": 115,
    "sched_getaffinity": 123, "sched_yield": 124, "restart_syscall": 128, "sigaltstack": 132,
    "rt_sigaction": 134, "rt_sigprocmask": 135, "rt_sigreturn": 139, "gettimeofday": 169, "getpid": 172,
    "getppid": 173, "gettid": 178, "brk": 214, "munmap": 215, "mremap": 216, "mmap": 222, "mprotect": 226, "madvise": 233,
    "seccomp": 277, "getrandom": 278, "membarrier": 283,
}  # fmt: skip


@dataclass(frozen=True)
class Machine:
    """A processor's AUDIT_ARCH value (linux/audit.h) and its table of system calls; select is missing on aarch64."""

    audit: int
    calls: dict[str, int]


MACHINES = {"x86_64": Machine(0xC000003E, _X86_64), "aarch64": Machine(0xC00000B7, _AARCH64)}

# linux/bpf_common.h and linux/seccomp.h
_LOAD, _JUMP_EQUAL, _JUMP_SET, _RETURN = 0x20, 0x15, 0x45, 0x06
_ALLOW, _DENY, _KILL = 0x7FFF0000, 0x00050000 | 1, 0x80000000  # deny with EPERM, so that a probe can see it
_NUMBER, _ARCH = 0, 4  # offsets in struct seccomp_data


def _argument(index: int) -> int:
    return 16 + 8 * index  # the low half of a 64-bit argument; both machines are little-endian


def program(machine: Machine, *, camera: bool) -> bytes:
    """The filter as an array of struct sock_filter: right machine or death, listed call or EPERM."""
    lines: list[tuple[int, int, int, int]] = [
        (_LOAD, 0, 0, _ARCH),
        (_JUMP_EQUAL, 1, 0, machine.audit),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
    ]
    for name in _PLAIN:
        if name in machine.calls:
            lines += [(_JUMP_EQUAL, 0, 1, machine.calls[name]), (_RETURN, 0, 0, _ALLOW)]
    for name in _MAPPING:
        lines += [
            (_JUMP_EQUAL, 0, 4, machine.calls[name]),
            (_LOAD, 0, 0, _argument(2)),
            (_JUMP_SET, 0, 1, PROT_EXEC),
            (_RETURN, 0, 0, _DENY),
            (_RETURN, 0, 0, _ALLOW),
        ]
    if camera:
        lines += [(_JUMP_EQUAL, 0, 2 * len(CAMERA_REQUESTS) + 1, machine.calls["ioctl"]), (_LOAD, 0, 0, _argument(1))]
        for request in CAMERA_REQUESTS:
            lines += [(_JUMP_EQUAL, 0, 1, request), (_RETURN, 0, 0, _ALLOW)]
    lines.append((_RETURN, 0, 0, _DENY))
    return b"".join(struct.pack("HBBI", *line) for line in lines)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("lines", ctypes.c_char_p))


def install(*, camera: bool) -> bool:
    """Put the filter over every thread of this process, for good; false on a processor without a table.

    Needs no_new_privs. Raises OSError where the kernel refuses.
    """
    machine = MACHINES.get(platform.machine())
    if machine is None:
        return False
    lines = program(machine, camera=camera)
    whole = _Program(len(lines) // 8, lines)
    set_filter, every_thread = 1, 1  # SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC
    missed = checked(libc.syscall(machine.calls["seccomp"], set_filter, every_thread, ctypes.byref(whole)))
    if missed:
        raise OSError(os.strerror(3))
    return True
