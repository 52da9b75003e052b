"""The plan on FOUND: the right shelf is marked, nothing is covered, and a place that is not drawn has no plan."""

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kiosk.desk.plan import clean
from kiosk.desk.shown import Check, Found, Lot
from kiosk.screens.parts import Button
from kiosk.screens.places import NextCard, SmallCard
from kiosk.screens.plan import Plan, PlanCard
from kiosk.screens.window import StationWindow
from tests.desk.test_plan import SHELVES
from tests.screens.values import SIZES, Size


@pytest.fixture
def plan(qtbot: QtBot) -> Plan:  # a drawing with words wants fonts, and these an application
    return Plan(clean(SHELVES))


def _window(qtbot: QtBot, plan: Plan, size: Size) -> StationWindow:
    window = StationWindow("Depot", diagonal_inches=size[2], mounting="below", plan=plan)
    qtbot.addWidget(window)
    window.resize(*size[:2])
    window.show()
    return window


def _card(window: StationWindow, *lots: Lot) -> PlanCard | None:
    window.show_shown(Found(lots))
    QCoreApplication.processEvents()
    return next((card for card in window.page.findChildren(PlanCard) if card.isVisible()), None)


def test_a_place_is_its_own_box_or_its_shelfs(plan: Plan) -> None:
    shelf = plan.where("B-12-047")
    assert shelf is not None
    assert (round(shelf.center().x()), round(shelf.center().y())) == (50, 35)
    assert plan.where("B-12") == shelf
    other = plan.where("C-03-118")
    assert other is not None
    assert round(other.center().x()) == 240
    assert plan.where("Z-99") is None
    assert plan.where("hidden") is None


@pytest.mark.parametrize("size", SIZES)
def test_it_stands_where_nothing_else_does_and_marks_the_shelf(qtbot: QtBot, plan: Plan, size: Size) -> None:
    window = _window(qtbot, plan, size)
    first, second = Lot("B-12-047", Check.NEXT), Lot("C-03-118", Check.LATER)
    card = _card(window, first)
    assert card is not None
    at_b = card.grab().toImage()
    for lots in ((first,), (first, second)):
        card = _card(window, *lots)
        others = [p for kind in (Button, NextCard, SmallCard) for p in window.page.findChildren(kind) if p.isVisible()]
        if card is not None:
            assert window.page.rect().contains(card.geometry())
            assert not any(card.geometry().intersects(p.geometry()) for p in others if p.parent() is window.page)
    card = _card(window, Lot("C-03-118", Check.NEXT))
    assert card is not None
    assert card.grab().toImage() != at_b
    assert "C-03-118" in card.accessibleName()


def test_without_the_place_or_without_a_walk_there_is_no_plan(qtbot: QtBot, plan: Plan) -> None:
    window = _window(qtbot, plan, (1920, 1080, 15.6))
    assert _card(window, Lot("B-12-047", Check.NEXT)) is not None
    assert _card(window, Lot("Z-99", Check.NEXT)) is None
    assert _card(window, Lot("B-12-047", Check.DESK)) is None
    assert _card(window, *(Lot(f"B-12-04{n}", Check.NEXT if not n else Check.LATER) for n in range(6))) is None
