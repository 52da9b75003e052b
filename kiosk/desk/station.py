"""One station: which screen it shows, and how each sighting, tap and pause leads to the next by the table of states."""

import logging
import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from kiosk.clock import Clock
from kiosk.codes.recognise import recognise
from kiosk.desk import override, shown
from kiosk.desk.answers import Answer, Answers
from kiosk.desk.calls import Calls
from kiosk.desk.failures import Failures
from kiosk.desk.faults import STORE_DAMAGED, code_of
from kiosk.desk.kept import AboutMine, notice
from kiosk.desk.keypad import Keypad
from kiosk.desk.opening import Opening
from kiosk.desk.patience import Patience, Standing
from kiosk.desk.patterns import code_patterns
from kiosk.desk.shown import Key, Shown, Tap, Why
from kiosk.desk.sign_in import is_staffed
from kiosk.desk.states import AT_REST, Event, State, step
from kiosk.desk.visit import Visits
from kiosk.errors import StoreFault
from kiosk.reader.wire import Sighting
from kiosk.settings import Settings
from kiosk.store import Store

QUIET = 3.0
"""Seconds after an answer in which a strange barcode, seen beside the right one, is passed over."""

MEND_EVERY = 5.0
"""Seconds between two tries to get the store back."""

_ANSWERED = {State.FOUND, State.DONE, State.WRONG_PARCEL, State.SHOW_CODE}
_CALLS = {
    Tap.CALL_DESK: Why.HELP,
    Tap.NO_CODE: Why.NO_CODE,
    Tap.NOT_ON_SHELF: Why.NOT_ON_SHELF,
    Tap.BRING_IT: Why.BRING_IT,
}
_CALLED_FROM = {
    State.REFUSED: Why.REFUSED,
    State.LOCKED_OUT: Why.REFUSED,
    State.WRONG_PARCEL: Why.WRONG_PARCEL,
}
"""The same button says more on these screens."""
log = logging.getLogger(__name__)


class Station:
    """One screen with its reader and keypad. Used from one thread; `changed` is told of every new value to show.

    `calls` are the depot's, shared with the desk; a station without a desk has its own.
    """

    def __init__(
        self,
        name: str,
        store: Store,
        settings: Settings,
        clock: Clock,
        changed: Callable[[Shown], None],
        *,
        calls: Calls | None = None,
    ) -> None:
        self.name = name
        self._store = store
        self._settings = settings
        self._clock = clock
        self._changed = changed
        self._patterns = code_patterns(settings)
        self._visits = Visits(store, settings, clock)
        self._keypad = Keypad(name, store, settings, clock)
        self._answers = Answers(name, self._visits, self._keypad, settings, clock)
        self._mine = AboutMine(name, store, settings, clock)
        self._opening = Opening(settings, clock)
        self._calls = calls or Calls(store, clock)
        self._failures = Failures()
        self._patience = Patience(clock, settings.release.found_seconds)
        self.in_own_manner = False
        """Somebody made a screen at rest theirs; after a pause it is the depot's again."""
        self._mend_at = 0.0
        self.shown: Shown = self._welcome()

    @property
    def visit(self) -> int | None:
        """The visit that the screen is about: the one at the shelves, or with DONE the one that was just closed."""
        return self._answers.closed if self.shown.state is State.DONE else self._answers.visit

    def sighted(self, sightings: Sequence[Sighting]) -> None:
        """The codes that came into view with one frame. The most telling one is answered; what stands beside it is passed over."""
        codes = [
            recognise(s.untrusted_text, symbology=s.symbology, patterns=self._patterns, fragment=s.fragment)
            for s in sightings
        ]
        quiet = self.shown.state in _ANSWERED and self._patience.seconds < QUIET
        self._safely(lambda: self._answers.seen(codes, beside_an_answer=quiet))

    def tapped(self, what: Tap | Key) -> None:
        """A touch or a key. What the screen no longer offers is passed over: the finger was late."""
        self.attend()
        self._safely(lambda: self._key(what) if isinstance(what, Key) else self._tap(what))

    def attend(self) -> None:
        """Somebody is here: the screen stays, and what it let go of is theirs again."""
        self._patience.begin()
        self._answers.step_up()

    @property
    def leaving(self) -> int | None:
        """Whole seconds until the screen gives way, once it asks whether anybody is there; None while it does not."""
        return self._patience.left(Standing(self.shown.state, self._answers.adds, self.in_own_manner))

    def tick(self) -> None:
        """Time passes: screens give way, visits close, overrides settle, a broken store is tried again. Call a few times a second."""
        if self.shown.state is State.OUT_OF_ORDER:
            self._try_to_mend()
        else:
            self._safely(self._pass_time)

    def reader_works(self, works: bool) -> None:
        """The reader came or went: what is typed serves meanwhile, and the screen says so."""
        self._answers.reader_works = works
        if isinstance(self.shown, shown.Ready | shown.Found) and self.shown.reader_works is not works:
            self._put(replace(self.shown, reader_works=works))

    def leave(self) -> None:
        """Nobody stands here any more: nothing of the last visit stays on the screen."""
        if self.shown.state not in AT_REST | {State.OUT_OF_ORDER}:
            self._safely(lambda: self._ready(Event.BACK))

    def out_of_order(self, code: str) -> None:
        """Something that serving needs is gone; `code` is one of `desk.faults`.

        A store is tried again after a while, but for a damaged one: that waits for a technician and a new start.
        """
        standing, broken = self.shown, shown.OutOfOrder(code, self._settings.depot.line)
        if standing in {broken, replace(broken, code=STORE_DAMAGED)}:
            return
        self._answers.forget()
        self._mend_at = math.inf if code == STORE_DAMAGED else self._clock.monotonic() + MEND_EVERY
        if isinstance(standing, shown.OutOfOrder):
            self._put(broken)
        else:
            self._go(Event.BROKEN, broken)

    def _tap(self, tap: Tap) -> Answer | None:  # noqa: PLR0911  # one way out a tap
        on_screen = self._answers.visit is not None
        found = on_screen and self.shown.state is State.FOUND
        match tap:
            case Tap.TYPE_A_CODE | Tap.ANOTHER_CODE:
                if self._keypad.rests():
                    return self._answers.locked()
                self._answers.adding = found and tap is Tap.ANOTHER_CODE
                return Event.TYPE, self._keypad.begin()
            case Tap.TYPE_LABEL if found or (on_screen and self.shown.state is State.OTHER_BARCODE):
                return Event.TYPE, self._keypad.begin_label()
            case Tap.I_HAVE_IT if found:
                return self._answers.confirmed()
            case Tap.WHAT_IS_KEPT:
                return Event.ASK_WHAT_IS_KEPT, notice(self._settings)
            case Tap.MY_PARCEL | Tap.NEXT_PARCEL | Tap.LET_GO:
                return self._about_mine(tap)
            case Tap.BACK | Tap.PUT_BACK if on_screen and self.shown.state is not State.FOUND:
                return self._answers.found(Event.PLACE_AGAIN)
            case Tap.BACK | Tap.PUT_BACK if self.shown.state not in AT_REST:
                return self._ready(Event.BACK)
            case _ if tap in _CALLS:
                why = _CALLED_FROM.get(self.shown.state, Why.HELP) if tap is Tap.CALL_DESK else _CALLS[tap]
                self._call(why, self.shown)
                staffed, depot = is_staffed(self._store, self._clock), self._settings.depot
                return Event.CALL, shown.DeskCalled(why, staffed=staffed, hours=depot.hours, line=depot.line)
        return None

    def _about_mine(self, tap: Tap) -> Answer | None:
        """What is kept about the parcels of who showed their code; what can go is deleted only after their visit."""
        value, parcels, finished = self.shown, self._answers.mine(), self._answers.visit is None
        asked = value.state in {State.FOUND, State.DONE} or (isinstance(value, shown.Refused) and value.mine)
        if not parcels:
            return None
        if tap is Tap.MY_PARCEL and asked:
            return Event.ASK_ABOUT_MINE, self._mine.first(parcels, finished=finished)
        if tap is Tap.NEXT_PARCEL and value.state is State.MY_PARCEL:
            return Event.ASK_ABOUT_MINE, self._mine.next(parcels, finished=finished)
        if tap is Tap.LET_GO and isinstance(value, shown.MyParcel) and value.can_go:
            return Event.ASK_ABOUT_MINE, self._mine.let_go(parcels)
        return None

    def _call(self, why: Why, value: Shown, *, by_itself: bool = False) -> None:
        reason = value.reason if isinstance(value, shown.Refused) else None
        self._calls.call(self.name, why, reason=reason, parcels=self._answers.about(), by_itself=by_itself)

    def _mind_failures(self, event: Event, value: Shown) -> Answer:
        """One failed scan after another calls the desk by itself."""
        why = self._failures.after(event, self._clock.monotonic())
        if why is None:
            return event, value
        self._call(why, value, by_itself=True)
        if isinstance(value, shown.Refused):
            value = replace(value, desk_knows=is_staffed(self._store, self._clock))
        return event, value

    def _key(self, key: Key) -> Answer | None:
        if self.shown.state is not State.TYPING:
            return None
        typed = self._keypad.press(key.character)
        if typed is None:
            self._put(self._keypad.show())
            return None
        if not self._keypad.for_label:
            return self._answers.typed_code(typed)
        return self._answers.typed_label(typed) if self._answers.visit is not None else self._ready(Event.TIME_OUT)

    def _pass_time(self) -> Answer | None:
        self._visits.close_overdue()
        override.settle(self._store, self._clock)
        at_rest, left = self.shown.state in AT_REST, self.leaving
        if left == 0 and not at_rest:
            return self._ready(Event.TIME_OUT)
        if left == 0:
            self._put(self.shown)
        elif left is not None:
            self._answers.step_aside()
        return self._open_or_close() if at_rest else None

    def _open_or_close(self) -> Answer | None:
        """By the depot's hours, at rest only: whoever is being served is served to the end."""
        closed = self._opening.closed()
        if closed is not None:
            return (Event.CLOSED, closed) if closed != self.shown else None
        return (Event.OPENED, self._welcome()) if self.shown.state is State.CLOSED else None

    def _ready(self, event: Event) -> Answer:
        """The screen at rest: READY, or CLOSED outside the depot's hours."""
        self._answers.forget()
        closed = self._opening.closed()
        return (Event.CLOSED, closed) if closed else (event, self._welcome())

    def _welcome(self) -> shown.Ready:
        return shown.Ready(self._answers.reader_works, self._settings.codes.first == "typed")

    def _safely(self, work: Callable[[], Answer | None]) -> None:
        """Show what `work` answers; a store that fails in it puts the station out of order, with nothing half done."""
        if self.shown.state is State.OUT_OF_ORDER:
            return
        try:
            answer = work()
            answer = answer and self._mind_failures(*answer)
        except StoreFault as fault:
            log.error("the store failed: %s", type(fault).__name__)
            self.out_of_order(code_of(fault))
            return
        if answer is not None:
            self._go(*answer)

    def _go(self, event: Event, value: Shown) -> None:
        """Take the way that the table has for `event`; the value must be of the state it leads to."""
        state = step(self.shown.state, event)
        if state is not value.state:
            raise AssertionError(f"{event} leads to {state}, not to {value.state}")
        if state is not State.TYPING:
            self._keypad.clear()
            self._answers.adding = False
        self._put(value)

    def _put(self, value: Shown) -> None:
        self.shown = value
        self._patience.begin()
        self._answers.settle()
        self._changed(value)

    def _try_to_mend(self) -> None:
        if self._clock.monotonic() < self._mend_at:
            return
        try:
            self._store.try_again()
        except StoreFault as fault:
            self._mend_at = self._clock.monotonic() + MEND_EVERY
            self.out_of_order(code_of(fault))
        else:
            self._go(Event.MENDED, self._welcome())
