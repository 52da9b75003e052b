"""Checkpoints: signed notes to the byte, QR codes of the same, and no altered one that is believed."""

import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ledger import checkpoint
from kiosk.ledger.checkpoint import Checkpoint, PublicKey, Signed, Signer

SEED = bytes(range(32))
SIGNER = Signer("7KQ2/1", SEED)
ROOT = hashlib.sha256(b"root").digest()
ONE = SIGNER.sign(Checkpoint("7KQ2/1/1", 4711, ROOT))


def test_a_note_to_the_byte() -> None:
    """As c2sp.org/signed-note and c2sp.org/tlog-checkpoint lay it down, made here by other means."""
    key = Ed25519PrivateKey.from_private_bytes(SEED)
    public = key.public_key().public_bytes_raw()
    text = f"7KQ2/1/1\n4711\n{base64.b64encode(ROOT).decode()}\n"
    id_ = hashlib.sha256(b"7KQ2/1\n\x01" + public).digest()[:4]
    signature = base64.b64encode(id_ + key.sign(text.encode())).decode()
    assert ONE.note == f"{text}\n— 7KQ2/1 {signature}\n"
    assert SIGNER.public.text == "7KQ2/1+" + id_.hex() + "+" + base64.b64encode(b"\x01" + public).decode()


def test_a_note_and_a_code_are_read_back_and_believed() -> None:
    for text in (ONE.note, ONE.note.rstrip("\n"), ONE.note.replace("\n", "\r\n"), ONE.code, ONE.code + "\n"):
        read = checkpoint.parse(text)
        assert read == ONE
        assert read.by(SIGNER.public)
    assert len(ONE.code) < 400
    assert PublicKey.parse(SIGNER.public.text) == SIGNER.public


@given(st.integers(0, 2**62), st.binary(min_size=32, max_size=32), st.integers(1, 10**17))
def test_every_checkpoint_is_read_back(size: int, root: bytes, epoch: int) -> None:
    signed = SIGNER.sign(Checkpoint(f"7KQ2/front-door/{epoch}", size, root))
    assert checkpoint.parse(signed.note) == checkpoint.parse(signed.code) == signed
    assert signed.checkpoint.epoch == epoch
    assert not signed.by(SIGNER.public), "the key's name is another"


@given(st.sampled_from([ONE.note, ONE.code]), st.integers(0, 400), st.characters(exclude_categories=["Cs"]))
def test_one_altered_character_is_never_believed(text: str, at: int, character: str) -> None:
    at %= len(text)
    altered = text[:at] + character + text[at + 1 :]
    try:
        read = checkpoint.parse(altered)
    except ValueError:
        return
    assert read == ONE or not read.by(SIGNER.public)


@given(st.text(max_size=400) | st.binary(max_size=300).map(lambda raw: "HKC:" + raw.hex().upper()))
def test_any_other_text_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="checkpoint"):
        checkpoint.parse(text)


def test_another_key_is_not_believed() -> None:
    other = Signer("7KQ2/1", bytes(32)).public
    assert not ONE.by(other)
    assert not ONE.by(PublicKey("7KQ3/1", SIGNER.public.key))
    assert not Signed(ONE.checkpoint, other.id, ONE.signature).by(other)


@pytest.mark.parametrize(
    "text",
    ["", "a", "a+b", "a+b+c", SIGNER.public.text[:-1], SIGNER.public.text.replace("7KQ2", "7KQ3"), "a+00000000+AQ=="],
)
def test_texts_that_are_no_public_key(text: str) -> None:
    with pytest.raises(ValueError, match="public key"):
        PublicKey.parse(text)
