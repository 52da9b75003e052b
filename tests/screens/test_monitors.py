"""Each window on its own monitor, full screen: on three real ones of a platform without a display, in a process of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.errors import SettingsFault
from kiosk.screens.monitors import assigned
from kiosk.settings import parse

_LEFT, _RIGHT, _BACK = "HDMI-A-1", "HDMI-A-2", "DP-1"
_MONITORS = [
    {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    for name, x, width, height in ((_LEFT, 0, 1080, 1920), (_RIGHT, 1080, 1080, 1920), (_BACK, 2160, 1920, 1080))
]
_STANDS = Path(__file__).with_name("three_monitors.py")


@pytest.mark.parametrize(
    ("wanted", "there", "expected"),
    [
        (["", ""], ["a", "b"], ["a", "b"]),
        (["", "", ""], ["a", "b"], ["a", "b", ""]),
        (["b", ""], ["a", "b"], ["b", "a"]),
        (["", "a"], ["a", "b"], ["b", "a"]),
        (["c", ""], ["a", "b"], ["c", "a"]),
        (["a", "b"], ["b"], ["a", "b"]),
        ([], ["a"], []),
    ],
)
def test_a_named_monitor_is_waited_for_and_the_others_take_what_is_free(
    wanted: list[str], there: list[str], expected: list[str]
) -> None:
    assert assigned(wanted, there) == expected


def test_each_window_fills_its_own_monitor_and_where_one_goes_no_other_moves(tmp_path: Path) -> None:
    plan = tmp_path / "monitors.json"
    plan.write_text(
        json.dumps({"synchronousWindowSystemEvents": False, "windowFrameMargins": False, "screens": _MONITORS})
    )
    done = subprocess.run(
        [sys.executable, _STANDS, str(tmp_path / "home")],
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={plan}"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    at_first, without_right, again = map(json.loads, done.stdout.splitlines())
    rooms = {one["name"]: [one["x"], one["y"], one["width"], one["height"]] for one in _MONITORS}
    everybody = {"left": [_RIGHT, rooms[_RIGHT]], "right": [_LEFT, rooms[_LEFT]], "desk": [_BACK, rooms[_BACK]]}
    assert at_first == again == everybody
    assert without_right == {"left": None} | {name: everybody[name] for name in ("right", "desk")}


def test_two_windows_cannot_name_one_monitor() -> None:
    station = '[[stations]]\nname = "{}"\nmonitor = "HDMI-A-1"\n'
    with pytest.raises(SettingsFault, match="name one monitor"):
        parse('[depot]\ntag = "7KQ2"\n' + station.format("left") + station.format("right"))
    with pytest.raises(SettingsFault, match="name one monitor"):
        parse('[depot]\ntag = "7KQ2"\n[desk]\nmonitor = "HDMI-A-1"\n' + station.format("left"))
