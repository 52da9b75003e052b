"""How codes reach people, through real windows and the real reader: a text's digits, a carrier's own code; and a badge in the camera."""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtTest import QTest

from kiosk.cli import main
from kiosk.desk.counter.panel import Do
from kiosk.desk.shown import Key, Tap
from kiosk.ledger import events
from kiosk.parcel import ParcelState
from kiosk.settings import Carrier, Notices
from kiosk.store import pins
from tests.desk.crew import PIN
from tests.flows.staffed import SETTINGS, StaffedDepot

CARRIER = Carrier("Parcelo", waybill="PX[0-9]{10}", code=r"P\|[^|]*\|(?P<code>[0-9]{6})")


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StaffedDepot]:
    """With a camera at the left station, and texts to customers."""
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)
    settings = replace(SETTINGS, notices=Notices(on=True), carriers=(CARRIER,))
    made = StaffedDepot(tmp_path / "home", settings, cameras=1)
    yield made
    assert made.store.journal.verify().ok
    made.close()


def kiosk(*words: str, home: Path) -> None:
    """A short command beside the serving kiosk."""
    done = CliRunner().invoke(main, [*words, "--home", str(home)])
    assert done.exit_code == 0, done.output


def test_a_text_message_with_digits_opens_what_a_clerk_took_in(watched: StaffedDepot, tmp_path: Path) -> None:
    watched.signs_in()
    watched.presses(Do.TAKE_IN)
    watched.scans("PX0000047301")
    watched.scans("B-12-001")
    kiosk("notices", "export", str(tmp_path / "notices.csv"), home=tmp_path / "home")
    with (tmp_path / "notices.csv").open(encoding="utf-8") as file:
        (notice,) = csv.DictReader(file)
    text = notice["text"]
    assert len(text) <= 70
    digits = re.search(r"\d{3} \d{3} \d{4}", text)
    assert digits is not None
    watched.touches(Tap.TYPE_A_CODE)
    QTest.qWait(500)  # or the first key is the second half of a double tap
    for digit in digits[0].replace(" ", ""):
        watched.touches(Key(digit))
    assert watched.state() == "found"
    watched.shows("PX0000047301", "Code128")
    assert watched.state() == "done"
    assert watched.store.outbox.notices() == []


def test_a_carriers_own_code_comes_by_manifest_and_is_shown_to_the_camera(
    watched: StaffedDepot, tmp_path: Path
) -> None:
    manifest = tmp_path / "manifest.csv"
    manifest.write_text("waybill,pickup_code,place\nPX0000047301,482193,B-12-001\n", encoding="utf-8")
    kiosk("parcels", "import", str(manifest), home=tmp_path / "home")
    parcel = watched.store.parcels.by_waybill("PX0000047301")
    assert parcel is not None
    watched.shows("P|600100200|482193")
    assert watched.state() == "found"
    watched.shows("PX0000047301", "Code128")
    assert watched.state_of(parcel.id) is ParcelState.HANDED_OVER
    assert watched.state() == "done"


def test_a_badge_in_the_camera_makes_the_station_the_desk_and_its_label_scans_are_the_clerks(
    watched: StaffedDepot,
) -> None:
    watched.takes_in("PX0000047301")
    watched.shows(watched.badge_of(2).text)
    desk = watched.left.desk
    watched.types(PIN, desk)
    watched.enters(desk)
    watched.shows("PX0000047301", "Code128")
    assert "B-12-001" in watched.rows(desk)[0]
    assert watched.at_station() == "ready, the desk over it"
    watched.presses(Do.SIGN_OUT, desk)
    assert watched.at_station() == "ready"
    assert [type(one) for one in watched.entered(events.SignedIn, events.SignedOut)] == [
        events.SignedIn,
        events.SignedOut,
    ]
