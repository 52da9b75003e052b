"""A customer's call: from which station, why, what may help, and the parcels it is about."""

from kiosk.desk.calls import Call
from kiosk.desk.counter.finding import Finding
from kiosk.desk.counter.panel import Do, Fact, FactRow, Happened, Kind, Panel, ParcelRow, Row, Tell
from kiosk.desk.counter.task import AtHand, Step, Task, tell_of
from kiosk.desk.declined import Declined


class Answering(Task):
    """The call that is open for the longest."""

    def __init__(self, hand: AtHand, call: Call, back: Task) -> None:
        super().__init__(hand)
        self.back, self._call = back, call

    def panel(self) -> Panel:
        """What is known of it, as it stands now."""
        call = next((one for one in self.hand.calls.open() if one.number == self._call.number), self._call)
        rows: list[Row] = [
            FactRow(Fact.STATION, call.station),
            FactRow(Fact.WHY, call.reason or call.why),
            FactRow(Fact.HELP, call.help),
        ]
        rows += [self.hand.row(self.hand.store.parcels.get(parcel)) for parcel in call.parcels]
        return Panel(Kind.CALL, tuple(rows), acts=(Do.ANSWERED,), ways=(Do.BACK,), box=False, tell=self.tell)

    def chooses(self, row: int) -> Step:
        """One of its parcels, with all its acts."""
        chosen = self.panel().rows[row]
        if not isinstance(chosen, ParcelRow):
            return self
        return Finding(self.hand, parcel=self.hand.store.parcels.get(chosen.parcel), back=self)

    def does(self, do: Do) -> Step:
        """Somebody goes: the call is off the desk's windows."""
        if do is not Do.ANSWERED:
            return super().does(do)
        answered = self.hand.calls.answer(self.hand.seat, self._call.number)
        assert self.back is not None  # given above
        if isinstance(answered, Declined):
            return self.back.told(tell_of(self.hand, answered))
        return self.back.told(Tell(Happened.ANSWERED, good=True))


def answering(hand: AtHand, back: Task) -> Task:
    """The call that has waited longest; where nobody calls, what stood there."""
    calls = hand.calls.open()
    return Answering(hand, calls[0], back) if calls else back
