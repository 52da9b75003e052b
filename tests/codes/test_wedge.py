"""Keys and times: what a scanner strikes is a text or nothing, what a person strikes comes through key by key."""

from dataclasses import dataclass

from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.codes.wedge import LEAST, LONGEST, CutOff, Outcome, Scanned, Typed, Wedge

GAP = 30
KEY = st.characters(codec="utf-8")
CODE = st.text(st.characters(codec="utf-8", exclude_characters="\r~"), min_size=LEAST, max_size=60)
SLOW = st.integers(GAP + 1, 2_000)
FAST = st.integers(0, GAP)


@dataclass
class Desk:
    """A keyboard and a scanner at one PC; `typed` is what reaches the windows."""

    wedge: Wedge[str]
    now: int = 0

    def __post_init__(self) -> None:
        self.typed = ""
        self.scanned: list[str] = []
        self.cut_off = 0

    def strikes(self, text: str, *pauses: int) -> "Desk":
        """Each key after its pause, 0 where none is given; the gap's own timer rings in between, as it would."""
        for number, key in enumerate(text):
            pause = pauses[number] if number < len(pauses) else 0
            if pause > GAP:
                self._take(self.wedge.pause())
            self.now += pause
            self._take(self.wedge.press(key, key, self.now))
        return self

    def waits(self) -> "Desk":
        self._take(self.wedge.pause())
        self.now += 10 * GAP
        return self

    def _take(self, outcomes: list[Outcome[str]]) -> None:
        for outcome in outcomes:
            match outcome:
                case Typed(keys):
                    self.typed += "".join(keys)
                case Scanned(text):
                    self.scanned.append(text)
                case CutOff():
                    self.cut_off += 1


def desk(prefix: str = "", suffix: str = "\r") -> Desk:
    return Desk(Wedge(prefix=prefix, suffix=suffix, gap_ms=GAP))


@given(st.lists(st.tuples(KEY, SLOW), max_size=40), st.sampled_from(["", "~"]), st.sampled_from(["", "\r", "\t"]))
def test_a_person_loses_no_key(strokes: list[tuple[str, int]], prefix: str, suffix: str) -> None:
    text = "".join(key for key, _ in strokes)
    at = desk(prefix, suffix).strikes(text, *(pause for _, pause in strokes)).waits()
    assert (at.typed, at.scanned, at.cut_off) == (text, [], 0)


@given(
    st.lists(st.tuples(st.text(KEY, min_size=1, max_size=LEAST - 1), SLOW), max_size=12), st.sampled_from(["", "\r"])
)
@example([("12", 31), ("3\r", 31)], "\r")
def test_keys_rolled_together_are_a_persons(rolls: list[tuple[str, int]], suffix: str) -> None:
    at = desk(suffix=suffix)
    for roll, pause in rolls:
        at.strikes(roll, pause)
    assert at.waits().typed == "".join(roll for roll, _ in rolls)
    assert at.scanned == []


@given(CODE, st.lists(FAST, max_size=60), st.sampled_from(["", "~", "\x02"]), st.sampled_from(["", "\r", "\t", "\r\n"]))
def test_a_whole_scan_is_its_text_and_no_key(code: str, pauses: list[int], prefix: str, suffix: str) -> None:
    if suffix and suffix in code:
        return
    at = desk(prefix, suffix).strikes(f"{prefix}{code}{suffix}", *pauses).waits()
    assert (at.typed, at.scanned, at.cut_off) == ("", [code], 0)


@given(CODE, st.lists(FAST, max_size=60), st.sampled_from(["", "~"]))
def test_half_a_scan_is_nothing(code: str, pauses: list[int], prefix: str) -> None:
    at = desk(prefix).strikes(f"{prefix}{code}", *pauses).waits()
    assert (at.typed, at.scanned, at.cut_off) == ("", [], 1)


def test_with_a_prefix_a_single_key_after_it_is_the_scanners() -> None:
    at = desk("~").strikes("~4").waits()
    assert (at.typed, at.cut_off) == ("", 1)
    assert at.strikes("~", 500).waits().typed == "~"


def test_half_a_scan_without_its_beginning_is_nothing() -> None:
    at = desk("~").strikes("2193\r").waits()
    assert (at.typed, at.scanned, at.cut_off) == ("", [], 1)


@given(CODE.filter(lambda code: not code.startswith(("\n", "\t"))), CODE, st.text(KEY, max_size=6))
def test_a_person_types_between_two_scans(first: str, second: str, typed: str) -> None:
    at = desk().strikes(f"{first}\r")
    at.waits().strikes(typed, *[100] * len(typed)).waits().strikes(f"{second}\r").waits()
    assert (at.typed, at.scanned) == (typed, [first, second])


def test_two_scans_in_a_row_are_two() -> None:
    at = desk().strikes("PARCEL0001\rPARCEL0002\r")
    assert (at.typed, at.scanned) == ("", ["PARCEL0001", "PARCEL0002"])


def test_what_a_scanner_sends_beyond_its_suffix_goes_with_it() -> None:
    at = desk().strikes("PARCEL0001\r\n").waits()
    assert (at.typed, at.scanned) == ("", ["PARCEL0001"])
    assert at.strikes("\r", 500).waits().typed == "\r"


def test_a_key_held_down_is_a_persons() -> None:
    wedge: Wedge[str] = Wedge(prefix="", suffix="\r", gap_ms=50)
    assert wedge.press("a", "a", 0) == []
    assert wedge.press("a", "a", 33, repeated=True) == [Typed(("a",)), Typed(("a",))]
    assert wedge.pause() == []


def test_a_key_goes_up_after_it_went_down() -> None:
    wedge: Wedge[str] = Wedge(prefix="", suffix="\r", gap_ms=GAP)
    wedge.press("down", "a", 0)
    assert wedge.release("up", 5) == []
    assert wedge.pause() == [Typed(("down", "up"))]
    assert wedge.release("late", 80) == [Typed(("late",))]


def test_a_run_without_end_is_dropped_and_takes_no_room() -> None:
    at = desk().strikes("9" * 10 * LONGEST).waits()
    assert (at.typed, at.scanned, at.cut_off) == ("", [], 1)


@given(st.lists(st.tuples(KEY | st.just(""), st.integers(-50, 400), st.booleans()), max_size=80))
def test_every_stroke_ends_somewhere(strokes: list[tuple[str, int, bool]]) -> None:
    """Clocks that go back, keys that write nothing, anything: nothing raises, and what is typed keeps its order."""
    wedge, now, given_back = Wedge[int](prefix="~", suffix="\r", gap_ms=GAP), 0, list[int]()
    for number, (text, pause, repeated) in enumerate(strokes):
        now += pause
        for outcome in wedge.press(number, text, now, repeated=repeated):
            given_back += outcome.keys if isinstance(outcome, Typed) else ()
    for outcome in wedge.pause():
        given_back += outcome.keys if isinstance(outcome, Typed) else ()
    assert given_back == sorted(given_back)
    assert not wedge.running
