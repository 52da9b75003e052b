"""Receipts, as customers leave with them: given once, read from the screen by a phone, checked elsewhere, brought back to the desk."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF, QTransform
from pytestqt.qtbot import QtBot

import kiosk
from kiosk.desk import receipts
from kiosk.desk.shown import Done, Refused
from kiosk.ledger import events, receipt
from kiosk.ledger.checkpoint import PublicKey
from kiosk.ledger.receipt import Receipt, Verdict
from kiosk.ledger.subject import of_parcel, of_pickup
from kiosk.policy.release import Reason
from kiosk.reader.reading import Looked, read_all
from kiosk.screens.window import StationWindow
from kiosk.store import How
from tests.flows.depot import SmallDepot

ROOM = 120
"""Pixels around the screen in a photo of it."""


@pytest.fixture
def depot(tmp_path: Path) -> Iterator[SmallDepot]:
    made = SmallDepot(tmp_path / "home")
    yield made
    made.close()


def collects(depot: SmallDepot, *waybills: str) -> Receipt:
    """A customer comes for these parcels with one code, and leaves with a receipt."""
    for number, waybill in enumerate(waybills):
        depot.takes_in(waybill, f"B-12-{number + 1:03}")
    depot.shows(depot.one_code_for(*waybills))
    for waybill in waybills:
        depot.scans(waybill)
    done = depot.left.shown
    assert isinstance(done, Done)
    assert done.receipt is not None
    return done.receipt


def keys(depot: SmallDepot) -> list[PublicKey]:
    return [one.key for one in depot.store.checkpoints.signers()]


def test_one_visit_one_receipt_that_says_how_many_and_when_and_nothing_else(depot: SmallDepot) -> None:
    given = collects(depot, "PARCEL0001", "PARCEL0002")
    local = depot.clock.local(given.at)
    assert given.line == f"Parcel depot, 2 parcels, {local:%Y-%m-%d %H:%M}, No. {given.number}"
    assert receipt.check(given.code, keys(depot)) == (Verdict.GENUINE, given)
    assert [event.parcels for event in depot.events() if isinstance(event, events.ReceiptGiven)] == [2]
    assert given.size == given.seq + 1 == depot.store.journal.size(), "it is the last entry of its act"
    for word in ("PARCEL", "B-12", "HK1", "left"):
        assert word not in given.code
    assert [(one.how, one.signed) for one in depot.store.witnesses.all()] == [(How.RECEIPT, given.signed)]


def test_a_visit_that_is_not_done_has_no_receipt_yet(depot: SmallDepot) -> None:
    for waybill in ("PARCEL0001", "PARCEL0002"):
        depot.takes_in(waybill)
    depot.shows(depot.one_code_for("PARCEL0001", "PARCEL0002"))
    depot.scans("PARCEL0001")
    assert depot.events(events.ReceiptGiven) == []
    depot.scans("PARCEL0002")
    assert len(depot.events(events.ReceiptGiven)) == 1


def test_brought_back_it_tells_the_desk_which_parcels_left_with_it(depot: SmallDepot) -> None:
    given = collects(depot, "PARCEL0001", "PARCEL0002")
    other = collects(depot, "PARCEL0003")
    story = receipts.story(depot.store, given.code)
    assert (story.verdict, story.receipt, story.known) == (Verdict.GENUINE, given, True)
    assert [parcel.id for parcel in story.parcels] == [1, 2]
    assert [parcel.id for parcel in receipts.story(depot.store, other.code).parcels] == [3]
    forged = given.code.replace("2 parcels", "3 parcels")
    assert receipts.story(depot.store, forged) == receipts.Story(Verdict.FORGED, receipt.parse(forged))
    assert receipts.story(depot.store, "HKR:nothing") == receipts.Story(Verdict.NONE)


def test_shown_to_a_customers_screen_it_says_collected_and_a_call_from_there_names_its_parcels(
    depot: SmallDepot,
) -> None:
    given = collects(depot, "PARCEL0001")
    depot.waits(30)
    shown = depot.shows(given.code)
    assert isinstance(shown, Refused)
    assert (shown.reason, shown.when) == (Reason.ALREADY_COLLECTED, depot.clock.local(given.at))
    foreign = depot.shows(given.code.replace("1 parcel,", "7 parcels,"))
    assert isinstance(foreign, Refused)
    assert foreign.reason is Reason.NOT_OURS


def test_after_its_parcels_are_erased_it_still_verifies_and_opens_nothing(depot: SmallDepot) -> None:
    given = collects(depot, "PARCEL0001")
    with depot.store.transaction():
        subjects = [of_parcel(1), of_pickup(1), of_pickup(2)]
        depot.store.journal.erase(subjects, at=depot.clock.now(), act=bytes(16))
    story = receipts.story(depot.store, given.code)
    assert (story.verdict, story.known, story.parcels) == (Verdict.GENUINE, True, ())
    assert depot.store.journal.verify().ok


def photographed(window: StationWindow, name: Path) -> None:
    """A photo of the screen: seen from aside and above, a little dark, with what is around it."""
    screen = window.grab().toImage()
    wide, high = screen.width(), screen.height()
    photo = QImage(wide + 2 * ROOM, high + 2 * ROOM, QImage.Format.Format_RGB32)
    photo.fill(QColor(70, 72, 75))
    straight = QPolygonF([QPointF(0, 0), QPointF(wide, 0), QPointF(wide, high), QPointF(0, high)])
    seen = QPolygonF(
        [QPointF(60, 90), QPointF(wide + 170, 40), QPointF(wide + 120, high + 190), QPointF(30, high + 120)]
    )
    bent = QTransform()
    assert QTransform.quadToQuad(straight, seen, bent)
    painter = QPainter(photo)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(bent)
    painter.drawImage(0, 0, screen)
    painter.fillRect(0, 0, wide, high, QColor(20, 20, 30, 60))
    painter.end()
    assert photo.save(str(name))


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (1080, 1920)])
def test_it_is_read_from_a_photo_of_the_screen(
    depot: SmallDepot, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    given = collects(depot, "PARCEL0001", "PARCEL0002")
    window = StationWindow("Parcel depot", diagonal_inches=15.6, mounting="below")
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    with qtbot.waitSignal(window.painted):
        window.show_shown(depot.left.shown)
    for _ in range(3):  # the code is drawn right after the screen was painted
        QCoreApplication.processEvents()
    photographed(window, tmp_path / "photo.png")
    codes = [
        code
        for looked in read_all([str(tmp_path / "photo.png")])
        if isinstance(looked, Looked)
        for code in looked.frame.codes
    ]
    assert [code.untrusted_text.decode() for code in codes] == [given.code]


def test_it_verifies_in_another_process_without_the_home(depot: SmallDepot, tmp_path: Path) -> None:
    given, key = collects(depot, "PARCEL0001"), depot.store.checkpoints.public_key().text
    command = [sys.executable, "-m", "kiosk", "receipt", "verify", given.code, "--key", key]
    answer = subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path, env=_path_only()
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    assert given.line in answer.stdout


def test_it_is_written_again_with_a_checkpoint_of_now(depot: SmallDepot) -> None:
    given = collects(depot, "PARCEL0001")
    collects(depot, "PARCEL0002")
    depot.clock.advance(timedelta(days=2).total_seconds())
    again = receipts.written_again(depot.store, depot.clock, given.number)
    assert again is not None
    assert (again.line, again.seq, again.size) == (given.line, given.seq, depot.store.journal.size())
    assert receipt.check(again.code, keys(depot))[0] is Verdict.GENUINE
    assert receipts.written_again(depot.store, depot.clock, 0) is None
    assert receipts.written_again(depot.store, depot.clock, 10**9) is None


def _path_only() -> dict[str, str]:
    return {"PYTHONPATH": str(Path(kiosk.__file__).parents[1]), "PATH": os.environ["PATH"], "HOME": "/nonexistent"}
