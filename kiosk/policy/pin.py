"""PINs: which are too weak to be taken, and how long a badge rests after wrong ones. Pure.

| wrong PINs in a row | this badge's PIN rests |
|---|---|
| 1 to 4 | not at all |
| 5 | 15 s |
| 6 to 14 | twice as long as the time before (14: 2 h 8 min) |
| 15 and more | until a supervisor resets it |

The count is each badge's own, so nobody can lock a colleague out by guessing at another badge. It goes back to 0 with a right PIN. Fifteen
guesses at a PIN of six digits find it with a chance of 15 in a million, less the weak ones that are refused. What is left
of a rest is computed as a keypad's is (`lockout.remaining`).
"""

from enum import StrEnum
from itertools import pairwise

LEAST_DIGITS = 6
MOST_DIGITS = 12
FIRST_REST, FIRST_SECONDS = 5, 15.0
LOCKED_FROM = 15
LEAST_DIFFERENT = 3
"""Different digits that a PIN must have at least."""


class Weakness(StrEnum):
    """Why a PIN is not taken."""

    NOT_DIGITS = "not_digits"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    REPEATED = "repeated"
    """Fewer than three different digits, or one block again and again: 111111, 121212, 123123."""
    RUN = "run"
    """Counting up or down: 123456, 987654, also around zero: 890123."""
    DATE = "date"
    """A day with its month and year, in any order that people write: 241285, 19851224."""


def weakness(pin: str) -> Weakness | None:
    """Why this PIN is too weak; None: it may be taken."""
    if not (pin.isascii() and pin.isdigit()):
        return Weakness.NOT_DIGITS
    if len(pin) < LEAST_DIGITS:
        return Weakness.TOO_SHORT
    if len(pin) > MOST_DIGITS:
        return Weakness.TOO_LONG
    if _repeats(pin):
        return Weakness.REPEATED
    if _runs(pin):
        return Weakness.RUN
    return Weakness.DATE if _is_date(pin) else None


def is_locked(wrong: int) -> bool:
    """Whether a badge with so many wrong PINs in a row waits for a supervisor."""
    return wrong >= LOCKED_FROM


def rest(wrong: int) -> float:
    """Seconds that the badge's PIN rests after the `wrong`-th wrong one in a row; 0 where it is locked, which no time ends."""
    if wrong < FIRST_REST or is_locked(wrong):
        return 0.0
    return float(FIRST_SECONDS * 2 ** (wrong - FIRST_REST))


def _repeats(pin: str) -> bool:
    blocks = (pin[:size] * len(pin) for size in range(1, len(pin) // 2 + 1))
    return len(set(pin)) < LEAST_DIFFERENT or any(block.startswith(pin) for block in blocks)


def _runs(pin: str) -> bool:
    steps = {(int(second) - int(first)) % 10 for first, second in pairwise(pin)}
    return steps in ({1}, {9})


def _is_date(pin: str) -> bool:
    """DDMMYY, MMDDYY, YYMMDD of six; DDMMYYYY, MMDDYYYY, YYYYMMDD of eight with a year from 1900 to 2099."""
    if len(pin) == 6:
        return any(_is_day(one, two) for one, two in ((pin[:2], pin[2:4]), (pin[2:4], pin[:2]), (pin[4:], pin[2:4])))
    if len(pin) == 8:
        year_last, year_first = pin[4:6] in {"19", "20"}, pin[:2] in {"19", "20"}
        last = year_last and (_is_day(pin[:2], pin[2:4]) or _is_day(pin[2:4], pin[:2]))
        return last or (year_first and _is_day(pin[6:], pin[4:6]))
    return False


def _is_day(day: str, month: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12
