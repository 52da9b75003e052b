"""What a station answers to a code, a label or a typed word: the store is asked, an act is done, a value to show comes back.

An answer is an event of the table of states and the value of the state it leads to. Between two answers only three things are
remembered, and they go with the screen: the visit on it, a label that came before its code, and whether the next code is to join the visit.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from kiosk.clock import Clock
from kiosk.codes.carrier import SHORTEST_FREE, CarrierCode
from kiosk.codes.recognise import Foreign, Recognised, SignedCode, WebLink
from kiosk.codes.token import Token
from kiosk.codes.typed import TypedCode, forgiven
from kiosk.codes.waybill import Waybill, WaybillKind
from kiosk.desk import shown
from kiosk.desk.keypad import Keypad
from kiosk.desk.lots import lots_of, place_of_next
from kiosk.desk.opening import Opening
from kiosk.desk.shown import Shown
from kiosk.desk.states import Event
from kiosk.desk.visit import Progress, Visits
from kiosk.ledger.receipt import Verdict
from kiosk.parcel import CodeKind, Leaves, Parcel, is_place_sticker
from kiosk.policy import release
from kiosk.policy.release import Reason, Refusal
from kiosk.settings import Settings

Answer = tuple[Event, Shown]

GUESSES_A_DAY = 100
"""Unknown texts that are looked up as such a code, at a station: eight digits and 2,000 parcels give a guesser 2 in a thousand a day."""


class Answers:
    """The answers of one station. Every method may raise `StoreFault`; then nothing was done."""

    def __init__(self, station: str, visits: Visits, keypad: Keypad, settings: Settings, clock: Clock) -> None:
        self._station = station
        self._visits = visits
        self._keypad = keypad
        self._settings = settings
        self._clock = clock
        self._opening = Opening(settings, clock)
        self._label: Waybill | None = None
        self._guessed_on = clock.today()
        self._guesses = 0
        self.visit: int | None = None
        """The visit on the screen."""
        self.reader_works = True
        self.adding = False
        """The next code joins the visit on the screen."""
        self.closed: int | None = None
        """The visit that was closed last."""
        self._parcels: tuple[Parcel, ...] = ()
        """Of the visit that was just done, or of the code that was refused, while the screen shows it."""
        self._aside: tuple[int | None, Waybill | None, bool] | None = None
        """Visit, label and `adding` of a screen that asks whether anybody is still there."""

    def step_aside(self) -> None:
        """Nobody has touched the screen for a while: a code or a label that comes now is anybody's."""
        if self._aside is None:
            self._aside = (self.visit, self._label, self.adding)
            self.visit, self._label, self.adding = None, None, False

    def step_up(self) -> None:
        """They are still here."""
        if self._aside is not None:
            (self.visit, self._label, self.adding), self._aside = self._aside, None

    def settle(self) -> None:
        """Another value is shown: there is nobody to step up any more."""
        self._aside = None

    @property
    def adds(self) -> bool:
        """Whether the screen waits for another code of the same visit."""
        return self.adding or (self._aside is not None and self._aside[2])

    def forget(self) -> None:
        """The screen is free for anybody."""
        self._aside = None
        self.visit = self._label = self.closed = None
        self.adding = False
        self._parcels = ()

    def about(self) -> tuple[Parcel, ...]:
        """What a call from this screen is about: parcels yet to be had in its visit, or those of a visit just done or a code refused."""
        if self.visit is None:
            return self._parcels
        progress = self._visits.progress(self.visit)
        return progress.waiting + progress.withheld

    def mine(self) -> tuple[Parcel, ...]:
        """The parcels of who showed their code and still stands here; none where nobody did."""
        return self._parcels if self.visit is None else self._visits.progress(self.visit).parcels

    def seen(self, codes: Sequence[Recognised], *, beside_an_answer: bool) -> Answer | None:
        """Answer what came into view with one frame: codes first, then labels, then anything else.

        `beside_an_answer`: something was answered a moment ago, so a strange barcode is the parcel's other one: no new question.
        """
        labels = [label for label in map(self._as_label, codes) if label is not None]
        here = [label for label in labels if self._visits.parcel_of(label.text) is not None]
        ours = [
            code for code in codes if isinstance(code, Token | TypedCode | CarrierCode) and not self._as_label(code)
        ]
        if here or (self.visit is not None and not self.adding):
            # A row of digits beside a label, or on the parcel in hand, is the sender's own number: never tried, never counted.
            ours = [code for code in ours if not isinstance(code, TypedCode)]
        if ours:
            self._label = here[0] if here else self._label
            return self._code(ours[0])
        if labels:
            return self._waybill((here or labels)[0], beside_an_answer=beside_an_answer)
        if codes and isinstance(codes[0], SignedCode):
            return self._receipt(codes[0])
        return self._foreign(codes[0]) if codes and not beside_an_answer else None

    def typed_code(self, text: str) -> Answer:
        """A code from the keypad. A wrong one keeps the keypad open, until it has to rest."""
        answer = self._guessable(CodeKind.TYPED, text)
        unknown = isinstance(answer[1], shown.Refused) and answer[1].reason is Reason.UNKNOWN
        return (Event.CODE_WRONG, self._keypad.show(wrong=True)) if unknown else answer

    def _guessable(self, kind: CodeKind, text: str) -> Answer:
        """A code short enough to be guessed, typed or shown as a picture: wrong ones count, and none is tried while the keypad rests."""
        if self._keypad.rests():
            return self.locked()
        if kind is CodeKind.TYPED and self._visits.is_carrier_code(text):
            kind = CodeKind.CARRIER
        answer = self._show(kind, text)
        refused = isinstance(answer[1], shown.Refused) and answer[1].reason is Reason.UNKNOWN
        if refused or (answer[0] is Event.CLOSED and not self._visits.opened_by(kind, text)):
            self._keypad.count_wrong()
            if self._keypad.rests():
                return self.locked()
        return answer

    def typed_label(self, ending: str) -> Answer:
        """The end of a waybill, typed because the label cannot be scanned: it counts for the visit on the screen only."""
        assert self.visit is not None  # offered on FOUND only
        waiting = self._visits.progress(self.visit).waiting
        fitting = [
            p
            for p in waiting
            if p.waybill and forgiven(p.waybill).endswith(forgiven(ending)) and p.leaves is not Leaves.CLERK
        ]
        if fitting:
            return self._hand_over((fitting[0].id,), Leaves.LABEL)
        return Event.CODE_WRONG, self._keypad.show(wrong=True)

    def confirmed(self) -> Answer:
        """The customer says "I have it", for parcels where that is enough."""
        assert self.visit is not None  # offered on FOUND only
        waiting = self._visits.progress(self.visit).waiting
        return self._hand_over([p.id for p in waiting if p.leaves is Leaves.TAP], Leaves.TAP)

    def found(self, event: Event, *, resumed: bool = False) -> Answer:
        """The visit on the screen as it stands now."""
        assert self.visit is not None  # FOUND always shows a visit
        return event, shown.Found(lots_of(self._visits.progress(self.visit)), resumed, self.reader_works)

    def locked(self) -> Answer:
        """The keypad rests."""
        return Event.LOCKED, shown.LockedOut(self._keypad.rests())

    def _as_label(self, code: Recognised) -> Waybill | None:
        """A label: a waybill, a place sticker, or ten digits in a QR code where they are the waybill of a parcel just released."""
        if isinstance(code, Foreign) and code.text is not None and is_place_sticker(code.text):
            return Waybill(code.text, WaybillKind.GENERAL)
        if isinstance(code, TypedCode):
            parcel = self._visits.parcel_of(code.text)
            return (
                Waybill(code.text, WaybillKind.GENERAL) if parcel is not None and self._visits.is_out(parcel) else None
            )
        return code if isinstance(code, Waybill) else None

    def _code(self, code: Token | TypedCode | CarrierCode) -> Answer:
        refusal = release.judge_foreign(code, depot_tag=self._settings.depot.tag)
        if refusal is not None:
            self._visits.refuse(refusal, station=self._station)
            return self._refused(refusal)
        if isinstance(code, Token):
            return self._show(CodeKind.TOKEN, code.text)
        return self._guessable(CodeKind.TYPED if isinstance(code, TypedCode) else CodeKind.CARRIER, code.text)

    def _show(self, kind: CodeKind, text: str) -> Answer:
        joins = self.visit if self.adding else None
        closed = self._opening.closed()
        if closed is not None and joins is None and not self._visits.is_begun(kind, text):
            self.forget()
            return Event.CLOSED, closed
        verdict = self._visits.show_code(kind, text, station=self._station, joins=joins)
        if isinstance(verdict, Refusal):
            parcels = self._visits.opened_by(kind, text)
            return self._refused(verdict, parcels=parcels, mine=verdict.reason is Reason.ALREADY_COLLECTED)
        self.visit, self.adding = verdict.visit, False
        label, self._label = self._label, None
        if label is not None and self._visits.parcel_of(label.text) is not None:
            return self._waybill(label, with_code=True) or self.found(Event.RELEASED)
        return self.found(Event.RELEASED, resumed=verdict.resumed)

    def _waybill(self, label: Waybill, *, with_code: bool = False, beside_an_answer: bool = False) -> Answer | None:
        """A label, or what looks like one. Whether it is here is told only to the visit on the screen, or the one it belongs to.

        `with_code`: the visit's own code was shown with it, so there is no doubt whose visit it is.
        """
        parcel = self._visits.parcel_of(label.text)
        if parcel is None and self._is_carrier_code(label.text):
            return self._show(CodeKind.CARRIER, label.text)
        standing = self._visits.open_visits()
        mine = next((visit for visit in standing if visit.id == self.visit), None)
        self.visit = mine.id if mine else None
        only = mine or (standing[0] if len(standing) == 1 else None)
        progress = self._visits.progress(only.id) if only else None
        if progress is not None:
            parcel = parcel or next((p for p in progress.waiting if p.place == label.text), None)  # its place sticker
        if progress is None or (mine is None and parcel not in progress.parcels):
            self._label, self._parcels = label, ()
            if not standing and (closed := self._opening.closed()):
                return Event.CLOSED, closed
            return Event.CODE_NEEDED, shown.ShowCode(again=bool(standing))
        if parcel is not None:
            return self._check(progress, parcel, label, doubt=len(standing) > 1 and not with_code)
        return None if beside_an_answer else (Event.BARCODE_OTHER, shown.OtherBarcode(place_of_next(progress)))

    def _check(self, progress: Progress, parcel: Parcel, label: Waybill, *, doubt: bool) -> Answer:
        """`doubt`: several customers are at the shelves, so another open visit's parcel may be in its own customer's hand."""
        if parcel in progress.withheld or (parcel in progress.waiting and parcel.leaves is Leaves.CLERK):
            return self._refused(Refusal(Reason.HELD), progress.visit.id)
        if parcel in progress.waiting:
            self.visit = progress.visit.id
            return self._hand_over((parcel.id,), Leaves.LABEL)
        if parcel in progress.checked:
            self.visit = progress.visit.id
            return self.found(Event.PARCEL_CHECKED)
        if doubt and self._visits.is_out(parcel):
            self._label, self.visit = label, None
            return Event.CODE_NEEDED, shown.ShowCode(again=True)
        self._visits.wrong_parcel(self.visit, parcel.id, station=self._station)
        return Event.PARCEL_WRONG, shown.WrongParcel(place_of_next(progress))

    def _hand_over(self, parcels: Iterable[int], how: Leaves) -> Answer:
        assert self.visit is not None  # only the visit on the screen hands over
        receipt = self._visits.hand_over(self.visit, parcels, station=self._station, how=how)
        progress = self._visits.progress(self.visit)
        if progress.waiting:
            return self.found(Event.PARCEL_CHECKED)
        closed = self.visit
        self.forget()
        self.closed = closed
        self._parcels = progress.checked + progress.withheld
        at = self._clock.local(self._clock.now())
        kept_until = at.date() + timedelta(days=self._settings.retention.dispute_days)
        return Event.VISIT_DONE, shown.Done(len(progress.checked), at, kept_until, len(progress.withheld), receipt)

    def _foreign(self, code: Recognised) -> Answer:
        if isinstance(code, Foreign) and code.text is not None and self._is_carrier_code(code.text):
            return self._show(CodeKind.CARRIER, code.text)
        if isinstance(code, Foreign | WebLink | TypedCode) and self.visit is not None:
            progress = self._visits.progress(self.visit)
            return Event.BARCODE_OTHER, shown.OtherBarcode(place_of_next(progress))
        if closed := self._opening.closed():
            return Event.CLOSED, closed
        refusal = release.judge_foreign(code, depot_tag=self._settings.depot.tag) or Refusal(Reason.NOT_OURS)
        self._visits.refuse(refusal, station=self._station)
        return self._refused(refusal)

    def _receipt(self, code: SignedCode) -> Answer:
        """A receipt of ours says when its parcels were collected; a call from that screen tells the desk which they were."""
        story = self._visits.story(code.text)
        if story.receipt is None or story.verdict is not Verdict.GENUINE:
            return self._foreign(code)
        refusal = Refusal(Reason.ALREADY_COLLECTED, when=story.receipt.at)
        self._visits.refuse(refusal, station=self._station)
        return self._refused(refusal, parcels=story.parcels)

    def _is_carrier_code(self, text: str) -> bool:
        """Whether a text without a pattern of its own is a carrier's code. Texts that are none are looked up so often a day, no more."""
        today = self._clock.today()
        if self._guessed_on != today:
            self._guessed_on, self._guesses = today, 0
        if len(text) < SHORTEST_FREE or self._guesses >= GUESSES_A_DAY:
            return False
        found = self._visits.is_carrier_code(text)
        self._guesses += not found
        return found

    def _refused(
        self, refusal: Refusal, visit: int | None = None, *, parcels: tuple[Parcel, ...] = (), mine: bool = False
    ) -> Answer:
        """`visit` stays on the screen: the refusal is about one of its parcels. Else the screen may be another's by now."""
        self.visit = self.visit if self.adding else visit
        self._parcels = parcels
        when = self._clock.local(refusal.when) if refusal.when else None
        return Event.REFUSED, shown.Refused(refusal.reason, when, self._clock.today(), mine)
