"""How long a keypad rests after wrong codes. Pure.

| wrong codes today | the keypad rests |
|---|---|
| 1 to 4 | not at all |
| 5 to 7 | 15 s |
| 8 to 11 | 1 minute |
| 12 to 19 | 5 minutes |
| 20 to 29 | 15 minutes |
| 30 and more | 4 hours, and so on to the end of the day |

At most 30 wrong codes a day a keypad: with 2,000 codes of ten digits waiting, somebody who tries at random all day
finds one with a chance of 6 in a million.
"""

import math

PER_DAY = 30
DELAYS = ((PER_DAY, 4 * 3600.0), (20, 900.0), (12, 300.0), (8, 60.0), (5, 15.0))
"""Wrong codes from which on, and seconds to rest; the first that fits counts."""


def after_wrong(wrong_today: int) -> float:
    """Seconds that the keypad rests after its `wrong_today`-th wrong code of the day."""
    return next((seconds for least, seconds in DELAYS if wrong_today >= least), 0.0)


def remaining(locked_seconds: float, *, saved_at: float, now: float, same_boot: bool) -> int:
    """Whole seconds still to rest.

    `locked_seconds` were left at `saved_at`; both it and `now` are CLOCK_BOOTTIME. After a restart of the machine nothing is known of
    the time between, so the rest begins again.
    """
    passed = max(0.0, now - saved_at) if same_boot else 0.0
    return max(0, math.ceil(locked_seconds - passed))
