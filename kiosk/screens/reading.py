"""A page to be read: a headline and paragraphs, which stand together as one where a panel has no room for them apart.

Where even that is too much (large text on a small panel), whole sentences stay for the next page, and a button turns to it.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from kiosk.screens.giving_way import STEPS
from kiosk.screens.page import Page
from kiosk.screens.parts import Button
from kiosk.screens.theme import Theme
from kiosk.screens.wording import translate

TOGETHER = 0.7
"""Headlines and distances shrink so far first."""
_SENTENCE_END = re.compile(r"(?<=[.?!؟]) |(?<=[。？！])(?=.)")


class Turn(StrEnum):
    """What is done on the page itself."""

    READ_ON = "read_on"


class ReadingPage(Page):
    """No picture; `read` gives it its words."""

    def __init__(self, depot_name: str, paragraphs: int) -> None:
        super().__init__(depot_name)
        self.headline = self.words(84, headline=True)
        self.paragraphs = [self.words(44, above=22 if number else 30) for number in range(paragraphs)]
        self._texts: list[str] = []
        self._turned = 0
        self.read_on = Button(Turn.READ_ON)
        self.read_on.setParent(self)
        self.read_on.sent.connect(self._turn)
        self.read_on.hide()
        self.foot_beside = True

    def read(self, headline: str, paragraphs: Iterable[str]) -> None:
        """Say this; empty paragraphs take no room."""
        self.headline.say(headline)
        self.read_on.say(translate("Screens", "Read on"))
        self._texts, self._turned = [text for text in paragraphs if text], 0
        if self.read_on not in self.buttons:
            self.buttons.insert(1, self.read_on)
        self.fit()

    def arrange(self, theme: Theme) -> bool:
        """Apart while there is room, then together, then page by page."""
        self.read_on.hide()
        whole = " ".join(self._texts)
        self._say([whole] if theme.tight < TOGETHER else self._texts)
        if super().arrange(theme):
            return True
        return theme.tight == STEPS[-1] and self._show_turned(theme, whole)

    def _show_turned(self, theme: Theme, whole: str) -> bool:
        """The page that was turned to; after the last comes the first."""
        self.read_on.show()
        pages = list(self._pages(theme, _SENTENCE_END.split(whole)))
        self._say([pages[self._turned % len(pages)]])
        return super().arrange(theme)

    def _pages(self, theme: Theme, sentences: list[str]) -> Iterator[str]:
        """As many sentences a page as fit, one at least."""
        while sentences:
            count = len(sentences)
            while count > 1 and not self._fits(theme, " ".join(sentences[:count])):
                count -= 1
            yield " ".join(sentences[:count])
            sentences = sentences[count:]

    def _fits(self, theme: Theme, text: str) -> bool:
        self._say([text])
        return super().arrange(theme)

    def _say(self, texts: list[str]) -> None:
        for number, part in enumerate(self.paragraphs):
            part.say(texts[number] if number < len(texts) else "")

    def _turn(self) -> None:
        self._turned += 1
        self.fit()
