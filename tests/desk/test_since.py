"""What a supervisor is told of the night: from real entries, from a planted tree of devices, from files that were changed."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.clock import SkippingClock
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.noticing import notice, program_digest, usb_devices
from kiosk.desk.since import Since, since_yesterday
from kiosk.ledger import events
from kiosk.settings import Backup, Depot, Settings
from kiosk.store import How, Store
from tests.desk.crew import OTHER_PIN, Crew

ZONE = ZoneInfo("Europe/Madrid")
SETTINGS = Settings(Depot(tag="7KQ2", hours="Mon-Sun 08:00-20:00", zone="Europe/Madrid"))
KEYBOARD, STICK = "046d:c31c keyboard", "0781:5567 storage"


class Night(SkippingClock):
    """A clock that is put to a time of the day; days pass from one to the next."""

    def to(self, hour: int, *, days: int = 0) -> None:
        here = self.local(self.now())
        there = here.replace(hour=hour, minute=0, second=0, microsecond=0) + timedelta(days=days)
        self.advance((there - here).total_seconds())


@pytest.fixture
def clock() -> Night:
    night = Night(ZONE)
    night.to(12, days=1)
    return night


def enter(store: Store, clock: Night, *happened: events.Event) -> None:
    for event in happened:
        in_one_act(store, clock.now(), partial(_enter, event))


def _enter(event: events.Event, enter: Entering) -> None:
    enter(event)


def found(store: Store, clock: Night, settings: Settings = SETTINGS) -> Since:
    return since_yesterday(store, settings, clock)


def test_a_quiet_night_is_nothing_unusual(crew: Crew, clock: Night) -> None:
    notice(crew.store, clock, program="a" * 64, devices=(KEYBOARD,))
    enter(crew.store, clock, events.KioskStarted("1"), events.KioskStopped())
    clock.to(8, days=1)
    notice(crew.store, clock, program="a" * 64, devices=(KEYBOARD,))
    assert not found(crew.store, clock).is_unusual, "a first look has nothing to compare with"
    assert len(crew.entered(events.ProgramChanged, events.DevicesChanged)) == 2, "the same again is no entry"


def test_other_program_files_and_a_new_device(crew: Crew, clock: Night) -> None:
    notice(crew.store, clock, program="a" * 64, devices=(KEYBOARD,))
    clock.to(23)
    notice(crew.store, clock, program="b" * 64, devices=(KEYBOARD, STICK))
    clock.to(8, days=1)
    told = found(crew.store, clock)
    assert [clock.local(at).hour for at, _ in told.program] == [23]
    assert [(clock.local(at).hour, device) for at, device in told.devices] == [(23, STICK)]
    notice(crew.store, clock, devices=(KEYBOARD,))
    notice(crew.store, clock, devices=(KEYBOARD, STICK))
    assert len(found(crew.store, clock).devices) == 1, "what was here before is not new"
    notice(crew.store, clock, devices=(KEYBOARD, KEYBOARD, STICK))
    assert [device for _, device in found(crew.store, clock).devices] == [STICK, KEYBOARD], "a second one of a kind is"
    clock.to(8, days=3)
    assert not found(crew.store, clock).is_unusual, "that was before yesterday"


def test_starts_outside_hours(crew: Crew, clock: Night) -> None:
    for hour in (9, 19, 20, 23):
        clock.to(hour)
        enter(crew.store, clock, events.KioskStarted("1"))
    clock.to(3, days=1)
    enter(crew.store, clock, events.KioskStarted("1"))
    clock.to(8)
    starts = found(crew.store, clock).starts
    assert starts is not None
    assert [clock.local(at).hour for at in starts] == [20, 23, 3]
    for words in ("", "Ask at the bar"):
        assert found(crew.store, clock, Settings(Depot(tag="7KQ2", hours=words))).starts is None


def test_wrong_pins_by_name(crew: Crew, clock: Night) -> None:
    crew.clock = clock
    for clerk, times in ((2, 1), (4, 2)):
        for _ in range(times):
            window = crew.window()
            window.show_badge(crew.badges[clerk])
            window.type_pin(OTHER_PIN)
    enter(crew.store, clock, events.KeypadLocked("1", 60))
    told = found(crew.store, clock)
    assert told.failed == (("Clerk 2", 1), ("Clerk 4", 2))
    assert told.locked == 1
    assert told.is_unusual


def test_a_file_that_was_changed_added_or_renamed_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "one.py").write_text("1")
    seen = {program_digest(tmp_path)}
    (tmp_path / "room" / "one.pyc").write_text("compiled")
    assert program_digest(tmp_path) in seen
    for change in (
        lambda: (tmp_path / "room" / "one.py").write_text("2"),
        lambda: (tmp_path / "two.py").write_text(""),
        lambda: (tmp_path / "two.py").rename(tmp_path / "three.py"),
    ):
        change()
        digest = program_digest(tmp_path)
        assert digest not in seen
        seen.add(digest)


def test_devices_are_told_by_numbers_and_kinds(tmp_path: Path) -> None:
    def plug(name: str, vendor: str, product: str, *faces: tuple[str, str]) -> None:
        for path, content in {
            f"{name}/idVendor": vendor,
            f"{name}/idProduct": product,
            f"{name}/product": "Ana's phone",
            f"{name}/serial": "SERIAL1",
        }.items():
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_text(f"{content}\n")
        for number, (kind, protocol) in enumerate(faces):
            face = tmp_path / f"{name}:1.{number}"
            face.mkdir()
            face.joinpath("bInterfaceClass").write_text(f"{kind}\n")
            face.joinpath("bInterfaceProtocol").write_text(f"{protocol}\n")

    assert usb_devices(tmp_path) == usb_devices(tmp_path / "none") == ()
    plug("1-1", "046d", "c31c", ("03", "01"))
    plug("1-2", "dead", "beef", ("08", "50"), ("03", "01"), ("ff", "00"))
    plug("1-3", "<b>", "\x1b[2J", ("0e", "00"))
    plug("usb1", "1d6b", "0002", ("09", "00"))
    assert usb_devices(tmp_path) == ("046d:c31c keyboard", "1d6b:0002 hub", "dead:beef keyboard+other+storage")


def test_moments_are_the_depots(crew: Crew, clock: Night) -> None:
    begun = found(crew.store, clock).begun
    assert clock.local(begun) == clock.local(clock.now()).replace(
        hour=0, minute=0, second=0, microsecond=0
    ) - timedelta(1)
    assert isinstance(begun, datetime)


def test_days_without_a_backup_are_unusual_where_backups_are_made_by_themselves(crew: Crew, clock: Night) -> None:
    by_itself = replace(SETTINGS, backup=Backup(folder="/media/stick"))
    enter(crew.store, clock, events.KioskStarted("1"))
    assert not found(crew.store, clock, by_itself).is_unusual
    clock.to(12, days=2)
    assert found(crew.store, clock, by_itself).unkept >= 2, "since the first entry"
    assert found(crew.store, clock, by_itself).is_unusual
    assert not found(crew.store, clock).is_unusual, "no folder is named, so nobody waits for one"
    in_one_act(crew.store, clock.now(), lambda enter: crew.store.checkpoints.make(How.BACKUP, at=enter.at))
    clock.to(11, days=1)
    assert not found(crew.store, clock, by_itself).is_unusual
    clock.to(13, days=1)
    assert (found(crew.store, clock, by_itself).unkept, found(crew.store, clock, by_itself).is_unusual) == (2, True)
