"""The hand scanner that types, on the Qt side: strokes are held back from every window until it is clear who struck them.

Key strokes go to the window that has the focus, so whichever has it is watched. Strokes are judged by the time at which the system saw
them, not by the time at which a busy program got round to them.
"""

import time

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from kiosk.codes.wedge import Outcome, Scanned, Typed, Wedge

_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
}
"""They write nothing, and are neither held nor part of a code."""

Stroke = tuple[QWindow, QKeyEvent]


class HandScanner(QObject):
    """Watches the key strokes of a program's windows."""

    scanned = Signal(str)
    """A whole code, as untrusted as what a camera sees."""

    def __init__(self, *, prefix: str, suffix: str, gap_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wedge: Wedge[Stroke] = Wedge(prefix=prefix, suffix=suffix, gap_ms=gap_ms)
        self._gap = gap_ms
        self._struck = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pause)

    def start(self, application: QGuiApplication) -> None:
        """Watch whatever window has the focus, from now on."""
        application.focusWindowChanged.connect(self.watch)
        self.watch(application.focusWindow())

    def watch(self, window: QWindow | None) -> None:
        """Watch a window, once however often it is said."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold strokes back; what is given back later is not spontaneous and passes."""
        if not (isinstance(event, QKeyEvent) and isinstance(watched, QWindow) and event.spontaneous()):
            return False
        if event.key() in _MODIFIERS:
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride:
                if self._wedge.running:
                    event.accept()  # a code in the middle of which stands Ctrl+J opens nothing
                return self._wedge.running
            case QEvent.Type.KeyPress:
                self._struck = time.monotonic()
                self._timer.start(self._gap)
                stroke = (watched, event.clone())
                self._tell(self._wedge.press(stroke, event.text(), event.timestamp(), repeated=event.isAutoRepeat()))
            case QEvent.Type.KeyRelease:
                self._tell(self._wedge.release((watched, event.clone()), event.timestamp()))
            case _:
                return False
        return True

    def _pause(self) -> None:
        """A gap without a stroke; in a program that was held up, strokes may lie unread, so it waits for another."""
        if time.monotonic() - self._struck > 2 * self._gap / 1_000:
            self._struck = time.monotonic()
            self._timer.start(self._gap)
        else:
            self._tell(self._wedge.pause())

    def _tell(self, outcomes: list[Outcome[Stroke]]) -> None:
        for outcome in outcomes:
            if isinstance(outcome, Typed):
                for window, event in outcome.keys:
                    if shiboken6.isValid(window):
                        QCoreApplication.sendEvent(window, event)
            elif isinstance(outcome, Scanned):
                self._timer.stop()
                self.scanned.emit(outcome.untrusted_text)
