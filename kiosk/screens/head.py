"""The head of a screen: the depot's name, the languages, the controls of the manner."""

from collections.abc import Sequence

from PySide6.QtCore import QRect

from kiosk.screens.manner_bar import MannerBar
from kiosk.screens.parts import Header
from kiosk.screens.pill import Pill
from kiosk.screens.theme import Theme


def place_head(
    inside: QRect, theme: Theme, header: Header, controls: MannerBar, tongues: Sequence[Pill], *, targets_on_top: bool
) -> tuple[QRect, bool]:
    """The depot's name, and at the far end the languages and the manner's controls; in reach `place_low` sets these.

    Gives back what is left, and whether the languages, as they would leave the name no room, are yet to be placed.
    """
    if theme.reach:
        head = header.height_needed()
        header.setGeometry(inside.x(), inside.y(), inside.width(), head)
        return inside.adjusted(0, head + theme.px(30), 0, 0), False
    wide, high = controls.size_needed(theme)
    offered = [pill for pill in tongues if not pill.isHidden()]
    names = sum(pill.sizeHint().width() + theme.least_gap for pill in offered)
    head, left = header.height_needed(), inside.width() - wide - theme.gap
    top = inside.y() + (head - high) // 2
    controls.setGeometry(inside.right() + 1 - wide, top, wide, high)
    crowded = bool(offered) and left - names < header.least_width()
    if not crowded:
        place_pills(offered, QRect(inside.right() + 1 - wide - names, top, names, high), theme)
        left -= names
    header.setGeometry(inside.x(), inside.y(), left, head)
    middle = QRect(inside)
    below = top + high + (theme.least_gap if targets_on_top else 0)
    middle.setTop(max(inside.y() + head + theme.px(30), below))
    return middle, crowded


def place_pills(pills: Sequence[Pill], room: QRect, theme: Theme) -> None:
    """Set the pills that are shown side by side from the left."""
    left = room.x()
    for pill in pills:
        if pill.isHidden():
            continue
        wide = pill.sizeHint().width()
        pill.setGeometry(left, room.y(), wide, room.height())
        left += wide + theme.least_gap


def place_above(bottom: int, pills: Sequence[Pill], inside: QRect, theme: Theme) -> int:
    """Set pills in a row that ends there; gives back what is left above them, a gap off."""
    high = pills[0].sizeHint().height()
    place_pills(pills, QRect(inside.x(), bottom - high, inside.width(), high), theme)
    return bottom - high - theme.gap
