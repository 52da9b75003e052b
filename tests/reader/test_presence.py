"""A code in view is one sighting until it has been away for three seconds."""

from kiosk.reader.presence import Presence
from kiosk.reader.wire import Sighting

CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
TOKEN, LABEL = Sighting("QRCode", b"one", CORNERS), Sighting("Code128", b"two", CORNERS)
MOVED = Sighting("QRCode", b"one", ((5.0, 5.0), *CORNERS[1:]))


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


def test_what_is_forgotten_is_new() -> None:
    presence = Presence()
    presence.see([TOKEN], 0.0)
    presence.forget()
    assert presence.see([TOKEN], 0.1) == (TOKEN,)
