"""Tokens and badges: made, read back, and every slip of a symbol caught."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes import token
from kiosk.codes.crockford import ALPHABET, decode, encode
from kiosk.codes.token import Damaged, Token

TAGS = st.text(ALPHABET, min_size=4, max_size=4)
RANDOM = st.binary(min_size=token.RANDOM_BYTES, max_size=32)
TOKENS = st.builds(token.make, TAGS, RANDOM)
START = len(token.PREFIX)


@given(TAGS, RANDOM)
def test_a_token_is_read_back_and_names_its_depot(tag: str, random: bytes) -> None:
    made = token.make(tag, random)
    assert len(made.text) == 30
    assert made.depot_tag == tag
    assert token.parse(made.text) == made
    assert token.parse(made.text.lower()) == made, "a keyboard wedge may swap case"
    assert token.parse_badge(made.text) is None


@given(TAGS, RANDOM)
def test_a_badge_is_read_back_and_is_no_token(tag: str, random: bytes) -> None:
    made = token.make_badge(tag, random)
    assert token.parse_badge(made.text) == made
    assert made.depot_tag == tag
    assert token.parse(made.text) is None


@given(TOKENS, st.integers(START, 29), st.sampled_from(ALPHABET))
def test_every_single_wrong_symbol_is_caught(made: Token, place: int, symbol: str) -> None:
    changed = made.text[:place] + symbol + made.text[place + 1 :]
    assert (token.parse(changed) == made) if changed == made.text else isinstance(token.parse(changed), Damaged)


@given(TOKENS, st.integers(START, 29), st.integers(START, 29))
def test_every_swap_of_two_symbols_is_caught(made: Token, one: int, other: int) -> None:
    symbols = list(made.text)
    symbols[one], symbols[other] = symbols[other], symbols[one]
    swapped = "".join(symbols)
    assert swapped == made.text or isinstance(token.parse(swapped), Damaged)


def test_of_one_token_every_wrong_symbol_and_every_swap_is_caught() -> None:
    text = token.make("0Z0Z", bytes(range(13))).text
    wrong = {text[:i] + s + text[i + 1 :] for i in range(START, 30) for s in ALPHABET}
    wrong |= {text[:i] + text[i + 1] + text[i] + text[i + 2 :] for i in range(START, 29)}
    wrong.discard(text)
    assert len(wrong) > 26 * 31
    assert all(isinstance(token.parse(one), Damaged) for one in wrong)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[:-1],
        lambda text: text + "0",
        lambda text: text[:10] + "O" + text[11:],
        lambda text: text[:10] + "\N{LATIN SMALL LETTER LONG S}" + text[11:],
        lambda text: text[:10] + " " + text[11:],
        lambda _: "HK1:",
        lambda _: "HK1:" + "0" * 26,
    ],
)
def test_what_only_begins_as_a_token_is_damaged(change: object) -> None:
    text = token.make("AB3D", bytes(13)).text
    assert callable(change)
    assert isinstance(token.parse(change(text)), Damaged)


@given(st.text())
def test_other_texts_are_no_tokens(text: str) -> None:
    if text[:4].upper() != token.PREFIX:
        assert token.parse(text) is None


def test_the_random_part_is_used_whole() -> None:
    made = {token.make("AB3D", (1 << bit).to_bytes(13)).text for bit in range(100)}
    assert len(made) == 100


def test_too_few_random_bytes_and_a_bad_tag_are_mistakes() -> None:
    with pytest.raises(ValueError, match="random bytes"):
        token.make("AB3D", bytes(12))
    with pytest.raises(ValueError, match="depot tag"):
        token.make("ABOD", bytes(13))
    with pytest.raises(ValueError, match="random bytes"):
        token.make_tag(b"\0")
    assert token.make_tag(b"\xff\xff\xff") == "ZZZZ"


@given(st.integers(0, 2**50 - 1))
def test_base32_is_read_back(number: int) -> None:
    assert decode(encode(number, 10)) == number


def test_a_number_too_large_for_its_length_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="outside"):
        encode(32, 1)
