"""The rush hour of the bench: the same each time, everybody is served, every mistake is caught, and the queue is as fair as a queue is."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.ledger import events
from kiosk.parcel import ParcelState
from kiosk.store import opened
from kiosk.technician.rush import Hour, rush

PARCELS = 40


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Hour]:
    home = tmp_path_factory.mktemp("rush") / "home"
    return home, rush(home, PARCELS, arrives_within=600, answer_seconds=0.1)


def test_everybody_is_served_and_every_mistake_is_caught(hour: tuple[Path, Hour]) -> None:
    home, came_to = hour
    assert came_to.unserved == 0
    assert came_to.wrong_caught == round(came_to.visits * 0.05) > 0
    with opened(home) as store:
        assert store.parcels.count_by_state()[ParcelState.HANDED_OVER] == PARCELS
        kinds = [entry.event for entry in store.journal.entries()]
        assert store.journal.verify().ok
    assert sum(isinstance(one, events.WrongParcel) for one in kinds) == came_to.wrong_caught
    codes = [one.with_ for one in kinds if isinstance(one, events.VisitOpened)]
    assert len(codes) == came_to.visits
    assert codes.count("typed") == round(came_to.visits * 0.05)
    assert {one.station for one in kinds if isinstance(one, events.VisitOpened)} == {"1", "2"}


def test_a_turn_at_a_station_for_the_code_and_one_for_each_time_with_parcels(hour: tuple[Path, Hour]) -> None:
    _, came_to = hour
    assert len(came_to.waits) == 2 * came_to.visits + came_to.wrong_caught
    assert min(came_to.waits) >= 0


def test_the_same_rush_comes_to_the_same_and_slower_answers_make_longer_queues(
    hour: tuple[Path, Hour], tmp_path: Path
) -> None:
    _, first = hour
    again = rush(tmp_path / "again", PARCELS, arrives_within=600, answer_seconds=0.1)
    assert replace(again, desk_seconds=[]) == replace(first, desk_seconds=[])
    slow = rush(tmp_path / "slow", PARCELS, arrives_within=600, answer_seconds=9.0)
    assert sum(slow.waits) > sum(first.waits)
    assert slow.visits_an_hour < first.visits_an_hour
