"""The file of a dispute: the seven days to answer, what is held meanwhile, and how it ended."""

import re

from kiosk.cli.dispute_page import page
from kiosk.cli.home import OpenHome
from kiosk.desk.dispute import open_file
from kiosk.desk.returns import Outcome, Returns, WhyDisputed
from tests.desk.crew import Crew


def test_a_dispute_has_its_clock_its_hold_and_its_end(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    desk = Returns(crew.store, crew.clock)
    assert desk.open_dispute(seat, parcel.id, WhyDisputed.NOT_RECEIVED) is None
    home = OpenHome(crew.store, crew.settings, crew.clock)
    opened = open_file(crew.store, crew.clock, crew.store.parcels.get(parcel.id))
    complaint = opened.complaints[0]
    assert (complaint.answer_by - complaint.opened).days == 7
    assert (complaint.kept_until - complaint.opened).days == 365
    html = page(home, "a test", [opened])
    assert "Not received, entered on" in html
    assert "Erasure is held because of it" in html
    assert f"clerk 2 ({crew.store.clerks.get(2).name})" in html
    assert desk.close_dispute(crew.signed_in(1), parcel.id, Outcome.MISSING) is None
    closed = open_file(crew.store, crew.clock, crew.store.parcels.get(parcel.id))
    assert closed.complaints[0].how == "missing"
    assert closed.mix_up is not None
    html = page(home, "a test", [closed])
    assert "Where it may have gone by mistake" in html
    assert re.search(r"Closed on .*: missing\.", html)
