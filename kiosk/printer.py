"""The printer's seat: drawn pages in, paper out. A file (PDF or PNG), an office printer by CUPS, a receipt printer by ESC/POS.

Each may hang for as long as its wire does, so a process of its own prints (`desk.print_job`) and is ended when it takes too long.
"""

import io
import os
import secrets
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from escpos.exceptions import Error as EscposError
from escpos.printer import File, Network
from PIL import Image

from kiosk.errors import PrinterFault

LP = "lp"
SECONDS = 15
"""That a printer or CUPS may take to answer."""
PORT = 9100
MM_AN_INCH = 25.4


class Printer(Protocol):
    """Anything that puts drawn pages on paper."""

    def put(self, pages: Sequence[bytes], *, title: str, dots: int) -> None:
        """Print PNG pages of one bit a dot, `dots` to the mm; raises `PrinterFault`. `title` names the paper, never a code."""


class Folder:
    """Files in a folder, readable by their owner alone: a PDF, or a PNG for each page. `path` may name the one PDF itself."""

    def __init__(self, path: Path, form: str) -> None:
        self._form, self._whole = form, path.name if path.suffix.lower() == ".pdf" else None
        self._folder = path.parent if self._whole else path

    def put(self, pages: Sequence[bytes], *, title: str, dots: int) -> None:
        """As `Printer.put`; each file comes whole or not at all."""
        files = [pdf(pages, dots)] if self._form == "pdf" else pages
        for number, content in enumerate(files, 1):
            name = self._whole or f"{secrets.token_hex(6)}-{number}.{self._form}"
            growing = self._folder / f".{secrets.token_hex(6)}.new"
            try:
                with os.fdopen(os.open(growing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                    file.write(content)
                growing.replace(self._folder / name)
            except OSError as error:
                raise PrinterFault(
                    f"{title} cannot be written to {self._folder} ({error.strerror}). Make that folder, or free space."
                ) from None


class Cups:
    """An office printer, by the system's own `lp`. CUPS keeps what the printer cannot take yet."""

    def __init__(self, queue: str) -> None:
        self._queue = queue

    def put(self, pages: Sequence[bytes], *, title: str, dots: int) -> None:
        """As `Printer.put`."""
        program = shutil.which(LP)
        if program is None:
            raise PrinterFault("There is no lp on this machine. Install it with: apt-get install cups-client")
        words = [program, *(["-d", self._queue] if self._queue else []), "-t", title, "-s", "--", "-"]
        try:
            done = subprocess.run(words, input=pdf(pages, dots), capture_output=True, timeout=SECONDS, check=False)  # noqa: S603  # the setting's queue
        except subprocess.TimeoutExpired:
            raise PrinterFault("CUPS does not answer. See whether it runs: systemctl status cups") from None
        if done.returncode:
            raise PrinterFault("CUPS did not take it. See whether the printer of kiosk.toml is there: lpstat -p")


class Receipt:
    """A receipt printer that speaks ESC/POS, at a device file (`/dev/usb/lp0`) or at `host:port`."""

    def __init__(self, address: str) -> None:
        self._address = address

    def put(self, pages: Sequence[bytes], *, title: str, dots: int) -> None:  # noqa: ARG002  # a roll knows neither
        """As `Printer.put`: each page as a raster picture, cut off after it."""
        try:
            printer = self._printer()
            printer.open()
            try:
                for page in pages:
                    printer.hw("INIT")
                    printer.image(Image.open(io.BytesIO(page)))
                    printer.cut()
            finally:
                printer.close()
        except (EscposError, OSError):
            raise PrinterFault("The printer does not answer. See whether it is on and has paper.") from None

    def _printer(self) -> File | Network:
        if self._address.startswith("/"):
            if not Path(self._address).exists():
                raise PrinterFault("The printer is not there. See whether it is on and plugged in.")
            return File(self._address, auto_flush=False)
        host, _, port = self._address.partition(":")
        return Network(host, int(port) if port.isdigit() else PORT, timeout=SECONDS)


def printer_of(kind: str, address: str) -> Printer:
    """The printer that the settings name; raises `PrinterFault` where they name none."""
    match kind:
        case "pdf" | "png":
            return Folder(Path(address), kind)
        case "cups":
            return Cups(address)
        case "escpos":
            return Receipt(address)
    raise PrinterFault("This depot has no printer. Name one in kiosk.toml: kind under [printer]")


def pdf(pages: Sequence[bytes], dots: int) -> bytes:
    """PNG pages as one PDF, in their true size."""
    first, *others = (Image.open(io.BytesIO(page)) for page in pages)
    file = io.BytesIO()
    first.save(file, "PDF", resolution=dots * MM_AN_INCH, save_all=True, append_images=others)
    return file.getvalue()
