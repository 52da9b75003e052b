"""What people are told: a text that is one SMS in the language that greets, and the notice on the wall in all of them."""

import re
from collections.abc import Callable
from datetime import date
from html import escape, unescape
from pathlib import Path

from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from kiosk.cli.notices import text_of
from kiosk.desk.kept import notice
from kiosk.screens import notice_wording
from kiosk.screens.language import LANGUAGES, speaking
from kiosk.screens.texts import MOST
from kiosk.settings import Depot, Notices, Screen, Settings
from kiosk.store import Notice

Run = Callable[..., Result]
S10 = "RB123456785ES"


@given(
    name=st.text(min_size=1, max_size=80),
    place=st.none() | st.just("AB-123-4567"),
    day=st.none() | st.dates(),
    code=st.sampled_from(["4821936075", "K7QM2XPD"]),
    wished=st.booleans(),
    language=st.sampled_from(list(LANGUAGES)),
)
def test_a_text_is_one_sms(
    *, name: str, place: str | None, day: date | None, code: str, wished: bool, language: str
) -> None:
    chosen = Settings(Depot("0000", name), screen=Screen((language,)), notices=Notices(place=wished))
    text = text_of(Notice(1, 1, S10, code, place, day), chosen)
    assert len(text) <= MOST
    assert code in text.replace(" ", "").replace("-", "")
    assert (place is not None and place in text) == (wished and place is not None) or (place or "") in name
    assert day is None or str(day.day) in text


def test_a_text_speaks_the_language_that_greets_and_keeps_the_code_in_its_order() -> None:
    """From the right, groups of digits change places unless something from the left stands before them."""
    told = Notice(1, 1, S10, "4821936075", None, date(2026, 12, 24))

    def text(language: str) -> str:
        return text_of(told, Settings(Depot("0000", "مستودع" if language == "ar" else "D"), screen=Screen((language,))))

    assert text("en") == "D: 482 193 6075, until 24 December"
    assert text("es") == "D: 482 193 6075, hasta el 24 de diciembre"
    assert text("zh") == "D: 482 193 6075, 保留至12月24日"
    assert text("ar") == "مستودع: \u200e482 193 6075, حتى 24 ديسمبر"


def test_the_notice_on_the_wall_speaks_every_language_and_bears_the_key(run: Run, tmp_path: Path) -> None:
    assert run("parcels", "receive", S10, "--place", "B-12").exit_code == 0
    assert run("notices", "wall", tmp_path / "wall.html").exit_code == 0
    page = (tmp_path / "wall.html").read_text(encoding="utf-8")
    for tag, language in LANGUAGES.items():
        with speaking(language):
            assert escape(notice_wording.headline(notice(Settings(Depot("0000"))))) in page
        assert f'<section lang="{tag}" dir="{"rtl" if tag == "ar" else "ltr"}">' in page
    assert run("ledger", "key").stdout.split()[0] in unescape(page)
    assert S10 not in page
    assert not re.search(r"(src|href|url)\s*[=(]", page), "it loads nothing"
