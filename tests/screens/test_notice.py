"""The notice: short, dated, and its number is the schema's."""

import pytest

from kiosk.desk.kept import notice
from kiosk.desk.shown import Notice
from kiosk.screens.notice import NoticeScreen
from kiosk.screens.page import Page
from kiosk.screens.parts import Header
from kiosk.screens.words import Words
from kiosk.settings import Depot, Hint, Settings
from kiosk.store.facts import Fact
from kiosk.technician.samples import LONG_LINE
from tests.screens.values import Make

MOST_WORDS = 120


def _said(page: Page) -> list[str]:
    """Every text but the header and what stands on buttons."""
    return [part.text() for part in page.findChildren(Words) if not isinstance(part.parent(), Header) and part.text()]


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
