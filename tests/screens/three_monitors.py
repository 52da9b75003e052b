"""A kiosk with two stations and a desk on three monitors; says as JSON where each window is, before and after one went and came back."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import Kiosk
from kiosk.clock import Clock
from kiosk.screens.monitors import Monitors, Seat
from kiosk.settings import Depot, Settings, Station
from kiosk.store import opened
from kiosk.technician.init import make_home

SETTINGS = Settings(Depot(tag="7KQ2"), stations=(Station("left", monitor="HDMI-A-2"), Station("right")))


def main(home: Path) -> None:
    application = QApplication([])
    make_home(home, SETTINGS)
    with opened(home) as store:
        kiosk = Kiosk(store, SETTINGS, Clock(), {}, headless=True, desk=True)
        kiosk.start(full_screen=True)
        assert kiosk.desk is not None
        windows = {stand.station.name: stand.window for stand in kiosk.stands} | {"desk": kiosk.desk.window}
        gone = list[str]()

        def there() -> Sequence[QScreen]:
            return [screen for screen in QGuiApplication.screens() if screen.name() not in gone]

        named = {one.name: one.monitor for one in SETTINGS.stations}
        monitors = Monitors([Seat(name, window, named.get(name, "")) for name, window in windows.items()], there=there)

        def tell() -> None:
            application.processEvents()
            seats = {
                name: [window.screen().name(), _box(window)] if window.isVisible() else None
                for name, window in windows.items()
            }
            print(json.dumps(seats))  # noqa: T201  # it is asked for

        tell()
        for went in ([SETTINGS.stations[0].monitor], []):
            gone[:] = went
            monitors.place()
            tell()
        kiosk.stop()


def _box(window: QWidget) -> tuple[int, int, int, int]:
    return window.x(), window.y(), window.width(), window.height()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
