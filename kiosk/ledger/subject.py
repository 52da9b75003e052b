"""Whom an entry is about, and so under whose key it is sealed and with whom it is erased. Pure.

A parcel, a pickup (its codes and visits; it goes with the last of its parcels), the kiosk in one month, or the ledger itself: what
is about the ledger, or about the machine, is never erased, for it explains the rest, and it holds nothing but numbers.
"""

from datetime import UTC, datetime

from kiosk.ledger.events import (
    DevicesChanged,
    EpochBegun,
    Erased,
    Event,
    ProgramChanged,
    SettingsChanged,
    SigningKeyChanged,
)

LEDGER = "ledger"
"""The subject of entries that stay."""

STAYS = (Erased, EpochBegun, SettingsChanged, SigningKeyChanged, ProgramChanged, DevicesChanged)
"""Events about the ledger, the program and the machine, never about anybody."""


def of_parcel(number: int) -> str:
    """The subject of one parcel's entries."""
    return f"parcel-{number}"


def of_pickup(number: int) -> str:
    """The subject of entries about a pickup's codes and visits."""
    return f"pickup-{number}"


def of_month(month: int) -> str:
    """The subject of entries about the kiosk itself; `month` is 202611 for November 2026 (UTC)."""
    return f"kiosk-{month // 100:04}-{month % 100:02}"


def month_of(at: datetime) -> int:
    """202611 for a moment in November 2026 (UTC)."""
    at = at.astimezone(UTC)
    return at.year * 100 + at.month


def subject_of(event: Event, at: datetime) -> str:
    """The subject of an event that happened `at` a moment: its parcel before its pickup before the kiosk."""
    parcel = getattr(event, "parcel", None)
    if parcel is not None:
        return of_parcel(parcel)
    pickup = getattr(event, "pickup", None)
    if pickup is not None:
        return of_pickup(pickup)
    return LEDGER if isinstance(event, STAYS) else of_month(month_of(at))
