"""The parent and its child: it is watched, ended, started again, and believed in nothing."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.clock import Clock, SkippingClock
from kiosk.errors import SourceFault
from kiosk.reader import process
from kiosk.reader.reader import Lost, Message, Reader, State
from kiosk.reader.sources import Device, Pictures, Synthetic, Video
from kiosk.reader.wire import (
    Frame,
    Problem,
    Prop,
    SandboxReport,
    Scene,
    SourceEnd,
)

Wait = Callable[[Reader, Callable[[Message], bool]], list[Message]]
Keep = Callable[[Reader], Reader]
Draw = Callable[..., bytes]

PHONE = Scene(Prop.PHONE, "HK1:7Q9TB3KX0M4Z2A8WEJ5RVCH1NP6", seed=3)


def reads(text: str) -> Callable[[Message], bool]:
    return lambda message: isinstance(message, Frame) and any(c.untrusted_text == text.encode() for c in message.codes)


def started(message: Message) -> bool:
    return isinstance(message, SandboxReport)


def lost(message: Message) -> bool:
    return isinstance(message, Lost)


def reading(reader: Reader, until: Wait) -> Reader:
    reader.start()
    until(reader, started)
    return reader


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "stopped"])
def test_a_child_that_dies_or_hangs_comes_back_and_shows_the_scene_again(blow: int, until: Wait, closing: Keep) -> None:
    reader = reading(closing(Reader(Synthetic(fps=30))), until)
    reader.show(PHONE)
    until(reader, reads(PHONE.text))
    before, descriptor = reader.pid, reader.fileno()
    assert before is not None
    os.kill(before, blow)
    (*_, end) = until(reader, lost)
    assert end == Lost(Problem.CRASHED if blow == signal.SIGKILL else Problem.SILENT)
    states = [reader.state]
    until(reader, reads(PHONE.text))
    assert [*states, reader.state] == [State.LOST, State.READING]
    assert reader.pid != before
    assert reader.fileno() == descriptor, "one notifier lasts for all children"
    assert not Path(f"/proc/{before}").exists(), "no zombie is left"


def test_frames_of_an_earlier_scene_are_dropped(until: Wait, closing: Keep) -> None:
    reader = reading(closing(Reader(Synthetic(fps=0))), until)
    reader.show(PHONE)
    until(reader, reads(PHONE.text))
    reader.show(Scene())
    after = until(reader, lambda message: isinstance(message, Frame))
    assert [message.codes for message in after if isinstance(message, Frame)] == [()]


def test_an_idle_child_that_draws_as_fast_as_it_can_waits_and_is_not_taken_for_hung(until: Wait, closing: Keep) -> None:
    reader = reading(closing(Reader(Synthetic(fps=0))), until)
    reader.show(Scene())
    until(reader, lambda message: isinstance(message, Frame))
    frames, child = reader.stats.frames, reader.pid
    end = time.monotonic() + 2.5  # longer than the patience with a silent child
    while time.monotonic() < end:
        reader.wait(0.2)
        reader.tick()
    assert (reader.stats.frames, reader.pid) == (frames, child)


def test_a_text_that_cannot_be_drawn_is_said_and_the_child_lives_on(until: Wait, closing: Keep) -> None:
    reader = reading(closing(Reader(Synthetic(fps=0))), until)
    reader.show(Scene(Prop.LABEL, "汉字", "Code128"))
    (*_, end) = until(reader, lambda message: isinstance(message, SourceEnd))
    assert isinstance(end, SourceEnd)
    assert end.problem == Problem.SCENE_IMPOSSIBLE
    reader.show(PHONE)
    until(reader, reads(PHONE.text))


def test_the_child_ends_when_its_parent_is_killed() -> None:
    script = """
import sys
from kiosk.reader.reader import Reader
from kiosk.reader.sources import Synthetic
from kiosk.reader.wire import Prop, Scene
reader = Reader(Synthetic(fps=0)); reader.start()
while reader.sandbox is None:
    reader.wait(1); reader.poll()
reader.show(Scene(Prop.PAPER, "X"))
print(reader.pid, flush=True)
sys.stdin.read()
"""
    house = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=house, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        child = Path("/proc") / parent.stdout.readline().strip()
        assert child.exists()
        parent.kill()
        parent.wait()
    give_up = time.monotonic() + 60
    while child.exists() and "Z" not in (child / "stat").read_text().split()[2] and time.monotonic() < give_up:
        time.sleep(0.05)
    assert not child.exists() or "Z" in (child / "stat").read_text().split()[2]


def test_after_five_quick_deaths_it_waits(until: Wait, closing: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "command", lambda _wire: [sys.executable, "-I", "-c", "pass"])
    clock = SkippingClock()
    reader = closing(Reader(Synthetic(), clock=clock))
    reader.start()
    for _ in range(5):
        until(reader, lost)
    reader.tick()
    waiting = reader.pid is None
    monkeypatch.undo()
    clock.advance(1.5)
    reader.tick()
    assert (waiting, reader.pid is None) == (True, False)
    until(reader, started)


def test_a_camera_that_is_none_is_told(until: Wait, closing: Keep) -> None:
    reader = closing(Reader(Device(Path("/dev/null"))))
    reader.start()
    assert until(reader, lost)[-1] == Lost(Problem.CAMERA_MISSING)
    assert reader.problem == Problem.CAMERA_MISSING
    until(reader, lost)
    for _ in range(9):
        reader._lose(Problem.CAMERA_MISSING)
    assert reader._start_at is not None
    assert reader._start_at - Clock().monotonic() <= 4, "plugged in, it is back within five seconds"
    assert reader.state == State.LOST, "no matter how often it is tried: the screen must not say otherwise in between"


def test_a_folder_as_a_live_source_is_shown_again_and_again(
    tmp_path: Path, draw: Draw, until: Wait, closing: Keep
) -> None:
    (tmp_path / "1.png").write_bytes(draw("FIRST"))
    (tmp_path / "2.png").write_bytes(b"no picture")
    (tmp_path / "3.png").write_bytes(draw("SECOND"))
    paths = (*sorted(tmp_path.iterdir()), tmp_path / "gone.png")
    reader = closing(Reader(Pictures(paths, hold=0.3)))
    reader.start()
    for text in ("FIRST", "SECOND", "FIRST"):
        until(reader, reads(text))
    assert reader.stats.frames > 3, "each is held in view"
    assert reader.stats.codes == reader.stats.frames
    assert 0 < reader.stats.p50 <= reader.stats.p99


def test_a_live_source_of_pictures_that_are_none_says_so_once_each_and_rests(
    tmp_path: Path, until: Wait, closing: Keep
) -> None:
    paths = (tmp_path / "1.png", tmp_path / "2.png", tmp_path / "gone.png")
    for path in paths[:2]:
        path.write_text("no picture")
    reader = closing(Reader(Pictures(paths)))
    reader.start()
    seen = until(
        reader, lambda message: isinstance(message, SourceEnd) and message.source == 1
    )  # both may come at once
    assert [message for message in seen if isinstance(message, SourceEnd)] == [
        SourceEnd(number, 0, Problem.NOT_A_PICTURE) for number in range(2)
    ]
    end = time.monotonic() + 1
    while time.monotonic() < end:
        reader.wait(0.2)
        reader.tick()
        assert reader.poll() == []


def test_a_video_as_a_live_source_plays_again_and_again(video: Path, until: Wait, closing: Keep) -> None:
    reader = closing(Reader(Video(video)))
    reader.start()
    last = until(reader, lambda message: isinstance(message, Frame) and message.number == 25)[-1]
    assert isinstance(last, Frame)
    assert [code.untrusted_text for code in last.codes] == [b"IN A FILM"]


def test_a_video_that_is_not_there_cannot_be_started() -> None:
    reader = Reader(Video(Path("/nonexistent.mp4")))
    with pytest.raises(SourceFault) as fault:
        reader.start()
    assert "cannot be opened" in fault.value.sentence
    reader.close()


def test_the_parent_never_loads_a_decoder() -> None:
    script = """
import sys
import kiosk.reader.reader, kiosk.reader.reading, kiosk.reader.presence, kiosk.cli.read
from kiosk.reader.sources import Synthetic
with kiosk.reader.reader.Reader(Synthetic(fps=0)) as reader:
    while reader.stats.frames == 0:
        reader.wait(1)
        reader.poll()
pixels = {"cv2", "numpy", "zxingcpp", "pyzbar", "PySide6"} & {name.partition(".")[0] for name in sys.modules}
child_side = {"child", "work", "camera", "eyes", "grey", "cascade", "sandbox", "synthetic"}
print(sorted(pixels), sorted(child_side & {name.rpartition("kiosk.reader.")[2] for name in sys.modules}))
"""
    house = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=house, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[] []"


def test_it_starts_from_a_copy_anywhere_whatever_the_folder_and_the_environment(tmp_path: Path) -> None:
    """As installed: the package alone, far from the checkout, with hostile modules in the current folder."""
    house = Path(__file__).parents[2]
    installed = tmp_path / "installed"
    shutil.copytree(house / "kiosk", installed / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
    trap = tmp_path / "here"
    trap.mkdir()
    for name in ("json.py", "cv2.py", "kiosk.py"):
        (trap / name).write_text("raise SystemExit('a module of the current folder was loaded')")
    script = f"""
import os, sys; sys.path[:0] = [{str(installed)!r}]
os.environ["PYTHONPATH"] = {str(trap)!r}
import kiosk; assert kiosk.__file__.startswith({str(installed)!r})
from kiosk.reader.reader import Reader, Lost
from kiosk.reader.sources import Synthetic
with Reader(Synthetic(fps=0)) as reader:
    while reader.stats.frames == 0:
        reader.wait(1)
        assert not any(isinstance(message, Lost) for message in reader.poll())
print("read")
"""
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], cwd=trap, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "read", done.stderr
