"""The process that prints one paper: reads it on stdin, draws it, prints it, and says on stdout what went wrong, if anything.

The process that people see never waits for a printer, loads no picture library and cannot be hung by a wire. The paper holds codes in
plain, so it passes through memory only: no file, no argument.
"""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass, field

from kiosk import ASSETS
from kiosk.codes import paper as papers
from kiosk.codes.paper import Paper
from kiosk.errors import KioskFault, PrinterFault
from kiosk.settings import Printer

SLIP_MM, LIST_MM = (105.0, 148.0), (210.0, 297.0)
"""A slip and a list on cut paper: A6 and A4."""
PRINTABLE_MM = {80: 72.0, 58: 48.0}
"""What a receipt printer reaches of a roll's width."""
OFFICE_DOTS, RECEIPT_DOTS = 12, 8
FONTS = ("NotoSans-{}.ttf", "NotoSansArabic-{}.ttf", "NotoSansSC-{}.otf")
"""Of each script, in the order of `runs.Script`."""
FACES = ("Regular", "Bold")
LONGEST_SECONDS = 25.0
"""After which a job that hangs is ended."""
HANGS = "The printer takes too long. See whether it is on and has paper."


@dataclass(frozen=True, slots=True)
class Job:
    """One paper for one printer. `title` names it for people and for a printer's own list: never a code in it."""

    title: str
    paper: Paper = field(repr=False)
    printer: Printer


class Printing:
    """A job on its way, in a process of its own."""

    def __init__(self, job: Job) -> None:
        text = json.dumps({"title": job.title, "paper": papers.to_json(job.paper), "printer": asdict(job.printer)})
        memory = os.memfd_create("paper", os.MFD_CLOEXEC)
        try:
            with os.fdopen(os.dup(memory), "wb") as file:
                file.write(text.encode())
            os.lseek(memory, 0, os.SEEK_SET)
            words = [sys.executable, "-m", "kiosk.desk.print_job"]
            self._process = subprocess.Popen(words, stdin=memory, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603  # ourselves
        except OSError:
            raise PrinterFault("Printing cannot be started. Close other programs, then try again.") from None
        finally:
            os.close(memory)

    @property
    def ended(self) -> bool:
        """Whether it is over."""
        return self._process.poll() is not None

    def outcome(self) -> None:
        """Wait for the end; raises `PrinterFault` where it was not printed."""
        try:
            said, _ = self._process.communicate(timeout=LONGEST_SECONDS)
        except subprocess.TimeoutExpired:
            self.stop()
            raise PrinterFault(HANGS) from None
        if self._process.returncode:
            sentence = said.decode("utf-8", "replace").strip()
            raise PrinterFault(sentence or "Printing failed. Check the printer's settings, then try again.")

    def stop(self) -> None:
        """End it, printed or not."""
        self._process.kill()
        self._process.communicate()


def print_now(job: Job) -> None:
    """Print and wait for it, for commands; raises `PrinterFault`."""
    Printing(job).outcome()


def main() -> int:
    """Print the job on stdin; 0, or 1 with a sentence on stdout."""
    from kiosk.codes.drawing import Fonts, Stock, draw  # noqa: PLC0415  # so that nobody else who imports this loads Pillow
    from kiosk.printer import printer_of  # noqa: PLC0415  # the same

    try:
        asked = json.loads(sys.stdin.buffer.read())
        paper, settings = papers.from_json(asked["paper"]), Printer(**asked["printer"])
        if settings.kind == "escpos":
            stock = Stock(PRINTABLE_MM[settings.roll_mm], None, RECEIPT_DOTS)
        else:
            stock = Stock(*(LIST_MM if paper.is_list else SLIP_MM), OFFICE_DOTS)
        fonts = Fonts(*(tuple((ASSETS / "fonts" / name.format(face)).read_bytes() for name in FONTS) for face in FACES))
        pages = draw(paper, stock, fonts)
        printer_of(settings.kind, settings.address).put(pages, title=asked["title"], dots=stock.dots)
    except KioskFault as fault:
        sys.stdout.write(fault.sentence)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
