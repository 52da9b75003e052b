"""The watched folder: complete files only, taken in and gone, or refused with a reason that repeats nothing."""

import hashlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.watching import Watching
from kiosk.cli.home import OpenHome
from kiosk.desk.arrivals import alone
from kiosk.desk.watched import REASON, Watched
from kiosk.desk.watched_job import take_in
from kiosk.ledger import events

GOOD = "waybill,place\nPX0123456789,B-12\nPX0123456790,B-13\n"
CANARY = "QZX7CANARY"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


def test_a_file_is_complete_when_two_looks_find_it_alike(folder: Path) -> None:
    watched = Watched(folder)
    growing, others = folder / "list.csv", (folder / ".list.csv", folder / "list.csv.part", folder / "empty.csv")
    for path in others:
        path.write_text("" if path.name == "empty.csv" else GOOD, encoding="utf-8")
    (folder / "link.csv").symlink_to("/etc/hostname")
    growing.write_text(GOOD[:20], encoding="utf-8")
    assert watched.complete() == []
    growing.write_text(GOOD, encoding="utf-8")
    assert watched.complete() == []
    assert watched.complete() == [growing]


def test_a_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    assert Watched(tmp_path / "none").complete() == []


def test_what_was_taken_in_is_deleted_and_its_digest_stays(kiosk: OpenHome, folder: Path) -> None:
    path = folder / "list.csv"
    path.write_text(GOOD, encoding="utf-8")
    imported = take_in(kiosk.store, kiosk.settings, kiosk.clock, path, serving=alone)
    assert imported is not None
    assert (imported.taken, list(folder.iterdir())) == (2, [])
    digest = hashlib.sha256(GOOD.encode()).hexdigest()
    assert list(kiosk.store.journal.entries())[-1].event == events.ManifestFetched(digest, 2, 2, 0)


@pytest.mark.parametrize("text", [f"waybill,name\n{CANARY}!,{CANARY}\n", f"name\n{CANARY}\n", f"%PDF{CANARY}"])
def test_a_refused_one_gets_a_reason_that_repeats_nothing(kiosk: OpenHome, folder: Path, text: str) -> None:
    path, watched = folder / "list.csv", Watched(folder)
    path.write_text(text, encoding="utf-8")
    watched.complete()
    assert watched.complete() == [path]
    take_in(kiosk.store, kiosk.settings, kiosk.clock, path, serving=alone)
    reason = (folder / f"list.csv{REASON}").read_text(encoding="utf-8")
    assert len(reason) > 20
    assert CANARY not in reason
    assert kiosk.store.parcels.count() == 0
    assert watched.complete() == []  # it was answered
    path.write_text(GOOD, encoding="utf-8")
    assert watched.complete() == []
    assert watched.complete() == [path]
    take_in(kiosk.store, kiosk.settings, kiosk.clock, path, serving=alone)
    assert list(folder.iterdir()) == []


def test_the_serving_kiosk_has_a_process_take_it_in(
    kiosk: OpenHome, kiosk_home: Path, folder: Path, qtbot: QtBot
) -> None:
    (folder / "list.csv").write_text(GOOD, encoding="utf-8")
    watching = Watching(kiosk_home, str(folder))
    watching.look()
    watching.look()
    qtbot.waitUntil(lambda: not list(folder.iterdir()), timeout=60_000)
    assert watching._worker is not None
    assert watching._worker.wait(timeout=60) == 0
    assert kiosk.store.parcels.count() == 2
    assert kiosk.store.journal.verify().ok
