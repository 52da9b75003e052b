"""Printing from the desk: real processes, a printer that is off, one that hangs; nothing waits, nothing is lost, no code is on disk."""

import os
import socket
import subprocess
import time
from pathlib import Path

import pytest

from kiosk.clock import SkippingClock
from kiosk.codes import paper, token
from kiosk.desk.print_job import LONGEST_SECONDS, Job, print_now
from kiosk.desk.print_queue import MOST, Kept, PrintQueue
from kiosk.errors import PrinterFault
from kiosk.settings import Printer

TOKEN = token.make("AB3D", bytes(range(13))).text
SLIP = paper.pickup_slip(TOKEN, "482 193 6075", "Corner depot", "B-12")


def settle(queue: PrintQueue) -> None:
    for _ in range(3_000):
        queue.tick()
        if queue.idle:
            return
        time.sleep(0.01)
    raise AssertionError("the queue does not come to an end")


def test_slips_are_printed_one_after_the_other(tmp_path: Path) -> None:
    queue = PrintQueue(Printer("pdf", str(tmp_path)), SkippingClock())
    for number in range(3):
        queue.add(f"Slip {number}", SLIP)
    settle(queue)
    assert len(list(tmp_path.glob("*.pdf"))) == 3
    assert queue.kept == ()


def test_a_printer_that_is_off_keeps_the_slip_and_offers_it_again(tmp_path: Path) -> None:
    told: list[int] = []
    queue = PrintQueue(Printer("pdf", str(tmp_path / "off")), SkippingClock(), lambda: told.append(len(queue.kept)))
    first, second = queue.add("Slip B-12", SLIP), queue.add("Slip B-13", SLIP)
    settle(queue)
    assert [(one.number, one.title) for one in queue.kept] == [(first, "Slip B-12"), (second, "Slip B-13")]
    assert "Make that folder" in queue.kept[0].why
    assert TOKEN not in repr(queue.kept)
    (tmp_path / "off").mkdir()
    queue.again(first)
    settle(queue)
    assert [one.number for one in queue.kept] == [second]
    assert len(list((tmp_path / "off").iterdir())) == 1
    queue.drop()
    assert (queue.kept, told) == ((), [1, 2, 1, 0])


def test_a_printer_that_hangs_is_given_up_and_the_next_one_is_tried(tmp_path: Path) -> None:
    """A named pipe that nobody reads holds whoever opens it, as a stuck device does."""
    hung = tmp_path / "lp0"
    os.mkfifo(hung)
    clock = SkippingClock()
    queue = PrintQueue(Printer("escpos", str(hung)), clock)
    queue.add("Slip", SLIP)
    queue.add("Slip", SLIP)
    for left in (1, 0):
        time.sleep(0.2)
        queue.tick()
        assert not queue.idle
        clock.advance(LONGEST_SECONDS + 1)
        queue.tick()
        assert len(queue.kept) == 2 - left
    assert queue.idle
    assert "too long" in queue.kept[0].why


def test_closing_ends_what_is_being_printed(tmp_path: Path) -> None:
    hung = tmp_path / "lp0"
    os.mkfifo(hung)
    queue = PrintQueue(Printer("escpos", str(hung)), SkippingClock())
    queue.add("Slip", SLIP)
    queue.close()
    assert queue.idle
    assert queue.kept == ()


def test_only_so_many_are_kept() -> None:
    queue = PrintQueue(Printer("pdf", "/none/at/all"), SkippingClock())
    queue._kept = [Kept(number, "Slip", "why", Job("Slip", SLIP, Printer())) for number in range(MOST)]
    queue.add("last", SLIP)
    settle(queue)
    assert (len(queue.kept), queue.kept[-1].title, queue.kept[0].number) == (MOST, "last", 1)


def test_the_code_is_in_no_file_and_on_no_command_line(tmp_path: Path) -> None:
    hung = tmp_path / "lp0"
    os.mkfifo(hung)
    queue = PrintQueue(Printer("escpos", str(hung)), SkippingClock())
    queue.add("Slip", SLIP)
    commands = subprocess.run(["ps", "-eww", "-o", "args"], capture_output=True, text=True, check=True).stdout
    assert "kiosk.desk.print_job" in commands
    assert TOKEN not in commands
    queue.close()
    holding = [path for path in tmp_path.rglob("*") if path.is_file() and TOKEN.encode() in path.read_bytes()]
    assert holding == []


def test_a_command_waits_for_its_paper(tmp_path: Path) -> None:
    print_now(Job("Slip", SLIP, Printer("png", str(tmp_path))))
    assert len(list(tmp_path.iterdir())) == 1
    with pytest.raises(PrinterFault, match="no printer"):
        print_now(Job("Slip", SLIP, Printer()))
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(PrinterFault, match="is on and has paper"):
        print_now(Job("Slip", SLIP, Printer("escpos", f"127.0.0.1:{port}")))
