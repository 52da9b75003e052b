"""What a path means, found without opening a picture."""

import os
from pathlib import Path

import pytest

from kiosk.errors import SourceFault
from kiosk.reader.sources import Device, Pictures, Video, source_from


def test_a_folder_is_walked_in_the_order_a_person_counts(tmp_path: Path) -> None:
    for name in ("10.png", "2.PNG", "a/3.jpg", "b/1.webp", "notes.txt", "a/3.jpg.txt", ".hidden"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    source = source_from(str(tmp_path))
    assert isinstance(source, Pictures)
    assert [str(path.relative_to(tmp_path)) for path in source.paths] == ["2.PNG", "10.png", "a/3.jpg", "b/1.webp"]


def test_names_of_any_kind_sort_together(tmp_path: Path) -> None:
    for name in ("1.png", "a.png", "1a.png", "²3.png", "9" * 40 + ".png", "-.png"):
        (tmp_path / name).touch()
    source = source_from(str(tmp_path))
    assert isinstance(source, Pictures)
    assert len(source.paths) == 6


def test_a_circle_of_links_is_no_trap(tmp_path: Path) -> None:
    (tmp_path / "1.png").touch()
    (tmp_path / "round").symlink_to(tmp_path)
    assert source_from(str(tmp_path)) == Pictures((tmp_path / "1.png",))


def test_a_file_is_a_picture_unless_its_name_says_video(tmp_path: Path) -> None:
    for name in ("film.MP4", "picture.png", "anything"):
        (tmp_path / name).touch()
    assert source_from(str(tmp_path / "film.MP4")) == Video(tmp_path / "film.MP4")
    assert source_from(str(tmp_path / "picture.png")) == Pictures((tmp_path / "picture.png",))
    assert source_from(str(tmp_path / "anything")) == Pictures((tmp_path / "anything",))


def test_a_device_is_a_camera() -> None:
    assert source_from("/dev/null") == Device(Path("/dev/null"))


def test_what_is_not_there_is_told_with_what_to_do(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()
    for name, words in (
        ("/dev/video99", "Plug it in"),
        (str(tmp_path / "gone.png"), "Check the name"),
        (str(tmp_path / "empty"), "no picture"),
        (str(tmp_path / "pipe"), "neither"),
    ):
        with pytest.raises(SourceFault) as fault:
            source_from(name)
        assert words in fault.value.sentence
