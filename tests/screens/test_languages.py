"""Each window speaks a language of its own; nothing of another is left on it, and no sentence is without its translation."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QRawFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk import ASSETS
from kiosk.desk.shown import Check, Found, Lot, Ready, Shown
from kiosk.screens import wording
from kiosk.screens.desk_keys import FIELD
from kiosk.screens.language import LANGUAGES, Speak, speaking
from kiosk.screens.pill import Pill
from kiosk.screens.theme import FONTS
from kiosk.screens.window import StationWindow
from kiosk.settings import LANGUAGES as FILES
from kiosk.technician import samples
from tests.screens.measured import wrong_with
from tests.screens.values import HARD, Make, everything_said

ROOT = Path(__file__).parents[2]


def said(window: StationWindow, shown: Shown) -> list[str]:
    """Everything on the screen of a value, once it is shown and the one before is gone."""
    window.show_shown(shown)
    settle()
    return sorted(everything_said(window))


def settle() -> None:
    """Free what was taken off the screen."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def offered(window: StationWindow) -> list[str]:
    """The names of the languages that can be touched."""
    pills = window.findChildren(Pill)
    return [pill.text() for pill in pills if pill.isVisible() and isinstance(pill.sends, Speak)]


def test_every_sentence_in_the_code_is_translated_into_every_language() -> None:
    checked = subprocess.run(
        [sys.executable, "packaging/translate", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


def test_each_language_is_one_file_and_one_line() -> None:
    assert set(FILES) == set(LANGUAGES)


def test_two_windows_speak_two_languages_at_once(make: Make) -> None:
    one, other = make(), make()
    one.speak("es")
    other.speak("ar")
    one.show_shown(Found((Lot("B-12", Check.NEXT),)))
    assert "1 paquete para usted" in set(everything_said(one))
    assert "وجّه الرمز\nنحو الضوء" in set(everything_said(other))
    assert (one.layoutDirection(), other.layoutDirection()) == (
        Qt.LayoutDirection.LeftToRight,
        Qt.LayoutDirection.RightToLeft,
    )


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_live_screen_that_changes_its_language_says_what_one_opened_in_it_says(make: Make, tag: str) -> None:
    changing, steady = (
        make(1280, 800),
        make(1280, 800, languages=(tag, *(other for other in LANGUAGES if other != tag))),
    )
    for value in {value.state: value for value in HARD}.values():
        said(changing, value)
        changing.speak("zh" if tag != "zh" else "es")
        changing.speak(tag)
        settle()
        assert sorted(everything_said(changing)) == said(steady, value), value


def test_nothing_of_english_is_left_on_a_screen_that_speaks_another_language(make: Make) -> None:
    window = make(languages=("ar",))
    the_depots = f"{samples.LONG_NAME} {samples.LONG_LINE} {samples.LONG_HOURS} {samples.LINE} {samples.HOURS}"
    for sample in samples.SAMPLES:
        sample.show_in(window)
        settle()
        value = sample.shown
        own = the_depots + "".join(
            str(getattr(value, part, "")) for part in ("lots", "place", "code", "typed", "carrier")
        )
        for text in everything_said(window):
            letters = "".join(sign if sign.isascii() and sign.isalpha() else " " for sign in text).split()
            left = {word for word in letters if len(word) > 1 and word not in own}
            assert not left, (sample.name, text)


def test_a_tap_on_a_name_changes_the_language_and_one_on_the_name_in_use_shows_the_others(make: Make) -> None:
    now = [0.0]
    window = make(now=lambda: now[0])

    def tap(tag: str) -> None:
        now[0] += 1
        pill = next(p for p in window.findChildren(Pill) if p.sends == Speak(tag) and p.isVisible())
        QTest.mouseClick(pill, Qt.MouseButton.LeftButton)

    tap("zh")
    assert window.manner.language == "zh"
    window.show_shown(Found((Lot("B-12", Check.NEXT),)))
    assert offered(window) == ["中文"]
    tap("zh")
    assert offered(window) == [one.name for one in LANGUAGES.values()]
    tap("es")
    assert "1 paquete para usted" in set(everything_said(window))


def test_one_language_alone_is_no_choice(make: Make) -> None:
    window = make(languages=("es",))
    assert offered(window) == []
    assert "Acerque el código\na la luz" in said(window, Ready())


def test_one_language_alone_on_a_small_panel_under_a_long_name_leaves_the_screen_whole(make: Make) -> None:
    size = (1080, 1920, 10.1)
    window = make(*size, languages=("en",))
    settle()
    assert window.page.theme
    assert list(wrong_with(window.page, window.page.theme, window.current)) == []
    assert window.page.picture
    assert window.rect().contains(window.page.picture.geometry())


def test_counts_take_the_form_that_their_language_wants() -> None:
    QApplication.instance() or QApplication([])
    wanted = {
        "en": ["1 parcel for you", "2 parcels for you"],
        "es": ["1 paquete para usted", "2 paquetes para usted"],
        "zh": ["您有 1 件包裹", "您有 2 件包裹"],
        "ar": ["لك طرد واحد", "لك طردان", "لك 3 طرود", "لك 11 طردًا", "لك 100 طرد", "لك 103 طرود"],
    }
    counts = {"ar": [1, 2, 3, 11, 100, 103]}
    for tag, sentences in wanted.items():
        with speaking(LANGUAGES[tag]):
            assert [wording.parcels_for_you(count) for count in counts.get(tag, [1, 2])] == sentences


def test_a_value_keeps_its_own_direction_in_a_sentence_from_right_to_left() -> None:
    with speaking(LANGUAGES["ar"]):
        assert wording.put("%2 %1", "B-12", "%1") == "\u2068%1\u2069 \u2068B-12\u2069"
    with speaking(LANGUAGES["es"]):
        assert wording.put("%2 %1", "B-12", "%1") == "%1 B-12"


def test_a_day_to_be_written_is_read_in_the_order_in_which_it_is_written() -> None:
    for tag, language in LANGUAGES.items():
        if language.direction is Qt.LayoutDirection.RightToLeft:
            said = (ASSETS / "languages" / f"{tag}.ts").read_text(encoding="utf-8")
            days = re.findall(r"(?<=translation>)[^<]*\d-\d[^<]*", said)
            assert days
            for one in days:
                assert not re.search(r"\d-\d", re.sub("\u2068[^\u2069]*\u2069|[A-Z]-[0-9-]+", "", one)), one


@pytest.mark.parametrize("face", ["Regular", "Bold"])
def test_our_fonts_have_every_character_that_is_said(face: str) -> None:
    QApplication.instance() or QApplication([])
    fonts = [QRawFont(str(ASSETS / "fonts" / name.format(face)), 20) for name in FONTS]
    asked = set("".join(one.name for one in LANGUAGES.values()) + "".join(FIELD) + "✓")
    for tag in LANGUAGES:
        for part in ET.parse(ASSETS / "languages" / f"{tag}.ts").iter():  # noqa: S314  # a file of our own
            if part.tag in {"source", "translation", "numerusform"}:
                asked |= set(part.text or "")
    missing = {
        sign for sign in asked if sign.isprintable() and not any(font.supportsCharacter(ord(sign)) for font in fonts)
    }
    assert len(asked) > 400
    assert not missing


def test_every_font_is_under_the_open_font_licence_and_says_whose_it_is() -> None:
    licence = (ASSETS / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    for name in ("Noto Sans\n", "Noto Sans Arabic\n", "Noto Sans CJK SC\n"):
        assert name in licence
