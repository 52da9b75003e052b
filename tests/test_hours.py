"""Opening hours: what is hours, what is a depot's own words, and what is a slip."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import SettingsFault
from kiosk.hours import DAYS, Hours, parse
from kiosk.settings import Depot, Settings, to_toml
from kiosk.settings import parse as parse_settings

MADRID = ZoneInfo("Europe/Madrid")
MONDAY = datetime(2026, 11, 23, tzinfo=MADRID)


def hours(text: str) -> Hours:
    found = parse(text)
    assert found is not None
    return found


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


def test_a_week_with_a_break_at_noon_and_a_short_saturday() -> None:
    week = hours("Mon-Fri 08:00-12:00 14:00-20:00, Sat 09:00-13:00, Sun closed")
    assert week.is_open(at(0, 8))
    assert not week.is_open(at(0, 7, 59))
    assert not week.is_open(at(4, 12))
    assert week.is_open(at(4, 19, 59))
    assert not week.is_open(at(6, 10))
    assert week.opens(at(0, 12, 30)) == at(0, 14)
    assert week.opens(at(4, 20)) == at(5, 9)
    assert week.opens(at(5, 13)) == at(7, 8)


def test_one_day_a_week_is_found_again_and_none_is_never() -> None:
    assert hours("Wed 10:00-11:00").opens(at(2, 11)) == at(9, 10)
    assert hours("Mon closed").opens(at(0, 0)) is None


def test_days_may_run_over_the_weekend_and_a_day_to_midnight() -> None:
    week = hours("Sat-Mon 00:00-24:00")
    assert [week.is_open(at(day, 23, 59)) for day in range(7)] == [True, False, False, False, False, True, True]


@pytest.mark.parametrize(
    "text", ["", "9-18", "Mon to Fri 9:00 to 18:00", "Monday-Friday 8-20", "24/7", "Mo-Fr 8-20 Uhr"]
)
def test_a_depots_own_words_close_nothing(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Mon-Fri 08:00-20:00, Sat 9-13", "Sat 9-13"),
        ("Mon-Fri 08:00-20:00; Sat 09:00-13:00", "Mon-Fri 08:00-20:00; Sat 09:00-13:00"),
        ("Mon 20:00-08:00", "Mon 20:00-08:00"),
        ("Mon 08:00-12:00 11:00-14:00", "Mon 08:00-12:00 11:00-14:00"),
        ("Mon 08:60-12:00", "Mon 08:60-12:00"),
        ("Mon-Fri 08:00-20:00, Fri 08:00-12:00", "Fri 08:00-12:00"),
        ("Mon 08:00-25:00", "Mon 08:00-25:00"),
        ("Sun closed, Mon", "Mon"),
    ],
)
def test_a_slip_is_told_with_its_part(text: str, part: str) -> None:
    with pytest.raises(ValueError, match=r"^(Mon|Sat|Fri)"):
        parse(text)
    with pytest.raises(SettingsFault) as told:
        parse_settings(to_toml(Settings(Depot(tag="7KQ2", hours=text))))
    assert part in str(told.value)


@given(st.text(alphabet="MonTueFriSatclosed0123456789:-, ", max_size=60))
def test_any_text_is_hours_words_or_a_slip(text: str) -> None:
    try:
        found = parse(text)
    except ValueError:
        return
    assert found is None or len(found.week) == len(DAYS)


@given(st.integers(0, 6), st.integers(0, 23), st.integers(0, 59))
def test_what_opens_next_is_open_and_nothing_before_it_is(day: int, hour: int, minute: int) -> None:
    week, now = hours("Mon-Fri 08:00-12:00 14:00-20:00, Sat 09:00-13:00"), at(day, hour, minute)
    if week.is_open(now):
        return
    opens = week.opens(now)
    assert opens is not None
    assert week.is_open(opens)
    assert not any(
        week.is_open(now + timedelta(minutes=m)) for m in range(0, int((opens - now).total_seconds() // 60), 7)
    )
