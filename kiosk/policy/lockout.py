"""How long a keypad rests after wrong codes. Pure.

| wrong codes today | the keypad rests |
|---|---|
| 1 to 4 | not at all |
| 5 to 7 | 15 s |
| 8 to 11 | 1 minute |
| 12 to 19 | 5 minutes |
| 20 to 29 | 15 minutes |
| 30 and more | 24 hours |

At most 30 wrong codes a day a keypad: with 2,000 codes of ten digits waiting, somebody who tries at random all day
finds one with a chance of 6 in a million. The last rest is a whole day and not "until midnight", so that it needs no wall clock.
"""

import math
from datetime import date

PER_DAY = 30
DELAYS = ((PER_DAY, 24 * 3600.0), (20, 900.0), (12, 300.0), (8, 60.0), (5, 15.0))
"""Wrong codes from which on, and seconds to rest; the first that fits counts."""


def after_wrong(wrong_today: int) -> float:
    """Seconds that the keypad rests after its `wrong_today`-th wrong code of the day."""
    return next((seconds for least, seconds in DELAYS if wrong_today >= least), 0.0)


def counted(wrong: int, *, day: date, today: date) -> int:
    """Of `wrong` codes counted on `day`, those that count today: all of them, until a later day begins.

    A clock set back to yesterday begins no new count.
    """
    return 0 if today > day else wrong


def remaining(locked_seconds: float, *, saved_at: float, now: float, same_boot: bool) -> int:
    """Whole seconds still to rest, 0 to ⌈locked_seconds⌉.

    `locked_seconds` were left at `saved_at`; both it and `now` are CLOCK_BOOTTIME in seconds, which nobody can set. After a restart of the
    machine (`same_boot` false) nothing is known of the time between, so the rest begins again.
    """
    passed = max(0.0, now - saved_at) if same_boot else 0.0
    return max(0, math.ceil(locked_seconds - passed))
