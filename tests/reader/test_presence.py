"""A code in view is one sighting until it has been away for three seconds."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.reader.presence import Presence
from kiosk.reader.wire import Sighting

CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
TOKEN, LABEL = Sighting("QRCode", b"one", CORNERS), Sighting("Code128", b"two", CORNERS)
MOVED = Sighting("QRCode", b"one", ((5.0, 5.0), *CORNERS[1:]))


def held(text: bytes) -> Sighting:
    return Sighting("QRCode", text, CORNERS)


def test_a_code_that_stays_or_moves_is_one_sighting() -> None:
    presence = Presence()
    assert presence.see([TOKEN], 0.0) == (TOKEN,)
    assert [presence.see([MOVED], second / 10) for second in range(1, 100)] == [()] * 99


def test_a_code_is_new_again_after_three_seconds_out_of_view_and_not_before() -> None:
    presence = Presence()
    presence.see([TOKEN], 10.0)
    assert presence.see([TOKEN], 12.9) == ()
    assert presence.see([], 15.8) == ()
    assert presence.see([TOKEN], 15.9) == (TOKEN,)


def test_another_code_beside_it_is_seen_at_once() -> None:
    presence = Presence()
    presence.see([TOKEN], 0.0)
    assert presence.see([TOKEN, LABEL, LABEL], 0.1) == (LABEL,)


def test_the_same_text_in_another_symbology_is_another_code() -> None:
    presence = Presence()
    presence.see([TOKEN], 0.0)
    other = Sighting("Code128", TOKEN.untrusted_text, CORNERS)
    assert presence.see([other], 0.1) == (other,)


def test_codes_that_change_faster_than_hands_wait_for_a_later_frame() -> None:
    presence = Presence()
    shown = [presence.see([held(b"%d" % number)], now=number / 100) for number in range(100)]
    answered = sum(len(arrived) for arrived in shown)
    assert 5 <= answered <= 6, "three in a row, then three a second"
    assert presence.see([held(b"99")], now=2.0), "a code that stays in view is answered all the same"


@given(st.lists(st.integers(0, 5), min_size=1, max_size=200))
def test_no_more_is_remembered_than_was_answered(texts: list[int]) -> None:
    presence, answered = Presence(), 0
    for frame, text in enumerate(texts):
        answered += len(presence.see([held(b"%d" % text), held(b"%d" % text)], now=frame / 3))
        assert len(presence._seen) <= answered
