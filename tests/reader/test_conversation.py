"""Whatever a child says in whatever order: either it is in its place, or it is a WireFault, and nothing else."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.reader.codec import encode
from kiosk.reader.conversation import Conversation, OneAfterTheOther, OneGivesWay
from kiosk.reader.fields import WireFault
from kiosk.reader.wire import (
    NAMES_OF_PROBES,
    Alive,
    Fault,
    Frame,
    FromChild,
    Hello,
    Problem,
    SandboxReport,
    SourceEnd,
)

HELLO, TIGHT, ALIVE = Hello(), SandboxReport(True, True, dict.fromkeys(NAMES_OF_PROBES, True)), Alive()


def frame(number: int = 0, source: int = 0) -> Frame:
    return Frame(source, number, (), 1.0, 1280, 720, 1.0, 1.0, 1.0)


WORDS = st.lists(
    st.one_of(
        st.sampled_from([HELLO, TIGHT, ALIVE, Fault(Problem.EMPTY)]),
        st.builds(frame, st.integers(0, 4), st.integers(0, 3)),
        st.builds(SourceEnd, st.integers(0, 3), st.just(1)),
    ),
    max_size=30,
)


def heard(conversation: Conversation, words: list[FromChild], now: float = 0.0) -> list[FromChild]:
    """What gets through before the first breach."""
    through: list[FromChild] = []
    try:
        for word in words:
            through += conversation.hear(encode(word), now)
    except WireFault:
        pass
    return through


def in_place(words: list[FromChild], asked: list[int], *, pictures: bool) -> list[FromChild]:
    """The words up to the first that is out of place, told again in the plainest way."""
    through: list[FromChild] = []
    for word in words:
        if not through:
            fits = word == HELLO
        elif isinstance(word, Fault):
            fits = True
        elif isinstance(word, SandboxReport):
            fits = TIGHT not in through
        elif word == HELLO or TIGHT not in through:
            fits = False
        elif isinstance(word, Alive):
            fits = True
        else:
            assert isinstance(word, Frame | SourceEnd)
            ended = [one.source for one in through if isinstance(one, SourceEnd)]
            spoken = [one for one in through if isinstance(one, Frame | SourceEnd)]
            if pictures:
                fits = asked[len(ended) : len(ended) + 1] == [word.source]
            else:
                fits = max((one.source for one in spoken), default=0) <= word.source <= max(asked, default=0)
            if isinstance(word, Frame) and spoken and isinstance(spoken[-1], Frame):
                last = spoken[-1]
                fits = fits and (last.source != word.source or last.number < word.number)
        if not fits:
            break
        through.append(word)
    return through


@given(WORDS, st.lists(st.integers(0, 3), max_size=3))
def test_pictures_come_one_after_the_other(words: list[FromChild], asked: list[int]) -> None:
    opening: list[FromChild] = [HELLO, TIGHT]
    for said in (words, opening + words):
        fresh = OneAfterTheOther()
        for source in asked:
            fresh.ask(source)
        assert heard(Conversation(fresh, limited=True), said) == in_place(said, asked, pictures=True)


@given(WORDS, st.integers(0, 3))
def test_scenes_give_way_to_one_another(words: list[FromChild], shown: int) -> None:
    opening: list[FromChild] = [HELLO, TIGHT]
    for said in (words, opening + words):
        turns = OneGivesWay()
        turns.ask(shown)
        assert heard(Conversation(turns, limited=True), said) == in_place(said, [shown], pictures=False)


def opened(*, limited: bool = True) -> Conversation:
    conversation = Conversation(OneGivesWay(), limited=limited)
    assert heard(conversation, [HELLO, TIGHT]) == [HELLO, TIGHT]
    return conversation


def test_a_camera_of_two_hundred_frames_a_second_is_no_flood() -> None:
    conversation = opened()
    for number in range(3000):
        assert heard(conversation, [frame(number)], now=number / 200) == [frame(number)]


def test_more_than_any_camera_gives_is_a_flood() -> None:
    conversation = opened()
    through = sum(len(heard(conversation, [frame(number)], now=number / 2000)) for number in range(4000))
    assert 1000 <= through < 3100
    films = opened(limited=False)
    assert sum(len(heard(films, [frame(number)])) for number in range(4000)) == 4000, (
        "a film may be read as fast as it goes"
    )


def test_more_bytes_than_any_camera_gives_are_a_flood() -> None:
    conversation = opened()
    assert list(conversation.hear(encode(frame(0))[:4] + bytes(50), 0.0)) == []
    with pytest.raises(WireFault, match="a flood"):
        list(conversation.hear(bytes(1 << 22), 0.0))


@given(st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=6), st.integers(0, 3), st.data())
def test_bytes_that_were_changed_on_their_way_are_a_fault_or_a_message(
    changes: list[tuple[int, int]], cut: int, data: st.DataObject
) -> None:
    words: list[FromChild] = [HELLO, TIGHT, frame(0), ALIVE, frame(1), SourceEnd(0, 2)]
    said = bytearray(b"".join(encode(word) for word in words))
    for at, byte in changes:
        said[at % len(said)] = byte
    at = data.draw(st.integers(0, len(said)))
    del said[at : at + cut]
    conversation = Conversation(OneGivesWay(), limited=True)
    through: list[FromChild] = []
    with suppress(WireFault):
        for message in conversation.hear(bytes(said), 0.0):
            through.append(message)  # noqa: PERF402  # those before the breach count
    assert all(json.loads(encode(message)[4:]) for message in through), "what gets through can be said again"
