"""Programs that the store's tests start and stop: `python children.py WHAT HOME`. Each prints a line for what it did."""

import ctypes
import os
import platform
import resource
import secrets
import struct
import sys
from datetime import UTC, datetime
from pathlib import Path

from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.errors import StoreFault
from kiosk.ledger.events import ParcelHandedOver, ParcelReleased
from kiosk.parcel import CodeKind, ParcelState
from kiosk.store import Store

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201  # this program's purpose


def hand_over(store: Store, act: bytes) -> int:
    """A parcel comes and goes: two entries and a state that belong together."""
    with store.transaction():
        waybill = Waybill(f"WAYBILL{act.hex()[:16].upper()}", WaybillKind.GENERAL)
        parcel = store.parcels.add(waybill, place="B-12", state=ParcelState.RELEASED, at=NOW)
        store.journal.append(ParcelReleased(1, parcel.id), at=NOW, act=act)
        store.parcels.change(parcel.id, ParcelState.HANDED_OVER, NOW)
        store.journal.append(ParcelHandedOver(1, parcel.id, "1", "label"), at=NOW, act=act)
    return parcel.id


def handovers(home: Path) -> None:
    """Hand over without end; each line acknowledges one, after its commit."""
    store = Store.open(home)
    while True:
        act = secrets.token_bytes(16)
        say(act.hex(), hand_over(store, act))


def race(home: Path) -> None:
    """Release what is waiting, as fast as another process does the same."""
    store = Store.open(home)
    say("ready")
    sys.stdin.readline()
    for number in range(40):
        with store.transaction():
            pickup = store.pickups.find(CodeKind.TYPED, f"{number:010d}")
            assert pickup is not None
            if pickup.parcels[0].state is ParcelState.WAITING:
                store.parcels.change(pickup.parcels[0].id, ParcelState.RELEASED, NOW)
                store.journal.append(ParcelReleased(1, pickup.parcels[0].id), at=NOW, act=secrets.token_bytes(16))
                say(number)
    store.close()


def no_room(home: Path) -> None:
    """A commit that the disk truly refuses to write, then room again: the act is not there, and can be done."""
    store = Store.open(home)
    act, size = secrets.token_bytes(16), (home / "store.db-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(size, 1) + 2_000, resource.RLIM_INFINITY))
    try:
        hand_over(store, act)
    except StoreFault as fault:
        say("refused", fault.sentence)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    store.reopen()
    say("there", store.journal.has(act))
    hand_over(store, act)
    say("there", store.journal.has(act))
    store.close()


def no_sync(home: Path) -> None:
    """A commit whose sync fails after its bytes were written: nothing here may call it done."""
    store = Store.open(home)
    act = secrets.token_bytes(16)
    hand_over(store, secrets.token_bytes(16))  # begins the log, whose first sync would else be the one to fail
    forbid_sync()
    for attempt in (lambda: hand_over(store, act), store.reopen):
        try:
            attempt()
        except StoreFault as fault:
            say("refused", fault.sentence)
    say(act.hex())
    os._exit(0)  # no close: as if the power went


def forbid_sync() -> None:
    """From now on fsync and fdatasync fail with EIO in this process (seccomp(2), classic BPF)."""
    calls = {"x86_64": (74, 75), "aarch64": (82, 83)}[platform.machine()]
    allow, fail = 0x7FFF0000, 0x00050000 | 5
    steps = [(0x20, 0, 0, 0), (0x15, 1, 0, calls[0]), (0x15, 0, 1, calls[1]), (0x06, 0, 0, fail), (0x06, 0, 0, allow)]
    code = b"".join(struct.pack("HBBI", *step) for step in steps)
    buffer = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    no_new_privileges, set_seccomp, mode_filter = 38, 22, 2
    assert libc.prctl(no_new_privileges, 1, 0, 0, 0) == 0
    assert libc.prctl(set_seccomp, mode_filter, program, 0, 0) == 0, os.strerror(ctypes.get_errno())


if __name__ == "__main__":
    {"handovers": handovers, "race": race, "no_room": no_room, "no_sync": no_sync}[sys.argv[1]](Path(sys.argv[2]))
