"""What is looked at of the machine: each check with a fault planted, in a file of the kernel's or a library that is not there."""

import json
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.clock import SkippingClock
from kiosk.policy.retention import Reading, Seen
from kiosk.reader import process
from kiosk.reader.codec import encode
from kiosk.reader.wire import NAMES_OF_PROBES, Hello, SandboxReport
from kiosk.settings import Depot, Screen, Settings, Station
from kiosk.settings import Reader as ReaderSettings
from kiosk.store import Store
from kiosk.technician.doctor import examined as examining
from kiosk.technician.doctor import machine, reader, screen, trial
from kiosk.technician.doctor.clock import clock
from kiosk.technician.doctor.examined import Examined
from kiosk.technician.doctor.finding import Finding, Verdict
from kiosk.technician.doctor.qt import Qt, ask_qt
from kiosk.technician.doctor.trial import Rate
from kiosk.technician.init import DEMO_TAG
from tests.technician.conftest import TAG, plant, settle
from tests.technician.test_doctor_kept import opened, verdict

SETUP = Path(__file__).parents[2] / "packaging" / "setup.sh"


def test_the_libraries_are_those_of_the_set_up() -> None:
    listed = re.search(r"^libraries='\n(.*?)'", SETUP.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert listed
    assert dict(line.split() for line in listed[1].splitlines()) == machine.LIBRARIES


@pytest.mark.parametrize(("needed", "said"), [(True, Verdict.WANTING), (False, Verdict.LOOK)])
def test_a_library_that_is_missing(
    examined: Examined, monkeypatch: pytest.MonkeyPatch, needed: bool, said: Verdict
) -> None:
    monkeypatch.setattr(machine, "LIBRARIES", {"libc.so.6": "libc6", "libnothing.so.9": "libnothing9"})
    monkeypatch.setattr(machine, "NEEDED", {"libnothing.so.9"} if needed else set())
    found = machine.libraries(examined)
    assert verdict(found) is said
    assert found.fix == "Run: sudo apt-get install --no-install-recommends libnothing9"


def test_other_versions_than_were_tested(examined: Examined, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "requirements.lock"
    monkeypatch.setattr(machine, "LOCK", lock)
    assert verdict(machine.versions(examined)) is Verdict.LOOK
    lock.write_text("click==0.0.1 \\\n    --hash=sha256:00\n")
    assert "click" in machine.versions(examined).detail
    lock.write_text("absent==0.0.1\n")
    assert verdict(machine.versions(examined)) is Verdict.WELL
    monkeypatch.setattr(machine, "PYTHONS", ((4, 0), (4, 1)))
    assert verdict(machine.versions(examined)) is Verdict.WANTING


def test_qt_that_does_not_start(examined: Examined, monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(machine.qt(examined)) is Verdict.WELL
    del examined.__dict__["qt"]
    monkeypatch.setattr(examining, "ask_qt", lambda _: ask_qt("nonsense"))
    assert verdict(machine.qt(examined)) is Verdict.WANTING
    assert verdict(machine.fonts(examined)) is Verdict.WANTING


def test_a_font_that_does_not_load_and_a_script_without_one(examined: Examined, tmp_path: Path) -> None:
    fonts = tmp_path / "assets" / "fonts"
    fonts.mkdir(parents=True)
    fonts.joinpath("broken.ttf").write_bytes(b"no font")
    script = "import pathlib, sys, kiosk.app.probe as one; one.ASSETS = pathlib.Path(sys.argv[1]); one.main()"
    words = [sys.executable, "-c", script, str(fonts.parent)]
    told = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)
    assert told["broken_fonts"] == ["broken.ttf"]
    assert told["scripts_missing"] == ["Latin", "Chinese", "Arabic"]
    for broken, missing, said in (
        ((), (), Verdict.WELL),
        (("broken.ttf",), (), Verdict.WANTING),
        ((), ("Arabic",), Verdict.WANTING),
    ):
        examined.qt = Qt("6", "offscreen", broken, missing, ())
        assert verdict(machine.fonts(examined)) is said


def test_a_disk_that_fills_up(examined: Examined, monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(machine.disk(examined)) is not Verdict.WANTING
    monkeypatch.setattr(machine, "TIGHT", 1 << 60)
    assert verdict(machine.disk(examined)) is Verdict.LOOK
    monkeypatch.setattr(machine, "LITTLE", 1 << 60)
    assert verdict(machine.disk(examined)) is Verdict.WANTING
    assert verdict(machine.disk(Examined(Path("/nowhere/at/all")))) is Verdict.WANTING


def test_swap(examined: Examined, monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(machine.memory(examined)) is Verdict.ABSENT
    head = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"
    plant(examined, "proc/swaps", head)
    assert verdict(machine.memory(examined)) is Verdict.WELL
    plant(examined, "proc/swaps", f"{head}/dev/zram0 partition 100 0 -2\n")
    assert verdict(machine.memory(examined)) is Verdict.WELL
    plant(examined, "proc/swaps", f"{head}/dev/sda2 partition 100 0 -2\n")
    monkeypatch.setattr(machine, "getrlimit", lambda _: (1024, 1024))
    assert verdict(machine.memory(examined)) is Verdict.WANTING
    monkeypatch.setattr(machine, "getrlimit", lambda _: (1024, 1 << 40))
    assert verdict(machine.memory(examined)) is Verdict.LOOK
    plant(examined, "usr/lib/systemd/system/kiosk.service", "[Service]\nMemorySwapMax=0\n")
    assert verdict(machine.memory(examined)) is Verdict.WELL


def test_clocks_that_disagree(examined: Examined) -> None:
    assert isinstance(examined.clock, SkippingClock)
    assert "no clock that runs while it is off" in clock(examined).detail
    file = plant(examined, "sys/class/rtc/rtc0/since_epoch", f"{examined.clock.now().timestamp():.0f}\n")
    assert verdict(clock(examined)) is Verdict.WELL
    file.write_text(f"{examined.clock.now().timestamp() + 4000:.0f}\n")
    assert "66 min" in clock(examined).detail
    assert verdict(clock(examined)) is Verdict.WANTING


@pytest.mark.parametrize(("days", "fix"), [(-30, "erase --trust-clock"), (1, "timedatectl set-time")])
def test_a_clock_that_cannot_be_right(examined: Examined, days: int, fix: str) -> None:
    seen = examined.clock.now() + timedelta(days=days)
    assert isinstance(examined.store, Store)
    with opened(examined).transaction():
        opened(examined).erasure.see(Seen(Reading(seen), 0.0, "another boot"))
    found = clock(examined)
    assert verdict(found) is Verdict.WANTING
    assert fix in found.fix


def edid(inches: tuple[int, int]) -> bytes:
    """1920×1080 on so many centimetres."""
    content = bytearray(128)
    content[21:23] = inches
    content[56], content[58], content[59], content[61] = 1920 & 255, (1920 >> 8) << 4, 1080 & 255, (1080 >> 8) << 4
    return bytes(content)


def test_a_screen_of_another_size_than_the_settings_say(examined: Examined, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in screen.DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    assert verdict(screen.screen(examined)) is Verdict.WANTING
    plant(examined, "sys/class/drm/card0-DP-1/status", "disconnected\n")
    assert verdict(screen.screen(examined)) is Verdict.WANTING
    plant(examined, "sys/class/drm/card0-HDMI-A-1/status", "connected\n")
    plant(examined, "sys/class/drm/card0-HDMI-A-1/edid", edid((34, 19)))
    found = screen.screen(examined)
    assert found == Finding(ok=True, detail="1920×1080 on 15.3 inches.")
    settle(examined, Settings(Depot(tag=TAG), screen=Screen(diagonal_inches=24.0)))
    found = screen.screen(examined)
    assert verdict(found) is Verdict.WANTING
    assert "diagonal_inches = 15.3" in found.fix


def test_a_screen_that_no_finger_works(examined: Examined) -> None:
    assert verdict(screen.touch(examined)) is Verdict.WANTING
    for number, properties in enumerate(("0", "5", "1 0", "")):
        plant(examined, f"sys/class/input/event{number}/device/properties", f"{properties}\n")
    assert verdict(screen.touch(examined)) is Verdict.WANTING, "a mouse, a touchpad"
    plant(examined, "sys/class/input/event9/device/properties", "2\n")
    assert screen.touch(examined).detail == "1 touch panel."


def test_the_reader_reads_what_is_rendered(examined: Examined) -> None:
    assert verdict(reader.decode(examined)) is Verdict.WELL
    assert verdict(reader.sandbox(examined)) is Verdict.WELL
    settle(examined, Settings(Depot(tag=TAG), reader=ReaderSettings(require_sandbox=False)))
    assert "require_sandbox = true" in reader.sandbox(examined).fix


def test_a_code_that_is_not_read(examined: Examined, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "FRAMES", 1)  # in the first one things are on their way in
    found = reader.decode(examined)
    assert verdict(found) is Verdict.WANTING
    assert found.detail.startswith("0 of 4")


def says(monkeypatch: pytest.MonkeyPatch, report: SandboxReport) -> None:
    """A child that shuts itself in so far and no further, and has no more to say."""
    words = (encode(Hello()) + encode(report)).hex()
    script = f"import os, sys, time; os.write(int(sys.argv[1]), bytes.fromhex('{words}')); time.sleep(60)"

    def command(wire: int) -> list[str]:
        return [sys.executable, "-I", "-c", script, str(wire)]

    monkeypatch.setattr(process, "command", command)


def test_a_reader_that_is_not_shut_in(examined: Examined, monkeypatch: pytest.MonkeyPatch) -> None:
    says(monkeypatch, SandboxReport(True, True, dict.fromkeys(NAMES_OF_PROBES, True) | {"socket": False}))
    found = reader.sandbox(examined)
    assert verdict(found) is Verdict.WANTING
    assert "open sockets" in found.detail
    assert "kiosk doctor" not in found.fix, "that is where we are"
    assert verdict(reader.decode(examined)) is Verdict.WANTING


def test_a_child_that_dies(examined: Examined, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "command", lambda _wire: [sys.executable, "-c", "raise SystemExit(1)"])
    assert verdict(reader.decode(examined)) is Verdict.WANTING
    assert verdict(reader.sandbox(examined)) is Verdict.WANTING


def stations(*cameras: str, tag: str = TAG) -> Settings:
    return Settings(Depot(tag=tag), tuple(Station(str(number), one) for number, one in enumerate(cameras, 1)))


def test_a_station_without_a_camera_and_one_whose_camera_is_unplugged(examined: Examined) -> None:
    settle(examined, stations(""))
    found = reader.camera(examined)
    assert verdict(found) is Verdict.WANTING
    assert "no camera" in found.detail
    plant(examined, "dev/v4l/by-id/usb-Maker_Camera-video-index0", "")
    assert 'camera = "/dev/v4l/by-id/usb-Maker_Camera-video-index0"' in reader.camera(examined).fix
    settle(examined, stations("", "/dev/v4l/by-id/nothing-video-index0"))
    assert "Station 2: its camera is not plugged in." in reader.camera(examined).detail
    settle(examined, stations("", tag=DEMO_TAG))
    assert verdict(reader.camera(examined)) is Verdict.WELL


def test_a_camera_that_gives_no_pictures(examined: Examined, tmp_path: Path) -> None:
    file = tmp_path / "no camera"
    file.touch()
    settle(examined, stations(str(file)))
    found = reader.camera(examined)
    assert verdict(found) is Verdict.WANTING
    assert "gives no pictures" in found.detail


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (Rate(30, 1280, 720, 120), Verdict.WELL),
        (Rate(7.5, 1280, 720, 120), Verdict.WANTING),
        (Rate(30, 1280, 720, 4), Verdict.LOOK),
        (Rate(30, 640, 480, 120), Verdict.LOOK),
    ],
)
def test_what_a_camera_gives(rate: Rate, said: Verdict) -> None:
    assert verdict(reader._rated(rate)) is said
