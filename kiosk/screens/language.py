"""The languages that the screens speak. Two stations and the desk stand in one process, and each may speak another one: there is no
translator of the whole program; a sentence is asked of the language of the window that speaks at this moment.

A language is one line below and one file of Qt Linguist's in `assets/languages`. The files are read as they are: nothing is compiled, so
nothing can be stale.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree as ET

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from kiosk import ASSETS
from kiosk.errors import KioskFault

FIRST_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
"""Around a value of its own direction (UAX #9): `B-12` stays `B-12` in a sentence that runs from right to left."""

_Key = tuple[str, str, str]
"""Context, source sentence, and the comment that tells two alike apart."""


def _alike(_count: int) -> int:
    return 0


def _one_or_more(count: int) -> int:
    return 0 if count == 1 else 1


def _arabic(count: int) -> int:
    """None, one, two, a few, many, hundreds: the six forms of CLDR's plural rules, in Qt Linguist's order."""
    if count < 3:
        return count
    rest = count % 100
    return 3 if 3 <= rest <= 10 else 4 if rest >= 11 else 5


@dataclass(frozen=True, slots=True)
class Speak:
    """What a tap on a language's name means: this window speaks it from now on."""

    tag: str


@dataclass(frozen=True, slots=True)
class Language:
    """One language. `name` is its own name for itself, `form` which of its plural forms a count takes."""

    tag: str
    name: str
    locale: QLocale
    form: Callable[[int], int]

    @property
    def direction(self) -> Qt.LayoutDirection:
        """From which side it is read."""
        return self.locale.textDirection()

    @property
    def from_right(self) -> bool:
        """Whether that is the right."""
        return self.direction is Qt.LayoutDirection.RightToLeft

    def sentence(self, context: str, source: str, comment: str = "", count: int = -1) -> str:
        """A sentence in this language, with the count at %n; the source itself where it has none."""
        forms = _sentences(self.tag).get((context, source, comment), (source,))
        said = forms[self.form(count) if count >= 0 and len(forms) > 1 else 0]
        return said.replace("%n", self.locale.toString(count)) if count >= 0 else said


LANGUAGES = {
    one.tag: one
    for one in (
        Language("en", "English", QLocale("en_GB"), _one_or_more),
        Language("zh", "中文", QLocale("zh_CN"), _alike),
        Language("es", "Español", QLocale("es_ES"), _one_or_more),
        # The Emirates write 0-9, as the codes, the places and the keypad of every depot do; all who read Arabic read them.
        Language("ar", "العربية", QLocale("ar_AE"), _arabic),
    )
}
"""Every language there is, by its tag, as settings name it."""

_NOW: ContextVar[Language] = ContextVar("language", default=LANGUAGES["en"])


def spoken() -> Language:
    """The language of the window that speaks at this moment."""
    return _NOW.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """All sentences asked for within are of this language."""
    before = _NOW.set(language)
    try:
        yield
    finally:
        _NOW.reset(before)


def language_of(part: QWidget) -> Language:
    """The language of the window in which a part stands: Qt hands a window's locale down to all its parts."""
    return next((one for one in LANGUAGES.values() if one.locale == part.locale()), LANGUAGES["en"])


def teach(window: QWidget, language: Language) -> None:
    """Have a window and all its parts speak the language from now on, and read from its side; what is shown stays to be said again."""
    window.setLocale(language.locale)
    window.setLayoutDirection(language.direction)


@cache
def _sentences(tag: str) -> dict[_Key, tuple[str, ...]]:
    """Each sentence's plural forms, or the one form it has. Raises `KioskFault` when the file is missing or damaged."""
    path = ASSETS / "languages" / f"{tag}.ts"
    try:
        root = ET.parse(path).getroot()  # noqa: S314  # a file of our own
    except (OSError, ET.ParseError):
        raise KioskFault(
            f"The sentences in {path} are missing or damaged. Install the kiosk again, or put the file back."
        ) from None
    found = dict[_Key, tuple[str, ...]]()
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            said = message.find("translation")
            if said is not None and said.get("type") is None:
                forms = tuple(form.text or "" for form in said.iter("numerusform")) or (said.text or "",)
                found[name, message.findtext("source", ""), message.findtext("comment", "")] = forms
    return found
