"""A shelf check at the counter: which shelf, then label after label, and at the end what is missing and what does not belong."""

from kiosk.desk.counter.finding import Finding
from kiosk.desk.counter.panel import Do, Fact, FactRow, Happened, Kind, Panel, ParcelRow, Row, Tell, TextRow
from kiosk.desk.counter.task import AtHand, Step, Task, tell_of
from kiosk.desk.declined import Declined
from kiosk.desk.shelf_check import Checked, Scanned, ShelfCheck
from kiosk.desk.watch import shelf_of
from kiosk.errors import KioskFault


class Shelving(Task):
    """Which shelf; those used last are offered."""

    def __init__(self, hand: AtHand, back: Task | None) -> None:
        super().__init__(hand)
        self.back = back

    def panel(self) -> Panel:
        """Shelves."""
        rows = tuple(TextRow(shelf) for shelf in self._offers())
        return Panel(Kind.SHELF, rows, ways=(Do.BACK,), typed=self.typed, tell=self.tell)

    def _offers(self) -> list[str]:
        return list(dict.fromkeys(shelf_of(place) for place in self.hand.places))

    def chooses(self, row: int) -> Step:
        """One of those offered."""
        return self.scans(self._offers()[row])

    def enters(self) -> Step:
        """A shelf."""
        text, self.typed = self.typed, ""
        try:
            check = ShelfCheck(self.hand.store, self.hand.settings, self.hand.clock, text)
        except KioskFault:
            return self.told(Tell(Happened.NO_PLACE))
        return Walking(self.hand, check, self.back)


class Walking(Task):
    """Label after label; the last one, and how many are still to be seen, stand on the panel."""

    def __init__(self, hand: AtHand, check: ShelfCheck, back: Task | None) -> None:
        super().__init__(hand)
        self.back, self._check = back, check
        self._last: Scanned | None = None

    def panel(self) -> Panel:
        """How far the walk is."""
        progress = self._check.progress()
        rows: list[Row] = [
            FactRow(Fact.SHELF, progress.shelf),
            FactRow(Fact.FOUND, progress.seen),
            FactRow(Fact.OUTSTANDING, progress.outstanding),
        ]
        if self._last is not None and self._last.hit is not None:
            rows.append(self.hand.row_of(self._last.hit))
        return Panel(Kind.SHELF_WALK, tuple(rows), acts=(Do.FINISH,), ways=(Do.BACK,), typed=self.typed, tell=self.tell)

    def enters(self) -> Step:
        """A label."""
        text, self.typed = self.typed, ""
        if not text.strip():
            return self
        scanned = self._check.scan(self.hand.seat, text)
        if isinstance(scanned, Declined):
            return self.told(tell_of(self.hand, scanned))
        self._last = scanned
        place = scanned.hit.place if scanned.hit else None
        return self.told(Tell(scanned.finding, good=scanned.finding == "here", place=place))

    def does(self, do: Do) -> Step:
        """The walk is over."""
        if do is not Do.FINISH:
            return super().does(do)
        checked = self._check.finish(self.hand.seat)
        if isinstance(checked, Declined):
            return self.told(tell_of(self.hand, checked))
        return Walked(self.hand, checked, self.back)


class Walked(Task):
    """What came out; each parcel leads to its acts: cannot be found, moved here, found again."""

    def __init__(self, hand: AtHand, checked: Checked, back: Task | None) -> None:
        super().__init__(hand)
        self.back, self._checked = back, checked

    def panel(self) -> Panel:
        """Counts, then the missing, then the strangers, as they stand now."""
        checked = self._checked
        rows: list[Row] = [FactRow(Fact.SHELF, checked.shelf), FactRow(Fact.FOUND, checked.seen)]
        rows.append(FactRow(Fact.MISSING, len(checked.missing)))
        rows += [self.hand.row(self.hand.store.parcels.get(hit.parcel)) for hit in checked.missing]
        rows.append(FactRow(Fact.STRANGE, len(checked.strangers)))
        strangers = [scanned.hit for scanned in checked.strangers if scanned.hit is not None]
        rows += [self.hand.row(self.hand.store.parcels.get(hit.parcel)) for hit in strangers]
        return Panel(Kind.SHELF_FOUND, tuple(rows), ways=(Do.FINISH,), box=False, tell=self.tell)

    def chooses(self, row: int) -> Step:
        """One of the parcels."""
        chosen = self.panel().rows[row]
        if not isinstance(chosen, ParcelRow):
            return self
        return Finding(self.hand, parcel=self.hand.store.parcels.get(chosen.parcel), back=self)

    def does(self, do: Do) -> Step:
        """Done with it."""
        return self.back if do is Do.FINISH else super().does(do)
