"""Settings of the home, and over them those of the file that KIOSK_SETTINGS names."""

from pathlib import Path

import pytest

from kiosk.errors import SettingsFault
from kiosk.settings import FILE, OVER, load

HOME = """
[depot]
tag = "7KQ2"
name = "Depot North"
[[stations]]
name = "1"
[[stations]]
name = "2"
"""


@pytest.fixture
def over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / FILE).write_text(HOME)
    monkeypatch.setenv(OVER, str(tmp_path / "over.toml"))
    return tmp_path / "over.toml"


def test_what_stands_in_the_other_file_wins_setting_by_setting(tmp_path: Path, over: Path) -> None:
    over.write_text('[depot]\nline = "5550"\n[retention]\ndispute_days = 60\n[[stations]]\nname = "left"\n')
    settings = load(tmp_path)
    assert (settings.depot.name, settings.depot.line, settings.retention.dispute_days) == ("Depot North", "5550", 60)
    assert [station.name for station in settings.stations] == ["left"], "a list is one setting"


def test_without_the_other_file_the_home_is_all(tmp_path: Path, over: Path) -> None:
    assert [station.name for station in load(tmp_path).stations] == ["1", "2"]


def test_what_is_wrong_in_the_other_file_is_told_too(tmp_path: Path, over: Path) -> None:
    over.write_text("[retention]\ndispute_days = 0\n")
    with pytest.raises(SettingsFault, match=r"retention\.dispute_days"):
        load(tmp_path)
