"""`python -m kiosk.app.probe`: starts Qt and prints what it says of itself as one JSON object; see `technician.doctor.qt`."""

import json
import math
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication, QRawFont, QScreen

from kiosk import ASSETS

SIGNS = {"Latin": "Aéñ", "Chinese": "包裹取", "Arabic": "طردش"}
"""Of each script that the screens speak."""
PIXELS = 16.0


def main() -> None:
    """Ask and print."""
    application = QGuiApplication(["kiosk"])
    paths = sorted((ASSETS / "fonts").glob("*.[ot]tf"))
    raw = [QRawFont(str(path), PIXELS) for path in paths]
    told = {
        "version": qVersion(),
        "platform": application.platformName(),
        "broken_fonts": [path.name for path in paths if QFontDatabase.addApplicationFont(str(path)) < 0],
        "scripts_missing": [script for script, signs in SIGNS.items() if not _written(raw, signs)],
        "panels": [_panel(screen) for screen in application.screens()],
    }
    json.dump(told, sys.stdout)


def _written(fonts: list[QRawFont], signs: str) -> bool:
    return all(any(font.isValid() and font.supportsCharacter(ord(sign)) for font in fonts) for sign in signs)


def _panel(screen: QScreen) -> dict[str, float]:
    pixels, size = screen.geometry(), screen.physicalSize()
    ratio = screen.devicePixelRatio()
    inches = math.hypot(size.width(), size.height()) / 25.4
    return {
        "width": round(pixels.width() * ratio),
        "height": round(pixels.height() * ratio),
        "inches": round(inches, 1),
    }


if __name__ == "__main__":
    main()
