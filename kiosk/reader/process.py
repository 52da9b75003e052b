"""One run of the reader child, as its parent holds it: started by exec, bare of environment and of open files but two at most."""

import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import kiosk
from kiosk.errors import ReaderFault, SourceFault
from kiosk.reader.near_end import NearEnd, worked_by
from kiosk.reader.order import order_for
from kiosk.reader.sources import Source, Video

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
_BURIED_WITHIN = 2.0  # seconds that a killed child has to be gone


def command(wire: int) -> list[str]:
    """The child's command line."""
    return [sys.executable, "-I", "-c", _START, _HOUSE, str(wire)]


class Process(NearEnd):
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
        order = order_for(
            source, -1 if video is None else video, live=live, all_looks=all_looks, require_sandbox=require_sandbox
        )
        try:
            self._popen = subprocess.Popen(  # noqa: S603  # our own program, and no shell
                command(far.fileno()),
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
        super().__init__(near, order)

    @property
    def pid(self) -> int:
        """The child's process number."""
        return self._popen.pid

    def stopped(self) -> bool:
        """Whether a signal has stopped the child; not of one that is dead, which shows when reading."""
        try:
            return os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is not None
        except ChildProcessError:  # dead, and not waited for yet
            return False

    def waits(self) -> bool:
        """Whether a child that has no order yet is there to take one."""
        return not (self.closed() or self.gone() or self.stopped())

    def worked(self) -> float:
        """Seconds of the processor's time that the child has had so far; not of a clock, which runs on while others are busy."""
        return worked_by(self.pid)

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
