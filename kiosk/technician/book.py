"""The picture book: every screen, customers' and desk's, in every language, look and size, and a page to leaf through them.

Each chapter is painted by a process of its own, without a display and never of a kiosk that serves: samples stand in for customers.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from kiosk import ASSETS
from kiosk.errors import KioskFault
from kiosk.screens.language import LANGUAGES
from kiosk.screens.manner import Manner
from kiosk.screens.palette import Look

SIZES = {"1920x1080": (1920, 1080, 15.6), "1080x1920": (1080, 1920, 21.5), "1280x800": (1280, 800, 10.1)}
"""Pixels across, pixels down, inches of the diagonal."""
PAGE = "index.html"
_PLACE = "/* the pictures */ []"
"""Where the page's list of pictures goes."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """All screens in one language and one look."""

    language: str
    look: str
    large: bool = False
    low: bool = False

    @property
    def name(self) -> str:
        """How its folder is called."""
        return f"{self.look.replace('_', '-')}{'-large' if self.large else ''}{'-low' if self.low else ''}"

    @property
    def manner(self) -> Manner:
        """As the screens have it."""
        return Manner(self.language, self.large, Look(self.look), reach=self.low)


@dataclass(frozen=True, slots=True)
class Book:
    """What came of it."""

    page: Path
    pictures: int
    seconds: float


def chapters(only: Sequence[str] = ()) -> list[Chapter]:
    """Each language in each look, and on paper in large text and with the controls low; without those that `only` leaves out."""
    manners = [*((look, False, False) for look in Look), (Look.PAPER, True, False), (Look.PAPER, False, True)]
    every = [Chapter(language, *manner) for language in LANGUAGES for manner in manners]
    others = {word for one in every for word in (one.language, one.name)}.intersection(only)
    return [one for one in every if others <= {one.language, one.name}]


def wanted(path: str, only: Sequence[str]) -> bool:
    """Whether a picture is asked for: each word is its language, look or size, or begins its screen's name; no word asks for all."""
    *folders, name = path.removesuffix(".png").split("/")
    return all(word in folders or name.startswith(word) for word in only)


def paint(folder: Path, *, only: Sequence[str], told: Callable[[str, int, int], None]) -> Book:
    """Paint the book into a folder; `told` hears each chapter that is done, its number and how many. Raises `KioskFault`."""
    began, every = perf_counter(), chapters(only)
    folder.mkdir(parents=True, exist_ok=True)
    pictures = list[str]()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        painted = pool.map(lambda chapter: _painted(folder, chapter, only), every)
        for number, (chapter, names) in enumerate(zip(every, painted, strict=True), 1):
            told(f"{chapter.language} {chapter.name}", number, len(every))
            pictures += names
    if not pictures:
        raise KioskFault(
            "No screen is called so. Name a language, a look, a size, or the first letters of a screen's name."
        )
    page = (ASSETS / "book" / PAGE).read_text(encoding="utf-8")
    (folder / PAGE).write_text(page.replace(_PLACE, json.dumps(pictures)), encoding="utf-8")
    return Book(folder / PAGE, len(pictures), perf_counter() - began)


def _painted(folder: Path, chapter: Chapter, only: Sequence[str]) -> list[str]:
    """One chapter's pictures, as paths in the folder."""
    words = [sys.executable, "-m", "kiosk.technician.book_job", str(folder), json.dumps(asdict(chapter)), *only]
    done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603  # ourselves
    if done.returncode:
        raise KioskFault("The book stopped before its end. See whether the disk is full and who may write there.")
    names: list[str] = json.loads(done.stdout)
    return names
