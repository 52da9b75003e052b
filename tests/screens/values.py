"""A hard value of each kind to show, and the sizes to show it in."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

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
from kiosk.screens.words import PlaceLine, Words
from tests.ledger.receipts import made

LONG_NAME = "Depot at the old riverside railway yard 2"
LONG_HOURS = "Mon to Fri 9:00 to 18:00, Sat 10:00 to 14:00, Sun and public holidays closed all"
LONG_LINE = "Ring 555 0142 or the bell at the blue door round the corner, we come in 5 minutes"
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
    Found((Lot("C-03-118", Check.CHECKED),)),
    Found((Lot("C-03-118", Check.NEXT, Leaves.CLERK), Lot("B-12", Check.LATER), Lot("C-04-007", Check.DESK))),
    Found((Lot("AA-112-0047", Check.NEXT), Lot("AA-112-0048", Check.CHECKED), Lot("Z-1", Check.LATER, ending="WMWM"))),
    Found((Lot("AA-112-0047", Check.NEXT, ending="7301"), *(Lot(f"AA-112-{n:04}", Check.LATER) for n in range(12)))),
    ShowCode(),
    ShowCode(again=True),
    OtherBarcode(),
    OtherBarcode("AA-112-0047"),
    WrongParcel(),
    WrongParcel("AA-112-0047"),
    Done(1, AT, date(2026, 9, 30)),
    Done(12, AT, date(2026, 9, 30), desk_has=3),
    Done(2, AT, date(2026, 9, 30), receipt=made(4711)),
    Done(12, AT, date(2026, 9, 30), desk_has=3, receipt=made(0xFFFFF)),
    *(Refused(reason, AT, TODAY) for reason in Reason),
    Refused(Reason.ALREADY_COLLECTED, AT, date(2026, 12, 1)),
    *(Refused(reason, AT, TODAY, desk_knows=True) for reason in Reason),
    LockedOut(1),
    LockedOut(5_400),
    LockedOut(86_000),
    *(DeskCalled(why, staffed=True) for why in Why),
    DeskCalled(Why.HELP, staffed=False, hours=LONG_HOURS, line=LONG_LINE),
    DeskCalled(Why.HELP, staffed=False),
    Kept(1),
    Kept(365, hint=True),
    OutOfOrder("STORE-4", LONG_LINE),
)

SIZES = (
    (1920, 1080, 15.6),
    (1080, 1920, 15.6),
    (1280, 800, 15.6),
    (1280, 800, 10.1),
    (1920, 1080, 10.1),
    (1920, 1080, 21.5),
)
"""Pixels across, pixels down, inches of the diagonal."""

Size = tuple[int, int, float]
Make = Callable[..., StationWindow]


def everything_said(window: QWidget) -> Iterator[str]:
    """Every text of a window and its parts: painted, in a label, on a button, or for a screen reader."""
    for part in (window, *window.findChildren(QWidget)):
        yield part.accessibleName()
        yield part.accessibleDescription()
        yield part.toolTip()
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        if isinstance(part, Words | PlaceLine):
            yield part.text()
        if hasattr(part, "painted_texts"):
            yield from (text.text for text in part.painted_texts())
