"""Whatever honest peers send arrives whole; whatever else comes is a WireFault, never another exception."""

import json
import struct
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.reader.codec import encode, from_child, to_child
from kiosk.reader.fields import WireFault
from kiosk.reader.wire import (
    MAX_CODES,
    MAX_FROM_CHILD,
    MAX_PICTURE,
    MAX_TEXT,
    NAMES_OF_PROBES,
    SYMBOLOGIES,
    Advice,
    Alive,
    Fault,
    Frame,
    FromChild,
    Hello,
    Picture,
    Problem,
    Prop,
    SandboxReport,
    Scene,
    Sighting,
    SourceEnd,
    Stop,
    ToChild,
)

WHOLE = st.integers(0, 2**53 - 1)
CHILDS_PROBLEMS = st.sampled_from([problem for problem in Problem if problem not in (Problem.CRASHED, Problem.SILENT)])


def number(low: float, high: float) -> st.SearchStrategy[float]:
    """As fine as a number may be on the wire."""
    return st.floats(low, high).map(lambda value: round(value, 2))


CORNER = st.tuples(number(-1e5, 1e5), number(-1e5, 1e5))
SIGHTINGS = st.builds(
    Sighting,
    st.sampled_from(SYMBOLOGIES),
    st.binary(max_size=200),
    st.tuples(CORNER, CORNER, CORNER, CORNER),
    st.booleans(),
)
FRAMES = st.builds(
    Frame,
    WHOLE,
    WHOLE,
    st.lists(SIGHTINGS, max_size=5).map(tuple),
    number(0, 1e7),
    st.integers(1, 100_000),
    st.integers(1, 100_000),
    number(0, 255),
    number(0, 255),
    number(0, 1e6),
    WHOLE,
    st.none() | st.sampled_from(Advice),
    number(0, 1),
)
FROM_CHILD = st.one_of(
    st.just(Hello()),
    st.just(Alive()),
    FRAMES,
    st.builds(
        SandboxReport, st.booleans(), st.booleans(), st.fixed_dictionaries({n: st.booleans() for n in NAMES_OF_PROBES})
    ),
    st.builds(SourceEnd, WHOLE, WHOLE, st.none() | CHILDS_PROBLEMS),
    st.builds(Fault, CHILDS_PROBLEMS),
)
TO_CHILD = st.one_of(
    st.just(Stop()),
    st.builds(Picture, st.integers(0, 2**32 - 1), st.binary(max_size=500), st.sampled_from([0.0, 0.5, 2.0])),
    st.builds(
        Scene,
        st.sampled_from(Prop),
        st.text(max_size=300),
        st.sampled_from(["QRCode", "Code128"]),
        st.booleans(),
        number(0, 1),
        number(0.6, 1.6),
        number(0.4, 1.6),
        number(0, 3),
        WHOLE,
    ),
)


def framed(body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + body


def in_pieces(whole: bytes, sizes: list[int]) -> list[bytes]:
    pieces = []
    for size in sizes:
        pieces.append(whole[:size])
        whole = whole[size:]
    return [*pieces, whole]


@given(st.lists(FROM_CHILD, max_size=4), st.lists(st.integers(0, 90), max_size=12))
def test_every_message_of_the_child_arrives_however_the_bytes_are_cut(
    messages: list[FromChild], sizes: list[int]
) -> None:
    decoder = from_child()
    pieces = in_pieces(b"".join(map(encode, messages)), sizes)
    assert [message for piece in pieces for message in decoder.feed(piece)] == messages


@given(st.lists(TO_CHILD, max_size=4), st.lists(st.integers(0, 90), max_size=12))
def test_every_message_into_the_child_arrives(messages: list[ToChild], sizes: list[int]) -> None:
    decoder = to_child()
    pieces = in_pieces(b"".join(map(encode, messages)), sizes)
    assert [message for piece in pieces for message in decoder.feed(piece)] == messages


@given(st.binary(max_size=400))
def test_any_bytes_are_a_fault_or_nothing_yet(untrusted: bytes) -> None:
    for decoder in (from_child(), to_child()):
        with suppress(WireFault):
            decoder.feed(untrusted)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@given(FROM_CHILD, st.data())
def test_a_field_of_any_other_value_is_refused_or_valid(message: FromChild, data: st.DataObject) -> None:
    body: dict[str, Any] = json.loads(encode(message)[4:])
    name = data.draw(st.sampled_from(sorted(body)))
    body[name] = data.draw(JSON)
    text = json.dumps(body).encode()
    try:
        (back,) = from_child().feed(framed(text))
    except WireFault:
        return
    assert encode(back)[4:], "what is let through can be spelt again, so it is in range"


FRAME = Frame(0, 0, (Sighting("QRCode", b"X", ((0, 0), (1, 0), (1, 1), (0, 1))),), 1.0, 1280, 720, 1, 1, 1)


def changed(**fields: Any) -> bytes:
    body = json.loads(encode(FRAME)[4:])
    body.update(fields)
    return framed(json.dumps(body).encode())


def code(**fields: Any) -> dict[str, Any]:
    one: dict[str, Any] = json.loads(encode(FRAME)[4:])["codes"][0]
    return one | fields


@pytest.mark.parametrize(
    "untrusted",
    [
        pytest.param(struct.pack(">I", MAX_FROM_CHILD + 1), id="a length over the bound, before any of its bytes"),
        pytest.param(framed(b""), id="nothing"),
        pytest.param(framed(b"[" * 60_000), id="a tower of lists"),
        pytest.param(framed(b'{"kind":"alive","x":' + b"9" * 5000 + b"}"), id="a number of 5,000 digits"),
        pytest.param(framed(b'{"kind":"hello","protocol":NaN}'), id="NaN"),
        pytest.param(framed(b'{"kind":"hello","protocol":true}'), id="true for a number"),
        pytest.param(framed(b'{"kind":"hello","protocol":2}'), id="another protocol"),
        pytest.param(framed(b'{"kind":"scene"}'), id="a message that only the parent sends"),
        pytest.param(framed(b'{"kind":["alive"]}'), id="a list for a word"),
        pytest.param(framed(b'{"kind":"alive","pixels":"AAAA"}'), id="a field too many"),
        pytest.param(
            framed(b'{"kind":"sandboxreport","landlock":true,"seccomp":true,"denied":{}}'), id="probes missing"
        ),
        pytest.param(framed(b"P" + bytes(20)), id="a picture from the child"),
        pytest.param(framed(b'{"kind":"\xff"}'), id="not UTF-8"),
        pytest.param(changed(ms=-1), id="negative time"),
        pytest.param(changed(ms=1e400), id="endless time"),
        pytest.param(changed(brightness=127.0078125), id="a number that could carry more than it says"),
        pytest.param(framed(b'{"kind":"fault","problem":"silent"}'), id="a problem that only the parent names"),
        pytest.param(changed(width=0), id="no width"),
        pytest.param(changed(number=1.5), id="half a frame"),
        pytest.param(changed(codes=[code()] * (MAX_CODES + 1)), id="too many codes"),
        pytest.param(changed(codes=[code(symbology="Runes")]), id="an unknown symbology"),
        pytest.param(changed(codes=[code(untrusted_text="A" * ((MAX_TEXT + 3) * 4 // 3))]), id="a text too long"),
        pytest.param(changed(codes=[code(untrusted_text="no base64!")]), id="no base64"),
        pytest.param(changed(codes=[code(corners=[[0, 0]] * 3)]), id="three corners"),
        pytest.param(changed(codes=[code(corners=[[0, 0, 0]] * 4)]), id="corners in space"),
        pytest.param(changed(codes=[code(corners=[[0, 1e9]] * 4)]), id="a corner far away"),
        pytest.param(changed(codes=[code(fragment=0)]), id="a number for true or false"),
    ],
)
def test_a_child_that_breaks_a_rule_is_refused(untrusted: bytes) -> None:
    with pytest.raises(WireFault) as fault:
        from_child().feed(untrusted)
    assert "AAAA" not in fault.value.sentence, "a fault never repeats what came"


def test_what_the_rules_allow_at_most_is_let_through() -> None:
    full = Sighting("QRCode", bytes(MAX_TEXT), ((0, 0), (1, 0), (1, 1), (0, 1)))
    assert from_child().feed(changed(codes=[code()] * MAX_CODES)), "as many codes as allowed"
    assert from_child().feed(encode(Frame(0, 0, (full,) * 4, 1.0, 1, 1, 0, 0, 0))), "texts as long as allowed"


def test_a_picture_over_the_bound_is_refused_and_half_a_surrogate_is_no_text() -> None:
    with pytest.raises(WireFault):
        to_child().feed(struct.pack(">I", MAX_PICTURE + 100))
    body = json.loads(encode(Scene(Prop.PAPER, "X"))[4:]) | {"text": "\ud800"}
    with pytest.raises(WireFault):
        to_child().feed(framed(json.dumps(body).encode()))
