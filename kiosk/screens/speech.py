"""The seat of speech: what a screen shows, read aloud to whoever asked for it; nothing else, and nothing to anybody else.

A machine without `speech-dispatcher` is silent, and offers no ear key.
"""

import shutil
from collections.abc import Sequence
from typing import Protocol

ENGINE = "speechd"
"""Qt's engine for speech-dispatcher, which a kiosk has from its distribution."""


class Voice(Protocol):
    """Where sentences are spoken."""

    @property
    def works(self) -> bool:
        """Whether anything can be heard."""
        ...

    @property
    def speaking(self) -> bool:
        """Whether something is being said at this moment."""
        ...

    def say(self, sentences: Sequence[str], language: str, *, after: bool = False) -> None:
        """Speak, and come back at once; what is being said breaks off, or `after` it."""
        ...

    def hush(self) -> None:
        """Break off."""
        ...


class Mute:
    """No speech, for headless runs and where the machine has none."""

    works = False
    speaking = False

    def say(self, sentences: Sequence[str], language: str, *, after: bool = False) -> None:
        """Nothing is heard."""

    def hush(self) -> None:
        """There is nothing to break off."""


def voice() -> Voice:
    """The machine's voice, or silence where it has none."""
    if shutil.which("speech-dispatcher") is None:
        return Mute()
    from kiosk.screens.qt_voice import QtVoice  # noqa: PLC0415  # Qt's speech brings its multimedia, which talks on stderr

    return QtVoice(ENGINE)
