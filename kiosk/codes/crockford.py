"""Crockford's base32: 32 symbols without I, L, O and U, so that a code read aloud or typed is not mistaken.

Source: https://www.crockford.com/base32.html. Most significant symbol first; numbers are padded with `0` to a given length.
"""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS = 5
"""Bits a symbol carries."""

_VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)}


def encode(number: int, length: int) -> str:
    """`length` symbols for 0 ≤ number < 32^length; ValueError outside."""
    if not 0 <= number < 1 << BITS * length:
        raise ValueError(f"a number outside 0 … 32^{length} - 1")
    return "".join(ALPHABET[number >> BITS * place & 31] for place in reversed(range(length)))


def decode(text: str) -> int | None:
    """The number that upper-case symbols stand for, or None when a character is no symbol."""
    number = 0
    for character in text:
        value = _VALUE.get(character)
        if value is None:
            return None
        number = number << BITS | value
    return number
