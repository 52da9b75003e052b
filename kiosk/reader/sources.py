"""Where frames come from, as the parent names them. Nothing here opens a picture."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import SourceFault

_PICTURES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".jpe",
    ".jp2",
    ".gif",
    ".webp",
    ".bmp",
    ".dib",
    ".tif",
    ".tiff",
    ".ppm",
    ".pgm",
    ".pbm",
    ".avif",
)
_VIDEOS = (".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".mpg", ".mpeg", ".ts", ".3gp", ".ogv", ".wmv", ".flv")


@dataclass(frozen=True)
class Device:
    """A V4L2 camera, best by its lasting name under /dev/v4l/by-id. Exposure and focus of 0 are the camera's own choice."""

    path: Path
    exposure_ms: int = 0
    focus: int = 0  # 1 far … 100 near


@dataclass(frozen=True)
class Pictures:
    """Picture files. As a live source each is held in view for `hold` seconds, then the next, then again from the first."""

    paths: tuple[Path, ...]
    hold: float = 2.0


@dataclass(frozen=True)
class Video:
    """A video file. As a live source it plays at its own pace, again and again."""

    path: Path


@dataclass(frozen=True)
class Synthetic:
    """The synthetic camera; `fps` 0 gives frames as fast as they can be made."""

    seed: int = 0
    fps: float = 20.0


Source = Device | Pictures | Video | Synthetic


def source_from(text: str) -> Device | Pictures | Video:
    """The source that a person means by a path. Raises SourceFault where nothing is there or a folder holds no picture."""
    path = Path(text)
    try:
        mode = path.stat().st_mode
    except OSError:
        if text.startswith("/dev/"):
            raise SourceFault(
                f"There is no camera at {text}. Plug it in, or see which are there: ls /dev/v4l/by-id"
            ) from None
        raise SourceFault(f"There is nothing to read at {text}. Check the name.") from None
    if stat.S_ISCHR(mode):
        return Device(path)
    if stat.S_ISDIR(mode):
        paths = tuple(pictures_in(path))
        if not paths:
            raise SourceFault(f"There is no picture in {text}. Name a folder that holds pictures.")
        return Pictures(paths)
    if not stat.S_ISREG(mode):
        raise SourceFault(f"{text} is neither a picture, a folder, a video nor a camera.")
    return Video(path) if path.suffix.lower() in _VIDEOS else Pictures((path,))


def pictures_in(folder: Path) -> Iterator[Path]:
    """The picture files in a folder and the folders in it, in the order in which a person counts: 2 before 10."""
    for here, folders, names in os.walk(folder):
        folders.sort(key=_as_counted)
        for name in sorted(names, key=_as_counted):
            if Path(name).suffix.lower() in _PICTURES:
                yield Path(here, name)


def _as_counted(name: str) -> list[tuple[int, int | str]]:
    parts = re.split(r"(\d{1,18})", name.casefold())
    return [(0, int(part)) if index % 2 else (1, part) for index, part in enumerate(parts)]
