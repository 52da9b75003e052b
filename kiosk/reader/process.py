"""One run of the reader child, as its parent holds it: started by exec, bare of environment and of open files but two at most."""

import os
import socket
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress
from pathlib import Path

import kiosk
from kiosk.errors import ReaderFault, SourceFault
from kiosk.reader.order import Order
from kiosk.reader.sources import Device, Source, Synthetic, Video

_HOUSE = str(Path(kiosk.__file__).resolve().parents[1])
# Isolated mode (-I) leaves the child neither PYTHONPATH nor the current folder, so it is told where this very package lies.
_START = "import sys; _h = sys.argv[1]; _h in sys.path or sys.path.insert(0, _h); from kiosk.reader.child import main; main()"
_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "MALLOC_PERTURB_": "85",  # what is freed is overwritten: pictures, above all
    "OMP_NUM_THREADS": "1",  # threads cannot be made inside the sandbox
    "OPENBLAS_NUM_THREADS": "1",
    "OPENCV_IO_MAX_IMAGE_PIXELS": str(1 << 28),  # more than any camera gives, less than fills the memory
    "OPENCV_LOG_LEVEL": "SILENT",
    "OPENCV_FFMPEG_LOGLEVEL": "-8",
    "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT": "1",  # seconds; else a stalled camera blocks a read for ten
}
_SEND_BUFFER = 64 * 1024  # bytes the child may be ahead of its parent, so that frames stay fresh
_CHUNK = 1 << 16
_MOST_UNREAD = 64  # messages that wait for the child to read them
_BURIED_WITHIN = 2.0  # seconds that a killed child has to be gone


def command(order: Order, wire: int) -> list[str]:
    """The child's command line."""
    return [sys.executable, "-I", "-c", _START, _HOUSE, str(wire), order.to_argument()]


class Process:
    """A running child and this end of its wire."""

    def __init__(self, source: Source, *, live: bool, all_looks: bool, require_sandbox: bool) -> None:
        """Raises SourceFault where a video cannot be opened, ReaderFault where the system gives no process."""
        try:
            self._start(source, live=live, all_looks=all_looks, require_sandbox=require_sandbox)
        except OSError as error:
            raise ReaderFault(
                f"The reader cannot be started ({error.strerror}). Start the kiosk again; if that does not help, call a technician."
            ) from None

    def _start(self, source: Source, *, live: bool, all_looks: bool, require_sandbox: bool) -> None:
        video = _open_video(source) if isinstance(source, Video) else None
        near, far = socket.socketpair()
        order = Order(
            type(source).__name__.lower(),
            path=str(source.path) if isinstance(source, Device) else "",
            exposure_ms=source.exposure_ms if isinstance(source, Device) else 0,
            focus=source.focus if isinstance(source, Device) else 0,
            descriptor=-1 if video is None else video,
            live=live,
            seed=source.seed if isinstance(source, Synthetic) else 0,
            fps=source.fps if isinstance(source, Synthetic) else 0.0,
            all_looks=all_looks,
            require_sandbox=require_sandbox,
        )
        try:
            far.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
            near.setblocking(False)
            self._popen = subprocess.Popen(  # noqa: S603  # our own program, and no shell
                command(order, far.fileno()),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env=_ENVIRONMENT,
                pass_fds=[far.fileno()] if video is None else [far.fileno(), video],
            )
        except BaseException:
            near.close()
            raise
        finally:
            far.close()
            if video is not None:
                os.close(video)
        self._near = near
        self._unsent: deque[memoryview] = deque()

    def fileno(self) -> int:
        """This end of the wire."""
        return self._near.fileno()

    @property
    def pid(self) -> int:
        """The child's process number."""
        return self._popen.pid

    def send(self, frame: bytes) -> None:
        """Send now what the wire takes; `flush` sends the rest later."""
        self._unsent.append(memoryview(frame))
        self.flush()

    def flush(self) -> bool:
        """Whether all is sent by now. A child that is gone takes everything."""
        while self._unsent:
            head = self._unsent.popleft()
            try:
                sent = self._near.send(head)
            except BlockingIOError:
                sent = 0
            except OSError:  # the end shows when reading
                self._unsent.clear()
                return True
            if sent < len(head):
                self._unsent.appendleft(head[sent:])
                return False
        return True

    def receive(self) -> bytes | None:
        """What the child sent, b"" when nothing is there now, None when it has closed its end."""
        try:
            return self._near.recv(_CHUNK) or None
        except BlockingIOError:
            return b""
        except OSError:
            return None

    def unread(self) -> bool:
        """Whether the child has stopped reading what it is sent."""
        return len(self._unsent) > _MOST_UNREAD

    def stopped(self) -> bool:
        """Whether a signal has stopped the child."""
        return os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is not None

    def worked(self) -> float:
        """Seconds of the processor's time that the child has had so far; not of a clock, which runs on while others are busy."""
        try:
            return time.clock_gettime(
                ~self.pid << 3 | 2
            )  # its clock's number, see pthread_getcpuclockid(3) and CPUCLOCK_SCHED
        except OSError:  # it is gone, which shows when reading
            return 0.0

    def end(self) -> None:
        """Kill the child if it lives. It may be gone only later: one that hangs in the kernel must not hold up the window."""
        self._near.close()
        self._popen.kill()

    def gone(self) -> bool:
        """Whether nothing is left of a child that was ended."""
        return self._popen.poll() is not None

    def bury(self) -> None:
        """Wait a while for a child that was ended to be gone."""
        with suppress(subprocess.TimeoutExpired):
            self._popen.wait(timeout=_BURIED_WITHIN)


def _open_video(source: Video) -> int:
    try:
        return os.open(source.path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        raise SourceFault(f"The video {source.path} cannot be opened. Check its name and who may read it.") from None
