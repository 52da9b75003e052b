"""Whatever is held up, touched or typed: a station answers every act by its table, hands nothing over, and logs nothing of it."""

import logging
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.desk.shown import Key, Tap
from kiosk.ledger import events
from kiosk.reader.wire import Sighting
from tests.flows.depot import CORNERS, SmallDepot

WAYBILL = "PARCEL0001"
LONGEST = 4096

nearly = st.sampled_from(
    (
        b"HK1:", b"hk1:7KQ2" + b"0" * 22, b"HKB:" + b"A" * 26, b"HKR:" + b"0" * 890, b"HKC:" + b"0" * 897, b"P||", b"P|1|000000",
        b"]C100" + b"1" * 18, b"\x1d" * 40, b"https://a/00/" + b"1" * 18, b"HTTPS://X", b"www.", b"1234567890",
        b"\xed\xa0\x80", "\u202e1234567890".encode(), "١٢٣٤٥٦٧٨٩٠".encode(), b"B-12", b"B-12-047", b"\x00" * 12,
    )
)  # fmt: skip  # one a line would be a page of them
texts = st.one_of(nearly, st.binary(max_size=80), st.tuples(nearly, st.binary(max_size=LONGEST - 900)).map(b"".join))
symbologies = st.sampled_from(("QRCode", "Code128", "DataMatrix", "ITF", "", "\x00"))
sightings = st.lists(st.builds(Sighting, symbologies, texts, st.just(CORNERS), st.booleans()), max_size=4)
keys = st.text(st.characters(codec="utf-8"), max_size=12).map(Key)
taps = st.sampled_from(Tap)
waits = st.sampled_from((0.1, 3.1, 9.0, 50.0, 1000.0))
days = st.lists(st.one_of(sightings, taps, keys, waits, st.just("own code")), max_size=40)


class Overheard(logging.Handler):
    """All that was logged."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@given(days)
@settings(max_examples=80)
def test_a_station_has_an_answer_to_anything(day: list[list[Sighting] | Tap | Key | float | str]) -> None:
    overheard = Overheard()
    logging.getLogger("kiosk").addHandler(overheard)
    try:
        with tempfile.TemporaryDirectory() as folder:
            depot = SmallDepot(Path(folder) / "home")
            token = depot.takes_in(WAYBILL)
            for act in day:
                match act:
                    case list():
                        depot.left.sighted(act)
                    case Tap() | Key():
                        depot.left.tapped(act)
                    case float():
                        depot.waits(act)
                    case _:
                        depot.shows(token)
            assert depot.store.journal.verify().ok
            assert not depot.events(events.ParcelHandedOver)
            depot.close()
    finally:
        logging.getLogger("kiosk").removeHandler(overheard)
    assert overheard.said == []
