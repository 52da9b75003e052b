"""`kiosk bench` as a person or a program calls it: on three small pictures, on few parcels, with two customers."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.errors import ReaderFault
from kiosk.technician import bench_reader, bench_visit
from kiosk.technician.bench_reader import Measured, measure, totals

READERS = {"all looks", "first look", "zxing-cpp", "pyzbar", "OpenCV"}


def picture(path: Path, content: str | None) -> None:
    page = np.full((200, 200), 255, np.uint8)
    if content:
        page = np.array(zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCodeModel2).to_image(scale=6))
    assert cv2.imwrite(str(path), page)


@pytest.mark.long
def test_each_reader_is_measured_on_the_same_frames(tmp_path: Path) -> None:
    for folder in ("codes", "empty"):
        (tmp_path / folder).mkdir()
    for name, text in (("right", "HK1:RIGHT"), ("mistaken", "HK1:ANOTHER")):
        picture(tmp_path / "codes" / f"{name}.png", "HK1:RIGHT")
        (tmp_path / "codes" / f"{name}.txt").write_text(text, encoding="utf-8")
    picture(tmp_path / "empty" / "1.png", None)
    result = CliRunner().invoke(main, ["bench", "reader", "--corpus", str(tmp_path), "--json"])
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    rows = {(row["part"], row["name"]): row for row in told["rows"]}
    codes, empty = rows["photos", "codes"], rows["photos", "empty"]
    assert set(codes["readers"]) == READERS
    assert (codes["of"], empty["of"]) == (8, 4)
    for reader in READERS:
        assert (codes["readers"][reader]["read"], codes["readers"][reader]["wrong"]) == (4, 4), reader
        assert empty["readers"][reader]["read"] == 0
    drawn = {name: row for (part, name), row in rows.items() if part == "drawn"}
    for name, row in drawn.items():
        read = {reader: figures["read"] for reader, figures in row["readers"].items()}
        assert read["all looks"] == max(read.values()), name
        assert row["readers"]["all looks"]["wrong"] == 0
    stills = told["totals"]["stills"]["readers"]
    assert stills["all looks"]["wrong"] == 0
    assert all(stills["all looks"]["read"] > stills[reader]["read"] for reader in READERS - {"all looks"})
    assert drawn["dark mode"]["readers"]["all looks"]["read"] == drawn["dark mode"]["of"]
    idle = rows["idle", "cluttered 1280x720"]["readers"]
    assert 0 < idle["live"]["p50_ms"] * 2 <= idle["pyzbar"]["p50_ms"], "a ratio of processor time, not a time"
    assert idle["live"]["wall_ms"] > 0
    for name in ("phone", "phone in dark mode", "label"):
        arrival = rows["arrival", name]
        assert arrival["readers"]["live"]["read"] == arrival["of"], name
        assert arrival["readers"]["live"]["p50_ms"] > 0
    overall = {reader: figures["read"] for reader, figures in told["totals"]["drawn"]["readers"].items()}
    assert all(overall["all looks"] > read for reader, read in overall.items() if reader != "all looks")


def test_totals_add_up_each_part_but_the_idle_one() -> None:
    rows = [
        Measured("idle", "plain", 9, {"a": {"p50_ms": 1.0, "p99_ms": 2.0}}),
        Measured("photos", "x", 4, {"a": {"read": 3, "wrong": 1, "p50_ms": 1.0, "p99_ms": 2.0}}),
        Measured("photos", "y", 8, {"a": {"read": 5, "wrong": 0, "p50_ms": 1.0, "p99_ms": 2.0}}),
    ]
    assert totals(rows) == {"photos": {"of": 12, "readers": {"a": {"read": 8, "wrong": 1}}}}


def test_a_measuring_that_dies_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_reader, "_START", "raise SystemExit(1)")
    with pytest.raises(ReaderFault, match="kiosk doctor"):
        list(measure(None))
    result = CliRunner().invoke(main, ["bench", "reader", "--json"])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1


def test_a_corpus_that_is_not_there_is_a_mistake_in_usage(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["bench", "reader", "--corpus", str(tmp_path / "gone")]).exit_code == 2


def test_the_store_is_measured_beside_plain_sqlite_and_a_bare_commit() -> None:
    result = CliRunner().invoke(main, ["bench", "store", "--parcels", "1000", "--entries", "2000", "--json"])
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    assert (told["parcels"], told["entries"]) == (1000, 2000)
    rows = {row["name"]: row for row in told["rows"]}
    assert rows["import CSV"]["figures"]["kiosk"]["rows_s"] > 0
    for name in ("lookup", "search as you type", "release", "handover"):
        for figures in rows[name]["figures"].values():
            assert 0 < figures["p50_ms"] <= figures["p99_ms"]
    assert set(rows["handover"]["figures"]) == {"kiosk", "plain SQLite", "bare SQLCipher commit"}
    assert set(rows["lookup"]["ratios"]) == {"p50 / plain SQLite", "p99 / plain SQLite"}
    assert {"import XLSX", "erasure", "background examination", "open", "memory"} <= set(rows)
    assert len(rows["memory"]["figures"]) == 2
    for size in (1000, 2000):
        assert set(rows[f"append after {size} entries"]["figures"]) == {"kiosk", "bare SQLCipher commit"}
    assert rows["inclusion proof"]["figures"]["kiosk"]["p50_ms"] > 0
    assert rows["ledger verify"]["figures"]["kiosk"]["entries_s"] > 0
    assert min(rows["backup"]["figures"]["kiosk"].values()) > 0


ROWS_OF_VISITS = {
    "answer painted": {"kiosk", "of it the reader's look", "bare Qt"},
    "rush hour": {"kiosk"},
    "all at once": {"kiosk"},
    "start": {"kiosk", "bare Qt"},
    "memory": {"kiosk"},
}


def visits_measured(visits: int) -> dict[str, dict[str, dict[str, float]]]:
    result = CliRunner().invoke(main, ["bench", "visit", "--visits", str(visits), "--json"])
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    assert told["visits"] == visits
    rows = {row["name"]: row["figures"] for row in told["rows"]}
    assert {name: set(figures) for name, figures in rows.items()} == ROWS_OF_VISITS
    painted = rows["answer painted"]
    for figures in painted.values():
        assert 0 < figures["p50_ms"] <= figures["p99_ms"]
    assert painted["kiosk"]["p50_ms"] > painted["of it the reader's look"]["p50_ms"]
    for rush in (rows["rush hour"]["kiosk"], rows["all at once"]["kiosk"]):
        assert (rush["unserved"], rush["wrong_caught"]) == (0, round(rush["visits"] * 0.05))
        assert 0 <= rush["wait_p50_s"] <= rush["wait_p90_s"] <= rush["wait_max_s"]
    assert rows["start"]["kiosk"]["s"] > 0
    memory = rows["memory"]["kiosk"]
    assert memory["mb"] == memory["ui_mb"] + memory["reader_mb"] + memory["at_hand_mb"] <= 350
    return rows


def test_visits_are_measured_in_the_running_window_beside_a_bare_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_visit, "PARCELS", 12)
    monkeypatch.setattr(bench_visit, "STARTS", 1)
    visits_measured(2)


@pytest.mark.long
def test_hundreds_of_visits_leave_the_memory_as_it_was() -> None:
    rows = visits_measured(300)
    assert rows["memory"]["kiosk"]["growth_percent"] <= 2
    assert rows["all at once"]["kiosk"]["visits_h"] >= 150, "in simulated time"


def test_too_few_parcels_to_measure_are_a_mistake_in_usage() -> None:
    assert CliRunner().invoke(main, ["bench", "store", "--parcels", "10"]).exit_code == 2
