"""Reed and Solomon's code as QR codes use it, with errors and erasures: ISO/IEC 18004, annex B; GF(256) by 0x11D, first root 1.

A codeword that is known to be doubtful costs half of what an unknown error costs (Forney, On decoding BCH codes, 1965).
"""

from collections.abc import Iterable, Sequence

_EXP = [1]
for _ in range(509):
    _EXP.append(_EXP[-1] << 1 ^ (0x11D if _EXP[-1] & 0x80 else 0))
_LOG = {value: power for power, value in enumerate(_EXP[:255])}
Polynomial = list[int]  # coefficients, the constant first


def corrected(word: Sequence[int], checks: int, doubtful: Iterable[int] = ()) -> tuple[list[int], int] | None:
    """The block with its `checks` last check codewords as it was meant, and how many codewords beyond the doubtful places were wrong.

    None where no meant block is within 2 × wrong + doubtful ≤ checks.
    """
    syndromes = [_at_power(word, power) for power in range(checks)]
    if not any(syndromes):
        return list(word), 0
    erased = [len(word) - 1 - place for place in doubtful]  # as powers of the block's polynomial
    locator: Polynomial = [1]
    for power in erased:
        locator = _times(locator, [1, _EXP[power]])
    errors = _shortest(_times(locator, syndromes)[len(erased) : checks])
    wrong = len(errors) - 1
    if 2 * wrong + len(erased) > checks:
        return None
    locator = _times(locator, errors)
    return _repaired(word, syndromes, locator, wrong)


def _repaired(
    word: Sequence[int], syndromes: Polynomial, locator: Polynomial, wrong: int
) -> tuple[list[int], int] | None:
    """Forney's formula at each root of the locator; None unless all its roots lie in the block."""
    places = [power for power in range(len(word)) if not _value(locator, -power % 255)]
    if len(places) != len(locator) - 1:
        return None
    evaluator = _times(syndromes, locator)[: len(syndromes)]
    slope = [value if power % 2 else 0 for power, value in enumerate(locator)][1:]
    meant = list(word)
    for power in places:
        below = _value(slope, -power % 255)
        above = _value(evaluator, -power % 255)
        if not below:
            return None
        if above:
            meant[len(word) - 1 - power] ^= _EXP[(_LOG[above] - _LOG[below] + power) % 255]
    return None if any(_at_power(meant, power) for power in range(len(syndromes))) else (meant, wrong)


def _shortest(syndromes: Polynomial) -> Polynomial:
    """Berlekamp and Massey: the shortest register that makes these."""
    register, former = [1], [1]
    length, gap, scale = 0, 1, 1
    for count in range(len(syndromes)):
        off = 0
        for power, value in enumerate(register[: count + 1]):
            off ^= _product(value, syndromes[count - power])
        if not off:
            gap += 1
            continue
        factor = _EXP[(_LOG[off] - _LOG[scale]) % 255]
        longer = _plus(register, [0] * gap + [_product(factor, value) for value in former])
        if 2 * length <= count:
            length, former, scale, gap = count + 1 - length, register, off, 1
        else:
            gap += 1
        register = longer
    while len(register) > 1 and not register[-1]:
        register.pop()
    return register if len(register) == length + 1 else [1] + [0] * len(syndromes)  # else too many to be corrected


def _product(a: int, b: int) -> int:
    return _EXP[_LOG[a] + _LOG[b]] if a and b else 0


def _plus(a: Polynomial, b: Polynomial) -> Polynomial:
    size = max(len(a), len(b))
    return [x ^ y for x, y in zip(a + [0] * (size - len(a)), b + [0] * (size - len(b)), strict=True)]


def _times(a: Polynomial, b: Polynomial) -> Polynomial:
    product = [0] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        if x:
            for j, y in enumerate(b, i):
                product[j] ^= _product(x, y)
    return product


def _value(polynomial: Polynomial, power: int) -> int:
    """At the field's generator to that power."""
    value = 0
    for coefficient in reversed(polynomial):
        value = coefficient ^ (_EXP[_LOG[value] + power] if value else 0)
    return value


def _at_power(word: Sequence[int], power: int) -> int:
    """A block's polynomial, whose first codeword is its highest coefficient, at the generator to that power."""
    value = 0
    for codeword in word:
        value = codeword ^ (_EXP[_LOG[value] + power] if value else 0)
    return value
