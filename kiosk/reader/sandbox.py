"""The child shuts itself in, then really tries each thing that it must not be able to do."""

import contextlib
import os
import resource
import socket
from collections.abc import Callable
from errno import EACCES, EPERM
from pathlib import Path

from kiosk.reader import landlock, seccomp
from kiosk.reader.libc import checked, libc
from kiosk.reader.wire import NAMES_OF_PROBES, SandboxReport

_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 4, 38  # linux/prctl.h
_PTRACE_PEEKDATA = 2  # sys/ptrace.h
_MOST_MEMORY = 3 << 30  # bytes; a picture made to fill the machine ends the child, not the kiosk


class Sandbox:
    """Made before the door closes (the probes need a socket of their own to try things on), then entered once."""

    def __init__(self) -> None:
        self._near, self._far = socket.socketpair()

    def enter(self, *, camera: bool) -> SandboxReport:
        """Give up every right that decoding does not need, for good, and report what is denied now.

        With `camera` the child may still exchange buffers with the camera it has opened. Libraries must be loaded and warm by
        now. A kernel that lacks a part leaves it out; the report shows what that costs.
        """
        checked(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        checked(libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0))
        held_back = _attempt(landlock.restrict)
        for limit in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NPROC, resource.RLIMIT_NOFILE):
            resource.setrlimit(limit, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        filtered = _attempt(lambda: seccomp.install(camera=camera))
        report = SandboxReport(held_back, filtered, self.probe())
        self._near.close()
        self._far.close()
        return report

    def probe(self) -> dict[str, bool]:
        """Try everything; true means that the kernel said no to the call itself (EPERM, EACCES), nothing less."""
        attempts: dict[str, Callable[[], object]] = {
            "create": _create,
            "read": lambda: Path(__file__).read_bytes(),
            "mkdir": _mkdir,
            "socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM).close(),
            "connect": lambda: self._near.connect("\0nobody"),
            "fork": _fork,
            # A program that does not exist: where exec is let through, the kernel looks for it, and this process lives to tell.
            "exec": lambda: os.execv("/nonexistent", ["nonexistent"]),  # noqa: S606  # meant to fail
            # To look into a process that is not traced fails harmlessly where ptrace is let through.
            "ptrace": lambda: checked(libc.ptrace(_PTRACE_PEEKDATA, os.getppid(), None, None)),
            "kill": lambda: os.kill(os.getppid(), 0),
            "pass_descriptor": lambda: socket.send_fds(self._near, [b"."], [self._near.fileno()]),
        }
        return {name: _denied(attempts[name]) for name in NAMES_OF_PROBES}


def _attempt(step: Callable[[], bool]) -> bool:
    try:
        return step()
    except OSError:  # a kernel or a container that has it switched off: the probes tell what that means
        return False


def _denied(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError as error:
        return error.errno in (EPERM, EACCES)
    return False


def _create() -> None:
    path = Path(f"/tmp/kiosk-probe-{os.getpid()}")  # noqa: S108  # made only where the sandbox leaks, and empty
    path.open("xb").close()
    with contextlib.suppress(OSError):  # that it was made counts, even where it cannot be taken away again
        path.unlink()


def _mkdir() -> None:
    path = Path(f"/tmp/kiosk-probe-dir-{os.getpid()}")  # noqa: S108  # the same
    path.mkdir()
    with contextlib.suppress(OSError):
        path.rmdir()


def _fork() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(child, 0)
