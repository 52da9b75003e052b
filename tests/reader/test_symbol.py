"""The layout of QR codes, held against what a writer of QR codes draws."""

import numpy as np
import pytest
import zxingcpp

from kiosk.reader import solomon, symbol

# letters that fill about so many versions up to 40, each at every level
LETTERS = (1, 20, 40, 90, 150, 250, 420, 700, 1000, 1270)


@pytest.mark.parametrize("level", "LMQH")
@pytest.mark.parametrize("letters", LETTERS)
def test_every_pattern_format_and_block_of_a_drawn_code_is_where_it_should_be(letters: int, level: str) -> None:
    code = zxingcpp.create_barcode("x" * letters, zxingcpp.BarcodeFormat.QRCodeModel2, ec_level=level)
    dark = np.asarray(code.to_image(scale=1, add_quiet_zones=False)) == 0
    side = dark.shape[0]
    version = (side - 17) // 4
    fixed = symbol.patterns(version)
    assert np.array_equal(dark[fixed != 0], fixed[fixed != 0] > 0)
    places, words = symbol.formats(version)
    (form,) = np.flatnonzero(((words > 0) == dark.flat[places]).all(1))
    assert symbol.LEVELS[form >> 3] == code.ec_level
    at = symbol.codewords(version)
    codewords = np.packbits(dark.flat[at] ^ symbol.masked(int(form) & 7, *np.divmod(at, side)), axis=1)[:, 0]
    checks, blocks = symbol.blocks(version, symbol.LEVELS[form >> 3])
    assert sorted(place for block in blocks for place in block) == list(range(len(codewords)))
    for block in blocks[:2] + blocks[-1:]:
        word = [int(codewords[place]) for place in block]
        assert solomon.corrected(word, checks) == (word, 0)


def test_codewords_fill_all_that_patterns_leave() -> None:
    # ISO/IEC 18004, table 1: data capacity in codewords
    capacity = {1: 26, 2: 44, 6: 172, 7: 196, 14: 581, 21: 1156, 32: 2465, 40: 3706}
    assert {version: len(symbol.codewords(version)) for version in capacity} == capacity
