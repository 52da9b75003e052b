"""A window that fills its screen and stays there: no key and no gesture closes it, makes it small or leads out of it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget


class _Stays(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the window system asks on somebody's behalf is not done; what the program itself does, is."""
        if event.type() is QEvent.Type.Close and event.spontaneous():
            event.ignore()
            return True
        if event.type() is QEvent.Type.WindowStateChange and isinstance(watched, QWidget) and _is_less(watched):
            # Once the window system is done with what it was asked for.
            QTimer.singleShot(0, watched, lambda: watched.setWindowState(Qt.WindowState.WindowFullScreen))
        return False


def _is_less(window: QWidget) -> bool:
    return window.windowState() & ~Qt.WindowState.WindowActive != Qt.WindowState.WindowFullScreen


def fill_screen(window: QWidget, *, cursor: bool = False) -> None:
    """Show a window on all of its screen, for good; without a mouse there is no `cursor`."""
    if not cursor:
        window.setCursor(Qt.CursorShape.BlankCursor)
    window.installEventFilter(_Stays(window))
    window.showFullScreen()
