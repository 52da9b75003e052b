"""`kiosk parcels`, as a clerk and a program use it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.cli.home import open_home
from kiosk.codes.token import Token, parse
from kiosk.ledger import events
from kiosk.parcel import ParcelState

Run = Callable[..., Result]
S10 = "RB123456785ES"
CANARY = "QZX7CANARY"


def manifest(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_import_answers_with_one_object(run: Run, tmp_path: Path) -> None:
    path = manifest(tmp_path, f"waybill,name,place\n{S10},{CANARY},B-12\nPX0123456789,{CANARY},\n")
    result = run("parcels", "import", path, "--json")
    assert result.exit_code == 0, result.stderr
    answer = json.loads(result.stdout)
    assert set(answer) == {"rows", "taken", "refused", "dropped_columns", "seconds"}
    assert (answer["rows"], answer["taken"], answer["refused"], answer["dropped_columns"]) == (2, 2, [], ["name"])
    assert answer["seconds"] > 0
    assert CANARY not in result.output


def test_a_refused_row_holds_back_all(run: Run, tmp_path: Path) -> None:
    path = manifest(tmp_path, f"waybill,place\n{S10},B-12\nPX0123456789,{CANARY}\n")
    result = run("parcels", "import", path, "--json")
    assert result.exit_code == 1
    why = "The place is not written like B-12 or B-12-047."
    assert json.loads(result.stdout)["refused"] == [{"line": 3, "why": why}]
    assert "1 of 2 rows" in result.stderr
    assert json.loads(run("parcels", "list", "--json").stdout) == {"parcels": []}
    for_people = run("parcels", "import", path, "--keep-good")
    assert for_people.exit_code == 0
    assert f"Line 3: {why}" in for_people.stderr
    assert "1 of 2 rows taken" in for_people.stdout
    assert CANARY not in result.output + for_people.output


def test_a_dry_run_takes_nothing(run: Run, tmp_path: Path) -> None:
    result = run("parcels", "import", manifest(tmp_path, f"waybill\n{S10}\n"), "--dry-run")
    assert (result.exit_code, "1 of 1 rows would be taken" in result.stdout) == (0, True)
    assert json.loads(run("parcels", "list", "--json").stdout) == {"parcels": []}


def test_a_long_list_of_refused_rows_is_cut_for_people_only(run: Run, tmp_path: Path) -> None:
    path = manifest(tmp_path, "waybill\n" + "bad\n" * 80)
    assert run("parcels", "import", path).stderr.count("Line ") == 50
    assert len(json.loads(run("parcels", "import", path, "--json").stdout)["refused"]) == 80


def test_receive_makes_codes_for_a_program_and_for_a_person(run: Run) -> None:
    result = run("parcels", "receive", S10, "--place", "B-12", "--json")
    answer = json.loads(result.stdout)
    assert (set(answer), answer["waybill"], answer["place"]) == (
        {"waybill", "place", "token", "typed_code"},
        S10,
        "B-12",
    )
    assert isinstance(parse(answer["token"]), Token)
    assert (len(answer["typed_code"]), answer["typed_code"].isdigit()) == (10, True)
    for_people = run("parcels", "receive", "PX0123456789", "--place", "c-3-7")
    assert "C-3-7" in for_people.stdout
    assert "HK1:" in for_people.stdout


@pytest.mark.parametrize(
    "words", [(S10, "--place", CANARY), (f"{CANARY} {CANARY}", "--place", "B-1"), (S10, "--place", "")]
)
def test_receive_refuses_what_is_none(run: Run, words: tuple[str, ...]) -> None:
    result = run("parcels", "receive", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert CANARY not in result.stderr


def test_list_for_a_program_and_for_a_person(run: Run, tmp_path: Path) -> None:
    run(
        "parcels",
        "import",
        manifest(tmp_path, f"waybill,place,last_day,leaves\n{S10},B-12,2026-12-24,tap\nPX0123456789,,,\n"),
    )
    first, second = json.loads(run("parcels", "list", "--json").stdout)["parcels"]
    assert (first["waybill"], first["state"], first["place"], first["last_day"]) == (
        S10,
        "waiting",
        "B-12",
        "2026-12-24",
    )
    assert (first["leaves"], first["held"], first["carrier"]) == ("tap", None, None)
    assert (second["waybill"], second["state"], second["place"]) == ("PX0123456789", "expected", None)
    head, one, two = run("parcels", "list").stdout.splitlines()
    assert head.split()[:3] == ["WAYBILL", "STATE", "PLACE"]
    assert one.split()[:3] == [S10, "waiting", "B-12"]
    assert two.split()[:3] == ["PX0123456789", "expected", "-"]


def test_show_tells_what_happened_in_words(run: Run, kiosk_home: Path) -> None:
    run("parcels", "receive", S10, "--place", "B-12")
    run("parcels", "receive", "PX0123456789", "--place", "B-13")
    with open_home(kiosk_home) as kiosk, kiosk.store.transaction():
        at, told = (
            kiosk.clock.now(),
            [
                events.VisitOpened(1, 1, "1", "token"),
                events.ParcelReleased(1, 1),
                events.VisitOpened(2, 2, "1", "token"),
                events.VisitResumed(1, 1, "2"),
                events.VisitResumed(2, 2, "2"),
                events.CodeAdded(2, 1, "1", "typed"),
                events.VisitResumed(2, 1, "1"),
                events.ParcelHandedOver(1, 1, "1", "label"),
                events.CodeRefused("1", "already_collected", 1),
            ],
        )
        for event in told:
            kiosk.store.journal.append(event, at=at, act=bytes(15) + bytes([told.index(event)]))
        kiosk.store.parcels.change(1, ParcelState.HANDED_OVER, at)
    result = run("parcels", "show", "rb 123 456 785 es")
    assert result.exit_code == 0, result.stderr
    state, history = result.stdout.split("\n\n")
    assert "handed over" in state
    assert [line[18:] for line in history.splitlines()] == [
        "Taken in at B-12.",
        "Code 1 made (QR code, typed code).",
        "Code 1 shown at station 1 (QR code): visit 1 begins.",
        "Let go in visit 1: its place was shown.",
        "Visit 1 resumed at station 2: the code was shown again.",
        "Code 1 (typed code) added to visit 2 at station 1.",
        "Visit 2 resumed at station 1: the code was shown again.",
        "Handed over in visit 1 at station 1: its own label was read.",
        "Code 1 refused at station 1 (already collected).",
    ]


def test_show_of_a_parcel_that_is_not_here(run: Run) -> None:
    result = run("parcels", "show", S10)
    assert (result.exit_code, result.stdout) == (1, "")
    assert S10 not in result.stderr


@pytest.mark.parametrize(
    "words", [("list",), ("show", S10), ("receive", S10, "--place", "B-1"), ("import", "/dev/null")]
)
def test_without_a_kiosk_each_says_how_to_make_one(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    result = run("parcels", *words, "--home", tmp_path / "none")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "kiosk init" in result.stderr
    assert not (tmp_path / "none").exists()


def test_a_damaged_store_is_a_sentence(run: Run, kiosk_home: Path) -> None:
    (kiosk_home / "store.db").write_bytes(b"\xff" * 8_192)
    result = run("parcels", "list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from([b"", b"waybill,place,phone\n", b'{"waybill": "']))
def test_any_file_ends_in_an_answer(run: Run, tmp_path: Path, untrusted: bytes, start: bytes) -> None:
    path = tmp_path / "any"
    path.write_bytes(start + CANARY.encode() + b" " + untrusted)
    result = run("parcels", "import", path)
    assert result.exit_code in {0, 1}
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.exit_code == 0 or result.stderr.strip()
    if start:
        assert CANARY not in result.output


def test_nothing_of_a_refused_row_is_in_any_file(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    path = manifest(tmp_path, f"waybill,place,name\n{S10},B-12,x\n{CANARY}!,B-12,{CANARY}\nPX0123456789,{CANARY},x\n")
    assert run("parcels", "import", path, "--keep-good").exit_code == 0
    assert run("parcels", "import", path).exit_code == 1
    for content in (one.read_bytes() for one in kiosk_home.rglob("*") if one.is_file()):
        assert CANARY.encode() not in content


def test_columns_are_named_once_for_a_carrier(run: Run, tmp_path: Path) -> None:
    path = manifest(tmp_path, f"Ref,Fach\n{S10},B-12\n")
    assert run("parcels", "import", path, "--carrier", "Paketo").exit_code == 1
    named = run("parcels", "import", path, "--carrier", "Paketo", "--map", "waybill=ref", "--map", "place=FACH")
    assert (named.exit_code, named.stderr) == (0, named.stderr)
    assert "1 of 1 rows taken" in named.stdout
    path = manifest(tmp_path, "ref,fach\nPX0123456789,B-13\n")
    assert run("parcels", "import", path, "--carrier", "Paketo").exit_code == 0
    shown = json.loads(run("parcels", "list", "--json").stdout)["parcels"]
    assert [(one["place"], one["carrier"]) for one in shown] == [("B-12", "Paketo"), ("B-13", "Paketo")]


@pytest.mark.parametrize("wrong", [("--map", f"name={CANARY}"), ("--map", CANARY), ("--map", "place=")])
def test_a_column_that_nobody_needs_cannot_be_named(run: Run, tmp_path: Path, wrong: tuple[str, str]) -> None:
    result = run("parcels", "import", manifest(tmp_path, f"waybill\n{S10}\n"), *wrong)
    assert (result.exit_code, CANARY in result.output) == (2, False)
    assert run("parcels", "import", tmp_path / "list.csv", "--carrier", f"{CANARY}|").exit_code == 1


def test_what_is_exported_is_nothing_personal(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    text = (kiosk_home / "kiosk.toml").read_text(encoding="utf-8")
    (kiosk_home / "kiosk.toml").write_text(text.replace("[hint]\non = false", "[hint]\non = true"), encoding="utf-8")
    run("parcels", "import", manifest(tmp_path, f"waybill,place,phone,pickup_code\n{S10},B-12,600995317,88442200\n"))
    with open_home(kiosk_home) as kiosk:
        assert [parcel.hint for parcel in kiosk.store.parcels.all()] == ["5317"]
    out = tmp_path / "out.csv"
    assert run("parcels", "export", out).exit_code == 0
    head, row = out.read_text(encoding="utf-8").splitlines()
    assert head == "waybill,state,place,carrier,leaves,held,last_day,since"
    assert row.startswith(f"{S10},waiting,B-12,")
    assert "5317" not in row.replace(row.rsplit(",", 1)[1], "")
    assert "88442200" not in row


def test_the_sheet_goes_along_the_shelves(run: Run) -> None:
    for waybill, place in (
        ("AAAA11111", "B-12"),
        ("AAAA22222", "B-2-10"),
        ("AAAA33333", "B-2-9"),
        ("AAAA44444", "A-30"),
    ):
        run("parcels", "receive", waybill, "--place", place)
    lines = run("parcels", "sheet").stdout.splitlines()
    assert lines[0].endswith("Parcels: 4")
    assert [line.split()[2:4] for line in lines[2:]] == [
        ["A-30", "AAAA44444"],
        ["B-2-9", "AAAA33333"],
        ["B-2-10", "AAAA22222"],
        ["B-12", "AAAA11111"],
    ]
