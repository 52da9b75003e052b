"""Pictures of a few screens are kept; one that looks otherwise fails. A wanted change: look at it, then `pytest --accept-pictures`.

Letters come from our own fonts by the rasteriser in Qt's wheel, and fontconfig is given nothing to say, so a picture is the same on every
machine; the processor's way of blending may round a colour otherwise by a step or two, no more. Another version of Qt than a picture
was kept with may set a letter a fraction of a pixel aside: then blocks are compared, in which a moved or missing part still shows.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import qVersion

from tests.screens.golden import DESK, PICTURES

KEPT = Path(__file__).with_name("pictures")
KEPT_WITH = KEPT / "qt-version"
ROUNDING = 2
"""Levels of 255 by which a colour may differ."""
BLOCK, ASIDE = 20, 24.0
"""Pixels a side, and levels by which the mean of such a block may differ with another version of Qt."""
_PLAIN = '<?xml version="1.0"?><fontconfig><cachedir>{}</cachedir></fontconfig>'
Picture = NDArray[np.int16]


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("painted")
    plain = folder / "fonts.conf"
    plain.write_text(_PLAIN.format(folder), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "FONTCONFIG_FILE": str(plain), "QT_SCALE_FACTOR": "1"}
    command = [sys.executable, "-m", "tests.screens.golden", str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("name", [*PICTURES, DESK])
def test_a_screen_looks_as_its_picture(painted: Path, name: str, request: pytest.FixtureRequest) -> None:
    new, kept = painted / f"{name}.png", KEPT / f"{name}.png"
    if request.config.getoption("--accept-pictures"):
        KEPT.mkdir(exist_ok=True)
        shutil.copy(new, kept)
        KEPT_WITH.write_text(f"{qVersion()}\n", encoding="ascii")
        pytest.skip("accepted")
    same_qt = KEPT_WITH.read_text(encoding="ascii").strip() == qVersion()
    how = f"Compare {new} with {kept}. Is it wanted? Then: pytest tests/screens/test_pictures.py --accept-pictures"
    assert alike(opened(new), opened(kept), same_qt=same_qt), how


def test_what_is_alike_and_what_is_not() -> None:
    one = np.full((40, 60, 3), 200, np.int16)
    rounded, moved, lost = one + ROUNDING, one.copy(), one.copy()
    moved[10:12, 10:12] -= 80  # as much as a letter's edge
    lost[:20, :20] -= 80
    assert alike(one, rounded, same_qt=True)
    assert not alike(one, moved, same_qt=True)
    assert alike(one, moved, same_qt=False)
    assert not alike(one, lost, same_qt=False)
    assert not alike(one, one[:, :40], same_qt=False)


def opened(path: Path) -> Picture:
    picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
    assert picture is not None, path
    return picture.astype(np.int16)


def alike(one: Picture, other: Picture, *, same_qt: bool) -> bool:
    if one.shape != other.shape:
        return False
    if same_qt:
        return bool(np.abs(one - other).max() <= ROUNDING)
    height, width, _ = one.shape
    apart = (one - other)[: height // BLOCK * BLOCK, : width // BLOCK * BLOCK].astype(np.float64)
    blocks = apart.reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK, 3).mean(axis=(1, 3))
    return bool(np.abs(blocks).max() <= ASIDE)
