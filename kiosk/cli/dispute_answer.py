"""The sentences that a judge looks for on a dispute's page: who took it, and what of that is not proven. Plain text."""

from collections.abc import Sequence
from datetime import datetime

from kiosk.cli.history import KINDS
from kiosk.cli.home import OpenHome
from kiosk.desk.dispute import Dispute
from kiosk.ledger import events
from kiosk.ledger.events import Recorded
from kiosk.parcel import GONE, ParcelState

TAKEN = (events.ParcelHandedOver, events.ParcelConfirmed, events.ParcelLeftByOverride, events.ParcelLeftOnPaper)
OPENED = (events.VisitOpened, events.CodeAdded)
HERE_AGAIN = (events.ReleaseWithdrawn, events.ParcelFoundAgain, events.OverrideCorrected, events.ParcelReceived)
AFTER = {ParcelState.HANDED_OVER, ParcelState.DISPUTED}
"""States in which the last handover still stands."""
LOST = {ParcelState.UNCHECKED, ParcelState.MISSING, ParcelState.DISPUTED}
"""States in which the desk does not have it."""
NOW = {
    ParcelState.EXPECTED: "A carrier announced it; nobody here has taken it in.",
    ParcelState.WAITING: "It waits at {place}.",
    ParcelState.RELEASED: "Its code was shown, and it is being fetched from {place}.",
    ParcelState.UNCHECKED: "Its code was shown, its label was not; its place was {place}.",
    ParcelState.MISSING: "A clerk looked for it and did not find it; its place was {place}.",
    ParcelState.DISPUTED: "Somebody complained about it; its place was {place}.",
}
NOBODY = "Nobody is known to have taken it. {now} Who takes a parcel without showing code or label leaves no entry."
LIKELY = (
    " The last who was sent to it: whoever showed {codes} at station {station}, on {when} (entry {seq}). The kiosk told the place "
    "and saw no label afterwards, so they may have taken it without the second scan. That is likely, not proven."
)
CHECKED = {
    "label": ": its own label was read, so this parcel and no other was in hand",
    "tap": ": they confirmed it by a tap; its label was not read, so it may have been another",
}
COPIED = (
    "That nobody else had the code. It opens for whoever shows it; a text or a slip can be copied, and whoever took the parcel in "
    "could see its code then. Another code made for it would be an entry below."
)


def when(kiosk: OpenHome, at: datetime) -> str:
    """A moment as the depot's clocks show it."""
    return f"{kiosk.clock.local(at):%Y-%m-%d %H:%M}"


def name(kiosk: OpenHome, clerk: int) -> str:
    """A clerk's number with their short name."""
    return f"{clerk} ({kiosk.store.clerks.get(clerk).name})"


def decisive(one: Dispute, entries: Sequence[Recorded]) -> Recorded | None:
    """The entry that says how it left, or else how a complaint about that ended; None where it is here, or nobody knows."""
    if one.parcel.state in AFTER:
        taken = _last(entries, *TAKEN)
        return taken or (_last(entries, events.DisputeClosed) if one.parcel.state in GONE else None)
    if one.parcel.state is ParcelState.RETURNED:
        return _last(entries, events.ParcelReturned, events.DisputeClosed)
    return None


def _last(entries: Sequence[Recorded], *kinds: type[events.Event]) -> Recorded | None:
    return next((entry for entry in reversed(entries) if isinstance(entry.event, kinds)), None)


def answer(kiosk: OpenHome, one: Dispute, entries: Sequence[Recorded]) -> str:  # noqa: PLR0911  # one way out an event
    """Who took it, and what that rests on."""
    entry = decisive(one, entries)
    if entry is None:
        now = NOW.get(one.parcel.state, "").format(place=one.parcel.place or "not noted")
        return NOBODY.format(now=now) + (_likely(kiosk, entries) if one.parcel.state in LOST else "")
    at = f"on {when(kiosk, entry.at)} (entry {entry.seq})"
    match entry.event:
        case events.ParcelHandedOver(visit=visit, station=station, how=how):
            codes = _codes(visit, entries)
            return f"Whoever showed {codes} at station {station}. The parcel left {at}{CHECKED.get(how, '')}."
        case events.ParcelConfirmed(clerk=clerk):
            visits = [e.event.visit for e in entries if isinstance(e.event, events.ParcelReleased)]
            shown = _codes(visits[-1], entries) if visits else "its pickup code"
            return (
                f"Whoever had shown {shown}; clerk {name(kiosk, clerk)} brought it or saw it leave, {at}. "
                "That rests on the clerk's word."
            )
        case events.DisputeClosed(how=how, clerk=clerk):
            return (
                f"Clerk {name(kiosk, clerk)} closed a complaint with the outcome: {how.replace('_', ' ')}, {at}. "
                "That rests on the clerk's word; the kiosk saw nothing of it."
            )
        case events.ParcelReturned(clerk=clerk):
            return f"The carrier: clerk {name(kiosk, clerk)} gave it back, {at}. That rests on the clerk's word."
        case events.ParcelLeftOnPaper(said=said, by=by, clerk=clerk):
            return (
                f"Somebody to whom clerk {name(kiosk, by)} gave it without power, by the paper list, at {said} (UTC); "
                f"entered by clerk {name(kiosk, clerk)} {at}. That rests on the paper."
            )
        case _:
            return _by_hand(kiosk, entries, at)


def not_proven(one: Dispute, entries: Sequence[Recorded]) -> list[str]:
    """What the answer does not say, a sentence each."""
    entry = decisive(one, entries)
    said = ["That the kiosk's clock was right: the order of the entries is proven, the hour is the clock's."]
    if one.parcel.waybill is None:
        said.append(
            "By the ledger alone, which waybill this parcel had: the number was erased when the parcel left, "
            "and found again by its keyed digest in the store."
        )
    if entry is not None and isinstance(entry.event, events.ParcelHandedOver | events.ParcelConfirmed):
        return [
            "Who that person was: the kiosk keeps no name, no document and no picture.",
            COPIED,
            "What became of the parcel after it was shown to the kiosk.",
            *said,
        ]
    return said


def _likely(kiosk: OpenHome, entries: Sequence[Recorded]) -> str:
    """Who was sent to the shelf last, where it was not seen here again."""
    sent = (events.ParcelReleased, *HERE_AGAIN)
    last = _last(entries, *sent)
    if last is None or not isinstance(last.event, events.ParcelReleased):
        return ""
    visit = last.event.visit
    opened = [e.event for e in entries if isinstance(e.event, OPENED) and e.event.visit == visit]
    station = opened[-1].station if opened else "unknown"
    return LIKELY.format(codes=_codes(visit, entries), station=station, when=when(kiosk, last.at), seq=last.seq)


def _codes(visit: int, entries: Sequence[Recorded]) -> str:
    """The codes of a visit, each with the entry in which it was made for the parcel, where there is one."""
    shown = {e.event.pickup: e.event.with_ for e in entries if isinstance(e.event, OPENED) and e.event.visit == visit}
    made = {e.event.pickup: e.seq for e in entries if isinstance(e.event, events.CodeIssued)}
    told = (
        f"pickup code {pickup} (a {KINDS.get(kind, kind)}, valid"
        + (f", made for this parcel: entry {made[pickup]})" if pickup in made else ")")
        for pickup, kind in shown.items()
    )
    return " and ".join(told) or "its pickup code"


def _by_hand(kiosk: OpenHome, entries: Sequence[Recorded], at: str) -> str:
    made = [entry.event for entry in entries if isinstance(entry.event, events.OverrideMade)][-1]
    compared = "ID and label were compared" if made.checked == "yes" else "ID and label were not compared"
    second = f", signed by clerk {name(kiosk, made.second)}, too" if made.second is not None else ""
    reason = made.reason.replace("_", " ")
    return (
        f"Somebody to whom clerk {name(kiosk, made.clerk)} released it by hand, without a valid code ({reason}; {compared}{second}); "
        f"it counts as handed over {at}. That rests on the clerk's word."
    )
