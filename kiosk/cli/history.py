"""What happened to one parcel, in words, from the ledger."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from kiosk.ledger import events
from kiosk.ledger.events import Event, Recorded

HOW = {"label": "its own label was read", "tap": "the customer confirmed it by a tap", "clerk": "a clerk brought it"}
KINDS = {"token": "QR code", "typed": "typed code", "carrier": "carrier's code"}
"""What a code is called, by the ledger's word for its kind."""


def history(parcel: int, pickups: Iterable[int], entries: Iterable[Recorded]) -> Iterator[tuple[datetime, str]]:
    """When (UTC) and what, oldest first, of the parcel that these pickups open."""
    return ((entry.at, sentence) for entry, sentence in told(parcel, pickups, entries))


def told(parcel: int, pickups: Iterable[int], entries: Iterable[Recorded]) -> Iterator[tuple[Recorded, str]]:
    """The entries about the parcel that these pickups open, each with its sentence; clerks are told by number."""
    pickups, visits = set(pickups), set[int]()
    for entry in entries:
        if isinstance(entry.event, events.VisitOpened | events.CodeAdded) and entry.event.pickup in pickups:
            visits.add(entry.event.visit)
        sentence = (
            _of_parcel(entry.event, parcel)
            or _of_release(entry.event, parcel)
            or _of_override(entry.event, parcel)
            or _of_clerk(entry.event, parcel)
            or _of_shelf(entry.event, parcel)
            or _of_pickup(entry.event, pickups)
            or _of_visit(entry.event, visits)
        )
        if sentence:
            yield entry, sentence


def _by(clerk: int | None) -> str:
    return f" by clerk {clerk}" if clerk is not None else ""


def _of_parcel(event: Event, parcel: int) -> str | None:
    match event:
        case events.ParcelExpected(parcel=id_) if id_ == parcel:
            return "Expected: a carrier told of it."
        case events.ParcelMarked(parcel=id_, held=held, last_day=day, notice=notice, clerk=clerk) if id_ == parcel:
            held, day = (held or "nothing").replace("_", " "), day or "as before"
            return f"Marked by clerk {clerk}: {held} to see to, last day {day}, a text about it: {notice}."
        case events.ParcelReceived(parcel=id_, place=place, by=by) if id_ == parcel:
            return f"Taken in at {place}{_by(by)}."
        case events.DetailsDeleted(parcel=id_, station=station) if id_ == parcel:
            return f"Details that the proof does not need were deleted by the customer at station {station}."
        case events.WrongParcel(parcel=id_, station=station) if id_ == parcel:
            return f"Taken by mistake, and caught, at station {station}."
        case _:
            return None


def _of_release(event: Event, parcel: int) -> str | None:
    match event:
        case events.ParcelReleased(visit=visit, parcel=id_) if id_ == parcel:
            return f"Let go in visit {visit}: its place was shown."
        case events.ParcelHandedOver(visit=visit, parcel=id_, station=station, how=how) if id_ == parcel:
            return f"Handed over in visit {visit} at station {station}: {HOW.get(how, how)}."
        case events.ReleaseWithdrawn(visit=visit, parcel=id_) if id_ == parcel:
            return f"Taken back from visit {visit}: its code was revoked."
        case events.ParcelUnchecked(visit=visit, parcel=id_) if id_ == parcel:
            return f"Its label was not read in visit {visit}: shown, not confirmed."
        case _:
            return None


def _of_override(event: Event, parcel: int) -> str | None:  # noqa: PLR0911  # one way out an event
    match event:
        case events.OverrideMade(override=number, parcel=id_, clerk=clerk, reason=reason) if id_ == parcel:
            compared = ", ID and label compared" if event.checked == "yes" else ""
            signed = f", signed by clerk {event.second}, too" if event.second is not None else ""
            return (
                f"Released by hand by clerk {clerk} ({reason.replace('_', ' ')}{compared}{signed}), override {number}."
            )
        case events.OverrideSigned(override=number, parcel=id_, clerk=clerk) if id_ == parcel:
            return f"Override {number} signed by clerk {clerk}, too."
        case events.OverrideOvertaken(override=number, parcel=id_) if id_ == parcel:
            return f"Override {number} came to nothing: the parcel had left another way."
        case events.OverrideUndone(override=number, parcel=id_) if id_ == parcel:
            return f"Override {number} undone."
        case events.ParcelLeftByOverride(override=number, parcel=id_) if id_ == parcel:
            return f"Handed over by override {number}."
        case events.OverrideCorrected(override=number, parcel=id_, place=place, clerk=clerk) if id_ == parcel:
            return f"Taken back in at {place} by clerk {clerk}: override {number} was a mistake."
        case _:
            return None


def _of_clerk(event: Event, parcel: int) -> str | None:  # noqa: PLR0911  # one way out an event
    match event:
        case events.ParcelMoved(parcel=id_, place=place, clerk=clerk) if id_ == parcel:
            return f"Moved to {place} by clerk {clerk}."
        case events.ParcelConfirmed(parcel=id_, clerk=clerk) if id_ == parcel:
            return f"Handed over: clerk {clerk} brought it or saw it leave."
        case events.ParcelLeftOnPaper(parcel=id_, said=said, by=by, clerk=clerk) if id_ == parcel:
            return f"Handed over on paper by clerk {by} at {said} (UTC), entered by clerk {clerk}."
        case events.ParcelMissing(parcel=id_, clerk=clerk) if id_ == parcel:
            return f"Not to be found, says clerk {clerk}."
        case events.ParcelFoundAgain(parcel=id_, place=place, clerk=clerk) if id_ == parcel:
            return f"Found at {place} by clerk {clerk}."
        case events.ParcelReturned(parcel=id_, clerk=clerk) if id_ == parcel:
            return f"Given back to the carrier by clerk {clerk}."
        case events.DisputeOpened(parcel=id_, why=why, clerk=clerk) if id_ == parcel:
            return f"Disputed ({why.replace('_', ' ')}), entered by clerk {clerk}."
        case events.DisputeClosed(parcel=id_, how=how, clerk=clerk) if id_ == parcel:
            return f"Dispute closed by clerk {clerk}: {how.replace('_', ' ')}."
        case _:
            return None


def _of_shelf(event: Event, parcel: int) -> str | None:
    match event:
        case events.ShelfChecked(place=place, missing=missing, clerk=clerk) if parcel in missing:
            return f"Not seen on {place} in a shelf check by clerk {clerk}."
        case events.ShelfChecked(place=place, strangers=strangers, clerk=clerk) if parcel in strangers:
            return f"Seen on {place}, where it does not belong, in a shelf check by clerk {clerk}."
        case _:
            return None


def _of_pickup(event: Event, pickups: set[int]) -> str | None:  # noqa: PLR0911  # one way out an event
    match event:
        case events.CodeIssued(pickup=pickup, kinds=kinds, by=by) if pickup in pickups:
            return f"Code {pickup} made ({', '.join(KINDS.get(kind, kind) for kind in kinds)}){_by(by)}."
        case events.CodeRevoked(pickup=pickup, by=by) if pickup in pickups:
            return f"Code {pickup} revoked{_by(by)}."
        case events.ReceiptGiven(visit=visit, pickup=pickup, parcels=count) if pickup in pickups:
            return (
                f"A receipt was shown at the end of visit {visit}, for {count} parcel{'s' if count > 1 else ''} in all."
            )
        case events.CodeRefused(pickup=int(pickup), station=station, reason=reason) if pickup in pickups:
            return f"Code {pickup} refused at station {station} ({reason.replace('_', ' ')})."
        case events.VisitOpened(visit=visit, pickup=pickup, station=station, with_=kind) if pickup in pickups:
            return f"Code {pickup} shown at station {station} ({KINDS.get(kind, kind)}): visit {visit} begins."
        case events.CodeAdded(visit=visit, pickup=pickup, station=station, with_=kind) if pickup in pickups:
            return f"Code {pickup} ({KINDS.get(kind, kind)}) added to visit {visit} at station {station}."
        case _:
            return None


def _of_visit(event: Event, visits: set[int]) -> str | None:
    match event:
        case events.VisitResumed(visit=visit, station=station) if visit in visits:
            return f"Visit {visit} resumed at station {station}: the code was shown again."
        case _:
            return None
