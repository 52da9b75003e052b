"""What anyone behind the customer may read: places, counts and times, and four characters of a waybill at most."""

import dataclasses
import re
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kiosk.desk.shown import Check, Found, LockedOut, Lot, Notice, Ready, Shown, Typing
from kiosk.ledger.receipt import Receipt
from kiosk.screens import wording
from kiosk.technician.samples import LONG_NAME
from tests.screens.values import HARD, Make, everything_said

WAYBILL = "JD014600001234QZX987"


def _visible(window: QWidget) -> set[str]:
    return {word for said in everything_said(window) for word in re.findall(r"[\w:-]*\d[\w:-]*", said)}


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w:-]*\d[\w:-]*", text))


def _parts_of_place(place: str) -> Iterator[str]:
    yield place
    parts = place.split("-")
    yield "-".join(parts[:2])
    yield "".join(f"-{part}" for part in parts[2:])


def _allowed(value: Shown) -> set[str]:
    """The words with a digit that this value may put on a screen: its places, counts, times, and the depot's own lines."""
    allowed = _words(LONG_NAME) | (_words(wording.whole_day(Notice.dated)) if isinstance(value, Notice) else set())
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        if isinstance(held, datetime):
            allowed |= {wording.clock_time(held)} | _words(wording.day_name(held.date()))
        elif isinstance(held, date):
            allowed |= _words(wording.day_name(held))
        elif isinstance(held, bool) or held is None:
            continue
        elif isinstance(held, int):
            allowed |= {str(held), str(-(-held // 60)), str(-(-held // 3600))}
        elif isinstance(held, Receipt):
            allowed |= {str(held.number)}
        elif isinstance(held, str):
            allowed |= _words(held) | set(_parts_of_place(held))
    if isinstance(value, Found):
        allowed |= {str(number) for number in range(1, len(value.lots) + 1)}
        for lot in value.lots:
            allowed |= set(_parts_of_place(lot.place)) | {lot.ending or ""}
    if isinstance(value, Typing):
        allowed |= set("0123456789") | {str(len(value.typed)), "6"}
    if isinstance(value, LockedOut | Notice):
        allowed |= {"1", "4"}
    return allowed


@pytest.mark.parametrize("value", HARD, ids=lambda value: f"{value.state}")
def test_a_screen_shows_no_number_but_places_counts_and_times(make: Make, value: Shown) -> None:
    window = make()
    window.show_shown(value)
    QCoreApplication.processEvents()
    assert _visible(window) <= _allowed(value)


def test_at_most_four_characters_of_a_waybill_are_shown_whatever_came(make: Make) -> None:
    window = make()
    lots = (Lot("C-03-118", Check.NEXT, ending=WAYBILL), Lot("C-03-118", Check.LATER, ending=WAYBILL))
    window.show_shown(Found((*lots, Lot("B-12", Check.CHECKED, ending=WAYBILL))))
    QCoreApplication.processEvents()
    said = " ".join(everything_said(window))
    assert WAYBILL[-4:] in said
    assert not [five for five in (WAYBILL[n : n + 5] for n in range(len(WAYBILL) - 4)) if five in said]


def test_an_erased_or_finished_code_stands_nowhere(make: Make) -> None:
    window = make()
    window.show_shown(Typing("4821936075"))
    window.show_shown(Typing(""))
    assert not {"4821936075", "482", "193"} & _visible(window)
    window.show_shown(Ready())
    assert "4821936075" not in " ".join(everything_said(window))
