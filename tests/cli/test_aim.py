"""`kiosk aim`: the synthetic sheet through the real child, pictures of it near, far and blurred, and everything that is no camera."""

import json
from pathlib import Path

import cv2
import pytest

from kiosk.codes.sheet_code import BARS, SQUARES
from kiosk.reader.synthetic import SyntheticCamera
from kiosk.reader.wire import Prop, Scene
from kiosk.store.lock import serving
from tests.cli.conftest import Run

KEYS = [
    "good", "turn", "frames_per_second", "ms", "width", "height", "brightness", "contrast", "sharpness", "glare", "pixels_per_mm", "codes",
]  # fmt: skip


def taken(path: Path, scale: float, *, sigma: float = 0.0) -> Path:
    """A picture of the sheet at 5 pixels a mm times the scale, out of focus where `sigma` (pixels) says so."""
    camera = SyntheticCamera(1, 0.0)
    camera.show(Scene(Prop.SHEET, scale=scale, tilt=0.1, shake=0.0))
    frame = [camera.frame() for _ in range(12)][-1]
    cv2.imwrite(str(path), cv2.GaussianBlur(frame, (0, 0), sigma) if sigma else frame)
    return path


def test_one_reading_of_the_synthetic_sheet_and_nothing_is_kept(run: Run, kiosk_home: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in kiosk_home.rglob("*")}
    done = run("aim", "--camera", "synthetic", "--json")
    told = json.loads(done.stdout)
    assert list(told) == KEYS
    assert told["pixels_per_mm"] == pytest.approx(5.0, rel=0.03)
    assert done.exit_code == (0 if told["good"] else 1)
    assert told["good"] is (told["turn"] == "good")
    read = {(one["symbology"], one["tenths_mm"]) for one in told["codes"]}
    assert read >= {("QRCode", one) for one in SQUARES if one >= 5}
    assert read & {("Code128", one) for one in BARS}
    assert told["turn"] in {"good", "slow"}, "a busy machine is slow"
    for one in told["codes"]:
        assert one["pixels_per_module"] == pytest.approx(one["tenths_mm"] / 10 * 5.0, rel=0.1)
    assert {path: path.stat().st_mtime_ns for path in kiosk_home.rglob("*")} == before


@pytest.mark.parametrize(
    ("scale", "sigma", "turn"), [(0.6, 0.0, "closer"), (1.0, 3.2, "focus"), (1.0, 12.0, "no_sheet")]
)
def test_a_sheet_too_far_away_and_one_out_of_focus(
    run: Run, tmp_path: Path, scale: float, sigma: float, turn: str
) -> None:
    done = run("aim", "--camera", taken(tmp_path / "sheet.png", scale, sigma=sigma), "--json")
    told = json.loads(done.stdout)
    assert told["turn"] == turn
    assert done.exit_code == 1
    assert done.stderr.strip()


def test_people_get_a_drawing_and_one_sentence(run: Run) -> None:
    done = run("aim", "--camera", "synthetic")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("┌")
    assert done.stdout.count("■") >= 5
    assert "pixels a mm" in done.stdout


def test_what_is_no_camera(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    for words, said in (
        (("aim",), "has no camera"),
        (("aim", "--station", "9"), "no station of that name"),
        (("aim", "--camera", "/dev/video99"), "no camera at"),
        (("aim", "--camera", tmp_path / "none.png"), "nothing to read"),
        (("aim", "--home", tmp_path / "nowhere"), "There is no kiosk"),
    ):
        done = run(*words)
        assert (done.exit_code, done.stdout) == (1, "")
        assert said in done.stderr
    with serving(kiosk_home):
        assert "technician's badge" in run("aim").stderr
