"""Settings that were changed while the kiosk was off are an entry at its next start, and only then."""

from dataclasses import replace
from pathlib import Path

from kiosk.app.entry import enter_start
from kiosk.ledger import events
from tests.flows.depot import SETTINGS, SmallDepot


def test_other_settings_are_an_entry(tmp_path: Path) -> None:
    depot = SmallDepot(tmp_path / "home")
    other = replace(SETTINGS, depot=replace(SETTINGS.depot, hours="9 to 20"))
    for settings in (SETTINGS, SETTINGS, other, other, SETTINGS):
        enter_start(depot.store, depot.clock, settings, "1")
    kinds = [type(event).__name__ for event in depot.events()]
    started, changed = "KioskStarted", "SettingsChanged"
    assert kinds == [started, changed, started, started, changed, started, started, changed]
    digests = [event.digest for event in depot.events() if isinstance(event, events.SettingsChanged)]
    assert digests[0] == digests[2] != digests[1]
    depot.close()
