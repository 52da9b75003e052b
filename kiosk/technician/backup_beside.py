"""Backups beside a serving kiosk: `kiosk backup create` in a process of its own, by itself or for whoever asks at a window."""

from pathlib import Path

from kiosk.desk.tools import Looked
from kiosk.errors import KioskFault
from kiosk.technician.doctor.finding import of_fault
from kiosk.technician.errand import Errand

NAME = "backup"
UNTOLD = "No backup could be made. In a terminal: kiosk backup create"


class BackupBeside:
    """The backups of one home whose settings name a folder for them."""

    def __init__(self, home: Path) -> None:
        self._errand = Errand("backup", "create", "--home", str(home))

    def begin(self) -> None:
        """Make one, and come back at once; one that is being made goes on."""
        self._errand.begin()

    def made(self) -> Looked | None:
        """What became of it; None while it is being made, and before the first."""
        answer = self._errand.answer()
        if answer is None:
            return None
        said, complained = (text.decode("utf-8", "replace").strip() for text in (answer.said, answer.complained))
        if answer.code == 0:
            return Looked(NAME, ok=True, detail=said, fix="")
        finding = of_fault(KioskFault(complained.splitlines()[-1] if complained else UNTOLD))
        return Looked(NAME, ok=False, detail=finding.detail, fix=finding.fix)

    @property
    def is_at_work(self) -> bool:
        """Whether one is being made."""
        return self._errand.is_at_work()

    def end(self) -> None:
        """Stop: the kiosk ends."""
        self._errand.end()
