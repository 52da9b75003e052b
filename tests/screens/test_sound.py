"""Tones: short enough for a pipe, soft at both ends, and never a reason to stop."""

import io
import wave
from pathlib import Path

import pytest

from kiosk.screens.sound import RATE, Speaker, Tone, samples, wav


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_fits_a_pipe_and_starts_and_ends_in_silence(tone: Tone) -> None:
    with wave.open(io.BytesIO(wav(tone))) as heard:
        assert (heard.getframerate(), heard.getsampwidth(), heard.getnchannels()) == (RATE, 2, 1)
        assert 0.02 < heard.getnframes() / RATE < 1.0
    assert len(wav(tone)) < 65_536
    assert samples(tone)[:2] == bytes(2)


def test_it_is_played_by_the_systems_program_and_a_missing_one_is_silence(tmp_path: Path) -> None:
    heard, program = tmp_path / "heard", tmp_path / "aplay"
    program.write_text(f"#!/bin/sh\ncat > {heard}\n")
    program.chmod(0o755)
    speaker = Speaker(str(program))
    speaker.play(Tone.CALL)
    assert speaker.ended(5)
    assert heard.read_bytes() == wav(Tone.CALL)
    Speaker(str(tmp_path / "none")).play(Tone.CALL)
