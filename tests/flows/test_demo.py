"""The demo: every story ends as it should by the word of store and ledger, and leaves nothing of a parcel in clear."""

import json
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import pytest
import zxingcpp

from kiosk.technician.stock import PARCELS

ENDS = [
    ("one parcel, code first", "handed_over", None, 1, 0, ["ready", "found", "done"]),
    ("parcel in hand first, then code", "handed_over", None, 1, 0, ["ready", "show_code", "done"]),
    ("two parcels by one code", "handed_over", None, 2, 0, ["ready", "found", "found", "done"]),
    ("a dark-mode token", "handed_over", None, 1, 0, ["ready", "found", "done"]),
    ("a typed code", "handed_over", None, 1, 0, ["ready", "typing", "found", "done"]),
    (
        "a wrong parcel, then the right one",
        "handed_over",
        None,
        1,
        1,
        ["ready", "found", "wrong_parcel", "found", "done"],
    ),
    ("walks away and comes back", "handed_over", None, 1, 0, ["ready", "found", "ready", "found", "done"]),
    ("two customers at the shelves at once", "handed_over", None, 1, 0, None),
    ("two customers at the shelves at once", "handed_over", None, 1, 0, None),
    ("already collected", "refused", "already_collected", 0, 0, ["ready", "refused"]),
    ("unknown", "refused", "unknown", 0, 0, ["ready", "refused"]),
    ("revoked", "refused", "revoked", 0, 0, ["ready", "refused"]),
    ("a web link", "refused", "web_link", 0, 0, ["ready", "refused"]),
    ("another depot's code", "refused", "wrong_depot", 0, 0, ["ready", "refused"]),
    ("held for the desk", "refused", "held", 0, 0, ["ready", "refused"]),
]


@dataclass(frozen=True)
class Played:
    """One performance, for all tests here."""

    home: Path
    report: dict[str, Any]
    sound: bool
    canaries: list[str]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    home, out = tmp_path_factory.mktemp("demo") / "home", tmp_path_factory.mktemp("pictures")
    command = [sys.executable, str(Path(__file__).with_name("performed.py")), str(home), str(out)]
    performed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert performed.returncode == 0, performed.stderr
    return Played(home, **json.loads(performed.stdout))


def test_every_story_ends_as_it_should(played: Played) -> None:
    visits = played.report["visits"]
    ends = [(v["story"], v["outcome"], v["reason"], v["parcels"], v["wrong_parcels"]) for v in visits]
    assert ends == [end[:5] for end in ENDS]
    for visit, end in zip(visits, ENDS, strict=True):
        assert end[5] in (visit["screens"], None), visit
        assert visit["ms"] > 0


def test_the_report_tells_the_whole_house(played: Played) -> None:
    report = played.report
    assert played.sound
    assert (report["handed_over"], report["refused"], report["wrong_parcels"]) == (9, 6, 1)
    assert report["reader"]["frames"] > report["reader"]["codes"] > 0
    assert all(report["reader"]["sandbox"]["denied"].values())
    assert report["store"]["encrypted"]
    assert report["store"]["parcels"] == PARCELS
    assert report["ledger"]["verified"]
    assert all(Path(path).stat().st_size > 10_000 for path in report["screenshots"])


def test_the_receipt_can_be_read_off_each_picture_of_done(played: Played) -> None:
    done = [path for path in played.report["screenshots"] if path.endswith("done.png")]
    assert len(done) == played.report["handed_over"]
    for path in done:
        (code,) = zxingcpp.read_barcodes(cv2.imread(path, cv2.IMREAD_GRAYSCALE))
        assert "HKR:" in code.text


def test_no_code_and_no_waybill_stands_in_clear_in_the_home(played: Played) -> None:
    canaries = set(played.canaries)
    assert len(canaries) > PARCELS
    files = [path for path in played.home.rglob("*") if path.is_file()]
    assert any(path.stat().st_size > 50_000 for path in files)
    for path in files:
        kept = path.read_bytes()
        for canary in canaries:
            assert canary.encode() not in kept
            assert canary.encode("utf-16-le") not in kept
        assert path.stat().st_mode & 0o077 == 0, "open to others"


def test_plain_sqlite_cannot_open_the_store(played: Played) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite3.connect(played.home / "store.db").execute("SELECT count(*) FROM sqlite_master")


def test_the_command_says_one_object_and_keeps_its_home(tmp_path: Path) -> None:
    home = tmp_path / "kept"
    command = [sys.executable, "-m", "kiosk", "demo", "--headless", "--json", "--home", str(home)]
    played = subprocess.run(command, capture_output=True, text=True, check=False)
    assert played.returncode == 0, played.stderr
    assert json.loads(played.stdout)["handed_over"] == 9
    verified = subprocess.run(
        [sys.executable, "-m", "kiosk", "ledger", "verify", "--home", str(home), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert json.loads(verified.stdout)["ok"]


def demo(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "kiosk", "demo", "--headless", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_source_that_gives_no_frame_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.png").write_text("no picture at all")
    shown = demo("--json", "--out", str(tmp_path), "--camera", str(tmp_path / "letter.png"))
    assert shown.returncode == 1
    assert shown.stdout == ""
    assert "Not one frame" in shown.stderr
    assert "Traceback" not in shown.stderr


def test_a_source_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    missing = demo("--camera", str(tmp_path / "nowhere.png"))
    assert missing.returncode == 1
    assert "Traceback" not in missing.stderr
