"""Code 128 (ISO/IEC 15417) in code set B: printable ASCII as bars. Pure."""

from itertools import chain

_START_B, _STOP, _PRIME = 104, 106, 103
_WIDTHS = (
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132"
    "221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313"
    "231113231311112133112331132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111"
    "314111221411431111111224111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111"
    "111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141"
    "1141313111414111312114122112142112322331112"
)
"""Table 1 of the standard: six widths a value, bar first, and seven of the stop pattern."""


def code128(text: str) -> tuple[int, ...]:
    """Widths in modules, bar and space by turns, bar first and last, quiet zones left out; ValueError for what set B does not have."""
    values = [ord(character) - 32 for character in text]
    if not values or not all(0 <= value < 95 for value in values):
        raise ValueError("printable ASCII only, and not nothing")
    check = (_START_B + sum(place * value for place, value in enumerate(values, 1))) % _PRIME
    return tuple(chain.from_iterable(map(_widths, [_START_B, *values, check, _STOP])))


def _widths(value: int) -> list[int]:
    length = 7 if value == _STOP else 6
    return [int(width) for width in _WIDTHS[6 * value : 6 * value + length]]
