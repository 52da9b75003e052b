"""The parent's side of the reader: starts the child, watches it, starts it again, and believes nothing it says.

Call `poll` whenever `fileno` is readable (it stays the same over restarts, so one QSocketNotifier does), and `tick` at least twice a
second. Neither ever waits.
"""

import select
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from typing import Self

from kiosk.clock import Clock
from kiosk.errors import ReaderFault, SourceFault
from kiosk.reader.album import album
from kiosk.reader.at_hand import AtHand
from kiosk.reader.codec import encode
from kiosk.reader.conversation import Conversation, OneAfterTheOther, OneGivesWay
from kiosk.reader.fields import WireFault
from kiosk.reader.process import Process
from kiosk.reader.remote import Remote, has_service
from kiosk.reader.restarts import Restarts
from kiosk.reader.sources import Device, Pictures, Source, Synthetic
from kiosk.reader.stats import Stats
from kiosk.reader.wire import (
    Fault,
    Frame,
    FromChild,
    Picture,
    Problem,
    SandboxReport,
    Scene,
    SourceEnd,
    Stop,
    most_work,
)

_STARTS_WITHIN = 20.0  # seconds, on a cold disk
_CAMERA_PATIENCE = 2.0  # seconds of silence; the child has a word at least every half second
_CAMERA_BLIND = 5.0  # seconds without a frame, however much it says that it lives
_CAMERA_AGAIN = 4.0  # seconds between two tries at most: it is back within five of being plugged in
_FILE_PATIENCE = 60.0  # one picture may be huge
_MOST_READS = 4  # from the wire in one poll, lest a flood hold up the screen


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
        at_hand: bool = False,
    ) -> None:
        """`clock` must run with real time: to a clock that skips, an honest child looks silent. `at_hand` has a second child of a camera
        ready, for those who read on when one is lost.
        """
        self._source = source
        self._require_sandbox = require_sandbox
        self._clock = clock or Clock()
        self._live = live
        self._how = {"live": live, "all_looks": all_looks, "require_sandbox": require_sandbox}
        self._ready = select.epoll()
        self._process: Process | Remote | None = None
        self._has_one_at_hand = at_hand and isinstance(source, Device | Synthetic)
        self._at_hand = AtHand(self._another, self._end)
        self._ended: list[Process | Remote] = []  # killed, and not gone yet
        self._restarts = Restarts(_CAMERA_AGAIN) if isinstance(source, Device) else Restarts()
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
        """Start the child; codes come once it has shut itself in. Raises ReaderFault where there can be none now; `tick` tries again."""
        try:
            self._process = self._at_hand.take()
        except ReaderFault as fault:
            self._lose(Problem.CAMERA_MISSING if isinstance(fault, SourceFault) else Problem.CRASHED)
            raise
        self._process.begin()
        self._ready.register(self._process.fileno(), select.EPOLLIN)
        pictures = isinstance(self._source, Pictures)
        self._conversation = Conversation(OneAfterTheOther() if pictures else OneGivesWay(), limited=self._live)
        self._start_at = None
        self._heard = self._framed = self._clock.monotonic()
        self._album = album(self._source, self._broken) if self._live and isinstance(self._source, Pictures) else None
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

    @property
    def pid_at_hand(self) -> int | None:
        """That of the child which takes its place when it is lost; None while there is none, and where a service has it."""
        return self._at_hand.process.pid if self._at_hand.process else None

    def show(self, scene: Scene) -> None:
        """Have the synthetic camera show this, also after a restart. Frames of earlier scenes are dropped from now on."""
        self._scene = scene
        self._scenes += 1
        self._ask(self._scenes, scene)

    def send(self, message: Picture | Stop) -> None:
        """Send a message to the child; dropped while there is none."""
        if isinstance(message, Picture):
            self._ask(message.source, message)
        elif self._process:
            self._process.send(encode(message))

    def _ask(self, source: int, message: Scene | Picture) -> None:
        if self._process:
            self._conversation.turns.ask(source)
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
                self._hear(self._process, untrusted)
        messages, self._inbox = self._inbox, []
        return messages

    def tick(self) -> None:
        """Watch the child: end it when it is silent, start it again when it is time (not in the same call, but where one is at hand)."""
        due = self._start_at
        self._inbox = self.poll()
        self._ended = [process for process in self._ended if not process.gone()]
        now = self._clock.monotonic()
        if self._process:
            if problem := self._failing(self._process, now):
                self._lose(problem)
            elif self._conversation.shut_in and self._has_one_at_hand:
                self._at_hand.prepare(now)
        if self._at_hand.process:
            due = self._start_at
        if due is not None and now >= due:
            with suppress(ReaderFault):  # it is tried again later
                self.start()

    def wait(self, seconds: float) -> None:
        """Sleep until `poll` has work to do, at most so long; for callers without an event loop."""
        self._ready.poll(seconds)

    def close(self) -> None:
        """End it for good."""
        self._drop()
        self._at_hand.dismiss()
        self._start_at = None
        self._ready.close()
        for process in self._ended:
            process.bury()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _failing(self, process: Process | Remote, now: float) -> Problem | None:
        """Why the child has to be ended, if it has to be."""
        silence = now - self._heard
        if not self._conversation.shut_in:
            return Problem.SILENT if silence > _STARTS_WITHIN or process.stopped() else None
        if process.unread() or process.stopped():
            return Problem.SILENT
        if not isinstance(self._source, Device | Synthetic):
            return Problem.SILENT if silence > _FILE_PATIENCE else None
        if silence > _CAMERA_PATIENCE or process.worked() - self._worked > self._most_work:
            return Problem.SILENT
        if isinstance(self._source, Device) and now - self._framed > _CAMERA_BLIND:
            return Problem.CAMERA_STOPPED
        return None

    def _another(self) -> Process | Remote:
        """A child that loads its libraries and waits for its order. Raises ReaderFault."""
        return (Remote if has_service(self._source) else Process)(self._source, **self._how)

    def _hear(self, process: Process | Remote, untrusted: bytes) -> None:
        now = self._clock.monotonic()
        try:
            for message in self._conversation.hear(untrusted, now):
                if self._conversation.shut_in:  # until then it has so long in all, whatever it says
                    self._heard, self._worked = now, process.worked()
                self._take(message, now)
                if not self._process:  # its last word
                    return
        except WireFault:
            self._lose(Problem.CRASHED)

    def _take(self, message: FromChild, now: float) -> None:
        match message:
            case Fault():
                self._lose(message.problem)
            case SandboxReport():
                self._framed = now
                self._most_work = most_work(self._worked)
                self._take_report(message)
            case Frame():
                self._framed = now
                self.stats.count(message)
                if not isinstance(self._source, Synthetic) or message.source == self._scenes:
                    self._inbox.append(message)
            case SourceEnd():
                self._inbox.append(message)
                if message.problem:
                    self._broken.add(message.source)
                self._next_picture()
            case _:  # hello, alive
                pass

    def _take_report(self, report: SandboxReport) -> None:
        self.sandbox = report
        if self._require_sandbox and not report.tight:
            self._lose(Problem.SANDBOX_OPEN)
            return
        self.state = State.READING
        self._at_hand.settle(self._clock.monotonic())
        self._inbox.append(report)
        self._next_picture()

    def _next_picture(self) -> None:
        if self._album and self._process and not self._process.flush():
            raise WireFault("an end of a picture that it has not read")
        if self._album and (picture := next(self._album, None)):
            self.send(picture)

    def _lose(self, problem: Problem) -> None:
        self._drop()
        self.state = State.LOST
        self.problem = problem
        self._inbox.append(Lost(problem))
        self._start_at = self._restarts.failed(self._clock.monotonic())

    def _drop(self) -> None:
        process, self._process = self._process, None
        if process:
            self._end(process)

    def _end(self, process: Process | Remote) -> None:
        process.end()  # closing its end also takes it out of the epoll set
        if not process.gone():
            self._ended.append(process)
