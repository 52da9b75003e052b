"""A hand scanner at a station, through the real window: it checks the customer's label, and never types on the keypad."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.clock import SkippingClock
from kiosk.desk import intake
from kiosk.desk.shown import Key, Tap, Typing
from kiosk.desk.states import State
from kiosk.errors import SettingsFault
from kiosk.settings import Depot, Settings, Station, Wedge, parse
from kiosk.store import opened
from kiosk.technician.init import make_home

GAP = 1_000
"""Milliseconds, far above what a loaded machine needs between two strokes of a loop; tests wait it out, they do not measure it."""
SETTINGS = Settings(Depot(tag="7KQ2"), stations=(Station("left"), Station("right")))
MINE = "PX0123456789"
Serving = tuple[Kiosk, intake.Received, SkippingClock]


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    home, clock = tmp_path / "home", SkippingClock()
    make_home(home, SETTINGS)
    with opened(home) as store:
        received = intake.receive(store, SETTINGS, clock, MINE, "B-12")
        kiosk = Kiosk(store, replace(SETTINGS, wedge=Wedge(gap_ms=GAP)), clock, {}, headless=True)
        kiosk.start(full_screen=False, size=(1280, 800))
        yield kiosk, received, clock
        kiosk.stop()


def strikes(kiosk: Kiosk, text: str, at: int = 0) -> None:
    """The scanner types into whichever window has the focus."""
    window = kiosk.stands[at].window.windowHandle()
    kiosk.hand_scanner.watch(window)
    for sign in text:
        QTest.keyClick(window, sign)  # type: ignore[call-overload]  # takes a character, too


def pause(kiosk: Kiosk) -> None:
    """Until no stroke is held back any more."""
    while kiosk.hand_scanner._wedge.running:
        QTest.qWait(10)


def state(kiosk: Kiosk, at: int = 0) -> State:
    return kiosk.stands[at].station.shown.state


def test_code_and_label_by_hand_scanner(serving: Serving) -> None:
    kiosk, received, clock = serving
    strikes(kiosk, f"{received.token.text}\r")
    assert state(kiosk) is State.FOUND
    clock.advance(5)
    strikes(kiosk, "PX9999999999\r", at=1)  # whichever window has the focus, the scanner is the left station's
    assert (state(kiosk), state(kiosk, at=1)) == (State.OTHER_BARCODE, State.READY)
    strikes(kiosk, f"{MINE}\r")
    assert state(kiosk) is State.DONE


def test_half_a_code_never_reaches_the_keypad_and_a_person_does(serving: Serving) -> None:
    kiosk, received, _ = serving
    stand = kiosk.stands[0]
    stand.station.tapped(Tap.TYPE_A_CODE)
    strikes(kiosk, "4821936")
    pause(kiosk)
    assert stand.station.shown == Typing("", 10)
    code = received.typed_code.text
    for sign in code[:8]:
        stand.station.tapped(Key(sign))
    for sign in code[8:]:
        strikes(kiosk, sign)
        pause(kiosk)
    assert state(kiosk) is State.FOUND


def test_digits_that_a_hand_scanner_reads_are_a_label_and_no_typed_code(
    serving: Serving,
) -> None:
    kiosk, received, _ = serving
    strikes(kiosk, f"{received.typed_code.text}\r")
    assert state(kiosk) is State.SHOW_CODE


@pytest.mark.parametrize("window", ["left", "desk", ""])
def test_the_window_that_owns_it_is_one_that_is_there(window: str) -> None:
    text = '[depot]\ntag = "7KQ2"\n[[stations]]\nname = "left"\n[wedge]\nwindow = "{}"\nsuffix = "\\t"\n'
    assert parse(text.format(window)).wedge == Wedge(suffix="\t", window=window)
    with pytest.raises(SettingsFault, match="names no window"):
        parse(text.format("2"))
