"""Receipts: read back, small enough for a QR code, and no alteration that passes."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes import base45
from kiosk.ledger import cbor, receipt
from kiosk.ledger.checkpoint import Signer
from kiosk.ledger.receipt import Verdict, check
from tests.ledger.receipts import AT, LINE, SIGNER, altered, made

KEYS = [Signer("7KQ2/1", bytes(32)).public, SIGNER.public]


@given(st.integers(0, 2**40), st.text(st.characters(exclude_categories=["C", "Z"]), max_size=40))
def test_every_receipt_is_read_back_and_genuine(seq: int, line: str) -> None:
    one = made(seq, line=line)
    assert check(one.code, KEYS) == (Verdict.GENUINE, one)
    assert check(f" {one.code}\n", KEYS) == (Verdict.GENUINE, one)


@given(st.integers(0, 60), st.integers(1, 60))
def test_an_entry_in_the_middle_is_proved_as_well(seq: int, after: int) -> None:
    assert check(made(seq, after=after).code, KEYS)[0] is Verdict.GENUINE


def test_it_opens_with_a_line_for_people() -> None:
    first, _, rest = made(4711).code.partition("\n")
    assert first == "HKR:Riverside Depot, 2 parcels, 2026-11-22 13:31, No. 4711"
    assert set(rest) <= set(base45.ALPHABET)
    assert receipt.line("Depot\n\x1b[2J" + "x" * 60, 1, AT) == f"Depot[2J{'x' * 24}, 1 parcel, 2026-11-22 13:31"


def test_it_is_at_most_900_bytes_of_cbor_with_25_hashes() -> None:
    for seq in (1, 0x7FFF, 0xFFFFF, 0x1FFFFFF):
        _, _, rest = made(seq).code.partition("\n")
        assert len(base45.decode(rest)) <= 140 + 32 * seq.bit_count() <= 940
    assert len(base45.decode(made(0xFFFFF).code.partition("\n")[2])) <= 780, "20 hashes"


@pytest.mark.parametrize("seed", range(6))
def test_random_alterations_are_all_refused(seed: int) -> None:
    chance, text = random.Random(seed), made(0b1011011 << seed).code
    for _ in range(200):
        verdict, _ = check(altered(text, chance), KEYS)
        assert verdict is not Verdict.GENUINE


@pytest.mark.parametrize("field", range(12))
def test_a_changed_value_is_forged_or_foreign(field: int) -> None:
    """Whoever alters a value writes the rest as it must be."""
    text = made(0b101101).code
    first, _, rest = text.partition("\n")
    values = cbor.decode(base45.decode(rest))
    old = values[field]
    values[field] = (
        old + 1 if isinstance(old, int) else old[:-1] + (b"\x00" if isinstance(old, bytes) else "2")  # type: ignore[operator]  # of its own kind
    )
    if field == 6:  # the number stands in the line, too
        first = first.replace("No. 45", "No. 46")
    verdict, _ = check(f"{first}\n{base45.encode(cbor.encode(values))}", KEYS)
    assert verdict in ({Verdict.FOREIGN} if field == 10 else {Verdict.FORGED, Verdict.NONE})
    assert field in {0, 1} or verdict is not Verdict.NONE


def test_another_line_is_forged() -> None:
    one = made(9)
    for line in (LINE.replace("2 parcels", "3 parcels"), LINE.replace("13:31", "13:32"), ""):
        assert check(replace(one, event=replace(one.event, line=line)).code, KEYS)[0] is Verdict.FORGED


def test_a_proof_that_leads_nowhere_is_forged() -> None:
    one = made(9)
    for proof in ((), (*one.proof, bytes(32)), one.proof[:1]):
        assert check(replace(one, proof=proof).code, KEYS)[0] is Verdict.FORGED
    assert check(replace(one, size=9).code, KEYS)[0] is Verdict.FORGED


def test_whose_key_is_not_known_is_foreign() -> None:
    assert check(made(9).code, [])[0] is Verdict.FOREIGN
    assert check(made(9).code, KEYS[:1])[0] is Verdict.FOREIGN
    assert check(made(9, signer=Signer("9ZZZ/1", bytes(32))).code, KEYS)[0] is Verdict.FOREIGN


@given(st.text(max_size=200) | st.text(max_size=200).map(lambda text: f"HKR:{text}") | st.binary().map(base45.encode))
def test_any_other_text_is_no_receipt(text: str) -> None:
    assert check(text, KEYS) == (Verdict.NONE, None)
    assert check(f"HKR:x, No. 1\n{text}", KEYS)[0] is Verdict.NONE
