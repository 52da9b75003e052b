"""What is done with one parcel, step by step: moved, found again, given a new code, disputed, settled, looked for."""

from datetime import date, datetime, time

from kiosk.codes.typed import grouped
from kiosk.desk import intake, paper
from kiosk.desk.counter.panel import (
    ChoiceRow,
    Do,
    Fact,
    FactRow,
    Happened,
    Kind,
    Panel,
    Row,
    Slip,
    Tell,
    TextRow,
)
from kiosk.desk.counter.signing_in import ask_pin
from kiosk.desk.counter.task import AtHand, Step, Task, attempt
from kiosk.desk.intake import Issued
from kiosk.desk.returns import Outcome, WhyDisputed
from kiosk.errors import Duplicate, KioskFault
from kiosk.parcel import Parcel


class Placing(Task):
    """Where it lies from now on: scanned, typed, or one of the shelves used last."""

    def __init__(self, hand: AtHand, parcel: Parcel, back: Task, *, found: bool) -> None:
        super().__init__(hand)
        self.back, self._parcel, self._found = back, parcel, found

    def panel(self) -> Panel:
        """Shelves used last."""
        rows = tuple(TextRow(place) for place in self._offers())
        about = self.hand.row(self._parcel)
        return Panel(Kind.PLACE, rows, ways=(Do.BACK,), typed=self.typed, tell=self.tell, about=about)

    def _offers(self) -> list[str]:
        here = self._parcel.place
        return list(dict.fromkeys([*([here] if self._found and here else []), *self.hand.places]))

    def chooses(self, row: int) -> Step:
        """One of those offered."""
        return self.scans(self._offers()[row])

    def enters(self) -> Step:
        """A place."""
        text, self.typed = self.typed, ""
        try:
            place = intake.place_from(text)
        except KioskFault:
            return self.told(Tell(Happened.NO_PLACE))
        self.hand.remember(place)
        returns, number = self.hand.returns, self._parcel.id
        happened = Happened.FOUND_AGAIN if self._found else Happened.MOVED
        return attempt(
            self,
            lambda seat: (returns.found_again if self._found else returns.move)(seat, number, place),
            lambda: self.back.told(Tell(happened, good=True, place=place)) if self.back else None,
            ask_pin,
        )


class Coding(Task):
    """A new code in its two forms, for as long as the panel stands; on paper, where there is a printer."""

    def __init__(self, hand: AtHand, issued: Issued, back: Task) -> None:
        super().__init__(hand)
        self.back, self._issued = back, issued

    def panel(self) -> Panel:
        """QR code and digits."""
        acts = (Do.PRINT,) if self.hand.printing else ()
        slip = slip_of(self.hand, self._issued)
        number = self._issued.left_without
        return Panel(Kind.CODE, acts=acts, ways=(Do.FINISH,), box=False, tell=self.tell, slip=slip, number=number)

    def scans(self, untrusted_text: str) -> Step:
        """The next label: this code is done with."""
        return self.back.scans(untrusted_text) if self.back else None

    def does(self, do: Do) -> Step:
        """Print it, or done."""
        if do is Do.PRINT:
            self.hand.prints(self._issued)
            return self.told(Tell(Happened.PRINTING, good=True))
        return self.back if do is Do.FINISH else super().does(do)


def slip_of(hand: AtHand, issued: Issued) -> Slip:
    """A code as the window shows it."""
    row = hand.row(issued.parcels[0])
    return Slip(issued.token.text, grouped(issued.typed_code), row.place, row.ending)


class Disputing(Task):
    """What the dispute is about."""

    def __init__(self, hand: AtHand, parcel: Parcel, back: Task) -> None:
        super().__init__(hand)
        self.back, self._parcel = back, parcel

    def panel(self) -> Panel:
        """The reasons."""
        rows = tuple(ChoiceRow(why) for why in WhyDisputed)
        about = self.hand.row(self._parcel)
        return Panel(Kind.DISPUTE, rows, ways=(Do.BACK,), box=False, tell=self.tell, about=about)

    def chooses(self, row: int) -> Step:
        """This one."""
        why, number = list(WhyDisputed)[row], self._parcel.id
        try:
            return attempt(
                self,
                lambda seat: self.hand.returns.open_dispute(seat, number, why),
                lambda: self.back.told(Tell(Happened.DISPUTED, good=True)) if self.back else None,
                ask_pin,
            )
        except Duplicate:
            return self.told(Tell(Happened.OTHER_HERE))


class Settling(Task):
    """How a dispute ended."""

    def __init__(self, hand: AtHand, parcel: Parcel, back: Task) -> None:
        super().__init__(hand)
        self.back, self._parcel = back, parcel

    def panel(self) -> Panel:
        """The outcomes."""
        rows = tuple(ChoiceRow(outcome) for outcome in Outcome)
        about = self.hand.row(self._parcel)
        return Panel(Kind.OUTCOME, rows, ways=(Do.BACK,), box=False, tell=self.tell, about=about)

    def chooses(self, row: int) -> Step:
        """This one."""
        outcome, number = list(Outcome)[row], self._parcel.id
        return attempt(
            self,
            lambda seat: self.hand.returns.close_dispute(seat, number, outcome),
            lambda: self.back.told(Tell(Happened.SETTLED, good=True)) if self.back else None,
            ask_pin,
        )


class MixedUp(Task):
    """Where a missing parcel may have gone: what left its shelf since it was last seen there. Codes, never persons."""

    def __init__(self, hand: AtHand, parcel: Parcel, back: Task) -> None:
        super().__init__(hand)
        self.back, self._parcel = back, parcel

    def panel(self) -> Panel:
        """Those whose own label was never checked stand first."""
        found = self.hand.watch.mix_up(self._parcel.id)
        rows = list[Row]()
        if found is not None:
            rows.append(FactRow(Fact.SHELF, found.shelf))
            rows.append(FactRow(Fact.SEEN, self.hand.clock.local(found.since)))
            rows += [self.hand.row(suspect.parcel) for suspect in found.suspects]
        about, number = self.hand.row(self._parcel), len(found.suspects) if found else 0
        return Panel(Kind.MIX_UP, tuple(rows), ways=(Do.BACK,), box=False, tell=self.tell, about=about, number=number)


class OnPaper(Task):
    """It left on a day without power: when, as the sheet says."""

    takes_scans = False

    def __init__(self, hand: AtHand, parcel: Parcel, back: Task) -> None:
        super().__init__(hand)
        self.back, self._parcel = back, parcel

    def panel(self) -> Panel:
        """The time, of today or with its day."""
        about = self.hand.row(self._parcel)
        return Panel(Kind.PAPER, acts=(Do.GO_ON,), ways=(Do.BACK,), typed=self.typed, tell=self.tell, about=about)

    def enters(self) -> Step:
        """`14:30`, or `2030-12-24 14:30`."""
        said, self.typed = self._moment(self.typed.strip()), ""
        if said is None:
            return self.told(Tell(Happened.NO_TIME))
        hand, number = self.hand, self._parcel.id
        return attempt(
            self,
            lambda seat: paper.enter(hand.store, hand.clock, seat, number, said=said),
            lambda: self.back.told(Tell(Happened.ENTERED, good=True)) if self.back else None,
            ask_pin,
        )

    def does(self, do: Do) -> Step:
        """Enter it, or back."""
        return self.enters() if do is Do.GO_ON else super().does(do)

    def _moment(self, text: str) -> datetime | None:
        now = self.hand.clock.local(self.hand.clock.now())
        try:
            day, _, hour = text.rpartition(" ")
            at = time.fromisoformat(hour)
            on = date.fromisoformat(day) if day else now.date()
        except ValueError:
            return None
        return datetime.combine(on, at.replace(tzinfo=None), now.tzinfo)
