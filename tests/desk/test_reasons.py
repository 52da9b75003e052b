"""Reasons for a release by hand: the depot's own list, and nothing off it."""

from dataclasses import replace

import pytest

from kiosk.desk import override
from kiosk.desk.calls import Calls
from kiosk.desk.counter.counter import Counter
from kiosk.desk.counter.panel import ChoiceRow, Do, Fact, FactRow, Panel
from kiosk.desk.declined import Declined, Not
from kiosk.desk.override import Made, Proposal, WhyByHand
from kiosk.errors import SettingsFault
from kiosk.ledger import events
from kiosk.screens.desk_paper import DeskPapers
from kiosk.settings import Override, parse, to_toml
from tests.desk.crew import PIN, Crew


def test_the_reasons_are_the_depots_own(crew: Crew) -> None:
    parcel, seat = crew.parcel(), crew.signed_in(2)
    settings = parse('[depot]\ntag = "7KQ2"\n[override]\nreasons = ["id_seen", "Neighbour is known here"]')
    assert parse(to_toml(settings)) == settings
    own = settings.override.reasons

    def propose(reason: str) -> Proposal | Declined:
        return override.propose(crew.store, crew.clock, seat, parcel.id, reason=reason, checked=False, reasons=own)

    assert propose(WhyByHand.DEAD_PHONE) == propose("because") == Declined(Not.NO_SUCH_REASON)
    proposal = propose("Neighbour is known here")
    assert isinstance(proposal, Proposal)
    assert isinstance(override.confirm(crew.store, crew.clock, seat, proposal), Made)
    assert crew.entered(events.OverrideMade) == [
        events.OverrideMade(1, parcel.id, 2, "Neighbour is known here", "no", None)
    ]


def test_without_a_list_of_its_own_a_depot_has_all_reasons_that_the_kiosk_knows(crew: Crew) -> None:
    assert crew.settings.override.reasons == tuple(WhyByHand)


@pytest.mark.parametrize(
    "reasons", ["[]", '"id_seen"', "[1]", '["id_seen", "id_seen"]', '["call 612"]', '["x"]', '["a\\u0007b"]']
)
def test_a_list_of_reasons_that_is_none(reasons: str) -> None:
    with pytest.raises(SettingsFault, match=r"override\.reasons"):
        parse(f'[depot]\ntag = "7KQ2"\n[override]\nreasons = {reasons}')


def test_the_window_offers_the_depots_list_and_shows_what_was_chosen(crew: Crew) -> None:
    crew.parcel("PARCEL0001")
    settings = replace(crew.settings, override=Override(("id_seen", "Neighbour is known here")))
    calls, papers = Calls(crew.store, crew.clock), DeskPapers(settings.depot.name, crew.clock)
    counter = Counter("desk", crew.store, settings, crew.clock, calls=calls, papers=papers, changed=lambda: None)
    counter.scans(crew.badges[2].text)
    counter.types(PIN)
    counter.enters()
    counter.scans("PARCEL0001")
    counter.does(Do.HAND_OVER)
    offered: Panel = counter.panel
    assert offered.rows == (ChoiceRow(WhyByHand.ID_SEEN), ChoiceRow("Neighbour is known here"))
    counter.chooses(1)
    counter.does(Do.NO)
    shown: Panel = counter.panel
    assert FactRow(Fact.WHY, "Neighbour is known here") in shown.rows
    counter.does(Do.HAND_OVER)
    assert [getattr(made, "reason", None) for made in crew.entered(events.OverrideMade)] == ["Neighbour is known here"]
