"""What a screen does without, one after another, until all of it fits."""

from collections.abc import Iterator
from itertools import product

from kiosk.screens.theme import Theme

STEPS = (1.0, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55, 0.48)
"""How far a screen may shrink what has no floor."""


def ways_to_fit(theme: Theme, bold: float = 0.0) -> Iterator[tuple[bool, bool, float, bool]]:
    """In reach or not, large or not, how tight, how spare. On a small panel a screen of many words is not to be had in both.

    A screen that is no tighter than `bold` has a headline larger than its text; before it would lose that, it is spare.
    """
    for reach in (True, False) if theme.reach else (False,):
        if theme.large and (theme.large_low or not reach):
            yield from product((reach,), (True,), STEPS, (False, True))
        steps = [step for step in STEPS if reach or step >= bold]
        yield from product((reach,), (False,), steps, (False, True) if reach else (False,))
    yield from product((False,), (False,), STEPS, (True,))
