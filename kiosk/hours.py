"""A depot's opening hours: `Mon-Fri 08:00-20:00, Sat 09:00-13:00`; several spans a day, `Mon 08:00-12:00 14:00-18:00`; `Sun closed`.

Days are Mon Tue Wed Thu Fri Sat Sun, times are the depot's wall clock in 24 hours, 24:00 is midnight. A day that is not named is
closed. Any other text is a depot's own words: shown as they are, they close nothing. Pure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY = "|".join(DAYS)
_PART = re.compile(rf"({_DAY})(?:-({_DAY}))? +(closed|[0-9:\- ]+)")
_SPAN = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
_MEANT = re.compile(rf"({_DAY})(-({_DAY}))? +(\d\d:\d\d-|closed)")
"""How a text begins that is meant to be hours, so that a slip later in it is told and not taken for words."""

Span = tuple[int, int]
"""From and to, in minutes of the day."""


@dataclass(frozen=True, slots=True)
class Hours:
    """When a depot is open, by weekday, Monday first."""

    week: tuple[tuple[Span, ...], ...]

    def is_open(self, at: datetime) -> bool:
        """Whether it is open at this moment of the depot's wall clock."""
        minute = at.hour * 60 + at.minute
        return any(first <= minute < last for first, last in self.week[at.weekday()])

    def opens(self, at: datetime) -> datetime | None:
        """When it opens next, after a moment in which it is closed; None: never."""
        return next((start for start in self._starts(at) if start > at), None)

    def _starts(self, at: datetime) -> Iterator[datetime]:
        """Of today and the week to come."""
        for ahead in range(8):
            day = at.date() + timedelta(days=ahead)
            for first, _ in self.week[day.weekday()]:
                yield datetime.combine(day, time(first // 60, first % 60), at.tzinfo)


def parse(text: str) -> Hours | None:
    """The hours that a text says; None for a depot's own words. ValueError, naming the part, for hours with a slip in them."""
    if not _MEANT.match(text.strip()):
        return None
    week: list[tuple[Span, ...]] = [() for _ in DAYS]
    named = set[int]()
    for part in map(str.strip, text.split(",")):
        days, spans = _part(part)
        if named & days:
            raise ValueError(f"{part}: that day was named before")
        named |= days
        for day in days:
            week[day] = spans
    return Hours(tuple(week))


def _part(part: str) -> tuple[set[int], tuple[Span, ...]]:
    found = _PART.fullmatch(part)
    if found is None:
        raise ValueError(f"{part}: not like Mon-Fri 08:00-20:00")
    first = DAYS.index(found[1])
    last = DAYS.index(found[2]) if found[2] else first
    days = {day % 7 for day in range(first, last + (7 if last < first else 0) + 1)}
    return days, () if found[3] == "closed" else tuple(_spans(part, found[3].split()))


def _spans(part: str, words: list[str]) -> Iterator[Span]:
    before = 0
    for word in words:
        found = _SPAN.fullmatch(word)
        if found is None:
            raise ValueError(f"{part}: not like Mon-Fri 08:00-20:00")
        hours = [int(number) for number in found.groups()]
        begin, end = hours[0] * 60 + hours[1], hours[2] * 60 + hours[3]
        if max(hours[1], hours[3]) > 59 or not before <= begin < end <= 24 * 60:
            raise ValueError(f"{part}: each time lies after the one before it, up to 24:00")
        before = end
        yield begin, end
