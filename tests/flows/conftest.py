"""The small depot, fresh for each story."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.store import pins
from tests.flows.depot import SmallDepot
from tests.flows.staffed import StaffedDepot


@pytest.fixture
def depot(tmp_path: Path) -> Iterator[SmallDepot]:
    small = SmallDepot(tmp_path / "home")
    yield small
    assert small.store.journal.verify().ok
    small.close()


@pytest.fixture
def staffed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StaffedDepot]:
    """One with staff and a desk; a third of a second a PIN is meant for thieves, not for tests."""
    monkeypatch.setattr(pins, "MEMORY_KIB", 64)
    made = StaffedDepot(tmp_path / "home")
    yield made
    assert made.store.journal.verify().ok
    made.close()
