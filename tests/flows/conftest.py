"""The small depot, fresh for each story."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.depot import SmallDepot


@pytest.fixture
def depot(tmp_path: Path) -> Iterator[SmallDepot]:
    small = SmallDepot(tmp_path / "home")
    yield small
    assert small.store.journal.verify().ok
    small.close()
