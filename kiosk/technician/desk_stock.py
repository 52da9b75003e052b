"""What the clerks' pictures show: parcels in every state, each brought there by the act that does so, and a look over the kiosk."""

from datetime import timedelta
from functools import partial

from kiosk.clock import SkippingClock
from kiosk.codes import waybill
from kiosk.desk import intake
from kiosk.desk.act import Entering, in_one_act
from kiosk.desk.intake import Marks, Received
from kiosk.desk.returns import Returns, WhyDisputed
from kiosk.desk.seat import Seat
from kiosk.desk.tools import Looked
from kiosk.desk.visit import Opened, Visits
from kiosk.ledger import events
from kiosk.ledger.receipt import Receipt
from kiosk.parcel import CodeKind, Hold, Leaves, ParcelState
from kiosk.settings import Settings
from kiosk.store import Store

SOME = "RB0000047301"
LEFT = "RB0000027308"
HELD = "RB0000087302"
DISPUTED = "RB0000197390"
_SHELVES = (
    (SOME, "B-12-047", None, 14),
    (HELD, "C-03-118", Hold.ID_TO_BE_SEEN, 14),
    ("RB0000067305", "C-09-020", None, 14),
    ("RB0000017300", "D-01-003", None, 1),
    ("RB0000097309", "D-01-004", None, 14),
    (DISPUTED, "D-01-014", None, 14),
    (LEFT, "B-12-048", None, 14),
)
"""Label, place, what is special, and for how many days each waits."""


_LOOKED_OVER = (
    Looked("camera", ok=False, detail="No camera is named for station 2.", fix="Name it in kiosk.toml."),
    Looked("disk", ok=True, detail="91 % of the disk are taken.", fix="Free some space soon."),
    Looked("store", ok=True, detail="SQLCipher 4.6.1, checked just now.", fix=""),
)


class SampleDoctor:
    """A look over a kiosk that came to one finding of each kind."""

    looks = True

    def begin(self) -> None:
        """It looks until it is told that it has."""

    def found(self) -> tuple[Looked, ...] | None:
        """Nothing while it looks."""
        return None if self.looks else _LOOKED_OVER

    def end(self) -> None:
        """It has ended."""


def stock(store: Store, settings: Settings, clock: SkippingClock) -> Receipt:
    """Fill them by the hand of clerk 1, a supervisor; two days pass. The receipt of the parcel that left."""
    seat = Seat(1, "desk", with_pin=True)
    taken = list[Received]()
    for text, place, held, days in _SHELVES:
        marks = Marks(held, clock.today() + timedelta(days=days))
        one = intake.take_in(store, settings, clock, seat, text, place=place, marks=marks)
        assert isinstance(one, Received)  # nobody took it in before
        taken.append(one)
    for number in range(3):
        in_one_act(store, clock.now(), partial(_announce, store, number))
    clock.advance(2 * 86_400)
    returns, visits = Returns(store, clock), Visits(store, settings, clock)
    returns.cannot_be_found(seat, taken[4].parcel.id)
    returns.open_dispute(seat, taken[5].parcel.id, WhyDisputed.NOT_RECEIVED)
    visits.show_code(CodeKind.TOKEN, taken[2].token.text, station="1")
    opened = visits.show_code(CodeKind.TOKEN, taken[6].token.text, station="2")
    assert isinstance(opened, Opened)
    receipt = visits.hand_over(opened.visit, [taken[6].parcel.id], station="2", how=Leaves.LABEL)
    assert receipt is not None
    return receipt


def _announce(store: Store, number: int, enter: Entering) -> None:
    label = waybill.parse(f"RB00004{number}7306", ())
    assert label is not None  # made to be one
    parcel = store.parcels.add(label, place=None, state=ParcelState.EXPECTED, at=enter.at)
    enter(events.ParcelExpected(parcel.id))
