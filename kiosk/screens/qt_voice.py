"""Speech by an engine of Qt's; it is imported only where there is one to be heard."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtTextToSpeech import QTextToSpeech


class QtVoice:
    """An engine of Qt's; raises nothing: one that fails is silent, and says so by `works`."""

    def __init__(self, engine: str) -> None:
        self._engine = QTextToSpeech(engine)
        self._language = ""

    @property
    def works(self) -> bool:
        """Whether the engine came up."""
        return self._engine.state() is not QTextToSpeech.State.Error

    @property
    def speaking(self) -> bool:
        """Whether it is heard, or about to be."""
        return self._engine.state() in {QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing}

    def say(self, sentences: Sequence[str], language: str, *, after: bool = False) -> None:
        """One sentence after the other, with a breath between them."""
        if language != self._language:
            self._engine.setLocale(QLocale(language))
            self._language = language
        if not after:
            self._engine.stop()
        for sentence in sentences:
            self._engine.enqueue(sentence)

    def hush(self) -> None:
        """Break off at once."""
        self._engine.stop()
