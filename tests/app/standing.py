"""A kiosk on the display of its environment, full screen; for each line on stdin it tells how it stands. Run by `test_stays.py`."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier

from kiosk.app import Kiosk, application
from kiosk.clock import Clock
from kiosk.settings import Depot, Settings
from kiosk.store import opened
from kiosk.technician.init import make_home

SETTINGS = Settings(Depot(tag="7KQ2"))


def main(home: Path) -> None:
    """Stand until stdin ends."""
    make_home(home, SETTINGS)
    application(headless=False)
    with opened(home) as store:
        kiosk = Kiosk(store, SETTINGS, Clock(), {}, headless=False)
        (stand,) = kiosk.stands
        at_desk: list[bool] = []
        stand.desk.opened.connect(lambda is_desk: at_desk.append(is_desk))  # noqa: PLW0108  # a signal has no names

        def tell() -> None:
            if not sys.stdin.readline():
                kiosk.quit()
                return
            handle, screen = stand.window.windowHandle(), kiosk.application.primaryScreen()
            told = {
                "shown": handle.isExposed() and stand.window.isVisible() and not stand.window.isMinimized(),
                "fills": stand.window.frameGeometry() == screen.geometry(),
                "above": kiosk.application.focusWindow() in {handle, None},
                "desk": any(at_desk),
                "windows": sum(one.isVisible() for one in kiosk.application.topLevelWidgets()),
                "state": str(stand.station.shown.state),
            }
            sys.stdout.write(json.dumps(told) + "\n")
            sys.stdout.flush()

        notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(tell)
        kiosk.start(full_screen=True)
        kiosk.run()
        kiosk.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
