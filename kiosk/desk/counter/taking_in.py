"""Taking parcels in, one after the other, without touching the screen: label, place, label, place.

A label that cannot be scanned is typed, twice, for a mistyped waybill would be nobody's. Nothing is in the store until the place is
known, so a power cut in between leaves a parcel that is scanned again.
"""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from kiosk.codes.waybill import Waybill
from kiosk.desk import intake
from kiosk.desk.counter.handling import slip_of
from kiosk.desk.counter.panel import ChoiceRow, Do, Fact, FactRow, Happened, Kind, Panel, ParcelRow, Row, Tell, TextRow
from kiosk.desk.counter.task import AtHand, Step, Task, tell_of
from kiosk.desk.declined import Declined
from kiosk.desk.intake import Marks, Received
from kiosk.desk.watch import shelf_of
from kiosk.errors import KioskFault
from kiosk.parcel import GONE, Hold, Parcel, ParcelState, is_place_sticker

LONGEST = timedelta(days=366)
"""That a parcel may wait: a year mistyped is no day."""
DAYS = 14
"""Days that are offered as the last one; later ones are typed."""


class Offer(StrEnum):
    """Why a place is offered."""

    NEXT = "next"
    """The next free number of the shelf used last."""
    LAST = "last"
    EXPECTED = "expected"
    """The carrier's list names it."""


class Notice(StrEnum):
    """Whether a text may be sent about a parcel."""

    NONE = "no_notice"


class TakingIn(Task):
    """Label, then place; the code of the last parcel stands beside until the next one is in."""

    def __init__(self, hand: AtHand, back: Task | None) -> None:
        super().__init__(hand)
        self.back = back
        self.marks = Marks()
        self._label: Waybill | None = None
        self._known: Parcel | None = None
        self._typed_once: str | None = None
        self._last: Received | None = None
        self._taken = 0

    def panel(self) -> Panel:
        """What comes next: the label, the same label again, or the place."""
        slip = slip_of(self.hand, self._last) if self._last else None
        if self._label is None:
            kind = Kind.TAKE_IN if self._typed_once is None else Kind.TAKE_IN_AGAIN
            acts = (Do.PRINT,) if slip and self.hand.printing else ()
            return Panel(
                kind,
                acts=acts,
                ways=(Do.FINISH, Do.EXPECTED),
                typed=self.typed,
                tell=self.tell,
                slip=slip,
                number=self._taken,
            )
        rows = tuple(TextRow(place, choice=offer) for place, offer in self._offers())
        return Panel(
            Kind.TAKE_IN_PLACE,
            rows,
            acts=(Do.FLAGS, Do.LAST_DAY),
            ways=(Do.BACK,),
            typed=self.typed,
            tell=self.tell,
            name=(self._known.carrier if self._known else None) or self._label.carrier or "",
            about=self._about(self._label),
        )

    def scans(self, untrusted_text: str) -> Step:
        """A label or a place; what was scanned needs no second time."""
        self.typed = ""
        return self._label_is(untrusted_text) if self._label is None else self._place_is(untrusted_text)

    def enters(self) -> Step:
        """A typed label is typed again; a place once. Enter alone says nothing: a scanner may send one more."""
        text, self.typed = "".join(self.typed.upper().split()), ""
        if self._label is not None:
            return self._place_is(text) if text else self
        if not text:
            return self
        if self._typed_once is None:
            try:
                self._typed_once = intake.waybill_from(self.hand.settings, text).text
            except KioskFault:
                return self.told(Tell(Happened.NO_WAYBILL))
            return self.told(None)
        first, self._typed_once = self._typed_once, None
        try:
            alike = intake.waybill_from(self.hand.settings, text).text == first
        except KioskFault:
            alike = False
        return self._label_is(text) if alike else self.told(Tell(Happened.NOT_ALIKE))

    def chooses(self, row: int) -> Step:
        """A place that is offered."""
        return self._place_is(self._offers()[row][0]) if self._label is not None else self

    def does(self, do: Do) -> Step:
        """Marks for the parcel in hand; the list of what is still to come; printing the last slip again."""
        if do is Do.BACK and self._label is not None:
            self._label, self.marks, self.typed = None, Marks(), ""
            return self.told(None)
        if do is Do.FLAGS and self._label is not None:
            return Marking(self.hand, self)
        if do is Do.LAST_DAY and self._label is not None:
            return Dating(self.hand, self)
        if do is Do.EXPECTED:
            return Expecting(self.hand, self)
        if do is Do.PRINT and self._last:
            self.hand.prints(self._last)
            return self.told(Tell(Happened.PRINTING, good=True))
        return self.back if do is Do.FINISH else super().does(do)

    def _label_is(self, text: str) -> Step:
        self._typed_once = None
        try:
            label = intake.waybill_from(self.hand.settings, text)
        except KioskFault:
            return self.told(Tell(Happened.NO_WAYBILL))
        known = self.hand.store.parcels.by_waybill(label.text)
        if known is not None and known.state not in GONE and known.state is not ParcelState.EXPECTED:
            return self.told(Tell(Happened.HERE_ALREADY, place=known.place, then=self.hand.row(known).mark))
        self._label, self._known = label, known if known and known.state is ParcelState.EXPECTED else None
        return self.told(None)

    def _place_is(self, text: str) -> Step:
        assert self._label is not None  # asked for after the label only
        hand = self.hand
        try:
            place = intake.place_from(text)
        except KioskFault:
            return self.told(Tell(Happened.NO_PLACE))
        taken = intake.take_in(
            hand.store, hand.settings, hand.clock, hand.seat, self._label.text, place=place, marks=self.marks
        )
        self._label, self.marks = None, Marks()
        if isinstance(taken, Declined):
            return self.told(tell_of(hand, taken))
        hand.remember(place)
        self._last, self._taken = taken, self._taken + 1
        hand.prints(taken)
        return self.told(Tell(Happened.TAKEN_IN, good=True, place=place))

    def _offers(self) -> list[tuple[str, Offer]]:
        offers: dict[str, Offer] = {}
        if self._known and self._known.place:
            offers[self._known.place] = Offer.EXPECTED
        for place in self.hand.places:
            if is_place_sticker(place):
                offers.setdefault(next_place(self.hand, shelf_of(place)), Offer.NEXT)
            else:
                offers.setdefault(place, Offer.LAST)
        return list(offers.items())

    def _about(self, label: Waybill) -> ParcelRow | None:
        return self.hand.row(self._known) if self._known else self.hand.new_row(label.text)


def next_place(hand: AtHand, shelf: str) -> str:
    """The place after the highest number in use on a shelf."""
    number = hand.store.lists.last_number(shelf) + 1
    return f"{shelf}-{number:03}"


class Marking(Task):
    """Why the desk must see to the parcel in hand, and that no text is sent about it: touched on and off."""

    back: TakingIn

    def __init__(self, hand: AtHand, back: TakingIn) -> None:
        super().__init__(hand)
        self.back = back

    def panel(self) -> Panel:
        """Each mark with its tick."""
        marks = self.back.marks
        rows: list[Row] = [ChoiceRow(hold, on=marks.held is hold) for hold in _HOLDS]
        rows.append(ChoiceRow(Notice.NONE, on=not marks.notice))
        return Panel(Kind.FLAGS, tuple(rows), ways=(Do.FINISH,), box=False)

    def chooses(self, row: int) -> Step:
        """On, or off again."""
        marks = self.back.marks
        if row == len(_HOLDS):
            self.back.marks = replace(marks, notice=not marks.notice)
        else:
            self.back.marks = replace(marks, held=None if marks.held is _HOLDS[row] else _HOLDS[row])
        return self

    def scans(self, untrusted_text: str) -> Step:
        """The place: marks are set."""
        return self.back.scans(untrusted_text)

    def does(self, do: Do) -> Step:
        """Back to the place."""
        return self.back if do is Do.FINISH else self


_HOLDS = (Hold.OVERSIZE, Hold.ID_TO_BE_SEEN, Hold.FRAGILE)


class Dating(Task):
    """The day until which the parcel in hand waits."""

    back: TakingIn

    def __init__(self, hand: AtHand, back: TakingIn) -> None:
        super().__init__(hand)
        self.back = back

    def panel(self) -> Panel:
        """The next two weeks; a later day is typed."""
        rows = tuple(FactRow(Fact.LAST_DAY, day) for day in self._days())
        return Panel(Kind.LAST_DAY, rows, ways=(Do.BACK,), typed=self.typed, tell=self.tell)

    def _days(self) -> list[date]:
        today = self.hand.clock.today()
        return [today + timedelta(days=number) for number in range(1, DAYS + 1)]

    def chooses(self, row: int) -> Step:
        """One of them."""
        return self._set(self._days()[row])

    def enters(self) -> Step:
        """A day as ISO 8601 writes it."""
        text, self.typed = self.typed.strip(), ""
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return self.told(Tell(Happened.NO_DAY))
        today = self.hand.clock.today()
        return self._set(day) if today < day <= today + LONGEST else self.told(Tell(Happened.NO_DAY))

    def scans(self, untrusted_text: str) -> Step:
        """The place: no day is set."""
        return self.back.scans(untrusted_text)

    def _set(self, day: date) -> Step:
        self.back.marks = replace(self.back.marks, last_day=day)
        return self.back


class Expecting(Task):
    """What the carriers' lists announced and nobody has taken in."""

    def __init__(self, hand: AtHand, back: Task) -> None:
        super().__init__(hand)
        self.back = back

    def panel(self) -> Panel:
        """The longest announced first."""
        rows = tuple(self.hand.row(parcel) for parcel in self.hand.watch.in_state(ParcelState.EXPECTED))
        number = self.hand.store.parcels.count_by_state()[ParcelState.EXPECTED]
        return Panel(Kind.EXPECTED, rows, ways=(Do.BACK,), box=False, number=number)

    def scans(self, untrusted_text: str) -> Step:
        """The next label."""
        return self.back.scans(untrusted_text) if self.back else None
