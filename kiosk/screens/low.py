"""The foot of a screen for those who reach no higher than its middle: every button in few rows, and the controls of its head under them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect

from kiosk.screens.head import place_pills
from kiosk.screens.manner_bar import MannerBar
from kiosk.screens.parts import Button
from kiosk.screens.pill import Pill
from kiosk.screens.rows import place_row
from kiosk.screens.theme import Theme


def place_low(inside: QRect, theme: Theme, buttons: list[Button], controls: MannerBar, tongues: Sequence[Pill]) -> int:
    """Set them from the bottom up; the last row takes the head's controls in where it has room. Gives back where the rest ends."""
    wide, high = controls.size_needed(theme)
    names = sum(pill.sizeHint().width() + theme.least_gap for pill in tongues if not pill.isHidden())
    rows, shared = _rows(buttons, inside.width(), names + wide + theme.gap, theme)
    bottom = inside.bottom() + 1
    top = bottom - (theme.target + high) // 2 if shared else bottom - high
    controls.setGeometry(inside.right() + 1 - wide, top, wide, high)
    if names + wide > inside.width():
        top -= high + theme.least_gap
        place_pills(tongues, QRect(inside.right() + 1 - names, top, names, high), theme)
    else:
        place_pills(tongues, QRect(inside.right() + 1 - wide - names, top, names, high), theme)
    if not shared:
        bottom = top - theme.gap
    for row in reversed(rows):
        bottom -= theme.target
        sharing = shared and row is rows[-1]
        _place(row, QRect(inside.x(), bottom, inside.width(), theme.target), theme, stretch=not sharing)
        bottom -= theme.gap
    return bottom


def _rows(buttons: list[Button], width: int, beside: int, theme: Theme) -> tuple[list[list[Button]], bool]:
    """As few rows as can be, and whether there is so much room beside the last one."""
    for button in buttons:
        button.squeezed = theme.tight < 1 or len(buttons) > 2
    shared = [[*_filled(buttons[:first], width, theme), buttons[first:]] for first in range(len(buttons))]
    whole = _filled(buttons, width, theme)
    for rows in shared:
        if len(rows) <= len(whole) and _needed(rows[-1], theme) + beside <= width:
            return rows, True
    return whole, False


def _filled(buttons: list[Button], width: int, theme: Theme) -> list[list[Button]]:
    """Rows of like length in which each button is as wide as its words at least."""
    for count in range(1, len(buttons) + 1):
        most = -(-len(buttons) // count)
        rows = [buttons[start : start + most] for start in range(0, len(buttons), most)]
        if all(_needed(row, theme) <= width for row in rows):
            return rows
    return [[button] for button in buttons]


def _place(row: list[Button], room: QRect, theme: Theme, *, stretch: bool) -> None:
    """From the left; stretched, they are alike, or where one is too wide for that, each has the same more than its words need."""
    each = (room.width() - theme.gap * (len(row) - 1)) // len(row)
    if stretch and all(button.sizeHint().width() <= each for button in row):
        place_row(row, room, theme, stretch=True)
        return
    more, left = (room.width() - _needed(row, theme)) // len(row) if stretch else 0, room.x()
    for button in row:
        wide = button.sizeHint().width() + more
        button.setGeometry(left, room.y(), wide, room.height())
        left += wide + theme.gap


def _needed(row: list[Button], theme: Theme) -> int:
    return sum(button.sizeHint().width() for button in row) + theme.gap * (len(row) - 1)
