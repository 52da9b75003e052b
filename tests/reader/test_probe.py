"""The sandbox as an inspector's page and a technician's check measure it: by a child of their own, now."""

import pytest

from kiosk.errors import ReaderFault
from kiosk.reader.probe import probe
from kiosk.reader.process import Process
from kiosk.reader.wire import NAMES_OF_PROBES


def test_a_fresh_child_tries_every_way_out() -> None:
    report = probe()
    assert report is not None
    assert set(report.denied) == set(NAMES_OF_PROBES)
    assert report.tight


def test_where_no_child_can_be_started_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise ReaderFault("The system has no more processes. Start again.")

    monkeypatch.setattr(Process, "__init__", none)
    assert probe() is None
