"""The desk's window, measured: every row where it belongs, every text whole, every target large enough, in every size."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF
from pytestqt.qtbot import QtBot

from kiosk.desk.counter.panel import Bar, ChoiceRow, Do, Happened, Kind, Panel, ParcelRow, Slip, Tell
from kiosk.desk.override import WhyByHand
from kiosk.desk.returns import Outcome
from kiosk.desk.search import Mark
from kiosk.screens import desk_slip, desk_wording
from kiosk.screens import theme as look
from kiosk.screens.desk_rows import cells
from kiosk.screens.desk_window import DeskWindow
from kiosk.screens.language import LANGUAGES, language_of, speaking
from kiosk.screens.parts import Button
from kiosk.screens.theme import Theme
from tests.screens.values import shown_to_readers

SIZES = [(1920, 1080, 15.6), (1080, 1920, 15.6), (1280, 800, 15.6), (1280, 800, 10.1), (1920, 1080, 21.5)]
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PARCELS = tuple(
    ParcelRow(one, f"B-12-{one:03}", f"4730{one}", NOON - timedelta(days=one), mark) for one, mark in enumerate(Mark, 1)
)
BAR = Bar("Clerk 7", 74, undo_in=7)
PANELS = {
    "find": Panel(Kind.FIND, PARCELS[:6], 0, (Do.HAND_OVER, Do.MOVE, Do.NEW_CODE, Do.RETURN), (Do.TAKE_IN, Do.LISTS)),
    "why": Panel(Kind.WHY, tuple(map(ChoiceRow, WhyByHand)), ways=(Do.BACK,), box=False, about=PARCELS[0]),
    "marks": Panel(Kind.LIST, PARCELS, ways=(Do.BACK,), box=False, name="waiting"),
    "pin": Panel(Kind.PIN, keys="1234567890", hidden=True, acts=(Do.GO_ON,), ways=(Do.BACK,), name="Clerk 7"),
}


@pytest.fixture(params=product(SIZES, LANGUAGES), ids=str)
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> DeskWindow:
    (width, height, inches), language = request.param
    made = DeskWindow("Riverside Depot", diagonal_inches=inches, language=language)
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    return made


@pytest.mark.parametrize("name", PANELS)
def test_rows_follow_each_other_without_a_gap_and_their_texts_are_whole(window: DeskWindow, name: str) -> None:
    panel = PANELS[name]
    window.show_panel(panel, BAR, NOON.date())
    QCoreApplication.processEvents()
    model, bottom = window.rows.model(), 0
    with speaking(language_of(window)):
        whole = {cell.text for row in panel.rows for cell in cells(row, NOON.date())}
    for number in range(model.rowCount()):
        box = window.rows.visualRect(model.index(number, 0))
        assert box.top() == bottom
        bottom = box.bottom() + 1
    for text in window.rows.painted_texts():
        assert text.text in whole
        assert QFontMetricsF(text.font).horizontalAdvance(text.text) <= text.room.width() + 1


@pytest.mark.parametrize("name", PANELS)
def test_no_target_is_too_small_outside_the_window_or_over_another(window: DeskWindow, name: str) -> None:
    window.show_panel(PANELS[name], BAR, date(2026, 11, 24))
    QCoreApplication.processEvents()
    theme = Theme.of(window.width(), window.height(), window.diagonal_inches)
    boxes = list[QRect]()
    for button in window.findChildren(Button):
        if button.isVisible():
            box = button.rect().translated(button.mapTo(window, button.rect().topLeft()))
            assert window.rect().contains(box), button.text()
            assert min(box.width(), box.height()) >= theme.floor_target - 1, button.text()
            assert button.words_width() <= box.width(), button.text()
            assert not any(box.intersects(other) for other in boxes), button.text()
            boxes.append(box)
    assert boxes


@pytest.mark.parametrize("panel", PANELS.values(), ids=PANELS)
def test_everything_that_a_screen_reader_finds_has_a_name(qtbot: QtBot, panel: Panel) -> None:
    window = DeskWindow("Riverside Depot", diagonal_inches=15.6)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_panel(panel, BAR, NOON.date())
    QCoreApplication.processEvents()
    found = shown_to_readers(window)
    assert len(found) > len(panel.acts) + len(panel.ways)
    assert [one.object() for one in found if not one.text(QAccessible.Text.Name)] == []


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_card_lies_under_its_rows_and_typing_begins_at_the_leading_edge(qtbot: QtBot, tag: str) -> None:
    window = DeskWindow("Riverside Depot", diagonal_inches=15.6, language=tag)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    for typed in ("730", ""):
        window.show_panel(replace(PANELS["find"], chosen=None, typed=typed), BAR, NOON.date())
        QCoreApplication.processEvents()
        picture, rows, acts = window.grab().toImage(), window.rows.geometry(), window.acts.geometry()
        card, paper = (QColor(Theme.of(1280, 800, 15.6).colour(hue)) for hue in (look.CARD, look.PAPER))
        assert {picture.pixelColor(x, rows.top()).name() for x in (rows.left(), rows.right())} == {card.name()}
        assert picture.pixelColor(acts.center().x(), acts.bottom() - 1) == paper
        edit = window.box.edit
        from_left = edit.mapTo(window, edit.cursorRect().center()).x()
        assert (from_left > window.width() / 2) is (tag == "ar")


def test_what_a_panel_is_about_is_read_in_its_order_in_every_direction() -> None:
    with speaking(LANGUAGES["ar"]):
        parts = desk_wording.about(PANELS["why"]).split("   ")
    assert len(parts) > 2
    assert all(part.startswith("\u2068") and part.endswith("\u2069") for part in parts)


def test_how_a_dispute_ended_and_what_a_number_counts_is_told_in_words_of_its_own(qtbot: QtBot) -> None:
    window = DeskWindow("Riverside Depot", diagonal_inches=15.6)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    with speaking(language_of(window)):
        assert [cells(ChoiceRow(one), NOON.date())[0].text for one in Outcome] == [
            "Handed over",
            "Waiting",
            "Cannot be found",
            "Returned",
        ]
    window.show_panel(Panel(Kind.CHECKPOINT, box=False, slip=Slip("HKC:1", "55")), BAR, NOON.date())
    assert [text.text for text in window.slip.painted_texts()] == ["55", "Entries"]


def test_a_new_code_goes_from_the_screen_after_a_while_and_the_next_one_comes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_slip, "SHOWN_MS", 30)
    window = DeskWindow("Riverside Depot", diagonal_inches=15.6)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    for typed in ("482 193 6075", "193 607 5482"):
        panel = Panel(Kind.CODE, ways=(Do.FINISH,), box=False, slip=Slip("HK1:7KQ2ABCDEFGHJKMNPQRSTVWXYZ", typed))
        window.show_panel(panel, BAR, NOON.date())
        assert (window.slip.isVisible(), window.slip.accessibleName()) == (True, typed)
        qtbot.waitUntil(lambda: not window.slip.isVisible())
        window.show_panel(replace(panel, tell=Tell(Happened.PRINTING, good=True)), BAR, NOON.date())
        QCoreApplication.processEvents()
        assert (window.slip.isVisible(), window.slip.accessibleName()) == (False, "")
        assert window.slip.painted_texts() == []
