"""What the child can no longer do. Each probe is tried in a bare process too: there it must be let through, or it proves nothing."""

import json
import platform
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.reader import landlock, seccomp
from kiosk.reader.reader import Message, Reader
from kiosk.reader.sources import Pictures, Synthetic, Video
from kiosk.reader.wire import NAMES_OF_PROBES, SandboxReport

Wait = Callable[[Reader, Callable[[Message], bool]], list[Message]]
HOUSE = Path(__file__).parents[2]
PRELUDE = """
import ctypes, json, mmap, os, sys, threading
from kiosk.reader import landlock, seccomp
from kiosk.reader.sandbox import Sandbox
"""


def in_a_process(script: str) -> subprocess.CompletedProcess[str]:
    """Runs in a process of its own, for nobody leaves a sandbox again."""
    return subprocess.run(
        [sys.executable, "-c", PRELUDE + script], cwd=HOUSE, capture_output=True, text=True, timeout=60, check=False
    )


def probed(script: str) -> dict[str, bool]:
    done = in_a_process(script)
    assert done.returncode == 0, done.stderr
    denied = json.loads(done.stdout)
    assert sorted(denied) == sorted(NAMES_OF_PROBES)
    return dict(denied)


def test_without_the_sandbox_every_probe_is_let_through() -> None:
    assert not any(probed("print(json.dumps(Sandbox().probe()))").values())


def test_in_the_sandbox_every_probe_is_denied() -> None:
    assert all(probed("print(json.dumps(dict(Sandbox().enter(camera=False).denied)))").values())


def test_room_for_a_camera_opens_none_of_the_probes() -> None:
    assert all(probed("print(json.dumps(dict(Sandbox().enter(camera=True).denied)))").values())


@pytest.mark.skipif(not landlock.abi(), reason="this kernel has no Landlock")
def test_landlock_alone_closes_the_files_and_no_more() -> None:
    script = "ctypes.CDLL(None).prctl(38, 1, 0, 0, 0); landlock.restrict(); print(json.dumps(Sandbox().probe()))"
    denied = probed(script)
    assert {name for name in ("create", "read", "mkdir") if denied[name]} == {"create", "read", "mkdir"}
    assert not denied["socket"], "which is why there is a list of system calls as well"
    assert not denied["fork"]


@pytest.mark.parametrize(
    "source", [Synthetic(fps=0), Pictures(()), Video(Path(__file__))], ids=["synthetic", "pictures", "video"]
)
def test_the_real_child_reports_every_probe_denied(
    source: Synthetic | Pictures | Video, until: Wait, closing: Callable[[Reader], Reader]
) -> None:
    reader = closing(Reader(source))
    reader.start()
    report = until(reader, lambda message: isinstance(message, SandboxReport))[-1]
    assert isinstance(report, SandboxReport)
    assert report.denied == dict.fromkeys(NAMES_OF_PROBES, True)
    assert report.seccomp
    assert report.landlock == bool(landlock.abi())
    assert reader.sandbox == report


def test_the_child_holds_no_file_but_its_wire_and_no_environment_but_its_settings(
    until: Wait, closing: Callable[[Reader], Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_SECRET", "hunter2")
    reader = closing(Reader(Synthetic(fps=0)))
    reader.start()
    until(reader, lambda message: isinstance(message, SandboxReport))
    child = Path(f"/proc/{reader.pid}")
    try:
        held = sorted(str(link.readlink()) for link in (child / "fd").iterdir())
        environment = (child / "environ").read_bytes()
    except PermissionError:
        pytest.skip("only root may look into a process that is not dumpable")
    assert [re.sub(r"\d+", "", name) for name in held] == ["/dev/null"] * 3 + ["socket:[]"]
    assert b"KIOSK" not in environment
    assert b"HOME" not in environment
    limits = (child / "limits").read_text()
    for name in ("Max open files", "Max file size", "Max core file size", "Max processes"):
        assert re.search(rf"{name}\s+0\s+0\s", limits), name
    status = (child / "status").read_text()
    assert "NoNewPrivs:\t1" in status
    assert "Seccomp:\t2" in status
    assert "Threads:\t1" in status


def test_every_thread_is_under_the_filter() -> None:
    script = """
gate, tried = threading.Event(), []
def other():
    gate.wait()
    try:
        os.getcwd()
    except PermissionError:
        tried.append("denied")
thread = threading.Thread(target=other); thread.start()
Sandbox().enter(camera=False); gate.set(); thread.join(); print(tried)
"""
    assert in_a_process(script).stdout.strip() == "['denied']"


@pytest.mark.parametrize(
    ("attempt", "number"),
    [
        pytest.param("mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC)", 1, id="memory that can be run"),
        pytest.param("fcntl.ioctl(0, 0x5413, bytes(8))", 1, id="an ioctl, without a camera"),
        pytest.param("os.stat('/')", 1, id="whether a file exists"),
        pytest.param("os.rename('/tmp/a', '/tmp/b')", 1, id="rename"),
        pytest.param("os.kill(os.getpid(), 0)", 1, id="a signal to itself"),
        pytest.param("os.dup(0)", 1, id="another descriptor"),
        pytest.param("os.pipe()", 1, id="a pipe"),
        pytest.param("resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))", None, id="other limits"),
    ],
)
def test_other_ways_out_are_closed(attempt: str, number: int | None) -> None:
    script = f"""
import fcntl, resource
Sandbox().enter(camera=False)
try:
    {attempt}
except (OSError, ValueError) as error:
    print("denied", getattr(error, "errno", None))
"""
    done = in_a_process(script)
    assert done.stdout.strip().startswith("denied"), done.stderr
    if number is not None:
        assert done.stdout.split()[1] == str(number)


def test_with_a_camera_only_the_three_requests_of_streaming_reach_the_kernel() -> None:
    script = """
import fcntl
Sandbox().enter(camera=True)
for request in (*seccomp.CAMERA_REQUESTS, 0x5413, 0xC0585609):
    try:
        fcntl.ioctl(0, request, bytes(88))
    except OSError as error:
        print(error.errno)
"""
    not_permitted, not_a_terminal = "1", "25"  # EPERM comes from the filter, ENOTTY from the kernel behind it
    assert in_a_process(script).stdout.split() == [not_a_terminal] * 3 + [not_permitted] * 2


@pytest.mark.parametrize("name", seccomp.MACHINES)
def test_no_table_has_a_forbidden_call_and_every_needed_one_is_there(name: str) -> None:
    machine = seccomp.MACHINES[name]
    assert {"read", "write", "pselect6", "mmap", "mprotect", "futex", "exit_group", "ioctl", "seccomp"} <= set(
        machine.calls
    )
    assert len(set(machine.calls.values())) == len(machine.calls), "one number each"
    assert len(seccomp.program(machine, camera=True)) % 8 == 0


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the header at hand is this machine's")
def test_the_tables_agree_with_the_kernels_headers() -> None:
    headers = {
        "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
        "aarch64": Path("/usr/include/asm-generic/unistd.h"),
    }
    for name, header in headers.items():
        if not header.exists():
            pytest.skip("linux-libc-dev is not installed")
        numbers = dict(re.findall(r"#define __NR(?:3264)?_(\w+) (\d+)", header.read_text()))
        for call, number in seccomp.MACHINES[name].calls.items():
            assert numbers[call] == str(number), f"{call} on {name}"
