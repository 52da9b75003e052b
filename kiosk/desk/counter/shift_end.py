"""The shift's report at its end: read, printed, saved as a table, and signed out."""

from kiosk.desk.counter.panel import ChoiceRow, Do, Fact, FactRow, Happened, Kind, Panel, Row, Tell, TextRow
from kiosk.desk.counter.proving import GivingAway
from kiosk.desk.counter.task import AtHand, Step, Task
from kiosk.desk.declined import Declined
from kiosk.desk.report import Report, shift_report, to_csv
from kiosk.desk.sheet import on_sheet
from kiosk.errors import KioskFault
from kiosk.policy.release import Reason


class ShiftEnding(Task):
    """What happened since the shift began, as it stands now."""

    takes_scans = False

    def __init__(self, hand: AtHand, report: Report, back: Task | None) -> None:
        super().__init__(hand)
        self.back, self._report = back, report

    def panel(self) -> Panel:
        """Counts; overrides by clerk and reason; signatures that are owed."""
        report = self._report
        rows: list[Row] = [
            FactRow(Fact.SINCE, self.hand.clock.local(report.since)),
            FactRow(Fact.RECEIVED, report.taken_in),
            FactRow(Fact.HANDED_OVER, sum(report.handed_over.values())),
        ]
        rows += [ChoiceRow(way, count=count) for way, count in report.handed_over.items() if count]
        rows.append(FactRow(Fact.REFUSED, sum(count for _, count in report.refused)))
        rows += [TextRow(str(count), choice=Reason(reason)) for reason, count in report.refused]
        rows.append(FactRow(Fact.WRONG_PARCELS, report.wrong_parcels))
        rows.append(FactRow(Fact.OVERRIDES, sum(one.count - one.undone for one in report.by_hand)))
        rows += [TextRow(one.name, one.count, one.reason) for one in report.by_hand]
        rows.append(FactRow(Fact.OWED, len(report.owed)))
        rows += [TextRow(one.name, choice=one.reason) for one in report.owed]
        rows.append(FactRow(Fact.WAITING, sum(report.waiting.values())))
        rows += [ChoiceRow(age, count=count) for age, count in report.waiting.items() if count]
        acts = [Do.CHECKPOINT, *([Do.PRINT, Do.SHEET] if self.hand.printing else [])]
        acts += [Do.SAVE] if self.hand.settings.desk.reports else []
        return Panel(Kind.SHIFT_END, tuple(rows), acts=tuple(acts), ways=(Do.BACK,), box=False, tell=self.tell)

    def does(self, do: Do) -> Step:
        """Print it, print the paper list for the day to come, or save it."""
        hand = self.hand
        if do is Do.PRINT and hand.printing:
            hand.printing.add(hand.papers.report_title(), hand.papers.report(self._report))
            return self.told(Tell(Happened.PRINTING, good=True))
        if do is Do.SHEET and hand.printing:
            hand.printing.add(hand.papers.sheet_title(), hand.papers.sheet(on_sheet(hand.store)))
            return self.told(Tell(Happened.PRINTING, good=True))
        if do is Do.CHECKPOINT:
            return GivingAway(hand, self)
        if do is Do.SAVE:
            saved = self._save()
            return self.told(Tell(Happened.SAVED if saved else Happened.NOT_SAVED, good=saved))
        return super().does(do)

    def _save(self) -> bool:
        until = self.hand.clock.local(self._report.until)
        try:
            self.hand.save(f"shift-{until:%Y-%m-%d-%H%M%S}.csv", to_csv(self._report, self.hand.clock))
        except KioskFault:
            return False
        return True


def shift_ending(hand: AtHand, back: Task) -> Task:
    """The report, for those who may see it; else why not."""
    report = shift_report(hand.store, hand.clock, hand.seat)
    if isinstance(report, Declined):
        return back.told(Tell(report.why))
    return ShiftEnding(hand, report, back)
