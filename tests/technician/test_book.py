"""The picture book: nothing missing from the clerks' day, pictures of the right size, a page that asks nobody for anything."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtGui import QImage

from kiosk.cli import main
from kiosk.desk.counter.panel import Fact, FactRow, Kind
from kiosk.screens.language import LANGUAGES
from kiosk.store import pins
from kiosk.technician.book import SIZES, chapters, wanted
from kiosk.technician.desk_tour import tour
from kiosk.technician.samples import SAMPLES


def test_a_clerks_day_comes_by_every_panel_and_every_ledger_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)
    pictures = tour(tmp_path)
    assert {one.panel.kind for one in pictures} == set(Kind)
    names = [one.name for one in pictures]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"clerk-[a-z-]*", name) for name in names)
    (proven,) = [one.panel for one in pictures if one.panel.kind is Kind.PROVEN]
    assert FactRow(Fact.WHOLE, True) in proven.rows


def test_every_language_has_every_look_and_words_narrow_the_choice() -> None:
    assert len({(one.language, one.name) for one in chapters()}) == len(chapters()) == len(LANGUAGES) * 6
    assert {one.name for one in chapters(["dark", "ready"])} == {"dark"}
    assert [(one.language, one.name) for one in chapters(["ar", "paper-large"])] == [("ar", "paper-large")]
    assert [(one.language, one.name) for one in chapters(["es", "paper-low"])] == [("es", "paper-low")]
    assert not wanted("en/dark/1280x800/ready.png", ["paper"])
    assert not wanted("en/dark/1280x800/ready.png", ["dark", "found"])
    assert wanted("en/dark/1280x800/found-three.png", ["found", "1280x800", "dark"])
    assert wanted("en/dark/1280x800/found-three.png", [])


def test_the_book_is_painted_and_its_page_lists_every_picture(tmp_path: Path) -> None:
    words = [
        "demo",
        "--book",
        str(tmp_path / "book"),
        "--only",
        "ar",
        "--only",
        "yellow-on-black",
        "--only",
        "found-t",
        "--json",
    ]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    page = Path(told["book"]).read_text(encoding="utf-8")
    found = re.search(r"const pictures = (\[.+\]);", page)
    assert found is not None
    pictures: list[str] = json.loads(found[1])
    screens = [sample.name for sample in SAMPLES if sample.name.startswith("found-t")]
    assert sorted(pictures) == sorted(f"ar/yellow-on-black/{size}/{name}.png" for size in SIZES for name in screens)
    assert told["pictures"] == len(pictures)
    for path in pictures:
        picture = QImage(str(tmp_path / "book" / path))
        assert f"{picture.width()}x{picture.height()}" == path.split("/")[2]
    assert not re.search(r"https?:|//[a-z]|@import|url\(", page)


def test_a_word_that_no_screen_has_is_said_so(tmp_path: Path) -> None:
    done = CliRunner().invoke(
        main, ["demo", "--book", str(tmp_path), "--only", "en", "--only", "dark", "--only", "nosuchscreen"]
    )
    assert done.exit_code == 1
    assert "No screen is called so" in done.stderr
