"""The text that tells a customer of a parcel, in the language spoken: the depot, the code, the place, the last day."""

from datetime import date

from kiosk.codes.runs import reads_from_right
from kiosk.screens.wording import day_name, translate

MOST = 70
"""Characters of one SMS in any script (GSM 03.38, UCS-2)."""
FROM_LEFT = "\u200e"
"""Before a code whose groups of digits would else change places in a text that is read from the right (UAX #9)."""


def text_for(depot: str, code: str, place: str | None, last_day: date | None) -> str:
    """One text of at most `MOST` characters; the depot's name gives way where it is long."""
    until = translate("Notice", "until %1").replace("%1", day_name(last_day)) if last_day else None
    rest = ", ".join(filter(None, (code, place, until)))
    whole = f"{depot}: {rest}"
    mark = FROM_LEFT if reads_from_right(whole) else ""
    return f"{depot[: MOST - len(rest) - len(mark) - 2]}: {mark}{rest}"
