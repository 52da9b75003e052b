"""The one QApplication of this process, and whether there is a display for it."""

import os
import subprocess
import sys

from PySide6.QtWidgets import QApplication

_IN_MEMORY = {"offscreen", "minimal"}
"""Qt platforms that need no display."""
_TRY_DISPLAY = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def has_display() -> bool:
    """Whether windows can be shown: the environment names a display, and a process of its own gets through to it.

    Qt ends a process that cannot reach its display, so another one tries first.
    """
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return False
    if os.environ.get("QT_QPA_PLATFORM") in _IN_MEMORY:
        return True
    command = [sys.executable, "-I", "-c", _TRY_DISPLAY]
    try:
        tried = subprocess.run(command, capture_output=True, timeout=20, check=False)  # noqa: S603  # our own words
    except subprocess.TimeoutExpired:
        return False
    return tried.returncode == 0


def application(*, headless: bool) -> QApplication:
    """The one QApplication of this process; `headless` draws into memory only."""
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    standing = QApplication.instance()
    return standing if isinstance(standing, QApplication) else QApplication(["kiosk"])
