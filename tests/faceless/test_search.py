"""The search that the proofs rest on: finds 32 bytes of a texture anywhere, and takes nothing less for them."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.faceless.canary import texture
from tests.faceless.search import RUN, Search

TEXTURE = texture(1)
WHOLE = TEXTURE.tobytes()
SEARCH = Search(TEXTURE)


@given(st.integers(0, len(WHOLE) - RUN), st.integers(0, 200), st.integers(0, 200), st.integers(0, 9))
def test_a_run_is_found_wherever_it_comes_from_and_wherever_it_lies(
    at: int, before: int, after: int, seed: int
) -> None:
    noise = random.Random(seed)
    around = noise.randbytes(before), noise.randbytes(after)
    assert SEARCH.within(around[0] + WHOLE[at : at + RUN] + around[1])


@given(st.integers(0, len(WHOLE) - RUN), st.integers(0, 60), st.integers(0, RUN - 1))
def test_one_byte_less_is_no_run(at: int, before: int, torn: int) -> None:
    run = bytearray(WHOLE[at : at + RUN])
    run[torn] ^= 0xFF
    assert not SEARCH.within(bytes(before) + run + bytes(60))
