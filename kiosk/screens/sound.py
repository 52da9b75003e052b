"""The seat of sound: a tone for what the eye may miss. Made here, a sine with soft ends; no file, no microphone.

A machine without a sound card, or without the sound library, is silent; every tone has its sign on a screen, too.
"""

import io
import math
import shutil
import subprocess
import wave
from array import array
from enum import StrEnum
from functools import cache
from typing import Protocol

from kiosk.desk.shown import Shown, Typing
from kiosk.desk.states import State

RATE = 22_050
"""Samples a second, 16 bits, one channel."""
_SOFT = 0.01
"""Seconds in which a note comes and goes, so that it does not click."""


class Tone(StrEnum):
    """What is told by ear."""

    CALL = "call"
    """A customer calls the desk."""
    TOUCH = "touch"
    """A button was touched."""
    SEEN = "seen"
    """A code was seen; something more is needed."""
    YES = "yes"
    NO = "no"
    WRONG = "wrong"
    """Another's parcel: heard at the desk, too."""


_NOTES: dict[Tone, tuple[tuple[float, float], ...]] = {
    Tone.CALL: ((880.0, 0.18), (0.0, 0.06), (660.0, 0.3)),
    Tone.TOUCH: ((1_400.0, 0.03),),
    Tone.SEEN: ((988.0, 0.09),),
    Tone.YES: ((659.0, 0.12), (988.0, 0.25)),
    Tone.NO: ((440.0, 0.2), (330.0, 0.3)),
    Tone.WRONG: ((294.0, 0.16), (0.0, 0.08), (294.0, 0.16), (0.0, 0.08), (294.0, 0.3)),
}
"""Hertz and seconds, one note after the other; 0 Hz is a rest."""


_ANSWERS = {
    State.FOUND: Tone.YES,
    State.DONE: Tone.YES,
    State.SHOW_CODE: Tone.SEEN,
    State.OTHER_BARCODE: Tone.SEEN,
    State.REFUSED: Tone.NO,
    State.LOCKED_OUT: Tone.NO,
    State.WRONG_PARCEL: Tone.WRONG,
}


def answer(value: Shown) -> Tone | None:
    """How a screen that answers a code sounds."""
    if isinstance(value, Typing):
        return Tone.NO if value.wrong else None
    return _ANSWERS.get(value.state)


class Sound(Protocol):
    """Where tones are played."""

    def play(self, tone: Tone) -> None:
        """Play it, and come back at once."""


class Silence:
    """No sound, for tests, for headless runs, and where the machine has none."""

    def play(self, tone: Tone) -> None:
        """Nothing is heard."""


class Speaker:
    """The machine's own speaker, by ALSA's `aplay`: a sound library of Qt's would bring a video library into this process."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._playing: subprocess.Popen[bytes] | None = None
        self._tone: Tone | None = None

    def play(self, tone: Tone) -> None:
        """Play it. What is heard of the same goes on; another breaks off, for the newer one is what counts."""
        if self._playing is not None and self._playing.poll() is None:
            if tone is self._tone:
                return
            self._playing.terminate()
            self._playing.wait()
        self._tone = tone
        try:
            self._playing = subprocess.Popen(  # noqa: S603  # a program of the system's own, found at start
                [self._program, "-q", "-t", "wav", "-"],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            assert self._playing.stdin is not None  # asked for above
            with self._playing.stdin as heard:
                heard.write(wav(tone))  # shorter than a pipe holds, so nobody waits
        except OSError:
            self._playing = None

    def ended(self, seconds: float) -> bool:
        """Wait until nothing is heard any more; whether that was within so many seconds."""
        try:
            return self._playing is None or self._playing.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            return False


def speaker() -> Sound:
    """The machine's speaker, or silence where it has none."""
    program = shutil.which("aplay")
    return Speaker(program) if program else Silence()


def wav(tone: Tone) -> bytes:
    """A tone as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(RATE)
        made.writeframes(samples(tone))
    return file.getvalue()


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
