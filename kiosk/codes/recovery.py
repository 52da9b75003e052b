"""The recovery secret in words that a person can copy by hand, and as the text of a QR code. Pure.

20 bytes become ten words and 4 bytes of their SHA-256 two more. A word is 16 bits as consonant, vowel, consonant, vowel, consonant
(4, 2, 4, 2, 4 bits), the manner of proquints (arXiv:0901.4016): words that can be read aloud, and no list to keep. A text that was copied
wrongly is taken for right once in 2^32.
"""

import hashlib
import re
from dataclasses import dataclass, field

PREFIX = "HKS:"
"""Begins the QR code's text; 75 characters of QR alphanumeric mode, so version 4-M."""
SECRET_BYTES = 20
CHECK_BYTES = 4
WORDS = (SECRET_BYTES + CHECK_BYTES) // 2

_CONSONANTS = "bdfghjklmnprstvz"
_VOWELS = "aiou"
_WORD = re.compile(f"[{_CONSONANTS}][{_VOWELS}][{_CONSONANTS}][{_VOWELS}][{_CONSONANTS}]")
_TAGGED = re.compile(f"{PREFIX}([a-z-]{{,200}})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Secret:
    """What the recovery sheet holds: 20 random bytes."""

    content: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.content) != SECRET_BYTES:
            raise ValueError(f"a recovery secret has {SECRET_BYTES} bytes")

    @property
    def words(self) -> tuple[str, ...]:
        """Twelve words of five letters; the last two check the others."""
        whole = self.content + _check(self.content)
        return tuple(_word(int.from_bytes(whole[at : at + 2])) for at in range(0, len(whole), 2))

    @property
    def text(self) -> str:
        """As the QR code carries it."""
        return PREFIX + "-".join(self.words).upper()


@dataclass(frozen=True, slots=True)
class Miscopied:
    """No recovery secret: which words, counted from 1, cannot be right; none where it is their number or their check."""

    words: tuple[int, ...] = ()


def parse(untrusted_text: str) -> Secret | Miscopied:
    """The secret in what was typed, scanned, or kept in a file: capitals, hyphens and what stands around `HKS:` do not matter."""
    tagged = _TAGGED.search(untrusted_text)
    words = re.split(r"[\s,-]+", (tagged[1] if tagged else untrusted_text[:1000]).strip(" \t\r\n,-").lower())
    if len(words) != WORDS:
        return Miscopied()
    wrong = tuple(number for number, word in enumerate(words, 1) if not _WORD.fullmatch(word))
    if wrong:
        return Miscopied(wrong)
    whole = b"".join(_number(word).to_bytes(2) for word in words)
    content, check = whole[:SECRET_BYTES], whole[SECRET_BYTES:]
    return Secret(content) if check == _check(content) else Miscopied()


def _check(content: bytes) -> bytes:
    return hashlib.sha256(b"kiosk recovery sheet 1\0" + content).digest()[:CHECK_BYTES]


def _word(number: int) -> str:
    first, one, second, two, third = number >> 12, number >> 10 & 3, number >> 6 & 15, number >> 4 & 3, number & 15
    return _CONSONANTS[first] + _VOWELS[one] + _CONSONANTS[second] + _VOWELS[two] + _CONSONANTS[third]


def _number(word: str) -> int:
    first, second, third = (_CONSONANTS.index(word[at]) for at in (0, 2, 4))
    return first << 12 | _VOWELS.index(word[1]) << 10 | second << 6 | _VOWELS.index(word[3]) << 4 | third
