"""Whole visits by those for whom a touch screen is not made: by keys alone, by ear alone, in large text, from a wheelchair, and slowly."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.desk.shown import Check, DeskCalled, Done, Found, Key, Lot, Ready, Shown, Tap, Typing
from kiosk.desk.states import State
from kiosk.screens.manner import Adjust, Manner
from kiosk.screens.parts import Button
from kiosk.screens.words import Words
from kiosk.store import pins
from tests.flows.staffed import DOUBLE_TAP_MS, StaffedDepot

LABEL = "Code128"
ACTS = (Qt.Key.Key_Return, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5)
"""Keys that act; one that comes too soon after another is the same finger's."""


class Ear:
    """At the seat of speech: what a customer hears, in order."""

    works, speaking = True, False

    def __init__(self) -> None:
        self.heard: list[str] = []

    def say(self, sentences: Sequence[str], language: str, *, after: bool = False) -> None:  # noqa: ARG002  # the seat's
        self.heard += sentences

    def hush(self) -> None:
        pass

    def lately(self) -> str:
        """All since it was asked last."""
        said, self.heard = " ".join(self.heard), []
        return said


@pytest.fixture(scope="module")
def ear() -> Ear:
    return Ear()


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory, ear: Ear) -> Iterator[StaffedDepot]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pins, "MEMORY_KIB", 64)
        made = StaffedDepot(tmp_path_factory.mktemp("means") / "home", cameras=1, voice=ear, strokes_ms=10)
        yield made
        assert made.store.journal.verify().ok
        made.close()


@pytest.fixture(autouse=True)
def at_rest(depot: StaffedDepot) -> Iterator[None]:
    """Each story begins with nobody at the screen, in the depot's own manner, and ends so."""
    window = depot.left.window
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    yield
    depot.waits(20 * 60)
    depot.waits(1)
    assert depot.state() is State.READY
    assert window.manner == Manner()


def presses(depot: StaffedDepot, *keys: Qt.Key | str) -> Shown:
    """Keys, as slowly as a person strikes them; each goes to whatever has the focus."""
    for number, key in enumerate(keys):
        QTest.qWait(DOUBLE_TAP_MS if key in ACTS or (number == 0 and isinstance(key, str)) else 1)
        QTest.keyClick(depot.left.window.windowHandle(), key)  # type: ignore[arg-type]  # takes a character, too
        depot.until(lambda: not depot.kiosk.hand_scanner._wedge.running)  # it is no scanner that types so slowly
    return depot.left.station.shown


def goes_to(depot: StaffedDepot, tap: Tap) -> None:
    """With one button of a row, on and on until the focus is there."""
    for _ in range(20):
        here = QApplication.focusWidget()
        if isinstance(here, Button) and here.sends is tap:
            return
        presses(depot, Qt.Key.Key_F2)
    raise AssertionError(f"no way to {tap}")


def chooses(depot: StaffedDepot, tap: Tap) -> Shown:
    goes_to(depot, tap)
    return presses(depot, Qt.Key.Key_F3)


def test_by_keys_alone(depot: StaffedDepot) -> None:
    received = depot.receives("KX000010", "C-03-118")
    assert presses(depot, Qt.Key.Key_Tab, Qt.Key.Key_Return) == Typing()
    assert presses(depot, *received.typed_code.text) == Found((Lot("C-03-118", Check.NEXT),))
    chooses(depot, Tap.TYPE_LABEL)
    done = presses(depot, *"00001", Qt.Key.Key_Backspace, *"10")
    assert isinstance(done, Done)
    assert done.parcels == 1
    assert chooses(depot, Tap.BACK) == Ready()


def test_by_ear_alone(depot: StaffedDepot, ear: Ear) -> None:
    """Blind: the ear key, the code by what is said, the desk brings the parcel, its label is shown; nothing needs to be seen."""
    received = depot.receives("KX000020", "B-12-020")
    depot.signs_in(at=depot.desk)
    ear.lately()
    presses(depot, Qt.Key.Key_F4)
    told = ear.lately()
    assert "Hold your code toward the light" in told
    assert "The reader is below the screen" in told
    assert "Call the desk" in told

    depot.shows(received.token.text)
    told = ear.lately()
    assert told.index("Code seen.") < told.index("1 parcel for you") < told.index("B-12-020")
    assert "Bring it to me" in told

    goes_to(depot, Tap.BRING_IT)
    assert ear.lately().endswith("Bring it to me")
    called = presses(depot, Qt.Key.Key_F3)
    assert isinstance(called, DeskCalled)
    assert called.staffed
    told = ear.lately()
    assert "We bring it to you" in told
    assert "wait here" in told

    depot.shows("KX000020", LABEL)
    told = ear.lately()
    assert "All yours." in told
    assert "1 parcel" in told
    depot.waits(21)
    assert "Are you still there? The screen starts afresh in" in ear.lately()
    depot.waits(20)
    assert depot.left.station.shown == Ready()
    assert ear.lately() == "", "the next customer hears nothing"


def asks(depot: StaffedDepot) -> bool:
    """Whether the screen asks if anybody is still there."""
    return depot.left.station.leaving is not None


def capitals(depot: StaffedDepot) -> float:
    """Millimetres of the smallest words on the screen."""
    page = depot.left.window.page
    assert page.theme
    shown = [one for one in page.findChildren(Words) if one.isVisible()]
    return min(QFontMetricsF(text.font).capHeight() for one in shown for text in one.painted_texts()) / page.theme.mm


def test_in_large_text(depot: StaffedDepot) -> None:
    received = depot.receives("KX000030", "D-04-030")
    presses(depot, Qt.Key.Key_F5)
    assert capitals(depot) >= 7
    depot.shows(received.token.text)
    assert capitals(depot) >= 7
    depot.waits(30)
    assert depot.left.station.shown == Ready()
    assert capitals(depot) < 7, "the next one's screen is the depot's"
    assert isinstance(depot.shows("KX000030", LABEL), Done)
    assert depot.left.window.manner == Manner(large=True), "back from the shelves, it is theirs again"
    assert capitals(depot) >= 7


def test_from_a_wheelchair(depot: StaffedDepot) -> None:
    """One touch brings all controls down, for this visit alone: on every screen of it nothing is to be touched above the middle."""
    received = depot.receives("KX000035", "D-04-035")
    window = depot.left.window
    assert not window.page.all_low(), "as it stands for everybody"
    low = next(one for one in window.findChildren(Button) if one.sends is Adjust.LOW and one.isVisible())
    QTest.qWait(DOUBLE_TAP_MS)
    middle = low.mapTo(window, low.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.page.all_low()
    assert depot.touches(Tap.TYPE_A_CODE) == Typing()
    for digit in received.typed_code.text:
        assert window.page.all_low()
        depot.touches(Key(digit))
    assert depot.left.station.shown == Found((Lot("D-04-035", Check.NEXT),))
    assert window.page.all_low()
    depot.waits(30)
    assert depot.state() is State.READY
    assert window.manner == Manner(), "the next one's screen is the depot's"
    assert isinstance(depot.shows("KX000035", LABEL), Done)
    assert window.manner == Manner(reach=True)
    assert window.page.all_low()


def test_slowly(depot: StaffedDepot) -> None:
    """The screen asks, again and again, and stays as often as it is told; a key that answers does nothing else."""
    received = depot.receives("KX000040", "E-05-040")
    depot.touches(Tap.TYPE_A_CODE)
    for digit in received.typed_code.text:
        depot.waits(46)
        assert asks(depot)
        assert presses(depot, Qt.Key.Key_Return).state is State.TYPING
        assert not asks(depot)
        presses(depot, digit)
    assert depot.left.station.shown == Found((Lot("E-05-040", Check.NEXT),))
    for _ in range(12):
        depot.waits(9)
        question = next(one for one in depot.left.window.findChildren(Button) if one.sends is Tap.STAY)
        assert question.isVisible()
        QTest.qWait(DOUBLE_TAP_MS)
        middle = question.mapTo(depot.left.window, question.rect().center())
        QTest.mouseClick(depot.left.window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
        depot.waits(1)
        assert not question.isVisible()
        assert depot.state() is State.FOUND
    assert isinstance(depot.shows("KX000040", LABEL), Done)


def test_while_the_screen_asks_a_label_is_anybodys(depot: StaffedDepot) -> None:
    """Ann has left FOUND standing; Ben, at the shelves since before her, scans his: he is asked for his code, not told that he errs."""
    ann, ben = depot.receives("KX000050", "F-06-050"), depot.receives("KX000060", "F-06-060")
    depot.shows(ben.token.text)
    depot.shows(ann.token.text)
    depot.waits(9)
    assert asks(depot)
    assert depot.shows("KX000060", LABEL).state is State.SHOW_CODE
    assert isinstance(depot.shows(ben.token.text), Done)
    assert isinstance(depot.shows("KX000050", LABEL), Done)
    assert Adjust.ALOUD in {one.sends for one in depot.left.window.page.targets()}
