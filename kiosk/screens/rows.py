"""Rows of buttons: how many a row takes, and where each stands in it."""

from PySide6.QtCore import QRect

from kiosk.screens.parts import Button
from kiosk.screens.theme import Theme


def rows_of(buttons: list[Button], width: int, theme: Theme) -> list[list[Button]]:
    """One row where all fit as wide as their words (landscape), else pairs; a button too wide for half has a row."""
    if not buttons:
        return []
    for squeezed in (False, True):
        for button in buttons:
            button.squeezed = squeezed
        if not theme.portrait and sum(b.sizeHint().width() for b in buttons) + theme.gap * (len(buttons) - 1) <= width:
            return [buttons]
    half, rows = (width - theme.gap) // 2, list[list[Button]]()
    for button in buttons:
        fits = button.words_width() + theme.px(24) <= half
        last = rows[-1] if rows else []
        if fits and len(last) == 1 and last[0].words_width() + theme.px(24) <= half:
            last.append(button)
        else:
            rows.append([button])
    return rows


def place_row(row: list[Button], room: QRect, theme: Theme, *, stretch: bool) -> int:
    """Set a row of buttons from the left, all alike where they stretch; gives back where the last one ends."""
    left = room.x()
    each = (room.width() - theme.gap * (len(row) - 1)) // len(row)
    for button in row:
        width = each if stretch else button.sizeHint().width()
        button.setGeometry(left, room.y(), width, room.height())
        left += width + theme.gap
    return left - theme.gap
