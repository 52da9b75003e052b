"""Damaged frames, texts and wire messages without end: nothing outside the child crashes, and nothing wrong is accepted.

A part of each runs always, all of it with `--long` (200,000 frames, 1,000,000 texts, 1,000,000 messages; about an hour).
"""

import random
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.clock import SkippingClock
from kiosk.codes.recognise import Badge, CodePatterns, Token, TypedCode, Waybill, recognise
from kiosk.codes.waybill import WaybillKind
from kiosk.desk import intake
from kiosk.parcel import CodeKind
from kiosk.reader.codec import encode
from kiosk.reader.conversation import Conversation, OneAfterTheOther, OneGivesWay
from kiosk.reader.decoder import FORMATS
from kiosk.reader.fields import WireFault
from kiosk.reader.reading import Looked, read_all
from kiosk.reader.wire import (
    NAMES_OF_PROBES,
    Alive,
    Fault,
    Frame,
    FromChild,
    Hello,
    Problem,
    SandboxReport,
    Sighting,
    SourceEnd,
)
from kiosk.settings import Depot, Settings
from kiosk.store import opened
from kiosk.technician.init import make_home
from tests.faceless.mutate import changed, damaged, misread, picture_of

SETTINGS = Settings(Depot(tag="7KQ2"))
PATTERNS = CodePatterns()
KINDS = {Token: CodeKind.TOKEN, TypedCode: CodeKind.TYPED}
CORNERS = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0))
SAID: list[FromChild] = [
    Hello(),
    SandboxReport(True, True, dict.fromkeys(NAMES_OF_PROBES, True)),
    Frame(
        0,
        0,
        (Sighting("QRCode", b"HK1:7KQ2", CORNERS), Sighting("Code128", b"RR123456785CN", CORNERS)),
        1.5,
        1280,
        720,
        99.5,
        9,
        9,
    ),
    Alive(),
    Frame(0, 1, (), 1.25, 1280, 720, 99.5, 9, 9),
    SourceEnd(0, 2, Problem.NOT_A_PICTURE),
    Fault(Problem.CAMERA_STOPPED),
]


def counts(always: int, whole: int) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("count", [always, pytest.param(whole, marks=pytest.mark.long)])


@counts(20_000, 1_000_000)
def test_damaged_messages_are_refused_or_in_their_place(count: int) -> None:
    draw, ends = random.Random(1), Counter[bool]()
    whole = b"".join(encode(message) for message in SAID)
    for _ in range(count):
        turns = OneGivesWay() if draw.random() < 0.5 else OneAfterTheOther()
        turns.ask(0)
        conversation = Conversation(turns, limited=True)
        through: list[FromChild] = []
        with suppress(WireFault):
            for message in conversation.hear(changed(draw, whole), 0.0):
                through.append(message)  # noqa: PERF402  # those before the breach count
        ends[len(through) == len(SAID)] += 1
        assert [type(message) for message in through[:2]] == [Hello, SandboxReport][: len(through)]
    assert ends[False] > ends[True], "most damage is seen"


def s10(serial: int) -> str:
    """UPU S10: eight digits and their check digit."""
    total = sum(int(digit) * weight for digit, weight in zip(f"{serial:08}", (8, 6, 4, 2, 3, 5, 9, 7), strict=True))
    check = 11 - total % 11
    return f"RR{serial:08}{ {10: 0, 11: 5}.get(check, check) }CN"


@counts(5_000, 1_000_000)
def test_damaged_texts_open_no_other_pickup(count: int, tmp_path: Path) -> None:
    """Our own codes only: a waybill's check digit is its carrier's (that of S10 is blind to some single digits), and opens nothing."""
    make_home(tmp_path / "home", SETTINGS)
    draw, clock, named = random.Random(2), SkippingClock(), Counter[str]()
    with opened(tmp_path / "home") as store:
        received = [intake.receive(store, SETTINGS, clock, s10(10_000_000 + number), "B-12") for number in range(20)]
        for _ in range(count):
            one = draw.choice(received)
            spoilt = misread(draw, draw.choice((one.token.text, one.typed_code.text)))
            known = recognise(spoilt.encode(), symbology="QRCode", patterns=PATTERNS)
            named[type(known).__name__] += 1
            if isinstance(known, Token | TypedCode):
                same = known.text in (one.token.text, one.typed_code.text)  # O for 0 is forgiven, a change is not
                assert (store.pickups.find(KINDS[type(known)], known.text) is not None) is same
    assert len(named) > 3, named


BATCH = 500


@counts(300, 200_000)
def test_damaged_frames_are_read_right_or_not_at_all(count: int, tmp_path: Path) -> None:
    """Through the real child, which may die of them. Each text that is taken for one of ours must be what was drawn."""
    draw, seen = random.Random(3), Counter[str]()
    drawn = [("HK1:7KQ2BADDCAFE0123456789WXYZ", FORMATS[0]), (s10(12_345_678), FORMATS[1]), ("4821936075", FORMATS[0])]
    pictures = [(text, picture_of(text, form)) for text, form in drawn]
    for start in range(0, count, BATCH):
        texts: dict[str, str] = {}
        for number in range(min(BATCH, count - start)):
            text, picture = draw.choice(pictures)
            path = tmp_path / f"{number}.png"
            path.write_bytes(damaged(draw, picture))
            texts[str(path)] = text
        answered = 0
        for result in read_all(list(texts)):
            answered += 1
            if not isinstance(result, Looked):
                seen["stopped" if "stopped" in result.sentence else "no picture"] += 1
                continue
            found = [code.untrusted_text.decode("iso-8859-1") for code in result.frame.codes]
            seen["read" if found else "not read"] += 1
            for code, text in zip(result.frame.codes, found, strict=True):
                if text != texts[result.source]:
                    seen["misread"] += 1
                    known = recognise(code.untrusted_text, symbology=code.symbology, patterns=PATTERNS)
                    ours = isinstance(known, Token | Badge | TypedCode)
                    assert not ours, (code.symbology, "taken for a code of ours")
                    assert not (isinstance(known, Waybill) and known.kind is not WaybillKind.GENERAL), (
                        "a checked waybill"
                    )
        assert answered == len(texts), "each has its answer"
    sys.stdout.write(f"{count} damaged frames: {dict(seen)}\n")
    assert seen["read"] > count // 10, seen
    assert seen["not read"] > count // 100, seen
