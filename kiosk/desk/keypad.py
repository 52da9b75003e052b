"""One station's keypad: what is typed so far, and its memory for wrong codes, kept in the store across starts."""

from datetime import date

from kiosk.clock import Clock
from kiosk.codes import typed
from kiosk.codes.typed import TypedForm
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.forgetting import today
from kiosk.desk.shown import Typing
from kiosk.ledger import events
from kiosk.policy import lockout
from kiosk.settings import Settings
from kiosk.store import Attempts, Store

LABEL_LENGTH = 6
"""Characters of a waybill's end that stand in for a label that cannot be scanned."""


class Keypad:
    """Used from one thread."""

    def __init__(self, station: str, store: Store, settings: Settings, clock: Clock) -> None:
        self._station = station
        self._store = store
        self._clock = clock
        self._form = TypedForm(settings.codes.typed)
        self._typed = ""
        self.for_label = False

    def begin(self) -> Typing:
        """An empty keypad for a code."""
        self.clear()
        return self.show()

    def begin_label(self) -> Typing:
        """An empty keypad, with letters, for the end of a waybill."""
        self.clear()
        self.for_label = True
        return self.show()

    def press(self, character: str) -> str | None:
        """One key; the empty string takes the last character back. Answers the whole text once it is complete, and starts afresh."""
        self._typed = self._typed + character if character else self._typed[:-1]
        if len(self._typed) < self._length:
            return None
        whole, self._typed = self._typed, ""
        if self.for_label:
            return whole
        code = typed.parse(whole, self._form)
        return code.text if code else whole

    def clear(self) -> None:
        """Forget what was typed."""
        self._typed, self.for_label = "", False

    def show(self, *, wrong: bool = False) -> Typing:
        """The keypad as it stands."""
        letters = self.for_label or self._form is TypedForm.LETTERS
        return Typing(self._typed, self._length, letters=letters, label=self.for_label, wrong=wrong)

    def rests(self) -> int:
        """Seconds that the keypad still rests after wrong codes; 0: it serves."""
        saved = self._store.attempts.load(self._station)
        if saved is None or not saved.locked_seconds:
            return 0
        same_boot = saved.boot_id == self._clock.boot_id()
        left = lockout.remaining(
            saved.locked_seconds, saved_at=saved.boottime, now=self._clock.boottime(), same_boot=same_boot
        )
        if not same_boot:
            self._save(saved.wrong, saved.day, float(left))  # from here on it runs on this boot's clock
        return left

    def count_wrong(self) -> None:
        """A code was wrong; from a number of them on, the keypad rests."""
        in_one_act(self._store, self._clock.now(), self._count)

    def _count(self, enter: Entering) -> None:
        saved, day = self._store.attempts.load(self._station), today(self._store, self._clock)
        wrong = 1 + (lockout.counted(saved.wrong, day=saved.day, today=day) if saved else 0)
        day = max(saved.day, day) if saved else day  # a clock set back begins no new count
        seconds = lockout.after_wrong(wrong)
        self._save(wrong, day, seconds)
        if seconds:
            enter(events.KeypadLocked(self._station, int(seconds)))

    def _save(self, wrong: int, day: date, seconds: float) -> None:
        attempts = Attempts(wrong, day, seconds, self._clock.boot_id(), self._clock.boottime())
        self._store.attempts.save(self._station, attempts)

    @property
    def _length(self) -> int:
        return LABEL_LENGTH if self.for_label else typed.length(self._form)
