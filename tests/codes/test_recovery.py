"""A recovery secret survives paper: words and QR text lead back to it, and what was copied wrongly is told."""

import random
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes.recovery import SECRET_BYTES, WORDS, Miscopied, Secret, parse
from kiosk.codes.slip import sheet_svg, symbol, version

SECRETS = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES).map(Secret)


@given(SECRETS)
def test_words_and_qr_text_lead_back(secret: Secret) -> None:
    assert len(secret.words) == WORDS
    assert parse(secret.text) == secret
    for between in (" ", "-", "\n", ", ", "  "):
        assert parse(between.join(secret.words)) == secret
        assert parse(f" {between.join(secret.words).upper()}\r\n") == secret


@given(SECRETS, st.integers(0, WORDS - 1), st.integers(0, 4), st.sampled_from("abdfghijklmnoprstuvz"))
def test_one_wrong_letter_is_found(secret: Secret, word: int, at: int, letter: str) -> None:
    words = list(secret.words)
    words[word] = words[word][:at] + letter + words[word][at + 1 :]
    if tuple(words) != secret.words:
        assert isinstance(parse(" ".join(words)), Miscopied)


@given(SECRETS, st.permutations(range(WORDS)))
def test_words_out_of_order_are_found(secret: Secret, order: list[int]) -> None:
    words = tuple(secret.words[at] for at in order)
    assert isinstance(parse(" ".join(words)), Miscopied) or words == secret.words


@given(st.text())
def test_any_text_is_a_secret_or_miscopied(untrusted_text: str) -> None:
    assert isinstance(parse(untrusted_text), Miscopied)


def test_a_word_that_cannot_be_is_named_by_its_number() -> None:
    words = list(Secret(bytes(SECRET_BYTES)).words)
    words[2], words[10] = "abcde", "wwwww"
    assert parse(" ".join(words)) == Miscopied((3, 11))
    assert parse(" ".join(words[:-1])) == Miscopied()


def test_the_secret_is_kept_out_of_sight() -> None:
    secret = Secret(secrets.token_bytes(SECRET_BYTES))
    assert secret.words[0] not in repr(secret)
    assert repr(secret.content) not in repr(secret)
    with pytest.raises(ValueError, match="20 bytes"):
        Secret(bytes(32))


def test_random_words_pass_the_check_never() -> None:
    chance = random.Random(6)
    for _ in range(2_000):
        words = [chance.choice(Secret(chance.randbytes(SECRET_BYTES)).words) for _ in range(WORDS)]
        assert isinstance(parse(" ".join(words)), Miscopied)


def test_the_drawn_sheet_is_read_back() -> None:
    secret = Secret(secrets.token_bytes(SECRET_BYTES))
    drawn = sheet_svg(secret.text, secret.words, "Recovery sheet", "Corner <depot>", ("Keep it.",)).decode()
    assert parse(drawn) == secret
    assert all(f">{number}. {word}</text>" in drawn for number, word in enumerate(secret.words, 1))
    assert version(symbol(secret.text)) == 4
