"""What the child's memory keeps of a picture: nothing after use."""

import subprocess
import sys

from kiosk.reader import process

_LOCKED = """
from kiosk.reader import memory
locked = memory.lock()
lines = dict(line.split(":", 1) for line in open("/proc/self/status"))
assert locked == (int(lines["VmLck"].split()[0]) > 1000), lines["VmLck"]
"""
_FREED = """
import ctypes
c = ctypes.CDLL(None)
c.malloc.restype, c.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
at = c.malloc(65536)
ctypes.memset(at, 0xC3, 65536)
c.free(at)
assert 0xC3 not in ctypes.string_at(at + 4096, 32768)
"""


def run(program: str, environment: dict[str, str]) -> int:
    return subprocess.run([sys.executable, "-c", program], env=environment, check=False, timeout=60).returncode


def test_what_the_child_frees_is_overwritten() -> None:
    assert run(_FREED, process._ENVIRONMENT) == 0
    bare = {name: value for name, value in process._ENVIRONMENT.items() if not name.startswith("MALLOC")}
    assert run(_FREED, bare) != 0, "or it would not need asking for"


def test_memory_is_locked_where_the_limit_allows_and_the_answer_is_true() -> None:
    assert run(_LOCKED, {"PYTHONPATH": process._HOUSE, **process._ENVIRONMENT}) == 0
