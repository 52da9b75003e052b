"""A whole visit in each language, by fingers and the camera; whoever comes next finds the depot's own language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from kiosk.app import Stand
from kiosk.desk.shown import Done, Found, Ready, Tap
from kiosk.screens.language import Speak
from kiosk.store import pins
from tests.flows.staffed import StaffedDepot
from tests.screens.values import everything_said

WELCOME = {
    "en": "Hold your code\ntoward the light",
    "zh": "请将取件码\n对准灯光",
    "es": "Acerque el código\na la luz",
    "ar": "وجّه الرمز\nنحو الضوء",
}
FOUND = {"en": "1 parcel for you", "zh": "您有 1 件包裹", "es": "1 paquete para usted", "ar": "لك طرد واحد"}
DONE = {"en": "1 parcel, ", "zh": "1 件包裹，", "es": "1 paquete, ", "ar": "طرد واحد، "}
"""Then the time."""


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffedDepot]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pins, "MEMORY_KIB", 64)
        made = StaffedDepot(tmp_path_factory.mktemp("languages") / "home", cameras=1)
        yield made
        assert made.store.journal.verify().ok
        made.close()


def said(stand: Stand) -> set[str]:
    """What stands on a station's screen."""
    return set(everything_said(stand.window.page))


@pytest.mark.parametrize("tag", WELCOME)
def test_a_visit_in_each_language_and_the_next_one_in_the_depots_own(depot: StaffedDepot, tag: str) -> None:
    left = depot.left
    waybill = f"PX00000{list(WELCOME).index(tag)}7301"
    mine, neighbours = depot.receives(waybill, "C-03-118"), depot.receives(f"{waybill}9", "B-12-001")
    depot.touches(Speak("zh" if tag != "zh" else "es"))
    depot.touches(Speak(tag))
    assert WELCOME[tag] in said(left)
    assert "Type a code" in said(depot.right), "the other station speaks for its own customer"

    assert isinstance(depot.shows(mine.token.text), Found)
    assert FOUND[tag] in said(left)
    assert left.window.page.layoutDirection() is (
        Qt.LayoutDirection.RightToLeft if tag == "ar" else Qt.LayoutDirection.LeftToRight
    )
    depot.waits(30)  # at the shelves
    assert left.station.shown == Ready()
    assert WELCOME["en"] in said(left), "whoever comes meanwhile"
    assert isinstance(depot.shows(neighbours.token.text), Found)
    assert FOUND["en"] in said(left)
    depot.waits(30)

    depot.shows(mine.token.text)  # two are at the shelves: the code says whose it is
    assert FOUND[tag] in said(left)
    done = depot.shows(waybill, "Code128")
    assert isinstance(done, Done)
    assert any(one.startswith(DONE[tag]) for one in said(left))
    depot.touches(Tap.BACK)
    depot.waits(90)
    assert left.station.shown == Ready()
    assert WELCOME["en"] in said(left)
    depot.waits(20 * 60)
