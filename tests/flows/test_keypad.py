"""Typed codes as stories: typed right, typed wrong, and the keypad that rests while everything else goes on."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

from kiosk.desk.shown import Key, Ready, Tap
from kiosk.desk.station import Station
from kiosk.settings import Codes
from tests.flows.depot import SETTINGS, SmallDepot, name

MINE = "PARCEL0001"


def test_typed_code(depot: SmallDepot) -> None:
    code = depot.receives(MINE).typed_code.text
    assert name(depot.taps(Tap.TYPE_A_CODE)) == "typing"
    assert name(depot.types(code)) == "found"
    assert name(depot.scans(MINE)) == "done"


def test_where_most_customers_type_the_welcome_asks_for_that_and_scanning_works_too(tmp_path: Path) -> None:
    depot = SmallDepot(tmp_path / "home", replace(SETTINGS, codes=Codes(first="typed")))
    assert depot.left.shown == Ready(typed_first=True)
    assert name(depot.shows(depot.takes_in(MINE))) == "found"
    assert depot.waits(29) == Ready(typed_first=True)
    depot.left.reader_works(False)
    assert depot.left.shown == Ready(reader_works=False, typed_first=True)
    depot.close()


def test_a_mistyped_code_keeps_the_keypad_open(depot: SmallDepot) -> None:
    code = depot.receives(MINE).typed_code.text
    wrong = f"{(int(code) + 1) % 10**10:010}"
    depot.taps(Tap.TYPE_A_CODE)
    typing = depot.types(wrong)
    assert name(typing) == "typing"
    assert getattr(typing, "wrong", False)
    assert name(depot.types(code)) == "found"


def test_five_wrong_codes_close_the_keypad_and_nothing_else(depot: SmallDepot) -> None:
    received = depot.receives(MINE)
    depot.taps(Tap.TYPE_A_CODE)
    for number in range(5):
        shown = depot.types(f"{number:010}")
    assert name(shown) == "locked out"
    assert name(depot.taps(Tap.TYPE_A_CODE)) == "locked out"
    assert name(depot.shows(received.typed_code.text)) == "locked out"  # a picture of a typed code is a typed code
    assert name(depot.taps(Tap.TYPE_A_CODE, at=depot.right)) == "typing"
    assert name(depot.shows(received.token.text)) == "found"
    depot.waits(60)
    assert name(depot.taps(Tap.TYPE_A_CODE)) == "typing"


def test_a_lockout_outlives_the_program(depot: SmallDepot) -> None:
    depot.taps(Tap.TYPE_A_CODE)
    for number in range(5):
        depot.types(f"{number:010}")
    again = Station("left", depot.store, SETTINGS, depot.clock, lambda _: None)
    again.tapped(Tap.TYPE_A_CODE)
    assert name(again.shown) == "locked out"


def test_thirty_wrong_codes_are_all_that_a_day_has(depot: SmallDepot) -> None:
    now = depot.clock.local(depot.clock.now())
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time.min, now.tzinfo)
    depot.waits((tomorrow - now).total_seconds())  # all thirty on one date, whatever the hour of the run
    wrong = 0
    for number in range(1, 60):
        depot.waits(1000)
        if name(depot.taps(Tap.TYPE_A_CODE)) == "locked out":
            break
        depot.types(f"{number:010}")
        wrong += 1
    assert wrong == 30
    assert name(depot.waits(20 * 3600)) == "ready"
    assert name(depot.taps(Tap.TYPE_A_CODE)) == "locked out"
    depot.waits(5 * 3600)
    assert name(depot.taps(Tap.TYPE_A_CODE)) == "typing"


def test_erasing_takes_the_last_character_back(depot: SmallDepot) -> None:
    code = depot.receives(MINE).typed_code.text
    depot.taps(Tap.TYPE_A_CODE)
    depot.types(f"{code[:5]}7")
    depot.left.tapped(Key(""))
    assert name(depot.types(code[5:])) == "found"
