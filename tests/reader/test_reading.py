"""Whole lists of sources, read to their end through one child, whatever is among them."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.errors import ReaderFault
from kiosk.reader import grey, process
from kiosk.reader.order import Order, order_for
from kiosk.reader.reading import Looked, Unread, read_all

Draw = Callable[..., bytes]
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "zxing"
needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the measuring pictures lie beside the checkout, and are not here"
)


@pytest.fixture
def spawned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that children were started for."""
    sources: list[str] = []

    def noted(*about: Any, **more: Any) -> Order:
        order = order_for(*about, **more)
        sources.append(order.source)
        return order

    monkeypatch.setattr(process, "order_for", noted)
    return sources


def texts(results: list[Looked | Unread]) -> list[tuple[str, int, list[bytes]]]:
    return [
        (Path(result.source).name, result.frame.number, [code.untrusted_text for code in result.frame.codes])
        for result in results
        if isinstance(result, Looked)
    ]


@needs_corpus
def test_zxings_first_folder_is_read_exactly_through_the_sandbox(spawned: list[str]) -> None:
    results = list(read_all([str(CORPUS / "qrcode-1")]))
    assert len(results) == 20
    assert spawned == ["pictures"], "one child for all"
    for result in results:
        assert isinstance(result, Looked)
        (code,) = result.frame.codes
        path = Path(result.source)
        text = path.with_suffix(".txt")
        want = text.read_bytes() if text.exists() else path.with_suffix(".bin").read_text("iso-8859-1").encode("utf-8")
        assert code.untrusted_text.decode("utf-8") == want.decode("utf-8"), path.name


@needs_corpus
@pytest.mark.parametrize("folder", ["falsepositives", "falsepositives-2"])
def test_nothing_is_read_where_nothing_is(folder: str) -> None:
    results = list(read_all([str(CORPUS / folder)], all_looks=True))
    assert results
    assert all(isinstance(result, Looked) and not result.frame.codes for result in results)


def test_pictures_and_films_are_read_in_order_and_what_is_broken_is_told(
    tmp_path: Path, draw: Draw, video: Path, spawned: list[str]
) -> None:
    (tmp_path / "a.png").write_bytes(draw("FIRST"))
    (tmp_path / "b.png").write_bytes(b"")
    (tmp_path / "c.png").write_bytes(b"GIF89a, or so it says")
    (tmp_path / "d.png").write_bytes(draw(bytes(range(256))))
    (tmp_path / "e.mp4").write_bytes(b"no film")
    (tmp_path / "f.png").mkdir()
    names = [str(tmp_path / name) for name in ("a.png", "b.png", "gone.png", "c.png", "d.png", "e.mp4", "f.png")]
    results = list(read_all([*names, str(video), names[0]]))
    assert texts(results) == [
        ("a.png", 0, [b"FIRST"]),
        ("d.png", 0, [bytes(range(256))]),
        *[(video.name, number, [b"IN A FILM"]) for number in range(20)],
        ("a.png", 0, [b"FIRST"]),
    ]
    unread = {Path(result.source).name: result.sentence for result in results if isinstance(result, Unread)}
    assert sorted(unread) == ["b.png", "c.png", "e.mp4", "f.png", "gone.png"]
    assert "empty" in unread["b.png"]
    assert "not a picture" in unread["c.png"]
    assert "not a video" in unread["e.mp4"]
    assert Counter(spawned) == {"pictures": 1, "video": 2}


@pytest.mark.parametrize("count", [1, 5])
def test_a_picture_that_kills_the_child_is_told_and_the_rest_is_read(
    count: int, tmp_path: Path, draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A decoder that dies on one picture, as decoders do: here for a word in the file."""
    for index in range(count * 2):
        (tmp_path / f"{index}.png").write_bytes(b"POISON" if index % 2 else draw(f"CODE {index}"))
    poison = "import kiosk.reader.grey as g, os; _f = g.from_file; g.from_file = lambda b: os._exit(9) if b == b'POISON' else _f(b); "

    def command(wire: int) -> list[str]:
        line = original(wire)
        line[3] = line[3].replace("from kiosk.reader.child", poison + "from kiosk.reader.child")
        return line

    original = process.command
    monkeypatch.setattr(process, "command", command)
    results = list(read_all([str(tmp_path)]))
    assert [codes for _name, _number, codes in texts(results)] == [
        [f"CODE {index}".encode()] for index in range(0, count * 2, 2)
    ]
    unread = [Path(result.source).name for result in results if isinstance(result, Unread)]
    assert unread == [f"{index}.png" for index in range(1, count * 2, 2)]


def test_a_child_that_never_starts_is_a_fault(tmp_path: Path, draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "1.png").write_bytes(draw("X"))
    original = process.command

    def broken(wire: int) -> list[str]:
        line = original(wire)
        return [*line[:3], "pass", *line[4:]]

    monkeypatch.setattr(process, "command", broken)
    with pytest.raises(ReaderFault) as fault:
        list(read_all([str(tmp_path)]))
    assert "kiosk doctor" in fault.value.sentence


def test_a_missing_library_is_a_fault_with_its_own_sentence(
    tmp_path: Path, draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1.png").write_bytes(draw("X"))
    original = process.command

    def without(wire: int) -> list[str]:
        line = original(wire)
        return [
            *line[:3],
            "import sys; sys.modules['zxingcpp'] = None; " + line[3].removeprefix("import sys; "),
            *line[4:],
        ]

    monkeypatch.setattr(process, "command", without)
    with pytest.raises(ReaderFault) as fault:
        list(read_all([str(tmp_path)]))
    assert "libraries" in fault.value.sentence


def test_a_picture_over_the_bound_is_not_sent(tmp_path: Path) -> None:
    huge = tmp_path / "huge.png"
    with huge.open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    (result,) = read_all([str(huge)])
    assert isinstance(result, Unread)
    assert "too big" in result.sentence


def test_a_picture_as_big_as_allowed_is_read(tmp_path: Path, draw: Draw) -> None:
    """Trailing zeros do no harm to a PNG, and 64 MiB pass the wire in pieces."""
    whole = draw("BIG")
    (tmp_path / "big.png").write_bytes(whole + bytes(64 * 1024 * 1024 - len(whole)))
    assert grey.from_file(whole) is not None
    assert texts(list(read_all([str(tmp_path)]))) == [("big.png", 0, [b"BIG"])]
