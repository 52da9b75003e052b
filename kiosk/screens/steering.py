"""A screen by keys alone: which button comes next, and what the keys of a keyboard or of a row of hardware buttons mean.

A row of buttons is any device that types keys: F1 back, F2 on, F3 choose, F4 read aloud, F5 larger text, F6 colours,
F7 controls low; three are enough. A headset's socket that types has F8 for a plug that comes, F9 for one that goes.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.desk.shown import Tap
from kiosk.screens.manner import Adjust
from kiosk.screens.parts import Button
from kiosk.screens.pill import Pill


class Step(StrEnum):
    """Where the focus goes."""

    BACK = "back"
    ON = "on"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


BY_KEY = {
    Qt.Key.Key_F1: Step.BACK,
    Qt.Key.Key_F2: Step.ON,
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
}
CHOOSE = Qt.Key.Key_F3
ADJUST = {
    Qt.Key.Key_F4: Adjust.ALOUD,
    Qt.Key.Key_F5: Adjust.LARGER,
    Qt.Key.Key_F6: Adjust.LOOK,
    Qt.Key.Key_F7: Adjust.LOW,
    Qt.Key.Key_F8: Adjust.PLUGGED,
    Qt.Key.Key_F9: Adjust.UNPLUGGED,
}


def reading_order(targets: Sequence[Button], page: QWidget) -> list[Button]:
    """Row by row as the screen is read, from the side where its language begins."""
    rows = list[list[Button]]()
    for target in sorted(targets, key=lambda one: _box(one, page).center().y()):
        row = rows[-1] if rows else []
        if (
            row
            and abs(_box(row[0], page).center().y() - _box(target, page).center().y()) < _box(row[0], page).height() / 2
        ):
            row.append(target)
        else:
            rows.append([target])
    return [
        target
        for row in rows
        for target in sorted(row, key=lambda one: _box(one, page).x(), reverse=page.isRightToLeft())
    ]


def after(here: QWidget | None, order: Sequence[Button], step: Step, page: QWidget) -> Button | None:
    """Where a step leads from `here`; from nowhere to the first or the last; up and down stay where nothing lies that way."""
    if not order:
        return None
    if not isinstance(here, Button) or here not in order:
        return order[-1] if step is Step.BACK else order[0]
    if step in {Step.UP, Step.DOWN}:
        return _nearest(here, order, page, down=step is Step.DOWN)
    rtl = page.isRightToLeft()
    on = step in {Step.ON, Step.LEFT if rtl else Step.RIGHT}
    return order[(order.index(here) + (1 if on else -1)) % len(order)]


class Steered(QWidget):
    """A screen whose every button is reached by keys."""

    tapped = Signal(object)

    def targets(self) -> list[Button]:
        """Every button that shows, in the order in which keys reach them: the screen's own, then those of its head."""
        shown = [button for button in self.findChildren(Button) if not button.isHidden()]
        own, head = ([one for one in shown if isinstance(one, Pill) is small] for small in (False, True))
        return [*reading_order(own, self), *reading_order(head, self)]

    def all_low(self) -> bool:
        """Whether those who reach no higher than the middle of the screen reach every button."""
        return all(_box(button, self).y() * 2 >= self.height() for button in self.targets())

    def chain(self) -> None:
        """The Tab key goes the same way as the others."""
        for first, then in pairwise([self, *self.targets()]):
            QWidget.setTabOrder(first, then)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys move from button to button, choose and adjust; Escape goes back where there is a way back."""
        here, key, order = self.focusWidget(), Qt.Key(event.key()), self.targets()
        there = after(here, order, BY_KEY[key], self) if key in BY_KEY else None
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)
        elif key == CHOOSE and isinstance(here, Button) and not event.isAutoRepeat():
            here.click()
        elif key in ADJUST:
            self.tapped.emit(ADJUST[key])
        elif key == Qt.Key.Key_Escape and any(button.sends is Tap.BACK for button in order):
            self.tapped.emit(Tap.BACK)
        else:
            super().keyPressEvent(event)


def _nearest(here: Button, order: Sequence[Button], page: QWidget, *, down: bool) -> Button:
    start = _box(here, page).center()
    sign = 1 if down else -1

    def far(other: QWidget) -> int:
        end = _box(other, page).center()
        return abs(end.y() - start.y()) * 2 + abs(end.x() - start.x())

    high = _box(here, page).height() / 2
    there = [one for one in order if (_box(one, page).center().y() - start.y()) * sign > high]
    return min(there, key=far, default=here)


def _box(part: QWidget, page: QWidget) -> QRect:
    return QRect(part.mapTo(page, QPoint()), part.size())
