"""Signing in at the desk's window, the PIN in between, and the second person beside a clerk."""

import random
from collections.abc import Callable

from kiosk.codes.recognise import recognise
from kiosk.codes.token import Badge
from kiosk.desk.counter.panel import Do, Happened, Kind, Panel, Tell, TextRow
from kiosk.desk.counter.task import AtHand, Step, Task
from kiosk.desk.patterns import code_patterns
from kiosk.desk.pin_check import Denied, Why
from kiosk.desk.seat import Seat
from kiosk.desk.sign_in import AskPin
from kiosk.policy.pin import MOST_DIGITS
from kiosk.policy.roles import Role

DIGITS = "1234567890"
_shuffled = random.SystemRandom()


def badge_in(hand: AtHand, untrusted_text: str) -> Badge | None:
    """The badge that a text is, if it is one."""
    code = recognise(untrusted_text.encode("utf-8", "replace"), symbology="", patterns=code_patterns(hand.settings))
    return code if isinstance(code, Badge) else None


def denied(why: Denied) -> Tell:
    """Why nobody was signed in, as a line."""
    return Tell(why.why, seconds=why.seconds)


def keys_for(hand: AtHand) -> str:
    """The digits of a PIN pad: in another order each time, where customers may look on."""
    keys = list(DIGITS)
    if hand.at_station:
        _shuffled.shuffle(keys)
    return "".join(keys)


class SigningIn(Task):
    """Nobody is signed in: a badge is scanned, or, in the desk's own window, a short name given."""

    signs_in = True

    def __init__(self, hand: AtHand, *, welcome: Callable[[], Task]) -> None:
        super().__init__(hand)
        self._welcome = welcome

    def panel(self) -> Panel:
        """Short names to touch, where the window is the desk's own."""
        names = tuple(TextRow(name) for name in self._names())
        return Panel(Kind.SIGNED_OUT, rows=names, typed=self.typed, tell=self.tell)

    def _names(self) -> list[str]:
        if self.hand.at_station:
            return []
        return [one.name for one in self.hand.store.clerks.all() if one.disabled_at is None]

    def enters(self) -> Step:
        """A badge, or a name."""
        text, self.typed = self.typed.strip(), ""
        badge = badge_in(self.hand, text)
        if badge is not None:
            return self.shows(badge)
        if self.hand.at_station or not text:
            return self.told(Tell(Happened.NOT_A_BADGE))
        return self._after(self.hand.sign_in.give_name(text))

    def shows(self, badge: Badge) -> Step:
        """A badge was shown."""
        return self._after(self.hand.sign_in.show_badge(badge))

    def chooses(self, row: int) -> Step:
        """A name was touched."""
        return self._after(self.hand.sign_in.give_name(self._names()[row]))

    def _after(self, answer: Seat | AskPin | Denied) -> Step:
        if isinstance(answer, Denied):
            return self.told(denied(answer))
        return self._welcome() if isinstance(answer, Seat) else PinPad(self.hand, answer.name, self._welcome, self)


class PinPad(Task):
    """The PIN of the clerk who was asked for it; on a customers' screen its keys stand in another order each time."""

    takes_scans = False
    signs_in = True

    def __init__(self, hand: AtHand, name: str, then: Callable[[], Step], back: Task) -> None:
        super().__init__(hand)
        self.back, self._name, self._then = back, name, then
        self._keys = keys_for(hand)

    def panel(self) -> Panel:
        """Dots, and keys."""
        return Panel(
            Kind.PIN,
            typed=self.typed,
            hidden=True,
            keys=self._keys,
            tell=self.tell,
            name=self._name,
            acts=(Do.GO_ON,),
            ways=(Do.BACK,),
        )

    def types(self, untrusted_text: str) -> Step:
        """Digits only; a PIN has no other."""
        self.typed = "".join(sign for sign in untrusted_text if sign in DIGITS)[:MOST_DIGITS]
        return self

    def enters(self) -> Step:
        """The PIN is whole."""
        pin, self.typed = self.typed, ""
        answer = self.hand.sign_in.type_pin(pin)
        if isinstance(answer, Seat):
            return self._then()
        if answer.why is Why.WRONG_PIN:
            return self.told(denied(answer))
        return self.back.told(denied(answer)) if self.back else None

    def does(self, do: Do) -> Step:
        """Go on, or back."""
        return self.enters() if do is Do.GO_ON else super().does(do)


def ask_pin(hand: AtHand, then: Callable[[], Step], back: Task) -> Task:
    """The PIN of whoever is signed in, for an act that a badge alone is not enough for."""
    asked = hand.sign_in.ask_pin()
    if isinstance(asked, Denied):
        return back.told(denied(asked))
    return PinPad(hand, asked.name, then, back)


class SecondPerson(Task):
    """A supervisor beside signs, too: badge or name, then the PIN. Where none is on shift, the signature may be owed."""

    def __init__(self, hand: AtHand, then: Callable[[Seat | None], Step], back: Task, *, may_be_owed: bool) -> None:
        super().__init__(hand)
        self.back, self._then, self._may_be_owed = back, then, may_be_owed
        self._who: Badge | str | None = None
        self._keys = keys_for(hand)

    def panel(self) -> Panel:
        """First who, then the PIN."""
        if self._who is not None:
            return Panel(
                Kind.PIN,
                typed=self.typed,
                hidden=True,
                keys=self._keys,
                tell=self.tell,
                name=self._who if isinstance(self._who, str) else "",
                acts=(Do.GO_ON,),
                ways=(Do.BACK,),
            )
        rows = tuple(TextRow(name) for name in self._names())
        acts = (Do.OWE,) if self._may_be_owed else ()
        return Panel(Kind.SECOND, rows=rows, typed=self.typed, acts=acts, ways=(Do.BACK,), tell=self.tell)

    def _names(self) -> list[str]:
        if self.hand.at_station:
            return []
        clerks = self.hand.store.clerks.all()
        return [
            one.name
            for one in clerks
            if one.role is Role.SUPERVISOR and one.disabled_at is None and one.id != self.hand.seat.clerk
        ]

    def types(self, untrusted_text: str) -> Step:
        """A name, or digits."""
        if self._who is None:
            return super().types(untrusted_text)
        self.typed = "".join(sign for sign in untrusted_text if sign in DIGITS)[:MOST_DIGITS]
        return self

    def scans(self, untrusted_text: str) -> Step:
        """A badge says who."""
        badge = badge_in(self.hand, untrusted_text)
        if badge is None:
            return self.told(Tell(Happened.NOT_A_BADGE))
        self._who, self.typed, self.tell = badge, "", None
        return self

    def chooses(self, row: int) -> Step:
        """A name was touched."""
        self._who, self.typed, self.tell = self._names()[row], "", None
        return self

    def enters(self) -> Step:
        """The name, or the PIN, is whole."""
        text, self.typed = self.typed.strip(), ""
        if self._who is None:
            self._who, self.tell = badge_in(self.hand, text) or text, None
            return self
        answer = self.hand.sign_in.second(self._who, text)
        if isinstance(answer, Seat):
            return self._then(answer)
        if answer.why is not Why.WRONG_PIN:
            self._who = None
        return self.told(denied(answer))

    def does(self, do: Do) -> Step:
        """Go on, owe it, or back."""
        if do is Do.GO_ON:
            return self.enters()
        return self._then(None) if do is Do.OWE and self._may_be_owed else super().does(do)
