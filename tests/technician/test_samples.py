"""Nothing that a station can show is missing from the samples, so nothing is missing from the book or from the measuring."""

import re

from kiosk.desk.shown import Check, DeskCalled, Found, Refused, Shown, Why
from kiosk.desk.states import State
from kiosk.parcel import Leaves
from kiosk.policy.release import Reason
from kiosk.reader.wire import Advice
from kiosk.technician.samples import SAMPLES

SHOWN: list[Shown] = [sample.shown for sample in SAMPLES]


def test_every_state_has_a_sample() -> None:
    assert {value.state for value in SHOWN} == set(State)


def test_every_reason_cause_and_word_of_advice_has_a_sample() -> None:
    assert {value.reason for value in SHOWN if isinstance(value, Refused)} == set(Reason)
    assert {value.why for value in SHOWN if isinstance(value, DeskCalled) and value.staffed} == set(Why)
    assert {value.staffed for value in SHOWN if isinstance(value, DeskCalled)} == {True, False}
    assert {sample.advice for sample in SAMPLES} == {None, *Advice}


def test_every_way_in_which_a_parcel_can_stand_and_leave_has_a_sample() -> None:
    lots = [lot for value in SHOWN if isinstance(value, Found) for lot in value.lots]
    assert {lot.check for lot in lots} == set(Check)
    assert {lot.leaves for lot in lots} == set(Leaves)
    assert any(lot.ending for lot in lots)


def test_each_sample_has_a_name_of_its_own_that_a_file_can_have() -> None:
    names = [sample.name for sample in SAMPLES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z][a-z-]*", name) for name in names)
