"""A carrier's code that is short enough to be guessed comes in only where a pattern keeps strangers' texts from being tried."""

import io
from dataclasses import replace

from kiosk.cli.home import OpenHome
from kiosk.desk.columns import SHORT_CODE
from kiosk.desk.manifest import import_manifest

LIST = b"waybill,pickup_code\nPX0123456789,482193\n"


def test_a_short_code_needs_a_carrier_whose_pattern_finds_it(kiosk: OpenHome) -> None:
    bare = replace(kiosk.settings, carriers=())
    refused = import_manifest(kiosk.store, bare, kiosk.clock, io.BytesIO(LIST))
    assert [(row.line, row.why) for row in refused.refused] == [(2, SHORT_CODE)]
    assert import_manifest(kiosk.store, kiosk.settings, kiosk.clock, io.BytesIO(LIST)).taken == 1
