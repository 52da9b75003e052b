"""Codes to people and results to carriers: each written once, then forgotten; numbers nowhere but in the file to send."""

import csv
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.cli import main
from kiosk.cli.home import open_home
from kiosk.clock import Clock
from kiosk.desk import intake
from kiosk.desk.merge import merge_notices
from kiosk.desk.outbox import export_notices, forget_old
from kiosk.errors import ManifestFault
from kiosk.ledger import events
from kiosk.parcel import CodeKind, ParcelState
from kiosk.screens.texts import MOST
from kiosk.settings import Depot, Settings
from kiosk.store import Store
from kiosk.technician.init import make_home

Run = Callable[..., Result]
S10 = "RB123456785ES"
OTHER = "PX0123456789"
NUMBER = "+34 655 017 788"


def table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def received(run: Run, waybill: str) -> str:
    assert run("parcels", "receive", waybill, "--place", "B-12-047").exit_code == 0
    return waybill


def leave(store: Store, waybill: str, state: ParcelState, at: datetime | None = None) -> int:
    parcel = store.parcels.by_waybill(waybill)
    assert parcel is not None
    store.parcels.change(parcel.id, state, at or datetime(2030, 1, 1, tzinfo=UTC))
    return parcel.id


def test_each_notice_is_written_once(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    received(run, S10)
    first, second, third = (tmp_path / name for name in ("1.csv", "2.csv", "3.csv"))
    assert run("notices", "export", first).stdout == "Written: 1.\n"
    head, row = table(first)
    assert (head, row[0]) == (["waybill", "text"], S10)
    assert row[1].startswith("Corner depot: ")
    assert len(row[1]) <= MOST
    assert first.stat().st_mode & 0o777 == 0o600
    with open_home(kiosk_home) as kiosk:
        code = row[1].removeprefix("Corner depot: ").replace(" ", "")
        assert kiosk.store.pickups.find(CodeKind.TYPED, code) is not None
        assert kiosk.store.outbox.notices() == []
    received(run, OTHER)
    run("notices", "export", second)
    assert [row[0] for row in table(second)] == ["waybill", OTHER]
    run("notices", "export", third)
    assert table(third) == [["waybill", "text"]]
    with open_home(kiosk_home) as kiosk:
        written = [one.event for one in kiosk.store.journal.entries() if isinstance(one.event, events.NoticesExported)]
        assert written == [events.NoticesExported(1), events.NoticesExported(1)]


def test_a_file_that_cannot_be_written_forgets_nothing(run: Run, kiosk_home: Path, tmp_path: Path) -> None:
    received(run, S10)
    assert run("notices", "export", tmp_path / "none" / "1.csv").exit_code == 1
    with open_home(kiosk_home) as kiosk:
        with pytest.raises(OSError, match="full"):
            export_notices(kiosk.store, kiosk.clock, full_disk)
        assert len(kiosk.store.outbox.notices()) == 1


def full_disk(_: object) -> None:
    raise OSError("full")


@pytest.mark.parametrize("what", ["revoked", "issued anew", "handed over", "too old", "expected"])
def test_a_code_waits_only_while_it_is_of_use(run: Run, kiosk_home: Path, what: str) -> None:
    received(run, S10)
    with open_home(kiosk_home) as kiosk:
        before = kiosk.store.outbox.notices()[0].code
        if what == "revoked":
            intake.revoke(kiosk.store, kiosk.clock, S10)
        elif what == "issued anew":
            intake.issue(kiosk.store, kiosk.settings, kiosk.clock, [S10])
        elif what == "handed over":
            leave(kiosk.store, S10, ParcelState.HANDED_OVER)
        elif what == "expected":
            leave(kiosk.store, S10, ParcelState.EXPECTED)
        else:
            assert forget_old(kiosk.store, Later(timedelta(hours=47))) == 0
            assert forget_old(kiosk.store, Later(timedelta(hours=48, seconds=1))) == 1
        assert before not in [one.code for one in kiosk.store.outbox.notices()]
        assert len(kiosk.store.outbox.notices()) == (what == "issued anew")


class Later(Clock):
    """The clock of a while later."""

    def __init__(self, ahead: timedelta) -> None:
        super().__init__()
        self._ahead = ahead

    def now(self) -> datetime:
        return super().now() + self._ahead

    def boottime(self) -> float:
        return super().boottime() + self._ahead.total_seconds()


def test_results_go_to_each_carrier_once_and_their_waybills_with_them(
    run: Run, kiosk_home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"waybill,carrier\n{S10},Post\n{OTHER},Parcelo\nAAAA11111,Post\n", encoding="utf-8")
    assert run("parcels", "import", path).exit_code == 0
    with open_home(kiosk_home) as kiosk:
        at = kiosk.clock.now()
        gone = leave(kiosk.store, S10, ParcelState.RETURNED, at)
        leave(kiosk.store, OTHER, ParcelState.HANDED_OVER, at)
        leave(kiosk.store, "AAAA11111", ParcelState.HANDED_OVER, at)
        leave(kiosk.store, "AAAA11111", ParcelState.WAITING, at)
        assert kiosk.store.parcels.get(gone).waybill == S10
        time = kiosk.clock.local(at).isoformat("T", "seconds")
    first = tmp_path / "1.csv"
    assert run("handovers", "export", first, "--carrier", "post").exit_code == 0
    assert table(first) == [["waybill", "carrier", "time", "result"], [S10, "Post", time, "returned"]]
    with open_home(kiosk_home) as kiosk:
        assert kiosk.store.parcels.get(gone).waybill is None
    assert run("handovers", "export", first).stdout == "Written: 1.\n"
    assert table(first)[1:] == [[OTHER, "Parcelo", time, "handed_over"]]
    assert run("handovers", "export", first).stdout == "Written: 0.\n"


def test_results_that_nobody_fetches_are_forgotten_after_two_days(run: Run, kiosk_home: Path) -> None:
    received(run, S10)
    with open_home(kiosk_home) as kiosk:
        gone = leave(kiosk.store, S10, ParcelState.RETURNED, kiosk.clock.now())
        assert forget_old(kiosk.store, Later(timedelta(hours=47))) == 0
        assert forget_old(kiosk.store, Later(timedelta(hours=48, seconds=1))) == 1
        assert (kiosk.store.outbox.departures(), kiosk.store.parcels.get(gone).waybill) == ([], None)


def test_merge_in_an_empty_place_leaves_the_numbers_in_one_file_only(tmp_path: Path) -> None:
    """The program itself, with no home, no HOME, an empty environment and a folder for temporary files of its own."""
    notices, numbers, sending, temporary = (tmp_path / name for name in ("n.csv", "list.csv", "send.csv", "tmp"))
    temporary.mkdir()
    notices.write_text(f'waybill,text\r\n{S10},"D: 1, until"\r\n{OTHER},two\r\nAAAA11111,three\r\n', encoding="utf-8")
    numbers.write_text(
        f"Name;运单号;Teléfono\nMaria;rb 123456785 es;{NUMBER}\nX;{OTHER};no number\nY;ZZZZ99999;600\n",
        encoding="utf-8",
    )
    words = [sys.executable, "-m", "kiosk", "notices", "merge", str(notices), str(numbers), str(sending)]
    root = Path(__file__).parents[2]
    environment = {"PYTHONPATH": str(root), "TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(words, env=environment, cwd=temporary, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Written: 1. Without a number in the list: 2.\n"
    assert table(sending) == [["phone", "text"], [NUMBER, "D: 1, until"]]
    assert sending.stat().st_mode & 0o777 == 0o600
    assert list(temporary.iterdir()) == []
    holding = [path.name for path in tmp_path.rglob("*") if path.is_file() and b"655 017 788" in path.read_bytes()]
    assert sorted(holding) == ["list.csv", "send.csv"]


def test_numbers_of_a_merge_are_in_no_home_and_no_log(
    run: Run, kiosk_home: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    received(run, S10)
    notices, numbers, sending = (tmp_path / name for name in ("n.csv", "list.csv", "send.csv"))
    run("notices", "export", notices)
    numbers.write_text(f"waybill,phone\n{S10},{NUMBER}\n", encoding="utf-8")
    result = run("notices", "merge", notices, numbers, sending)
    assert result.exit_code == 0
    assert NUMBER in sending.read_text(encoding="utf-8")
    assert NUMBER not in result.output + caplog.text
    for path in kiosk_home.rglob("*"):
        assert not path.is_file() or b"655 017 788" not in path.read_bytes()


@settings(max_examples=150, deadline=None)
@given(notices=st.binary(max_size=200), numbers=st.binary(max_size=200))
def test_rubbish_is_merged_or_refused(notices: bytes, numbers: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "n", Path(folder) / "l"
        second.write_bytes(b"waybill,phone\n" + numbers)
        for start in (b"", b"waybill,text\r\n"):
            first.write_bytes(start + notices)
            try:
                merged = merge_notices(first, second)
            except ManifestFault:
                continue
            assert merged.without >= 0


@pytest.mark.parametrize("missing", ["notices", "list"])
def test_merge_without_its_files_is_a_sentence(run: Run, tmp_path: Path, missing: str) -> None:
    there = tmp_path / "there.csv"
    there.write_text("waybill,text\r\n", encoding="utf-8")
    files = (there, tmp_path / "none") if missing == "list" else (tmp_path / "none", there)
    result = run("notices", "merge", *files, tmp_path / "send.csv")
    assert (result.exit_code, "cannot be read" in result.stderr) == (1, True)
    assert not (tmp_path / "send.csv").exists()


def test_a_depot_without_notices_keeps_no_code_in_plain_text(tmp_path: Path) -> None:
    home = tmp_path / "quiet"
    settings = Settings(depot=Depot("0000"))
    make_home(home, settings)
    with open_home(home) as kiosk:
        intake.receive(kiosk.store, settings, kiosk.clock, S10, "B-12")
        assert kiosk.store.outbox.notices() == []
    exported = CliRunner().invoke(main, ["notices", "export", str(tmp_path / "f.csv"), "--home", str(home)])
    assert exported.exit_code == 1
    assert "kiosk.toml" in exported.stderr
    assert not (tmp_path / "f.csv").exists()


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here")
def test_merge_opens_nothing_for_writing_but_its_file(tmp_path: Path) -> None:
    """Every file that the whole program opens to write, without HOME and from a folder that cannot be written, as the kernel sees it."""
    notices, numbers, out, trace = (tmp_path / name for name in ("n.csv", "list.csv", "out", "trace"))
    out.mkdir()
    notices.write_text(f"waybill,text\r\n{S10},one\r\n", encoding="utf-8")
    numbers.write_text(f"waybill,phone\n{S10},{NUMBER}\n", encoding="utf-8")
    words = [sys.executable, "-m", "kiosk", "notices", "merge", str(notices), str(numbers), str(out / "send.csv")]
    traced = ["strace", "-f", "-qq", "-e", "trace=open,openat,creat", "-o", str(trace), *words]
    environment = {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(traced, env=environment, cwd="/proc", capture_output=True, text=True, check=False)
    if "ptrace" in done.stderr.lower():
        pytest.skip("tracing is not allowed here")
    assert (done.returncode, done.stdout) == (0, "Written: 1. Without a number in the list: 0.\n")
    assert NUMBER in (out / "send.csv").read_text(encoding="utf-8")
    written = [
        line for line in trace.read_text(encoding="utf-8").splitlines() if re.search(r"O_WRONLY|O_RDWR|\bcreat\(", line)
    ]
    elsewhere = [
        line for line in written if f'"{out}' not in line and '"/dev/null"' not in line and " = -1 " not in line
    ]
    assert written
    assert elsewhere == []
