"""Paints one chapter of the picture book, in a process of its own: a folder, the chapter as JSON, and words that say which pictures."""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from kiosk.app import application, save_picture
from kiosk.desk.counter.panel import Do
from kiosk.screens.desk_window import DeskWindow
from kiosk.screens.manner import Manner, Manners, Remembered
from kiosk.screens.parts import Button
from kiosk.screens.window import StationWindow
from kiosk.technician.book import SIZES, Chapter, wanted
from kiosk.technician.desk_tour import DeskSample, tour
from kiosk.technician.samples import DEPOT, SAMPLES

ROUNDS = 4
"""Turns of the event loop until a screen is whole: what follows a painting, such as a receipt's code, is painted, too."""

Window = StationWindow | DeskWindow
Taken = tuple[str, Window]


def main(folder: Path, chapter: Chapter, only: Sequence[str]) -> list[str]:
    """The paths of the pictures painted. Raises `KioskFault`."""
    events = application(headless=True)
    painted = list[str]()
    for size in SIZES:

        def is_wanted(name: str, size: str = size) -> bool:
            return wanted(_path(chapter, size, name), only)

        for name, window in _screens(chapter, size, is_wanted):
            for _ in range(ROUNDS):
                events.processEvents()
            path = _path(chapter, size, name)
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            save_picture(window, folder / path)
            painted.append(path)
    return painted


def _path(chapter: Chapter, size: str, name: str) -> str:
    return f"{chapter.language}/{chapter.name}/{size}/{name}.png"


def _screens(chapter: Chapter, size: str, is_wanted: Callable[[str], bool]) -> Iterator[Taken]:
    """Each wanted screen, shown."""
    yield from _customers(chapter, size, is_wanted)
    if chapter.manner == Manner(chapter.language):  # the desk has one look
        yield from _desks(chapter.language, size, is_wanted)


def _customers(chapter: Chapter, size: str, is_wanted: Callable[[str], bool]) -> Iterator[Taken]:
    width, height, inches = SIZES[size]
    manners = Manners(chapter.manner, Remembered(0))
    window = StationWindow(DEPOT, diagonal_inches=inches, mounting="below", manners=manners)
    window.resize(width, height)
    window.show()
    for sample in SAMPLES:
        if is_wanted(sample.name):
            sample.show_in(window)
            yield sample.name, window
    window.close()


def _desks(language: str, size: str, is_wanted: Callable[[str], bool]) -> Iterator[Taken]:
    width, height, inches = SIZES[size]
    for sample in _tour():
        if not is_wanted(sample.name):
            continue
        window = DeskWindow(DEPOT, diagonal_inches=inches, language=language)
        window.resize(width, height)
        window.show()
        window.show_panel(sample.panel, sample.bar, sample.today)
        if sample.keys:
            next(button for button in window.findChildren(Button) if button.sends is Do.KEYS).click()
        yield sample.name, window
        window.close()


@cache
def _tour() -> list[DeskSample]:
    with tempfile.TemporaryDirectory(prefix="kiosk-book-") as home:
        return tour(Path(home))


if __name__ == "__main__":
    json.dump(main(Path(sys.argv[1]), Chapter(**json.loads(sys.argv[2])), sys.argv[3:]), sys.stdout)
