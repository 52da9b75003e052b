"""The seat of words on paper: the counter says what, the screens say it in the language of the depot."""

from collections.abc import Sequence
from typing import Protocol

from kiosk.codes.paper import Paper
from kiosk.desk.report import Report
from kiosk.parcel import Parcel


class Papers(Protocol):
    """What the desk prints besides slips."""

    def report_title(self) -> str:
        """What the shift's report is called."""

    def report(self, report: Report) -> Paper:
        """The shift's report."""

    def sheet_title(self) -> str:
        """What the paper list is called."""

    def sheet(self, parcels: Sequence[Parcel]) -> Paper:
        """The paper list for a day without power."""
