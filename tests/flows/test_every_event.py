"""Everything that matters is an entry: the acts of a depot's people, one after the other, and every event of the catalogue is found."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.app import Kiosk
from kiosk.clock import Clock, SkippingClock
from kiosk.codes.recovery import Secret
from kiosk.desk import clerks, forgetting, intake, noticing, override, paper, watched_job
from kiosk.desk.calls import Calls
from kiosk.desk.intake import Marks
from kiosk.desk.outbox import export_departures, export_notices
from kiosk.desk.override import Made, Proposal, WhyByHand
from kiosk.desk.returns import Outcome, Returns, WhyDisputed
from kiosk.desk.seat import Seat
from kiosk.desk.shelf_check import ShelfCheck
from kiosk.desk.shown import Tap, Why
from kiosk.desk.sign_in import AskPin
from kiosk.desk.station import Station
from kiosk.ledger.events import CATALOGUE
from kiosk.parcel import Hold
from kiosk.policy.pin import LOCKED_FROM
from kiosk.settings import Notices
from kiosk.store import opened
from kiosk.technician import backup
from kiosk.technician.keys import recover_keys, rotate_keys
from kiosk.technician.restore import restore
from tests.desk.crew import OTHER_PIN, PIN, Crew
from tests.flows.depot import SETTINGS, SmallDepot


def customers(depot: SmallDepot) -> None:
    """A code and a label, a wrong parcel, another code, a code shown again, revoked, details deleted, never checked, refused, locked."""
    one, two = depot.takes_in("PARCEL0001"), depot.takes_in("PARCEL0002")
    depot.shows(one)
    depot.scans("PARCEL0002")
    depot.taps(Tap.PUT_BACK)
    depot.taps(Tap.ANOTHER_CODE)
    depot.shows(two)
    depot.shows(one)
    depot.scans("PARCEL0001")
    depot.store.parcels.set_last_day(2, depot.clock.today())
    depot.scans("PARCEL0002")
    depot.taps(Tap.MY_PARCEL)
    depot.taps(Tap.LET_GO)
    depot.waits(60)
    depot.shows(one)
    depot.shows(depot.takes_in("PARCEL0003"))
    intake.revoke(depot.store, depot.clock, "PARCEL0003")
    depot.shows(depot.takes_in("PARCEL0004"))
    depot.waits(depot.settings.release.open_minutes * 60 + 60)
    for number in range(9):
        depot.taps(Tap.TYPE_A_CODE)
        depot.types(f"{number:010}")
    depot.waits(3_600)


def held(depot: SmallDepot, waybill: str) -> int:
    """A parcel that the desk must see to itself."""
    parcel = depot.receives(waybill).parcel.id
    depot.store.parcels.set_held(parcel, Hold.FRAGILE)
    return parcel


def released(depot: SmallDepot, seat: Seat, parcel: int) -> int:
    """A parcel released by hand; the override's number."""
    proposal = override.propose(depot.store, depot.clock, seat, parcel, reason=WhyByHand.DEAD_PHONE, checked=True)
    assert isinstance(proposal, Proposal)
    made = override.confirm(depot.store, depot.clock, seat, proposal)
    assert isinstance(made, Made), made
    return made.override


def clerks_and_supervisors(depot: SmallDepot, crew: Crew) -> None:
    """Their windows, their parcels, their releases by hand, their disputes, their colleagues."""
    store, clock, desk = depot.store, crew.clock, Returns(depot.store, crew.clock)
    window = crew.window()
    clerk = crew.signed_in(2, window)
    owed = released(depot, clerk, held(depot, "PARCEL0008"))
    supervisor = crew.signed_in(1)
    assert override.sign_owed(store, clock, supervisor, owed) is None
    calls = Calls(store, clock)
    calls.answer(clerk, calls.call("left", Why.HELP).number)
    marks = Marks(held=Hold.FRAGILE)
    intake.take_in(store, depot.settings, clock, clerk, "PARCEL0005", place="B-12-005", marks=marks)
    parcels = [intake.find(store, depot.settings, depot_text).id for depot_text in ("PARCEL0003", "PARCEL0004")]
    moved, doubtful = parcels
    assert desk.move(clerk, moved, "C-01-001") is None
    assert desk.cannot_be_found(clerk, moved) is None
    assert desk.found_again(clerk, moved, "C-01-001") is None
    check = ShelfCheck(store, depot.settings, clock, "C-01")
    check.finish(clerk)
    assert desk.confirm(clerk, doubtful) is None
    assert desk.open_dispute(clerk, doubtful, WhyDisputed.NOT_RECEIVED) is None
    assert desk.close_dispute(supervisor, doubtful, Outcome.HANDED_OVER) is None
    assert desk.give_back(clerk, moved) is None

    undone = released(depot, clerk, depot.receives("PARCEL0006").parcel.id)
    assert override.undo(store, clock, clerk, undone) is None
    settled = released(depot, clerk, depot.receives("PARCEL0007").parcel.id)
    clock.advance(11)
    override.settle(store, clock)
    overtaken = depot.receives("PARCEL0009")
    released(depot, clerk, overtaken.parcel.id)
    depot.shows(overtaken.token.text)
    depot.scans("PARCEL0009")
    clock.advance(11)
    override.settle(store, clock)
    assert override.correct(store, depot.settings, clock, supervisor, settled, label="PARCEL0007", place="D-01") is None
    assert (
        paper.enter(store, clock, clerk, intake.find(store, depot.settings, "PARCEL0007").id, said=clock.now()) is None
    )
    window.lock()
    crew.signed_in(2, window)
    window.sign_out()
    # As if they had been wrong so often: each try takes as long as a PIN should.
    store._database.run("UPDATE clerks SET wrong = ? WHERE id = 4", (LOCKED_FROM - 1,))
    other = crew.window()
    assert isinstance(other.show_badge(crew.badges[4]), AskPin)
    other.type_pin(OTHER_PIN)
    clerks.reset_pin(store, clock, 4, PIN)
    clerks.issue_badge(store, depot.settings, clock, 4)
    clerks.disable(store, clock, 4)


class TurnedClock(SkippingClock):
    """A wall clock that somebody turns, and a machine that is started again."""

    turned = timedelta()
    boot = "1"

    def now(self) -> datetime:
        return super().now() + self.turned

    def boot_id(self) -> str:
        return self.boot


def kinds(depot: SmallDepot) -> set[str]:
    """The events that can be read now."""
    return {type(event).__name__ for event in depot.events()}


def technicians(depot: SmallDepot, folder: Path) -> set[str]:
    """Carriers' lists and files, the program, the clock, erasures, another signing key; what was entered, erased or not."""
    store, clock = depot.store, depot.clock
    assert isinstance(clock, TurnedClock)
    (folder / "list.csv").write_text("waybill\nPARCEL0010\n")
    assert watched_job.take_in(store, depot.settings, clock, folder / "list.csv", serving=lambda: False)
    depot.receives("PARCEL0011")
    assert export_notices(store, clock, lambda _: None)
    assert export_departures(store, clock, lambda _: None)
    kiosk = Kiosk(store, depot.settings, clock, {}, headless=True)
    kiosk.start(full_screen=False, size=(1280, 800))
    kiosk.stands[0]._tell_reader(works=True)
    kiosk.stop()
    noticing.notice(store, clock, program=noticing.program_digest(), devices=("046d:c31c keyboard",))
    forgetting.look(store, clock)
    clock.turned = timedelta(hours=1)
    forgetting.look(store, clock)
    clock.boot, clock.turned = "2", timedelta(days=90)
    assert forgetting.look(store, clock).doubt
    forgetting.trust(store, clock)
    found = kinds(depot)
    assert list(forgetting.erase_expired(store, clock.now() + timedelta(days=400), 30))
    with store.transaction():
        store.checkpoints.change_key(secrets.token_bytes(32), at=clock.now(), act=secrets.token_bytes(16))
    return found | kinds(depot)


def keys_and_backups(home: Path, folder: Path, clock: Clock) -> None:
    """While the kiosk does not serve: a rotation, the recovery sheet, a backup, a restore."""
    sheets: list[Secret] = []
    rotate_keys(home, clock, give=sheets.append)
    recover_keys(home, clock, sheets[-1])
    with opened(home) as store:
        backup.create(store, home, clock, folder / "backup")
    restore(home, clock, folder / "backup", ask=None, ask_sheet=lambda: sheets[-1])


def test_every_event_of_the_catalogue_is_entered_by_somebodys_act(tmp_path: Path, qapp: QApplication) -> None:
    home = tmp_path / "home"
    depot = SmallDepot(home, replace(SETTINGS, notices=Notices(on=True)))
    depot.clock = clock = TurnedClock()
    depot.left, depot.right = (
        Station(name, depot.store, depot.settings, clock, depot.seen.append) for name in ("left", "right")
    )
    crew = Crew(depot.store, depot.settings)
    crew.clock = clock
    customers(depot)
    clock.advance(86_400)
    clerks_and_supervisors(depot, crew)
    found = technicians(depot, tmp_path)
    depot.close()
    keys_and_backups(home, tmp_path, clock)
    with opened(home) as store:
        found |= {type(entry.event).__name__ for entry in store.journal.entries()}
    assert CATALOGUE.keys() - found == set()
