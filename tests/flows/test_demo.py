"""The demo: every story ends as it should by the word of store and ledger, and leaves nothing of a parcel in clear."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.clock import SkippingClock
from kiosk.store import Store
from kiosk.technician.demo import Demo, Performance, Wanted, settings_of_demo
from kiosk.technician.init import make_home
from kiosk.technician.stock import PARCELS, Stock

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


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Performance, Stock, Path]:
    home, out = tmp_path_factory.mktemp("demo") / "home", tmp_path_factory.mktemp("pictures")
    settings = settings_of_demo()
    make_home(home, settings)
    store = Store.open(home)
    demo = Demo(store, settings, SkippingClock(), Wanted(headless=True, out=out), lambda *_: None)
    performance = demo.run()
    store.close()
    return performance, demo.stock, home


def test_every_story_ends_as_it_should(played: tuple[Performance, Stock, Path]) -> None:
    visits = played[0].report["visits"]
    ends = [(v["story"], v["outcome"], v["reason"], v["parcels"], v["wrong_parcels"]) for v in visits]
    assert ends == [end[:5] for end in ENDS]
    for visit, end in zip(visits, ENDS, strict=True):
        assert end[5] in (visit["screens"], None), visit
        assert visit["ms"] > 0


def test_the_report_tells_the_whole_house(played: tuple[Performance, Stock, Path]) -> None:
    performance, _, _ = played
    report = performance.report
    assert performance.sound
    assert (report["handed_over"], report["refused"], report["wrong_parcels"]) == (9, 6, 1)
    assert report["reader"]["frames"] > report["reader"]["codes"] > 0
    assert all(report["reader"]["sandbox"]["denied"].values())
    assert report["store"]["encrypted"]
    assert report["store"]["parcels"] == PARCELS
    assert report["ledger"]["verified"]
    assert all(Path(path).stat().st_size > 10_000 for path in report["screenshots"])


def test_no_code_and_no_waybill_stands_in_clear_in_the_home(played: tuple[Performance, Stock, Path]) -> None:
    _, stock, home = played
    samples = [getattr(stock, name) for name in stock.__dataclass_fields__]
    canaries = {
        text for one in samples if not isinstance(one, str) for text in (one.token, one.typed_code, *one.waybills)
    }
    assert len(canaries) > PARCELS
    files = [path for path in home.rglob("*") if path.is_file()]
    assert any(path.stat().st_size > 50_000 for path in files)
    for path in files:
        kept = path.read_bytes()
        for canary in canaries:
            assert canary.encode() not in kept
            assert canary.encode("utf-16-le") not in kept
        assert path.stat().st_mode & 0o077 == 0, "open to others"


def test_plain_sqlite_cannot_open_the_store(played: tuple[Performance, Stock, Path]) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite3.connect(played[2] / "store.db").execute("SELECT count(*) FROM sqlite_master")


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
