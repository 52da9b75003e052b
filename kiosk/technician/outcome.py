"""How visits ended, read from the ledger and the store: the demo reports what they say, never what its script meant."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.ledger import events
from kiosk.store import Store


class Outcome(StrEnum):
    """How a visit ended."""

    HANDED_OVER = "handed_over"
    REFUSED = "refused"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Ended:
    """One visit, or one refusal, as the ledger tells it."""

    outcome: Outcome
    reason: str | None = None
    parcels: int = 0
    wrong_parcels: int = 0


def outcomes_since(store: Store, entry: int) -> list[Ended]:
    """One for each visit opened at or after that entry's number, in order; where there is none, one for the last refusal, if any."""
    recorded = [entry.event for entry in store.journal.entries(entry)]
    opened = [event.visit for event in recorded if isinstance(event, events.VisitOpened)]
    wrong = [event for event in recorded if isinstance(event, events.WrongParcel)]
    if opened:
        return [
            _ended(store, recorded, visit, sum(w.visit in {visit, None if len(opened) == 1 else visit} for w in wrong))
            for visit in opened
        ]
    refused = [event for event in recorded if isinstance(event, events.CodeRefused)]
    if refused:
        return [Ended(Outcome.REFUSED, str(refused[-1].reason), 0, len(wrong))]
    return []


def _ended(store: Store, recorded: list[events.Event], visit: int, wrong: int) -> Ended:
    handed_over = {e.parcel for e in recorded if isinstance(e, events.ParcelHandedOver) and e.visit == visit}
    released = {e.parcel for e in recorded if isinstance(e, events.ParcelReleased) and e.visit == visit}
    closed = store.visits.get(visit).closed_at is not None
    whole = closed and handed_over == released
    return Ended(Outcome.HANDED_OVER if whole else Outcome.LEFT, None, len(handed_over), wrong)
