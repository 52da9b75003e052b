"""Refusals as stories: each has its reason, on the screen and in the ledger."""

from datetime import timedelta

from kiosk.codes import token as tokens
from kiosk.desk.shown import Refused
from kiosk.ledger import events
from kiosk.parcel import Hold
from kiosk.policy.release import Reason
from tests.flows.depot import SETTINGS, SmallDepot

MINE = "PARCEL0001"


class TestRefused:
    """Each refusal has its reason, on the screen and in the ledger."""

    def test_already_collected_says_when(self, depot: SmallDepot) -> None:
        token = depot.takes_in(MINE)
        depot.shows(token)
        depot.scans(MINE)
        at = depot.clock.now()
        depot.waits(3600)
        refused = self.refused(depot, token, Reason.ALREADY_COLLECTED)
        assert refused.when is not None
        assert abs(refused.when - at) < timedelta(seconds=5)

    def test_unknown(self, depot: SmallDepot) -> None:
        self.refused(depot, tokens.make(SETTINGS.depot.tag, bytes(range(13))).text, Reason.UNKNOWN)

    def test_another_depot(self, depot: SmallDepot) -> None:

        self.refused(depot, tokens.make("0000", bytes(range(13))).text, Reason.WRONG_DEPOT)

    def test_revoked(self, depot: SmallDepot) -> None:
        old = depot.takes_in(MINE)
        depot.one_code_for(MINE)
        self.refused(depot, old, Reason.REVOKED)

    def test_web_link(self, depot: SmallDepot) -> None:
        self.refused(depot, "https://example.com/track", Reason.WEB_LINK)

    def test_not_ours(self, depot: SmallDepot) -> None:
        self.refused(depot, "WIFI:S:cafe;T:WPA;P:secret;;", Reason.NOT_OURS)

    def test_damaged(self, depot: SmallDepot) -> None:
        token = depot.takes_in(MINE)
        damaged = token[:-1] + ("0" if token[-1] != "0" else "1")
        self.refused(depot, damaged, Reason.DAMAGED)

    def test_held(self, depot: SmallDepot) -> None:
        received = depot.receives(MINE)
        with depot.store.transaction():
            depot.store.parcels.set_held(received.parcel.id, Hold.ID_TO_BE_SEEN)
        self.refused(depot, received.token.text, Reason.HELD)

    def refused(self, depot: SmallDepot, text: str, reason: Reason) -> Refused:
        shown = depot.shows(text)
        assert isinstance(shown, Refused)
        assert shown.reason is reason
        entry = depot.events(events.CodeRefused)[-1]
        assert isinstance(entry, events.CodeRefused)
        assert entry.reason == reason
        return shown
