"""The desk's papers speak its language, from its side, and warn who gives out parcels without the kiosk."""

from datetime import date

import pytest

from kiosk.clock import SkippingClock
from kiosk.codes.paper import Row
from kiosk.parcel import Hold, Parcel, ParcelState
from kiosk.screens.desk_paper import DeskPapers
from kiosk.screens.language import LANGUAGES, speaking

HERE = (
    Parcel(1, ParcelState.WAITING, "PX0000000101", "B-12"),
    Parcel(2, ParcelState.WAITING, "PX0000000102", "B-12", held=Hold.ID_TO_BE_SEEN),
    Parcel(3, ParcelState.MISSING, "PX0000000103", "B-13"),
    Parcel(4, ParcelState.UNCHECKED, "PX0000000104", "B-13", last_day=date(2020, 1, 1)),
)


@pytest.mark.parametrize(
    ("tag", "special", "from_right"),
    [
        ("en", ["Special", "", "ID to be seen", "Cannot be found", "Not confirmed"], False),
        ("es", None, False),
        ("ar", None, True),
    ],
)
def test_the_list_for_a_day_without_power(tag: str, special: list[str] | None, from_right: bool) -> None:
    with speaking(LANGUAGES[tag]):
        sheet = DeskPapers("Corner depot", SkippingClock()).sheet(HERE)
    found = [part.cells[2] for part in sheet.parts if isinstance(part, Row)]
    assert sheet.from_right is from_right
    if special is not None:
        assert found == special
    else:
        assert len(set(found)) == len(found) == 5
        assert not any(word.isascii() and word for word in found if tag == "ar")
