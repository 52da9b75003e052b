"""An override at the counter: why, what was checked, all of it shown in full, and only then it counts."""

from kiosk.desk import intake, override
from kiosk.desk.counter.panel import ChoiceRow, Do, Fact, FactRow, Happened, Kind, Panel, Row, Tell
from kiosk.desk.counter.signing_in import SecondPerson, ask_pin
from kiosk.desk.counter.task import AtHand, Step, Task, attempt, tell_of
from kiosk.desk.declined import Declined, Not
from kiosk.desk.override import Made, Proposal, WhyByHand
from kiosk.desk.seat import Seat
from kiosk.errors import Duplicate, KioskFault
from kiosk.parcel import Parcel
from kiosk.policy.roles import Lacking


class ByHand(Task):
    """One question after the other: why, in which words, whether ID and label were compared."""

    takes_scans = False

    def __init__(self, hand: AtHand, parcel: Parcel, back: Task) -> None:
        super().__init__(hand)
        self.back, self._parcel = back, parcel
        self._reasons = override.reasons_of(hand.settings)
        self._why: str | None = None
        self._words = ""

    def panel(self) -> Panel:
        """The reasons; then, for "other", the words; then what was checked."""
        about = self.hand.row(self._parcel)
        if self._why is None:
            rows = tuple(ChoiceRow(why) for why in self._reasons)
            return Panel(Kind.WHY, rows, ways=(Do.BACK,), box=False, tell=self.tell, about=about)
        if self._why == WhyByHand.OTHER and not self._words:
            return Panel(Kind.WORDS, acts=(Do.GO_ON,), ways=(Do.BACK,), typed=self.typed, tell=self.tell, about=about)
        return Panel(Kind.CHECKED, acts=(Do.YES, Do.NO), ways=(Do.BACK,), box=False, tell=self.tell, about=about)

    def chooses(self, row: int) -> Step:
        """A reason."""
        self._why, self.tell = self._reasons[row], None
        return self

    def enters(self) -> Step:
        """The words are whole."""
        if self._why == WhyByHand.OTHER and not self._words:
            self._words = self.typed.strip()
            return self if self._words else self.told(Tell(Not.WORDS_MISSING))
        return self

    def does(self, do: Do) -> Step:
        """What was checked; back takes one step back."""
        if do is Do.GO_ON:
            return self.enters()
        if do is Do.BACK and self._why is not None:
            self._why, self._words, self.tell = None, "", None
            return self
        if do in {Do.YES, Do.NO} and self._why is not None:
            return self._propose(self._why, checked=do is Do.YES)
        return super().does(do)

    def _propose(self, why: str, *, checked: bool) -> Step:
        hand = self.hand
        made = override.propose(
            hand.store,
            hand.clock,
            hand.seat,
            self._parcel.id,
            reason=why,
            checked=checked,
            words=self._words,
            reasons=self._reasons,
        )
        if isinstance(made, Proposal):
            return Releasing(hand, made, self)
        if made.why is Lacking.PIN:
            return ask_pin(hand, lambda: self._propose(why, checked=checked), self)
        self._words = self.typed = ""
        return self.told(tell_of(hand, made))


class Releasing(Task):
    """Everything that will be entered, before it counts."""

    takes_scans = False

    def __init__(self, hand: AtHand, proposal: Proposal, back: Task) -> None:
        super().__init__(hand)
        self.back, self._proposal = back, proposal

    def panel(self) -> Panel:
        """All of it, line by line."""
        proposal, parcel = self._proposal, self.hand.row(self._proposal.parcel)
        rows: list[Row] = [FactRow(Fact.PLACE, parcel.place or ""), FactRow(Fact.ENDING, parcel.ending)]
        rows.append(FactRow(Fact.WHY, proposal.reason))
        if proposal.words:
            rows.append(FactRow(Fact.WORDS, proposal.words))
        rows.append(FactRow(Fact.CHECKED, proposal.checked))
        if proposal.parcel.held is not None:
            rows.append(FactRow(Fact.HELD, proposal.parcel.held))
        if proposal.needs_second:
            rows.append(FactRow(Fact.SECOND, not proposal.may_be_owed))
        return Panel(Kind.RELEASE, tuple(rows), acts=(Do.HAND_OVER,), ways=(Do.BACK,), box=False, tell=self.tell)

    def does(self, do: Do) -> Step:
        """Let it count, with a second person where one is needed."""
        if do is not Do.HAND_OVER:
            return super().does(do)
        if self._proposal.needs_second:
            return SecondPerson(self.hand, self._confirm, self, may_be_owed=self._proposal.may_be_owed)
        return self._confirm(None)

    def _confirm(self, second: Seat | None) -> Step:
        made = override.confirm(self.hand.store, self.hand.clock, self.hand.seat, self._proposal, second=second)
        if isinstance(made, Made):
            self.hand.last_override = made.override
            return None
        if made.why is Lacking.PIN:
            return ask_pin(self.hand, lambda: self._confirm(second), self)
        return self.told(tell_of(self.hand, made))


class Correcting(Task):
    """A supervisor takes back in what was handed over by mistake: its label is scanned, then its place."""

    def __init__(self, hand: AtHand, parcel: Parcel, back: Task) -> None:
        super().__init__(hand)
        self.back, self._parcel = back, parcel
        self._label: str | None = None

    def panel(self) -> Panel:
        """First the label, then the place."""
        if self._label is None:
            return Panel(Kind.CORRECT, ways=(Do.BACK,), typed=self.typed, tell=self.tell)
        return Panel(Kind.PLACE, ways=(Do.BACK,), typed=self.typed, tell=self.tell)

    def enters(self) -> Step:
        """A label, then a place."""
        text, self.typed = self.typed.strip(), ""
        if self._label is None:
            return self._label_is(text)
        made = self.hand.store.overrides.latest_of(self._parcel.id)
        if made is None:
            return self.back.told(Tell(Not.STATE)) if self.back else None
        label, hand = self._label, self.hand

        def act(seat: Seat) -> Declined | None:
            return override.correct(hand.store, hand.settings, hand.clock, seat, made.id, label=label, place=text)

        try:
            return attempt(self, act, lambda: self._corrected(text), ask_pin)
        except Duplicate:
            return self.told(Tell(Happened.OTHER_HERE))
        except KioskFault:
            return self.told(Tell(Happened.NO_PLACE))

    def _label_is(self, text: str) -> Step:
        try:
            self._label = intake.waybill_from(self.hand.settings, text).text
        except KioskFault:
            return self.told(Tell(Happened.NO_WAYBILL))
        return self.told(None)

    def _corrected(self, place: str) -> Step:
        told = Tell(Happened.CORRECTED, good=True, place=intake.place_from(place))
        return self.back.told(told) if self.back else None
