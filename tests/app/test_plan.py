"""The plan of the shelves from the home to the screen; without a usable one the kiosk says so and serves."""

from pathlib import Path

import pytest

from kiosk.app import Kiosk
from kiosk.clock import SkippingClock
from kiosk.desk.shown import Check, Found, Lot
from kiosk.screens.plan import PlanCard
from kiosk.settings import Depot, Settings
from kiosk.store import opened
from kiosk.technician.init import make_home
from tests.desk.test_plan import SHELVES

SETTINGS = Settings(Depot(tag="7KQ2", plan="plan.svg"))


@pytest.mark.parametrize("file", [SHELVES, None, b"<svg/>"], ids=["a plan", "no file", "no plan"])
def test_a_kiosk_with_a_plan_shows_it_and_without_one_serves(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, file: bytes | None
) -> None:
    home = tmp_path / "home"
    make_home(home, SETTINGS)
    if file is not None:
        (home / "plan.svg").write_bytes(file)
    with opened(home) as store:
        kiosk = Kiosk(store, SETTINGS, SkippingClock(), {}, headless=True)
        kiosk.start(full_screen=False, size=(1280, 800))
        window = kiosk.stands[0].window
        window.show_shown(Found((Lot("B-12-047", Check.NEXT),)))
        assert bool(window.page.findChildren(PlanCard)) is (file == SHELVES)
        kiosk.stop()
    told = [record.getMessage() for record in caplog.records if "plan of the shelves" in record.getMessage()]
    assert len(told) == (file != SHELVES)
