"""Reed and Solomon's code: what is given up costs half of what is mistaken, and not one codeword more is forgiven."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.reader import solomon


def made(words: list[int], checks: int) -> list[int]:
    """A block: its check codewords are what is left open."""
    found = solomon.corrected([*words, *[0] * checks], checks, range(len(words), len(words) + checks))
    assert found is not None
    return found[0]


def test_a_block_that_the_standard_prints() -> None:
    # ISO/IEC 18004, annex I: 01234567 as version 1-M
    words = [0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, *[0xEC, 0x11] * 5]
    assert made(words, 10)[16:] == [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55]


@given(st.data())
def test_a_mistake_costs_two_checks_and_a_doubt_one(data: st.DataObject) -> None:
    checks = data.draw(st.integers(2, 30))
    words = data.draw(st.lists(st.integers(0, 255), min_size=1, max_size=120))
    block = made(words, checks)
    doubts = data.draw(st.integers(0, checks))
    mistakes = min((checks - doubts) // 2, max(0, len(block) - doubts))
    places = data.draw(st.permutations(range(len(block))))
    seen = list(block)
    for place in places[:doubts]:
        seen[place] = data.draw(st.integers(0, 255))
    for place in places[doubts : doubts + mistakes]:
        seen[place] ^= data.draw(st.integers(1, 255))
    assert solomon.corrected(seen, checks, places[: min(doubts, len(block))]) == (block, mistakes)


@given(st.data())
def test_what_it_gives_is_always_a_block_within_reach(data: st.DataObject) -> None:
    checks = data.draw(st.integers(2, 30))
    seen = data.draw(st.lists(st.integers(0, 255), min_size=checks + 1, max_size=120))
    doubtful = data.draw(st.sets(st.integers(0, len(seen) - 1), max_size=checks))
    found = solomon.corrected(seen, checks, doubtful)
    if found is None:
        return
    block, mistakes = found
    assert made(block[:-checks], checks) == block
    off = {place for place, (one, other) in enumerate(zip(seen, block, strict=True)) if one != other}
    assert len(off - doubtful) == mistakes
    assert 2 * mistakes + len(doubtful) <= checks
