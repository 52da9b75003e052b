"""One PC, one store, two stations with a camera each, and the desk: through real windows and two real reader children."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.desk import intake
from kiosk.desk.counter.panel import Do, Kind
from kiosk.desk.shown import Check, Found, Key, Lot, Ready, ShowCode, Tap, WrongParcel
from kiosk.desk.states import State
from kiosk.ledger import events
from kiosk.parcel import ParcelState
from kiosk.policy import lockout
from kiosk.reader.wire import Frame, Sighting
from kiosk.screens.sound import Tone
from kiosk.settings import Wedge
from kiosk.store import pins
from tests.flows.depot import CORNERS
from tests.flows.staffed import SETTINGS, StaffedDepot

MINE, OTHERS = "PX0000047301", "PX0000087302"
LABEL = "Code128"


class Ear:
    """Sits where the speaker does, and counts."""

    def __init__(self) -> None:
        self.heard = list[Tone]()

    def play(self, tone: Tone) -> None:
        self.heard.append(tone)


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StaffedDepot]:
    """Each with its reader child."""
    yield from made(tmp_path / "home", monkeypatch, cameras=2)


@pytest.fixture
def blind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StaffedDepot]:
    """For stories of other things than cameras; the hand scanner is the right station's."""
    yield from made(tmp_path / "home", monkeypatch, cameras=0)


def made(home: Path, monkeypatch: pytest.MonkeyPatch, *, cameras: int) -> Iterator[StaffedDepot]:
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)
    depot = StaffedDepot(home, replace(SETTINGS, wedge=Wedge(window="right")), cameras=cameras)
    yield depot
    assert depot.store.journal.verify().ok
    depot.close()


def takes_in(depot: StaffedDepot, waybill: str, place: str) -> intake.Received:
    return intake.receive(depot.store, depot.settings, depot.clock, waybill, place)


def types(depot: StaffedDepot, code: str, *, at_right: bool = False) -> State:
    stand = depot.right if at_right else depot.left
    for sign in code:
        stand.station.tapped(Key(sign))
    return stand.station.shown.state


def test_a_visit_begins_at_one_station_and_ends_at_the_other(both: StaffedDepot) -> None:
    mine, others = takes_in(both, MINE, "C-03-118"), takes_in(both, OTHERS, "B-12-001")

    assert both.shows(mine.token.text) == Found((Lot("C-03-118", Check.NEXT),))
    assert both.right.station.shown == Ready()
    both.waits(30)  # at the shelves
    assert both.left.station.shown == Ready()
    assert both.shows(MINE, LABEL, at=both.right).state is State.DONE
    assert both.left.station.shown == Ready()

    both.shows(mine.token.text, at=both.right)
    assert both.right.station.shown.state is State.REFUSED  # collected, wherever it was
    assert both.shows(others.token.text, at=both.right).state is State.FOUND
    assert both.shows(others.token.text, at=both.left) == Found((Lot("B-12-001", Check.NEXT),), resumed=True)
    assert both.shows(OTHERS, LABEL, at=both.left).state is State.DONE
    assert both.entered(events.VisitOpened, events.ParcelHandedOver) == [
        events.VisitOpened(1, 1, "left", "token"),
        events.ParcelHandedOver(1, 1, "right", "label"),
        events.VisitOpened(2, 2, "right", "token"),
        events.ParcelHandedOver(2, 2, "left", "label"),
    ]


def test_two_customers_begin_at_one_station_each_and_mix_up_their_parcels(both: StaffedDepot) -> None:
    ann, ben = takes_in(both, MINE, "C-03-118"), takes_in(both, OTHERS, "B-12-001")
    both.shows(ann.token.text, at=both.left)
    both.shows(ben.token.text, at=both.right)
    both.waits(20)

    assert both.shows(OTHERS, LABEL, at=both.left) == ShowCode(again=True)
    assert both.shows(ann.token.text, at=both.left) == WrongParcel("C-03-118")
    assert both.shows(OTHERS, LABEL, at=both.right) == ShowCode(again=True)
    assert both.shows(ben.token.text, at=both.right).state is State.DONE
    assert both.shows(MINE, LABEL, at=both.left).state is State.DONE
    assert both.state_of(ann.parcel.id) is both.state_of(ben.parcel.id) is ParcelState.HANDED_OVER


def test_a_label_left_before_the_camera_counts_for_nobody_after_its_own_customer(blind: StaffedDepot) -> None:
    ann, ben = takes_in(blind, MINE, "C-03-118"), takes_in(blind, OTHERS, "B-12-001")
    anns, bens = (Sighting("QRCode", one.token.text.encode(), CORNERS) for one in (ann, ben))
    label = Sighting(LABEL, MINE.encode(), CORNERS)

    def sees(*codes: Sighting) -> State:
        blind.waits(1)
        blind.left._frame(Frame(0, 0, codes, 1.0, 1280, 720, 1, 1, 1))
        return blind.left.station.shown.state

    assert [sees(anns), sees(label)] == [State.FOUND, State.DONE]
    assert [sees(label, bens), *(sees(label) for _ in range(5))] == [State.FOUND] * 6
    assert blind.entered(events.WrongParcel) == []


def test_each_keypad_has_its_own_lockout_and_scanning_stays_open_at_both(blind: StaffedDepot) -> None:
    mine = takes_in(blind, MINE, "C-03-118")
    wrong = [f"{number:010}" for number in range(next(n for n in range(99) if lockout.after_wrong(n)))]
    blind.touches(Tap.TYPE_A_CODE)
    assert [types(blind, code) for code in wrong] == [State.TYPING] * (len(wrong) - 1) + [State.LOCKED_OUT]

    blind.touches(Tap.TYPE_A_CODE, blind.right)
    assert [types(blind, code, at_right=True) for code in wrong[1:]] == [State.TYPING] * (len(wrong) - 1)
    assert types(blind, wrong[0], at_right=True) is State.LOCKED_OUT
    assert blind.entered(events.KeypadLocked) == [events.KeypadLocked("left", 15), events.KeypadLocked("right", 15)]
    assert blind.touches(Tap.BACK, blind.right).state is State.READY
    assert blind.touches(Tap.TYPE_A_CODE, blind.right).state is State.LOCKED_OUT

    blind.right.scanned(mine.token.text)
    assert blind.right.station.shown.state is State.FOUND
    blind.left.scanned(MINE)
    assert blind.left.station.shown.state is State.DONE


def test_calls_of_both_stations_are_two_that_sound_as_one_and_merge_when_pressed_again(blind: StaffedDepot) -> None:
    ear = Ear()
    blind.desk._shared = replace(blind.desk._shared, sound=ear)
    blind.signs_in(at=blind.desk)
    for stand in (blind.left, blind.right, blind.left):
        blind.touches(Tap.CALL_DESK, stand)
        blind.touches(Tap.BACK, stand)
    blind.waits(1)
    blind.waits(10)
    assert (blind.bar().calls, ear.heard) == (2, [Tone.CALL])
    blind.waits(60)
    assert ear.heard == [Tone.CALL] * 2

    blind.presses(Do.CALL)
    blind.presses(Do.ANSWERED)
    assert (blind.bar().calls, blind.bar().call.station) == (1, "right")  # type: ignore[union-attr]  # there is one
    assert [getattr(call, "times", 0) for call in blind.entered(events.CallAnswered)] == [2]


def test_a_badge_turns_one_station_into_the_desk_and_the_other_serves_on(both: StaffedDepot) -> None:
    mine = takes_in(both, MINE, "C-03-118")
    both.shows(both.badge_of(2).text)
    assert both.at_station() == "ready, the desk over it"
    assert not both.right.desk.is_open

    assert both.shows(mine.token.text, at=both.right).state is State.FOUND
    assert both.left.desk.counter.panel.kind is Kind.PIN
    assert both.shows(MINE, LABEL, at=both.right).state is State.DONE


def test_the_hand_scanner_is_the_right_stations_whichever_window_has_the_focus(blind: StaffedDepot) -> None:
    mine = takes_in(blind, MINE, "C-03-118")
    blind.left.scanned(mine.token.text)
    blind.signs_in(at=blind.desk)
    panel = blind.panel()
    blind.scans(MINE)  # the desk's window has the focus
    assert blind.right.station.shown.state is State.DONE
    assert blind.panel() == panel


def test_a_reader_that_dies_leaves_the_other_station_alone(both: StaffedDepot) -> None:
    mine = takes_in(both, MINE, "C-03-118")
    reader = both.left.reader
    assert reader is not None
    both.until(lambda: reader.pid is not None)
    assert reader._process is not None
    reader._process.end()
    both.until(lambda: both.left.station.shown == Ready(reader_works=False))
    assert both.shows(mine.token.text, at=both.right).state is State.FOUND
    assert both.shows(MINE, LABEL, at=both.right).state is State.DONE
