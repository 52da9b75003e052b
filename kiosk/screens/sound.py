"""The seat of sound: a tone for what the eye may miss. Made here, a sine with soft ends; no file, no microphone.

A machine without a sound card, or without the sound library, is silent; every tone has its sign on a screen, too.
"""

import math
from array import array
from enum import StrEnum
from functools import cache
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject

RATE = 22_050
"""Samples a second, 16 bits, one channel."""
_SOFT = 0.01
"""Seconds in which a note comes and goes, so that it does not click."""


class Tone(StrEnum):
    """What is told by ear."""

    CALL = "call"
    """A customer calls the desk."""


_NOTES: dict[Tone, tuple[tuple[float, float], ...]] = {Tone.CALL: ((880.0, 0.18), (0.0, 0.06), (660.0, 0.3))}
"""Hertz and seconds, one note after the other; 0 Hz is a rest."""


class Sound(Protocol):
    """Where tones are played."""

    def play(self, tone: Tone) -> None:
        """Play it, and come back at once."""


class Silence:
    """No sound, for tests, for headless runs, and where the machine has none."""

    def play(self, tone: Tone) -> None:
        """Nothing is heard."""


class Speaker(QObject):
    """The machine's own speaker."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices  # noqa: PLC0415  # its library may be missing

        form = QAudioFormat()
        form.setSampleRate(RATE)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(QMediaDevices.defaultAudioOutput(), form, self)
        self._heard = QBuffer(self)

    def play(self, tone: Tone) -> None:
        """Play it; one that is still heard gives way."""
        self._sink.stop()
        self._heard.close()
        self._heard.setData(QByteArray(samples(tone)))
        self._heard.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.start(self._heard)


def speaker() -> Sound:
    """The machine's speaker, or silence where it has none."""
    try:
        return Speaker()
    except ImportError:
        return Silence()


@cache
def samples(tone: Tone) -> bytes:
    """A tone as 16-bit samples, at most half as loud as it could be."""
    made = array("h")
    for hertz, seconds in _NOTES[tone]:
        count = round(seconds * RATE)
        for number in range(count):
            soft = min(1.0, number / (RATE * _SOFT), (count - number) / (RATE * _SOFT))
            made.append(round(16_000 * soft * math.sin(2 * math.pi * hertz * number / RATE)))
    return made.tobytes()
