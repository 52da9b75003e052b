"""Key chords and gestures at the full-screen window, on a real X server with a window manager that would obey them: the kiosk stays."""

import itertools
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SERVER, SENDER = shutil.which("Xvfb"), shutil.which("xdotool")
WINDOWS = shutil.which("openbox")
WIDE, HIGH = 1280, 800
GIVE_UP = 30.0

BINDINGS = {
    "A-F4": "Close",
    "C-q": "Close",
    "C-w": "Close",
    "W-q": "Close",
    "W-m": "Iconify",
    "A-F9": "Iconify",
    "A-F10": "ToggleMaximize",
    "A-F5": "Unmaximize",
    "F11": "ToggleFullscreen",
    "A-F11": "ToggleFullscreen",
    "A-Escape": "Lower",
    "A-Tab": "NextWindow",
    "W-r": "Resize",
    "A-F8": "Resize",
    "A-F7": "Move",
    "W-u": "ToggleShade",
}
"""What people know from their own machines, and what the window manager does then."""

MODIFIERS = ["", "alt", "ctrl", "shift", "super", "ctrl+alt", "ctrl+shift", "alt+shift"]
KEYS = [f"F{n}" for n in range(1, 13)]
KEYS += ["Escape", "Tab", "space", "Return", "BackSpace", "Delete", "Insert", "Home", "End", "Prior", "Left", "Up"]
KEYS += ["Menu", "Print", "Pause", "XF86PowerOff", "XF86Sleep", *"acdefhilmnopqrstuvwxz"]


def chords(count: int) -> list[str]:
    """Those that a window manager listens to, and others drawn by chance, always the same."""
    every = ["+".join(filter(None, one)) for one in itertools.product(MODIFIERS, KEYS)]
    known = ["alt+F4", "ctrl+q", "ctrl+w", "super+q", "super+m", "alt+F9", "alt+F10", "alt+F5", "F11", "alt+F11"]
    known += ["alt+Escape", "alt+Tab", "super+r", "alt+F8", "alt+F7", "super+u"]
    rest = [one for one in every if one not in known]
    return known + random.Random(1).sample(rest, count - len(known))


GESTURES = [
    "mousemove 0 0 click 3",
    "mousemove 1279 799 click --repeat 2 --delay 30 1",
    "mousemove 640 799 mousedown 1 mousemove 640 200 mouseup 1",
    "mousemove 640 0 mousedown 1 mousemove 640 600 mouseup 1",
    "mousemove 0 400 mousedown 1 mousemove 900 400 mouseup 1",
    "mousemove 1279 400 mousedown 1 mousemove 300 400 mouseup 1",
    "mousemove 640 400 click 2",
    "mousemove 640 400 click --repeat 5 --delay 10 4",
    "mousemove 640 400 click --repeat 5 --delay 10 5",
    "keydown alt mousemove 300 300 mousedown 1 mousemove 900 700 mouseup 1 keyup alt",
    "keydown alt mousemove 300 300 mousedown 3 mousemove 900 700 mouseup 3 keyup alt",
    "mousemove 20 20 mousedown 1 sleep 1.2 mouseup 1",
]


class Display:
    """An X server in memory, its window manager, and the kiosk on it."""

    def __init__(self, folder: Path, ending: ExitStack) -> None:
        self._folder = folder
        self._ending = ending
        self._environment = {**os.environ, "DISPLAY": self._serve(), "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        keys = "".join(f'<keybind key="{key}"><action name="{action}"/></keybind>' for key, action in BINDINGS.items())
        mouse = '<context name="Frame"><mousebind button="A-Left" action="Drag"><action name="Move"/></mousebind>'
        mouse += '<mousebind button="A-Right" action="Drag"><action name="Resize"/></mousebind></context>'
        config = folder / "rc.xml"
        config.write_text(
            f'<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard>{keys}</keyboard><mouse>{mouse}</mouse></openbox_config>'
        )
        self._start([str(WINDOWS), "--sm-disable", "--config-file", str(config)])

    def _serve(self) -> str:
        read, write = os.pipe()
        command = [str(SERVER), "-displayfd", str(write), "-screen", "0", f"{WIDE}x{HIGH}x24", "-nolisten", "tcp"]
        server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        self._ending.callback(_end, server)
        os.close(write)
        with os.fdopen(read) as told:
            return f":{told.readline().strip()}"

    def _start(self, command: list[str]) -> None:
        program = subprocess.Popen(command, env=self._environment, stderr=subprocess.DEVNULL)
        self._ending.callback(_end, program)

    def kiosk(self) -> "subprocess.Popen[str]":
        """The kiosk, once it fills the screen."""
        command = [sys.executable, str(Path(__file__).with_name("standing.py")), str(self._folder / "home")]
        pipe = subprocess.PIPE
        kiosk = subprocess.Popen(command, env=self._environment, stdin=pipe, stdout=pipe, text=True)
        self._ending.callback(_end, kiosk)
        return kiosk

    def send(self, words: str) -> None:
        """Chord or gesture, as xdotool takes it."""
        subprocess.run([str(SENDER), *words.split()], env=self._environment, check=False, timeout=GIVE_UP)


def _end(program: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> None:
    program.kill()
    program.wait()
    for pipe in (program.stdin, program.stdout):
        if pipe is not None:
            pipe.close()


@pytest.fixture
def display(tmp_path: Path) -> Iterator[Display]:
    missing = [name for name, found in (("Xvfb", SERVER), ("xdotool", SENDER), ("openbox", WINDOWS)) if not found]
    if missing:
        pytest.skip(f"needs {', '.join(missing)} (Debian: xvfb xdotool openbox)")
    with ExitStack() as ending:
        yield Display(tmp_path, ending)


def stands(kiosk: "subprocess.Popen[str]") -> dict[str, object]:
    assert kiosk.stdin is not None
    assert kiosk.stdout is not None
    assert kiosk.poll() is None, "the kiosk is gone"
    kiosk.stdin.write("\n")
    kiosk.stdin.flush()
    told: dict[str, object] = json.loads(kiosk.stdout.readline())
    return told


def stays(kiosk: "subprocess.Popen[str]", after: str) -> None:
    """It may take a moment to be back; it is back."""
    wanted = {"shown": True, "fills": True, "above": True, "desk": False, "windows": 1}
    begun = time.monotonic()
    while (told := stands(kiosk)) | wanted != told:
        assert time.monotonic() - begun < GIVE_UP, f"after {after}: {told}"
        time.sleep(0.02)


@pytest.mark.parametrize("count", [60, pytest.param(300, marks=pytest.mark.long)])
def test_no_chord_and_no_gesture_closes_hides_or_leaves_it_or_reaches_the_desk(display: Display, count: int) -> None:
    kiosk = display.kiosk()
    stays(kiosk, "its start")
    for chord in chords(count - len(GESTURES)):
        display.send(f"key --clearmodifiers {chord}")
        stays(kiosk, chord)
    for gesture in GESTURES:
        display.send(gesture)
        stays(kiosk, gesture)
