"""The desk's lists, a parcel of each one opened like any other, and the signatures that are owed."""

from dataclasses import replace
from enum import StrEnum

from kiosk.desk import override
from kiosk.desk.counter.finding import Finding
from kiosk.desk.counter.panel import ChoiceRow, Do, Happened, Kind, Panel, Tell, TextRow
from kiosk.desk.counter.shelving import Shelving
from kiosk.desk.counter.signing_in import ask_pin
from kiosk.desk.counter.task import AtHand, Step, Task, attempt
from kiosk.desk.declined import declined
from kiosk.desk.watch import PAGE
from kiosk.parcel import Parcel, ParcelState
from kiosk.policy.roles import Act
from kiosk.store.overrides import Override


class Listed(StrEnum):
    """The lists, the most pressing first."""

    PAST_DAY = "past_day"
    UNCHECKED = "unchecked"
    MISSING = "missing"
    BRING = "bring"
    DISPUTED = "disputed"
    OWED = "owed"
    WAITING = "waiting"
    EXPECTED = "expected"
    MOVED = "moved"
    RETURNED = "returned"


_STATES = {
    Listed.UNCHECKED: ParcelState.UNCHECKED,
    Listed.MISSING: ParcelState.MISSING,
    Listed.DISPUTED: ParcelState.DISPUTED,
    Listed.WAITING: ParcelState.WAITING,
    Listed.EXPECTED: ParcelState.EXPECTED,
    Listed.RETURNED: ParcelState.RETURNED,
}


def parcels_of(hand: AtHand, listed: Listed, page: int = 0) -> list[Parcel]:
    """One page of what stands on a list."""
    if listed is Listed.PAST_DAY:
        return hand.watch.past_day(hand.clock.today(), page)
    if listed is Listed.MOVED:
        return hand.watch.moved(page)
    if listed is Listed.BRING:
        return [] if page else hand.watch.to_bring(hand.calls.open())
    return hand.watch.in_state(_STATES[listed], page)


PRESSING = (Listed.BRING, Listed.PAST_DAY, Listed.UNCHECKED, Listed.MISSING, Listed.DISPUTED, Listed.OWED)


def count_of(hand: AtHand, listed: Listed) -> int:
    """How many stand on a list in all."""
    if listed is Listed.PAST_DAY:
        return hand.watch.count_past_day(hand.clock.today())
    if listed is Listed.MOVED:
        return hand.watch.count_moved()
    if listed is Listed.BRING:
        return len(hand.watch.to_bring(hand.calls.open()))
    return len(hand.watch.owed()) if listed is Listed.OWED else hand.watch.count_in_state(_STATES[listed])


def opened(hand: AtHand, listed: Listed, back: Task) -> Task:
    """The panel of a list."""
    return Owing(hand, back) if listed is Listed.OWED else OneList(hand, listed, back)


class Board(Finding):
    """Where a clerk begins: the box; while nothing is typed, the lists that something stands on."""

    def __init__(self, hand: AtHand, ways: tuple[Do, ...]) -> None:
        super().__init__(hand, ways=ways)
        self._lists: list[Listed] = []

    def panel(self) -> Panel:
        """Parcels that fit, or what is pressing."""
        may_look = declined(self.hand.store, self.hand.seat, Act.LOOK_UP) is None
        if self.typed.strip() or not may_look:
            return super().panel()
        counts = {one: count_of(self.hand, one) for one in PRESSING}
        self._lists = [one for one, count in counts.items() if count]
        rows = tuple(ChoiceRow(one, count=counts[one]) for one in self._lists)
        return replace(super().panel(), rows=rows, chosen=None, acts=())

    def chooses(self, row: int) -> Step:
        """A parcel, or a list."""
        if self.typed.strip() or row >= len(self._lists):
            return super().chooses(row)
        return opened(self.hand, self._lists[row], self)


class Listing(Task):
    """Which list."""

    def __init__(self, hand: AtHand, back: Task | None) -> None:
        super().__init__(hand)
        self.back = back
        self._lists = list(Listed)

    def panel(self) -> Panel:
        """Every list with how many stand on it."""
        rows = tuple(ChoiceRow(one, count=count_of(self.hand, one)) for one in self._lists)
        return Panel(Kind.LISTS, rows, acts=(Do.SHELF,), ways=(Do.BACK,), box=False, tell=self.tell)

    def chooses(self, row: int) -> Step:
        """This one."""
        return opened(self.hand, self._lists[row], self)

    def does(self, do: Do) -> Step:
        """A shelf check begins here, too."""
        return Shelving(self.hand, self.back) if do is Do.SHELF else super().does(do)

    def scans(self, untrusted_text: str) -> Step:
        """A label: its parcel."""
        return Finding(self.hand, text=untrusted_text)


class OneList(Task):
    """The parcels of one list."""

    def __init__(self, hand: AtHand, listed: Listed, back: Task) -> None:
        super().__init__(hand)
        self.back, self._listed = back, listed
        self._parcels: list[Parcel] = []
        self._page = 0

    def panel(self) -> Panel:
        """As they stand now."""
        self._parcels = parcels_of(self.hand, self._listed, self._page)
        rows = tuple(self.hand.row(parcel) for parcel in self._parcels)
        ways = (Do.BACK, Do.NEXT_PAGE) if self._has_more() else (Do.BACK,)
        return Panel(Kind.LIST, rows, ways=ways, box=False, tell=self.tell, name=self._listed)

    def _has_more(self) -> bool:
        return len(self._parcels) == PAGE and bool(parcels_of(self.hand, self._listed, self._page + 1))

    def does(self, do: Do) -> Step:
        """Page by page, there and back."""
        if do is Do.NEXT_PAGE and self._has_more():
            self._page += 1
            return self.told(None)
        if do is Do.BACK and self._page:
            self._page -= 1
            return self.told(None)
        return super().does(do)

    def chooses(self, row: int) -> Step:
        """Its acts, as for any parcel."""
        return Finding(self.hand, parcel=self._parcels[row], back=self)

    def scans(self, untrusted_text: str) -> Step:
        """A label: its parcel."""
        return Finding(self.hand, text=untrusted_text)


class Owing(Task):
    """Overrides whose second signature is owed, and the signing."""

    def __init__(self, hand: AtHand, back: Task) -> None:
        super().__init__(hand)
        self.back = back
        self._chosen: int | None = None
        """The override's own number: rows move while colleagues sign."""
        self._owed: list[Override] = []

    def panel(self) -> Panel:
        """Who owes, why, since when."""
        self._owed = self.hand.watch.owed()
        chosen = next((row for row, made in enumerate(self._owed) if made.id == self._chosen), None)
        clerks, local = self.hand.store.clerks, self.hand.clock.local
        rows = tuple(
            TextRow(clerks.get(made.clerk).name, choice=made.reason, at=local(made.made_at)) for made in self._owed
        )
        acts = (Do.SIGN,) if chosen is not None else ()
        return Panel(Kind.OWED, rows, chosen, acts, (Do.BACK,), box=False, tell=self.tell)

    def chooses(self, row: int) -> Step:
        """This one."""
        self._chosen = self._owed[row].id
        return self.told(None)

    def does(self, do: Do) -> Step:
        """Sign it, as a supervisor, with the PIN."""
        number = self._chosen
        if do is not Do.SIGN or number is None:
            return super().does(do)
        hand = self.hand
        return attempt(
            self,
            lambda seat: override.sign_owed(hand.store, hand.clock, seat, number),
            lambda: self.told(Tell(Happened.SIGNED, good=True)),
            ask_pin,
        )
