"""Reads whole lists of pictures, folders, videos and cameras to their end, through one child wherever that is possible."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Self

from kiosk.errors import ReaderFault, SourceFault
from kiosk.reader.promise import refusal
from kiosk.reader.reader import Lost, Message, Reader, State
from kiosk.reader.sources import Device, Pictures, Video, source_from
from kiosk.reader.wire import MAX_PICTURE, Frame, Picture, Problem, SandboxReport, SourceEnd

_AHEAD = 2  # pictures under way, so that the child never waits for the disk
_TRIES = 3  # starts of a child in a row that come to nothing

_FATAL = {Problem.DECODER_MISSING, Problem.SANDBOX_OPEN}
_SENTENCES = {
    Problem.NOT_A_PICTURE: "{} is not a picture that can be read.",
    Problem.NOT_A_VIDEO: "{} is not a video that can be read.",
    Problem.EMPTY: "{} is empty.",
    Problem.TOO_BIG: "{} is too big. A picture may have 64 MiB.",
    Problem.CAMERA_MISSING: "{} gives no pictures. Is the camera plugged in, and not in use by another program?",
    Problem.CAMERA_STOPPED: "The camera {} stopped giving pictures. Plug it in again.",
    Problem.SILENT: "Reading {} took too long and was given up.",
}
_OTHERWISE = "Reading {} failed: the reader stopped on it."


@dataclass(frozen=True, slots=True)
class Looked:
    """One frame of the source named."""

    source: str
    frame: Frame


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that could not be read, or not to its end; `sentence` says why and what to do."""

    source: str
    sentence: str


def read_all(names: Sequence[str], *, all_looks: bool = False) -> Iterator[Looked | Unread]:
    """Every frame of every source, in the order given; a camera never ends.

    Raises ReaderFault where no child can do its work on this system.
    """
    with _Album(all_looks=all_looks) as album:
        for kind, group in groupby(map(_opened, names), type):
            if kind is Pictures:
                yield from album.read(
                    [path for source in group if isinstance(source, Pictures) for path in source.paths]
                )
                continue
            for source in group:
                if isinstance(source, Unread):
                    yield source
                elif isinstance(source, Device | Video):
                    yield from _read_stream(source, all_looks=all_looks)


def _opened(name: str) -> Device | Pictures | Video | Unread:
    try:
        return source_from(name)
    except SourceFault as fault:
        return Unread(name, fault.sentence)


def _unread(source: str, problem: Problem) -> Unread:
    return Unread(source, _SENTENCES.get(problem, _OTHERWISE).format(source))


def _fatal(problem: Problem, reader: Reader) -> ReaderFault:
    if problem is Problem.SANDBOX_OPEN:
        return ReaderFault(refusal(reader.sandbox))
    return ReaderFault("The reader cannot load its libraries. Run: kiosk doctor")


def _read_stream(source: Device | Video, *, all_looks: bool) -> Iterator[Looked | Unread]:
    name = str(source.path)
    reader = Reader(source, live=False, all_looks=all_looks)
    try:
        reader.start()
    except SourceFault as fault:
        yield Unread(name, fault.sentence)
        return
    try:
        while True:
            reader.wait(0.5)
            reader.tick()
            for message in reader.poll():
                match message:
                    case Frame():
                        yield Looked(name, message)
                    case SourceEnd():
                        return
                    case Lost(problem) if problem in _FATAL:
                        raise _fatal(problem, reader)
                    case Lost(problem):
                        yield _unread(name, problem)
                        return
                    case SandboxReport():
                        pass
    finally:
        reader.close()


class _Album:
    """One child for all pictures. It reads one after the other, so the first one under way is the one it died on."""

    def __init__(self, *, all_looks: bool) -> None:
        self._reader = Reader(Pictures(()), live=False, all_looks=all_looks)
        self._started = False
        self._count = 0
        self._failures = 0
        self._was_reading = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._reader.close()

    def read(self, paths: Sequence[Path]) -> Iterator[Looked | Unread]:
        """Every picture's frame, or why there is none."""
        if not self._started:
            self._reader.start()
            self._started = True
        waiting = deque(paths)
        under_way: dict[int, Path] = {}
        while waiting or under_way:
            while waiting and len(under_way) < _AHEAD and self._reader.state != State.LOST:
                yield from self._hand_over(waiting.popleft(), under_way)
            if under_way:
                self._reader.wait(0.5)
            self._reader.tick()
            for message in self._reader.poll():
                yield from self._take(message, waiting, under_way)

    def _hand_over(self, path: Path, under_way: dict[int, Path]) -> Iterator[Unread]:
        try:
            size = path.stat().st_size
            untrusted = path.read_bytes() if size <= MAX_PICTURE else b""
        except OSError:
            yield Unread(str(path), f"{path} cannot be opened. Check who may read it.")
            return
        if size == 0 or size > MAX_PICTURE:
            yield _unread(str(path), Problem.TOO_BIG if size else Problem.EMPTY)
            return
        under_way[self._count] = path
        self._reader.send(Picture(self._count, untrusted))
        self._count += 1

    def _take(self, message: Message, waiting: deque[Path], under_way: dict[int, Path]) -> Iterator[Looked | Unread]:
        match message:
            case SandboxReport():
                self._failures = 0
                self._was_reading = True
            case Frame() if message.source in under_way:
                yield Looked(str(under_way[message.source]), message)
            case SourceEnd() if message.source in under_way:
                path = under_way.pop(message.source)
                if message.problem:
                    yield _unread(str(path), message.problem)
            case Lost(problem):
                if problem in _FATAL:
                    raise _fatal(problem, self._reader)
                yield from self._recover(problem, waiting, under_way)
            case _:
                pass

    def _recover(self, problem: Problem, waiting: deque[Path], under_way: dict[int, Path]) -> Iterator[Unread]:
        """Give up the picture the child died on, if it was reading by then; what was behind it is read by the next child."""
        again = list(under_way.values())
        under_way.clear()
        self._failures += 1
        if self._failures > _TRIES:
            raise ReaderFault("The reader stops as soon as it is started. Run: kiosk doctor")
        if again and self._was_reading:
            yield _unread(str(again.pop(0)), problem)
        self._was_reading = False
        waiting.extendleft(reversed(again))
