"""A task at the desk: one panel and what can be done at it. Each act answers with the task that comes next.

Tasks are values in time: going back is showing the earlier one again. `None` means: done, back to finding parcels.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kiosk.clock import Clock
from kiosk.codes import paper
from kiosk.codes.typed import grouped
from kiosk.desk.calls import Calls
from kiosk.desk.counter.panel import Do, Panel, ParcelRow, Tell
from kiosk.desk.counter.papers import Papers
from kiosk.desk.declined import Declined
from kiosk.desk.intake import Issued
from kiosk.desk.print_queue import PrintQueue
from kiosk.desk.returns import Returns
from kiosk.desk.search import ENDING, Hit, Mark, Search, hit_of
from kiosk.desk.seat import Seat
from kiosk.desk.sign_in import SignIn
from kiosk.desk.tools import Backups, Doctor
from kiosk.desk.watch import Watch, shelf_of
from kiosk.errors import KioskFault
from kiosk.parcel import Parcel
from kiosk.policy.roles import Lacking
from kiosk.reader.wire import Frame
from kiosk.settings import Settings
from kiosk.store import Store

OFFERED = 6
"""Places that are remembered to be offered."""


@dataclass(slots=True)
class AtHand:
    """What every task works with, and what the window remembers from one to the next."""

    store: Store
    settings: Settings
    clock: Clock
    sign_in: SignIn
    search: Search
    returns: Returns
    watch: Watch
    calls: Calls
    printing: PrintQueue | None
    papers: Papers
    at_station: bool
    doctor: Doctor | None = None
    backups: Backups | None = None
    last_override: int | None = None
    told_on: date | None = None
    """The day on which a supervisor was told what is new since yesterday."""
    places: list[str] = field(default_factory=list)
    """Places used in this session, one a shelf, the latest first."""

    @property
    def seat(self) -> Seat:
        """Who is signed in. A window that locked meanwhile leaves a seat that may do nothing."""
        return self.sign_in.seat or Seat(0, "", with_pin=False)

    def remember(self, place: str) -> None:
        """Something was laid there: the next parcel is offered the same shelf."""
        others = [one for one in self.places if shelf_of(one) != shelf_of(place)]
        self.places = [place, *others][:OFFERED]

    def prints(self, issued: Issued) -> None:
        """Put a slip on paper; what the printer does not take is kept, and offered again beside the panel."""
        parcel = issued.parcels[0]
        texts = issued.token.text, grouped(issued.typed_code), self.settings.depot.name
        if self.printing is not None:
            self.printing.add(parcel.place or "", paper.pickup_slip(*texts, parcel.place, parcel.last_day))

    def save(self, name: str, text: str) -> None:
        """Write a report into the depot's folder for them; raises `KioskFault`."""
        path = Path(self.settings.desk.reports) / name
        try:
            path.write_text(text, encoding="utf-8", newline="")
        except OSError:
            raise KioskFault("The report cannot be written. See whether the folder of desk.reports is there.") from None

    def new_row(self, waybill: str) -> ParcelRow:
        """A parcel that is in no list yet."""
        return ParcelRow(0, None, waybill[-ENDING:], None, Mark.EXPECTED)

    def row(self, parcel: Parcel) -> ParcelRow:
        """A parcel as the window shows it."""
        return self.row_of(self.hit(parcel))

    def hit(self, parcel: Parcel) -> Hit:
        """A parcel as a list has it."""
        return hit_of(self.store, self.clock.today(), parcel)

    def row_of(self, hit: Hit) -> ParcelRow:
        """A hit as the window shows it: times are the depot's."""
        since = self.clock.local(hit.since) if hit.since else None
        return ParcelRow(hit.parcel, hit.place, hit.ending or "", since, hit.mark, hit.last_day)


class Task:
    """The base of all tasks: what is not offered does nothing."""

    back: "Task | None" = None
    signs_in = False
    """Whether it may stand while nobody is signed in."""
    takes_scans = True
    """Whether a scanned code means anything here; a badge always does."""

    def __init__(self, hand: AtHand) -> None:
        self.hand = hand
        self.tell: Tell | None = None
        self.typed = ""

    def panel(self) -> Panel:
        """What to show."""
        raise NotImplementedError

    def types(self, untrusted_text: str) -> "Task | None":
        """The box holds this text now."""
        self.typed = untrusted_text
        return self

    def enters(self) -> "Task | None":
        """What stands in the box is meant."""
        return self

    def scans(self, untrusted_text: str) -> "Task | None":
        """A hand scanner or the station's reader saw a code: it stands in the box, and is meant."""
        self.typed = untrusted_text
        return self.enters()

    def chooses(self, row: int) -> "Task | None":  # noqa: ARG002  # for those that have rows
        """A row was touched. Rows are those of the panel shown."""
        return self

    def does(self, do: Do) -> "Task | None":
        """A button was touched."""
        return self.back if do is Do.BACK else self

    def tick(self) -> "Task | None":
        """Time passes."""
        return self

    def sees(self, frame: Frame) -> None:
        """The station's reader reports a frame."""

    def told(self, tell: Tell | None) -> "Task":
        """This task, with a line about what happened."""
        self.tell = tell
        return self


Step = Task | None


def attempt(task: Task, act: Callable[[Seat], Declined | None], then: Callable[[], Step], pin: "AskPin") -> Step:
    """Do an act as whoever is signed in; where it needs the PIN, ask for it first and do it again."""
    refused = act(task.hand.seat)
    if refused is None:
        return then()
    if refused.why is Lacking.PIN:
        return pin(task.hand, lambda: attempt(task, act, then, pin), task)
    return task.told(tell_of(task.hand, refused))


AskPin = Callable[[AtHand, Callable[[], Step], Task], Task]


def tell_of(hand: AtHand, refused: Declined) -> Tell:
    """Why an act was not done, and what stands now where somebody was faster."""
    parcel = refused.parcel
    return Tell(refused.why, then=hand.row(parcel).mark if parcel else None)
