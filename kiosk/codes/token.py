"""Tokens and badges: what our own QR codes carry.

A token is `HK1:` and 26 Crockford symbols: 4 name the depot, 20 are random (100 bits), 2 are check symbols (10 bits). These 30
characters fit a version 2-M QR code in alphanumeric mode. A badge is `HKB:` and 26 symbols made the same way.

The check. The 26 symbols, read as one base-32 number, leave remainder 1 when divided by 1021, the largest prime that two symbols
can count. A wrong symbol changes the number by d·32^k with 0 < |d| < 32; two symbols swapped, m places apart, by d·(32^m - 1)·32^k,
and 1021 divides 32^m - 1 first at m = 68. So every single wrong symbol and every swap of two, neighbours or not, is caught, the
check symbols included, and of anything worse all but one in 1021. Remainder 1, not 0, so that a row of zeros is no token.

Tokens come from a QR code or a hand scanner, never from a person's memory. So reading forgives lower case (a keyboard wedge with caps
lock on swaps it) and nothing else: an `O` where `0` belongs is a damaged code.
"""

from dataclasses import dataclass, field

from kiosk.codes.crockford import BITS, decode, encode

PREFIX = "HK1:"
BADGE_PREFIX = "HKB:"
DEPOT_TAG_LENGTH = 4
RANDOM_LENGTH = 20
CHECK_LENGTH = 2
TAG_BYTES = 3
"""Random bytes a depot tag needs (20 bits of them are used)."""
RANDOM_BYTES = 13
"""Random bytes a token needs (100 bits of them are used)."""

_PAYLOAD_LENGTH = DEPOT_TAG_LENGTH + RANDOM_LENGTH
_PRIME = 1021
_REMAINDER = 1


@dataclass(frozen=True, slots=True)
class Token:
    """A pickup token as in its QR code, 30 characters, upper case, check symbols right."""

    text: str = field(repr=False)

    @property
    def depot_tag(self) -> str:
        return _depot_tag(self.text)


@dataclass(frozen=True, slots=True)
class Badge:
    """A clerk's badge, 30 characters, upper case, check symbols right."""

    text: str = field(repr=False)

    @property
    def depot_tag(self) -> str:
        return _depot_tag(self.text)


@dataclass(frozen=True, slots=True)
class Damaged:
    """One of our own prefixes, but the length, the alphabet or the check symbols are wrong."""


def make_tag(random_bytes: bytes) -> str:
    """A depot's tag, 4 symbols, from at least 3 random bytes (ValueError below)."""
    return encode(_low_bits(random_bytes, TAG_BYTES, DEPOT_TAG_LENGTH), DEPOT_TAG_LENGTH)


def make(depot_tag: str, random: bytes) -> Token:
    """A token of this depot from at least 13 random bytes. ValueError: too few bytes, or a tag that is none."""
    return Token(PREFIX + _symbols(depot_tag, random))


def make_badge(depot_tag: str, random: bytes) -> Badge:
    """A badge of this depot, on the terms of `make`."""
    return Badge(BADGE_PREFIX + _symbols(depot_tag, random))


def parse(untrusted_text: str) -> Token | Damaged | None:
    """The token in a text; Damaged when it only begins as one; None when it is something else."""
    symbols = _after(PREFIX, untrusted_text)
    if symbols is None:
        return None
    return Token(PREFIX + symbols) if _holds(symbols) else Damaged()


def parse_badge(untrusted_text: str) -> Badge | Damaged | None:
    """The badge in a text; Damaged when it only begins as one; None when it is something else."""
    symbols = _after(BADGE_PREFIX, untrusted_text)
    if symbols is None:
        return None
    return Badge(BADGE_PREFIX + symbols) if _holds(symbols) else Damaged()


def _depot_tag(text: str) -> str:
    start = len(PREFIX)
    return text[start : start + DEPOT_TAG_LENGTH]


def _low_bits(random: bytes, least: int, length: int) -> int:
    if len(random) < least:
        raise ValueError(f"{least} random bytes are needed, not {len(random)}")
    return int.from_bytes(random) & (1 << BITS * length) - 1


def _symbols(depot_tag: str, random: bytes) -> str:
    if len(depot_tag) != DEPOT_TAG_LENGTH or decode(depot_tag) is None:
        raise ValueError("a depot tag is 4 symbols of Crockford's base32")
    payload = depot_tag + encode(_low_bits(random, RANDOM_BYTES, RANDOM_LENGTH), RANDOM_LENGTH)
    return payload + _check(payload)


def _check(payload: str) -> str:
    number = decode(payload)
    assert number is not None, "a payload is made of symbols"
    return encode((_REMAINDER - (number << BITS * CHECK_LENGTH)) % _PRIME, CHECK_LENGTH)


def _after(prefix: str, untrusted_text: str) -> str | None:
    """What follows the prefix, or None without it. Only ASCII is put in upper case: a long s would become an S."""
    if untrusted_text[: len(prefix)].upper() != prefix:
        return None
    symbols = untrusted_text[len(prefix) :]
    return symbols.upper() if symbols.isascii() else symbols


def _holds(symbols: str) -> bool:
    payload, check = symbols[:_PAYLOAD_LENGTH], symbols[_PAYLOAD_LENGTH:]
    return len(payload) == _PAYLOAD_LENGTH and decode(payload) is not None and check == _check(payload)
