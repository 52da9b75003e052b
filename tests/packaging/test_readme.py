"""README's generated parts are those of today, and each picture it shows is there."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_generated_parts_are_fresh() -> None:
    script = [sys.executable, str(ROOT / "packaging" / "readme"), "--check"]
    checked = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_each_picture_and_file_is_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    names = [name for name in re.findall(r"\]\(([^)]+)\)", text) if "://" not in name]
    assert names
    assert [name for name in names if not (ROOT / name).exists()] == []
