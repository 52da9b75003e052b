"""A technician at a kiosk that serves: badge and PIN, the kiosk looked over, the camera aimed, and nobody else gets there."""

from pathlib import Path

import pytest

from kiosk.desk.aiming import Turn
from kiosk.desk.counter.panel import Do, Kind, TextRow
from kiosk.policy.roles import Lacking
from kiosk.reader.wire import Prop, Scene
from kiosk.settings import Depot, Settings, Station
from kiosk.technician.doctor.table import CHECKS
from tests.flows.staffed import StaffedDepot

TECHNICIAN, CLERK = 3, 2
SHEET = Scene(Prop.SHEET, tilt=0.2)


@pytest.fixture
def seeing(tmp_path: Path) -> "StaffedDepot":
    return StaffedDepot(tmp_path / "home", Settings(Depot(tag="7KQ2"), (Station("left"),)), cameras=1)


def test_the_kiosk_is_looked_over_on_its_own_screen(staffed: StaffedDepot) -> None:
    staffed.signs_in(TECHNICIAN)
    assert staffed.panel().ways == (Do.DOCTOR,), "the desk's window has no camera to aim"
    assert staffed.presses(Do.DOCTOR).kind is Kind.LOOKING_OVER
    staffed.until(lambda: staffed.panel().kind is Kind.LOOKED_OVER, patience=80.0)
    panel = staffed.panel()
    rows = [row for row in panel.rows if isinstance(row, TextRow)]
    assert {row.text for row in rows} == set(CHECKS)
    assert [row.choice for row in rows] == sorted(
        (str(row.choice) for row in rows), key=["wanting", "look", "well"].index
    )
    assert panel.number == sum(row.choice == "wanting" for row in rows) > 0
    camera = next(number for number, row in enumerate(rows) if row.text == "camera")
    staffed.chooses(camera)
    assert (staffed.panel().kind, staffed.panel().name) == (Kind.CHECK, "camera")
    assert "no camera" in staffed.panel().note
    assert "[[stations]]" in staffed.panel().todo
    staffed.presses(Do.BACK)
    assert staffed.presses(Do.LOOK_AGAIN).kind is Kind.LOOKING_OVER
    staffed.presses(Do.BACK)
    assert staffed.panel().kind is Kind.FIND


def test_a_camera_is_aimed_at_its_own_station(seeing: StaffedDepot) -> None:
    try:
        desk = seeing.left.desk
        seeing.left.reader_shows(SHEET)
        desk.badge(seeing.badge_of(TECHNICIAN))
        seeing.signs_in(TECHNICIAN, desk)
        assert seeing.panel(desk).ways == (Do.DOCTOR, Do.AIM)
        seeing.presses(Do.AIM, desk)

        def is_read() -> bool:
            seeing.clock.advance(0.5)
            desk.tick()
            aim = seeing.panel(desk).aim
            return aim is not None and aim.per_mm is not None

        seeing.until(is_read)
        aim = seeing.panel(desk).aim
        assert aim is not None
        assert aim.per_mm == pytest.approx(5.0, rel=0.05)
        assert aim.turn in {Turn.GOOD, Turn.SLOW, Turn.FOCUS}, "on a busy machine not every look had its turn yet"
        assert desk.window.aim.isVisible()
        for one in aim.seen:
            assert desk.window.aim.view.contains(desk.window.aim.outline(one.corners).boundingRect())
        seeing.presses(Do.BACK, desk)
        assert not desk.window.aim.isVisible()
    finally:
        seeing.close()


def test_a_badge_alone_is_not_enough_and_a_clerk_is_not_a_technician(staffed: StaffedDepot) -> None:
    staffed.signs_in(TECHNICIAN)
    staffed.presses(Do.LOCK)
    staffed.badges(TECHNICIAN)
    assert staffed.presses(Do.DOCTOR).kind is Kind.PIN
    staffed.presses(Do.BACK)
    staffed.signs_in(CLERK)
    assert Do.DOCTOR not in staffed.panel().ways
    staffed.desk.window.did.emit(Do.DOCTOR)
    assert (staffed.panel().kind, staffed.told()) == (Kind.FIND, Lacking.ROLE)
