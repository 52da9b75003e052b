"""Erasing takes nothing from what was given away: every receipt and checkpoint verifies as before."""

from datetime import timedelta

import pytest

from kiosk.cli.home import OpenHome
from kiosk.clock import SkippingClock
from kiosk.codes.token import Token
from kiosk.desk import intake, receipts
from kiosk.desk.forgetting import erase_expired
from kiosk.desk.proof import Outside, prove
from kiosk.desk.visit import Opened, Visits
from kiosk.ledger import receipt
from kiosk.ledger.checkpoint import parse
from kiosk.ledger.receipt import Receipt, Verdict
from kiosk.parcel import CodeKind, Leaves
from kiosk.store import How

DAYS = 30
ROUNDS = 4
"""Checkpoints that are given away on the way."""
KEPT = 15
"""Visits whose time is not up."""


def handed_over(kiosk: OpenHome, clock: SkippingClock, number: int, named: str) -> list[Receipt]:
    """So many parcels taken in and fetched, one a visit."""
    visits, given = Visits(kiosk.store, kiosk.settings, clock), list[Receipt]()
    for one in range(number):
        token: Token = intake.receive(kiosk.store, kiosk.settings, clock, f"{named}{one:08}", "B-12").token
        opened = visits.show_code(CodeKind.TOKEN, token.text, station="1")
        assert isinstance(opened, Opened)
        ids = [parcel.id for parcel in visits.progress(opened.visit).waiting]
        found = visits.hand_over(opened.visit, ids, station="1", how=Leaves.LABEL)
        assert found is not None
        given.append(found)
    return given


@pytest.mark.parametrize("number", [60, pytest.param(10_000, marks=pytest.mark.long)])
def test_every_receipt_and_checkpoint_verifies_after_erasures(kiosk: OpenHome, number: int) -> None:
    store, clock = kiosk.store, SkippingClock(kiosk.settings.zone())
    gone, notes = list[Receipt](), list[str]()

    def give_away() -> None:
        with store.transaction():
            notes.append(store.checkpoints.make(How.ASKED, at=clock.now()).note)

    for part in range(ROUNDS):
        gone += handed_over(kiosk, clock, number // ROUNDS, f"GONE{part}")
        give_away()
    clock.advance((DAYS + 1) * 86_400)
    kept = handed_over(kiosk, clock, KEPT, "KEPT0")
    give_away()

    assert sum(erase_expired(store, clock.now() + timedelta(minutes=1), DAYS)) == number
    give_away()
    assert store.journal.verify().erased >= number * 3, "each one's taking-in, release and handover"
    key = store.checkpoints.public_key()
    for parcels, some in ((0, gone), (1, kept)):
        for one in some:
            assert receipt.check(one.code, [key]) == (Verdict.GENUINE, one)
            shown = receipts.story(store, one.code)
            assert (shown.verdict, shown.known, len(shown.parcels)) == (Verdict.GENUINE, True, parcels)
    of_receipts = [one.signed for one in gone[:: max(1, number // 10)] + kept]
    for signed in [*map(parse, notes), *filter(None, of_receipts)]:
        proof = prove(store, signed)
        assert (proof.ok, proof.outside) == (True, Outside.AGREES)
