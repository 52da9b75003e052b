"""Where each parcel must be by what the ledger says: the entries played again, without the store's rows. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.parcel import ParcelState

_S = ParcelState
_ONLY = {state: frozenset({state}) for state in ParcelState}
_LEADS_TO = {
    "ParcelExpected": _ONLY[_S.EXPECTED],
    "ParcelReceived": _ONLY[_S.WAITING],
    "ParcelReleased": _ONLY[_S.RELEASED],
    "ReleaseWithdrawn": _ONLY[_S.WAITING],
    "ParcelHandedOver": _ONLY[_S.HANDED_OVER],
    "ParcelUnchecked": _ONLY[_S.UNCHECKED],
    "OverrideMade": _ONLY[_S.RELEASED],
    "ParcelLeftByOverride": _ONLY[_S.HANDED_OVER],
    "OverrideCorrected": _ONLY[_S.WAITING],
    "ParcelConfirmed": _ONLY[_S.HANDED_OVER],
    "ParcelLeftOnPaper": _ONLY[_S.HANDED_OVER],
    "ParcelMissing": _ONLY[_S.MISSING],
    "ParcelFoundAgain": _ONLY[_S.WAITING],
    "ParcelReturned": _ONLY[_S.RETURNED],
    "DisputeOpened": _ONLY[_S.DISPUTED],
}
"""The state that an event of a parcel leads to. A dispute's end names its own, and what is undone may stay with its customer."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One parcel by its entries: the states it may be in, its place, and the last entry that says so."""

    states: frozenset[ParcelState]
    place: str | None
    seq: int


class Replay:
    """All parcels, by the entries so far."""

    def __init__(self) -> None:
        self.parcels: dict[int, Standing] = {}
        self._before: dict[int, frozenset[ParcelState]] = {}

    def feed(self, seq: int, event: str, of: Mapping[str, Any]) -> None:
        """The next entry: its number, its event's name and fields. Entries that are not about a parcel change nothing."""
        parcel = of.get("parcel")
        if parcel is None:
            return
        standing = self.parcels.get(parcel) or Standing(frozenset(), None, seq)
        states = standing.states
        if event == "OverrideMade":
            self._before[parcel] = states
        if event == "OverrideUndone":
            states |= self._before.get(parcel, states)
        elif event == "DisputeClosed":
            states = _ONLY[ParcelState(of["how"])]
        else:
            states = _LEADS_TO.get(event, states)
        place = of.get("place", standing.place)
        if states is not standing.states or place != standing.place:
            self.parcels[parcel] = Standing(states, place, seq)
