"""When a screen is at rest, nothing of the last visit is left in any live object or widget: no place, no waybill, no code, no receipt."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kiosk.desk.shown import Done, Ready, Tap
from kiosk.store import pins
from tests.flows.staffed import StaffedDepot
from tests.screens.values import everything_said


@pytest.fixture
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StaffedDepot]:
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)
    made = StaffedDepot(tmp_path / "home", cameras=1)
    yield made
    made.close()


def secret(name: str) -> str:
    """Put together anew each time, so that this file's own constants are none of them."""
    return {"place": "Q-{}-031", "waybill": "WX{}0098431", "label": "0{}98431"}[name].format(77)


def visited(depot: StaffedDepot) -> list[str]:
    """A whole visit; what of it nobody may find, turned round, so that this list is none of it either."""
    received = depot.receives(secret("waybill"), secret("place"))
    depot.shows(received.token.text)
    depot.touches(Tap.MY_PARCEL)
    depot.touches(Tap.BACK)
    done = depot.shows(secret("waybill"), "Code128")
    assert isinstance(done, Done)
    assert done.receipt is not None
    depot.touches(Tap.MY_PARCEL)
    texts = [received.token.text, received.typed_code.text, secret("waybill"), secret("place"), done.receipt.code[-60:]]
    return [text[::-1] for text in texts]


def live_texts() -> Iterator[str]:
    """Every text that a live object of this process refers to, bytes among them."""
    gc.collect()
    for one in gc.get_objects():
        for held in gc.get_referents(one):
            if isinstance(held, str):
                yield held
            elif isinstance(held, bytes | bytearray):
                yield held.decode("latin-1")


def found(turned: list[str]) -> set[str]:
    texts = set(live_texts())
    for widget in QApplication.allWidgets():
        texts |= set(everything_said(widget))
    everything = "\n".join(texts)
    return {text for text in turned if text[::-1] in everything}


def test_nothing_of_a_visit_outlives_it(depot: StaffedDepot) -> None:
    turned = visited(depot)
    assert found(turned), "while its screen stands, the place is found: the search does find"
    depot.waits(81)
    assert depot.left.station.shown == Ready()
    depot.until(lambda: depot.left.reader is not None and depot.left.window.isVisible())
    depot.waits(4)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert found(turned) == set()
