"""Paints the screens whose pictures are kept, into a folder: a process of its own, so that nothing but this program and its fonts shows.

The windows are half as large as a real one of the same shape, which lays out alike and keeps the files small.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from kiosk.screens.desk_window import DeskWindow
from kiosk.screens.manner import Manner, Manners, Remembered
from kiosk.screens.palette import Look
from kiosk.screens.window import StationWindow
from kiosk.technician.samples import DEPOT, SAMPLES
from tests.screens.test_desk_window import BAR, NOON, PANELS

WIDE, HIGH = (640, 400), (540, 960)
PICTURES: dict[str, tuple[tuple[int, int], Manner]] = {
    "ready": (WIDE, Manner()),
    "found-three": (WIDE, Manner(look=Look.DARK)),
    "wrong-parcel": (HIGH, Manner("es")),
    "done": (WIDE, Manner("zh")),
    "typing-digits": (WIDE, Manner("ar", look=Look.YELLOW_ON_BLACK)),
    "refused-already-collected": (HIGH, Manner("ar")),
    "desk-called-nobody": (WIDE, Manner(look=Look.BLACK_ON_WHITE, large=True)),
}
"""Each sample, in which size and manner."""
DESK = "clerk-find"
ROUNDS = 4
"""Turns of the event loop: what follows a painting, such as a receipt's code, is painted, too."""


def main(folder: Path) -> None:
    application = QApplication([])

    def keep(window: QWidget, name: str) -> None:
        for _ in range(ROUNDS):
            application.processEvents()
        assert window.grab().save(str(folder / f"{name}.png"))

    samples = {sample.name: sample for sample in SAMPLES}
    for name, (size, manner) in PICTURES.items():
        manners = Manners(manner, Remembered(0))
        window = StationWindow(DEPOT, diagonal_inches=15.6, mounting="below", manners=manners)
        window.resize(*size)
        window.show()
        samples[name].show_in(window)
        keep(window, name)
    desk = DeskWindow(DEPOT, diagonal_inches=15.6)
    desk.resize(1280, 800)
    desk.show()
    desk.show_panel(PANELS["find"], BAR, NOON.date())
    keep(desk, DESK)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
