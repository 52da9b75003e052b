"""Everything that a station can show, once each: for the picture book, and for the tests that measure each screen.

A test fails when a state, a reason, a call's cause or a word of advice has no sample, so whoever adds one adds its sample here.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from kiosk.desk import faults
from kiosk.desk.shown import (
    Check,
    Closed,
    DeskCalled,
    Done,
    Found,
    LockedOut,
    Lot,
    MyParcel,
    Notice,
    Number,
    OtherBarcode,
    OutOfOrder,
    Ready,
    Refused,
    ShowCode,
    Shown,
    Typing,
    Why,
    WrongParcel,
)
from kiosk.ledger import receipt
from kiosk.ledger.events import ReceiptGiven
from kiosk.ledger.receipt import Receipt
from kiosk.parcel import Leaves, ParcelState
from kiosk.policy.release import Reason
from kiosk.reader.wire import Advice
from kiosk.screens.aim import Corners
from kiosk.screens.window import StationWindow

DEPOT = "Riverside Depot"
HOURS = "Mon to Fri 9:00 to 18:00, Sat 10:00 to 14:00"
LINE = "Ring the bell at the blue door."
LONG_NAME = "Depot at the old riverside railway yard 2"
LONG_HOURS = "Mon to Fri 9:00 to 18:00, Sat 10:00 to 14:00, Sun and public holidays closed all"
LONG_LINE = "Ring 555 0142 or the bell at the blue door round the corner, we come in 5 minutes"
AT, TODAY, UNTIL = datetime(2026, 9, 23, 18, 2, tzinfo=UTC), date(2026, 9, 24), date(2026, 10, 23)
FRAME = (1280, 720)
"""Pixels of the frame in which a code is seen."""
_SEEN: Corners = ((520.0, 250.0), (760.0, 270.0), (745.0, 500.0), (505.0, 480.0))


@dataclass(frozen=True, slots=True)
class Sample:
    """One screen: the value shown, and what the reader says meanwhile. The name is made of small letters and dashes."""

    name: str
    shown: Shown
    advice: Advice | None = None
    seen: Corners | None = None
    """Where a code is in a frame of `FRAME` pixels."""

    def show_in(self, window: StationWindow, *, visit: int | None = None) -> None:
        """Put it on a station's screen; the customer of `visit` keeps the manner that they chose."""
        window.show_shown(self.shown, visit=visit)
        window.advise(self.advice)
        window.aim(self.seen, *FRAME)


def _receipt(seq: int) -> Receipt:
    """Entry number `seq`'s receipt as to its looks and size; its hashes and signature are drawn, so it proves nothing."""
    drawn = tuple(sha256(bytes([number])).digest() for number in range(seq.bit_count() + 3))
    key, *signature = drawn[:3]
    event = ReceiptGiven(4, 3, 2, receipt.line(DEPOT, 2, AT))
    return Receipt(event, AT, seq, key[4:20], drawn[3:], "7KQ2/1/1", seq + 1, key[:4], b"".join(signature))


def _dashed(word: str) -> str:
    return word.replace("_", "-")


_NEXT = Lot("C-03-118", Check.NEXT)
_PLACE = "C-03-118"
_LONG_PLACE = "AA-112-0047"


def _mine(
    state: ParcelState, *, of: int = 1, place: str = _PLACE, until: date | None = None, can_go: bool = False
) -> MyParcel:
    gone = state is ParcelState.HANDED_OVER
    return MyParcel(
        number=of,
        of=of,
        state_of_it=state,
        waybill=Number.SCRAMBLED if gone else Number.PLAIN,
        place=place,
        carrier=None,
        hint=False,
        at_desk=False,
        came=AT - timedelta(days=2),
        since=AT,
        last_day=None if gone else UNTIL,
        seen=None,
        moved=None,
        code_made=AT - timedelta(days=2),
        code_revoked=None,
        code_for_text=False,
        code_shown=AT,
        station="1",
        by_hand=None,
        until=until,
        days=30,
        can_go=can_go,
    )


_ALL_KEPT = replace(
    _mine(ParcelState.HANDED_OVER, of=12, place=_LONG_PLACE, until=UNTIL, can_go=True),
    waybill=Number.FOR_CARRIER,
    carrier="Deutsche Paketpost",
    at_desk=True,
    last_day=UNTIL,
    seen=AT,
    moved=AT,
    code_revoked=AT,
    by_hand=AT,
)

SAMPLES: tuple[Sample, ...] = (
    Sample("ready", Ready()),
    Sample("ready-seen", Ready(), seen=_SEEN),
    *(Sample(f"ready-{_dashed(advice)}", Ready(), advice) for advice in Advice),
    Sample("ready-no-reader", Ready(reader_works=False)),
    Sample("ready-typed-first", Ready(typed_first=True)),
    Sample("typing", Typing()),
    Sample("typing-digits", Typing("48219")),
    Sample("typing-wrong", Typing(wrong=True)),
    Sample("typing-letters", Typing("K7QM", 8, letters=True)),
    Sample("typing-letters-wrong", Typing("", 8, letters=True, wrong=True)),
    Sample("typing-label", Typing("84", 6, label=True, letters=True)),
    Sample("typing-label-wrong", Typing("00", 6, label=True, letters=True, wrong=True)),
    Sample("found", Found((_NEXT,))),
    Sample("found-shelf", Found((Lot("B-12", Check.NEXT),))),
    Sample("found-resumed", Found((_NEXT,), resumed=True)),
    Sample("found-two-one-checked", Found((_NEXT, Lot("B-12", Check.CHECKED)))),
    Sample("found-three", Found((_NEXT, Lot("C-04-007", Check.LATER), Lot("B-12", Check.LATER)))),
    Sample(
        "found-told-apart", Found((Lot("B-12", Check.NEXT, ending="7301"), Lot("B-12", Check.LATER, ending="9416")))
    ),
    Sample("found-tap", Found((Lot("C-03", Check.NEXT, Leaves.TAP), Lot("B-12", Check.LATER, Leaves.TAP)))),
    Sample("found-no-reader", Found((Lot(_PLACE, Check.NEXT), Lot("B-12", Check.LATER)), reader_works=False)),
    Sample("found-desk", Found((Lot("C-03-118", Check.DESK),))),
    Sample("found-all-checked", Found((Lot("C-03-118", Check.CHECKED),))),
    Sample(
        "found-staff-brings",
        Found((Lot("C-03-118", Check.NEXT, Leaves.CLERK), Lot("B-12", Check.LATER), Lot("C-04-007", Check.DESK))),
    ),
    Sample(
        "found-long-places",
        Found(
            (Lot(_LONG_PLACE, Check.NEXT), Lot("AA-112-0048", Check.CHECKED), Lot("Z-1", Check.LATER, ending="WMWM"))
        ),
    ),
    Sample(
        "found-thirteen",
        Found((Lot(_LONG_PLACE, Check.NEXT, ending="7301"), *(Lot(f"AA-112-{n:04}", Check.LATER) for n in range(12)))),
    ),
    Sample("show-code", ShowCode()),
    Sample("show-code-again", ShowCode(again=True)),
    Sample("other-barcode", OtherBarcode()),
    Sample("other-barcode-place", OtherBarcode(_PLACE)),
    Sample("other-barcode-long-place", OtherBarcode(_LONG_PLACE)),
    Sample("wrong-parcel", WrongParcel(_PLACE)),
    Sample("wrong-parcel-no-place", WrongParcel()),
    Sample("wrong-parcel-long-place", WrongParcel(_LONG_PLACE)),
    Sample("done", Done(1, AT, UNTIL, receipt=_receipt(4_711))),
    Sample("done-no-receipt", Done(2, AT, UNTIL)),
    Sample("done-desk-has", Done(12, AT, UNTIL, desk_has=3)),
    Sample("done-long-receipt", Done(12, AT, UNTIL, desk_has=3, receipt=_receipt(0xFFFFF))),
    *(Sample(f"refused-{_dashed(reason)}", Refused(reason, AT, TODAY)) for reason in Reason),
    Sample("refused-collected-long-ago", Refused(Reason.ALREADY_COLLECTED, AT, date(2026, 12, 1))),
    Sample("refused-desk-knows", Refused(Reason.UNKNOWN, AT, TODAY, desk_knows=True)),
    Sample("locked-out-a-moment", LockedOut(1)),
    Sample("locked-out-an-hour", LockedOut(5_400)),
    Sample("locked-out-a-day", LockedOut(86_000)),
    *(Sample(f"desk-called-{_dashed(why)}", DeskCalled(why, staffed=True)) for why in Why),
    Sample("desk-called-nobody", DeskCalled(Why.HELP, staffed=False, hours=HOURS, line=LINE)),
    Sample("desk-called-nobody-long", DeskCalled(Why.HELP, staffed=False, hours=LONG_HOURS, line=LONG_LINE)),
    Sample("desk-called-nobody-bare", DeskCalled(Why.HELP, staffed=False)),
    Sample("notice-a-day", Notice(20, 1)),
    Sample("notice-hint", Notice(21, 365, hint=True, answers=LONG_LINE)),
    Sample("my-parcel", _mine(ParcelState.RELEASED)),
    Sample("my-parcel-of-three", _mine(ParcelState.UNCHECKED, of=3)),
    Sample("my-parcel-all-there-can-be", _ALL_KEPT),
    Sample("my-parcel-collected", _mine(ParcelState.HANDED_OVER, until=UNTIL, can_go=True)),
    Sample("my-parcel-deleted", replace(_mine(ParcelState.HANDED_OVER, until=UNTIL), deleted=True)),
    Sample("closed", Closed(AT + timedelta(hours=14), AT.date(), HOURS, LINE)),
    Sample("closed-weekend", Closed(AT + timedelta(days=3), TODAY, LONG_HOURS, LONG_LINE)),
    Sample("closed-no-day", Closed(None, TODAY)),
    Sample("out-of-order", OutOfOrder(faults.PROGRAM_FAILS, LINE)),
    Sample("out-of-order-long", OutOfOrder(faults.STORE_DAMAGED, LONG_LINE)),
)
