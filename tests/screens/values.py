"""What the tests show: every sample, and every reason with the desk called, too; and the sizes to show it in."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kiosk.desk.shown import Refused, Shown
from kiosk.policy.release import Reason
from kiosk.screens.window import StationWindow
from kiosk.screens.words import PlaceLine, Words
from kiosk.technician.samples import AT, SAMPLES, TODAY

HARD: tuple[Shown, ...] = (
    *dict.fromkeys(sample.shown for sample in SAMPLES),
    *(Refused(reason, AT, TODAY, desk_knows=True) for reason in Reason),
)

SIZES = (
    (1920, 1080, 15.6),
    (1080, 1920, 15.6),
    (1280, 800, 15.6),
    (1280, 800, 10.1),
    (1920, 1080, 10.1),
    (1920, 1080, 21.5),
)
"""Pixels across, pixels down, inches of the diagonal."""

Size = tuple[int, int, float]
Make = Callable[..., StationWindow]


def everything_said(window: QWidget) -> Iterator[str]:
    """Every text of a window and its parts: painted, in a label, on a button, or for a screen reader."""
    for part in (window, *window.findChildren(QWidget)):
        yield part.accessibleName()
        yield part.accessibleDescription()
        yield part.toolTip()
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        if isinstance(part, Words | PlaceLine):
            yield part.text()
        if hasattr(part, "painted_texts"):
            yield from (text.text for text in part.painted_texts())


def shown_to_readers(page: QWidget) -> list[QAccessibleInterface]:
    """What a screen reader finds on a screen, but the screen itself and what only groups others."""
    found, waiting = list[QAccessibleInterface](), [QAccessible.queryAccessibleInterface(page)]
    while waiting:
        one = waiting.pop()
        children = [one.child(number) for number in range(one.childCount())]
        waiting += [child for child in children if not child.state().invisible]
        if one.object() is not page and not children:
            found.append(one)
    return found
