"""The clerks' window: who is signed in, which task stands in it, and what each key, scan and touch leads to.

Nobody's panel outlives the sign-in: a window that locks, or is signed out of, shows nothing of what stood in it.
"""

import contextlib
import logging
import math
from collections.abc import Callable

from kiosk.clock import Clock
from kiosk.codes.token import Badge
from kiosk.desk import override
from kiosk.desk.calls import Calls
from kiosk.desk.counter.answering import answering
from kiosk.desk.counter.lists import Board
from kiosk.desk.counter.morning import welcomed
from kiosk.desk.counter.panel import Bar, Do, Happened, Kind, Panel, Tell
from kiosk.desk.counter.papers import Papers
from kiosk.desk.counter.proving import is_proof, proving
from kiosk.desk.counter.signing_in import PinPad, SigningIn, ask_pin, badge_in
from kiosk.desk.counter.task import AtHand, Step, Task, attempt
from kiosk.desk.counter.ways import WAYS, ways_of
from kiosk.desk.pin_check import Why
from kiosk.desk.print_queue import PrintQueue
from kiosk.desk.returns import Returns
from kiosk.desk.search import Search
from kiosk.desk.sign_in import SignIn
from kiosk.desk.tools import Backups, Doctor
from kiosk.desk.watch import Watch
from kiosk.errors import KioskFault, StoreFault
from kiosk.policy.roles import Act, lacking
from kiosk.reader.wire import Frame
from kiosk.settings import Settings
from kiosk.store import Store

log = logging.getLogger(__name__)

LOOK_EVERY = 0.5
"""Seconds between two looks at what changed by itself."""
PIN_PATIENCE = 30.0
"""Seconds without a key after which nobody is asked for a PIN any more."""


class Counter:
    """One window for clerks. Used from one thread; `changed` is told whenever there is something new to show."""

    def __init__(
        self,
        name: str,
        store: Store,
        settings: Settings,
        clock: Clock,
        *,
        calls: Calls,
        changed: Callable[[], None],
        printing: PrintQueue | None = None,
        papers: Papers,
        at_station: bool = False,
        doctor: Doctor | None = None,
        backups: Backups | None = None,
    ) -> None:
        self.name = name
        sign_in = SignIn(name, store, settings, clock)
        self.hand = AtHand(
            store=store,
            settings=settings,
            clock=clock,
            sign_in=sign_in,
            search=Search(store, settings, clock),
            returns=Returns(store, clock),
            watch=Watch(store),
            calls=calls,
            printing=printing,
            papers=papers,
            at_station=at_station,
            doctor=doctor,
            backups=backups,
        )
        self._changed = changed
        self._next_look = self._acted = 0.0
        self._task: Task = self._signing_in()
        self._bar = Bar(at_station=at_station)
        self.panel = Panel(Kind.SIGNED_OUT)
        self._follow(lambda: self._task)

    @property
    def bar(self) -> Bar:
        """Who is signed in, for how long, and who calls."""
        return self._bar

    @property
    def is_open(self) -> bool:
        """Whether somebody is signed in, or is about to be."""
        return self.hand.sign_in.seat is not None or not isinstance(self._task, SigningIn)

    @property
    def was_refused(self) -> bool:
        """Whether a badge was shown just now that opens nothing."""
        return (
            self.panel.kind is Kind.SIGNED_OUT and self.panel.tell is not None and isinstance(self.panel.tell.what, Why)
        )

    def types(self, untrusted_text: str) -> None:
        """The box holds this text now."""
        self._act(lambda: self._task.types(_whole(untrusted_text)))

    def enters(self) -> None:
        """Enter was pressed."""
        self._act(self._task.enters)

    def scans(self, untrusted_text: str) -> None:
        """A code was scanned. A badge signs in, whatever stands there."""
        self._act(lambda: self._scan(_whole(untrusted_text)))

    def shows_badge(self, badge: Badge) -> None:
        """A badge at a station's reader: the station becomes the desk."""
        self._act(lambda: self._signing_in().shows(badge))

    def chooses(self, row: int) -> None:
        """A row was touched; where the rows are others by now, the finger was late."""
        shown = self.panel.rows[row : row + 1]
        self._act(lambda: self._task.chooses(row) if self._task.panel().rows[row : row + 1] == shown else self._task)

    def does(self, do: Do) -> None:
        """A button was touched."""
        self._act(lambda: self._do(do))

    def sees(self, frame: Frame) -> None:
        """The station's reader reports a frame: for whoever aims it."""
        self._task.sees(frame)

    def touched(self) -> None:
        """Somebody is there: the ninety seconds begin anew."""
        self.hand.sign_in.touch()

    def tick(self) -> None:
        """Time passes. Call a few times a second."""
        if self.hand.clock.monotonic() >= self._next_look:
            self._safely(self._pass_time)

    def close(self) -> None:
        """Lock the window before it goes."""
        self._safely(self._lock)

    def _act(self, work: Callable[[], Step]) -> None:
        if self._is_over():
            self._safely(self._lock)
            return
        self.hand.sign_in.touch()
        self._acted = self.hand.clock.monotonic()
        self._task.tell = None
        self._safely(work)

    def _is_over(self) -> bool:
        """Whether whoever was signed in is so no more, by time or because they were disabled: then nothing more is done in their name."""
        seat = self.hand.sign_in.seat
        if seat is None:
            return not self._task.signs_in
        try:
            return self.hand.store.clerks.get(seat.clerk).disabled_at is not None
        except StoreFault:
            return False  # the act itself will meet it

    def _scan(self, untrusted_text: str) -> Step:
        if is_proof(untrusted_text) and self.hand.sign_in.seat is not None:
            return proving(self.hand, untrusted_text, self._task)
        badge = badge_in(self.hand, untrusted_text)
        if badge is None or self.panel.kind in {Kind.SIGNED_OUT, Kind.SECOND}:
            return self._task.scans(untrusted_text) if self._task.takes_scans else self._task
        standing, signing = self.hand.sign_in.seat, self._signing_in()
        answer = signing.shows(badge)
        if standing is None or self.hand.sign_in.seat != standing:
            return answer
        if answer is signing:
            return self._task.told(signing.tell)  # a badge that opens nothing takes nobody's work away
        if isinstance(answer, PinPad):
            answer.back = self._task
            return answer
        return self._task

    def _do(self, do: Do) -> Step:  # noqa: PLR0911  # one way out a button
        match do:
            case Do.SIGN_OUT:
                self.hand.sign_in.sign_out()
                return self._signing_in().told(Tell(Happened.SIGNED_OUT, good=True))
            case Do.LOCK:
                return self._lock()
            case Do.UNDO:
                return self._undo()
            case Do.CALL:
                return answering(self.hand, self._task)
            case Do.PRINT_AGAIN if self.hand.printing is not None:
                self.hand.printing.again()
                return self._task
            case _ if do in WAYS and self._on_board():
                return WAYS[do](self.hand, self._task)
            case _:
                return self._task.does(do)

    def _on_board(self) -> bool:
        return self.hand.sign_in.seat is not None and isinstance(self._task, Board)

    def _undo(self) -> Step:
        hand, made = self.hand, self.hand.last_override
        if made is None:
            return self._task

        def then() -> Step:
            hand.last_override = None
            return self._board().told(Tell(Happened.UNDONE, good=True))

        return attempt(self._task, lambda seat: override.undo(hand.store, hand.clock, seat, made), then, ask_pin)

    def _lock(self) -> Step:
        self.hand.sign_in.lock()
        return self._signing_in().told(Tell(Happened.LOCKED))

    def _signing_in(self) -> SigningIn:
        return SigningIn(self.hand, welcome=lambda: welcomed(self.hand, self._board()))

    def _board(self) -> Task:
        clerk = self.hand.store.clerks.get(self.hand.seat.clerk)
        return Board(self.hand, ways_of(self.hand, clerk.role))

    def _pass_time(self) -> Step:
        self._next_look = self.hand.clock.monotonic() + LOOK_EVERY
        self.hand.sign_in.tick()
        if self._is_over() and self.hand.sign_in.seat is not None:
            return self._lock()
        override.settle(self.hand.store, self.hand.clock)
        if self.hand.sign_in.seat is not None or self.panel.kind is Kind.SIGNED_OUT:
            return self._task.tick()
        is_asked = self.panel.kind is Kind.PIN and self.hand.clock.monotonic() - self._acted < PIN_PATIENCE
        return self._task if is_asked else self._signing_in().told(Tell(Happened.LOCKED))

    def _safely(self, work: Callable[[], Step]) -> None:
        if self._follow(work):
            self._changed()

    def _follow(self, work: Callable[[], Step]) -> bool:
        """Do it and see what came of it; a store that fails shows so, and is tried again with every act. Whether anything changed."""
        try:
            self._task = work() or self._after()
            panel, bar = self._task.panel(), self._bar_now()
        except StoreFault as fault:
            log.error("the store failed at the desk: %s", type(fault).__name__)
            with contextlib.suppress(StoreFault):
                self.hand.sign_in.lock()  # nobody stays signed in behind a screen that says nothing of them
            self._task = self._signing_in()
            panel, bar = Panel(Kind.OUT_OF_ORDER, box=False), Bar(at_station=self.hand.at_station)
        except KioskFault as fault:
            log.error("an act at the desk was not done: %s", type(fault).__name__)
            self._task = self._signing_in() if self.hand.sign_in.seat is None else self._board()
            self._task.tell = Tell(Happened.NOT_DONE)
            panel, bar = self._task.panel(), self._bar_now()
        changed = (panel, bar) != (self.panel, self._bar)
        self.panel, self._bar = panel, bar
        return changed

    def _after(self) -> Task:
        """A task is done: back to the board, with word of an override that was just made."""
        if self.hand.sign_in.seat is None:
            return self._signing_in()
        made = self._undo_in() > 0 and self.panel.kind in {Kind.RELEASE, Kind.SECOND, Kind.PIN}
        return self._board().told(Tell(Happened.HANDED_OVER, good=True) if made else None)

    def _undo_in(self) -> int:
        made = self.hand.last_override
        if made is None:
            return 0
        standing = self.hand.store.overrides.get(made)
        if not standing.is_pending:
            return 0
        left = standing.made_at + override.UNDO_WITHIN - self.hand.clock.now()
        return max(0, math.ceil(left.total_seconds()))

    def _bar_now(self) -> Bar:
        seat, hand = self.hand.sign_in.seat, self.hand
        if seat is None:
            return Bar(at_station=hand.at_station)
        sees = lacking(hand.store.clerks.get(seat.clerk).role, Act.LOOK_UP, with_pin=True) is None
        open_calls = hand.calls.open() if sees else ()
        return Bar(
            clerk=hand.store.clerks.get(seat.clerk).name,
            locks_in=math.ceil(hand.sign_in.locks_in()),
            undo_in=self._undo_in(),
            call=open_calls[0] if open_calls else None,
            calls=len(open_calls),
            kept=len(hand.printing.kept) if hand.printing else 0,
            at_station=hand.at_station,
        )


def _whole(untrusted_text: str) -> str:
    """The text without halves of characters, which a box that is full may leave and no file can hold."""
    return untrusted_text.encode("utf-8", "replace").decode()
