"""What a customer may know of what is kept: about any parcel (the notice), and about their own."""

from kiosk.desk import shown
from kiosk.settings import Settings
from kiosk.store.facts import Fact


def notice(settings: Settings) -> shown.Notice:
    """What this depot keeps about a parcel; without hints there is one fact less."""
    facts = len(Fact) - (not settings.hint.on)
    return shown.Notice(
        facts, settings.retention.dispute_days, settings.hint.on, settings.depot.answers or settings.depot.line
    )
