"""A screen read aloud: everything once, then what is new, never what is not there."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.desk.shown import Check, Found, Lot, Ready, Typing, WrongParcel
from kiosk.reader.wire import Advice
from kiosk.screens.aloud import sentences
from kiosk.screens.manner import Adjust, Manner
from kiosk.screens.parts import Button
from kiosk.screens.qt_voice import QtVoice
from kiosk.screens.speech import Mute
from kiosk.screens.window import StationWindow
from tests.screens.values import HARD, Make, everything_said
from tests.screens.watch import Watch

ALOUD = Manner(aloud=True)
FOUND = Found((Lot("B-12-047", Check.NEXT),))


class Recorder:
    """What would be heard, in order; a list of its own for what breaks off what was said before."""

    works, speaking = True, False

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.language = ""
        self.hushed = 0

    def say(self, sentences: Sequence[str], language: str, *, after: bool = False) -> None:
        if not after:
            self.heard.clear()
        self.heard += sentences
        self.language = language

    def hush(self) -> None:
        self.hushed += 1
        self.heard.clear()


def listening(make: Make) -> tuple[StationWindow, Recorder]:
    voice = Recorder()
    window = make(voice=voice)
    window.adjust(ALOUD)
    return window, voice


def test_every_sentence_of_every_screen_is_said_and_nothing_that_is_not_shown(make: Make) -> None:
    window, voice = listening(make)
    for value in HARD:
        window.show_shown(Ready())
        window.show_shown(value)
        window.adjust(ALOUD)
        shown = {" ".join(text.split()) for text in everything_said(window.page)}
        assert set(sentences(window.page)) <= shown
        for words in window.page.column:
            if not words.isHidden() and words.accessibleName():
                assert " ".join(words.accessibleName().split()) in sentences(window.page)
    assert voice.language == "en"


def test_a_screen_is_read_once_and_then_only_what_is_new(make: Make) -> None:
    window, voice = listening(make)
    window.show_shown(Typing())
    assert "Type your code" in voice.heard
    window.show_shown(Typing("4"))
    assert voice.heard == ["1 characters typed"] or "1" in voice.heard[0]
    assert "4" not in " ".join(voice.heard), "a code is nobody else's business"


def test_what_would_help_is_said_and_a_code_seen_is_not_cut_off_by_its_answer(make: Make) -> None:
    window, voice = listening(make)
    window.advise(Advice.CLOSER)
    assert voice.heard == ["A little closer, please: it is too far away to read."]
    window.advise(None)
    window.aim(((0, 0), (9, 0), (9, 9), (0, 9)), 1280, 720)
    assert "Code seen." in everything_said(window)
    window.show_shown(FOUND)
    assert voice.heard[0] == "Code seen."
    assert "1 parcel for you" in voice.heard
    window.show_shown(WrongParcel("B-12-047"))
    assert "Code seen." not in voice.heard, "the next answer breaks off the one before"


def test_keys_tell_the_name_of_what_they_come_to(make: Make) -> None:
    window, voice = listening(make)
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(window.page, Qt.Key.Key_F2)
    assert voice.heard == ["Type a code"]


def test_a_headset_is_read_to_from_when_it_is_plugged_in_until_it_is_pulled_out(make: Make) -> None:
    voice, watch = Recorder(), Watch()
    window = make(voice=voice, now=watch)
    QTest.qWaitForWindowActive(window)
    for key, listens in ((Qt.Key.Key_F8, True), (Qt.Key.Key_F8, True), (Qt.Key.Key_F9, False), (Qt.Key.Key_F9, False)):
        watch.seconds += 1
        QTest.keyClick(window.page, key)
        assert window.manner.aloud is listens
        assert ("Type a code" in voice.heard) is listens
    assert voice.hushed


def test_the_question_whether_anybody_is_there_is_said_once(make: Make) -> None:
    window, voice = listening(make)
    window.warn(20)
    window.warn(19)
    assert voice.heard == ["Are you still there? The screen starts afresh in 20 seconds. I am still here."]


def test_who_did_not_ask_hears_nothing_and_a_machine_without_a_voice_offers_none(make: Make) -> None:
    voice = Recorder()
    window = make(voice=voice)
    window.show_shown(FOUND)
    window.warn(20)
    assert voice.heard == []
    offered = {True: window, False: make(voice=Mute())}
    for works, one in offered.items():
        keys = [button for button in one.page.findChildren(Button) if button.sends is Adjust.ALOUD]
        assert keys[0].isVisible() is works


def test_the_next_customer_hears_nothing(make: Make) -> None:
    window, voice = listening(make)
    window.show_shown(FOUND, visit=1)
    window.show_shown(Ready())
    assert voice.heard == []
    assert voice.hushed


@pytest.mark.qt_log_ignore("Text-to-speech")
def test_an_engine_of_qts_speaks_breaks_off_and_one_that_fails_is_silent() -> None:
    voice = QtVoice("mock")
    assert voice.works
    voice.say(["Code seen.", "1 parcel for you"], "en")
    assert voice.speaking
    voice.hush()
    assert not QtVoice("none of that name").works
