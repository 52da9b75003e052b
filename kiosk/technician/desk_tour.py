"""A clerk's day in pictures: a scripted desk on a home of its own walks through every panel of the clerks' window.

This file is longer than 300 lines because it is one day, walked from its first panel to its last.
"""

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.clock import SkippingClock
from kiosk.desk import clerks
from kiosk.desk.calls import Calls
from kiosk.desk.clerks import Badged
from kiosk.desk.counter.counter import Counter
from kiosk.desk.counter.panel import Bar, Do, Kind, Panel
from kiosk.desk.override import WhyByHand
from kiosk.desk.shown import Why
from kiosk.policy.roles import Role
from kiosk.reader.wire import Frame
from kiosk.screens.desk_paper import DeskPapers
from kiosk.settings import Depot, Desk, Settings
from kiosk.store import Store
from kiosk.technician.desk_stock import DISPUTED, HELD, LEFT, SOME, SampleDoctor, stock
from kiosk.technician.init import make_home
from kiosk.technician.samples import DEPOT

SETTINGS = Settings(Depot(tag="DEM0", name=DEPOT), desk=Desk(reports="reports"))
SUPERVISOR, CLERK = "Clerk 1", "Clerk 2"
_PIN = "739415"


@dataclass(frozen=True, slots=True)
class DeskSample:
    """One picture of the clerks' window; `keys`: the keys on the screen are open."""

    name: str
    panel: Panel
    bar: Bar
    today: date
    keys: bool = False


def tour(folder: Path) -> list[DeskSample]:
    """Every panel, in the order of a shift; `folder` is for the home and is to be thrown away."""
    make_home(folder / "home", SETTINGS)
    store = Store.open(folder / "home")
    try:
        return _Tour(store).samples
    finally:
        store.close()


class _Tour:
    def __init__(self, store: Store) -> None:
        self.samples: list[DeskSample] = []
        self._store, self._clock = store, SkippingClock()
        for role in (Role.SUPERVISOR, Role.CLERK, Role.TECHNICIAN):
            added = clerks.add(store, SETTINGS, self._clock, pin=_PIN, role=role)
            assert isinstance(added, Badged)  # the PIN is no weak one
            self._badge = added.badge
        self._receipt = stock(store, SETTINGS, self._clock)
        self._calls = Calls(store, self._clock)
        self._doctor = SampleDoctor()
        self._desk = self._counter("desk")
        self._signs_in()
        self._finds()
        self._sees_to_one()
        self._releases_by_hand()
        self._takes_in()
        self._looks_at_lists()
        self._answers()
        self._checks_a_shelf()
        self._proves()
        self._leaves()
        self._mends()

    def _counter(self, name: str, *, at_station: bool = False) -> Counter:
        return Counter(
            name,
            self._store,
            SETTINGS,
            self._clock,
            calls=self._calls,
            changed=lambda: None,
            papers=DeskPapers(DEPOT, self._clock),
            doctor=self._doctor,
            at_station=at_station,
        )

    # the parts of a shift

    def _signs_in(self, name: str = CLERK) -> None:
        desk = self._desk
        self._take("signed-out")
        desk.types(name)
        desk.enters()
        self._take("pin")
        desk.types("123123")
        desk.enters()
        self._take("pin-wrong")
        desk.types(_PIN)
        desk.enters()
        self._take("board")

    def _finds(self) -> None:
        self._desk.types("zzzz")
        self._desk.enters()
        self._take("find-nothing")
        self._desk.types("730")
        self._take("find")
        self._take("find-keys", keys=True)
        self._desk.chooses(0)
        self._take("find-chosen")

    def _sees_to_one(self) -> None:
        desk = self._desk
        desk.does(Do.NEW_CODE)
        self._take("code")
        desk.does(Do.FINISH)
        desk.does(Do.MOVE)
        self._take("place")
        desk.scans("B-99-3")
        self._take("moved")
        desk.does(Do.OPEN_DISPUTE)
        self._take("dispute")
        desk.does(Do.BACK)
        desk.does(Do.PAPER)
        self._take("paper")
        desk.does(Do.BACK)
        desk.does(Do.CANNOT_BE_FOUND)
        self._take("mix-up")
        desk.does(Do.BACK)
        self._take("missing")
        desk.scans(DISPUTED)
        desk.does(Do.CLOSE_DISPUTE)
        self._take("outcome")
        desk.does(Do.BACK)

    def _releases_by_hand(self) -> None:
        desk = self._desk
        desk.scans(LEFT)
        desk.scans(HELD)
        desk.does(Do.HAND_OVER)
        self._take("why")
        reasons = [getattr(row, "choice", "") for row in desk.panel.rows]
        desk.chooses(reasons.index(WhyByHand.OTHER))
        self._take("words")
        desk.does(Do.BACK)
        desk.chooses(reasons.index(WhyByHand.DEAD_PHONE))
        self._take("checked")
        desk.does(Do.YES)
        self._take("release")
        desk.does(Do.HAND_OVER)
        self._take("second")
        desk.chooses(0)
        self._take("second-pin")
        desk.types(_PIN)
        desk.enters()
        self._take("released")
        desk.does(Do.UNDO)
        self._take("undone")
        desk.scans(HELD)
        desk.does(Do.HAND_OVER)
        desk.chooses(0)
        desk.does(Do.YES)
        desk.does(Do.HAND_OVER)
        desk.does(Do.OWE)
        self._take("owing")
        self._clock.advance(60)

    def _takes_in(self) -> None:
        desk = self._desk
        desk.does(Do.TAKE_IN)
        self._take("take-in")
        desk.types("RB999956785")
        desk.enters()
        self._take("take-in-again")
        desk.types("RB999956785")
        desk.enters()
        self._take("take-in-place")
        desk.does(Do.FLAGS)
        self._take("flags")
        desk.does(Do.FINISH)
        desk.does(Do.LAST_DAY)
        self._take("last-day")
        desk.does(Do.BACK)
        desk.scans("B-13-001")
        self._take("taken-in")
        desk.does(Do.EXPECTED)
        self._take("expected")
        desk.does(Do.BACK)
        desk.does(Do.FINISH)

    def _looks_at_lists(self) -> None:
        desk = self._desk
        desk.does(Do.LISTS)
        self._take("lists")
        desk.chooses(6)
        self._take("list")
        desk.does(Do.BACK)
        desk.does(Do.BACK)

    def _answers(self) -> None:
        self._calls.call("2", Why.NOT_ON_SHELF, parcels=[self._store.parcels.get(1)])
        self._clock.advance(1)
        self._desk.tick()
        self._take("called")
        self._desk.does(Do.CALL)
        self._take("call")
        self._desk.does(Do.ANSWERED)

    def _checks_a_shelf(self) -> None:
        desk = self._desk
        desk.does(Do.LISTS)
        desk.does(Do.SHELF)
        self._take("shelf")
        desk.scans("B-12")
        desk.scans(SOME)
        desk.scans("RB999956785")
        self._take("shelf-walk")
        desk.does(Do.FINISH)
        self._take("shelf-found")
        desk.does(Do.FINISH)

    def _proves(self) -> None:
        """A supervisor comes: a receipt, a correction, the shift's end, a checkpoint held against the ledger, a signature that is owed."""
        desk = self._desk
        desk.scans(self._receipt.code)
        self._take("receipt")
        desk.does(Do.BACK)
        desk.does(Do.SIGN_OUT)
        self._signs_in_quietly(SUPERVISOR)
        self._take("since")
        desk.does(Do.BACK)
        desk.does(Do.LISTS)
        desk.chooses(5)
        desk.chooses(0)
        self._take("owed")
        desk.does(Do.BACK)
        desk.does(Do.BACK)
        desk.scans(LEFT)
        desk.does(Do.CORRECT)
        self._take("correct")
        desk.does(Do.BACK)
        desk.types("")
        desk.does(Do.SHIFT_END)
        self._take("shift-end")
        desk.does(Do.CHECKPOINT)
        self._take("checkpoint")
        slip = desk.panel.slip
        assert slip is not None
        desk.does(Do.BACK)
        desk.does(Do.BACK)
        desk.scans(slip.token)
        while desk.panel.kind is Kind.LOOKING_OVER:
            time.sleep(0.01)
            self._clock.advance(1)
            desk.tick()
        self._take("proven")
        desk.does(Do.BACK)

    def _leaves(self) -> None:
        self._desk.does(Do.SIGN_OUT)
        self._take("signed-out-again")
        self._keep("backing-up", Panel(Kind.BACKING_UP, ways=(Do.BACK,), box=False), self._desk.bar)
        self._keep("out-of-order", Panel(Kind.OUT_OF_ORDER, box=False), Bar())

    def _mends(self) -> None:
        """A technician at a station: the kiosk looked over, its reader aimed."""
        desk = self._desk = self._counter("1", at_station=True)
        desk.shows_badge(self._badge)
        desk.types(_PIN)
        desk.enters()
        self._take("technician")
        desk.does(Do.DOCTOR)
        self._take("looking-over")
        self._doctor.looks = False
        desk.tick()
        self._take("looked-over")
        desk.chooses(0)
        self._take("check")
        desk.does(Do.BACK)
        desk.does(Do.BACK)
        desk.does(Do.AIM)
        for number in range(3):
            desk.sees(Frame(0, number, (), 7.5, 1280, 720, 118.0, 42.0, 310.0))
            desk.tick()
            self._clock.advance(1)
        desk.tick()
        self._take("aim")

    # how pictures are kept

    def _signs_in_quietly(self, name: str) -> None:
        self._desk.types(name)
        self._desk.enters()
        self._desk.types(_PIN)
        self._desk.enters()

    def _take(self, name: str, *, keys: bool = False) -> None:
        self._keep(name, self._desk.panel, self._desk.bar, keys=keys)

    def _keep(self, name: str, panel: Panel, bar: Bar, *, keys: bool = False) -> None:
        self.samples.append(DeskSample(f"clerk-{name}", panel, bar, self._clock.today(), keys))
