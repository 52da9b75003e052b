"""PINs: the weak ones by name, and rests that double until the badge is locked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.policy import pin
from kiosk.policy.pin import Weakness, is_locked, rest, weakness


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Weakness.NOT_DIGITS),
        ("12a456", Weakness.NOT_DIGITS),
        ("١٢٣٤٥٦", Weakness.NOT_DIGITS),
        ("73941", Weakness.TOO_SHORT),
        ("7394105826417", Weakness.TOO_LONG),
        ("111111", Weakness.REPEATED),
        ("121212", Weakness.REPEATED),
        ("110110", Weakness.REPEATED),
        ("482482", Weakness.REPEATED),
        ("4824824", Weakness.REPEATED),
        ("123456", Weakness.RUN),
        ("890123", Weakness.RUN),
        ("3210987", Weakness.RUN),
        ("241285", Weakness.DATE),
        ("122485", Weakness.DATE),
        ("851224", Weakness.DATE),
        ("24121985", Weakness.DATE),
        ("12241985", Weakness.DATE),
        ("19851224", Weakness.DATE),
        ("739415", None),
        ("24128599", None),
        ("7394105826", None),
    ],
)
def test_weak_pins_and_why(text: str, why: Weakness | None) -> None:
    assert weakness(text) is why


@given(st.text(max_size=20))
def test_any_text_gets_an_answer(text: str) -> None:
    assert weakness(text) is not None or (text.isdigit() and 6 <= len(text) <= 12)


def test_most_pins_of_six_digits_may_be_taken() -> None:
    taken = sum(weakness(f"{number:06}") is None for number in range(0, 10**6, 37))
    assert taken * 37 > 850_000


def test_rests_as_documented() -> None:
    assert [rest(wrong) for wrong in (0, 1, 4, 5, 6, 7, 14, 15, 99)] == [0, 0, 0, 15, 30, 60, 7680, 0, 0]
    assert [is_locked(wrong) for wrong in (0, 14, 15, 99)] == [False, False, True, True]
    assert pin.__doc__ is not None
    assert "2 h 8 min" in pin.__doc__
    assert rest(14) == (2 * 60 + 8) * 60
