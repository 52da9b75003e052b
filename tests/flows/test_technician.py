"""A technician at a kiosk that serves: badge and PIN, the kiosk looked over, the camera aimed, and nobody else gets there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.desk.aiming import Turn
from kiosk.desk.counter.panel import Do, Kind, TextRow
from kiosk.desk.noticing import notice
from kiosk.ledger import events
from kiosk.policy.roles import Lacking
from kiosk.reader.wire import Prop, Scene
from kiosk.settings import Backup, Depot, Settings, Station
from kiosk.store import pins
from kiosk.store.backup import Backup as BackupFile
from kiosk.technician.doctor.table import CHECKS
from tests.flows.staffed import StaffedDepot

TECHNICIAN, CLERK, SUPERVISOR = 3, 2, 1
SHEET = Scene(Prop.SHEET, tilt=0.2)


@pytest.fixture
def seeing(tmp_path: Path) -> "StaffedDepot":
    return StaffedDepot(tmp_path / "home", Settings(Depot(tag="7KQ2"), (Station("left"),)), cameras=1)


def test_the_kiosk_is_looked_over_on_its_own_screen(staffed: StaffedDepot) -> None:
    staffed.signs_in(TECHNICIAN, staffed.desk)
    assert staffed.panel().ways == (Do.DOCTOR, Do.SINCE), "the desk's window has no camera to aim"
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
        assert seeing.panel(desk).ways == (Do.DOCTOR, Do.AIM, Do.SINCE)
        seeing.presses(Do.AIM, desk)

        def is_read() -> bool:
            desk.tick()
            aim = seeing.panel(desk).aim
            return aim is not None and aim.per_mm is not None

        seeing.until(is_read)
        aim = seeing.panel(desk).aim
        assert aim is not None
        assert aim.per_mm == pytest.approx(5.0, rel=0.05)
        assert aim.turn in {Turn.GOOD, Turn.SLOW, Turn.FOCUS}, "on a busy machine not every look had its turn yet"
        drawn = desk.window.aim
        assert drawn.isVisible()
        for one in aim.seen:
            left = sum(x for x, _ in one.corners) / 4 < aim.width / 2
            across = drawn.outline(one.corners).boundingRect().center().x()
            assert (across > drawn.view.center().x()) is left, "as a mirror shows it"
            assert drawn.view.contains(drawn.outline(one.corners).boundingRect())
        seeing.presses(Do.BACK, desk)
        assert not drawn.isVisible()
    finally:
        seeing.close()


@pytest.fixture
def with_stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StaffedDepot]:
    """A depot whose backups go to a stick."""
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)
    stick = tmp_path / "stick"
    stick.mkdir()
    made = StaffedDepot(tmp_path / "home", Settings(Depot(tag="7KQ2"), backup=Backup(folder=str(stick))))
    yield made
    made.close()


@pytest.mark.parametrize("who", [TECHNICIAN, SUPERVISOR])
def test_a_backup_by_badge_and_a_stick_that_is_not_there(with_stick: StaffedDepot, tmp_path: Path, who: int) -> None:
    depot, stick = with_stick, tmp_path / "stick"
    depot.signs_in(CLERK)
    assert Do.BACK_UP not in depot.panel().ways
    depot.signs_in(who)
    assert depot.presses(Do.BACK_UP).kind is Kind.BACKING_UP
    depot.until(lambda: depot.panel().kind is Kind.CHECK, patience=60.0)
    assert "is a backup up to entry" in depot.panel().note
    (file,) = stick.glob("*.backup")
    assert BackupFile.read(file).is_of(depot.store.keys)
    depot.presses(Do.BACK)
    stick.rename(tmp_path / "elsewhere")
    depot.presses(Do.BACK_UP)
    depot.until(lambda: depot.panel().kind is Kind.CHECK, patience=60.0)
    assert "is not there" in depot.panel().note
    assert depot.panel().todo.startswith("Plug the USB stick in")


def test_a_backup_by_itself_once_the_last_is_more_than_a_day_old(with_stick: StaffedDepot, tmp_path: Path) -> None:
    depot, backing_up, backups = with_stick, with_stick.kiosk._backing_up, with_stick.backups
    assert backups is not None

    def made() -> int:
        backing_up.look()
        depot.until(lambda: not backups.is_at_work, patience=60.0)
        return len(list((tmp_path / "stick").glob("*.backup")))

    assert [made(), made()] == [1, 1], "the second time there is one"
    depot.clock.advance(27 * 3600)
    assert made() >= 1
    assert len(depot.entered(events.BackupMade)) == 2


def test_a_badge_alone_is_not_enough_and_a_clerk_is_not_a_technician(staffed: StaffedDepot) -> None:
    staffed.signs_in(TECHNICIAN, staffed.desk)
    staffed.presses(Do.LOCK)
    staffed.badges(TECHNICIAN)
    assert staffed.presses(Do.DOCTOR).kind is Kind.PIN
    staffed.presses(Do.BACK)
    staffed.signs_in(CLERK)
    assert Do.DOCTOR not in staffed.panel().ways
    staffed.desk.window.did.emit(Do.DOCTOR)
    assert (staffed.panel().kind, staffed.told()) == (Kind.FIND, Lacking.ROLE)


def test_the_first_supervisor_of_the_day_is_told_of_the_night(staffed: StaffedDepot) -> None:
    store, clock = staffed.store, staffed.clock
    notice(store, clock, devices=("046d:c31c keyboard",))
    staffed.signs_in(SUPERVISOR, staffed.desk)
    assert staffed.panel().kind is Kind.FIND, "nothing was unusual"
    assert staffed.presses(Do.SINCE).number == 0
    staffed.presses(Do.BACK)
    staffed.presses(Do.SIGN_OUT)
    notice(store, clock, devices=("046d:c31c keyboard", "dead:beef storage"))
    clock.advance(86_400)
    staffed.signs_in(CLERK, staffed.desk)
    assert staffed.panel().kind is Kind.FIND, "that is a supervisor's to know"
    assert Do.SINCE not in staffed.panel().ways
    staffed.signs_in(SUPERVISOR, staffed.desk)
    assert (staffed.panel().kind, staffed.panel().number) == (Kind.SINCE, 1)
    assert any("dead:beef storage" in row for row in staffed.rows())
    staffed.presses(Do.BACK)
    assert staffed.panel().kind is Kind.FIND
    staffed.presses(Do.SIGN_OUT)
    staffed.signs_in(SUPERVISOR, staffed.desk)
    assert staffed.panel().kind is Kind.FIND, "once a day is enough"
    assert staffed.presses(Do.SINCE).kind is Kind.SINCE
