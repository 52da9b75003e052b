"""The notice: short, dated, and its number is the schema's."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.desk.kept import notice
from kiosk.desk.shown import Notice, Shown
from kiosk.screens.language import LANGUAGES
from kiosk.screens.notice import NoticeScreen
from kiosk.screens.page import Page
from kiosk.screens.parts import Header
from kiosk.screens.reading import ReadingPage
from kiosk.screens.theme import Theme
from kiosk.screens.words import Words
from kiosk.settings import Depot, Hint, Settings
from kiosk.store.facts import Fact
from kiosk.technician.samples import LONG_LINE, SAMPLES
from tests.screens.measured import wrong_with
from tests.screens.values import Make

MOST_WORDS = 120


LONG = (
    Notice(21, 365, hint=True, answers=LONG_LINE),
    next(one.shown for one in SAMPLES if one.name == "my-parcel-all-there-can-be"),
)


def _paragraphs(page: Page) -> list[str]:
    assert isinstance(page, ReadingPage)
    return [part.text() for part in page.paragraphs if part.text()]


def _said(page: Page) -> list[str]:
    """Every text but the header and what stands on buttons."""
    return [part.text() for part in page.findChildren(Words) if not isinstance(part.parent(), Header) and part.text()]


_WORD = re.compile("[\u4e00-\u9fff]{1,2}|[^\\W\u4e00-\u9fff]+")
"""A word; in Chinese two characters are one, more often than not."""


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_it_takes_120_words_at_most_in_each_language(make: Make, language: str) -> None:
    window = make()
    window.speak(language)
    window.show_shown(Notice(21, 365, hint=True, answers=LONG_LINE))
    said = " ".join(_said(window.page))
    assert "21" in said
    assert 50 < len(_WORD.findall(said)) <= MOST_WORDS


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("value", LONG, ids=["notice", "my parcel"])
def test_what_does_not_fit_in_large_text_stands_on_the_next_page_and_nothing_is_lost(
    make: Make, language: str, value: Shown
) -> None:
    large, normal = make(1280, 800, 10.1), make(1920, 1080)
    normal.show_shown(value)
    normal.speak(language)
    large.adjust(replace(large.manner, large=True, language=language))
    large.show_shown(value)
    page = large.page
    assert isinstance(page, ReadingPage)
    whole, read = " ".join(_paragraphs(normal.page)), list[str]()
    while " ".join(_paragraphs(page)) not in read:
        read += [" ".join(_paragraphs(page))]
        assert [one for one in wrong_with(page, Theme.of(1280, 800, 10.1), value) if "overlap" in one] == []
        if not page.read_on.isVisible():
            break
        QTest.mouseClick(page.read_on, Qt.MouseButton.LeftButton)
    assert "".join(" ".join(read).split()) == "".join(whole.split())
    assert len(read) > 1 or language == "zh"


@pytest.mark.parametrize("hint", [False, True])
def test_it_takes_120_words_at_most_with_a_long_name_and_line(make: Make, hint: bool) -> None:
    window = make()
    window.show_shown(Notice(21, 365, hint=hint, answers=LONG_LINE))
    assert isinstance(window.page, NoticeScreen)
    said = " ".join(_said(window.page))
    assert "21 facts" in said
    assert "365 days" in said
    assert LONG_LINE in said
    assert f"{Notice.version}, {Notice.dated.day} " in said
    assert str(Notice.dated.year) in said
    assert 50 < len(said.split()) <= MOST_WORDS


def test_its_number_is_the_schemas(make: Make) -> None:
    plain, with_hint = notice(Settings(Depot(tag="7KQ2"))), notice(Settings(Depot(tag="7KQ2"), hint=Hint(on=True)))
    assert (plain.facts, with_hint.facts) == (len(Fact) - 1, len(Fact))
    window = make()
    window.show_shown(plain)
    assert f"{plain.facts} facts" in " ".join(_said(window.page))
