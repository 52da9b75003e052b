"""Since yesterday: shown by itself to the first supervisor of the day where something was unusual, and whenever it is asked for."""

from kiosk.desk.counter.panel import Do, Fact, FactRow, Kind, Panel, Row, TextRow
from kiosk.desk.counter.task import AtHand, Step, Task
from kiosk.desk.counter.tooling import with_tools
from kiosk.desk.since import LATE, Since, since_yesterday
from kiosk.policy.roles import Role


class Morning(Task):
    """What was unusual, each with its time."""

    def __init__(self, hand: AtHand, since: Since, back: Task) -> None:
        super().__init__(hand)
        self.back, self._since = back, since

    def panel(self) -> Panel:
        """Counts first, then each; nothing unusual is said, too."""
        since, local = self._since, self.hand.clock.local
        rows: list[Row] = [FactRow(Fact.PROGRAM, len(since.program))]
        rows += [TextRow(version, at=local(at)) for at, version in since.program]
        rows.append(FactRow(Fact.DEVICES, len(since.devices)))
        rows += [TextRow(device, at=local(at)) for at, device in since.devices]
        if since.starts is not None:
            rows.append(FactRow(Fact.STARTS, len(since.starts)))
            rows += [FactRow(Fact.STARTED, local(at)) for at in since.starts]
        rows.append(FactRow(Fact.FAILED, sum(count for _, count in since.failed)))
        rows += [TextRow(name, count) for name, count in since.failed]
        rows.append(FactRow(Fact.KEYPADS, since.locked))
        rows += [FactRow(Fact.NO_BACKUP, since.unkept)] if since.unkept >= LATE else []
        unusual = int(since.is_unusual)
        return Panel(Kind.SINCE, tuple(rows), ways=(Do.BACK,), box=False, tell=self.tell, number=unusual)

    def scans(self, untrusted_text: str) -> Step:
        """Work has begun: the board takes it."""
        return self.back.scans(untrusted_text) if self.back else self


def morning(hand: AtHand, back: Task) -> Task:
    """Asked for."""
    return with_tools(hand, back, lambda: Morning(hand, since_yesterday(hand.store, hand.settings, hand.clock), back))


def welcomed(hand: AtHand, board: Task) -> Task:
    """Where a sign-in leads: to the board, or, once a day and where there is something to know, to this first."""
    today, seat = hand.clock.today(), hand.seat
    if not seat.with_pin or hand.told_on == today or hand.store.clerks.get(seat.clerk).role is not Role.SUPERVISOR:
        return board
    hand.told_on = today
    since = since_yesterday(hand.store, hand.settings, hand.clock)
    return Morning(hand, since, board) if since.is_unusual else board
