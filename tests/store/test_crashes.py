"""What was acknowledged is there, whatever happens to the program or the disk; what was decided was decided once."""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import kiosk
from kiosk.ledger.events import ParcelHandedOver
from kiosk.parcel import Parcel, ParcelState
from kiosk.store import Store

Take = Callable[..., Parcel]
CHILDREN = Path(__file__).with_name("children.py")
ROOT = Path(kiosk.__file__).parents[1]


def start(what: str, home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(CHILDREN), what, str(home)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(what: str, home: Path) -> list[str]:
    with start(what, home) as child:
        lines = child.communicate(timeout=60)[0].splitlines()
    assert child.returncode == 0
    return lines


def test_a_kill_at_any_moment_loses_and_doubles_nothing(store: Store, home: Path) -> None:
    store.close()
    chance, acknowledged = random.Random(5), dict[str, str]()
    for _ in range(4):
        with start("handovers", home) as child:
            assert child.stdout is not None
            for _ in range(chance.randrange(1, 60)):
                act, parcel = child.stdout.readline().split()
                acknowledged[act] = parcel
            child.kill()
            for line in child.stdout:  # acknowledged before the kill reached it
                if line.endswith("\n"):
                    act, parcel = line.split()
                    acknowledged[act] = parcel
        after = Store.open(home)
        assert after.journal.verify().ok
        for act, parcel in acknowledged.items():
            entries = after.journal.by_act(bytes.fromhex(act))
            assert [getattr(entry.event, "parcel", None) for entry in entries] == [int(parcel)] * 2
            assert after.parcels.get(int(parcel)).state is ParcelState.HANDED_OVER
        gone = [entry.event.parcel for entry in after.journal.entries() if isinstance(entry.event, ParcelHandedOver)]
        assert sorted(gone) == [each.id for each in after.parcels.all(ParcelState.HANDED_OVER)], "both or neither, once"
        assert len(acknowledged) <= len(gone) <= len(acknowledged) + 4, "at most one a kill that nobody was told of"
        after.close()


def test_two_programs_release_a_parcel_once(store: Store, home: Path, take: Take) -> None:
    for number in range(40):
        take(number)
    with start("race", home) as one, start("race", home) as other:
        for child in (one, other):
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
        for child in (one, other):
            assert child.stdin is not None
            child.stdin.write("go\n")
            child.stdin.flush()
        released = [child.communicate(timeout=60)[0].split() for child in (one, other)]
    assert (one.returncode, other.returncode) == (0, 0)
    assert sorted(map(int, released[0] + released[1])) == list(range(40))
    assert store.parcels.count_by_state()[ParcelState.RELEASED] == 40
    assert (store.journal.size(), store.journal.verify().ok) == (80, True)


def test_a_commit_that_the_disk_refuses_is_not_there_and_can_be_done_again(store: Store, home: Path) -> None:
    lines = said("no_room", home)
    assert [line.split()[0] for line in lines] == ["refused", "there", "there"]
    assert lines[1:] == ["there False", "there True"]
    assert store.parcels.count_by_state()[ParcelState.HANDED_OVER] == 1
    assert store.journal.verify().entries == 2


def test_a_commit_whose_sync_fails_is_never_called_done(store: Store, home: Path, take: Take) -> None:
    take(1)
    store.close()
    lines = said("no_sync", home)
    assert [line.split()[0] for line in lines[:-1]] == ["refused", "refused"]
    after = Store.open(home)
    assert after.journal.verify().ok
    there = after.journal.has(bytes.fromhex(lines[-1]))
    assert len(after.journal.by_act(bytes.fromhex(lines[-1]))) == (2 if there else 0)
    assert after.parcels.count_by_state()[ParcelState.HANDED_OVER] == 1 + there, "both or neither"
    assert after.parcels.count_by_state()[ParcelState.WAITING] == 1
    after.close()


def test_no_file_of_the_home_holds_a_code_a_waybill_or_a_hint(store: Store, home: Path, take: Take) -> None:
    for number in range(50):
        take(number, hint="zq#7")
    words = [f"{number:06d}" for number in range(10, 50)] + ["WAYBILL", "TOKEN", "HK1:", "zq#7", "B-12", "SQLite"]

    def search() -> None:
        files = [path for path in home.rglob("*") if path.is_file()]
        assert {path.name for path in files} >= {"store.db", "ring", "device.key"}
        for path in files:
            content = path.read_bytes()
            found = [word for word in words if word.encode() in content or word.encode("utf-16-le") in content]
            assert not found, path

    search()
    store.reopen()
    search()
    store.close()
    search()
