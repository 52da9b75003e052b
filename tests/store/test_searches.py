"""Searches run along an index, whatever they look for: the desk's box must answer while a customer is served."""

import pytest

from kiosk.store import Store, lists, searches
from kiosk.store.parcels import SELECT


@pytest.mark.parametrize(
    ("where", "values"),
    [("_LAST_THREE", 2), ("_LAST_FOUR", 2), ("_ONE_TO_COME", 4), ("_AT_PLACE", 3), ("_WITH_HINT", 3)],
)
def test_no_search_reads_every_parcel(store: Store, where: str, values: int) -> None:
    question = "EXPLAIN QUERY PLAN " + SELECT + getattr(searches, where)
    plan = [row[-1] for row in store._database.rows(question, ("B-12",) * values)]
    assert [step.split(" (")[0] for step in plan] in (
        ["SEARCH parcels USING INDEX parcels_by_ending"],
        ["SEARCH parcels USING INDEX parcels_by_place"],
        ["SEARCH parcels USING INDEX parcels_by_hint"],
    )


def test_a_shelf_is_read_along_its_own_places(store: Store) -> None:
    question = "EXPLAIN QUERY PLAN " + SELECT + lists.ON_SHELF
    plan = [row[-1] for row in store._database.rows(question, ("B-12", "B-12.", None))]
    assert plan[0].startswith("SEARCH parcels USING INDEX parcels_by_place"), plan
