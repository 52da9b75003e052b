"""A page to be read: a headline and paragraphs, which stand together as one where a small panel has no room for them apart."""

from collections.abc import Iterable

from kiosk.screens.page import Page
from kiosk.screens.theme import Theme

TOGETHER = 0.7
"""Headlines and distances shrink so far first."""


class ReadingPage(Page):
    """No picture; `read` gives it its words."""

    def __init__(self, depot_name: str, paragraphs: int) -> None:
        super().__init__(depot_name)
        self.headline = self.words(84, headline=True)
        self.paragraphs = [self.words(44, above=22 if number else 30) for number in range(paragraphs)]
        self._texts: list[str] = []
        self.foot_beside = True

    def read(self, headline: str, paragraphs: Iterable[str]) -> None:
        """Say this; empty paragraphs take no room."""
        self.headline.say(headline)
        self._texts = [text for text in paragraphs if text]
        self.fit()

    def arrange(self, theme: Theme) -> bool:
        """Apart while there is room."""
        texts = [" ".join(self._texts)] if theme.tight < TOGETHER else self._texts
        for number, part in enumerate(self.paragraphs):
            part.say(texts[number] if number < len(texts) else "")
        return super().arrange(theme)
