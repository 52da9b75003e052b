"""The parent's side of the reader: starts the child, watches it, starts it again, and believes nothing it says.

Call `poll` whenever `fileno` is readable (it stays the same over restarts, so one QSocketNotifier does), and `tick` at least twice a
second. Neither ever waits.
"""

import select
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Self

from kiosk.clock import Clock
from kiosk.errors import SourceFault
from kiosk.reader.codec import encode, from_child
from kiosk.reader.fields import WireFault
from kiosk.reader.process import Process
from kiosk.reader.restarts import Restarts
from kiosk.reader.sources import Device, Pictures, Source, Synthetic
from kiosk.reader.stats import Stats
from kiosk.reader.wire import (
    MAX_PICTURE,
    Alive,
    Fault,
    Frame,
    FromChild,
    Hello,
    Picture,
    Problem,
    SandboxReport,
    Scene,
    SourceEnd,
    Stop,
)

_STARTS_WITHIN = 20.0  # seconds, on a cold disk
_CAMERA_PATIENCE = 2.0  # seconds of silence; the child has a word at least every half second
_FILE_PATIENCE = 60.0  # one picture may be huge
_MOST_READS = 32  # from the wire in one poll, lest a flood hold up the screen


class State(Enum):
    """Whether codes are being read. A reader that was lost stays so until codes are read again, however often it is started."""

    STARTING = auto()
    READING = auto()
    LOST = auto()


@dataclass(frozen=True, slots=True)
class Lost:
    """The child ended or had to be ended; it is started again by itself. Said by the parent."""

    problem: Problem


Message = Frame | SandboxReport | SourceEnd | Lost


class Reader:
    """One reader child after the other over one source. `live` sources never end; others are read once (see `reading`)."""

    def __init__(
        self,
        source: Source,
        *,
        require_sandbox: bool = True,
        clock: Clock | None = None,
        live: bool = True,
        all_looks: bool = False,
    ) -> None:
        """`clock` must run with real time: to a clock that skips, an honest child looks silent."""
        self._source = source
        self._require_sandbox = require_sandbox
        self._clock = clock or Clock()
        self._live = live
        self._all_looks = all_looks
        self._ready = select.epoll()
        self._process: Process | None = None
        self._restarts = Restarts()
        self._start_at: float | None = None
        self._scene = Scene()
        self._scenes = 0
        self._broken: set[int] = set()  # pictures that are none
        self._inbox: list[Message] = []
        self.state = State.STARTING
        self.stats = Stats()
        self.sandbox: SandboxReport | None = None
        self.problem: Problem | None = None  # why it was lost last

    def start(self) -> None:
        """Start the child; codes come once it has shut itself in. Raises SourceFault where a video cannot be opened."""
        self._process = Process(
            self._source, live=self._live, all_looks=self._all_looks, require_sandbox=self._require_sandbox
        )
        self._ready.register(self._process.fileno(), select.EPOLLIN)
        self._decoder = from_child()
        self._greeted = False
        self._shut_in = False
        self._start_at = None
        self._heard = self._clock.monotonic()
        self._album = _album(self._source, self._broken) if self._live and isinstance(self._source, Pictures) else None
        self._scenes = 0
        if isinstance(self._source, Synthetic) and self._scene != Scene():
            self.show(self._scene)

    def fileno(self) -> int:
        """A descriptor that is readable when `poll` has work to do; the same until `close`."""
        return self._ready.fileno()

    @property
    def pid(self) -> int | None:
        """The child's process number; None while there is none."""
        return self._process.pid if self._process else None

    def show(self, scene: Scene) -> None:
        """Have the synthetic camera show this, also after a restart. Frames of earlier scenes are dropped from now on."""
        self._scene = scene
        self._scenes += 1
        self.send(scene)

    def send(self, message: Scene | Picture | Stop) -> None:
        """Send a message to the child; dropped while there is none."""
        if self._process:
            self._process.send(encode(message))

    def poll(self) -> list[Message]:
        """What has come since the last call."""
        for _ in range(_MOST_READS):
            if self._process is None:
                break
            self._process.flush()
            untrusted = self._process.receive()
            if untrusted is None:
                self._lose(Problem.CRASHED)
            elif not untrusted:
                break
            else:
                self._hear(untrusted)
        messages, self._inbox = self._inbox, []
        return messages

    def tick(self) -> None:
        """Watch the child: end it when it is silent, start it again when it is time (never in the same call)."""
        due = self._start_at
        self._inbox = self.poll()
        now = self._clock.monotonic()
        if self._process and now - self._heard > self._patience():
            self._lose(Problem.SILENT)
        if due is not None and now >= due:
            try:
                self.start()
            except SourceFault:  # a video that was there at first
                self._lose(Problem.CAMERA_MISSING)

    def wait(self, seconds: float) -> None:
        """Sleep until `poll` has work to do, at most so long; for callers without an event loop."""
        self._ready.poll(seconds)

    def close(self) -> None:
        """End the child for good."""
        self._drop()
        self._start_at = None
        self._ready.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _patience(self) -> float:
        if not self._shut_in:
            return _STARTS_WITHIN
        return _CAMERA_PATIENCE if isinstance(self._source, Device | Synthetic) else _FILE_PATIENCE

    def _hear(self, untrusted: bytes) -> None:
        self._heard = self._clock.monotonic()
        try:
            for message in self._decoder.feed(untrusted):
                self._take(message)
                if not self._process:  # its last word
                    return
        except WireFault:
            self._lose(Problem.CRASHED)

    def _take(self, message: FromChild) -> None:
        match message:
            case Hello():
                self._greeted = True
            case Fault():
                self._lose(message.problem)
            case SandboxReport():
                self._take_report(message)
            case _ if not self._greeted or not self._shut_in:
                raise WireFault("a frame from outside the sandbox")
            case Frame():
                self.stats.count(message)
                if not isinstance(self._source, Synthetic) or message.source == self._scenes:
                    self._inbox.append(message)
            case SourceEnd():
                self._inbox.append(message)
                if message.problem:
                    self._broken.add(message.source)
                self._next_picture()
            case Alive():
                pass

    def _take_report(self, report: SandboxReport) -> None:
        if not self._greeted or self._shut_in:
            raise WireFault("a report out of turn")
        self.sandbox = report
        if self._require_sandbox and not report.tight:
            self._lose(Problem.SANDBOX_OPEN)
            return
        self._shut_in = True
        self.state = State.READING
        self._inbox.append(report)
        self._next_picture()

    def _next_picture(self) -> None:
        if self._album and (picture := next(self._album, None)):
            self.send(picture)

    def _lose(self, problem: Problem) -> None:
        self._drop()
        self.state = State.LOST
        self.problem = problem
        self._inbox.append(Lost(problem))
        self._start_at = self._restarts.failed(self._clock.monotonic())

    def _drop(self) -> None:
        if self._process:
            self._process.end()  # closing its end also takes it out of the epoll set
            self._process = None


def _album(source: Pictures, broken: set[int]) -> Iterator[Picture]:
    """The pictures over and over but for the broken ones, which grow in number; ends when no other is left."""
    while len(broken) < len(source.paths):
        for number, path in enumerate(source.paths):
            if number in broken:
                continue
            try:
                untrusted = path.read_bytes()
            except OSError:
                untrusted = b""
            if 0 < len(untrusted) <= MAX_PICTURE:
                yield Picture(number, untrusted, source.hold)
            else:
                broken.add(number)
