"""The desk's words on paper: the shift's report, and the list for a day without power."""

from collections.abc import Iterator, Sequence
from datetime import date

from kiosk.clock import Clock
from kiosk.codes.paper import Paper, listing
from kiosk.desk.counter.panel import Fact
from kiosk.desk.report import Report
from kiosk.desk.search import Mark, mark_of
from kiosk.parcel import Parcel
from kiosk.policy.release import Reason
from kiosk.screens import desk_wording as say
from kiosk.screens.language import spoken
from kiosk.screens.wording import put, translate


class DeskPapers:
    """Drawn in the words of the screens; codes and waybills stand on none but the list, whose rows need the label's number."""

    def __init__(self, depot_name: str, clock: Clock) -> None:
        self._depot, self._clock = depot_name, clock

    def report_title(self) -> str:
        """What the shift's report is called."""
        return translate("Desk", "Shift report")

    def report(self, report: Report) -> Paper:
        """Two columns: what, how many."""
        span = [say.moment(self._clock.local(at)) for at in (report.since, report.until)]
        title = put(translate("Desk", "%1, %2: %3 to %4"), self._depot, report.name, *span)
        return listing(title, (self.report_title(), ""), list(_rows(report)), (5, 1), from_right=spoken().from_right)

    def sheet_title(self) -> str:
        """What the paper list is called."""
        return translate("Desk", "Paper list")

    def sheet(self, parcels: Sequence[Parcel]) -> Paper:
        """A box to tick, the place, the label, what is special, and room for the time and a name of the clerk."""
        now = self._clock.local(self._clock.now())
        title = put(translate("Desk", "%1, %2. Parcels: %3"), self._depot, say.moment(now), str(len(parcels)))
        head = [
            translate("Desk", "Place"),
            translate("Desk", "Label"),
            translate("Desk", "Special"),
            translate("Desk", "When, by whom"),
        ]
        rows = [(p.place or "", p.waybill or "", _special(p, now.date()), "") for p in parcels]
        return listing(title, head, rows, (3, 5, 3, 4), box=True, from_right=spoken().from_right)


def _special(parcel: Parcel, today: date) -> str:
    """What a clerk must know who gives it out without the kiosk: that it is to stay, say, or cannot be found."""
    mark = mark_of(parcel, today=today, by_hand=False)
    return "" if mark is Mark.WAITING else say.mark(mark)


def _rows(report: Report) -> Iterator[tuple[str, str]]:
    def fact(one: Fact, count: int) -> tuple[str, str]:
        return say.fact_name(one), str(count)

    yield fact(Fact.RECEIVED, report.taken_in)
    yield fact(Fact.HANDED_OVER, sum(report.handed_over.values()))
    yield from ((f"  {say.choice(way)}", str(count)) for way, count in report.handed_over.items() if count)
    yield fact(Fact.REFUSED, sum(count for _, count in report.refused))
    yield from ((f"  {say.choice(Reason(reason))}", str(count)) for reason, count in report.refused)
    yield fact(Fact.WRONG_PARCELS, report.wrong_parcels)
    yield fact(Fact.OVERRIDES, sum(one.count - one.undone for one in report.by_hand))
    for one in report.by_hand:
        yield f"  {one.name}: {say.choice(one.reason)}", str(one.count)
    yield fact(Fact.OWED, len(report.owed))
    yield from ((f"  {owed.name}: {say.choice(owed.reason)}", "1") for owed in report.owed)
    yield fact(Fact.WAITING, sum(report.waiting.values()))
    yield from ((f"  {say.choice(age)}", str(count)) for age, count in report.waiting.items() if count)
