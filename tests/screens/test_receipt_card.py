"""The receipt on DONE is there to be photographed; that each screen leaves it room is measured with the rest (test_looks)."""

import pytest
from PySide6.QtCore import QSize

from kiosk.desk.shown import Done
from kiosk.screens.receipt_card import ReceiptCard
from kiosk.screens.theme import Theme
from kiosk.technician.samples import SAMPLES
from tests.screens.values import SIZES, Size

LEAST = 3
"""Pixels a module, at which tests/flows/test_receipts.py reads a photographed screen."""


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_room_that_it_asks_for_is_the_least_in_which_its_modules_can_be_photographed(
    qapp: object, size: Size
) -> None:
    done = next(sample.shown for sample in SAMPLES if sample.name == "done-long-receipt")
    assert isinstance(done, Done)
    assert done.receipt
    card = ReceiptCard(done.receipt)
    card.dress(Theme.of(*size))
    side = next(side for side in range(200, 900) if card.holds(QSize(side, 900)))
    high = next(high for high in range(side, 900) if card.holds(QSize(side, high)))
    card.resize(side, high)
    card.draw()  # which comes a moment after its first sight
    assert card._code is not None
    assert card._code.width() > 100, "or it is not a long one"
    assert card._code_in(card._card()).width() == LEAST * card._code.width()
    assert not card.holds(QSize(side - 1, high))
    assert not card.holds(QSize(side, high - 1))
