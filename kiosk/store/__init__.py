"""What is kept, encrypted."""

from kiosk.store.arrivals import Accepted, Arriving
from kiosk.store.attempts import Attempts
from kiosk.store.audit import Finding, Mark, Verified
from kiosk.store.clerks import Clerk, Tries
from kiosk.store.journal import Entry
from kiosk.store.keyring import KeyRing
from kiosk.store.outbox import Departure, Notice
from kiosk.store.parcels import NewParcel
from kiosk.store.store import Store, opened
from kiosk.store.visits import Visit
from kiosk.store.witnesses import How, Witness

__all__ = [
    "Accepted",
    "Arriving",
    "Attempts",
    "Clerk",
    "Departure",
    "Entry",
    "Finding",
    "How",
    "KeyRing",
    "Mark",
    "NewParcel",
    "Notice",
    "Store",
    "Tries",
    "Verified",
    "Visit",
    "Witness",
    "opened",
]
