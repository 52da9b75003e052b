"""Finding a parcel by one box, and what may be done with the one that was found."""

from collections.abc import Callable

from kiosk.desk import intake, paper
from kiosk.desk.counter.by_hand import ByHand, Correcting
from kiosk.desk.counter.handling import Coding, Disputing, MixedUp, OnPaper, Placing, Settling
from kiosk.desk.counter.panel import Do, Happened, Kind, Panel, Tell
from kiosk.desk.counter.signing_in import ask_pin
from kiosk.desk.counter.task import AtHand, Step, Task, attempt, tell_of
from kiosk.desk.declined import Declined
from kiosk.desk.override import HERE
from kiosk.desk.returns import FROM
from kiosk.desk.search import Hit
from kiosk.desk.seat import Seat
from kiosk.parcel import GONE, Parcel, ParcelState
from kiosk.policy.roles import TABLE, Act, Needs

MOST = 24
"""Parcels shown at once: more than a screen holds, fewer than anybody reads."""

_OFFERS: tuple[tuple[Do, Act, frozenset[ParcelState]], ...] = (
    (Do.CONFIRM, Act.CONFIRM, FROM[Act.CONFIRM]),
    (Do.HAND_OVER, Act.OVERRIDE, HERE),
    (Do.FOUND_AGAIN, Act.FOUND_AGAIN, FROM[Act.FOUND_AGAIN]),
    (Do.MIX_UP, Act.LOOK_UP, frozenset({ParcelState.MISSING})),
    (Do.CLOSE_DISPUTE, Act.CLOSE_DISPUTE, FROM[Act.CLOSE_DISPUTE]),
    (Do.CORRECT, Act.CORRECT_OVERRIDE, frozenset({ParcelState.HANDED_OVER})),
    (Do.MOVE, Act.MOVE, FROM[Act.MOVE]),
    (Do.NEW_CODE, Act.ISSUE_CODE, frozenset(ParcelState) - GONE),
    (Do.CANNOT_BE_FOUND, Act.CANNOT_BE_FOUND, FROM[Act.CANNOT_BE_FOUND]),
    (Do.PAPER, Act.ENTER_PAPER, paper.FROM),
    (Do.OPEN_DISPUTE, Act.OPEN_DISPUTE, FROM[Act.OPEN_DISPUTE]),
    (Do.RETURN, Act.RETURN, FROM[Act.RETURN]),
)
"""Each act: in which states of a parcel it is offered, the likeliest first."""


def offers(hand: AtHand, parcel: Parcel) -> tuple[Do, ...]:
    """What whoever is signed in can do with a parcel as it stands."""
    clerk = hand.store.clerks.get(hand.seat.clerk)
    return tuple(
        do for do, act, states in _OFFERS if parcel.state in states and TABLE[act][clerk.role] is not Needs.REFUSED
    )


class Finding(Task):
    """The board: one box, the parcels that fit, and the acts for the chosen one. `parcel`: one that a list led to."""

    def __init__(
        self,
        hand: AtHand,
        *,
        ways: tuple[Do, ...] = (),
        text: str = "",
        parcel: Parcel | None = None,
        back: Task | None = None,
    ) -> None:
        super().__init__(hand)
        self.back = back
        self._ways = ways or (Do.BACK,)
        self._only = parcel.id if parcel else None
        self._hits: tuple[Hit, ...] = ()
        self._chosen: int | None = None
        self.typed = text
        self._look()

    def panel(self) -> Panel:
        """The parcels that fit; the only one is chosen by itself."""
        rows = tuple(self.hand.row_of(hit) for hit in self._hits)
        chosen = self._parcel()
        acts = offers(self.hand, chosen) if chosen else ()
        return Panel(Kind.FIND, rows, self._chosen, acts, self._ways, typed=self.typed, tell=self.tell)

    def types(self, untrusted_text: str) -> Step:
        """Results come as one types."""
        self.typed, self.tell, self._only = untrusted_text, None, None
        self._look()
        return self

    def scans(self, untrusted_text: str) -> Step:
        """Another parcel."""
        self._only = None
        return super().scans(untrusted_text)

    def enters(self) -> Step:
        """What was scanned or typed is whole: say so where it fits nothing."""
        self._look()
        if self.typed.strip() and not self._hits and self.tell is None:
            self.tell = Tell(Happened.NOT_HERE)
        return self

    def chooses(self, row: int) -> Step:
        """This one is meant."""
        self._chosen = row if row < len(self._hits) else None
        return self

    def does(self, do: Do) -> Step:
        """An act on the chosen parcel, as it stands at this moment."""
        parcel = self._parcel()
        if parcel is None or do is Do.BACK:
            return super().does(do)
        made: dict[Do, Callable[[], Step]] = {
            Do.HAND_OVER: lambda: ByHand(self.hand, parcel, self),
            Do.CORRECT: lambda: Correcting(self.hand, parcel, self),
            Do.MOVE: lambda: Placing(self.hand, parcel, self, found=False),
            Do.FOUND_AGAIN: lambda: Placing(self.hand, parcel, self, found=True),
            Do.NEW_CODE: lambda: self._new_code(parcel),
            Do.MIX_UP: lambda: MixedUp(self.hand, parcel, self),
            Do.OPEN_DISPUTE: lambda: Disputing(self.hand, parcel, self),
            Do.CLOSE_DISPUTE: lambda: Settling(self.hand, parcel, self),
            Do.PAPER: lambda: OnPaper(self.hand, parcel, self),
            Do.CONFIRM: lambda: self._at_once(parcel, self.hand.returns.confirm, Happened.CONFIRMED),
            Do.RETURN: lambda: self._at_once(parcel, self.hand.returns.give_back, Happened.RETURNED),
            Do.CANNOT_BE_FOUND: lambda: self._missing(parcel),
        }
        return made[do]() if do in made else self

    def told(self, tell: Tell | None) -> Task:
        """The same parcels, as they stand now."""
        self._look()
        return super().told(tell)

    def _look(self) -> None:
        if self._only is not None:
            parcel = self.hand.store.parcels.get(self._only)
            self._hits, self._chosen = (self.hand.hit(parcel),), 0
            return
        kept = self._hits[self._chosen].parcel if self._chosen is not None else None
        found = self.hand.search.find(self.hand.seat, self.typed, limit=MOST)
        if isinstance(found, Declined):
            self._hits, self._chosen, self.tell = (), None, tell_of(self.hand, found)
            return
        self._hits = found
        ids = [hit.parcel for hit in found]
        self._chosen = ids.index(kept) if kept in ids else 0 if len(ids) == 1 else None

    def _parcel(self) -> Parcel | None:
        return self.hand.store.parcels.get(self._hits[self._chosen].parcel) if self._chosen is not None else None

    def _at_once(self, parcel: Parcel, act: Callable[[Seat, int], Declined | None], happened: Happened) -> Step:
        return attempt(self, lambda seat: act(seat, parcel.id), lambda: self.told(Tell(happened, good=True)), ask_pin)

    def _missing(self, parcel: Parcel) -> Step:
        def then() -> Step:
            gone = self.hand.store.parcels.get(parcel.id)
            return MixedUp(self.hand, gone, self).told(Tell(Happened.MISSING, good=True))

        return attempt(self, lambda seat: self.hand.returns.cannot_be_found(seat, parcel.id), then, ask_pin)

    def _new_code(self, parcel: Parcel) -> Step:
        issued = intake.issue_at_desk(self.hand.store, self.hand.settings, self.hand.clock, self.hand.seat, parcel.id)
        if isinstance(issued, Declined):
            return self.told(tell_of(self.hand, issued))
        return Coding(self.hand, issued, self)
