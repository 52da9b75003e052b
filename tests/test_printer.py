"""The printer's seats: what a receipt printer gets, byte by byte; files; CUPS by its own command."""

import io
import re
import socket
import stat
import threading
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp
from escpos.printer import Dummy
from PIL import Image

from kiosk import printer
from kiosk.codes import paper, token
from kiosk.codes.drawing import Stock, draw
from kiosk.errors import PrinterFault
from kiosk.printer import Cups, Folder, Receipt, pdf, printer_of
from tests.codes.test_drawing import FONTS

TOKEN = token.make("AB3D", bytes(range(13))).text
ROLL = Stock(72.0, None, 8)
PAGE = draw(paper.pickup_slip(TOKEN, "482 193 6075", "Corner depot", "B-12"), ROLL, FONTS)[0]
CUT = b"\x1bd\x06\x1dV\x00"
"""ESC d 6: six lines on, past the knife; GS V 0: cut."""


def raster(stream: bytes) -> bytes:
    """The dots in `GS v 0 m xL xH yL yH d…` (ESC/POS), all bands of them put together as PBM's bits; checks what is around them."""
    assert stream.startswith(b"\x1b@")  # ESC @: begin afresh
    rest, rows, wide = stream[2:], b"", 0
    while rest.startswith(b"\x1dv0"):
        mode, wide, high = rest[3], int.from_bytes(rest[4:6], "little"), int.from_bytes(rest[6:8], "little")
        assert mode == 0  # full density both ways
        rows += rest[8 : 8 + wide * high]
        rest = rest[8 + wide * high :]
    assert wide == 72
    assert rest == CUT
    return rows


def read_back(rows: bytes) -> list[str]:
    dots = np.unpackbits(np.frombuffer(rows, np.uint8)).reshape(-1, 576)
    return [code.text for code in zxingcpp.read_barcodes(np.where(dots, 0, 255).astype(np.uint8))]


def test_the_stream_to_a_device_is_begin_picture_cut(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    Receipt(str(device)).put([PAGE], title="Slip", dots=8)
    rows = raster(device.read_bytes())
    drawn = cv2.imdecode(np.frombuffer(PAGE, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert drawn is not None
    assert rows == np.packbits(drawn == 0).tobytes()
    assert read_back(rows) == [TOKEN]


def test_it_is_what_the_librarys_own_dummy_gets(tmp_path: Path) -> None:
    dummy = Dummy()
    dummy.hw("INIT")
    dummy.image(Image.open(io.BytesIO(PAGE)))
    dummy.cut()
    device = tmp_path / "lp0"
    device.touch()
    Receipt(str(device)).put([PAGE, PAGE], title="Slip", dots=8)
    assert device.read_bytes() == dummy.output * 2


def test_the_stream_over_the_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken: list[bytes] = []

        def take() -> None:
            connection, _ = server.accept()
            with connection:
                while piece := connection.recv(65536):
                    taken.append(piece)

        taking = threading.Thread(target=take)
        taking.start()
        Receipt(f"127.0.0.1:{server.getsockname()[1]}").put([PAGE], title="Slip", dots=8)
        taking.join(timeout=20)
    assert read_back(raster(b"".join(taken))) == [TOKEN]


def test_a_receipt_printer_that_is_off_is_a_sentence() -> None:
    with pytest.raises(PrinterFault, match="is on"):
        Receipt("/dev/usb/none").put([PAGE], title="Slip", dots=8)


def test_a_pdf_holds_the_page_in_its_true_size(tmp_path: Path) -> None:
    Folder(tmp_path, "pdf").put([PAGE], title="Slip", dots=8)
    (file,) = tmp_path.iterdir()
    content = file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert content.startswith(b"%PDF-")
    box = re.search(rb"/MediaBox \[ 0 0 ([0-9.]+) [0-9.]+ \]", content)
    assert box is not None
    assert float(box[1]) == pytest.approx(72 / 25.4 * 72, abs=0.01)  # 72 mm in PDF's points
    assert pdf([PAGE, PAGE], 8).count(b"/Type /Page\n") == 2


def test_a_png_for_each_page_and_a_folder_that_is_not_there(tmp_path: Path) -> None:
    Folder(tmp_path, "png").put([PAGE, PAGE], title="Slip", dots=8)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".png", ".png"]
    with pytest.raises(PrinterFault, match="Make that folder"):
        Folder(tmp_path / "none", "pdf").put([PAGE], title="Slip", dots=8)


def test_cups_gets_the_pdf_by_its_own_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`lp` as POSIX has it, here a program that writes down what it was given."""
    program = tmp_path / "lp"
    program.write_text(f'#!/bin/sh\nfor word; do echo "$word"; done > {tmp_path}/words\ncat > {tmp_path}/paper\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    Cups("office").put([PAGE], title="Slip B-12", dots=8)
    assert (tmp_path / "words").read_text().splitlines() == ["-d", "office", "-t", "Slip B-12", "-s", "--", "-"]
    assert (tmp_path / "paper").read_bytes().startswith(b"%PDF-")
    program.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(PrinterFault, match="did not take it"):
        Cups("").put([PAGE], title="Slip", dots=8)
    program.write_text("#!/bin/sh\nexec sleep 30\n")
    monkeypatch.setattr(printer, "SECONDS", 0.5)
    with pytest.raises(PrinterFault, match="does not answer"):
        Cups("").put([PAGE], title="Slip", dots=8)


def test_without_lp_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PrinterFault, match="cups-client"):
        Cups("office").put([PAGE], title="Slip", dots=8)


def test_the_settings_name_the_seat() -> None:
    assert [type(printer_of(kind, "/x")) for kind in ("pdf", "png", "cups", "escpos")] == [
        Folder,
        Folder,
        Cups,
        Receipt,
    ]
    with pytest.raises(PrinterFault, match="no printer"):
        printer_of("none", "")
