"""A hard value of each kind to show, and the sizes to show it in."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from kiosk.desk.shown import (
    Check,
    DeskCalled,
    Done,
    Found,
    Kept,
    LockedOut,
    Lot,
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
from kiosk.parcel import Leaves
from kiosk.policy.release import Reason
from kiosk.screens.window import StationWindow

LONG_LINE = "Ring 555 0142 or the bell at the blue door around the corner"
AT, TODAY = datetime(2026, 9, 23, 18, 2, tzinfo=UTC), date(2026, 9, 24)

HARD: tuple[Shown, ...] = (
    Ready(),
    Ready(reader_works=False),
    Typing("48219"),
    Typing("", wrong=True),
    Typing("K7QM", 8, letters=True),
    Typing("00", 6, label=True, letters=True, wrong=True),
    Found((Lot("B-12", Check.NEXT),)),
    Found((Lot("C-03-118", Check.NEXT), Lot("B-12", Check.CHECKED))),
    Found((Lot("C-03", Check.NEXT, Leaves.TAP), Lot("B-12", Check.LATER, Leaves.TAP))),
    Found((Lot("C-03-118", Check.DESK),)),
    Found((Lot("AA-112-0047", Check.NEXT, ending="7301"), *(Lot(f"AA-112-{n:04}", Check.LATER) for n in range(12)))),
    ShowCode(),
    ShowCode(again=True),
    OtherBarcode(),
    OtherBarcode("AA-112-0047"),
    WrongParcel(),
    WrongParcel("AA-112-0047"),
    Done(1, AT, date(2026, 9, 30)),
    Done(12, AT, date(2026, 9, 30), desk_has=3),
    *(Refused(reason, AT, TODAY) for reason in Reason),
    Refused(Reason.ALREADY_COLLECTED, AT, date(2026, 12, 1)),
    LockedOut(1),
    LockedOut(86_000),
    *(DeskCalled(why, staffed=True) for why in Why),
    DeskCalled(Why.HELP, staffed=False, hours="Monday to Friday 9 to 18, Saturday 10 to 14", line=LONG_LINE),
    Kept(1),
    Kept(365, hint=True),
    OutOfOrder("STORE-1", LONG_LINE),
)

SIZES = ((1920, 1080), (1080, 1920), (1280, 800))

Make = Callable[..., StationWindow]
