"""Signing in: badge and PIN, a shift in which the badge is enough, windows that lock themselves, PINs that rest for one badge alone."""

import secrets

import pytest

from kiosk.codes.token import make_badge
from kiosk.desk import clerks
from kiosk.desk.pin_check import Denied, Why
from kiosk.desk.seat import Seat, against
from kiosk.desk.sign_in import AskPin, SignIn, is_staffed
from kiosk.ledger import events
from kiosk.policy.roles import Act, Lacking
from tests.desk.crew import OTHER_PIN, PIN, Crew

WRONG = "260917"


@pytest.fixture
def desk(crew: Crew) -> SignIn:
    return crew.window()


def who(desk: SignIn) -> Seat | None:
    return desk.seat


def wrongly(crew: Crew, times: int, clerk: int = 2) -> Denied:
    """So many wrong PINs in a row, each as soon as it is looked at."""
    for _ in range(times):
        desk = crew.window()
        asked = desk.show_badge(crew.badges[clerk])
        while isinstance(asked, Denied) and asked.why is Why.RESTS:
            crew.clock.advance(asked.seconds)
            asked = desk.show_badge(crew.badges[clerk])
        assert isinstance(asked, AskPin), asked
        answer = desk.type_pin(WRONG)
    assert isinstance(answer, Denied)
    return answer


def test_badge_and_pin_begin_a_shift(crew: Crew, desk: SignIn) -> None:
    assert who(desk) is None
    assert desk.show_badge(crew.badges[2]) == AskPin(2, "Clerk 2", "badge")
    assert who(desk) is None
    assert not is_staffed(crew.store, crew.clock)
    assert desk.type_pin(PIN) == Seat(2, "desk", with_pin=True) == who(desk)
    assert is_staffed(crew.store, crew.clock)
    desk.sign_out()
    assert who(desk) is None
    assert not is_staffed(crew.store, crew.clock)
    assert crew.entered(events.SignedIn, events.SignedOut) == [
        events.SignedIn(2, "desk", "badge+pin"),
        events.SignedOut(2, "desk"),
    ]
    assert isinstance(desk.show_badge(crew.badges[2]), AskPin), "the shift is over"


def test_name_and_pin(crew: Crew, desk: SignIn) -> None:
    assert desk.give_name("nobody") == Denied(Why.UNKNOWN)
    assert desk.give_name("clerk 4") == AskPin(4, "Clerk 4", "name")
    assert desk.type_pin(PIN) == Seat(4, "desk", with_pin=True)
    assert crew.entered(events.SignedIn) == [events.SignedIn(4, "desk", "name+pin")]


def test_a_window_left_alone_locks_itself_and_the_badge_opens_it(crew: Crew, desk: SignIn) -> None:
    crew.signed_in(2, desk)
    crew.clock.advance(80)
    assert 9 < desk.locks_in() <= 10
    desk.touch()
    crew.clock.advance(80)
    desk.tick()
    assert who(desk) is not None
    crew.clock.advance(10)
    assert who(desk) is None, "even before a tick"
    desk.tick()
    desk.tick()
    assert crew.entered(events.WindowLocked) == [events.WindowLocked(2, "desk")]
    by_badge = desk.show_badge(crew.badges[2])
    assert by_badge == Seat(2, "desk", with_pin=False)
    assert against(crew.store, by_badge, Act.MOVE) is None
    assert against(crew.store, by_badge, Act.OVERRIDE) is Lacking.PIN
    assert isinstance(desk.ask_pin(), AskPin)
    assert who(desk) == by_badge, "asked only"
    with_pin = desk.type_pin(PIN)
    assert isinstance(with_pin, Seat)
    assert against(crew.store, with_pin, Act.OVERRIDE) is None


def test_a_touch_after_the_time_is_up_opens_nothing(crew: Crew, desk: SignIn) -> None:
    crew.signed_in(2, desk)
    crew.clock.advance(90)
    desk.touch()
    assert who(desk) is None


def test_the_shift_is_the_depots(crew: Crew, desk: SignIn) -> None:
    crew.signed_in(2, desk)
    assert crew.window("left").show_badge(crew.badges[2]) == Seat(2, "left", with_pin=False)


def test_a_shift_ends_after_twelve_hours(crew: Crew, desk: SignIn) -> None:
    crew.signed_in(2, desk)
    crew.clock.advance(12 * 3600)
    assert not is_staffed(crew.store, crew.clock)
    assert isinstance(desk.show_badge(crew.badges[2]), AskPin)
    desk.type_pin(PIN)
    assert is_staffed(crew.store, crew.clock)


def test_anothers_badge_takes_the_window(crew: Crew, desk: SignIn) -> None:
    crew.signed_in(4)
    crew.signed_in(2, desk)
    assert desk.show_badge(crew.badges[4]) == Seat(4, "desk", with_pin=False)
    assert events.WindowLocked(2, "desk") in crew.entered()
    assert desk.show_badge(crew.badges[2]) == Seat(2, "desk", with_pin=False), (
        "the PIN does not come back with the badge"
    )


def test_wrong_pins_make_this_badge_rest_and_no_other(crew: Crew, desk: SignIn) -> None:
    assert wrongly(crew, 4) == Denied(Why.WRONG_PIN)
    assert wrongly(crew, 1) == Denied(Why.WRONG_PIN, 15)
    assert desk.show_badge(crew.badges[2]) == Denied(Why.RESTS, 15)
    assert desk.give_name("Clerk 2") == Denied(Why.RESTS, 15)
    assert isinstance(desk.show_badge(crew.badges[4]), AskPin)
    crew.clock.advance(14)
    assert desk.show_badge(crew.badges[2]) == Denied(Why.RESTS, 1)
    crew.clock.advance(1)
    assert wrongly(crew, 1) == Denied(Why.WRONG_PIN, 30)
    crew.clock.advance(30)
    assert crew.signed_in(2, desk).with_pin
    assert crew.store.clerks.get(2).tries.wrong == 0
    assert crew.entered(events.WrongPin)[-1] == events.WrongPin(2, "desk", 6, 30)


def test_a_restart_of_the_machine_begins_the_rest_again(
    crew: Crew, desk: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrongly(crew, 5)
    crew.clock.advance(10)
    monkeypatch.setattr(crew.clock, "boot_id", lambda: "another")
    assert desk.show_badge(crew.badges[2]) == Denied(Why.RESTS, 15)
    crew.clock.advance(15)
    assert isinstance(desk.show_badge(crew.badges[2]), AskPin)


def test_fifteen_wrong_pins_lock_the_badge_until_a_supervisor(crew: Crew, desk: SignIn) -> None:
    crew.signed_in(4)
    assert wrongly(crew, 15) == Denied(Why.LOCKED)
    crew.clock.advance(1e6)
    assert desk.show_badge(crew.badges[2]) == Denied(Why.LOCKED)
    assert desk.give_name("Clerk 2") == Denied(Why.LOCKED)
    assert crew.entered(events.ClerkLocked) == [events.ClerkLocked(2, "desk")]
    clerks.reset_pin(crew.store, crew.clock, 2, OTHER_PIN, by=crew.signed_in(1))
    assert isinstance(desk.show_badge(crew.badges[2]), AskPin)
    assert isinstance(desk.type_pin(PIN), Denied)
    assert isinstance(desk.type_pin(OTHER_PIN), Seat)


def test_a_locked_badge_opens_nothing_in_its_shift_either(crew: Crew, desk: SignIn) -> None:
    crew.signed_in(2, desk)
    desk.ask_pin()
    for _ in range(15):
        answer = desk.type_pin(WRONG)
        if isinstance(answer, Denied) and answer.seconds:
            crew.clock.advance(answer.seconds)
            desk.show_badge(crew.badges[2])
            desk.ask_pin()
    assert answer == Denied(Why.LOCKED)
    assert who(desk) is None
    assert desk.show_badge(crew.badges[2]) == Denied(Why.LOCKED)
    assert not is_staffed(crew.store, crew.clock)


def test_a_pin_must_follow_soon_and_once(crew: Crew, desk: SignIn) -> None:
    assert desk.type_pin(PIN) == Denied(Why.TOO_LATE)
    desk.show_badge(crew.badges[2])
    crew.clock.advance(61)
    assert desk.type_pin(PIN) == Denied(Why.TOO_LATE)
    assert desk.ask_pin() == Denied(Why.TOO_LATE)


@pytest.mark.parametrize("rubbish", ["", "7" * 13, "7" * 100_000, "٧٣٩٤١٥", "739415 ", "\0", "\ud800"])
def test_rubbish_is_a_wrong_pin(crew: Crew, desk: SignIn, rubbish: str) -> None:
    desk.show_badge(crew.badges[2])
    assert desk.type_pin(rubbish) == Denied(Why.WRONG_PIN)


def test_badges_of_nobody(crew: Crew, desk: SignIn) -> None:
    tag = crew.settings.depot.tag
    assert desk.show_badge(make_badge(tag, secrets.token_bytes(13))) == Denied(Why.UNKNOWN)
    assert desk.show_badge(make_badge("ZZZZ", secrets.token_bytes(13))) == Denied(Why.OTHER_DEPOT)
    crew.signed_in(2, desk)
    clerks.disable(crew.store, crew.clock, 2)
    assert against(crew.store, Seat(2, "desk", with_pin=True), Act.LOOK_UP) is Lacking.ROLE
    assert crew.window().show_badge(crew.badges[2]) == Denied(Why.UNKNOWN)
    assert crew.window().give_name("Clerk 2") == Denied(Why.UNKNOWN)


def test_a_second_person_is_another_a_supervisor_and_signs_nobody_in(crew: Crew, desk: SignIn) -> None:
    seat = crew.signed_in(2, desk)
    assert desk.second(crew.badges[4], PIN) == Denied(Why.NOT_SUPERVISOR)
    assert desk.second(crew.badges[1], WRONG) == Denied(Why.WRONG_PIN)
    second = desk.second(crew.badges[1], PIN)
    assert second == desk.second("Clerk 1", PIN) == Seat(1, "desk", with_pin=True)
    assert who(desk) == seat
    assert isinstance(second, Seat)
    assert against(crew.store, seat, Act.OVERRIDE_HELD) is Lacking.SECOND
    assert against(crew.store, seat, Act.OVERRIDE_HELD, second=second) is None
    assert against(crew.store, seat, Act.OVERRIDE_HELD, second=Seat(4, "desk", with_pin=True)) is Lacking.SECOND
    crew.signed_in(1, desk)
    assert desk.second(crew.badges[1], PIN) == Denied(Why.SAME_PERSON)


def test_a_technician_alone_is_no_staff(crew: Crew, desk: SignIn) -> None:
    crew.signed_in(3, desk)
    assert not is_staffed(crew.store, crew.clock)
